#include "catalogue/time_text.h"

#include <fmt/format.h>

#include <cassert>
#include <cstdint>
#include <optional>
#include <vector>

#include "catalogue/text.h"
#include "catalogue/words.h"

namespace catalogue {
namespace {

constexpr std::string_view forms = "\"mm:ss.mmm\" or \"hh:mm:ss.mmm\"";

std::optional<std::int64_t> digits(std::string_view text, std::size_t least, std::size_t most) {
    if (text.size() < least || text.size() > most) return std::nullopt;
    std::int64_t number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

Problem wrong(std::string_view text, std::string hint) {
    return fail({}, _("{} is not a time", in_quotes(text)), std::move(hint));
}

}  // namespace

Result<SourceTime> parse_time(std::string_view text) {
    const std::string general = _("write it as {}", forms);
    if (!text.empty() && text.front() == '-') {
        return fail({}, _("{} is before the start of the film", in_quotes(text)),
                    _("times count from 00:00.000"));
    }

    std::vector<std::string_view> parts;
    for (std::size_t from = 0;;) {
        const std::size_t colon = text.find(':', from);
        parts.push_back(text.substr(from, colon == text.npos ? text.npos : colon - from));
        if (colon == text.npos || parts.size() > 3) break;
        from = colon + 1;
    }
    if (parts.size() < 2 || parts.size() > 3) return wrong(text, general);

    const std::string_view last = parts.back();
    const std::size_t dot = last.find('.');
    if (dot == last.npos) {
        return wrong(text, _("write it as {}, with milliseconds", forms));
    }
    const auto seconds = digits(last.substr(0, dot), 2, 2);
    const auto milliseconds = digits(last.substr(dot + 1), 3, 3);
    if (!milliseconds && digits(last.substr(dot + 1), 1, 9)) {
        return wrong(text, _("write exactly three digits after the dot, as in \"00:40.200\""));
    }
    const bool with_hours = parts.size() == 3;
    const auto hours = with_hours ? digits(parts[0], 2, 2) : 0;
    const std::string_view minutes_text = parts[parts.size() - 2];
    const auto minutes = digits(minutes_text, 2, with_hours ? 2 : 3);
    if (!hours || !minutes || !seconds || !milliseconds) return wrong(text, general);
    if (*seconds > 59) return wrong(text, _("seconds go from 00 to 59"));
    if (with_hours && *minutes > 59) {
        return wrong(text, _("minutes go from 00 to 59 when hours are given"));
    }
    return SourceTime{std::chrono::milliseconds{((*hours * 60 + *minutes) * 60 + *seconds) * 1000 +
                                                *milliseconds}};
}

std::string format_time(SourceTime time) {
    const std::int64_t total_us = time.time_since_epoch().count();
    assert(total_us >= 0);
    const std::int64_t total_ms = (total_us + 500) / 1000;
    const std::int64_t ms = total_ms % 1000;
    const std::int64_t s = total_ms / 1000 % 60;
    const std::int64_t min = total_ms / 60'000 % 60;
    const std::int64_t h = total_ms / 3'600'000;
    if (h == 0) return fmt::format("{:02}:{:02}.{:03}", min, s, ms);
    return fmt::format("{:02}:{:02}:{:02}.{:03}", h, min, s, ms);
}

}  // namespace catalogue
