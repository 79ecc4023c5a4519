#include "tests/end_to_end/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <map>
#include <system_error>

extern char** environ;

namespace end_to_end {

namespace {

constexpr std::chrono::milliseconds time_to_end{8000};

std::vector<std::string> environment_with(
    const std::vector<std::pair<std::string, std::string>>& changes) {
    std::map<std::string, std::string> all;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string text = *entry;
        const std::size_t equals = text.find('=');
        all[text.substr(0, equals)] = text.substr(equals + 1);
    }
    for (const auto& [name, value] : changes) {
        all[name] = value;
    }
    std::vector<std::string> lines;
    for (const auto& [name, value] : all) {
        if (!value.empty()) lines.push_back(name + "=" + value);
    }
    return lines;
}

std::vector<char*> pointers_to(const std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (const std::string& text : texts) {
        pointers.push_back(const_cast<char*>(text.c_str()));
    }
    pointers.push_back(nullptr);
    return pointers;
}

void check(int code, const std::string& doing) {
    if (code != 0) throw std::system_error(code, std::generic_category(), doing);
}

}  // namespace

ChildProcess::ChildProcess(const Launch& launch) {
    const std::vector<std::string> environment = environment_with(launch.environment);
    const std::vector<char*> arguments = pointers_to(launch.command);
    const std::vector<char*> variables = pointers_to(environment);
    const int input = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    const int log = ::open(launch.log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    if (input < 0 || log < 0) check(errno, "opening " + launch.log.string());
    const pid_t ours = ::getpid();
    pid_ = ::fork();
    if (pid_ == 0) {  // only what is safe between fork and exec
        // Ends with us, however we end.
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
        if (::getppid() != ours) ::_exit(127);
        ::dup2(input, STDIN_FILENO);
        ::dup2(log, STDOUT_FILENO);
        ::dup2(log, STDERR_FILENO);
        if (launch.inherited_fd) ::dup2(*launch.inherited_fd, launch.inherited_as);
        ::execvpe(arguments[0], arguments.data(), variables.data());
        ::_exit(127);
    }
    const int forked = errno;
    ::close(input);
    ::close(log);
    if (pid_ < 0) check(forked, "starting " + launch.command.front());
    pid_fd_ = static_cast<int>(::syscall(SYS_pidfd_open, pid_, 0));
    if (pid_fd_ < 0) check(errno, "pidfd_open");
}

ChildProcess::~ChildProcess() {
    if (!code_) {
        signal(SIGTERM);
        if (!wait_ended(time_to_end)) {
            signal(SIGKILL);
            wait_ended(time_to_end);
        }
    }
    if (pid_fd_ >= 0) ::close(pid_fd_);
}

void ChildProcess::signal(int number) {
    if (!code_) ::kill(pid_, number);
}

std::optional<int> ChildProcess::wait_ended(std::chrono::milliseconds at_most) {
    if (code_) return code_;
    pollfd ended{pid_fd_, POLLIN, 0};
    if (::poll(&ended, 1, static_cast<int>(at_most.count())) != 1) return std::nullopt;
    int status = 0;
    if (::waitpid(pid_, &status, 0) != pid_) return std::nullopt;
    code_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return code_;
}

}  // namespace end_to_end
