#include "player/paper/html.h"

#include <fmt/format.h>

#include "catalogue/markdown.h"

namespace paper {
namespace {

using Kind = Block::Kind;

constexpr const char* style =
    "@page { size: A4; margin: 15mm 17mm }\n"
    "body { font: var(--text)/1.3 var(--letters), sans-serif; color: #000; background: #fff; "
    "max-width: 176mm; margin: 0 auto; overflow-wrap: anywhere }\n"
    "@media screen { body { padding: 8mm } }\n"
    "header { border-bottom: .3mm solid #000; padding-bottom: .5em }\n"
    "h1 { font-size: 1.85em; line-height: 1.15; margin: 0 }\n"
    "h2 { font-size: 1.16em; margin: 1.1em 0 0; break-after: avoid }\n"
    "h2 .aside { float: right; font-size: .74em; font-weight: normal }\n"
    "h2[dir=rtl] .aside { float: left }\n"
    "p, ul, ol { margin: .5em 0 0 }\nul, ol { padding-inline-start: 1.5em }\n"
    ".close { margin-top: .15em }\nli { margin-top: .3em }\n.quiet, .aside, footer { color: #555 "
    "}\n"
    "header p, blockquote footer { font-size: .86em; margin: 0 }\n"
    ".care { border: .2mm solid #777; padding: .5em .6em; margin-top: .8em; break-inside: avoid }\n"
    "blockquote { margin: .75em 0 0; padding-inline-start: .8em; "
    "border-inline-start: .5mm solid #777; break-inside: avoid }\n"
    "blockquote p { margin: 0 }\n.lines { display: flex; flex-wrap: wrap; gap: 0 .5em }\n"
    ".lines .line { flex: 1 0 100%; height: 8mm; border-bottom: .2mm solid #888; "
    "box-sizing: border-box }\n"
    ".lines .label + .line { flex: 1 1 30% }\n.lines .label { align-self: end }\n"
    "body > footer { font-size: 8pt; margin-top: 1.2em }\n"
    ".lines + p, .lines + .lines { margin-top: 1em }\n"
    "hr { border: 0; border-top: .3mm solid #000 }\n"
    // The letters of a browser may be wider than those that the side was measured with.
    "@media print { .one-side { font-size: calc(var(--text) * .93) } "
    ".one-side .line { height: 7.5mm } }\n";

// With line ends as breaks.
std::string words(std::string_view text) {
    std::string html = catalogue::html_escaped(text);
    for (std::size_t at = 0; (at = html.find('\n', at)) != std::string::npos; at += 4) {
        html.replace(at, 1, "<br>");
    }
    return html;
}

std::string runs_of(const Block& block) {
    std::string html;
    for (const Run& run : block.runs) {
        switch (run.weight) {
            case Weight::Regular:
                html += words(run.text);
                break;
            case Weight::Strong:
                html += fmt::format("<strong>{}</strong>", words(run.text));
                break;
            case Weight::Quiet:
                html += fmt::format("<span class=\"quiet\">{}</span>", words(run.text));
                break;
        }
    }
    return html;
}

std::string element(const char* begin, std::string_view inside, const char* end) {
    return inside.empty() ? std::string{} : fmt::format("{}{}{}\n", begin, inside, end);
}

std::string html_of(const Block& block, int lines) {
    const std::string inside = runs_of(block);
    switch (block.kind) {
        case Kind::Heading:
            return fmt::format("<h2 dir=\"auto\">{}{}</h2>\n", inside,
                               block.aside.empty() ? std::string{}
                                                   : fmt::format(" <span class=\"aside\">{}</span>",
                                                                 words(block.aside)));
        case Kind::Paragraph:
            return fmt::format("<p{} dir=\"auto\">{}</p>\n", block.close ? " class=\"close\"" : "",
                               inside);
        case Kind::Care:
            return fmt::format("<p class=\"care\" dir=\"auto\">{}</p>\n", inside);
        case Kind::Bullet:
            return fmt::format("<li dir=\"auto\">{}</li>\n", inside);
        case Kind::Numbered:
            return fmt::format("<li dir=\"auto\" value=\"{}\">{}</li>\n", block.number, inside);
        case Kind::Quote:
            return fmt::format("<blockquote dir=\"auto\"><p>\u201c{}\u201d</p>{}</blockquote>\n",
                               inside, element("<footer>", words(block.aside), "</footer>"));
        case Kind::Lines: {
            std::string html = "<div class=\"lines\">";
            if (!inside.empty()) html += fmt::format("<span class=\"label\">{}</span>", inside);
            for (int i = 0; i < lines; ++i) {
                html += "<div class=\"line\"></div>";
            }
            return html + "</div>\n";
        }
        case Kind::Rule:
            return "<hr>\n";
    }
    return {};
}

}  // namespace

std::string to_html(const FittedSheet& fitted) {
    const Sheet& sheet = fitted.sheet;
    std::string html = fmt::format(
        "<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" "
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n<title>{}</title>\n"
        "<style>\n:root {{ --text: {:.2f}pt; --letters: {} }}\n{}</style></head>\n"
        "<body class=\"{}\">\n<header>\n",
        catalogue::html_escaped(sheet.language), catalogue::html_escaped(sheet.title),
        fitted.text_pt, sheet.letters == Letters::Andika ? "Andika, Inter" : "Inter", style,
        sheet.most_pages == 1 ? "one-side" : "");
    html += element("<p class=\"quiet\" dir=\"auto\">", words(sheet.kind), "</p>");
    html += element("<h1 dir=\"auto\">", words(sheet.title), "</h1>");
    html += element("<p class=\"quiet\" dir=\"auto\">", words(sheet.subtitle), "</p>");
    html += "</header>\n<main>\n";
    const auto is_list = [](Kind kind) { return kind == Kind::Bullet || kind == Kind::Numbered; };
    Kind open = Kind::Paragraph;
    const auto go_to = [&](Kind kind) {
        if (kind == open) return;
        if (is_list(open)) html += open == Kind::Bullet ? "</ul>\n" : "</ol>\n";
        if (is_list(kind)) html += kind == Kind::Bullet ? "<ul>\n" : "<ol>\n";
        open = kind;
    };
    for (std::size_t i = 0; i < sheet.blocks.size(); ++i) {
        go_to(sheet.blocks[i].kind);
        html += html_of(sheet.blocks[i], fitted.lines[i]);
    }
    go_to(Kind::Paragraph);
    html += "</main>\n";
    html += element("<footer dir=\"auto\">", words(sheet.foot), "</footer>");
    return html + "</body></html>\n";
}

}  // namespace paper
