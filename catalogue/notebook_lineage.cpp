#include "catalogue/notebook_lineage.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "catalogue/notebook.h"

namespace catalogue {
namespace {

// The last key of the body. No line of a note looks like it: they are indented.
constexpr std::string_view key = "\nlineage:\n";
constexpr std::string_view mark_begins = "# end ";
constexpr std::size_t writer_digits = 8;

std::string_view body_of(std::string_view text) {
    return text.substr(0, std::min(text.rfind(mark_begins), text.size()));
}

std::string_view words_of(std::string_view body) {
    const std::size_t at = body.rfind(key);
    return at == body.npos ? body : body.substr(0, at + 1);
}

// `  "A7F30C11": 12`
std::optional<Lineage::value_type> entry_from(std::string_view line) {
    constexpr std::string_view begins = "  \"";
    constexpr std::string_view between = "\": ";
    const std::string_view writer =
        line.substr(std::min(begins.size(), line.size()), writer_digits);
    const std::size_t at = begins.size() + writer_digits + between.size();
    if (line.size() <= at || !line.starts_with(begins) ||
        writer.find_first_not_of("0123456789ABCDEF") != writer.npos ||
        line.substr(begins.size() + writer_digits, between.size()) != between) {
        return std::nullopt;
    }
    std::uint64_t number = 0;
    const char* end = line.data() + line.size();
    const auto [stopped, error] = std::from_chars(line.data() + at, end, number);
    if (error != std::errc{} || stopped != end || number == 0) return std::nullopt;
    return Lineage::value_type{writer, number};
}

}  // namespace

bool holds_all_of(const Lineage& one, const Lineage& other) {
    return std::ranges::all_of(other, [&](const auto& entry) {
        const auto found = one.find(entry.first);
        return found != one.end() && found->second >= entry.second;
    });
}

Lineage joined(Lineage one, const Lineage& other) {
    for (const auto& [writer, number] : other) {
        std::uint64_t& known = one[writer];
        known = std::max(known, number);
    }
    return one;
}

std::string with_lineage(std::string_view text, const Lineage& lineage) {
    std::string body{words_of(body_of(text))};
    if (!lineage.empty()) body += key.substr(1);
    for (const auto& [writer, number] : lineage)
        body += fmt::format("  \"{}\": {}\n", writer, number);
    return with_end_mark(std::move(body));
}

std::string without_lineage(std::string_view text) {
    return with_lineage(text, {});
}

Lineage lineage_in(std::string_view text) {
    if (find_damage(text, {})) return {};
    const std::string_view body = body_of(text);
    const std::string_view words = words_of(body);
    if (words.size() == body.size()) return {};
    std::string_view lines = body.substr(words.size() + key.size() - 1);
    Lineage lineage;
    while (!lines.empty()) {
        const std::size_t end = lines.find('\n');
        auto entry = entry_from(lines.substr(0, end));
        if (!entry || lineage.size() == most_writers) return {};
        lineage.insert(*std::move(entry));
        lines.remove_prefix(end == lines.npos ? lines.size() : end + 1);
    }
    return lineage;
}

}  // namespace catalogue
