// Stands in for the machine's speech (speech-dispatcher): says nothing, and writes down what it was
// to say. So a test hears which control the keyboard has come to, as somebody who cannot see it.
#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "tests/support/scratch_folder.h"

namespace end_to_end {

// Listens on a socket of its own for one program at a time; any thread may ask what was said.
class SpeechService {
public:
    // Throws std::system_error when there can be no socket.
    SpeechService();
    ~SpeechService();
    SpeechService(const SpeechService&) = delete;
    SpeechService& operator=(const SpeechService&) = delete;

    // With it a program speaks to this one.
    std::vector<std::pair<std::string, std::string>> environment() const;

    std::size_t sentences() const;
    // The last sentence, once there are more than `after`; nothing after `at_most`.
    std::optional<std::string> wait_said(std::size_t after, std::chrono::milliseconds at_most);

private:
    void serve(const std::stop_token& stop);
    void talk_with(int program, const std::stop_token& stop);
    void note(std::string sentence);

    support::ScratchFolder scratch_;
    std::filesystem::path socket_file_;
    int socket_ = -1;

    mutable std::mutex mutex_;
    std::condition_variable heard_;
    std::vector<std::string> said_;  // guarded by mutex_
    std::jthread thread_;            // last member: started last, joined first
};

}  // namespace end_to_end
