// The lines of a text from outside: their places, and what in them cannot be shown. Private to
// the folder.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/report.h"

namespace catalogue {

// Where the lines of a text begin, to say places as an editor counts them. Does not own the text.
class Lines {
public:
    explicit Lines(std::string_view text);

    std::size_t count() const { return starts_.size(); }

    // The line without its end, empty beyond the last; lines count from 0 here.
    std::string_view line(std::size_t number) const;

    // What follows in the text from a byte of a line, both from 0.
    std::string_view rest(std::size_t number, std::size_t byte) const;

    // Line and column from 1, of a line from 0 and a byte of it from 0; columns count characters.
    // The place has no file.
    Place place(std::size_t line_number, std::size_t byte) const;

    // The same, of a byte of the text.
    Place place_of(std::size_t at) const;

private:
    std::string_view text_;
    std::vector<std::size_t> starts_;
};

std::size_t characters_in(std::string_view utf8);

// The length of the control character at the start of `text`; 0 when there is none. Line ends,
// tabs and U+0085 (a line end of YAML) are no control characters here.
std::size_t control_length(std::string_view text);

// The text with every control character, and every byte that is not UTF-8, replaced by U+FFFD;
// reports the first of each.
std::string without_hidden(std::string_view text, Report& report);

}  // namespace catalogue
