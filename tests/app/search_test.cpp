// Searching in the running program, without a display.
#include <doctest/doctest.h>

#include <cctype>
#include <utility>

#include "player/app/search/search_desk.h"
#include "tests/app/running_program.h"

using lessons::Cell;

namespace {

// Two people, two questions; in the first one both speak of a uniform.
struct Program : made_up::RunningProgram {
    Program() {
        made_up::write_two_who_speak(module);
        open();
        tick();
    }
    // As a keyboard does it, all before the next picture.
    static void add_typed(std::vector<screen::Event>& events, const std::string& words) {
        for (const char c : words) {
            const std::string letter(1, c);
            const std::string key(1, static_cast<char>(std::toupper(c)));
            events.push_back(screen::KeyDown{{false, false, false, key}, false, {}});
            events.push_back(screen::Text{letter});
            events.push_back(screen::KeyUp{{false, false, false, key}, {}});
        }
    }
    void type(const std::string& words) {
        std::vector<screen::Event> events;
        add_typed(events, words);
        tick(events);
        ticks(4);
    }
    // What was typed may not be found yet: Enter waits for it.
    void enter() {
        press("Enter");
        REQUIRE(wait([&] { return app->stage() != nullptr; }));
        ticks(4);
    }
    std::size_t passages() const {
        return app->search() == nullptr ? 0 : app->search()->passages.size();
    }
    Cell cell() const { return app->stage()->cell; }
    const ui::TransportView& transport() const { return app->stage()->transport; }
};

}  // namespace

TEST_CASE("from the slash to the word: what is typed is found, and Enter plays from there") {
    for (const char* name : {"ann", "bob"}) {
        CAPTURE(std::string(name));
        Program program;
        program.press("/");
        REQUIRE(program.app->search() != nullptr);
        CHECK(program.app->stage() == nullptr);
        program.type("unif");
        REQUIRE(program.wait([&] { return program.passages() == 2; }));
        if (program.app->search()->passages[0].who != name) program.press("Down");
        program.enter();
        REQUIRE(program.app->stage() != nullptr);
        CHECK(program.app->stage()->person == name);
        CHECK(program.cell().question == 0);
        // A moment before the cue with the word in it.
        const double word_s = name == std::string("ann") ? 5 : 2;
        REQUIRE(program.wait([&] { return program.transport().state == ui::PlayState::Playing; }));
        CHECK(program.transport().position_s > word_s - 0.6);
        CHECK(program.transport().position_s < word_s + 1);
        CHECK(program.transport().length_s == doctest::Approx(10).epsilon(0.02));
    }
}

TEST_CASE("letters typed right behind the key that brings the search up are not lost") {
    Program program;
    std::vector<screen::Event> events{screen::KeyDown{{false, false, false, "/"}, false, {}},
                                      screen::Text{"/"}};
    Program::add_typed(events, "uh");
    program.tick(events);
    program.type("m");
    REQUIRE(program.app->search() != nullptr);
    REQUIRE(program.wait([&] { return program.app->search_words() == "uhm"; }));
}

TEST_CASE("however keys fall between two pictures, the words are those that were typed") {
    Program program;
    const std::string keys = "/unifo";
    for (unsigned cuts = 0; cuts < 1U << keys.size(); ++cuts) {
        CAPTURE(cuts);
        std::vector<screen::Event> events;
        for (std::size_t i = 0; i < keys.size(); ++i) {
            Program::add_typed(events, keys.substr(i, 1));
            if ((cuts >> i & 1U) != 0) program.tick(std::exchange(events, {}));
        }
        const catalogue::Chord enter{false, false, false, "Enter"};
        events.push_back(screen::KeyDown{enter, false, {}});
        events.push_back(screen::KeyUp{enter, {}});
        program.tick(events);
        REQUIRE(program.wait([&] { return program.app->stage() != nullptr; }));
        CHECK(program.app->search_words() == "unifo");
        program.press("Escape");  // what was found is put away
    }
}

TEST_CASE("Enter right behind the words takes what is found by them, when it is found") {
    Program program;
    std::vector<screen::Event> events{screen::KeyDown{{false, false, false, "/"}, false, {}},
                                      screen::Text{"/"}};
    program.tick(events);
    program.ticks(4);
    events.clear();
    Program::add_typed(events, "never");
    events.push_back(screen::KeyDown{{false, false, false, "Enter"}, false, {}});
    program.tick(events);
    REQUIRE(program.wait([&] { return program.app->stage() != nullptr; }));
    program.ticks(4);
    CHECK(program.app->stage()->person == "bob");
}

TEST_CASE("Escape goes back, and the search comes up again with what was typed") {
    Program program;
    program.press(catalogue::Chord{true, false, false, "F"});
    program.type("never");
    REQUIRE(program.wait([&] { return program.passages() == 1; }));
    program.press("Escape");
    CHECK(program.app->search() == nullptr);
    CHECK(program.app->stage() != nullptr);
    program.press("F4");
    program.press("/");
    CHECK(program.passages() == 1);
    program.press("Escape");
    CHECK(program.app->wall() != nullptr);
}

TEST_CASE("whoever asks for words gets what is found by them, whatever was typed before") {
    Program program;
    for (const char* words : {"never", "uniform"}) {
        program.app->act(ui::SearchFor{words});
        program.ticks(8);
        REQUIRE(program.app->search() != nullptr);
        CHECK(program.app->search_words() == words);
        CHECK(program.wait(
            [&] { return program.passages() == (words == std::string("never") ? 1U : 2U); }));
    }
}

TEST_CASE("a name keeps the question, a question keeps the person") {
    Program program;
    const Cell here = program.cell();
    program.press("/");
    program.type(here.person == 0 ? "bob" : "ann");
    REQUIRE(program.wait(
        [&] { return program.app->search() && program.app->search()->names.size() == 1; }));
    program.enter();
    CHECK(program.cell() == Cell{1 - here.person, here.question});
    program.press("/");
    program.type(here.question == 0 ? "second" : "first");
    program.ticks(10);
    CHECK(program.app->search_words() == (here.question == 0 ? "second" : "first"));
    REQUIRE(program.wait([&] {
        return program.app->search() && program.app->search()->names.size() == 1 &&
               !program.app->search()->names[0].person;
    }));
    program.enter();
    CHECK(program.cell() == Cell{1 - here.person, 1 - here.question});
}

TEST_CASE("F3 goes from passage to passage, and says where there are no more") {
    Program program;
    program.press("/");
    program.type("uniform");
    REQUIRE(program.wait([&] { return program.passages() == 2; }));
    program.enter();
    const Cell first = program.cell();
    program.press("F3");
    const Cell second = program.cell();
    CHECK(second != first);
    program.press("F3");
    CHECK(program.cell() == second);
    CHECK(program.app->stage()->toast.has_value());
    program.press(catalogue::Chord{false, false, true, "F3"});
    CHECK(program.cell() == first);
    // Whoever went elsewhere comes back to where they were.
    program.run("next_question");
    CHECK(program.cell() != first);
    program.press("F3");
    CHECK(program.cell() == first);
}

TEST_CASE("in turn everybody is heard with the passage alone, and then it holds") {
    Program program;
    program.press("/");
    program.type("uniform");
    REQUIRE(program.wait([&] { return program.passages() == 2; }));
    program.press("F8");
    REQUIRE(program.app->stage() != nullptr);
    const Cell first = program.cell();
    REQUIRE(program.wait([&] { return program.transport().state == ui::PlayState::Playing; }));
    CHECK(program.transport().length_s == doctest::Approx(2.5).epsilon(0.1));
    REQUIRE(program.wait([&] { return program.cell() != first; }));
    const Cell second = program.cell();
    CHECK(second.question == first.question);
    REQUIRE(program.wait([&] { return program.transport().state == ui::PlayState::Ended; }));
    program.ticks(20);
    CHECK(program.cell() == second);
    CHECK(program.transport().state == ui::PlayState::Ended);
    // The same key again: the rest of this answer.
    program.press("F8");
    REQUIRE(program.wait([&] { return program.transport().state == ui::PlayState::Playing; }));
    CHECK(program.cell() == second);
    CHECK(program.transport().length_s == doctest::Approx(10).epsilon(0.02));
    CHECK(program.transport().position_s > 3);
}

TEST_CASE("a clicker's next is the next passage while they are heard in turn") {
    Program program;
    program.press("/");
    program.type("uniform");
    REQUIRE(program.wait([&] { return program.passages() == 2; }));
    program.press("F8");
    const Cell first = program.cell();
    program.press("PageDown");
    CHECK(program.cell() == Cell{1 - first.person, 0});
    program.press("PageUp");
    CHECK(program.cell() == first);
    program.run("next_question");
    REQUIRE(program.wait([&] { return program.transport().state == ui::PlayState::Playing; }));
    CHECK(program.transport().length_s == doctest::Approx(10).epsilon(0.02));
}

TEST_CASE("the room's strip names the passage that comes next while they are heard in turn") {
    Program program;
    program.run("room");
    program.press("/");
    program.type("uniform");
    REQUIRE(program.wait([&] { return program.passages() == 2; }));
    program.press("F8");
    const Cell first = program.cell();
    CHECK(program.app->stage()->room->next_person == (first.person == 0 ? "bob" : "ann"));
    CHECK(program.app->stage()->room->next_question == "First");
    program.press("PageDown");
    CHECK(program.app->stage()->room->next_person.empty());
    CHECK(program.app->stage()->room->next_note.find("uniform") != std::string::npos);
    program.run("next_question");
    CHECK(program.app->stage()->room->next_note.find("uniform") == std::string::npos);
}

TEST_CASE("the film stands still and unheard while somebody searches") {
    Program program;
    program.press("Space");
    REQUIRE(program.wait([&] { return program.transport().position_s > 0.3; }));
    program.press("/");
    CHECK(program.silent());
}

TEST_CASE("a desk is broken off at once, whatever it was at") {
    made_up::ModuleFolder folder;
    app::Searchable all;
    for (int person = 0; person < 50; ++person)
        all.speakers.push_back({person, {{0, "captions/not-there.vtt", {}}}});
    for (int i = 0; i < 20; ++i) {
        app::SearchDesk desk(folder.path(), all, 1, [] {});
        desk.ask("word");
    }
}

TEST_CASE("when all is read, what is found is found in all of it") {
    const made_up::ModuleFolder folder;
    folder.write("captions/last.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nI never had one.\n");
    app::Searchable all;
    all.speakers.push_back({0, {{0, "captions/last.vtt", {}}}});
    for (int i = 0; i < 200; ++i) {
        app::SearchDesk desk(folder.path(), all, 1, [] {});
        desk.ask("never");
        while (desk.progress().read < desk.progress().of || !desk.findings())
            desk.take_news();
        REQUIRE(desk.findings()->passages.size() == 1);
    }
}
