#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <map>
#include <string_view>

#include "lessons/mix.h"

namespace lessons {

namespace {

constexpr std::string_view value_mark = "{value}";
constexpr std::size_t most_facts = 2;

// A whole number of at most nine digits; years, ages, counts.
std::optional<int> number_of(const std::optional<std::string>& value) {
    if (!value || value->empty() || value->size() > 9) return std::nullopt;
    int number = 0;
    const char* end = value->data() + value->size();
    const auto [stopped, error] = std::from_chars(value->data(), end, number);
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
        if (const std::optional<std::string>& value = grid.fact(person, kind)) {
            ++people_with[*value];
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

std::string words_for(const Grid& grid, std::size_t kind, int before, int now) {
    const Sentence sentence = sentence_of(grid.says[kind]);
    return sentence.before + *grid.fact(before, kind) + sentence.after + ", then " +
           said_again(sentence.before) + *grid.fact(now, kind) + sentence.after;
}

}  // namespace

std::string contrast_between(const Grid& grid, int before, int now) {
    struct Contrast {
        std::size_t kind;
        std::int64_t telling;
    };
    std::vector<Contrast> contrasts;
    for (std::size_t kind = 0; kind < grid.says.size(); ++kind) {
        const std::optional<std::string>& a = grid.fact(before, kind);
        const std::optional<std::string>& b = grid.fact(now, kind);
        if (!a || !b || *a == *b) continue;
        const std::optional<int> first = number_of(a);
        const std::optional<int> second = number_of(b);
        contrasts.push_back({kind, first && second ? telling_of_numbers(grid, kind, *first, *second)
                                                   : telling_of_words(grid, kind)});
    }
    std::stable_sort(contrasts.begin(), contrasts.end(),
                     [](Contrast a, Contrast b) { return a.telling > b.telling; });

    std::string words;
    for (std::size_t i = 0; i < std::min(most_facts, contrasts.size()); ++i) {
        if (i > 0) words += "; ";
        words += words_for(grid, contrasts[i].kind, before, now);
    }
    return words;
}

}  // namespace lessons
