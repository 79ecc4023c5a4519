#include "catalogue/yaml_limits.h"

#include <algorithm>
#include <optional>

#include "catalogue/words.h"
#include "catalogue/yaml_tree.h"

namespace catalogue {
namespace {

// The place of a bracket that has far too many others open before it. Brackets inside quotes and
// comments count too: no honest document has so many. yaml-cpp's scanner takes seconds for a
// megabyte of them before its first event.
std::optional<std::size_t> find_bracket_pile(std::string_view text) {
    constexpr int most_open = 1000;
    int open = 0;
    for (std::size_t byte = 0; byte < text.size(); ++byte) {
        if (text[byte] == '[' || text[byte] == '{') {
            if (++open > most_open) return byte;
        } else if (text[byte] == ']' || text[byte] == '}') {
            open = std::max(0, open - 1);
        }
    }
    return std::nullopt;
}

}  // namespace

bool within_yaml_limits(const Lines& lines, std::string_view text, Report& report) {
    if (lines.count() > max_yaml_lines) {
        report.error({}, _("the file has more than {} lines", max_yaml_lines),
                     _("look whether it is the right file"));
        return false;
    }
    for (std::size_t number = 0; number < lines.count(); ++number) {
        if (lines.line(number).size() > max_yaml_line_bytes) {
            report.error({report.file(), static_cast<int>(number) + 1},
                         _("the line is longer than {} letters", max_yaml_line_bytes),
                         _("divide it, or look whether it is the right file"));
            return false;
        }
    }
    if (const auto pile = find_bracket_pile(text)) {
        report.add(yaml_too_deep(lines.place_of(*pile)));
        return false;
    }
    return true;
}

Problem yaml_too_deep(const Place& where) {
    return fail(where, _("lists and maps are more than {} levels deep", max_yaml_depth),
                _("look for brackets or hyphens that are too many"));
}

}  // namespace catalogue
