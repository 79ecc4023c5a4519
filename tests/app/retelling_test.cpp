// The language is changed in the settings while a module is open.
#include <doctest/doctest.h>

#include "player/app/languages.h"
#include "tests/app/running_program.h"

using lessons::Cell;

namespace {

struct Program : made_up::RunningProgram {
    Program() {
        module.write(
            "module.yaml",
            "format: 1\nid: made-up\nversion: \"1\"\ntitle: {en: Made up, cy: Dychmygol}\n"
            "language: en\nlicence: CC0-1.0\nthemes:\n  - {id: work, name: Work}\n"
            "questions:\n"
            "  - {id: q0, theme: work, text: {en: \"First?\", cy: \"Cyntaf?\"}, label: A}\n"
            "  - {id: q1, theme: work, text: {en: \"Second?\", cy: \"Ail?\"}, label: B}\n");
        made_up::write_two_people(module);
        open();
        ticks(5);
    }
    ~Program() { app::speak_language("en"); }

    void set_language(const char* code) {
        catalogue::Preferences wanted;
        wanted.language = code;
        app->act(ui::SetPreferences{wanted});
    }
    bool comes_to_ask(const std::string& text) {
        return wait([&] { return app->stage() != nullptr && app->stage()->question == text; });
    }
};

}  // namespace

TEST_CASE("an open module says its words in the language that is set, at the same place") {
    Program program;
    program.app->act(lessons::Input{lessons::SetWay{lessons::Way::HangOnQuestion}});
    program.app->act(lessons::Input{lessons::ChooseCell{{1, 1}}});
    REQUIRE(program.comes_to_ask("Second?"));
    program.set_language("cy");
    REQUIRE(program.comes_to_ask("Ail?"));
    CHECK(program.app->stage()->module_title == "Dychmygol");
    CHECK(program.app->stage()->person == "bob");
    CHECK(program.app->stage()->cell == Cell{1, 1});
    CHECK(program.app->stage()->way == lessons::Way::HangOnQuestion);
    program.set_language("en");
    CHECK(program.comes_to_ask("Second?"));
}

TEST_CASE("a module that cannot be read any more keeps the words that it has") {
    Program program;
    program.app->act(lessons::Input{lessons::ChooseCell{{0, 1}}});
    REQUIRE(program.comes_to_ask("Second?"));
    program.module.write("module.yaml", "[");
    program.set_language("cy");
    program.ticks(50);
    CHECK(program.app->stage()->question == "Second?");
}
