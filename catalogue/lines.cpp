#include "catalogue/lines.h"

#include <algorithm>
#include <optional>

#include "catalogue/text.h"
#include "catalogue/words.h"

namespace catalogue {

Lines::Lines(std::string_view text) : text_(text) {
    starts_.push_back(0);
    for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1)) {
        starts_.push_back(at + 1);
    }
}

std::string_view Lines::line(std::size_t number) const {
    if (number >= starts_.size()) return {};
    const std::size_t start = starts_[number];
    const std::size_t end = number + 1 < starts_.size() ? starts_[number + 1] - 1 : text_.size();
    return text_.substr(start, end - start);
}

std::string_view Lines::rest(std::size_t number, std::size_t byte) const {
    if (number >= starts_.size()) return {};
    return text_.substr(std::min(starts_[number] + byte, text_.size()));
}

Place Lines::place(std::size_t line_number, std::size_t byte) const {
    const std::string_view before = line(line_number).substr(0, byte);
    return {{}, static_cast<int>(line_number) + 1, static_cast<int>(characters_in(before)) + 1};
}

Place Lines::place_of(std::size_t at) const {
    const auto after = std::ranges::upper_bound(starts_, at);
    const auto number = static_cast<std::size_t>(after - starts_.begin()) - 1;
    return place(number, at - starts_[number]);
}

std::size_t characters_in(std::string_view utf8) {
    return static_cast<std::size_t>(std::ranges::count_if(
        utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::size_t control_length(std::string_view text) {
    const auto byte = static_cast<unsigned char>(text.front());
    if (byte < 0x20) return byte == '\n' || byte == '\t' || byte == '\r' ? 0 : 1;
    if (byte == 0x7F) return 1;
    if (byte != 0xC2 || text.size() < 2) return 0;
    const auto second = static_cast<unsigned char>(text[1]);
    return second >= 0x80 && second <= 0x9F && second != 0x85 ? 2 : 0;
}

std::string without_hidden(std::string_view text, Report& report) {
    std::string out;
    out.reserve(text.size());
    std::optional<std::size_t> first_invalid;
    std::optional<std::size_t> first_control;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = utf8_sequence_length(text.substr(at));
        const std::size_t control = length == 0 ? 0 : control_length(text.substr(at));
        if (length == 0 && !first_invalid) first_invalid = at;
        if (control > 0 && !first_control) first_control = at;
        if (length == 0 || control > 0) {
            append_utf8(out, 0xFFFD);
        } else {
            out.append(text, at, length);
        }
        at += std::max<std::size_t>(length, 1);
    }
    if (first_invalid) {
        report.error(Lines{text}.place_of(*first_invalid), _("this letter is not UTF-8"),
                     _("save the file as UTF-8 and type the letter again"));
    }
    if (first_control) {
        report.error(Lines{text}.place_of(*first_control), _("there is a control character here"),
                     _("delete it: it cannot be seen, but it is in the file"));
    }
    return out;
}

}  // namespace catalogue
