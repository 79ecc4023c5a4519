// A program started by a test, and ended by it at the latest when the test is over.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace end_to_end {

struct Launch {
    std::vector<std::string> command;  // the program first; looked up in PATH
    std::vector<std::pair<std::string, std::string>> environment;  // changes ours; "" takes away
    std::filesystem::path log;        // standard output and error, added to the end
    std::optional<int> inherited_fd;  // stays open as descriptor `inherited_as`
    int inherited_as = 7;
};

// Signals go to this one process and to no other.
class ChildProcess {
public:
    // Throws std::system_error when there can be no process; a program that is not there ends at
    // once with 127. Call it on the main thread: the program also ends with the calling thread.
    explicit ChildProcess(const Launch& launch);
    // Asks it to end, and after some seconds no longer asks.
    ~ChildProcess();
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    pid_t pid() const { return pid_; }
    bool alive() { return !wait_ended(std::chrono::milliseconds{0}); }

    // The exit code, or 128 + the signal that ended it; nothing when it still runs after `at_most`.
    std::optional<int> wait_ended(std::chrono::milliseconds at_most);
    void signal(int number);

private:
    pid_t pid_ = -1;
    int pid_fd_ = -1;
    std::optional<int> code_;
};

}  // namespace end_to_end
