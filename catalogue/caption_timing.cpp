// Lines and times, as WebVTT and SRT have them.
#include <algorithm>
#include <charconv>

#include "catalogue/caption_formats.h"
#include "catalogue/text.h"
#include "catalogue/words.h"

namespace catalogue {
namespace {

constexpr std::string_view blanks = " \t";

std::string time_hint(std::string_view written, TimingForm form) {
    if (form == TimingForm::Srt) return _("write times as hh:mm:ss,mmm");
    if (written.find(',') != written.npos) {
        return _("write a dot before the milliseconds, not a comma");
    }
    return _("write times as mm:ss.mmm or hh:mm:ss.mmm, always with three digits of milliseconds");
}

// Milliseconds behind the dot or comma: three digits; in SRT also fewer, as a decimal fraction.
std::optional<long> milliseconds(std::string_view digits, TimingForm form) {
    if (digits.size() > 3 || (form == TimingForm::WebVtt && digits.size() != 3)) {
        return std::nullopt;
    }
    std::optional<long> number = whole_number(digits);
    for (std::size_t i = digits.size(); number && i < 3; ++i) {
        *number *= 10;
    }
    return number;
}

std::optional<SourceTime> clock_time(std::string_view text, TimingForm form) {
    const std::size_t point = text.find_first_of(form == TimingForm::Srt ? ",." : ".");
    long thousandths = 0;
    if (point != text.npos) {
        const std::optional<long> read = milliseconds(text.substr(point + 1), form);
        if (!read) return std::nullopt;
        thousandths = *read;
    } else if (form == TimingForm::WebVtt) {
        return std::nullopt;
    }
    text = text.substr(0, point);

    const std::size_t last = text.rfind(':');
    if (last == text.npos) return std::nullopt;
    const std::string_view seconds_text = text.substr(last + 1);
    std::string_view minutes_text = text.substr(0, last);
    std::optional<long> hours = 0;
    if (const std::size_t first = minutes_text.find(':'); first != text.npos) {
        const std::string_view hours_text = minutes_text.substr(0, first);
        hours = hours_text.size() <= 5 ? whole_number(hours_text) : std::nullopt;
        minutes_text.remove_prefix(first + 1);
    }
    const auto of_sixty = [&](std::string_view digits) -> std::optional<long> {
        const bool long_enough =
            digits.size() == 2 || (form == TimingForm::Srt && digits.size() == 1);
        const std::optional<long> number = whole_number(digits);
        return long_enough && number && *number < 60 ? number : std::nullopt;
    };
    const std::optional<long> minutes = of_sixty(minutes_text);
    const std::optional<long> seconds = of_sixty(seconds_text);
    if (!hours || !minutes || !seconds) return std::nullopt;
    return SourceTime{std::chrono::hours{*hours} + std::chrono::minutes{*minutes} +
                      std::chrono::seconds{*seconds} + std::chrono::milliseconds{thousandths}};
}

}  // namespace

bool Line::is_blank() const {
    return text.find_first_not_of(blanks) == text.npos;
}

std::optional<Line> line_at(std::string_view text, std::size_t offset) {
    if (offset >= text.size()) return std::nullopt;
    const std::size_t end = std::min(text.find('\n', offset), text.size());
    return Line{offset, text.substr(offset, end - offset)};
}

std::optional<long> whole_number(std::string_view digits) {
    if (digits.empty() || digits.size() > 9 ||
        digits.find_first_not_of("0123456789") != digits.npos) {
        return std::nullopt;
    }
    long number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

std::optional<TimeRange> read_timing(CaptionDraft& draft, const Line& line, TimingForm form) {
    const auto place_of = [&](std::string_view part) {
        return line.offset + static_cast<std::size_t>(part.data() - line.text.data());
    };
    const auto read = [&](std::string_view part) -> std::optional<SourceTime> {
        const std::optional<SourceTime> time = clock_time(part, form);
        if (!time && !draft.is_full()) {
            draft.complain(place_of(part),
                           part.empty() ? _("a time is missing beside '-->'")
                                        : _("{} is not a time", in_quotes(part)),
                           time_hint(part, form));
        }
        return time;
    };
    const std::size_t arrow = line.text.find("-->");
    const std::string_view before = trimmed(line.text.substr(0, arrow));
    std::string_view behind = line.text.substr(arrow + 3);
    behind.remove_prefix(std::min(behind.find_first_not_of(blanks), behind.size()));
    behind = behind.substr(0, behind.find_first_of(blanks));  // what follows is how to place it

    const std::optional<SourceTime> in = read(before.empty() ? line.text.substr(0, 0) : before);
    if (!in) return std::nullopt;
    const std::optional<SourceTime> out = read(behind);
    if (!out) return std::nullopt;
    return TimeRange{*in, *out};
}

}  // namespace catalogue
