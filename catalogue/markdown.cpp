#include "catalogue/markdown.h"

#include <fmt/format.h>

#include <algorithm>

#include "catalogue/text.h"

#include <md4c.h>

namespace catalogue {
namespace {

using Kind = TextBlock::Kind;

struct Reading {
    std::vector<TextBlock> blocks;
    std::vector<bool> numbered;  // the lists that are open
    std::vector<int> next;       // number of the next item of each
    std::vector<Kind> kinds;     // of the items and headings that are open
    bool begin = true;           // the next words begin a block

    void add(std::string_view words) {
        if (begin) {
            TextBlock block;
            block.kind = kinds.empty() ? Kind::Paragraph : kinds.back();
            if (block.kind == Kind::Numbered && !next.empty()) block.number = next.back()++;
            blocks.push_back(std::move(block));
            begin = false;
        }
        blocks.back().text += words;
    }
};

Reading& reading_of(void* user) {
    return *static_cast<Reading*>(user);
}

int enter_block(MD_BLOCKTYPE type, void* detail, void* user) {
    Reading& reading = reading_of(user);
    switch (type) {
        case MD_BLOCK_UL:
            reading.numbered.push_back(false);
            reading.next.push_back(0);
            break;
        case MD_BLOCK_OL:
            reading.numbered.push_back(true);
            reading.next.push_back(static_cast<int>(
                std::min(static_cast<const MD_BLOCK_OL_DETAIL*>(detail)->start, 100'000U)));
            break;
        case MD_BLOCK_LI:
            reading.kinds.push_back(reading.numbered.empty() || !reading.numbered.back()
                                        ? Kind::Bullet
                                        : Kind::Numbered);
            reading.begin = true;
            break;
        case MD_BLOCK_H:
            reading.kinds.push_back(Kind::Heading);
            reading.begin = true;
            break;
        default:
            reading.begin = true;
            break;
    }
    return 0;
}

int leave_block(MD_BLOCKTYPE type, void*, void* user) {
    Reading& reading = reading_of(user);
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) {
        reading.numbered.pop_back();
        reading.next.pop_back();
    } else if ((type == MD_BLOCK_LI || type == MD_BLOCK_H) && !reading.kinds.empty()) {
        reading.kinds.pop_back();
    }
    reading.begin = true;
    return 0;
}

int pass_span(MD_SPANTYPE, void*, void*) {
    return 0;
}

// The entities that people type; any other stays as it is written.
std::string_view words_of_entity(std::string_view entity) {
    if (entity == "&amp;") return "&";
    if (entity == "&lt;") return "<";
    if (entity == "&gt;") return ">";
    if (entity == "&quot;") return "\"";
    if (entity == "&nbsp;") return "\u00a0";
    return entity;
}

int add_words(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
    Reading& reading = reading_of(user);
    const std::string_view words{text, size};
    switch (type) {
        case MD_TEXT_BR:
            reading.add("\n");
            break;
        case MD_TEXT_SOFTBR:
            reading.add(" ");
            break;
        case MD_TEXT_NULLCHAR:
            reading.add("\uFFFD");
            break;
        case MD_TEXT_ENTITY:
            reading.add(words_of_entity(words));
            break;
        default:
            reading.add(words);
            break;
    }
    return 0;
}

}  // namespace

std::vector<TextBlock> read_markdown(std::string_view text) {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = enter_block;
    parser.leave_block = leave_block;
    parser.enter_span = pass_span;
    parser.leave_span = pass_span;
    parser.text = add_words;
    Reading reading;
    md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &reading);
    for (TextBlock& block : reading.blocks) {
        block.text = std::string{trimmed(block.text)};
    }
    std::erase_if(reading.blocks, [](const TextBlock& block) { return block.text.empty(); });
    return std::move(reading.blocks);
}

std::string html_escaped(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        switch (c) {
            case '&':
                escaped += "&amp;";
                break;
            case '<':
                escaped += "&lt;";
                break;
            case '>':
                escaped += "&gt;";
                break;
            case '"':
                escaped += "&quot;";
                break;
            default:
                escaped += c;
                break;
        }
    }
    return escaped;
}

std::string to_html(const std::vector<TextBlock>& blocks) {
    std::string html;
    Kind open = Kind::Paragraph;
    const auto go_to = [&](Kind kind) {
        const auto is_list = [](Kind k) { return k == Kind::Bullet || k == Kind::Numbered; };
        if (kind == open) return;
        if (is_list(open)) html += open == Kind::Bullet ? "</ul>\n" : "</ol>\n";
        if (is_list(kind)) html += kind == Kind::Bullet ? "<ul>\n" : "<ol>\n";
        open = kind;
    };
    for (const TextBlock& block : blocks) {
        go_to(block.kind);
        const std::string words = html_escaped(block.text);
        switch (block.kind) {
            case Kind::Paragraph:
                html += fmt::format("<p>{}</p>\n", words);
                break;
            case Kind::Heading:
                html += fmt::format("<h3>{}</h3>\n", words);
                break;
            case Kind::Bullet:
                html += fmt::format("<li>{}</li>\n", words);
                break;
            case Kind::Numbered:
                html += fmt::format("<li value=\"{}\">{}</li>\n", block.number, words);
                break;
        }
    }
    go_to(Kind::Paragraph);
    return html;
}

}  // namespace catalogue
