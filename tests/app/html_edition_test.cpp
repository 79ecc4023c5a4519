#include "player/app/html_edition/html_edition.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "player/app/html_edition/edition_files.h"
#include "player/app/languages.h"
#include "player/app/storage/storage.h"
#include "tests/app/made_up_module.h"

using nlohmann::json;

namespace {

app::Edition edition_of(const catalogue::Module& module) {
    app::Edition edition;
    edition.answers.resize(module.cells.size());
    edition.pictures.resize(module.people.size());
    for (app::EditionAnswer& answer : edition.answers) {
        answer.film = "module/films/secret.mp4";
        answer.captions = {{{}, "", "said"}};
    }
    return edition;
}

}  // namespace

TEST_CASE("of an answer that may not be shown the page is given its state alone") {
    catalogue::Module module = made_up::module(1, 4);
    module.cells[1] = {catalogue::CellState::Withheld, {}};
    module.cells[2] = {catalogue::CellState::Withdrawn, {}};
    module.cells[3] = {catalogue::CellState::Empty, {}};
    const json made = json::parse(app::edition_json(module, edition_of(module)));
    CHECK(made["cells"][0]["film"] == "module/films/secret.mp4");
    CHECK(made["cells"][1] == json{{"state", "withheld"}});
    CHECK(made["cells"][2] == json{{"state", "withdrawn"}});
    CHECK(made["cells"][3] == json{{"state", "empty"}});
}

TEST_CASE("who took back their consent keeps a place in the page and nothing else") {
    catalogue::Module module = made_up::module(2, 1);
    module.facts = {{{"left"}, "Left school", "left school at {value}", true}};
    catalogue::Person& person = module.people[1];
    person.consent_withdrawn = true;
    person.facts = {"seventeen"};
    person.way_in = "A way in";
    module.cells[1] = {catalogue::CellState::Withdrawn, {}};
    const std::string text = app::edition_json(module, edition_of(module));
    const json made = json::parse(text);
    CHECK(made["people"].size() == 2);
    for (const char* theirs : {"Person 1", "p1", "seventeen", "A way in"}) {
        CAPTURE(theirs);
        CHECK(text.find(theirs) == std::string::npos);
    }
}

TEST_CASE("nothing in a module ends the page's script, or is taken for a part of the page") {
    catalogue::Module module = made_up::module(1, 1);
    module.title = "</script><b>{{module}}\"&\xff";
    const std::string data = app::edition_json(module, edition_of(module));
    CHECK(data.find('<') == std::string::npos);
    const std::string page = app::edition_page(
        module, {},
        {"<title>{{title}}</title>{{module}}|{{style}}|{{nonce}}|{{unknown}}", "s", "j"}, "DATA",
        "n1");
    CHECK(
        page.starts_with("<title>&lt;/script&gt;&lt;b&gt;{{module}}&quot;&amp;\xff</title>DATA|"));
    CHECK(page.ends_with("s|n1|"));
}

TEST_CASE("a page compares people by what is the same in every language, and says it in its own") {
    catalogue::Module module = made_up::module(1, 1);
    module.language = "en-GB";
    module.words_language = "cy";
    module.questions[0].language = "cy";
    module.facts = {{{"left"}, "Gadael", "gadawodd yn {value}", true}};
    catalogue::Person& person = module.people[0];
    person.facts = {catalogue::Fact{"un ar bymtheg", "16"}};
    person.job = {"deifiwr", "", "cy", {"diver"}};
    const json made = json::parse(app::edition_json(module, edition_of(module)));
    const json& told = made["people"][0];
    CHECK(told["contrast_facts"] == json{"16"});
    CHECK(told["contrast_words"] == json{"un ar bymtheg"});
    CHECK(told["facts"] == json::array({json::array({"Gadael", "un ar bymtheg"})}));
    CHECK(told["job_other_titles"] == json{"diver"});
    CHECK(told["covered"]["job_other_titles"].empty());
    CHECK(made["words_language"] == "cy");
    CHECK(made["language"] == "en-GB");
    CHECK(made["questions"][0]["language"] == "cy");
}

TEST_CASE("while a job is covered the page has what the gate lets through, beside all the rest") {
    catalogue::Module module = made_up::module(1, 1);
    module.facts = {{{"left"}, "Left school", "left school at {value}", true},
                    {{"where"}, "Works", "works {value}", true, true},
                    {{"likes"}, "Likes", "likes {value}", true}};
    catalogue::Person& person = module.people[0];
    person.job = {"diver", "a"};
    person.facts = {"16", "under water", "other divers"};
    person.way_in = "By swimming.";
    person.now = {{"pictures/now.jpg"}, "with a diver's helmet"};
    person.then = {{"pictures/then.jpg"}, "as a child"};
    person.shows_job = {false, true, true};
    module.cells[0].answer->captions = "captions/a.vtt";
    module.cells[0].answer->descriptions = "captions/a.descriptions.vtt";
    module.cells[0].answer->second_captions = {"captions/a.cy.vtt", "cy"};
    app::Edition edition = edition_of(module);
    edition.pictures[0] = {"module/now.jpg", "module/then.jpg"};
    edition.answers[0].captions = {{{}, "", "I dive", "I \u2014\u2014"}, {{}, "", "It rained"}};
    edition.answers[0].second_captions = {{{}, "", "Dw i'n diver"}};
    edition.answers[0].descriptions = {{{}, "", "A diver, dripping"}};
    const json made = json::parse(app::edition_json(module, edition));

    const json& whole = made["people"][0];
    CHECK(whole["job"] == "a diver");
    CHECK(whole["facts"].size() == 3);
    CHECK(whole["then"]["file"] == "module/then.jpg");
    CHECK(whole["stills_covered"] == false);
    CHECK(whole["silent"] == json{false, true, true});
    const json& covered = whole["covered"];
    CHECK(covered["job"] == "");
    CHECK(covered["way_in"] == "");
    CHECK(covered["facts"] == json::array({json::array({"Left school", "16"})}));
    CHECK(covered["now"]["alt"] == "with a \u2014\u2014's helmet");
    CHECK(covered["then"] == nullptr);
    CHECK(covered["stills_covered"] == true);

    const json& cell = made["cells"][0];
    CHECK(cell["captions"] ==
          json{json{0.0, 0.0, "I dive", "I \u2014\u2014"}, json{0.0, 0.0, "It rained"}});
    CHECK(cell["second_captions"]["language"] == "cy");
    CHECK(cell["second_captions"]["cues"][0][3] == "Dw i'n \u2014\u2014");
    CHECK(cell["descriptions"][0][3] == "A \u2014\u2014, dripping");
}

TEST_CASE("what the page's scripts say is found in them") {
    const std::vector<app::ScriptSentence> found = app::sentences_of(
        R"js(make("p", _("One")); other_("no"); this._("no"); _(row.words); saidLater("Two");
             plural("{} is here", "{} are here", n); _("Three {}", plural("a", many, n)))js");
    CHECK(
        found ==
        std::vector<app::ScriptSentence>{
            {"One", ""}, {"Two", ""}, {"{} is here", "{} are here"}, {"Three {}", ""}, {"a", ""}});
}

TEST_CASE("every sentence of the page is said in every language that the program has") {
    const std::filesystem::path folder = std::filesystem::path(CROSSCUT_ASSETS) / "html_edition";
    std::size_t scripts = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".js") continue;
        ++scripts;
        CAPTURE(entry.path());
        const std::string script = app::load_document(entry.path())->value();
        const app::EditionWords words = app::edition_words(script, {}, app::translation_of("cy"));
        for (const app::ScriptSentence& sentence : app::sentences_of(script)) {
            CAPTURE(sentence.one);
            CHECK(sentence.one.find('\\') == std::string::npos);
            CHECK(words.sentences.contains(sentence.one));
        }
    }
    CHECK(scripts > 15);
}

TEST_CASE("a page has its words in the language that it is exported in, or in English") {
    const char* script = R"(_("Nothing in the program says this"), plural("{} person", "x", n))";
    const app::EditionWords welsh = app::edition_words(script, {}, app::translation_of("cy"));
    CHECK(welsh.language == "cy");
    REQUIRE(welsh.sentences.size() == 1);
    CHECK(welsh.sentences.at("{} person").size() == 4);
    REQUIRE(welsh.plural_forms.size() == 200);
    CHECK(welsh.plural_forms[1] == 0);
    CHECK(welsh.plural_forms[8] == 2);
    CHECK(welsh.plural_forms[108] == 3);
    const app::EditionWords english = app::edition_words(script, {}, app::translation_of("en"));
    CHECK(english.language == "en");
    CHECK(english.sentences.empty());
    CHECK(app::language_of("cy-GB") == "cy");
    CHECK(app::language_of("en-GB") == "en");
    CHECK(app::language_of("tlh") == "en");
    CHECK(app::language_of("") == "en");
}

TEST_CASE("a film of stretches is held back when its person withholds an answer") {
    const catalogue::TimeRange stretch{catalogue::SourceTime{},
                                       catalogue::SourceTime{} + std::chrono::seconds{1}};
    catalogue::Module module = made_up::module(3, 3);
    for (std::size_t person = 0; person < 2; ++person) {  // one long film each
        for (std::size_t question = 0; question < 3; ++question) {
            module.cells[person * 3 + question].answer =
                catalogue::Answer{person == 0 ? "films/one.mp4" : "films/two.mp4", stretch, {}};
        }
    }
    CHECK(app::films_held_back(module).empty());
    module.cells[0] = {catalogue::CellState::Withheld, {}};
    module.cells[6] = {catalogue::CellState::Withheld, {}};  // the others are films of their own
    CHECK(app::films_held_back(module) == std::set<std::filesystem::path>{"films/one.mp4"});
}
