#include "player/paper/sheet.h"

#include <fmt/format.h>

#include <algorithm>

#include "catalogue/markdown.h"
#include "catalogue/notebook.h"
#include "catalogue/words.h"

namespace paper {
using catalogue::plural;
namespace {

using Kind = Block::Kind;

Block block_of(Kind kind, std::string_view text, Weight weight = Weight::Regular) {
    Block block;
    block.kind = kind;
    block.runs = {{clean_lines(text), weight}};
    return block;
}

}  // namespace

std::string clean(std::string_view text) {
    std::string cleaned = clean_lines(text);
    std::ranges::replace(cleaned, '\n', ' ');
    return cleaned;
}

std::string clean_lines(std::string_view text) {
    std::string cleaned = catalogue::clean_note_text(text);
    std::ranges::replace(cleaned, '\t', ' ');
    return cleaned;
}

Block heading(std::string_view text, std::string_view aside) {
    Block block = block_of(Kind::Heading, clean(text));
    block.aside = clean(aside);
    return block;
}

Block paragraph(std::string_view text, Weight weight) {
    return block_of(Kind::Paragraph, text, weight);
}

Block care(std::string_view label, std::string_view text) {
    Block block;
    block.kind = Kind::Care;
    block.runs = {{clean(label) + " ", Weight::Strong}, {clean(text)}};
    return block;
}

Block bullet(std::string_view text) {
    return block_of(Kind::Bullet, text);
}

Block numbered(int number, std::string_view text) {
    Block block = block_of(Kind::Numbered, text);
    block.number = number;
    return block;
}

Block quote(std::string_view words, std::string_view source) {
    Block block = block_of(Kind::Quote, words);
    block.aside = clean(source);
    return block;
}

Block lines(std::string_view label, int fewest, int most) {
    Block block = block_of(Kind::Lines, label);
    block.fewest_lines = fewest;
    block.most_lines = std::max(fewest, most);
    return block;
}

std::vector<Block> blocks_of_markdown(std::string_view markdown) {
    std::vector<Block> blocks;
    for (const catalogue::TextBlock& text : catalogue::read_markdown(markdown)) {
        switch (text.kind) {
            case catalogue::TextBlock::Kind::Paragraph:
                blocks.push_back(paragraph(text.text));
                break;
            case catalogue::TextBlock::Kind::Heading:
                blocks.push_back(paragraph(text.text, Weight::Strong));
                break;
            case catalogue::TextBlock::Kind::Bullet:
                blocks.push_back(bullet(text.text));
                break;
            case catalogue::TextBlock::Kind::Numbered:
                blocks.push_back(numbered(text.number, text.text));
                break;
        }
    }
    return blocks;
}

Sheet without(Sheet sheet, const std::set<std::string>& ids) {
    std::vector<Block> kept;
    auto part = sheet.blocks.begin();
    while (part != sheet.blocks.end()) {
        const auto end = std::find_if(part + 1, sheet.blocks.end(), [](const Block& block) {
            return block.kind == Kind::Heading;
        });
        const auto named = [](const Block& block) { return !block.id.empty(); };
        const auto stays = [&](const Block& block) {
            return block.id.empty() || !ids.contains(block.id);
        };
        const bool emptied = part->kind == Kind::Heading && std::any_of(part, end, named) &&
                             std::none_of(part, end, [&](const Block& block) {
                                 return named(block) && stays(block);
                             });
        int number = 0;
        for (; part != end; ++part) {
            if (emptied || !stays(*part)) continue;
            kept.push_back(std::move(*part));
            Block& block = kept.back();
            if (named(block) && block.kind == Kind::Numbered) block.number = ++number;
        }
    }
    sheet.blocks = std::move(kept);
    return sheet;
}

std::size_t next_to_spare(const Sheet& sheet) {
    std::size_t next = sheet.blocks.size();
    int highest = 1;
    for (std::size_t i = 0; i < sheet.blocks.size(); ++i) {
        if (sheet.blocks[i].spare >= highest) {
            highest = sheet.blocks[i].spare;
            next = i;
        }
    }
    return next;
}

std::string foot_text(const Sheet& sheet, int left_out) {
    if (left_out == 0) return sheet.foot;
    const auto lines = static_cast<std::size_t>(left_out);
    const std::string said = sheet.most_pages == 1
                                 ? plural("{} line is left out to fit one side.",
                                          "{} lines are left out to fit one side.", lines)
                                 : plural("{} line is left out to fit the pages.",
                                          "{} lines are left out to fit the pages.", lines);
    return sheet.foot.empty() ? said : said + " " + sheet.foot;
}

std::string words_of(const Sheet& sheet) {
    std::string words;
    const auto say = [&words](std::string_view text) {
        if (text.empty()) return;
        if (!words.empty()) words += ' ';
        words += text;
    };
    say(sheet.kind);
    say(sheet.title);
    say(sheet.subtitle);
    for (const Block& block : sheet.blocks) {
        std::string text;
        for (const Run& run : block.runs) {
            text += run.text;
        }
        if (block.kind == Kind::Bullet) say("\u2022");
        if (block.kind == Kind::Numbered) say(fmt::format("{}.", block.number));
        say(block.kind == Kind::Quote ? fmt::format("\u201c{}\u201d", text) : text);
        say(block.aside);
    }
    return words;
}

}  // namespace paper
