// Hands a notebook in: one file in the folder that the teacher chose, written aside and renamed, in
// a thread of its own, because that folder may be on a share, and a share may not answer.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/hand_in.h"
#include "player/app/storage/disk.h"
#include "player/app/threads/errands.h"

namespace app {

// Where hand-ins go, and where this machine keeps under which id it handed one in, so that handing
// in again replaces it; nothing of what was written is kept there.
struct HandInPlace {
    std::filesystem::path folder;   // must be there: one that is missing is a share that is gone
    std::filesystem::path kept_in;  // empty: nothing is kept
};

// Where that is kept of the notebook of `module`.
std::filesystem::path hand_in_record(const std::filesystem::path& kept_in,
                                     const catalogue::ModuleId& module);

// What of a notebook goes along.
struct HandedOver {
    catalogue::Notebook part;
    std::string seat = {};
};

// Hands `over` of `notebook` in. Waits for the disk.
//
// @returns what was written
catalogue::Result<catalogue::HandIn> hand_in(const HandInPlace& place,
                                             const catalogue::Notebook& notebook, HandedOver over,
                                             std::chrono::sys_seconds now, Disk& disk);

// Takes it out of the folder again. Waits for the disk.
catalogue::Outcome take_back(const HandInPlace& place, const catalogue::HandInId& id, Disk& disk);

// Under which id this notebook was handed in, as this machine keeps it; nothing when it was not.
// Waits for the disk.
catalogue::Result<std::optional<catalogue::HandInId>> handed_in_as(
    const HandInPlace& place, const catalogue::Notebook& notebook, Disk& disk);

// Main thread only. Nothing waits but the destructor, as Errands does: hand it over to Closing
// where nobody may wait. No hand-in is ever there in part.
class HandInKeeper {
public:
    // @param wake  called in the other thread when there is news
    explicit HandInKeeper(std::function<void()> wake,
                          std::shared_ptr<Disk> disk = std::shared_ptr<Disk>(&real_disk(),
                                                                             [](Disk*) {}));

    void hand_in(HandInPlace place, catalogue::Notebook notebook, HandedOver over);
    void take_back(HandInPlace place, catalogue::HandInId id);
    void look_up(HandInPlace place, catalogue::Notebook notebook);

    struct News {
        std::string sentence;  // empty: nothing to say
        bool failed = false;
        bool waits = false;  // it is not done yet
        // What is in the folder now; nothing when that is as it was.
        std::optional<std::optional<catalogue::HandInId>> handed_in;
    };
    // Since the last call.
    std::vector<News> take_news() { return errands_.take_news(); }

private:
    const std::shared_ptr<Disk> disk_;
    Errands<News> errands_;
};

}  // namespace app
