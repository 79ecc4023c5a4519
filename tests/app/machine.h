// Every place of the user's in which the program may write.
#pragma once

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/scratch_folder.h"

namespace made_up {

// For one test; the places are those of before when it goes.
class Machine {
public:
    static constexpr std::array places{
        "XDG_STATE_HOME",    "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR",
        "XDG_DOCUMENTS_DIR", "TMPDIR",         "HOME"};
    Machine() {
        for (const char* place : places) {
            if (const char* before = std::getenv(place)) before_.emplace_back(place, before);
            std::filesystem::create_directory(folder_.path() / place);
            ::setenv(place, (folder_.path() / place).c_str(), 1);
        }
    }
    ~Machine() {
        for (const char* place : places)
            ::unsetenv(place);
        for (const auto& [place, value] : before_)
            ::setenv(place.c_str(), value.c_str(), 1);
    }
    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;

    std::vector<std::filesystem::path> files_with(const std::string& words) const {
        std::vector<std::filesystem::path> found;
        std::error_code error;
        for (std::filesystem::recursive_directory_iterator entry(folder_.path(), error), end;
             !error && entry != end; entry.increment(error)) {
            std::error_code gone;  // it may be renamed while one looks
            std::string text;
            if (entry->is_regular_file(gone)) {
                std::ifstream in(entry->path(), std::ios::binary);
                text.assign(std::istreambuf_iterator<char>(in), {});
            }
            const bool named = entry->path().string().find(words) != std::string::npos;
            if (named || text.find(words) != std::string::npos) found.push_back(entry->path());
        }
        return found;
    }
    bool has(const std::string& words, const std::string& in) const {
        return std::ranges::any_of(files_with(words), [&](const std::filesystem::path& file) {
            return file.string().find(in) != std::string::npos;
        });
    }
    const std::filesystem::path& path() const { return folder_.path(); }

private:
    support::ScratchFolder folder_;
    std::vector<std::pair<std::string, std::string>> before_;
};

}  // namespace made_up
