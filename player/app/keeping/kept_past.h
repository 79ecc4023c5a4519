// What lies on this computer past the day until which it was to be kept. Everything here waits for
// a disk, and nothing is deleted but by delete_kept().
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "catalogue/ids.h"
#include "catalogue/keep_until.h"
#include "player/app/class_wall/hand_in_folder.h"
#include "player/app/storage/disk.h"

namespace app {

struct KeptPast {
    enum class What { Notebook, HandIns };
    What what = What::Notebook;
    std::filesystem::path folder;  // in which it lies
    std::string name;              // of a notebook, as its file is called
    catalogue::ModuleId module;    // of a notebook; empty when it cannot be read
    catalogue::Date until;

    bool operator==(const KeptPast&) const = default;
};

// Today, and the last day of a school year.
struct KeepCalendar {
    catalogue::Date today;
    catalogue::KeepDay ends = catalogue::KeepDay::LastOfAugust;
};

// Notebooks of this login in which something is written, under `state` as state_folder() has them.
// One that is seen for the first time is given its day, by the oldest of its versions.
std::vector<KeptPast> find_past_notebooks(const std::filesystem::path& state,
                                          const KeepCalendar& calendar, Disk& disk);

// What was handed in into `folder` a school year ago, in one: or nothing. Nothing is written.
std::vector<KeptPast> find_past_hand_ins(const std::filesystem::path& state,
                                         const std::filesystem::path& folder,
                                         const KeepCalendar& calendar, HandInSource& source,
                                         Disk& disk);

// Nobody is asked about it before that day is past.
catalogue::Outcome keep_until(const std::filesystem::path& state, const KeptPast& kept,
                              catalogue::Date until, Disk& disk);

// A notebook with its copies, versions and journals, and what else this login keeps of it; or the
// hand-ins of which find_past_hand_ins() spoke, and no newer one. Goes on where it failed.
catalogue::Outcome delete_kept(const std::filesystem::path& state, const KeptPast& kept,
                               const KeepCalendar& calendar, HandInSource& source, Disk& disk);

// What this login keeps of a notebook beside it: its day, under which digits it was handed in, and
// what was left over of the places where guesses are kept.
void forget_traces(const std::filesystem::path& state, const std::string& name,
                   const catalogue::ModuleId& module, Disk& disk);

}  // namespace app
