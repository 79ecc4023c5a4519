// Texts in several languages, from the documents to what is shown of them.
#include <doctest/doctest.h>

#include <string>

#include "catalogue/first_documents.h"
#include "catalogue/job_veil.h"
#include "catalogue/module_reader.h"
#include "catalogue/plan.h"
#include "catalogue/text_coverage.h"
#include "tests/catalogue/made_module.h"
#include "tests/catalogue/problem_texts.h"

using namespace catalogue;

namespace {

void replace(std::string& text, const std::string& what, const std::string& with) {
    REQUIRE(text.find(what) != std::string::npos);
    text.replace(text.find(what), what.size(), with);
}

// The made-up module with Welsh beside some of its English.
MemoryFiles bilingual_module() {
    MemoryFiles files = made_module();
    std::string& module = files.files["module.yaml"];
    replace(module, "title: A cross-section", "title: {en: A cross-section, cy: Trawstoriad}");
    replace(module, "about: |\n  First paragraph.\n\n  Second paragraph.\n",
            "about:\n  en: Us.\n  cy: |\n    Ni.\n\n    Pawb.\n");
    replace(module, "notice: The people in this module are invented.",
            "notice: {cy: Pobl ddychmygol.}");
    replace(module, "funder: A trust", "funder: {en: A trust, cy: Ymddiriedolaeth}");
    replace(module, "name: A help line", "name: {en: A help line, cy: Llinell gymorth}");
    replace(module, "name: Work", "name: {en: Work, cy: Gwaith}");
    replace(module, "text: \"How did you become {job}?\", label: In a nutshell",
            "text: {en: \"How did you become {job}?\", cy: \"Sut daeth y gwaith hwn: {job}?\"}, "
            "label: {en: In a nutshell, cy: Yn gryno}");
    replace(module, "label: Left full-time education, says: \"left school at {value}\"",
            "label: {en: Left, cy: Gadael}, says: {en: \"left school at {value}\", cy: \"gadawodd "
            "yn {value}\"}");
    std::string& moira = files.files["people/moira.yaml"];
    replace(moira, "{title: hill farmer, article: a}",
            "{title: {en: hill farmer, cy: ffermwr mynydd}, article: a}");
    replace(moira, "left: \"16\"", "left: {en: sixteen, cy: un ar bymtheg}");
    replace(moira, "alt: Moira at a gate", "alt: {en: Moira at a gate, cy: Moira wrth glwyd}");
    replace(moira, "way_in: |\n  Ask a farmer.\n",
            "way_in:\n  en: Ask a farmer.\n  cy: Gofynnwch i ffermwr.\n");
    return files;
}

Module module_in(const MemoryFiles& files, std::string_view language) {
    const ModuleReading reading = read_module(files, language);
    CHECK(texts(reading.problems) == "");
    REQUIRE(reading.module);
    return *reading.module;
}

class Spoken {
public:
    Spoken() {
        translation_.language = "cy";
        translation_.sentences["someone in this job"] = {"rhywun yn y swydd hon"};
        speak(&translation_);
    }
    ~Spoken() { speak(nullptr); }
    Spoken(const Spoken&) = delete;
    Spoken& operator=(const Spoken&) = delete;

private:
    Translation translation_;
};

}  // namespace

TEST_CASE("every text of a module comes in the language that is wanted") {
    const Module welsh = module_in(bilingual_module(), "cy-GB");
    CHECK(welsh.title == "Trawstoriad");
    CHECK(welsh.about == "Ni.\n\nPawb.");
    CHECK(welsh.notice == "Pobl ddychmygol.");
    CHECK(welsh.credits.funder == "Ymddiriedolaeth");
    CHECK(welsh.support[0].name == "Llinell gymorth");
    CHECK(welsh.themes[0].name == "Gwaith");
    CHECK(welsh.questions[0].text == "Sut daeth y gwaith hwn: {job}?");
    CHECK(welsh.questions[0].label == "Yn gryno");
    CHECK(welsh.facts[0].label == "Gadael");
    CHECK(welsh.facts[0].says == "gadawodd yn {value}");
    const Person& moira = welsh.people[0];
    CHECK(moira.job.title == "ffermwr mynydd");
    CHECK(moira.facts[0]->text == "un ar bymtheg");
    CHECK(moira.now->alt == "Moira wrth glwyd");
    CHECK(moira.way_in == "Gofynnwch i ffermwr.");
    CHECK(welsh.language == "en-GB");
    CHECK(language_of_words(welsh) == "cy");
}

TEST_CASE("a text that is not there in a language comes in the module's own, else in its first") {
    const Module english = module_in(bilingual_module(), "en");
    CHECK(english.title == "A cross-section");
    CHECK(english.notice == "Pobl ddychmygol.");
    CHECK(module_in(bilingual_module(), "de").title == "A cross-section");
    CHECK(module_in(bilingual_module(), "").title == "A cross-section");
    CHECK(module_in(bilingual_module(), "cy").questions[1].text == "What do you do all day?");
    MemoryFiles files = made_module();
    replace(files.files["module.yaml"], "title: A cross-section",
            "title: {fr: Une coupe, cy: Trawstoriad}");
    CHECK(module_in(files, "en").title == "Une coupe");
}

TEST_CASE("the language of the interface is wanted where no other is said") {
    const Spoken welsh;
    CHECK(read_module(bilingual_module()).module->title == "Trawstoriad");
}

TEST_CASE("ids, cells and what people are compared by are the same in every language") {
    const Module welsh = module_in(bilingual_module(), "cy");
    const Module english = module_in(bilingual_module(), "en");
    REQUIRE(welsh.people.size() == english.people.size());
    for (std::size_t i = 0; i < welsh.people.size(); ++i) {
        CHECK(welsh.people[i].id == english.people[i].id);
        for (std::size_t kind = 0; kind < welsh.facts.size(); ++kind) {
            const auto& one = welsh.people[i].facts[kind];
            const auto& other = english.people[i].facts[kind];
            REQUIRE(one.has_value() == other.has_value());
            if (one) CHECK(one->compared == other->compared);
        }
    }
    for (std::size_t i = 0; i < welsh.questions.size(); ++i) {
        CHECK(welsh.questions[i].id == english.questions[i].id);
        CHECK(welsh.questions[i].theme == english.questions[i].theme);
    }
    CHECK(welsh.people[0].facts[0]->compared == "sixteen");
}

TEST_CASE("a job has the article of its own language only") {
    const Module welsh = module_in(bilingual_module(), "cy");
    CHECK(job_with_article(welsh.people[0].job) == "ffermwr mynydd");
    CHECK(job_with_article(module_in(bilingual_module(), "en").people[0].job) == "a hill farmer");
    // An English title in a Welsh question.
    CHECK(question_text(welsh.questions[0], welsh.people[1]) ==
          "Sut daeth y gwaith hwn: engineer?");
    MemoryFiles files = bilingual_module();
    replace(files.files["people/moira.yaml"], "article: a}", "article: {en: a, cy: y}}");
    CHECK(job_with_article(module_in(files, "cy").people[0].job) == "y ffermwr mynydd");
}

TEST_CASE("somebody whose job is not known is named in the language of the question") {
    const Module welsh = module_in(bilingual_module(), "cy");
    const Person nobody;
    CHECK(question_text(welsh.questions[0], nobody) == "Sut daeth y gwaith hwn: \u2026?");
    const Module english = module_in(bilingual_module(), "en");
    CHECK(question_text(english.questions[0], nobody) == "How did you become someone in this job?");
    const Spoken spoken;
    CHECK(question_text(welsh.questions[0], nobody) ==
          "Sut daeth y gwaith hwn: rhywun yn y swydd hon?");
}

TEST_CASE("a covered job is covered in every language") {
    const Module welsh = module_in(bilingual_module(), "cy");
    const Job& job = welsh.people[0].job;
    CHECK(without_job("I am a hill farmer, ffermwr mynydd.", job) ==
          "I am a \u2014\u2014, \u2014\u2014.");
}

TEST_CASE("a plan's texts come in the language that is wanted") {
    const std::string yaml =
        "format: 1\ntitle: {en: Mornings, cy: Boreau}\nabout: {en: Two, cy: Dau}\nminutes: 10\n"
        "needs: [{en: A screen, cy: Sgrin}, Paper]\n"
        "content_note: {en: Mind, cy: Cofiwch}\nground_rules: {en: Listen, cy: Gwrandewch}\n"
        "cues:\n"
        "  - title: {en: Together, cy: Gyda'n gilydd}\n    before: {en: Before, cy: Cyn}\n"
        "    after: {en: After, cy: Wedyn}\n    notes: {en: Note, cy: Nodyn}\n"
        "    content_note: {en: Careful, cy: Gofal}\n"
        "    clips: [{question: w1, person: moira, pauses: [{at: \"00:01.000\", prompt: {en: Stop, "
        "cy: Aros}}]}]\n";
    const PlanReading reading = read_plan(yaml, "plans/a.yaml", {"cy", "en-GB"});
    CHECK(texts(reading.problems) == "");
    REQUIRE(reading.plan);
    const Plan& plan = *reading.plan;
    CHECK(plan.title == "Boreau");
    CHECK(plan.language == "cy");
    CHECK(plan.about == "Dau");
    CHECK(plan.needs == std::vector<std::string>{"Sgrin", "Paper"});
    CHECK(plan.content_note == "Cofiwch");
    CHECK(plan.ground_rules == "Gwrandewch");
    const PlanCue& cue = plan.cues[0];
    CHECK(cue.title == "Gyda'n gilydd");
    CHECK(cue.before == "Cyn");
    CHECK(cue.after == "Wedyn");
    CHECK(cue.notes == "Nodyn");
    CHECK(cue.content_note == "Gofal");
    CHECK(cue.clips[0].prompts[0].prompt == "Aros");
    CHECK(read_plan(yaml, "plans/a.yaml", {"", "en-GB"}).plan->title == "Mornings");
}

TEST_CASE("what is wrong with a text in several languages is said at its place") {
    struct Row {
        const char* with;  // in place of the title
        const char* said;
    };
    for (const Row& row :
         {Row{"title: {}", "module.yaml:5:8: 'title' is there in no language"},
          Row{"title: {en: , cy: \"\"}", "module.yaml:5:8: 'title' is there in no language"},
          Row{"title: {en: A, welsh: B}", "module.yaml:5:16: 'welsh' is not a language"},
          Row{"title: {en: A, xx: B}", "module.yaml:5:16: 'xx' is not a language"},
          Row{"title: {en: [A]}", "module.yaml:5:13: 'en' must be text, not a list"},
          Row{"title: {en: A, en: B}", "module.yaml:5:16"}}) {
        CAPTURE(row.with);
        MemoryFiles files = made_module();
        replace(files.files["module.yaml"], "title: A cross-section", row.with);
        CHECK(texts(read_module(files).problems).find(row.said) != std::string::npos);
    }
    MemoryFiles files = made_module();
    replace(files.files["module.yaml"], "says: \"left school at {value}\"",
            "says: {en: \"left school at {value}\", cy: gadawodd}");
    CHECK(texts(read_module(files).problems).find("'gadawodd' does not say the fact itself") !=
          std::string::npos);
    files = made_module();
    replace(files.files["module.yaml"], "\"How did you become {job}?\"",
            "{en: \"How did you become {job}?\", cy: \"Sut daeth {swydd}?\"}");
    CHECK(texts(read_module(files).problems).find("nothing is filled in for '{swydd}'") !=
          std::string::npos);
}

TEST_CASE("a language that waits for its translator is no problem") {
    MemoryFiles files = made_module();
    replace(files.files["module.yaml"], "title: A cross-section", "title: {en: A, cy: }");
    CHECK(module_in(files, "cy").title == "A");
}

TEST_CASE("an author sees how far each language has come, and where it is missing") {
    CHECK(text_coverage(read_module(made_module()).notes, "en-GB") == "");
    CHECK(texts_to_translate(read_module(made_module()).notes, "en-GB").empty());
    MemoryFiles files = made_module();
    replace(files.files["module.yaml"], "title: A cross-section",
            "title: {en: A cross-section, cy: Trawstoriad}");
    replace(files.files["people/dev.yaml"], "title: engineer", "title: {cy: peiriannydd}");
    const AuthorNotes notes = read_module(files).notes;
    const std::string all = std::to_string(notes.texts.size());
    CHECK(text_coverage(notes, "en-GB") == "Texts: " + std::to_string(notes.texts.size() - 1) +
                                               " of " + all + " in en-GB, 2 of " + all + " in cy");
    const std::string said = texts(texts_to_translate(notes, "en-GB"));
    CHECK(said.find("people/dev.yaml:3:14: 1 text is not in 'en-GB': line 3: title") !=
          std::string::npos);
    CHECK(said.find("people/dev.yaml:4") == std::string::npos);  // a number needs no translator
    CHECK(said.find("module.yaml:8:8: ") != std::string::npos);
    CHECK(said.find("texts are not in 'cy': line 8: about, line 12: notice") != std::string::npos);
    CHECK(said.find(" more (") != std::string::npos);
}

TEST_CASE("a person who is added to a module in two languages can be read with it") {
    MemoryFiles files = bilingual_module();
    NewPerson wanted;
    wanted.id = "bob";
    wanted.name = "Bob";
    wanted.job = {"diver", "a"};
    wanted.film = "films/dev.mp4";
    wanted.consent_given = true;
    const auto documents = first_documents(wanted, module_in(files, "cy"));
    REQUIRE(documents);
    const MemoryFiles before = files;
    for (const TextDocument& document : *documents) {
        CHECK_FALSE(before.files.contains(document.file.generic_string()));
        files.files[document.file.generic_string()] = document.text;
    }
    const ModuleReading reading = read_module(files, "cy");
    CHECK(texts(reading.problems).starts_with("people/bob.yaml:2:1: 'bob' has no answers"));
    CHECK(reading.problems.size() == 1);
    CHECK(reading.module->people.size() == 4);
}
