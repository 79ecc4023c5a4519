// A program that types into a notebook is killed at random moments, again and again:
// notebook_kill_test [kills]. Each one finds what those before it typed.
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "player/app/notebook/store.h"
#include "tests/support/scratch_folder.h"

namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr int usual_kills = 50;
constexpr auto most_lost = 2s;
constexpr auto patience = 20s;

// What the typing program tells, as one piece: `number` was typed, or, the first time, found.
struct Told {
    Clock::time_point at;
    int number = 0;  // below zero: what lay on the disk was damaged
};

int number_in(const app::NotebookStore& store) {
    const catalogue::Note* note = find_note(store.notebook(), {"typed"});
    return note == nullptr ? 0 : std::atoi(note->text.c_str());
}

void tell(int to, int number) {
    const Told told{Clock::now(), number};
    if (::write(to, &told, sizeof told) != sizeof told) std::_Exit(1);
}

// Until it is killed.
[[noreturn]] void type(const std::filesystem::path& folder, int to) {
    std::mutex mutex;
    std::condition_variable rung;
    bool news = false;
    app::NotebookStore store(
        {folder / "class", "ann", folder / "state", app::NotebookPlace::Folder::IsMadeWhenMissing},
        {"m"}, [&] {
            {
                const std::lock_guard lock(mutex);
                news = true;
            }
            rung.notify_one();
        });
    const auto look = [&](std::chrono::milliseconds at_most) {
        std::unique_lock lock(mutex);
        rung.wait_for(lock, at_most, [&] { return news; });
        news = false;
        lock.unlock();
        store.take_news();
    };
    while (!store.opened() || !store.journals_read())
        look(patience);
    int number = number_in(store);
    tell(to, store.status(Clock::now()) ? -1 : number);
    for (;;) {
        catalogue::Note note;
        note.id = {"typed"};
        note.text = std::to_string(++number);
        if (!store.put(note)) std::_Exit(1);
        tell(to, number);
        look(5ms);  // two hundred keys a second
    }
}

// All that a program that was killed at `kill_after` had told.
std::vector<Told> run(const std::filesystem::path& folder, std::chrono::milliseconds kill_after,
                      Clock::time_point& killed) {
    std::array<int, 2> pipe{};
    if (::pipe(pipe.data()) != 0) return {};
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(pipe[0]);
        type(folder, pipe[1]);
    }
    ::close(pipe[1]);
    std::vector<Told> all;
    Told told;
    std::optional<Clock::time_point> until;
    for (;;) {
        const auto left = until ? *until - Clock::now() : Clock::duration{patience};
        if (left <= 0s) break;
        pollfd ready{pipe[0], POLLIN, 0};
        const auto wait = std::chrono::ceil<std::chrono::milliseconds>(left).count();
        if (::poll(&ready, 1, static_cast<int>(wait)) <= 0) break;
        if (::read(pipe[0], &told, sizeof told) != sizeof told) break;
        all.push_back(told);
        if (!until) until = Clock::now() + kill_after;
    }
    killed = Clock::now();
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    while (::read(pipe[0], &told, sizeof told) == sizeof told)
        all.push_back(told);
    ::close(pipe[0]);
    return all;
}

}  // namespace

int main(int argc, char** argv) {
    const int kills = argc > 1 ? std::atoi(argv[1]) : usual_kills;
    const support::ScratchFolder scratch;
    std::minstd_rand chance(1);
    std::vector<Told> before;
    Clock::time_point killed_before;
    int unreadable = 0;
    Clock::duration longest{};
    long typed = 0;
    for (int i = 0; i <= kills; ++i) {
        Clock::time_point killed;
        const auto told = run(scratch.path(), std::chrono::milliseconds{chance() % 900}, killed);
        if (told.empty()) {
            std::printf("the program that types told nothing\n");
            return 1;
        }
        const int found = told.front().number;
        if (found < 0) ++unreadable;
        const auto lost = std::ranges::find_if(
            before, [&](const Told& one) { return one.number > std::max(found, 0); });
        if (lost != before.end()) longest = std::max(longest, killed_before - lost->at);
        typed += static_cast<long>(told.size()) - 1;
        before = told;
        killed_before = killed;
    }
    std::printf("%d kills, %ld keys: %d unreadable, at most %.2f s of typing lost\n", kills, typed,
                unreadable, std::chrono::duration<double>(longest).count());
    return unreadable == 0 && longest <= most_lost && typed > 0 ? 0 : 1;
}
