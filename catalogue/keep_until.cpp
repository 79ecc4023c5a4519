#include "catalogue/keep_until.h"

#include <fmt/format.h>

#include <charconv>

#include "catalogue/text.h"
#include "catalogue/yaml_tree.h"

namespace catalogue {
namespace {

using namespace std::chrono;

month_day day_of(KeepDay ends) {
    switch (ends) {
        case KeepDay::LastOfJune:
            return June / 30;
        case KeepDay::LastOfJuly:
            return July / 31;
        case KeepDay::LastOfAugust:
            return August / 31;
        case KeepDay::LastOfDecember:
            return December / 31;
    }
    return August / 31;
}

constexpr days a_month{31};

std::optional<int> number(std::string_view digits) {
    if (digits.starts_with('-')) return std::nullopt;
    int value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size()) return std::nullopt;
    return value;
}

}  // namespace

Date kept_until(Date begun, KeepDay ends) {
    const sys_days earliest = sys_days{begun} + a_month;
    Date until = begun.year() / day_of(ends);
    while (sys_days{until} < earliest)
        until += years{1};
    return until;
}

std::string date_text(Date date) {
    return fmt::format("{:04}-{:02}-{:02}", int{date.year()}, unsigned{date.month()},
                       unsigned{date.day()});
}

std::optional<Date> date_from(std::string_view text) {
    constexpr std::size_t size = 10;  // 2027-08-31
    if (text.size() != size) return std::nullopt;
    const auto field = [&](std::size_t at, std::size_t digits) {
        return number(text.substr(at, digits)).value_or(0);
    };
    const Date date{year{field(0, 4)}, month(static_cast<unsigned>(field(5, 2))),
                    day(static_cast<unsigned>(field(8, 2)))};
    // There is one way only to write it.
    if (!date.ok() || date_text(date) != text) return std::nullopt;
    return date;
}

std::string keep_mark_text(Date until) {
    return fmt::format("format: 1\nkeep_until: {}\n", yaml_quoted(date_text(until)));
}

std::optional<Date> read_keep_mark(std::string_view text, const std::filesystem::path& file) {
    const YamlReading reading = read_yaml(text, file);
    if (!reading.root) return std::nullopt;
    const YamlNode* until = reading.root->find("keep_until");
    if (until == nullptr || until->kind != YamlNode::Kind::Scalar) return std::nullopt;
    return date_from(until->text);
}

}  // namespace catalogue
