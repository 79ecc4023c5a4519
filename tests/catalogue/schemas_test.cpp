// The schemas that help authors in their editors say what the reader says.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "catalogue/first_documents.h"
#include "catalogue/module_reader.h"
#include "catalogue/plan.h"
#include "tests/catalogue/schema_check.h"

namespace {

schema::Checker schema_of(const std::string& name) {
    std::ifstream in(CROSSCUT_ASSETS "/schemas/" + name + ".schema.json");
    return schema::Checker{schema::Json::parse(in)};
}

// Of the documents that a module has: which schema each has.
const std::pair<const char*, const char*> documents[] = {
    {"module.yaml", "module"}, {"people/ada.yaml", "person"}, {"index/ada.yaml", "index"}};

// Every key that there is, each in its place.
catalogue::MemoryFiles whole_module() {
    catalogue::MemoryFiles files;
    files.files["module.yaml"] =
        "format: 1\nid: made-up\nversion: \"1.0\"\ntitle: Made up\nlanguage: en-GB\n"
        "licence: CC0-1.0\nabout: Us\nnotice: Mind\n"
        "credits: {funder: A, nominated_by: B, date: \"2026-11\"}\n"
        "support:\n  - {name: C, contact: D}\n"
        "themes:\n  - {id: work, name: Work}\n"
        "questions:\n"
        "  - {id: q0, theme: work, text: \"First?\", label: First, sensitive: true}\n"
        "  - {id: q1, theme: work, text: \"Second?\", label: Second}\n"
        "facts:\n  - {id: left, label: Left, says: \"left at {value}\", contrast: false, "
        "tells_job: true}\n"
        "people_order: [ada]\n"
        "brands: {also: [Harbour], except: [Tesco]}\n";
    files.files["people/ada.yaml"] =
        "format: 1\nname: Ada\njob: {title: baker, article: a}\nfacts: {left: \"16\"}\n"
        "film: f.mp4\ncaptions: c.vtt\nsecond_captions: {language: cy, file: c.vtt}\n"
        "descriptions: c.vtt\ncaptions_by: person\n"
        "pictures:\n  now: {file: p.png, alt: A face}\n  then: {file: p.png, alt: A child}\n"
        "shows_job: [now, then, stills]\nconsent: given\nway_in: Somehow\n"
        "answers:\n"
        "  q0: {film: f.mp4, captions: c.vtt, second_captions: {language: cy, file: c.vtt}, "
        "descriptions: c.vtt, in: \"00:01.000\", out: \"01:02:03.500\"}\n"
        "  q1: withheld\n";
    files.files["index/ada.yaml"] =
        "format: 1\nperson: ada\nfilm: f.mp4\n"
        "made: {by: crosscut, date: \"2026-11-21\", size_bytes: \"1\"}\n"
        "answers:\n  q0: {film: f.mp4, in: \"00:01.000\", out: \"00:02.000\", loudness: "
        "\"-23.0\"}\n";
    files.files["f.mp4"] = files.files["c.vtt"] = files.files["p.png"] = "x";
    return files;
}

// The same with every text in two languages.
catalogue::MemoryFiles bilingual_module() {
    catalogue::MemoryFiles files = whole_module();
    struct Row {
        const char* file;
        const char* what;
        const char* with;
    };
    for (const Row& row : {
             Row{"module.yaml", "title: Made up", "title: {en: Made up, cy-GB: Dychmygol}"},
             Row{"module.yaml", "licence: CC0-1.0", "licence: {en: Free, cy: Am ddim}"},
             Row{"module.yaml", "about: Us", "about: {en: Us, cy: Ni}"},
             Row{"module.yaml", "notice: Mind", "notice: {en: Mind, cy: }"},
             Row{"module.yaml", "funder: A", "funder: {en: A, cy: B}"},
             Row{"module.yaml", "nominated_by: B", "nominated_by: {en: A, cy: B}"},
             Row{"module.yaml", "name: C", "name: {en: A, cy: B}"},
             Row{"module.yaml", "contact: D", "contact: {en: A, cy: B}"},
             Row{"module.yaml", "name: Work", "name: {en: Work, cy: Gwaith}"},
             Row{"module.yaml", "text: \"First?\"", "text: {en: \"First?\", cy: \"Yn gyntaf?\"}"},
             Row{"module.yaml", "label: First", "label: {en: First, cy: Cyntaf}"},
             Row{"module.yaml", "label: Left", "label: {en: Left, cy: Gadael}"},
             Row{"module.yaml", "says: \"left at {value}\"",
                 "says: {en: \"left at {value}\", cy: \"yn {value}\"}"},
             Row{"people/ada.yaml", "title: baker", "title: {en: baker, cy: pobydd}"},
             Row{"people/ada.yaml", "article: a", "article: {en: a}"},
             Row{"people/ada.yaml", "left: \"16\"", "left: {en: \"16\", cy: \"un ar bymtheg\"}"},
             Row{"people/ada.yaml", "alt: A face", "alt: {en: A face, cy: Wyneb}"},
             Row{"people/ada.yaml", "way_in: Somehow", "way_in: {en: Somehow, cy: Rywsut}"},
         }) {
        std::string& text = files.files[row.file];
        const std::size_t at = text.find(row.what);
        REQUIRE(at != std::string::npos);
        text.replace(at, std::string_view(row.what).size(), row.with);
    }
    return files;
}

bool schema_accepts(const std::string& name, const std::string& yaml) {
    const catalogue::YamlReading read = catalogue::read_yaml(yaml, "a.yaml");
    REQUIRE(read.root);
    return schema_of(name).accepts(schema::json_of(*read.root));
}

std::string problems_of(const catalogue::MemoryFiles& files) {
    std::string texts;
    for (const catalogue::Problem& one : catalogue::read_module(files).problems) {
        texts += catalogue::to_text(one) + "\n";
    }
    return texts;
}

}  // namespace

TEST_CASE("a module with every key pleases reader and schemas") {
    const catalogue::MemoryFiles files = whole_module();
    CHECK(problems_of(files) == "");
    for (const auto& [file, name] : documents) {
        CAPTURE(file);
        CHECK(schema_accepts(name, files.files.at(file)));
    }
}

TEST_CASE("a module with every text in two languages pleases reader and schemas") {
    const catalogue::MemoryFiles files = bilingual_module();
    CHECK(problems_of(files) == "");
    for (const auto& [file, name] : documents) {
        CAPTURE(file);
        CHECK(schema_accepts(name, files.files.at(file)));
    }
}

TEST_CASE("what one refuses, both refuse") {
    struct Row {
        const char* file;
        const char* what;
        const char* with;
    };
    const Row rows[] = {
        {"module.yaml", "format: 1", "format: 2"},
        {"module.yaml", "id: made-up\n", ""},
        {"module.yaml", "id: made-up\n", "id: Made Up\n"},
        {"module.yaml", "title: Made up\n", ""},
        {"module.yaml", "title: Made up\n", "title: \"\"\n"},
        {"module.yaml", "title: Made up\n", "titel: Made up\n"},
        {"module.yaml", "title: Made up\n", "title: [Made, up]\n"},
        {"module.yaml", "title: Made up\n", "title: {}\n"},
        {"module.yaml", "title: Made up\n", "title: {welsh: Dychmygol}\n"},
        {"module.yaml", "title: Made up\n", "title: {en: [Made, up]}\n"},
        {"module.yaml", "id: made-up\n", "id: {en: made-up}\n"},
        {"module.yaml", "\"left at {value}\"", "{en: \"left at {value}\", cy: gadael}"},
        {"module.yaml", "language: en-GB", "language: plain english"},
        {"module.yaml", "funder: A", "founder: A"},
        {"module.yaml", "name: C, ", ""},
        {"module.yaml", "  - {id: work, name: Work}\n", "  - {id: work}\n"},
        {"module.yaml", "theme: work, text: \"First?\"", "text: \"First?\""},
        {"module.yaml", "sensitive: true", "sensitive: very"},
        {"module.yaml", "label: First", "lable: First"},
        {"module.yaml", "left at {value}", "left early"},
        {"module.yaml", "contrast: false", "contrast: perhaps"},
        {"module.yaml", "people_order: [ada]", "people_order: ada"},
        {"module.yaml", "brands: {also: [Harbour]", "brands: {names: [Harbour]"},
        {"module.yaml", "brands: {also: [Harbour]", "brands: {also: Harbour"},
        {"people/ada.yaml", "captions_by: person", "captions_by: somebody"},
        {"people/ada.yaml", "name: Ada\n", ""},
        {"people/ada.yaml", "job: {title: baker, article: a}", "job: baker"},
        {"people/ada.yaml", "title: baker, ", ""},
        {"people/ada.yaml", "name: Ada\n", "name: {en: Ada}\n"},
        {"people/ada.yaml", "way_in: Somehow", "way_in: {e: Somehow}"},
        {"people/ada.yaml", "left: \"16\"", "left: {}"},
        {"people/ada.yaml", "q0: {film: f.mp4", "q0: {film: ../f.mp4"},
        {"people/ada.yaml", "q0: {film: f.mp4", "q0: {film: /f.mp4"},
        {"people/ada.yaml", "q0: {film: f.mp4", "q0: {film: \"C:f.mp4\""},
        {"people/ada.yaml", "q0: {film: f.mp4", "q0: {film: \"a\\\\f.mp4\""},
        {"people/ada.yaml", "consent: given", "consent: yes"},
        {"people/ada.yaml", "[now, then, stills]", "[now, than]"},
        {"people/ada.yaml", "now: {file: p.png, alt: A face}", "now: {alt: A face}"},
        {"people/ada.yaml", "q1: withheld", "q1: withdrawn"},
        {"people/ada.yaml", "in: \"00:01.000\"", "in: \"1.000\""},
        {"people/ada.yaml", "in: \"00:01.000\"", "in: \"00:01\""},
        {"people/ada.yaml", "in: \"00:01.000\"", "in: \"00:61.000\""},
        {"people/ada.yaml", "in: \"00:01.000\"", "ni: \"00:01.000\""},
        {"index/ada.yaml", "person: ada\n", ""},
        {"index/ada.yaml", "loudness: \"-23.0\"", "loudness: loud"},
        {"index/ada.yaml", "out: \"00:02.000\"", "out: \"2\""},
        {"index/ada.yaml", "made: {", "mode: {"},
    };
    for (const Row& row : rows) {
        const std::string written = row.with;
        CAPTURE(written);
        catalogue::MemoryFiles files = whole_module();
        std::string& text = files.files[row.file];
        const std::size_t at = text.find(row.what);
        REQUIRE(at != std::string::npos);
        text.replace(at, std::string_view(row.what).size(), row.with);
        CHECK(problems_of(files).find(row.file) != std::string::npos);
        for (const auto& [file, name] : documents) {
            if (std::string_view(file) == row.file) CHECK_FALSE(schema_accepts(name, text));
        }
    }
}

TEST_CASE("documents that the program writes please their schemas") {
    const auto made = catalogue::first_documents(catalogue::NewModule{"new", "New", "en"});
    REQUIRE(made);
    CHECK(schema_accepts("module", made->at(0).text));
    CHECK(schema_accepts("person", made->at(1).text));
    const auto reading = catalogue::read_module(whole_module());
    REQUIRE(reading.module);
    catalogue::NewPerson wanted;
    wanted.id = "bob";
    wanted.name = "Bob";
    wanted.job = {"diver", "a"};
    wanted.film = "films/bob.mp4";
    wanted.date = "2026-11-21";
    const auto person = catalogue::first_documents(wanted, *reading.module);
    REQUIRE(person);
    CHECK(schema_accepts("person", person->at(0).text));
    CHECK(schema_accepts("index", person->at(1).text));
}

TEST_CASE("the sample module pleases its schema") {
    std::ifstream in(CROSSCUT_ASSETS "/sample/module.yaml");
    CHECK(schema_accepts("module", {std::istreambuf_iterator<char>(in), {}}));
}

TEST_CASE("a plan with every key, in one language or two, pleases reader and schema") {
    const std::string plan =
        "format: 1\ntitle: A\nabout: B\nminutes: 20\ngroup: {from: 4, to: 32}\nneeds: [C]\n"
        "areas: [manage-career]\nbenchmarks: [2, 8]\ncontent_note: D\nground_rules: E\n"
        "help_card: true\nweeks: 1\ncues:\n"
        "  - title: F\n    before: G\n    after: H\n    talk: pair\n    minutes: 4\n"
        "    watch: headsets\n    sound: false\n    job_last: true\n    keep: true\n"
        "    content_note: I\n    notes: J\n    week: 1\n    clips:\n"
        "      - {question: q0, person: any, pauses: [{at: \"00:10.000\", prompt: K}]}\n"
        "      - {question: q0, people: 2, differ_in: left}\n"
        "      - {question: q0, people: same, prompts: [{at: \"00:10.000\", prompt: L}]}\n"
        "      - {picked: 3}\n";
    CHECK(catalogue::read_plan(plan, "plans/a.yaml").problems.empty());
    CHECK(schema_accepts("plan", plan));
    for (const char letter : std::string{"ABCDEFGHIJKL"}) {
        CAPTURE(letter);
        std::string bilingual = plan;
        const std::size_t at = bilingual.find_first_of(letter, bilingual.find("title"));
        REQUIRE(at != std::string::npos);
        bilingual.replace(at, 1, std::string{"{en: "} + letter + ", cy: Cymraeg}");
        CHECK(catalogue::read_plan(bilingual, "plans/a.yaml").problems.empty());
        CHECK(schema_accepts("plan", bilingual));
        std::string empty = plan;
        empty.replace(at, 1, "{}");
        CHECK_FALSE(catalogue::read_plan(empty, "plans/a.yaml").problems.empty());
        CHECK_FALSE(schema_accepts("plan", empty));
    }
}

TEST_CASE("the plans of the program please their schema") {
    const catalogue::FolderFiles files{CROSSCUT_ASSETS};
    for (const std::filesystem::path& file : files.list("plans", ".yaml")) {
        CAPTURE(file);
        CHECK(schema_accepts("plan", *files.read(file)));
    }
}
