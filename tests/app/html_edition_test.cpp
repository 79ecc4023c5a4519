#include "player/app/html_edition.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "player/app/edition_files.h"
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
        module, {"<title>{{title}}</title>{{module}}|{{style}}|{{nonce}}|{{unknown}}", "s", "j"},
        "DATA", "n1");
    CHECK(
        page.starts_with("<title>&lt;/script&gt;&lt;b&gt;{{module}}&quot;&amp;\xff</title>DATA|"));
    CHECK(page.ends_with("s|n1|"));
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
