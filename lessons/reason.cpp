#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <map>
#include <string_view>
#include <vector>

#include "catalogue/words.h"
#include "lessons/difference.h"

namespace lessons {
using catalogue::_;
using catalogue::Fact;

namespace {

constexpr std::string_view value_mark = "{value}";
constexpr std::size_t most_facts = 2;

// A whole number of at most nine digits; years, ages, counts.
std::optional<int> number_of(const std::optional<Fact>& fact) {
    if (!fact || fact->compared.empty() || fact->compared.size() > 9) return std::nullopt;
    const std::string& value = fact->compared;
    int number = 0;
    const char* end = value.data() + value.size();
    const auto [stopped, error] = std::from_chars(value.data(), end, number);
    if (error != std::errc{} || stopped != end || number < 0) return std::nullopt;
    return number;
}

// In thousandths: how far apart two numbers are, against the furthest apart of all.
std::int64_t telling_of_numbers(const Grid& grid, std::size_t kind, int before, int now) {
    int lowest = std::min(before, now);
    int highest = std::max(before, now);
    const std::int64_t apart = highest - lowest;
    for (int person = 0; person < grid.people; ++person) {
        if (const std::optional<int> number = number_of(grid.fact(person, kind))) {
            lowest = std::min(lowest, *number);
            highest = std::max(highest, *number);
        }
    }
    return highest == lowest ? 0 : 1000 * apart / (highest - lowest);
}

// In thousandths: how many of all pairs of people have the same to say here.
std::int64_t telling_of_words(const Grid& grid, std::size_t kind) {
    std::map<std::string_view, std::int64_t> people_with;
    std::int64_t known = 0;
    for (int person = 0; person < grid.people; ++person) {
        if (const std::optional<Fact>& fact = grid.fact(person, kind)) {
            ++people_with[fact->compared];
            ++known;
        }
    }
    std::int64_t alike = 0;
    for (const auto& [value, count] : people_with) {
        alike += count * (count - 1);
    }
    return known < 2 ? 0 : 1000 * alike / (known * (known - 1));
}

struct Sentence {
    std::string before;  // what is said before the value
    std::string after;
};

Sentence sentence_of(const std::string& says) {
    const std::size_t place = says.find(value_mark);
    if (place != std::string::npos) {
        return {says.substr(0, place), says.substr(place + value_mark.size())};
    }
    return {says.empty() || says.ends_with(' ') ? says : says + ' ', ""};
}

// The words that both sentences begin with are said once; but a last word of one or two letters
// ("at", "in", "a") belongs to what follows it: "left school at 16, then at 30".
std::string said_again(const std::string& before) {
    const std::size_t end = before.find_last_not_of(' ');
    if (end == std::string::npos) return "";
    if (end + 1 == before.size()) return before;  // no space: "aged-{value}" is one word
    const std::size_t space = before.find_last_of(' ', end);
    const std::string word = before.substr(space == std::string::npos ? 0 : space + 1,
                                           end - (space == std::string::npos ? 0 : space + 1) + 1);
    const auto letters = std::count_if(word.begin(), word.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;  // UTF-8: not a later byte
    });
    return letters <= 2 ? word + ' ' : "";
}

// A fact in which two people differ, as a sentence about each.
struct Contrast {
    std::int64_t telling = 0;
    std::string of_one;
    std::string of_other;  // without the words that both sentences begin with
};

Contrast contrast_in(const Grid& grid, std::size_t kind, int one, int other) {
    const std::optional<Fact>& a = grid.fact(one, kind);
    const std::optional<Fact>& b = grid.fact(other, kind);
    const std::optional<int> first = number_of(a);
    const std::optional<int> second = number_of(b);
    const Sentence sentence = sentence_of(grid.says[kind]);
    return {first && second ? telling_of_numbers(grid, kind, *first, *second)
                            : telling_of_words(grid, kind),
            sentence.before + a->text + sentence.after,
            said_again(sentence.before) + b->text + sentence.after};
}

bool differ_in(const Grid& grid, std::size_t kind, int one, int other) {
    const std::optional<Fact>& a = grid.fact(one, kind);
    const std::optional<Fact>& b = grid.fact(other, kind);
    return a && b && a->compared != b->compared;
}

// The most telling ones, most telling first.
std::vector<Contrast> contrasts(const Grid& grid, int one, int other) {
    std::vector<Contrast> found;
    for (std::size_t kind = 0; kind < grid.says.size(); ++kind) {
        if (!grid.may_say(one, kind) || !grid.may_say(other, kind)) continue;
        if (differ_in(grid, kind, one, other)) {
            found.push_back(contrast_in(grid, kind, one, other));
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Contrast& a, const Contrast& b) { return a.telling > b.telling; });
    found.resize(std::min(most_facts, found.size()));
    return found;
}

}  // namespace

int facts_apart(const Grid& grid, int one, int other) {
    int apart = 0;
    for (std::size_t kind = 0; kind < grid.says.size(); ++kind) {
        if (differ_in(grid, kind, one, other)) ++apart;
    }
    return apart;
}

std::string contrast_between(const Grid& grid, int before, int now) {
    std::string words;
    for (const Contrast& contrast : contrasts(grid, before, now)) {
        if (!words.empty()) words += "; ";
        words += _("{}, then {}", contrast.of_one, contrast.of_other);
    }
    return words;
}

std::string contrast_of(const Grid& grid, int one, const std::string& name_of_one, int other,
                        const std::string& name_of_other) {
    std::string of_one;
    std::string of_other;
    for (const Contrast& contrast : contrasts(grid, one, other)) {
        of_one += (of_one.empty() ? "" : ", ") + contrast.of_one;
        of_other += (of_other.empty() ? "" : ", ") + contrast.of_other;
    }
    if (of_one.empty()) return "";
    return name_of_one + ": " + of_one + "; " + name_of_other + ": " + of_other;
}

}  // namespace lessons
