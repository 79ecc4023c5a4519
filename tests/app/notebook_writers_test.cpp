// Several computers write into one folder: their calls to the disk come in any order, some of them
// end between any two calls, and nothing that one of them was told is saved is ever missing.
// CROSSCUT_NOTEBOOK_ORDERS: how many orders.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <mutex>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "player/app/notebook/writer.h"
#include "tests/app/memory_disk.h"
#include "tests/app/passed_disk.h"

using namespace app;
using catalogue::Notebook;
using made_up::MemoryDisk;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::sys_seconds noon = std::chrono::sys_days{2026y / 11 / 28} + 12h;

// Whose turn it is: one writer at a time makes one call, drawn by a seed.
class Turns {
public:
    explicit Turns(unsigned seed, int writers) : chance_(seed) {
        for (int i = 0; i < writers; ++i)
            here_.insert(i);
        draw();
    }
    void wait_for(int writer) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return turn_ == writer; });
    }
    void pass() {
        {
            const std::lock_guard lock(mutex_);
            draw();
        }
        changed_.notify_all();
    }
    void leave(int writer) {
        wait_for(writer);  // nobody else is in the middle of a call then
        {
            const std::lock_guard lock(mutex_);
            here_.erase(writer);
            draw();
        }
        changed_.notify_all();
    }

private:
    void draw() {
        if (here_.empty()) return;
        turn_ = *std::next(here_.begin(), static_cast<int>(chance_() % here_.size()));
    }
    std::mutex mutex_;
    std::condition_variable changed_;
    std::minstd_rand chance_;
    std::set<int> here_;
    int turn_ = 0;
};

struct Ended {};  // the program, between two calls

// One writer's view of the disk that all share.
class SharedDisk final : public made_up::PassedDisk {
public:
    SharedDisk(MemoryDisk& disk, Turns& turns, int writer)
        : PassedDisk(disk), turns_(turns), writer_(writer) {}

    int ends_after = 0;  // calls; 0: it does not

private:
    void enter() override {
        if (ends_after > 0 && --ends_after == 0) throw Ended{};
        turns_.wait_for(writer_);
    }
    void leave() override { turns_.pass(); }

    Turns& turns_;
    const int writer_;
};

catalogue::Note note(std::string text) {
    catalogue::Note made;
    made.id = {text};
    made.text = std::move(text);
    return made;
}

struct Wrote {
    std::set<std::string> told_saved;
    std::set<std::string> taken_away;
};

std::string text_of(int writer, int number) {
    return "note-" + std::to_string(writer) + "-" + std::to_string(number);
}

// One run of the program: types into the notebook that it finds, saves, takes a note away or brings
// together at times.
void run(SharedDisk& disk, int writer, int first, std::minstd_rand& chance, Wrote& wrote) {
    const auto draw_id = [&chance] {
        return fmt::format("{:08X}", static_cast<std::uint32_t>(chance()) * 2654435761U);
    };
    NotebookWriter files{"f", "n", NotebookWriter::Missing::IsMade, draw_id(), disk, draw_id};
    NotebookWriter::Opened opened;
    if (files.open(opened, noon) != 0) return;
    Notebook ours = opened.notebook.value_or(Notebook{});
    for (int i = first; i < first + 3; ++i) {
        const auto now = noon + std::chrono::seconds{i};
        if (chance() % 6 == 0 && !ours.notes.empty()) {
            const std::size_t gone = chance() % ours.notes.size();
            wrote.taken_away.insert(ours.notes[gone].text);
            ours.notes.erase(ours.notes.begin() + static_cast<std::ptrdiff_t>(gone));
        }
        ours.notes.push_back(note(text_of(writer, i)));
        if (files.save(to_text(ours), now) == 0) wrote.told_saved.insert(text_of(writer, i));
        if (chance() % 4 != 0) continue;
        Notebook together;
        if (files.bring_together(ours, together, now) == 0) {
            ours = catalogue::merge(ours, ours, together);
        }
    }
}

// Twice at most: the second time after the first ended as it should, or in the middle of a call.
void write(SharedDisk& disk, int writer, unsigned seed, Wrote& wrote) {
    std::minstd_rand chance(seed * 7 + static_cast<unsigned>(writer) + 1);
    chance.discard(3);
    if (chance() % 3 == 0) disk.ends_after = 1 + static_cast<int>(chance() % 60);
    try {
        run(disk, writer, 0, chance, wrote);
    } catch (const Ended&) {
        CHECK(disk.ends_after == 0);
    }
    disk.ends_after = 0;
    if (chance() % 2 == 0) run(disk, writer, 3, chance, wrote);
}

unsigned orders() {
    constexpr unsigned usual_orders = 1000;
    const char* wanted = std::getenv("CROSSCUT_NOTEBOOK_ORDERS");
    return wanted == nullptr ? usual_orders : static_cast<unsigned>(std::atoi(wanted));
}

// What a program that comes afterwards finds.
std::set<std::string> all_notes(MemoryDisk& disk) {
    NotebookWriter last{"f", "n", NotebookWriter::Missing::IsMade, "FFFFFFFF", disk};
    NotebookWriter::Opened opened;
    REQUIRE(last.open(opened, noon + 1h) == 0);
    Notebook together = opened.notebook.value_or(Notebook{});
    REQUIRE(last.bring_together(together, together, noon + 1h) == 0);
    const auto text = disk.text_of("f/n.notebook");
    REQUIRE(text);
    const auto read = catalogue::read_notebook(*text, "f/n.notebook");
    REQUIRE(read);
    std::set<std::string> notes;
    for (const catalogue::Note& one : read->notes)
        notes.insert(one.text);
    std::vector<std::string> copies;
    CHECK(last.find_copies(copies) == 0);
    CHECK(copies.empty());
    return notes;
}

}  // namespace

TEST_CASE("in whatever order two or three computers write, all their notes are there") {
    for (unsigned seed = 0; seed < orders(); ++seed) {
        CAPTURE(seed);
        const int writers = 2 + static_cast<int>(seed % 2);
        MemoryDisk disk;
        if (seed % 3 != 0) {
            Notebook first;
            first.notes = {note("note-first")};
            disk.put("f/n.notebook", to_text(first));
        }
        Turns turns(seed, writers);
        std::vector<Wrote> wrote(static_cast<std::size_t>(writers));
        {
            std::vector<std::jthread> threads;
            for (int writer = 0; writer < writers; ++writer) {
                threads.emplace_back([&, writer] {
                    SharedDisk mine(disk, turns, writer);
                    write(mine, writer, seed, wrote[static_cast<std::size_t>(writer)]);
                    turns.leave(writer);
                });
            }
        }
        const std::set<std::string> found = all_notes(disk);
        std::set<std::string> saved;
        std::set<std::string> taken_away;
        for (const Wrote& one : wrote) {
            saved.insert(one.told_saved.begin(), one.told_saved.end());
            taken_away.insert(one.taken_away.begin(), one.taken_away.end());
        }
        if (seed % 3 != 0) saved.insert("note-first");
        for (const std::string& one : saved) {
            CAPTURE(one);
            CHECK((found.contains(one) || taken_away.contains(one)));
        }
    }
}
