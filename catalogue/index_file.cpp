#include "catalogue/index_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "catalogue/index_comments.h"
#include "catalogue/text.h"
#include "catalogue/time_text.h"
#include "catalogue/yaml_tree.h"

namespace catalogue {
namespace {

using Kind = YamlNode::Kind;
using Line = IndexFile::Rest::Line;

// Whether a text can stand in YAML without quotes, and mean the same.
bool is_plain(std::string_view text) {
    return !text.empty() && text.front() != '-' && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '-' || c == '.' || c == '/';
    });
}

std::string key_text(const std::string& key) {
    return is_plain(key) ? key : yaml_quoted(key);
}

// A tree in one line.
std::string in_one_line(const YamlNode& node) {
    std::vector<std::string> parts;
    switch (node.kind) {
        case Kind::Null:
        case Kind::Refused:
            return "~";
        case Kind::Scalar:
            return !node.quoted && is_plain(node.text) ? node.text : yaml_quoted(node.text);
        case Kind::Sequence:
            for (const YamlNode& item : node.items) {
                parts.push_back(in_one_line(item));
            }
            return fmt::format("[{}]", fmt::join(parts, ", "));
        case Kind::Map:
            for (const YamlNode::Entry& entry : node.entries) {
                parts.push_back(
                    fmt::format("{}: {}", key_text(entry.key), in_one_line(entry.value)));
            }
            return fmt::format("{{{}}}", fmt::join(parts, ", "));
    }
    return "~";
}

std::string in_one_line(const std::vector<Line>& lines) {
    std::string text;
    for (const auto& [key, value] : lines) {
        text += fmt::format(", {}: {}", key_text(key), value);
    }
    return text;
}

std::string text_of(const YamlNode* node) {
    return node != nullptr && node->kind == Kind::Scalar ? std::string{trimmed(node->text)}
                                                         : std::string{};
}

std::optional<TimeRange> times_of(const YamlNode& node) {
    const auto in = parse_time(text_of(node.find("in")));
    const auto out = parse_time(text_of(node.find("out")));
    if (!in || !out || *in >= *out) return std::nullopt;
    return TimeRange{*in, *out};
}

// Whether there is a place in the tree that writing it anew would lose.
std::optional<Place> lost_place(const YamlNode& node) {
    if (node.kind == Kind::Refused) return node.place;
    for (const YamlNode& item : node.items) {
        if (const auto lost = lost_place(item)) return lost;
    }
    for (const YamlNode::Entry& entry : node.entries) {
        if (entry.repeated) return entry.key_place;
        if (const auto lost = lost_place(entry.value)) return lost;
    }
    return std::nullopt;
}

template <std::size_t N>
std::vector<Line> other_keys(const YamlNode& map, const std::array<std::string_view, N>& known) {
    std::vector<Line> lines;
    for (const YamlNode::Entry& entry : map.entries) {
        if (std::ranges::find(known, entry.key) == known.end()) {
            lines.emplace_back(entry.key, in_one_line(entry.value));
        }
    }
    return lines;
}

class Taking {
public:
    Taking(const Module& module, const std::vector<Markable>& questions, IndexFile& index)
        : module_(module), questions_(questions), index_(index) {}

    void take_answers(const YamlNode& answers) {
        for (const YamlNode::Entry& entry : answers.entries) {
            const auto question = module_.find_question({entry.key});
            const auto time = times_of(entry.value);
            const bool markable = question && questions_[*question] == Markable::Yes;
            if (!markable || !time || !is_of_film(entry.value)) {
                index_.rest.answers.emplace_back(entry.key, in_one_line(entry.value));
                continue;
            }
            index_.answers.push_back({question, *time});
            constexpr std::array<std::string_view, 3> known{"in", "out", "film"};
            index_.rest.of_answers.push_back({*question, *time, other_keys(entry.value, known)});
        }
    }

    void take_marks(const YamlNode& marks) {
        for (const YamlNode& mark : marks.items) {
            const auto time = times_of(mark);
            if (time && is_of_film(mark)) {
                index_.answers.push_back({std::nullopt, *time});
            } else {
                index_.rest.marks.push_back(in_one_line(mark));
            }
        }
    }

private:
    bool is_of_film(const YamlNode& node) const {
        const std::string named = text_of(node.find("film"));
        const auto film = named.empty() ? index_.usual_film : std::filesystem::path{named};
        return film.lexically_normal() == index_.film.lexically_normal();
    }

    const Module& module_;
    const std::vector<Markable>& questions_;
    IndexFile& index_;
};

}  // namespace

WrittenByHand written_by_hand(std::string_view person_yaml, const Module& module) {
    WrittenByHand written;
    written.answers.resize(module.questions.size());
    const YamlReading reading = read_yaml(person_yaml, {});
    if (!reading.root) return written;
    if (const std::string film = text_of(reading.root->find("film")); !film.empty()) {
        written.film = film;
    }
    if (const std::string file = text_of(reading.root->find("captions")); !file.empty()) {
        written.captions = file;
    }
    const YamlNode* answers = reading.root->find("answers");
    if (answers == nullptr) return written;
    for (const YamlNode::Entry& entry : answers->entries) {
        if (const auto question = module.find_question({entry.key})) {
            const YamlNode& value = entry.value;
            written.answers[*question] = value.find("in") != nullptr ||
                                         value.find("out") != nullptr ||
                                         value.find("film") != nullptr;
        }
    }
    return written;
}

Result<IndexFile> read_index_file(std::string_view yaml, const std::filesystem::path& file_name,
                                  const Module& module, const std::vector<Markable>& questions,
                                  const std::string& person, const std::filesystem::path& film) {
    IndexFile index;
    index.person = person;
    index.film = film;
    index.usual_film = film;
    index.written = yaml;
    if (trimmed(yaml).empty()) return index;
    const YamlReading reading = read_yaml(yaml, file_name);
    const std::string way_out = "correct it, or move the file away: a new one is made then";
    if (!reading.root) {
        return reading.problems.empty() ? fail({file_name}, "this is no index", way_out)
                                        : reading.problems.front();
    }
    if (reading.root->kind == Kind::Null) return index;
    if (reading.root->kind != Kind::Map) return fail({file_name}, "this is no index", way_out);
    if (const auto place = lost_place(*reading.root)) {
        return fail(*place, "this would be lost if the index were written anew", way_out);
    }
    if (const YamlNode* format = reading.root->find("format"); text_of(format) != "1") {
        return fail(format != nullptr ? format->place : Place{file_name},
                    "this index is of a format that this program does not know",
                    "open it with a newer Crosscut, or move the file away");
    }
    if (const YamlNode* of = reading.root->find("person"); text_of(of) != person) {
        return fail(of != nullptr ? of->place : Place{file_name},
                    fmt::format("this index is not of {}", in_quotes(person)), way_out);
    }
    if (const std::string named = text_of(reading.root->find("film")); !named.empty()) {
        index.usual_film = named;
    }
    constexpr std::array<std::string_view, 6> known{"format", "person",  "film",
                                                    "made",   "answers", "marks"};
    index.rest.keys = other_keys(*reading.root, known);
    if (const YamlNode* made = reading.root->find("made")) {
        constexpr std::array<std::string_view, 3> known_of_made{"by", "date", "size_bytes"};
        index.rest.made = other_keys(*made, known_of_made);
    }
    Taking taking(module, questions, index);
    if (const YamlNode* answers = reading.root->find("answers")) taking.take_answers(*answers);
    if (const YamlNode* marks = reading.root->find("marks")) taking.take_marks(*marks);
    return index;
}

std::string index_text(const IndexFile& index, const std::vector<MarkedAnswer>& answers,
                       const Module& module, const std::string& date) {
    const std::string film =
        index.film == index.usual_film
            ? ""
            : fmt::format("film: {}, ", yaml_quoted(index.film.generic_string()));
    std::string text = fmt::format(
        "# Only tools write here.\nformat: 1\nperson: {}\nfilm: {}\n"
        "made: {{by: crosscut, date: {}, size_bytes: \"{}\"{}}}\n",
        index.person, yaml_quoted(index.usual_film.generic_string()), yaml_quoted(date),
        index.film_bytes, in_one_line(index.rest.made));
    for (const auto& [key, value] : index.rest.keys) {
        text += fmt::format("{}: {}\n", key_text(key), value);
    }
    const auto times = [&](const TimeRange& time) {
        return fmt::format("{}in: \"{}\", out: \"{}\"", film, format_time(time.in),
                           format_time(time.out));
    };
    std::string of_questions;
    std::string marks;
    for (const MarkedAnswer& answer : answers) {
        if (!answer.question) {
            marks += fmt::format("  - {{{}}}\n", times(answer.time));
            continue;
        }
        std::string kept;
        for (const IndexFile::Rest::OfAnswer& rest : index.rest.of_answers) {
            if (rest.question != *answer.question) continue;
            for (const auto& [key, value] : rest.keys) {
                if (key != "loudness" || rest.time == answer.time) {
                    kept += fmt::format(", {}: {}", key_text(key), value);
                }
            }
        }
        of_questions += fmt::format("  {}: {{{}{}}}\n", module.questions[*answer.question].id.text,
                                    times(answer.time), kept);
    }
    for (const auto& [key, value] : index.rest.answers) {
        // An answer that was marked in this film takes the place of one in another.
        const auto question = module.find_question({key});
        const bool marked = question && std::ranges::any_of(answers, [&](const MarkedAnswer& one) {
                                return one.question == question;
                            });
        if (!marked) of_questions += fmt::format("  {}: {}\n", key_text(key), value);
    }
    for (const std::string& mark : index.rest.marks) {
        marks += fmt::format("  - {}\n", mark);
    }
    text += of_questions.empty() ? "answers: {}\n" : "answers:\n" + of_questions;
    if (!marks.empty()) text += "marks:\n" + marks;
    return with_comments(index.written, text);
}

}  // namespace catalogue
