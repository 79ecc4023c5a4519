// YAML from outside as a tree that is safe to walk: no aliases, no cycles, no surprises. Private to
// the folder; the only file that sees yaml-cpp is yaml_tree.cpp.
//
// yaml-cpp lets duplicate keys pass, follows aliases into cycles and bombs, reads 012 as ten and
// counts lines from 0. Here nothing is expanded or converted; every scalar is the text that the
// author wrote.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/problem.h"

namespace catalogue {

inline constexpr std::size_t max_yaml_depth = 32;
inline constexpr std::size_t max_yaml_nodes = 400'000;
inline constexpr std::size_t max_yaml_lines = 100'000;
// yaml-cpp reads a whole line ahead before it says anything of it: this bounds its work.
inline constexpr std::size_t max_yaml_line_bytes = 1u << 20;

struct YamlNode {
    enum class Kind {
        Null,  // "key:" with nothing behind it
        Scalar,
        Sequence,
        Map,
        Refused,  // was said to be wrong already: to be passed over in silence
    };

    // A key and its value. Keys are plain text.
    struct Entry;

    YamlNode() = default;
    explicit YamlNode(Kind its_kind) : kind(its_kind) {}

    Kind kind = Kind::Null;
    bool quoted = false;  // the scalar was written in quotes, or as a block of lines
    std::string text;     // of a scalar: valid UTF-8, no control characters but '\n' and '\t'
    Place place;          // of a null: its key's; columns count characters
    std::vector<YamlNode> items;  // of a sequence
    std::vector<Entry> entries;   // of a map, in the order of the file

    // The value of a key of a map; nothing when it is not there. Repeated keys do not count.
    const YamlNode* find(std::string_view key) const;
};

struct YamlNode::Entry {
    std::string key;
    Place key_place;
    bool repeated = false;  // the key was there before, and only the first counts
    YamlNode value;
};

struct YamlReading {
    // Nothing when the text is no YAML, or goes beyond a limit.
    std::optional<YamlNode> root;
    // Duplicate keys, anchors and tags (passed over), aliases (refused nodes), plain numbers with
    // a leading zero, hidden characters (replaced by U+FFFD), and why there is no root. At most
    // about a hundred.
    std::vector<Problem> problems;
};

// Never throws. `text` may be anything.
YamlReading read_yaml(std::string_view text, const std::filesystem::path& file);

// A text as it can stand in YAML: in double quotes, escaped.
std::string yaml_quoted(std::string_view text);

}  // namespace catalogue
