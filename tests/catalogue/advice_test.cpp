#include "catalogue/advice.h"

#include <doctest/doctest.h>

#include "catalogue/first_documents.h"
#include "catalogue/module_reader.h"
#include "tests/catalogue/problem_texts.h"

namespace {

using namespace std::chrono_literals;
using catalogue::advice_on;
using catalogue::CaptionFiles;
using catalogue::Problem;

catalogue::MemoryFiles two_people() {
    catalogue::MemoryFiles files;
    files.files["module.yaml"] =
        "format: 1\nid: made-up\nversion: \"1\"\ntitle: Made up\nlanguage: en\nlicence: CC0-1.0\n"
        "themes:\n  - {id: work, name: Work}\nquestions:\n"
        "  - {id: q0, theme: work, text: \"First?\", label: First}\n"
        "  - {id: q1, theme: work, text: \"Second?\", label: Second}\n"
        "facts:\n  - {id: left, label: Left school, says: \"left at {value}\"}\n";
    files.files["f.mp4"] = files.files["p.png"] = files.files["c.vtt"] = "x";
    for (const char* id : {"ada", "bob"}) {
        files.files[std::string("people/") + id + ".yaml"] =
            "format: 1\nname: Somebody\njob: {title: baker, article: a}\nconsent: given\n"
            "facts: {left: \"16\"}\nfilm: f.mp4\ncaptions: c.vtt\n"
            "pictures:\n  now: {file: p.png, alt: A face}\nanswers:\n"
            "  q0: {in: \"00:00.000\", out: \"00:10.000\"}\n"
            "  q1: {in: \"00:10.000\", out: \"00:20.000\"}\n";
    }
    return files;
}

catalogue::ModuleReading reading_of(const catalogue::MemoryFiles& files) {
    catalogue::ModuleReading reading = catalogue::read_module(files);
    REQUIRE(reading.module);
    for (const Problem& problem : reading.problems)
        FAIL_CHECK(catalogue::to_text(problem));
    return reading;
}

catalogue::Module module_of(const catalogue::MemoryFiles& files) {
    return *reading_of(files).module;
}

void replace(std::string& text, const std::string& what, const std::string& with) {
    REQUIRE(text.find(what) != std::string::npos);
    text.replace(text.find(what), what.size(), with);
}

std::string advice_of(const catalogue::MemoryFiles& files, const CaptionFiles& captions = {}) {
    const catalogue::ModuleReading reading = reading_of(files);
    return texts(advice_on(*reading.module, reading.notes, captions));
}

catalogue::CaptionCue cue(std::chrono::milliseconds length, std::string text) {
    return {{catalogue::SourceTime{5s}, catalogue::SourceTime{5s + length}}, "", std::move(text)};
}

}  // namespace

TEST_CASE("a module to which nothing can be said gets no advice") {
    CHECK(advice_of(two_people()).empty());
}

TEST_CASE("advice is about what is missing, alone, fast, long, quiet or one-sided") {
    struct Row {
        const char* file;
        const char* what;
        const char* with;
        const char* said;
    };
    const char* no_answer = "  q1: {in: \"00:10.000\", out: \"00:20.000\"}\n";
    const Row rows[] = {
        {"people/ada.yaml", no_answer, "",
         "people/ada.yaml: 1 of 2 questions are not answered: q1"},
        {"people/ada.yaml", no_answer, "", "module.yaml: 'q1' is answered by one person only"},
        {"people/bob.yaml", "captions: c.vtt\n", "",
         "people/bob.yaml: 2 answers have no captions: q0, q1"},
        {"people/ada.yaml", "pictures:\n  now: {file: p.png, alt: A face}\n", "",
         "people/ada.yaml: there is no picture 'now'"},
        {"people/ada.yaml", "consent: given\n",
         "consent: given\nway_in: \"https://one.example/a http://www.one.example and "
         "https://one.example?b\"\n",
         "module.yaml: all 3 links lead to 'one.example'"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.said);
        catalogue::MemoryFiles files = two_people();
        replace(files.files[row.file], row.what, row.with);
        CHECK(advice_of(files).find(row.said) != std::string::npos);
    }
}

TEST_CASE("two providers, or two links, are no pattern") {
    for (const char* way_in :
         {"https://one.example https://one.example https://two.example",
          "https://one.example https://one.example", "one.example://", "://"}) {
        catalogue::MemoryFiles files = two_people();
        replace(files.files["people/ada.yaml"], "consent: given\n",
                std::string("consent: given\nway_in: \"") + way_in + "\"\n");
        CHECK(advice_of(files).empty());
    }
}

TEST_CASE("captions are measured in characters, not in bytes, and at the limit they are fine") {
    struct Row {
        catalogue::CaptionCue cue;
        const char* said;  // "" where nothing is said
    };
    std::string umlauts;
    for (int i = 0; i < 42; ++i)
        umlauts += "ä";
    const Row rows[] = {
        {cue(1000ms, std::string(17, 'x')), ""},
        {cue(1000ms, std::string(18, 'x')),
         "1 of 1 captions are faster than 17 characters a "
         "second; the fastest, at 00:05.000, has 18.0"},
        {cue(10s, std::string(42, 'x')), ""},
        {cue(10s, umlauts), ""},
        {cue(10s, std::string(43, 'x')),
         "1 of 1 captions have lines of more than 42 characters; "
         "the longest, at 00:05.000, has 43"},
        {cue(10s, "a\nb"), ""},
        {cue(10s, "a\nb\nc"), "1 of 1 captions have more than 2 lines, the first at 00:05.000"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.cue.text);
        const std::string said = advice_of(two_people(), {{"c.vtt", {row.cue}}});
        CHECK(said.empty() == std::string(row.said).empty());
        CHECK(said.find(row.said) != std::string::npos);
    }
}

TEST_CASE("nothing is said about the loudness of answers until they are far apart") {
    for (const auto& [loudest, said] : {std::pair{"-20.0", false}, {"-14.0", true}}) {
        CAPTURE(loudest);
        catalogue::MemoryFiles files = two_people();
        files.files["index/ada.yaml"] =
            std::string("format: 1\nperson: ada\nfilm: f.mp4\nanswers:\n") +
            "  q0: {in: \"00:00.000\", out: \"00:10.000\", loudness: \"-30.0\"}\n" +
            "  q1: {in: \"00:10.000\", out: \"00:20.000\", loudness: \"" + loudest + "\"}\n";
        const std::string advice = advice_of(files);
        CHECK((advice.find("'q0' has -30 LUFS") != std::string::npos) == said);
    }
}

TEST_CASE("of somebody who withdrew nothing is said, and nothing is counted") {
    catalogue::MemoryFiles files = two_people();
    files.files["people/eve.yaml"] =
        "format: 1\nname: Eve\njob: {title: spy, article: a}\nconsent: withdrawn\n"
        "facts: {left: \"14\"}\nway_in: \"https://a.example https://a.example "
        "https://a.example\"\n";
    const catalogue::Module module = module_of(files);
    CHECK(advice_of(files).empty());
    CHECK(catalogue::told_facts(module) == std::vector<std::string>{"Left school: 16 (2)"});
}

TEST_CASE("what is still in round brackets is named, and a fact of nobody takes no line") {
    catalogue::MemoryFiles files;
    const auto documents = catalogue::first_documents({"harbour", "By the harbour", "en"});
    REQUIRE(documents);
    for (const catalogue::TextDocument& document : *documents) {
        files.files[document.file.generic_string()] = document.text;
    }
    const std::string advice = advice_of(files);
    CHECK(advice.find("still to be filled in: about, credits, w2, l1, l2, f1, f2") !=
          std::string::npos);
    CHECK(catalogue::told_facts(module_of(files)).empty());
}

TEST_CASE("what people told is counted, and what they did not tell") {
    catalogue::MemoryFiles files = two_people();
    replace(files.files["people/bob.yaml"], "facts: {left: \"16\"}\n", "facts: {left: \"21\"}\n");
    files.files["people/cy.yaml"] = files.files["people/ada.yaml"];
    replace(files.files["people/cy.yaml"], "facts: {left: \"16\"}\n", "");
    CHECK(catalogue::told_facts(module_of(files)) ==
          std::vector<std::string>{"Left school: 16 (1), 21 (1), not told (1)"});
}

TEST_CASE("brands are named in captions, texts and jobs, as whole words and as they are written") {
    struct Row {
        const char* said;
        const char* found;  // "" where nothing is
    };
    const Row rows[] = {
        {"I was at Tesco for a year.", "c.vtt: names of brands: Tesco (once, at 00:05.000)"},
        {"Tesco's van, and Tesco.", "Tesco (2 times, first at 00:05.000)"},
        {"From IKEA to Tesco", "IKEA (once, at 00:05.000), Tesco (once, at 00:05.000)"},
        {"a tesco, Tescoville, preTesco, Tescoé", ""},
        {"Harbour Stores", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.said));
        const std::string advice = advice_of(two_people(), {{"c.vtt", {cue(10s, row.said)}}});
        CHECK(advice.empty() == std::string(row.found).empty());
        CHECK(advice.find(row.found) != std::string::npos);
    }
    catalogue::MemoryFiles files = two_people();
    replace(files.files["people/ada.yaml"], "title: baker", "title: Tesco baker");
    CHECK(advice_of(files).starts_with("people/ada.yaml: names of brands: Tesco (once)"));
}

TEST_CASE("what the author calls a brand is one, and what the author calls none is none") {
    catalogue::MemoryFiles files = two_people();
    files.files["module.yaml"] += "brands: {also: [Harbour Stores], except: [Tesco]}\n";
    const std::string advice = advice_of(
        files, {{"c.vtt", {cue(10s, "Tesco or Harbour Stores"), cue(10s, "Harbour Stores.")}}});
    CHECK(advice.find("Harbour Stores (2 times") != std::string::npos);
    CHECK(advice.find("Tesco (") == std::string::npos);
}

TEST_CASE("captions that only a machine has seen are spoken of, and all are counted") {
    catalogue::MemoryFiles files = two_people();
    CHECK(catalogue::caption_status(*reading_of(files).module, reading_of(files).notes) ==
          "Captions: not said by whom (2)");
    files.files["people/ada.yaml"] += "captions_by: machine\n";
    files.files["people/bob.yaml"] += "captions_by: person\n";
    files.files["people/cy.yaml"] = files.files["people/ada.yaml"];
    replace(files.files["people/cy.yaml"], "captions: c.vtt\n", "");
    files.files["people/eve.yaml"] =
        "format: 1\nname: Eve\njob: {title: spy, article: a}\nconsent: withdrawn\n";
    const catalogue::ModuleReading reading = reading_of(files);
    CHECK(catalogue::caption_status(*reading.module, reading.notes) ==
          "Captions: checked by a person (1), made by a machine (1), none (1)");
    const std::string advice = advice_of(files);
    CHECK(advice.find("people/ada.yaml: the captions were made by a machine") != std::string::npos);
    CHECK(advice.find("people/bob.yaml: the captions") == std::string::npos);
    CHECK(advice.find("people/cy.yaml: the captions") == std::string::npos);
}
