// What lies in the folder into which a class hands in, out of one look at it after another. A file
// that is not whole is waited for, then named; what was once whole stays until it is taken away.
// Pure.
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/hand_in.h"

namespace app {

// One look at the folder.
struct FolderLook {
    int error = 0;  // an errno: the folder could not be looked at
    struct File {
        std::string name;
        std::optional<std::string> text;  // nothing: it could not be read
    };
    std::vector<File> files;
    bool more = false;  // than `most_hand_ins`
};

inline constexpr std::size_t most_hand_ins = 400;

// Names to be read of all those in a folder, at most `most_hand_ins`, in an order that stays.
// @returns whether there were more
bool keep_hand_in_names(std::vector<std::string>& names);

class HandInCollection {
public:
    using Time = std::chrono::steady_clock::time_point;

    // @param patience  how long a file may stay as it is without being whole before it is named
    explicit HandInCollection(std::chrono::milliseconds patience) : patience_(patience) {}

    // @returns whether anything below says something else now
    bool take(const FolderLook& look, Time now);

    // False until the folder was looked at, well or not.
    bool looked() const { return looked_; }
    // Of each notebook the newest hand-in, in the order of their ids. While the folder cannot be
    // looked at, as it was.
    std::vector<catalogue::HandIn> hand_ins() const;
    // Names of files that are not whole and that nobody waits for any more.
    std::vector<std::string> unreadable() const;
    int error() const { return error_; }  // of the last look
    bool more() const { return more_; }

private:
    struct Known {
        std::string text;                          // the last that was looked into
        std::optional<catalogue::HandIn> hand_in;  // the last that was whole
        std::optional<Time> not_whole_since;       // as it is now
        bool named = false;
    };
    bool take_file(Known& known, const std::optional<std::string>& text, std::string_view name,
                   Time now);

    std::chrono::milliseconds patience_;
    std::map<std::string, Known> files_;
    int error_ = 0;
    bool looked_ = false;
    bool more_ = false;
};

// What is amiss with the folder, in one sentence; nothing when all is well.
std::optional<std::string> folder_words(const std::string& folder, int error);
std::string no_answer_words(const std::string& folder);
std::optional<std::string> unreadable_words(const std::vector<std::string>& names);

}  // namespace app
