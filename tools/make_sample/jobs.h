// Work in processes of their own: a speech library that can be started once in a process, and
// every core busy.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "catalogue/problem.h"

namespace sample {

using SayLine = std::function<void(const std::string& line)>;

// Runs in the child. What it says arrives in the parent, line by line; lines hold no line breaks.
using Work = std::function<void(const SayLine& say)>;

struct JobEvents {
    // All are called in the parent. `job` is a place in the list of works.
    std::function<void(std::size_t job, const std::string& line)> on_line;
    std::function<void(std::size_t job, bool ended_well)> on_end;
};

enum class JobsEnd {
    AllRun,   // each job ended, well or not
    Stopped,  // somebody asked the program to end (SIGINT, SIGTERM): no child is left
};

// Forks a child for each work, `limit` at a time, in the order given, and waits for them all.
// The calling process has no other threads. No new job begins once `go_on` returns false.
// Children run with a lower priority and end with this process, however it ends.
JobsEnd run_jobs(const std::vector<Work>& works, int limit, const JobEvents& events,
                 const std::function<bool()>& go_on);

}  // namespace sample
