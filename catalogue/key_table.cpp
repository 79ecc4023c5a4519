#include "catalogue/key_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "catalogue/fields.h"
#include "catalogue/report.h"
#include "catalogue/text.h"
#include "catalogue/words.h"
#include "catalogue/yaml_tree.h"

namespace catalogue {
namespace {

constexpr std::array<std::string_view, 18> named_keys{
    "Left",      "Right",    "Up",     "Down",      "Home",      "End",
    "PageUp",    "PageDown", "Space",  "Enter",     "Escape",    "Tab",
    "Backspace", "Delete",   "Insert", "MediaPlay", "MediaNext", "MediaPrevious"};

bool is_function_key(std::string_view key) {
    if (key.size() < 2 || key.size() > 3 || key[0] != 'F') return false;
    const bool digits =
        std::all_of(key.begin() + 1, key.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits && key[1] != '0' && (key.size() == 2 || key <= "F24");
}

// One character that can be seen, letters as capitals.
bool is_character_key(std::string_view key) {
    return key.size() == 1 && key[0] > ' ' && key[0] < 0x7F && !(key[0] >= 'a' && key[0] <= 'z');
}

bool is_key(std::string_view key) {
    return is_character_key(key) || is_function_key(key) ||
           std::find(named_keys.begin(), named_keys.end(), key) != named_keys.end();
}

bool is_command(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

// Reads the table and keeps in mind what was used already.
class Reader {
public:
    explicit Reader(Report& report) : report_(report) {}

    KeyTable read(const YamlNode& root) {
        KeyTable table;
        if (!expect_kind(root, YamlNode::Kind::Map, _("the table of keys"), report_)) return table;
        const Fields document{root, _("the table of keys"), {"format", "groups"}, report_};
        if (!known_format(document, report_)) return table;
        const YamlNode* groups = document.list("groups", Missing::Wrong);
        if (!groups) return table;
        for (const YamlNode& node : groups->items) {
            if (!expect_kind(node, YamlNode::Kind::Map, _("a group of keys"), report_)) continue;
            table.groups.push_back(read_group(node));
        }
        return table;
    }

private:
    KeyGroup read_group(const YamlNode& node) {
        const Fields fields{node, _("a group of keys"), {"title", "keys"}, report_};
        KeyGroup group;
        group.title = fields.text("title", Missing::Wrong).value_or("");
        if (const YamlNode* keys = fields.list("keys", Missing::Wrong)) {
            for (const YamlNode& item : keys->items) {
                if (!expect_kind(item, YamlNode::Kind::Map, _("a command with its keys"),
                                 report_)) {
                    continue;
                }
                if (auto binding = read_binding(item)) group.bindings.push_back(*binding);
            }
        }
        return group;
    }

    std::optional<KeyBinding> read_binding(const YamlNode& node) {
        const Fields fields{
            node, _("a command with its keys"), {"command", "says", "keys"}, report_};
        const auto command = fields.text("command", Missing::Wrong);
        if (!command) return std::nullopt;
        const Place& place = fields.at("command");
        if (!is_command(*command)) {
            report_.error(place, _("{} cannot be a command", in_quotes(*command)),
                          _("commands are written with a-z, 0-9 and '_'"));
            return std::nullopt;
        }
        if (const auto [first, is_new] = commands_.emplace(*command, place.line); !is_new) {
            report_.error(place,
                          _("the command {} is here for a second time; the first is in "
                            "line {}",
                            in_quotes(*command), first->second),
                          _("put all its keys into one entry"));
            return std::nullopt;
        }
        KeyBinding binding;
        binding.command = *command;
        binding.says = fields.text("says", Missing::Wrong).value_or("");
        if (const YamlNode* keys = fields.list("keys", Missing::Wrong)) {
            for (const YamlNode& key : keys->items) {
                if (auto chord = read_chord(key, *command)) binding.chords.push_back(*chord);
            }
            if (keys->items.empty()) {
                report_.warning(keys->place, _("the command {} has no key", in_quotes(*command)),
                                _("add one, as in '[Ctrl+I]'"));
            }
        }
        return binding;
    }

    std::optional<Chord> read_chord(const YamlNode& node, const std::string& command) {
        if (!expect_kind(node, YamlNode::Kind::Scalar, _("a key"), report_)) return std::nullopt;
        Result<Chord> chord = parse_chord(node.text);
        if (!chord) {
            report_.error(node.place, chord.error().what, chord.error().hint);
            return std::nullopt;
        }
        if (const auto [first, is_new] = chords_.emplace(*chord, command); !is_new) {
            report_.error(node.place,
                          _("the key {} is used twice: by {} and by {}", in_quotes(to_text(*chord)),
                            in_quotes(first->second), in_quotes(command)),
                          _("one key has one meaning: choose another for one of them"));
            return std::nullopt;
        }
        return *std::move(chord);
    }

    Report& report_;
    std::map<std::string, int, std::less<>> commands_;  // the lines they are in
    std::map<Chord, std::string> chords_;               // the commands that have them
};

}  // namespace

std::string to_text(const Chord& chord) {
    return fmt::format("{}{}{}{}", chord.ctrl ? "Ctrl+" : "", chord.alt ? "Alt+" : "",
                       chord.shift ? "Shift+" : "", chord.key);
}

Result<Chord> parse_chord(std::string_view text) {
    Chord chord;
    std::string_view rest = text;
    for (bool found = true; found;) {
        found = false;
        for (const auto& [name, flag] : {std::pair{std::string_view{"Ctrl+"}, &chord.ctrl},
                                         std::pair{std::string_view{"Alt+"}, &chord.alt},
                                         std::pair{std::string_view{"Shift+"}, &chord.shift}}) {
            if (!*flag && rest.starts_with(name)) {
                *flag = true;
                rest.remove_prefix(name.size());
                found = true;
            }
        }
    }
    if (!is_key(rest)) {
        const std::vector<std::string> names(named_keys.begin(), named_keys.end());
        return fail(
            {}, _("{} is not a key", in_quotes(text)),
            did_you_mean(rest, names, _("write it like Ctrl+Shift+Left, PageDown, F11, K or /")));
    }
    chord.key = rest;
    return chord;
}

const KeyBinding* KeyTable::find(const Chord& chord) const {
    for (const KeyGroup& group : groups) {
        for (const KeyBinding& binding : group.bindings) {
            if (std::find(binding.chords.begin(), binding.chords.end(), chord) !=
                binding.chords.end()) {
                return &binding;
            }
        }
    }
    return nullptr;
}

const KeyBinding* KeyTable::of_command(std::string_view command) const {
    for (const KeyGroup& group : groups) {
        for (const KeyBinding& binding : group.bindings) {
            if (binding.command == command) return &binding;
        }
    }
    return nullptr;
}

KeyTable without_single_keys(const KeyTable& table) {
    KeyTable rest = table;
    for (KeyGroup& group : rest.groups) {
        for (KeyBinding& binding : group.bindings) {
            std::erase_if(binding.chords, [](const Chord& chord) {
                return is_character_key(chord.key) && !chord.ctrl && !chord.alt;
            });
        }
        std::erase_if(group.bindings,
                      [](const KeyBinding& binding) { return binding.chords.empty(); });
    }
    std::erase_if(rest.groups, [](const KeyGroup& group) { return group.bindings.empty(); });
    return rest;
}

KeyTableReading read_key_table(std::string_view yaml, const std::filesystem::path& file_name) {
    Report report{file_name};
    KeyTableReading reading;
    YamlReading tree = read_yaml(yaml, file_name);
    for (Problem& problem : tree.problems) {
        report.add(std::move(problem));
    }
    if (tree.root) reading.table = Reader{report}.read(*tree.root);
    reading.problems = report.take();
    std::ranges::stable_sort(reading.problems, {}, &Problem::place);
    return reading;
}

}  // namespace catalogue
