#include "catalogue/key_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "catalogue/text.h"
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

class Reader {
public:
    explicit Reader(KeyTableReading& reading) : reading_(reading) {}

    void read(const YamlNode& root) {
        const YamlNode* groups = root.find("groups");
        if (groups == nullptr || groups->kind != YamlNode::Kind::Sequence) {
            problem(root.place, "there are no groups of keys", "add 'groups:' with a list");
            return;
        }
        for (const YamlNode& group : groups->items) {
            KeyGroup read;
            read.title = text_of(group, "title");
            if (const YamlNode* keys = group.find("keys")) {
                for (const YamlNode& binding : keys->items) {
                    read_binding(binding, read);
                }
            }
            reading_.table.groups.push_back(std::move(read));
        }
    }

private:
    void problem(const Place& place, std::string what, std::string hint) {
        reading_.problems.push_back(fail(place, std::move(what), std::move(hint)));
    }

    std::string text_of(const YamlNode& map, std::string_view key) {
        const YamlNode* node = map.find(key);
        if (node != nullptr && node->kind == YamlNode::Kind::Scalar && !node->text.empty()) {
            return node->text;
        }
        problem(map.place, fmt::format("'{}' is missing", key), "add it");
        return {};
    }

    void read_binding(const YamlNode& node, KeyGroup& group) {
        KeyBinding binding;
        binding.command = text_of(node, "command");
        binding.says = text_of(node, "says");
        if (!commands_.insert({binding.command, node.place}).second) {
            problem(node.place,
                    fmt::format("the command {} is here twice", in_quotes(binding.command)),
                    "put all its keys into one place");
        }
        const YamlNode* keys = node.find("keys");
        if (keys == nullptr || keys->items.empty()) {
            problem(node.place, fmt::format("{} has no key", in_quotes(binding.command)),
                    "add 'keys:' with a list");
            return;
        }
        for (const YamlNode& key : keys->items) {
            Result<Chord> chord = parse_chord(key.text);
            if (!chord) {
                problem(key.place, chord.error().what, chord.error().hint);
                continue;
            }
            const auto [found, is_new] = chords_.insert({*chord, binding.command});
            if (!is_new) {
                problem(
                    key.place,
                    fmt::format("{} is a key of {} already", key.text, in_quotes(found->second)),
                    "one key has one meaning");
                continue;
            }
            binding.chords.push_back(std::move(*chord));
        }
        group.bindings.push_back(std::move(binding));
    }

    KeyTableReading& reading_;
    std::map<Chord, std::string> chords_;
    std::map<std::string, Place> commands_;
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
        return fail({}, fmt::format("{} is not a key", in_quotes(text)),
                    "write it like Ctrl+Shift+Left, PageDown, K or /");
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

KeyTableReading read_key_table(std::string_view yaml, const std::filesystem::path& file_name) {
    KeyTableReading reading;
    YamlReading tree = read_yaml(yaml, file_name);
    reading.problems = std::move(tree.problems);
    if (tree.root) {
        Reader{reading}.read(*tree.root);
    }
    return reading;
}

}  // namespace catalogue
