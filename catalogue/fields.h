// The keys of one map in a document, read with a word for everything that is wrong with them.
// Private to the folder.
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/report.h"
#include "catalogue/yaml_tree.h"

namespace catalogue {

// How a value is written.
template <class Value>
struct Named {
    std::string_view name;
    Value value;
};

enum class Missing {
    Fine,
    Odd,    // a warning
    Wrong,  // an error
};

// Keeps references to the node and the report; both outlive it.
class Fields {
public:
    // `name` says in messages what the map is: "question 'w1'". Keys that are not in `known` are
    // reported here and now.
    Fields(const YamlNode& map, std::string name, std::initializer_list<std::string_view> known,
           Report& report);

    // The value of `key`; nothing when it is not there, is empty or was refused already.
    const YamlNode* find(std::string_view key, Missing missing = Missing::Fine) const;

    // The same, when it is text, a list or a map; anything else is reported. Text comes without
    // blanks and line ends around it, and empty text counts as missing.
    std::optional<std::string> text(std::string_view key, Missing missing = Missing::Fine) const;
    const YamlNode* list(std::string_view key, Missing missing = Missing::Fine) const;
    const YamlNode* map(std::string_view key, Missing missing = Missing::Fine) const;

    // What a text stands for; nothing, or `otherwise`, when it is not there, and after a problem
    // when it is something else. A number is a whole one from `least` to `most`.
    std::optional<int> number(std::string_view key, int least, int most,
                              Missing missing = Missing::Fine) const;
    bool flag(std::string_view key, bool otherwise) const;
    std::optional<std::string> id(std::string_view key, Missing missing = Missing::Fine) const;
    template <class Value, std::size_t count>
    Value choice(std::string_view key, const std::array<Named<Value>, count>& names,
                 Value otherwise) const;

    // Those entries of a list that are texts; `what` says what each is: "an area".
    std::vector<const YamlNode*> scalars(std::string_view key, std::string_view what) const;
    std::vector<std::string> texts(std::string_view key, std::string_view what) const;

    // Where to point for the value of `key`: the value, else the map.
    const Place& at(std::string_view key) const;

    // Whether the key is there at all, repeated or not, with a value that `test` likes. For
    // switches that must not be lost by a slip, such as consent.
    template <class Test>
    bool any(std::string_view key, Test test) const {
        for (const YamlNode::Entry& entry : map_.entries) {
            if (entry.key == key && test(entry.value)) return true;
        }
        return false;
    }

private:
    void say_missing(std::string_view key, Missing missing) const;

    const YamlNode& map_;
    std::string name_;
    Report& report_;
};

// Whether the node is of the kind, and a problem when it is not. Silent for a refused node.
// `name` says what it is: "'themes'".
bool expect_kind(const YamlNode& node, YamlNode::Kind kind, std::string_view name, Report& report);

// The text of a scalar as it can be shown: without blanks and line ends around it, and without the
// control characters that "\x1b" in quotes makes.
std::string shown_text(const YamlNode& node, Report& report);

// All of a text as a number.
std::optional<int> whole_number_in(std::string_view text);

// The value that a scalar names; a problem when it names none. `what` says what it is: "an area".
template <class Value, std::size_t count>
std::optional<Value> named_value(const YamlNode& node, const std::array<Named<Value>, count>& names,
                                 std::string_view what, Report& report);

// Checks the key `format` of a document: whether this program knows how to read on. A format that
// is not stated is taken for the first, with a problem.
bool known_format(const Fields& document, Report& report);

// The value of `key` as a BCP 47 tag; empty when it is missing. What is no tag gets a warning.
std::string language(const Fields& fields, std::string_view key, Missing missing, Report& report);

// Whether it is [a-z0-9-]+ of at most 64 letters.
bool is_id(std::string_view text);

// The nearest text that is an id, for things that shall stay usable under a wrong one: lower case,
// and hyphens for what is not allowed. May be empty.
std::string id_from(std::string_view text);

// --- what the templates above are made of ---

void say_not_among(const Place& where, std::string_view text, std::string_view what,
                   const std::vector<std::string_view>& names, Report& report);
std::string value_of(std::string_view key);  // "a value of 'talk'"

template <class Value, std::size_t count>
std::optional<Value> named_value(const YamlNode& node, const std::array<Named<Value>, count>& names,
                                 std::string_view what, Report& report) {
    const std::string text = shown_text(node, report);
    std::vector<std::string_view> all;
    for (const auto& entry : names) {
        if (entry.name == text) return entry.value;
        all.push_back(entry.name);
    }
    say_not_among(node.place, text, what, all, report);
    return std::nullopt;
}

template <class Value, std::size_t count>
Value Fields::choice(std::string_view key, const std::array<Named<Value>, count>& names,
                     Value otherwise) const {
    if (!text(key)) return otherwise;
    return named_value(*find(key), names, value_of(key), report_).value_or(otherwise);
}

}  // namespace catalogue
