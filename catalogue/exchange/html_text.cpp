#include "catalogue/exchange/html_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "catalogue/character_references.h"
#include "catalogue/text.h"

namespace catalogue {
namespace {

constexpr std::array<std::string_view, 22> blocks = {
    "p",  "div", "br", "hr", "li", "ul", "ol",    "dl",  "dt",      "dd",      "h1",
    "h2", "h3",  "h4", "h5", "h6", "tr", "table", "pre", "section", "article", "blockquote"};

std::string in_small(std::string_view text) {
    std::string small{text};
    std::ranges::transform(small, small.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return small;
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

// Goes through tags, comments and words once, from the front to the back.
class HtmlReader {
public:
    explicit HtmlReader(std::string_view html) : html_(html) {}

    std::vector<std::string> read() {
        while (at_ < html_.size()) {
            if (html_[at_] == '<' && pass_markup()) continue;
            if (html_[at_] == '&') {
                std::string character;
                if (const std::size_t length = append_reference(character, html_.substr(at_))) {
                    // A blank that does not break is a blank here.
                    append(character == "\u00A0" ? " " : character);
                    at_ += length;
                    continue;
                }
            }
            append(html_.substr(at_++, 1));
        }
        end_link();
        end_paragraph();
        return std::move(paragraphs_);
    }

private:
    // At a '<'. @returns false where it is only a letter
    bool pass_markup() {
        const std::string_view rest = html_.substr(at_);
        if (rest.starts_with("<!--")) {
            pass_to("-->");
            return true;
        }
        if (rest.starts_with("<!") || rest.starts_with("<?")) {
            pass_to(">");
            return true;
        }
        const bool closes = rest.size() > 1 && rest[1] == '/';
        const std::size_t name_at = closes ? 2 : 1;
        if (rest.size() <= name_at || !is_letter(rest[name_at])) return false;
        std::size_t end = name_at;
        while (end < rest.size() && !is_blank(rest[end]) && rest[end] != '>' && rest[end] != '/')
            ++end;
        const std::string name = in_small(rest.substr(name_at, end - name_at));
        at_ += end;
        const std::string address = pass_attributes();
        tag(name, closes, address);
        return true;
    }

    void pass_to(std::string_view mark) {
        const std::size_t found = html_.find(mark, at_);
        at_ = found == html_.npos ? html_.size() : found + mark.size();
    }

    // To behind the tag's '>'. @returns the value of "href"
    std::string pass_attributes() {
        std::string address;
        while (at_ < html_.size() && html_[at_] != '>') {
            if (is_blank(html_[at_]) || html_[at_] == '/') {
                ++at_;
                continue;
            }
            const std::size_t begin = at_++;
            while (at_ < html_.size() && !is_blank(html_[at_]) && html_[at_] != '=' &&
                   html_[at_] != '>')
                ++at_;
            const std::string name = in_small(html_.substr(begin, at_ - begin));
            while (at_ < html_.size() && is_blank(html_[at_]))
                ++at_;
            if (at_ >= html_.size() || html_[at_] != '=') continue;
            ++at_;
            const std::string value = with_references_decoded(attribute_value());
            if (name == "href" && address.empty()) address = trimmed(value);
        }
        if (at_ < html_.size()) ++at_;
        return address;
    }

    std::string_view attribute_value() {
        while (at_ < html_.size() && is_blank(html_[at_]))
            ++at_;
        if (at_ >= html_.size()) return {};
        const char quote = html_[at_];
        if (quote == '"' || quote == '\'') {
            const std::size_t begin = at_ + 1;
            const std::size_t end = std::min(html_.find(quote, begin), html_.size());
            at_ = std::min(end + 1, html_.size());
            return html_.substr(begin, end - begin);
        }
        const std::size_t begin = at_;
        while (at_ < html_.size() && !is_blank(html_[at_]) && html_[at_] != '>')
            ++at_;
        return html_.substr(begin, at_ - begin);
    }

    void tag(const std::string& name, bool closes, const std::string& address) {
        if (!closes && (name == "script" || name == "style")) {
            // Their end may be written in capital letters; without one nothing follows.
            const std::string end = "</" + name;
            while (at_ < html_.size() && in_small(html_.substr(at_, end.size())) != end)
                ++at_;
        } else if (name == "a") {
            end_link();
            if (!closes && is_web_address(address)) {
                link_ = address;
                link_words_at_ = words_.size();
            }
        } else if (std::ranges::find(blocks, name) != blocks.end()) {
            end_link();
            end_paragraph();
        }
    }

    void end_link() {
        if (!link_) return;
        const std::string address = *std::exchange(link_, std::nullopt);
        const std::string said{trimmed(words_.substr(std::min(link_words_at_, words_.size())))};
        if (said == address) return;
        while (!words_.empty() && words_.back() == ' ')
            words_.pop_back();
        if (said.empty()) {
            append(" " + address);
        } else {
            append(" (" + address + ")");
        }
    }

    void end_paragraph() {
        const std::string paragraph = printable(trimmed(words_));
        if (!paragraph.empty()) paragraphs_.push_back(paragraph);
        words_.clear();
    }

    // Blanks run together.
    void append(std::string_view text) {
        for (const char c : text) {
            if (!is_blank(c)) {
                words_ += c;
            } else if (!words_.empty() && words_.back() != ' ') {
                words_ += ' ';
            }
        }
    }

    std::string_view html_;
    std::size_t at_ = 0;
    std::string words_;  // of the paragraph so far
    std::optional<std::string> link_;
    std::size_t link_words_at_ = 0;
    std::vector<std::string> paragraphs_;
};

}  // namespace

bool is_web_address(std::string_view text) {
    const std::string small = in_small(text.substr(0, 8));
    const std::size_t scheme = small.starts_with("https://")  ? 8
                               : small.starts_with("http://") ? 7
                                                              : 0;
    return scheme != 0 && text.size() > scheme && !find_invalid_utf8(text) &&
           std::ranges::all_of(text, [](char c) {
               return static_cast<unsigned char>(c) > ' ' && c != '"' && c != '<' && c != '>' &&
                      c != 0x7F;
           });
}

std::vector<std::string> html_paragraphs(std::string_view html) {
    return HtmlReader{html}.read();
}

}  // namespace catalogue
