// YAML from outside as a tree that is safe to walk: no aliases, no cycles, no surprises. Private to
// the folder; the only file that sees yaml-cpp is yaml_tree.cpp.
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

inline constexpr int max_yaml_depth = 32;
inline constexpr std::size_t max_yaml_nodes = 400'000;

struct YamlNode {
    enum class Kind { Null, Scalar, Sequence, Map };

    // A key and its value. Keys are plain text, and none is there twice.
    struct Entry;

    Kind kind = Kind::Null;
    bool quoted = false;  // the scalar was written in quotes, or as a block of lines
    std::string text;     // of a scalar
    Place place;
    std::vector<YamlNode> items;  // of a sequence
    std::vector<Entry> entries;   // of a map, in the order of the file

    // The value of a key of a map; nothing when it is not there.
    const YamlNode* find(std::string_view key) const;
};

struct YamlNode::Entry {
    std::string key;
    Place key_place;
    YamlNode value;
};

struct YamlReading {
    // Nothing when the text is no YAML, or goes beyond a limit.
    std::optional<YamlNode> root;
    // Duplicate keys (the first is kept), anchors and aliases (taken as nothing), plain numbers
    // with a leading zero, and why there is no root.
    std::vector<Problem> problems;
};

// Never throws. `text` may be anything.
YamlReading read_yaml(std::string_view text, const std::filesystem::path& file);

// A text as it can stand in YAML: in double quotes, escaped.
std::string yaml_quoted(std::string_view text);

}  // namespace catalogue
