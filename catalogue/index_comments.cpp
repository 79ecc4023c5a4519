#include "catalogue/index_comments.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "catalogue/lines.h"
#include "catalogue/text.h"

namespace catalogue {
namespace {

constexpr std::string_view first_line = "# Only tools write here.";

// Where a comment begins; the line's length when there is none.
std::size_t comment_at(std::string_view line) {
    char quote = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        const char c = line[at];
        if (quote == '"' && c == '\\') {
            ++at;
        } else if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '#' && (at == 0 || line[at - 1] == ' ' || line[at - 1] == '\t')) {
            return at;
        }
    }
    return line.size();
}

// Of an item of a list all of it: it has no other name.
std::string key_of(std::string_view content) {
    const bool is_item = content.starts_with("- ");
    return std::string{is_item ? content : content.substr(0, content.find(':'))};
}

// Follows the lines of a document and says which key each belongs to, with those around it.
class Places {
public:
    // @param line  without its comment, and not blank
    std::string of(std::string_view line) {
        const std::size_t indent = line.find_first_not_of(" \t");
        const std::string_view content = trimmed(line);
        while (!around_.empty() && around_.back().first >= indent)
            around_.pop_back();
        around_.emplace_back(indent, key_of(content));
        std::string place;
        for (const auto& [depth, key] : around_)
            place.append(key).append("\n");
        return place;
    }

private:
    std::vector<std::pair<std::size_t, std::string>> around_;
};

struct Noted {
    std::string key;  // for people: of the innermost one
    std::vector<std::string> above;
    std::string behind;
};

struct Comments {
    std::map<std::string, Noted> at;  // by their places
    std::vector<std::string> last;    // behind everything
};

bool begins_text_of_lines(std::string_view content) {
    const std::size_t end = content.find_last_not_of("+-0123456789");
    return end != content.npos && (content[end] == '|' || content[end] == '>');
}

Comments comments_in(std::string_view yaml) {
    Comments found;
    Places places;
    std::vector<std::string> above;
    const Lines lines(yaml);
    for (std::size_t number = 0; number < lines.count(); ++number) {
        const std::string_view line = lines.line(number);
        const std::size_t begin = comment_at(line);
        const std::string_view content = trimmed(line.substr(0, begin));
        const std::string comment = printable(trimmed(line.substr(begin)));
        if (begins_text_of_lines(content)) return {};
        if (content.empty()) {
            if (!comment.empty() && comment != first_line) above.push_back(comment);
            continue;
        }
        const std::string place = places.of(line.substr(0, begin));
        if (comment.empty() && above.empty()) continue;
        Noted& noted = found.at[place];
        noted = {key_of(content), std::exchange(above, {}), comment};
    }
    found.last = std::move(above);
    return found;
}

}  // namespace

std::string with_comments(std::string_view before, const std::string& written) {
    Comments comments = comments_in(before);
    if (comments.at.empty() && comments.last.empty()) return written;
    std::string text;
    Places places;
    const Lines lines(written);
    for (std::size_t number = 0; number < lines.count(); ++number) {
        const std::string_view line = lines.line(number);
        if (line.empty()) continue;
        const std::size_t begin = comment_at(line);
        if (trimmed(line.substr(0, begin)).empty()) {
            text.append(line).append("\n");
            continue;
        }
        const auto noted = comments.at.find(places.of(line));
        if (noted == comments.at.end()) {
            text.append(line).append("\n");
            continue;
        }
        const std::string indent(line.find_first_not_of(' '), ' ');
        for (const std::string& comment : noted->second.above) {
            text.append(indent).append(comment).append("\n");
        }
        text.append(line);
        if (!noted->second.behind.empty()) text.append("  ").append(noted->second.behind);
        text.append("\n");
        comments.at.erase(noted);
    }
    for (const auto& [place, noted] : comments.at) {
        for (const std::string& comment : noted.above)
            text.append(comment).append("\n");
        if (!noted.behind.empty()) {
            text.append("# ").append(noted.key).append(": ");
            text.append(trimmed(std::string_view{noted.behind}.substr(1))).append("\n");
        }
    }
    for (const std::string& comment : comments.last)
        text.append(comment).append("\n");
    return text;
}

}  // namespace catalogue
