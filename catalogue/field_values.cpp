// What the text of a key stands for: a number, a switch, an id, one of a few names.
#include <fmt/format.h>

#include <charconv>
#include <utility>

#include "catalogue/fields.h"
#include "catalogue/text.h"
#include "catalogue/words.h"

namespace catalogue {

std::optional<int> whole_number_in(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<int> Fields::number(std::string_view key, int least, int most,
                                  Missing missing) const {
    const auto written = text(key, missing);
    if (!written) return std::nullopt;
    const auto number = whole_number_in(*written);
    if (!number || *number < least || *number > most) {
        report_.error(at(key), _("'{}' is {}, which it cannot be", key, in_quotes(*written)),
                      _("write a whole number from {} to {}", least, most));
        return std::nullopt;
    }
    return number;
}

bool Fields::flag(std::string_view key, bool otherwise) const {
    const auto written = text(key);
    if (!written) return otherwise;
    if (*written == "true" || *written == "yes" || *written == "on") return true;
    if (*written == "false" || *written == "no" || *written == "off") return false;
    report_.error(at(key), _("'{}' is {}", key, in_quotes(*written)), _("write true or false"));
    return otherwise;
}

std::optional<std::string> Fields::id(std::string_view key, Missing missing) const {
    auto written = text(key, missing);
    if (written && !is_id(*written)) {
        report_.error(at(key), _("{} is not an id", in_quotes(*written)),
                      _("ids are made of small letters, digits and hyphens"));
        return std::nullopt;
    }
    return written;
}

std::vector<const YamlNode*> Fields::scalars(std::string_view key, std::string_view what) const {
    std::vector<const YamlNode*> found;
    if (const YamlNode* items = list(key)) {
        for (const YamlNode& item : items->items) {
            if (expect_kind(item, YamlNode::Kind::Scalar, what, report_)) found.push_back(&item);
        }
    }
    return found;
}

std::vector<std::string> Fields::texts(std::string_view key, std::string_view what) const {
    std::vector<std::string> found;
    for (const YamlNode* item : scalars(key, what))
        found.push_back(shown_text(*item, report_));
    return found;
}

void say_not_among(const Place& where, std::string_view text, std::string_view what,
                   const std::vector<std::string_view>& names, Report& report) {
    report.error(where, _("{} is not {}", in_quotes(text), what),
                 _("write one of {}", fmt::join(names, ", ")));
}

std::string value_of(std::string_view key) {
    return _("a value of '{}'", key);
}

}  // namespace catalogue
