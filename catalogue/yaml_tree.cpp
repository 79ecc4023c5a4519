#include "catalogue/yaml_tree.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <istream>
#include <streambuf>
#include <unordered_map>
#include <utility>

#include "catalogue/lines.h"
#include "catalogue/module_files.h"
#include "catalogue/report.h"
#include "catalogue/text.h"
#include "catalogue/words.h"
#include "catalogue/yaml_limits.h"

namespace catalogue {
namespace {

// Thrown out of yaml-cpp's parser by our own handler, and caught in read_yaml.
struct Stop {
    Problem problem;
};

// Reads from a text that somebody else keeps.
class TextBuffer final : public std::streambuf {
public:
    explicit TextBuffer(std::string& text) {
        setg(text.data(), text.data(), text.data() + text.size());
    }
};

bool looks_like_octal(std::string_view text) {
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
    if (text.size() < 2 || text[0] != '0') return false;
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// Whether text that begins with a quotation mark has another at its end. yaml-cpp may take the rest
// of the file for the text when it has not.
bool is_closed(std::string_view text) {
    if (text.starts_with('"')) {
        for (std::size_t at = 1; at < text.size(); ++at) {
            if (text[at] == '"') return true;
            if (text[at] == '\\') ++at;
        }
        return false;
    }
    if (!text.starts_with('\'')) return true;  // a block of text
    for (std::size_t at = text.find('\'', 1); at != text.npos; at = text.find('\'', at + 2)) {
        if (at + 1 == text.size() || text[at + 1] != '\'') return true;
    }
    return false;
}

// Builds the tree from the parser's events.
class Builder final : public YAML::EventHandler {
public:
    Builder(const Lines& lines, Report& report) : lines_(lines), report_(report) {}

    bool document_seen() const { return documents_ > 0; }
    YamlNode take_root() { return std::move(root_); }

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (++documents_ > 1) {
            const Place where = place(mark);
            throw Stop{
                fail(where, _("a second document begins here"),
                     _("take the line '---' away, or put what follows into a file of its own"))};
        }
    }
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        add(mark, {}, anchor, YamlNode{});
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
        const Place where = place(mark);
        report_.error(where, _("'*' repeats something from another place (an alias)"),
                      _("write it out here; text that begins with '*' must be in quotes"));
        add(mark, {}, 0, YamlNode{YamlNode::Kind::Refused});
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        YamlNode node{YamlNode::Kind::Scalar};
        node.quoted = tag == "!";
        node.text = value;
        const Place where = place(mark);
        if (node.quoted && !is_closed(rest_at(mark))) {
            throw Stop{fail(where, _("the quotation mark that begins this text is not closed"),
                            _("put the same mark at its end; in '...' an apostrophe is written "
                              "twice"))};
        }
        if (!node.quoted && looks_like_octal(node.text) && !expects_key()) {
            report_.warning(where,
                            _("{} begins with 0: some programs read it as another number",
                              in_quotes(node.text)),
                            _("write \"{}\" in quotes if the 0 belongs to it, or leave "
                              "the 0 out",
                              node.text));
        }
        add(mark, tag, anchor, std::move(node));
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value /*style*/) override {
        open(mark, tag, anchor, YamlNode::Kind::Sequence);
    }
    void OnSequenceEnd() override { close(); }

    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value /*style*/) override {
        open(mark, tag, anchor, YamlNode::Kind::Map);
    }
    void OnMapEnd() override { close(); }

private:
    // A list or map that is not finished. It is put into its parent when it is.
    struct Level {
        YamlNode node;
        std::optional<YamlNode::Entry> key;                // of a map: waits for its value
        std::unordered_map<std::string, int> first_lines;  // of a map: keys seen
    };

    std::string_view rest_at(const YAML::Mark& mark) const {
        return lines_.rest(static_cast<std::size_t>(std::max(mark.line, 0)),
                           static_cast<std::size_t>(std::max(mark.column, 0)));
    }

    // Marks count bytes from 0. A line may hold a hundred thousand values: counting goes on where
    // it stopped.
    Place place(const YAML::Mark& mark) {
        const auto line = static_cast<std::size_t>(std::max(mark.line, 0));
        const auto byte = static_cast<std::size_t>(std::max(mark.column, 0));
        if (line != counted_.line || byte < counted_.byte) counted_ = {line, 0, 0};
        counted_.characters += characters_in(lines_.line(line).substr(
            std::min(counted_.byte, lines_.line(line).size()), byte - counted_.byte));
        counted_.byte = byte;
        return {report_.file(), static_cast<int>(line) + 1,
                static_cast<int>(counted_.characters) + 1};
    }

    bool expects_key() const {
        return !levels_.empty() && levels_.back().node.kind == YamlNode::Kind::Map &&
               !levels_.back().key;
    }

    void count_node(const Place& where) {
        if (++nodes_ > max_yaml_nodes) {
            throw Stop{fail(where, _("the file holds more than {} entries", max_yaml_nodes),
                            _("look whether it is the right file"))};
        }
    }

    void check_anchor_and_tag(const Place& where, const std::string& tag, YAML::anchor_t anchor) {
        if (anchor != 0) {
            report_.error(where, _("'&' gives a name to be repeated elsewhere (an anchor)"),
                          _("take it away; text that begins with '&' must be in quotes"));
        }
        if (!tag.empty() && tag != "?" && tag != "!") {
            report_.error(where,
                          _("{} gives a type (a tag), which means nothing here", in_quotes(tag)),
                          _("take it away; text that begins with '!' must be in quotes"));
        }
    }

    void add(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YamlNode node) {
        node.place = place(mark);
        count_node(node.place);
        check_anchor_and_tag(node.place, tag, anchor);
        if (expects_key()) {
            set_key(std::move(node));
        } else {
            set_value(std::move(node));
        }
    }

    void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
              YamlNode::Kind kind) {
        Level level;
        level.node.kind = kind;
        level.node.place = place(mark);
        count_node(level.node.place);
        check_anchor_and_tag(level.node.place, tag, anchor);
        if (levels_.size() >= max_yaml_depth) {
            throw Stop{yaml_too_deep(level.node.place)};
        }
        levels_.push_back(std::move(level));
    }

    void close() {
        YamlNode node = std::move(levels_.back().node);
        levels_.pop_back();
        if (expects_key()) {
            set_key(std::move(node));
        } else {
            set_value(std::move(node));
        }
    }

    void set_key(YamlNode node) {
        Level& level = levels_.back();
        YamlNode::Entry entry;
        entry.key_place = node.place;
        if (node.kind == YamlNode::Kind::Scalar) {
            entry.key = std::move(node.text);
            const auto [first, is_new] = level.first_lines.emplace(entry.key, entry.key_place.line);
            if (!is_new) {
                entry.repeated = true;
                report_.error(entry.key_place,
                              _("{} is here for a second time; the first is in line {}",
                                in_quotes(entry.key), first->second),
                              _("keep only one of them"));
            }
        } else {
            entry.repeated = true;
            if (node.kind != YamlNode::Kind::Refused) {
                report_.error(entry.key_place, _("a key must be a single word"),
                              _("text with '{', '[' or '?' in it must be in quotes"));
            }
        }
        level.key = std::move(entry);
    }

    void set_value(YamlNode node) {
        if (levels_.empty()) {
            root_ = std::move(node);
            return;
        }
        Level& level = levels_.back();
        if (level.node.kind == YamlNode::Kind::Sequence) {
            level.node.items.push_back(std::move(node));
            return;
        }
        // The parser marks nothing with what comes next; the key is where to look.
        if (node.kind == YamlNode::Kind::Null) node.place = level.key->key_place;
        level.key->value = std::move(node);
        level.node.entries.push_back(*std::move(level.key));
        level.key.reset();
    }

    struct Counted {
        std::size_t line = 0;
        std::size_t byte = 0;
        std::size_t characters = 0;
    };

    const Lines& lines_;
    Report& report_;
    Counted counted_;
    YamlNode root_;
    std::vector<Level> levels_;
    std::size_t nodes_ = 0;
    int documents_ = 0;
};

// What to do about yaml-cpp's own words.
std::string hint_for(std::string_view message, std::string_view line) {
    if (line.substr(0, line.find_first_not_of(" \t")).find('\t') != line.npos) {
        return _("begin the line with blanks, not with tabs");
    }
    struct Hint {
        std::string_view part;
        const char* hint;
    };
    static constexpr std::array<Hint, 9> hints = {{
        {"illegal map value", said_later("text that holds ': ' must be in quotes")},
        {"end of map not found", said_later("keys that belong together begin in the same column; "
                                            "text with ': ' or '#' needs quotes")},
        {"end of sequence not found",
         said_later("the hyphens of one list begin in the same column")},
        {"flow not found", said_later("look for a '}', a ']' or a comma that is missing")},
        {"illegal flow end", said_later("look for a '}' or ']' that is too much")},
        {"EOF in scalar", said_later("a quotation mark is missing at the end of the text")},
        {"escape character", said_later("in \"...\" a backslash must be written twice")},
        {"referenced anchor", said_later("text that begins with '*' must be in quotes")},
        {"unknown token",
         said_later(
             "text with '?' inside {...}, or that begins with '@', '`' or '%', must be in quotes")},
    }};
    for (const Hint& hint : hints) {
        if (message.find(hint.part) != message.npos) return _(hint.hint);
    }
    return _("look at the blanks at the start of this line and at the quotes in it and above");
}

std::optional<YamlNode> read_tree(std::string_view text, Report& report) {
    if (text.size() > max_text_bytes) {
        report.error({}, _("the file is larger than {} MiB", max_text_bytes >> 20),
                     _("divide it, or look whether it is the right file"));
        return std::nullopt;
    }
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
        report.error({}, _("the file is saved as UTF-16"), _("save it as UTF-8"));
        return std::nullopt;
    }
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);

    std::string cleaned = without_hidden(text, report);
    const Lines lines{cleaned};
    if (!within_yaml_limits(lines, cleaned, report)) return std::nullopt;

    Builder builder{lines, report};
    try {
        TextBuffer buffer{cleaned};
        std::istream stream{&buffer};
        YAML::Parser parser{stream};
        while (parser.HandleNextDocument(builder)) {
        }
    } catch (const Stop& stop) {
        report.add(stop.problem);
        return std::nullopt;
    } catch (const YAML::Exception& exception) {
        const auto number = static_cast<std::size_t>(std::max(exception.mark.line, 0));
        const auto byte = static_cast<std::size_t>(std::max(exception.mark.column, 0));
        report.error(lines.place(number, byte), _("this is not YAML: {}", printable(exception.msg)),
                     hint_for(exception.msg, lines.line(number)));
        return std::nullopt;
    }
    if (!builder.document_seen()) {
        report.error({}, _("the file holds nothing"), _("look whether it was saved"));
        return std::nullopt;
    }
    return builder.take_root();
}

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
    for (const Entry& entry : entries) {
        if (!entry.repeated && entry.key == key) return &entry.value;
    }
    return nullptr;
}

YamlReading read_yaml(std::string_view text, const std::filesystem::path& file) {
    Report report{file};
    YamlReading reading;
    reading.root = read_tree(text, report);
    reading.problems = report.take();
    return reading;
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
