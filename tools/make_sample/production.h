// The making of the whole module: who first, how far it is, what is left to do.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/problem.h"
#include "tools/make_sample/cast.h"
#include "tools/make_sample/words.h"

namespace sample {

struct Wishes {
    std::filesystem::path words;      // folder with module.yaml, cast.yaml and people
    std::filesystem::path module;     // folder to make
    std::vector<std::string> people;  // ids; empty = everybody
    std::optional<std::size_t> people_limit;
    std::optional<std::size_t> questions_limit;
    int jobs = 1;
};

struct Progress {
    std::size_t ready = 0;  // people
    std::size_t of = 0;
    double share = 0;  // of all pictures
};

// Everything that is to be made, read and checked.
struct Plan {
    struct Entry {
        CastMember member;
        PersonWords words;
        std::string hash;  // of the words, the looks and this program
    };
    ModuleWords module;
    std::vector<Entry> people;  // in the order of making
    std::string hash;           // of all of it
};

catalogue::Result<Plan> plan_of(const Wishes& wishes);

// Whether `module` holds all of the plan, as complete.txt in it says.
bool is_complete(const Plan& plan, const std::filesystem::path& module);

enum class Making { Done, Stopped, Failed };

struct Spectator {
    std::function<void(const Progress&)> on_progress;
    std::function<void(const PersonWords&)> on_ready;
    std::function<void(const catalogue::Problem&)> on_problem;
    std::function<void()> on_wait;  // another run is making the same module: waits for it
};

// Makes what is missing. Keeps progress.txt in the module ("7 20 0.35": people ready, of, share of
// all pictures) and writes complete.txt at the end.
Making make_module(const Plan& plan, const Wishes& wishes, const Spectator& spectator);

// The progress that a run at work has written; nothing when there is none.
std::optional<Progress> read_progress(const std::filesystem::path& module);

// Whether some process is making this module right now.
bool is_being_made(const std::filesystem::path& module);

}  // namespace sample
