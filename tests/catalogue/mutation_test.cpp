// Documents that were good and then damaged, thousands of times and always in the same way: reading
// never throws, hangs or breaks its own promises.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "catalogue/captions.h"
#include "catalogue/key_table.h"
#include "catalogue/module_reader.h"
#include "catalogue/saved_state.h"
#include "catalogue/text.h"
#include "tests/catalogue/made_module.h"

using namespace catalogue;

namespace {

class Damage {
public:
    explicit Damage(std::uint32_t seed) : random_(seed) {}

    std::size_t below(std::size_t limit) { return random_() % std::max<std::size_t>(limit, 1); }

    std::string apply(std::string text) {
        for (std::size_t times = 1 + below(3); times > 0; --times) {
            once(text);
        }
        return text;
    }

private:
    void once(std::string& text) {
        const std::size_t at = below(text.size());
        const std::size_t line = text.rfind('\n', at) + 1;  // npos + 1 is 0
        const std::size_t next = std::min(text.find('\n', at), text.size());
        switch (below(8)) {
            case 0:
                if (!text.empty()) text[at] = static_cast<char>(text[at] ^ (1 << below(8)));
                break;
            case 1:
                text.insert(at, 1, static_cast<char>(below(256)));
                break;
            case 2:
                text.erase(at, 1 + below(20));
                break;
            case 3:
                text.erase(line, next - line);
                break;
            case 4:
                text.insert(line, text.substr(line, next + 1 - line));
                break;
            case 5:
                text.resize(at);
                break;
            case 6: {
                // What means something to a parser.
                static const std::vector<std::string> parts = {
                    "[",   "{",   "}",         "]",     ": ",  "- ",        "\"",    "'",
                    "&a ", "*a ", "!!x ",      "? ",    "|\n", ">\n",       "---\n", "...\n",
                    "#",   "\t",  "%YAML 9\n", "\\x00", "\\",  ",",         "\r",    "\n  ",
                    "012", "<",   ">",         "&#x",   "-->", "<!DOCTYPE", "~",     "null"};
                text.insert(at, parts[below(parts.size())]);
                break;
            }
            default: {
                // Something from elsewhere in the same text.
                const std::string piece = text.substr(below(text.size()), below(60));
                text.insert(at, piece);
                break;
            }
        }
    }

    std::mt19937 random_;
};

void check_problems(const std::vector<Problem>& problems) {
    for (const Problem& problem : problems) {
        CHECK_FALSE(problem.what.empty());
        CHECK(problem.place.line >= 0);
        CHECK(problem.place.column >= 0);
        CHECK_FALSE(find_invalid_utf8(to_text(problem)));
    }
}

void check_module(const Module& module) {
    CHECK(module.cells.size() == module.people.size() * module.questions.size());
    CHECK_FALSE(module.id.text.empty());
    for (const Question& question : module.questions) {
        CHECK(question.theme < module.themes.size());
        CHECK_FALSE(find_invalid_utf8(question.text));
    }
    for (const Person& person : module.people) {
        CHECK(person.facts.size() == module.facts.size());
        CHECK_FALSE(person.id.text.empty());
        CHECK_FALSE(find_invalid_utf8(person.name));
    }
    for (std::size_t i = 0; i < module.cells.size(); ++i) {
        const Module::Cell& cell = module.cells[i];
        CHECK(cell.answer.has_value() == (cell.state == CellState::Playable));
        const bool withdrawn = module.people[i / module.questions.size()].consent_withdrawn;
        CHECK((cell.state == CellState::Withdrawn) == withdrawn);
        if (cell.answer && cell.answer->trim) CHECK(cell.answer->trim->length().count() > 0);
        if (cell.answer) CHECK_FALSE(cell.answer->film.empty());
    }
}

}  // namespace

TEST_CASE("a damaged module is read to its end, and keeps the promises of a module") {
    const MemoryFiles whole = made_module();
    const std::vector<std::string> documents = {"module.yaml", "people/moira.yaml",
                                                "people/dev.yaml", "index/moira.yaml"};
    std::size_t opened = 0;
    std::size_t with_problems = 0;
    constexpr std::uint32_t rounds = 3000;
    for (std::uint32_t seed = 0; seed < rounds; ++seed) {
        CAPTURE(seed);
        Damage damage{seed};
        MemoryFiles files = whole;
        std::string& text = files.files[documents[damage.below(documents.size())]];
        text = damage.apply(text);
        const ModuleReading reading = read_module(files);
        check_problems(reading.problems);
        CHECK(std::ranges::is_sorted(reading.problems, {}, &Problem::place));
        if (reading.module) check_module(*reading.module);
        opened += reading.module ? 1 : 0;
        with_problems += reading.problems.empty() ? 0 : 1;
    }
    // The damage is neither harmless nor hopeless.
    CHECK(opened > rounds / 2);
    CHECK(with_problems > rounds / 2);
}

TEST_CASE("damaged captions are read to their end, and stay text") {
    const std::vector<std::pair<std::string, std::string>> documents = {
        {"a.vtt",
         "WEBVTT\n\nSTYLE\n::cue { color: red }\n\n1\n00:01.000 --> 00:02.500 align:start\n"
         "<v Moira>Good <i>morning</i> &amp; welcome\n\nNOTE none\n\n00:03.000 --> "
         "00:04.000\nBye\n"},
        {"a.srt",
         "1\n00:00:01,000 --> 00:00:02,500\n<i>Good</i> morning {\\an8}\n\n2\n"
         "00:00:03,000 --> 00:00:04,000\nBye\nnow\n"},
        {"a.ttml",
         "<?xml version=\"1.0\"?><tt xmlns=\"http://www.w3.org/ns/ttml\" "
         "xml:lang=\"en\"><body><div>"
         "<p begin=\"00:00:01.000\" end=\"2.5s\">Good<br/>morning &amp; <span>welcome</span></p>"
         "<p begin=\"3s\" dur=\"1s\">Bye</p></div></body></tt>"},
    };
    for (std::uint32_t seed = 0; seed < 2000; ++seed) {
        CAPTURE(seed);
        Damage damage{seed};
        const auto& [file, text] = documents[damage.below(documents.size())];
        const CaptionReading reading = read_captions(damage.apply(text), file);
        check_problems(reading.problems);
        CHECK(std::ranges::is_sorted(reading.cues, {},
                                     [](const CaptionCue& cue) { return cue.time.in; }));
        for (const CaptionCue& cue : reading.cues) {
            CHECK_FALSE(find_invalid_utf8(cue.text));
            CHECK_FALSE(find_invalid_utf8(cue.speaker));
        }
    }
}

TEST_CASE("damaged tables of keys and saved places are read to their end") {
    const std::string keys =
        "format: 1\ngroups:\n  - title: Playing\n    keys:\n"
        "      - {command: play_pause, says: Play or pause, keys: [Space, K]}\n"
        "      - {command: larger, says: Larger, keys: [\"Ctrl+=\", \"Ctrl++\"]}\n";
    SavedSitting sitting;
    sitting.module = {"m"};
    sitting.cell = {{"moira"}, {"w1"}};
    sitting.heard = {{{"moira"}, {"w1"}}, {{"dev"}, {"w2"}}};
    const std::string saved = to_yaml(sitting);
    for (std::uint32_t seed = 0; seed < 1000; ++seed) {
        CAPTURE(seed);
        Damage damage{seed};
        check_problems(read_key_table(damage.apply(keys), "keys.yaml").problems);
        const std::string text = damage.apply(saved);
        const Result<SavedSitting> sat = read_saved_sitting(text, "sitting.yaml");
        if (!sat) check_problems({sat.error()});
        const Result<SavedSettings> settings = read_saved_settings(text, "settings.yaml");
        if (!settings) check_problems({settings.error()});
    }
}
