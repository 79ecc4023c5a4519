#include "catalogue/module_reader.h"

#include <doctest/doctest.h>

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "tests/catalogue/made_module.h"
#include "tests/catalogue/problem_texts.h"

using namespace catalogue;
using namespace std::chrono_literals;

namespace {

TimeRange range(SourceDuration in, SourceDuration out) {
    return {SourceTime{in}, SourceTime{out}};
}

// What a row of cells holds: '.' empty, 'P' playable, 'h' withheld, 'd' withdrawn.
std::string states(const Module& module) {
    std::string all;
    for (std::size_t person = 0; person < module.people.size(); ++person) {
        if (person > 0) all += ' ';
        for (std::size_t question = 0; question < module.questions.size(); ++question) {
            const Module::Cell& cell = module.cell(person, question);
            CHECK(cell.answer.has_value() == (cell.state == CellState::Playable));
            switch (cell.state) {
                case CellState::Empty:
                    all += '.';
                    break;
                case CellState::Playable:
                    all += 'P';
                    break;
                case CellState::Withheld:
                    all += 'h';
                    break;
                case CellState::Withdrawn:
                    all += 'd';
                    break;
            }
        }
    }
    return all;
}

// A share on which somebody counts how often a film is looked at.
class CountedFiles final : public ModuleFiles {
public:
    explicit CountedFiles(const ModuleFiles& files) : files_(files) {}
    mutable std::map<std::string, int> looks;

    Result<std::string> read(const std::filesystem::path& relative) const override {
        return files_.read(relative);
    }
    std::vector<std::filesystem::path> list(const std::filesystem::path& folder,
                                            const std::string& extension) const override {
        return files_.list(folder, extension);
    }
    Outcome usable(const std::filesystem::path& relative) const override {
        ++looks[relative.generic_string()];
        return files_.usable(relative);
    }

private:
    const ModuleFiles& files_;
};

}  // namespace

TEST_CASE("a film is looked at once, however many answers and people it has") {
    MemoryFiles files = made_module();
    const CountedFiles counted{files};
    const ModuleReading reading = read_module(counted, "en");
    REQUIRE(reading.module);
    CHECK(counted.looks.size() > 1);
    for (const auto& [file, looks] : counted.looks) {
        CAPTURE(file);
        CHECK(looks == 1);
    }
}

TEST_CASE("a module without a fault is read whole and without a problem") {
    const ModuleReading reading = read_module(made_module());
    CHECK(texts(reading.problems) == "");
    REQUIRE(reading.module);
    const Module& module = *reading.module;
    CHECK(module.id.text == "a-cross-section");
    CHECK(module.version == "1.0");
    CHECK(module.title == "A cross-section");
    CHECK(module.language == "en-GB");
    CHECK(module.licence == "CC-BY-4.0");
    CHECK(module.about == "First paragraph.\n\nSecond paragraph.");
    CHECK(module.notice == "The people in this module are invented.");
    CHECK(module.credits.funder == "A trust");
    CHECK(module.credits.nominated_by == "A school");
    CHECK(module.credits.date == "2026-11");
    REQUIRE(module.support.size() == 1);
    CHECK(module.support[0].contact == "0800 1111");
    REQUIRE(module.themes.size() == 2);
    CHECK(module.themes[1].id.text == "life");
    CHECK(module.themes[1].name == "Life");
    REQUIRE(module.questions.size() == 4);
    CHECK(module.questions[0].text == "How did you become {job}?");
    CHECK(module.questions[0].label == "In a nutshell");
    CHECK_FALSE(module.questions[0].sensitive);
    CHECK(module.questions[2].sensitive);
    CHECK(module.questions[3].theme == 1);
    REQUIRE(module.facts.size() == 2);
    CHECK(module.facts[0].says == "left school at {value}");
    CHECK(module.facts[0].for_contrasts);

    REQUIRE(module.people.size() == 3);
    const Person& moira = module.people[0];
    CHECK(moira.id.text == "moira");
    CHECK(moira.name == "Moira");
    CHECK(job_with_article(moira.job) == "a hill farmer");
    CHECK(moira.facts == std::vector<std::optional<Fact>>{"16", "straight into work"});
    REQUIRE(moira.now);
    CHECK(moira.now->file == "pictures/moira.png");
    CHECK(moira.now->alt == "Moira at a gate");
    CHECK_FALSE(moira.then);
    CHECK(moira.way_in == "Ask a farmer.");
    CHECK(module.people[1].facts == std::vector<std::optional<Fact>>{"22", std::nullopt});
    CHECK(module.people[2].consent_withdrawn);

    CHECK(states(module) == "PPhP PP.. dddd");
}

TEST_CASE("people named in the order come first, the others follow by their files' names") {
    MemoryFiles files = made_module();
    files.files["people/bea.yaml"] = made_dev_yaml;
    const ModuleReading reading = read_module(files);
    REQUIRE(reading.module);
    std::string order;
    for (const Person& person : reading.module->people) {
        order += person.id.text + ' ';
    }
    CHECK(order == "moira dev amara bea ");
}

TEST_CASE("times written by hand win over those of the index, which fills the gaps") {
    const ModuleReading reading = read_module(made_module());
    REQUIRE(reading.module);
    const Module& module = *reading.module;
    const Answer& w1 = *module.cell(0, 0).answer;
    CHECK(w1.film == "films/moira.mp4");
    CHECK(w1.trim == range(12s, 40200ms));
    CHECK(w1.captions == "captions/moira.vtt");
    const Answer& w2 = *module.cell(0, 1).answer;
    CHECK(w2.film == "films/moira-w2.mp4");
    CHECK_FALSE(w2.trim);
    CHECK(w2.captions == "captions/moira-w2.vtt");
    const Answer& l1 = *module.cell(0, 3).answer;
    CHECK(l1.film == "films/moira.mp4");
    CHECK(l1.trim == range(50s, 80s));
}

TEST_CASE("the cells of a person follow from what the person's file and the index say together") {
    struct Row {
        std::string about;
        std::string person;  // from 'film' on
        std::string index;   // from 'film' on; empty for none
        std::string cells;
        std::string first;  // film, in and out of w1 in seconds
        std::string problems;
    };
    const std::string w1 = "{in: \"00:01.000\", out: \"00:02.000\"}";
    const std::vector<Row> rows = {
        {"only the index has the answer, with the person's film", "film: films/a.mp4\n",
         "answers: {w1: " + w1 + "}\n", "P...", "films/a.mp4 1-2", ""},
        {"only the index has the answer, with its own film", "",
         "film: films/a.mp4\nanswers: {w1: " + w1 + "}\n", "P...", "films/a.mp4 1-2", ""},
        {"the index has a file for the answer", "",
         "answers: {w1: {film: films/b.mp4}, w2: {film: films/a.mp4}}\n", "PP..", "films/b.mp4",
         ""},
        {"the person asks for an answer that the index has", "film: films/a.mp4\nanswers: {w1: }\n",
         "answers: {w1: " + w1 + "}\n", "P...", "films/a.mp4 1-2", ""},
        {"in by hand, out from the index",
         "film: films/a.mp4\nanswers: {w1: {in: \"00:01.500\"}}\n", "answers: {w1: " + w1 + "}\n",
         "P...", "films/a.mp4 1.5-2", ""},
        {"a file of its own does not take the index's times of another film",
         "film: films/a.mp4\nanswers: {w1: {film: films/b.mp4}}\n",
         "film: films/a.mp4\nanswers: {w1: " + w1 + "}\n", "P...", "films/b.mp4", ""},
        {"a file of its own takes the index's times of the same film",
         "answers: {w1: {film: films/b.mp4}}\n",
         "answers: {w1: {film: films/b.mp4, in: \"00:01.000\", out: \"00:02.000\"}}\n", "P...",
         "films/b.mp4 1-2", ""},
        {"a file of its own may be trimmed by hand",
         "answers: {w1: {film: films/b.mp4, in: \"00:01.000\", out: \"00:02.000\"}}\n", "", "P...",
         "films/b.mp4 1-2", ""},
        {"withheld by hand wins over the index", "film: films/a.mp4\nanswers: {w1: withheld}\n",
         "answers: {w1: " + w1 + "}\n", "h...", "", ""},
        {"withheld in quotes", "answers: {w1: \"withheld\"}\n", "", "h...", "", ""},
        {"withheld the second time it is named",
         "film: films/a.mp4\nanswers:\n  w1: " + w1 + "\n  w1: withheld\n", "", "h...", "",
         "people/ann.yaml:8:3: 'w1' is here for a second time; the first is in line 7 (keep only "
         "one of them)\n"},
        {"a word that may have been meant as withheld does not play",
         "film: films/a.mp4\nanswers: {w1: witheld}\n", "answers: {w1: " + w1 + "}\n", "....", "",
         "people/ann.yaml:6:15: the answer to 'w1' is 'witheld' (write {in: \"mm:ss.mmm\", out: "
         "\"mm:ss.mmm\"}, {film: ...}, or withheld)\n"},
        {"no times anywhere", "film: films/a.mp4\nanswers: {w1: {}}\n", "", "....", "",
         "people/ann.yaml:6:11: the answer to 'w1' has no in and out (write in and out as "
         "\"mm:ss.mmm\"; index/ann.yaml does not have them either)\n"},
        {"no out anywhere", "film: films/a.mp4\nanswers: {w1: {in: \"00:01.000\"}}\n", "", "....",
         "",
         "people/ann.yaml:6:11: the answer to 'w1' has no out (write out as \"mm:ss.mmm\"; "
         "index/ann.yaml does not have it either)\n"},
        {"no film anywhere is said once", "answers: {w1: " + w1 + ", w2: " + w1 + "}\n", "", "....",
         "",
         "people/ann.yaml:5:11: no film is named for the answer to 'w1' (write 'film: "
         "films/ann.mp4' for all answers of this person, or a film for each)\n"},
        {"a film that is not text is said once", "film: [a]\nanswers: {w1: " + w1 + "}\n", "",
         "....", "",
         "people/ann.yaml:5:7: 'film' must be text, not a list (write text there; put it in quotes "
         "if it begins with '[' or '{')\n"},
        {"a film that is not there is said once",
         "film: films/c.mp4\nanswers:\n  w1: " + w1 +
             "\n  w2: {in: \"00:02.000\", out: \"00:03.000\"}\n",
         "", "....", "",
         "people/ann.yaml:5:7: there is no 'films/c.mp4' (put it there, or correct the name)\n"},
        {"an empty film", "film: films/empty.mp4\nanswers: {w1: " + w1 + "}\n", "", "....", "",
         "people/ann.yaml:5:7: 'films/empty.mp4' is empty (copy it again: the last copy was "
         "probably not finished)\n"},
        {"captions that are not there leave the answer playable",
         "film: films/a.mp4\ncaptions: captions/c.vtt\nanswers: {w1: " + w1 + "}\n", "", "P...",
         "films/a.mp4 1-2",
         "people/ann.yaml:6:11: there is no 'captions/c.vtt' (put it there, or correct the "
         "name)\n"},
        {"an index of another film keeps to its film", "film: films/b.mp4\nanswers: {w1: {}}\n",
         "film: films/a.mp4\nanswers: {w1: " + w1 + "}\n", "P...", "films/a.mp4 1-2",
         "index/ann.yaml:3:7: the index was made from 'films/a.mp4', but the film of 'ann' is "
         "'films/b.mp4' (let the index be made again; its times belong to the film it names)\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.about);
        MemoryFiles files;
        files.files["module.yaml"] =
            made_module_yaml.substr(0, made_module_yaml.find("people_order"));
        files.files["people/ann.yaml"] =
            "format: 1\nname: Ann\njob: {title: cook, article: a}\nconsent: given\n" + row.person;
        if (!row.index.empty()) {
            files.files["index/ann.yaml"] = "format: 1\nperson: ann\n" + row.index;
        }
        files.files["films/a.mp4"] = files.files["films/b.mp4"] = "film";
        files.files["films/empty.mp4"] = "";
        const ModuleReading reading = read_module(files);
        CHECK(texts(reading.problems) == row.problems);
        REQUIRE(reading.module);
        CHECK(states(*reading.module) == row.cells);
        std::string first;
        if (const auto& answer = reading.module->cell(0, 0).answer) {
            first = answer->film.string();
            if (answer->trim) {
                const auto seconds = [](SourceTime time) {
                    std::string text = std::to_string(time.time_since_epoch().count() / 100'000);
                    if (text.back() == '0') return text.substr(0, text.size() - 1);
                    return text.substr(0, text.size() - 1) + '.' + text.back();
                };
                first += ' ' + seconds(answer->trim->in) + '-' + seconds(answer->trim->out);
            }
        }
        CHECK(first == row.first);
    }
}

TEST_CASE("consent that was taken back withdraws every cell, whatever else is said") {
    for (const std::string consent :
         {"consent: withdrawn\n", "consent: \"withdrawn\"\n", "consent: witdrawn\n",
          "consent: no\n", "consent: [given]\n", "consent: given\nconsent: withdrawn\n",
          "consent: withdrawn\nconsent: given\n"}) {
        CAPTURE(consent);
        MemoryFiles files = made_module();
        std::string& moira = files.files["people/moira.yaml"];
        moira.replace(moira.find("consent: given\n"), 15, consent);
        // Withdrawn films are deleted, and that is no problem.
        files.files.erase("films/moira.mp4");
        files.files.erase("pictures/moira.png");
        const ModuleReading reading = read_module(files);
        REQUIRE(reading.module);
        CHECK(states(*reading.module) == "dddd PP.. dddd");
        CHECK_FALSE(reading.module->people[0].now);
        CHECK(texts(reading.problems).find("films/moira.mp4") == std::string::npos);
    }
    MemoryFiles files = made_module();
    std::string& moira = files.files["people/moira.yaml"];
    moira.erase(moira.find("consent: given\n"), 15);
    const ModuleReading reading = read_module(files);
    CHECK(texts(reading.problems) ==
          "people/moira.yaml:1:1: 'moira' has no 'consent' (write 'consent: given' once this "
          "person has agreed in writing)\n");
    CHECK(reading.problems[0].severity == Severity::Warning);
    CHECK(states(*reading.module) == "PPhP PP.. dddd");
}

TEST_CASE("the loudness in the index is that of its own film and stretch, and of no other") {
    const std::string times = "in: \"00:01.000\", out: \"00:02.000\"";
    const std::string other = "in: \"00:01.000\", out: \"00:02.500\"";
    const std::string loud = ", loudness: \"-21.5\"";
    struct Row {
        std::string about, person, index;
        std::optional<double> lufs;
    };
    const std::vector<Row> rows = {
        {"times of the index", "{}", "{" + times + loud + "}", -21.5},
        {"the same times by hand", "{" + times + "}", "{" + times + loud + "}", -21.5},
        {"one time by hand, the same", "{in: \"00:01.000\"}", "{" + times + loud + "}", -21.5},
        {"a time corrected by hand", "{" + other + "}", "{" + times + loud + "}", std::nullopt},
        {"one time corrected by hand", "{out: \"00:03.000\"}", "{" + times + loud + "}",
         std::nullopt},
        {"not measured", "{}", "{" + times + "}", std::nullopt},
        {"without quotes", "{}", "{" + times + ", loudness: -21.5}", -21.5},
        {"a film of its own as a whole", "{film: films/b.mp4}",
         "{film: films/b.mp4, loudness: \"-21.5\"}", -21.5},
        {"a film of its own, of which a part was measured", "{film: films/b.mp4, " + other + "}",
         "{film: films/b.mp4, loudness: \"-21.5\"}", std::nullopt},
        {"another film", "{film: films/b.mp4, " + times + "}", "{" + times + loud + "}",
         std::nullopt},
    };
    for (const Row& row : rows) {
        CAPTURE(row.about);
        MemoryFiles files;
        files.files["module.yaml"] =
            made_module_yaml.substr(0, made_module_yaml.find("people_order"));
        files.files["people/ann.yaml"] =
            "format: 1\nname: Ann\njob: {title: cook, article: a}\nconsent: given\n"
            "film: films/a.mp4\nanswers: {w1: " +
            row.person + "}\n";
        files.files["index/ann.yaml"] =
            "format: 1\nperson: ann\nfilm: films/a.mp4\nanswers: {w1: " + row.index + "}\n";
        files.files["films/a.mp4"] = files.files["films/b.mp4"] = "film";
        const ModuleReading reading = read_module(files);
        CHECK(texts(reading.problems) == "");
        REQUIRE(reading.module);
        const auto& answer = reading.module->cell(0, 0).answer;
        REQUIRE(answer);
        CHECK(answer->loudness_lufs == row.lufs);
    }
}

TEST_CASE("a fact is kept out of contrasts where the author says so") {
    for (const auto& [written, used] : {std::pair{"true", true}, {"false", false}}) {
        MemoryFiles files = made_module();
        std::string& text = files.files["module.yaml"];
        const std::string says = "says: \"left school at {value}\"";
        text.insert(text.find(says) + says.size(), std::string{", contrast: "} + written);
        const ModuleReading reading = read_module(files);
        CHECK(texts(reading.problems) == "");
        REQUIRE(reading.module);
        CHECK(reading.module->facts[0].for_contrasts == used);
        CHECK(reading.module->facts[1].for_contrasts);
        CHECK(reading.module->people[0].facts[0] == "16");  // still told about the person
    }
}

TEST_CASE("captions in a second language and descriptions are read for a film and for an answer") {
    MemoryFiles files = made_module();
    for (const char* name : {"moira.pl.vtt", "moira.ad.vtt", "dev.pl.vtt"})
        files.files[std::string("captions/") + name] = "there";
    std::string& moira = files.files["people/moira.yaml"];
    moira +=
        "second_captions: {language: pl, file: captions/moira.pl.vtt}\n"
        "descriptions: captions/moira.ad.vtt\n";
    const ModuleReading reading = read_module(files);
    CHECK(texts(reading.problems) == "");
    REQUIRE(reading.module);
    const Module& module = *reading.module;
    int of_the_usual_film = 0;
    for (std::size_t question = 0; question < module.questions.size(); ++question) {
        const std::optional<Answer>& answer = module.cell(0, question).answer;
        if (!answer) continue;
        const bool usual = answer->captions == std::filesystem::path("captions/moira.vtt");
        if (!usual) continue;
        ++of_the_usual_film;
        REQUIRE(answer->second_captions);
        CHECK(answer->second_captions->file == "captions/moira.pl.vtt");
        CHECK(answer->second_captions->language == "pl");
        CHECK(answer->descriptions == std::filesystem::path("captions/moira.ad.vtt"));
    }
    CHECK(of_the_usual_film > 0);
    for (std::size_t question = 0; question < module.questions.size(); ++question) {
        if (const std::optional<Answer>& answer = module.cell(1, question).answer) {
            CHECK_FALSE(answer->second_captions);
            CHECK_FALSE(answer->descriptions);
        }
    }
}
