#include "player/paper/markdown.h"

#include <fmt/format.h>

#include <algorithm>

namespace paper {
namespace {

using Kind = Block::Kind;

constexpr std::string_view special = "\\`*_{}[]<>#|&~$";

bool is_blank(char c) {
    return c == ' ';
}

// One line of words that begins a line of Markdown.
std::string escaped_line(std::string_view line) {
    while (!line.empty() && is_blank(line.front()))
        line.remove_prefix(1);
    while (!line.empty() && is_blank(line.back()))
        line.remove_suffix(1);
    std::string escaped;
    bool only_digits = true;  // so far: "1." begins a list
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        const bool begins = i == 0 && (c == '+' || c == '-' || c == '=');
        const bool numbers = i > 0 && only_digits && (c == '.' || c == ')');
        if (special.find(c) != std::string_view::npos || begins || numbers) escaped += '\\';
        only_digits = only_digits && c >= '0' && c <= '9';
        escaped += c;
    }
    return escaped;
}

// `text` with its line ends as breaks; every further line begins with `indent`.
std::string escaped_lines(std::string_view text, std::string_view indent) {
    std::string escaped;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string line = escaped_line(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty()) continue;
        if (!escaped.empty()) escaped += fmt::format("\\\n{}", indent);
        escaped += line;
    }
    return escaped;
}

std::string runs_of(const Block& block, std::string_view indent) {
    std::string markdown;
    for (const Run& run : block.runs) {
        const std::string words = escaped_lines(run.text, indent);
        if (words.empty()) continue;
        // Escaping takes blanks at the ends away; those between runs are needed.
        if (!markdown.empty() && is_blank(run.text.front())) markdown += ' ';
        markdown += run.weight == Weight::Strong ? fmt::format("**{}**", words) : words;
        if (is_blank(run.text.back())) markdown += ' ';
    }
    while (!markdown.empty() && is_blank(markdown.back()))
        markdown.pop_back();
    return markdown;
}

std::string markdown_of(const Block& block, int lines) {
    switch (block.kind) {
        case Kind::Heading:
            return fmt::format("## {}\n{}", runs_of(block, ""),
                               block.aside.empty()
                                   ? std::string{}
                                   : fmt::format("\n{}\n", markdown_escaped(block.aside)));
        case Kind::Paragraph:
            return runs_of(block, "") + "\n";
        case Kind::Care:
            return fmt::format("> {}\n", runs_of(block, "> "));
        case Kind::Bullet:
            return fmt::format("- {}\n", runs_of(block, "  "));
        case Kind::Numbered:
            return fmt::format("{}. {}\n", block.number, runs_of(block, "   "));
        case Kind::Quote:
            return fmt::format("> \u201c{}\u201d\n{}", runs_of(block, "> "),
                               block.aside.empty()
                                   ? std::string{}
                                   : fmt::format(">\n> {}\n", markdown_escaped(block.aside)));
        case Kind::Lines: {
            std::string markdown = runs_of(block, "");
            if (!markdown.empty()) markdown += "\n";
            for (int i = 0; i < lines; ++i) {
                markdown += markdown.empty() ? "___\n" : "\n___\n";
            }
            return markdown;
        }
        case Kind::Rule:
            return "***\n";
    }
    return {};
}

}  // namespace

std::string markdown_escaped(std::string_view text) {
    return escaped_lines(text, "");
}

std::string to_markdown(const FittedSheet& fitted) {
    const Sheet& sheet = fitted.sheet;
    std::string markdown;
    Kind before = Kind::Rule;
    const auto add = [&](const std::string& part, Kind kind) {
        if (part.empty() || part == "\n") return;
        const bool in_list = kind == before && (kind == Kind::Bullet || kind == Kind::Numbered);
        if (!markdown.empty() && !in_list) markdown += "\n";
        markdown += part;
        before = kind;
    };
    if (!sheet.kind.empty()) add(markdown_escaped(sheet.kind) + "\n", Kind::Paragraph);
    if (!sheet.title.empty())
        add(fmt::format("# {}\n", markdown_escaped(sheet.title)), Kind::Heading);
    if (!sheet.subtitle.empty()) add(markdown_escaped(sheet.subtitle) + "\n", Kind::Paragraph);
    for (std::size_t i = 0; i < sheet.blocks.size(); ++i) {
        add(markdown_of(sheet.blocks[i], fitted.lines[i]), sheet.blocks[i].kind);
    }
    if (!sheet.foot.empty()) add("***\n\n" + markdown_escaped(sheet.foot) + "\n", Kind::Rule);
    return markdown;
}

}  // namespace paper
