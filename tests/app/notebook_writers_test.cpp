// Several computers write into one folder: their calls to the disk come in any order, and nothing
// that one of them was told is saved is ever missing.
#include <doctest/doctest.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "player/app/notebook_writer.h"
#include "tests/app/memory_disk.h"

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
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [&] { return turn_ == writer; });  // else another is at the disk
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

// One writer's view of the disk that all share.
class SharedDisk final : public Disk {
public:
    SharedDisk(MemoryDisk& disk, Turns& turns, int writer)
        : disk_(disk), turns_(turns), writer_(writer) {}

    int make_folder(const std::filesystem::path& f) override {
        return in_turn([&] { return disk_.make_folder(f); });
    }
    Opened make_file(const std::filesystem::path& f) override {
        return in_turn([&] { return disk_.make_file(f); });
    }
    Written write(int d, std::string_view text) override {
        return in_turn([&] { return disk_.write(d, text); });
    }
    int flush(int d) override {
        return in_turn([&] { return disk_.flush(d); });
    }
    int close(int d) override {
        return in_turn([&] { return disk_.close(d); });
    }
    int read(const std::filesystem::path& f, std::string& text) override {
        return in_turn([&] { return disk_.read(f, text); });
    }
    int rename(const std::filesystem::path& from, const std::filesystem::path& to) override {
        return in_turn([&] { return disk_.rename(from, to); });
    }
    int remove(const std::filesystem::path& f) override {
        return in_turn([&] { return disk_.remove(f); });
    }
    int list(const std::filesystem::path& f, std::vector<std::string>& names) override {
        return in_turn([&] { return disk_.list(f, names); });
    }
    bool in_use(const std::filesystem::path& f) override {
        return in_turn([&] { return disk_.in_use(f); });
    }
    int flush_folder(const std::filesystem::path& f) override {
        return in_turn([&] { return disk_.flush_folder(f); });
    }

private:
    template <class Call>
    auto in_turn(const Call& call) -> decltype(call()) {
        turns_.wait_for(writer_);
        auto result = call();
        turns_.pass();
        return result;
    }

    MemoryDisk& disk_;
    Turns& turns_;
    const int writer_;
};

catalogue::Note note(std::string text) {
    catalogue::Note made;
    made.id = {text};
    made.text = std::move(text);
    return made;
}

std::string id_of(int writer) {
    return std::string(4, static_cast<char>('A' + writer)) + "0000";
}

// Types into the notebook that it finds, saves, and brings together at times.
void write(SharedDisk& disk, int writer, unsigned seed, std::set<std::string>& told_saved) {
    std::minstd_rand chance(seed * 7 + static_cast<unsigned>(writer));
    NotebookWriter files{"f", "n", NotebookWriter::Missing::IsMade, id_of(writer), disk};
    NotebookWriter::Opened opened;
    if (files.open(opened, noon) != 0) return;
    Notebook ours = opened.notebook.value_or(Notebook{});
    for (int i = 0; i < 3; ++i) {
        const std::string text = "note-" + std::to_string(writer) + "-" + std::to_string(i);
        ours.notes.push_back(note(text));
        if (files.save(to_text(ours), noon + std::chrono::seconds{i}) == 0) told_saved.insert(text);
        if (chance() % 4 != 0) continue;
        Notebook together;
        if (files.bring_together(ours, together, noon + std::chrono::seconds{i}) == 0) {
            ours = catalogue::merge(ours, ours, together);
        }
    }
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
    for (unsigned seed = 0; seed < 1000; ++seed) {
        CAPTURE(seed);
        const int writers = 2 + static_cast<int>(seed % 2);
        MemoryDisk disk;
        if (seed % 3 != 0) {
            Notebook first;
            first.notes = {note("note-first")};
            disk.put("f/n.notebook", to_text(first));
        }
        Turns turns(seed, writers);
        std::vector<std::set<std::string>> told(static_cast<std::size_t>(writers));
        {
            std::vector<std::jthread> threads;
            for (int writer = 0; writer < writers; ++writer) {
                threads.emplace_back([&, writer] {
                    SharedDisk mine(disk, turns, writer);
                    write(mine, writer, seed, told[static_cast<std::size_t>(writer)]);
                    turns.leave(writer);
                });
            }
        }
        const std::set<std::string> found = all_notes(disk);
        for (const std::set<std::string>& notes : told) {
            CHECK(notes.size() == 3);
            for (const std::string& one : notes) {
                CAPTURE(one);
                CHECK(found.contains(one));
            }
        }
        if (seed % 3 != 0) CHECK(found.contains("note-first"));
    }
}
