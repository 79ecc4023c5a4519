// The little Markdown that prompts are written in, as blocks of words. What it cannot show
// (pictures, HTML, tables, links' addresses) is left out or read as its words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace catalogue {

struct TextBlock {
    enum class Kind { Paragraph, Heading, Bullet, Numbered };

    Kind kind = Kind::Paragraph;
    int number = 0;    // of a Numbered
    std::string text;  // one line of words; '\n' only where the author broke it

    bool operator==(const TextBlock&) const = default;
};

// Never throws; `text` may be anything. Invalid UTF-8 stays as it is.
std::vector<TextBlock> read_markdown(std::string_view text);

// As HTML, everything escaped.
std::string to_html(const std::vector<TextBlock>& blocks);
std::string html_escaped(std::string_view text);

}  // namespace catalogue
