#include "tests/end_to_end/speech_service.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <system_error>

namespace end_to_end {

namespace {

constexpr std::string_view line_end = "\r\n";
constexpr std::string_view text_end = "\r\n.\r\n";
constexpr int look_every_ms = 50;  // whether to stop

bool readable(int file) {
    pollfd waited{file, POLLIN, 0};
    return poll(&waited, 1, look_every_ms) > 0;
}

void answer(int program, std::string_view words) {
    // A program that has gone needs no answer.
    (void)send(program, words.data(), words.size(), MSG_NOSIGNAL);
}

// Up to the mark, which goes too; nothing while it has not come.
std::optional<std::string> taken(std::string& from, std::string_view mark) {
    const std::size_t end = from.find(mark);
    if (end == std::string::npos) return std::nullopt;
    std::string words = from.substr(0, end);
    from.erase(0, end + mark.size());
    return words;
}

}  // namespace

SpeechService::SpeechService() : socket_file_(scratch_.path() / "speech") {
    socket_ = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, socket_file_.c_str(), sizeof address.sun_path - 1);
    if (socket_ < 0 ||
        bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
        listen(socket_, 1) != 0) {
        throw std::system_error(errno, std::generic_category(), socket_file_.string());
    }
    thread_ = std::jthread([this](const std::stop_token& stop) { serve(stop); });
}

SpeechService::~SpeechService() {
    thread_.request_stop();
    thread_.join();
    close(socket_);
}

std::vector<std::pair<std::string, std::string>> SpeechService::environment() const {
    // The machine's own, which the library starts when it can, would take the socket away.
    return {{"SPEECHD_ADDRESS", "unix_socket:" + socket_file_.string()},
            {"SPEECHD_CMD", "/bin/true"}};
}

std::size_t SpeechService::sentences() const {
    const std::lock_guard lock(mutex_);
    return said_.size();
}

std::optional<std::string> SpeechService::wait_said(std::size_t after,
                                                    std::chrono::milliseconds at_most) {
    std::unique_lock lock(mutex_);
    if (!heard_.wait_for(lock, at_most, [&] { return said_.size() > after; })) {
        return std::nullopt;
    }
    return said_.back();
}

void SpeechService::note(std::string sentence) {
    const std::lock_guard lock(mutex_);
    said_.push_back(std::move(sentence));
    heard_.notify_all();
}

void SpeechService::serve(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        if (!readable(socket_)) continue;
        const int program = accept(socket_, nullptr, nullptr);
        if (program < 0) continue;
        talk_with(program, stop);
        close(program);
    }
}

// As much of SSIP as a program needs to have something said: every command is granted, and every
// text has been said as soon as it is there.
void SpeechService::talk_with(int program, const std::stop_token& stop) {
    std::string arrived;
    bool text_follows = false;
    int number = 0;
    while (!stop.stop_requested()) {
        if (auto words = taken(arrived, text_follows ? text_end : line_end)) {
            if (text_follows) {
                ++number;
                note(std::move(*words));
                answer(program, fmt::format("225-{0}\r\n225 OK MESSAGE QUEUED\r\n"
                                            "702-{0}\r\n702-1\r\n702 END\r\n",
                                            number));
                text_follows = false;
            } else if (*words == "speak" || *words == "SPEAK") {
                answer(program, "230 OK RECEIVING DATA\r\n");
                text_follows = true;
            } else {
                answer(program, "200 OK\r\n");
            }
            continue;
        }
        if (!readable(program)) continue;
        std::array<char, 4096> more{};
        const ssize_t bytes = recv(program, more.data(), more.size(), 0);
        if (bytes <= 0) return;
        arrived.append(more.data(), static_cast<std::size_t>(bytes));
    }
}

}  // namespace end_to_end
