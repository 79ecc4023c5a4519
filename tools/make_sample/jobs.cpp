#include "tools/make_sample/jobs.h"

#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>

namespace sample {

namespace {

constexpr int child_niceness = 5;  // a player beside us must stay smooth

volatile std::sig_atomic_t stop_asked = 0;
extern "C" void on_stop_signal(int) {
    stop_asked = 1;
}

struct Child {
    pid_t pid = -1;
    int pipe = -1;
    std::size_t job = 0;
    std::string waiting;  // the beginning of a line
};

// Signals are only let in while waiting, so that none falls between a look and a wait.
class StopSignals {
public:
    StopSignals() {
        sigset_t held;
        sigemptyset(&held);
        sigaddset(&held, SIGINT);
        sigaddset(&held, SIGTERM);
        sigprocmask(SIG_BLOCK, &held, &before_);
        struct sigaction action {};
        action.sa_handler = on_stop_signal;
        sigemptyset(&action.sa_mask);
        sigaction(SIGINT, &action, &old_int_);
        sigaction(SIGTERM, &action, &old_term_);
    }
    ~StopSignals() {
        sigaction(SIGINT, &old_int_, nullptr);
        sigaction(SIGTERM, &old_term_, nullptr);
        sigprocmask(SIG_SETMASK, &before_, nullptr);
    }
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

    const sigset_t& while_waiting() const { return before_; }
    void undo_in_child() const {
        // The parent decides what an interrupt means; it ends the children itself.
        std::signal(SIGINT, SIG_IGN);
        std::signal(SIGTERM, SIG_DFL);
        sigprocmask(SIG_SETMASK, &before_, nullptr);
    }

private:
    sigset_t before_{};
    struct sigaction old_int_ {};
    struct sigaction old_term_ {};
};

void write_all(int descriptor, const std::string& text) {
    for (std::size_t at = 0; at < text.size();) {
        const ssize_t count = write(descriptor, text.data() + at, text.size() - at);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) std::_Exit(EXIT_FAILURE);  // nobody listens any more
        at += static_cast<std::size_t>(count);
    }
}

[[noreturn]] void be_child(const Work& work, int descriptor, pid_t parent) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) std::_Exit(EXIT_FAILURE);
    setpriority(PRIO_PROCESS, 0, std::max(child_niceness, getpriority(PRIO_PROCESS, 0)));
    work([descriptor](const std::string& line) { write_all(descriptor, line + "\n"); });
    std::fflush(nullptr);
    // No destructors of the parent's things are to run here.
    std::_Exit(EXIT_SUCCESS);
}

bool start(std::vector<Child>& children, const Work& work, std::size_t job,
           const StopSignals& signals) {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) return false;
    std::fflush(nullptr);
    const pid_t parent = getpid();
    const pid_t pid = fork();
    if (pid == 0) {
        close(ends[0]);
        for (const Child& other : children)
            close(other.pipe);
        signals.undo_in_child();
        be_child(work, ends[1], parent);
    }
    close(ends[1]);
    if (pid < 0) {
        close(ends[0]);
        return false;
    }
    children.push_back({pid, ends[0], job, {}});
    return true;
}

// Reads what is there. @returns false at the end of the child's words
bool read_lines(Child& child, const JobEvents& events) {
    std::array<char, 4096> buffer{};
    const ssize_t count = read(child.pipe, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) return true;
    if (count <= 0) return false;
    child.waiting.append(buffer.data(), static_cast<std::size_t>(count));
    for (std::size_t end; (end = child.waiting.find('\n')) != std::string::npos;) {
        events.on_line(child.job, child.waiting.substr(0, end));
        child.waiting.erase(0, end + 1);
    }
    return true;
}

bool wait_for(const Child& child) {
    close(child.pipe);
    int status = 0;
    while (waitpid(child.pid, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS;
}

void end_all(std::vector<Child>& children) {
    for (const Child& child : children)
        kill(child.pid, SIGTERM);
    for (const Child& child : children)
        wait_for(child);
    children.clear();
}

}  // namespace

JobsEnd run_jobs(const std::vector<Work>& works, int limit, const JobEvents& events,
                 const std::function<bool()>& go_on) {
    const StopSignals signals;
    stop_asked = 0;
    std::vector<Child> children;
    std::size_t next = 0;
    for (;;) {
        while (next < works.size() && static_cast<int>(children.size()) < limit && go_on()) {
            const std::size_t job = next++;
            if (!start(children, works[job], job, signals)) events.on_end(job, false);
        }
        if (children.empty()) return JobsEnd::AllRun;

        std::vector<pollfd> wanted;
        for (const Child& child : children)
            wanted.push_back({child.pipe, POLLIN, 0});
        ppoll(wanted.data(), wanted.size(), nullptr, &signals.while_waiting());
        if (stop_asked) {
            end_all(children);
            return JobsEnd::Stopped;
        }
        for (std::size_t i = children.size(); i-- > 0;) {
            if (wanted[i].revents == 0 || read_lines(children[i], events)) continue;
            const Child ended = children[i];
            children.erase(children.begin() + static_cast<std::ptrdiff_t>(i));
            const bool well = wait_for(ended);
            events.on_end(ended.job, well);
        }
    }
}

}  // namespace sample
