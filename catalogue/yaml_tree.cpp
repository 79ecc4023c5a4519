#include "catalogue/yaml_tree.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <unordered_set>

#include "catalogue/module_files.h"
#include "catalogue/text.h"

namespace catalogue {
namespace {

// Ends the reading from inside yaml-cpp; the problem says why.
struct Beyond {
    Problem problem;
};

bool has_leading_zero(std::string_view scalar) {
    return scalar.size() > 1 && scalar[0] == '0' &&
           std::all_of(scalar.begin(), scalar.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class TreeBuilder final : public YAML::EventHandler {
public:
    explicit TreeBuilder(const std::filesystem::path& file) : file_(file) {}

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        refuse_anchor(mark, anchor);
        add(YamlNode{}, mark);
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        problems_.push_back(fail(place_of(mark), "an alias (*name) is not allowed here",
                                 "write the value out where it is needed"));
        add(YamlNode{}, mark);
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        refuse_anchor(mark, anchor);
        YamlNode node;
        node.kind = YamlNode::Kind::Scalar;
        node.quoted = tag == "!";  // how yaml-cpp says it of quoted scalars and of blocks
        node.text = value;
        if (!node.quoted && has_leading_zero(value)) {
            problems_.push_back(
                fail(place_of(mark), fmt::format("{} begins with a zero", in_quotes(value)),
                     "leave the zero out, or put quotes around it if it is a text"));
        }
        add(std::move(node), mark);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        refuse_anchor(mark, anchor);
        begin(YamlNode::Kind::Sequence, mark);
    }
    void OnSequenceEnd() override { end(); }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        refuse_anchor(mark, anchor);
        begin(YamlNode::Kind::Map, mark);
    }
    void OnMapEnd() override { end(); }

    YamlReading take() && {
        YamlReading reading;
        reading.root = std::move(root_);
        reading.problems = std::move(problems_);
        return reading;
    }

private:
    // A collection that is being read, with the key that waits for its value.
    struct Open {
        YamlNode node;
        std::optional<std::pair<std::string, Place>> key;
        bool key_is_bad = false;  // its value is read and dropped
        std::unordered_set<std::string> keys;
    };

    Place place_of(const YAML::Mark& mark) const { return {file_, mark.line + 1, mark.column + 1}; }

    void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
        if (anchor != 0) {
            problems_.push_back(fail(place_of(mark), "an anchor (&name) is not allowed here",
                                     "take it out and write each value where it is needed"));
        }
    }

    void begin(YamlNode::Kind kind, const YAML::Mark& mark) {
        if (open_.size() >= static_cast<std::size_t>(max_yaml_depth)) {
            throw Beyond{fail(place_of(mark),
                              fmt::format("lists within lists go deeper than {}", max_yaml_depth),
                              "take out what is not part of the module format")};
        }
        Open open;
        open.node.kind = kind;
        open.node.place = place_of(mark);
        count_node(mark);
        open_.push_back(std::move(open));
    }

    void end() {
        YamlNode node = std::move(open_.back().node);
        open_.pop_back();
        place(std::move(node));
    }

    void add(YamlNode node, const YAML::Mark& mark) {
        node.place = place_of(mark);
        count_node(mark);
        place(std::move(node));
    }

    void count_node(const YAML::Mark& mark) {
        if (++nodes_ > max_yaml_nodes) {
            throw Beyond{
                fail(place_of(mark),
                     fmt::format("there are more than {} values in this file", max_yaml_nodes),
                     "divide the module into several")};
        }
    }

    // Puts a finished node where it belongs: the root, a list, a key or a value.
    void place(YamlNode node) {
        if (open_.empty()) {
            root_ = std::move(node);
            return;
        }
        Open& parent = open_.back();
        if (parent.node.kind == YamlNode::Kind::Sequence) {
            parent.node.items.push_back(std::move(node));
        } else if (!parent.key && !parent.key_is_bad) {
            take_key(parent, node);
        } else {
            if (!parent.key_is_bad) {
                parent.node.entries.push_back(
                    {std::move(parent.key->first), std::move(parent.key->second), std::move(node)});
            }
            parent.key.reset();
            parent.key_is_bad = false;
        }
    }

    void take_key(Open& parent, const YamlNode& node) {
        if (node.kind != YamlNode::Kind::Scalar) {
            problems_.push_back(
                fail(node.place, "a key must be a word", "see the module format for the keys"));
            parent.key_is_bad = true;
        } else if (!parent.keys.insert(node.text).second) {
            problems_.push_back(fail(node.place,
                                     fmt::format("the key {} is here twice", in_quotes(node.text)),
                                     "keep one of them; the first is used"));
            parent.key_is_bad = true;
        } else {
            parent.key = {node.text, node.place};
        }
    }

    const std::filesystem::path& file_;
    std::optional<YamlNode> root_;
    std::vector<Open> open_;
    std::vector<Problem> problems_;
    std::size_t nodes_ = 0;
};

Place place_of_byte(std::string_view text, std::size_t byte, const std::filesystem::path& file) {
    const std::string_view before = text.substr(0, byte);
    const auto line = std::count(before.begin(), before.end(), '\n');
    const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
    return {file, static_cast<int>(line) + 1, static_cast<int>(byte - line_start) + 1};
}

YamlReading refused(Problem problem) {
    return {std::nullopt, {std::move(problem)}};
}

// yaml-cpp's scanner takes a fraction of a second for each 100,000 brackets before its first
// event, so that flow lists are counted beforehand. Brackets inside quotes and comments count too:
// no honest document has so many open at once.
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

const YamlNode* YamlNode::find(std::string_view key) const {
    for (const Entry& entry : entries) {
        if (entry.key == key) return &entry.value;
    }
    return nullptr;
}

YamlReading read_yaml(std::string_view text, const std::filesystem::path& file) {
    if (text.size() > max_text_bytes) {
        return refused(fail({file}, "this file is larger than 4 MiB",
                            "a document of a module is text only; keep films and pictures apart"));
    }
    if (const std::optional<std::size_t> byte = find_invalid_utf8(text)) {
        return refused(fail(place_of_byte(text, *byte, file), "this character is not UTF-8",
                            "save the file as UTF-8 in your editor"));
    }
    if (const std::optional<std::size_t> byte = find_bracket_pile(text)) {
        return refused(fail(place_of_byte(text, *byte, file),
                            fmt::format("lists within lists go deeper than {}", max_yaml_depth),
                            "take out what is not part of the module format"));
    }
    TreeBuilder builder{file};
    try {
        std::istringstream stream{std::string{text}};
        YAML::Parser parser{stream};
        if (!parser.HandleNextDocument(builder)) {
            return refused(fail({file}, "this file is empty", "see the module format"));
        }
    } catch (const Beyond& beyond) {
        return refused(beyond.problem);
    } catch (const YAML::Exception& exception) {
        YamlReading reading = std::move(builder).take();
        reading.root.reset();
        reading.problems.push_back(
            fail({file, exception.mark.line + 1, exception.mark.column + 1},
                 fmt::format("this is not YAML: {}", printable(exception.msg)),
                 "look at the indentation, the colons and the quotes on this line and before it"));
        return reading;
    }
    return std::move(builder).take();
}

std::string yaml_quoted(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            quoted += '\\';
            quoted += c;
        } else if (c == '\n') {
            quoted += "\\n";
        } else if (byte < 0x20 || byte == 0x7F) {
            quoted += fmt::format("\\x{:02x}", byte);
        } else {
            quoted += c;
        }
    }
    return quoted + '"';
}

}  // namespace catalogue
