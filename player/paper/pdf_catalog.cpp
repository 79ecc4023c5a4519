#include "player/paper/pdf_catalog.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace paper {
namespace {

std::optional<std::size_t> number_after(std::string_view text, std::string_view key) {
    const std::size_t at = text.rfind(key);
    if (at == std::string_view::npos) return std::nullopt;
    text.remove_prefix(at + key.size());
    while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) {
        text.remove_prefix(1);
    }
    std::size_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{}) return std::nullopt;
    return number;
}

// Nothing of a module may end the string that it stands in.
bool is_language_tag(std::string_view text) {
    return !text.empty() && text.size() < 36 && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-';
    });
}

}  // namespace

std::string with_catalog_entries(std::string pdf, std::string_view language) {
    const std::string_view text = pdf;
    const std::size_t trailer = text.rfind("trailer");
    if (trailer == std::string_view::npos) return pdf;
    const auto size = number_after(text.substr(trailer), "/Size");
    const auto root = number_after(text.substr(trailer), "/Root");
    const auto info = number_after(text.substr(trailer), "/Info");
    const auto cross_references = number_after(text.substr(trailer), "startxref");
    if (!size || !root || !info || !cross_references) return pdf;
    const std::string begin = fmt::format("\n{} 0 obj\n<<", *root);
    const std::size_t object = text.rfind(begin);
    const std::size_t end = object == std::string_view::npos ? object : text.find(">>", object);
    if (end == std::string_view::npos) return pdf;
    const std::string entries{text.substr(object + begin.size(), end - object - begin.size())};
    if (entries.find("/Type /Catalog") == std::string::npos ||
        entries.find("<<") != std::string::npos) {
        return pdf;
    }
    const std::size_t place = pdf.size() + 1;
    pdf += fmt::format(
        "\n{0} 0 obj\n<<{1}   /MarkInfo << /Marked true >>\n   /ViewerPreferences << "
        "/DisplayDocTitle true >>\n",
        *root, entries);
    if (is_language_tag(language)) pdf += fmt::format("   /Lang ({})\n", language);
    pdf += ">>\nendobj\n";
    const std::size_t table = pdf.size();
    pdf += fmt::format(
        "xref\n{0} 1\n{1:010} 00000 n \ntrailer\n<< /Size {2}\n   /Root {0} 0 R\n   /Info {3} 0 R\n"
        "   /Prev {4}\n>>\nstartxref\n{5}\n%%EOF\n",
        *root, place, *size, *info, *cross_references, table);
    return pdf;
}

}  // namespace paper
