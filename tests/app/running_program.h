// The whole program without a display, with films that can be heard; time goes on as the test
// ticks.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "player/app/app.h"
#include "player/ui/widgets.h"
#include "tests/app/module_folder.h"
#include "tests/support/numbered_film.h"
#include "tests/support/scratch_folder.h"

namespace made_up {

inline constexpr std::chrono::seconds patience{20};

// A film as its bytes, for tests that share it.
inline std::string film_of(const support::FilmRecipe& recipe) {
    const support::ScratchFolder folder;
    const auto file = folder.path() / "film.mp4";
    REQUIRE(support::make_numbered_film(file, recipe).has_value());
    std::ifstream bytes{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{bytes}, std::istreambuf_iterator<char>{}};
}

// The four films of Ann and Bob, made once for all tests of a run: ten seconds each, with sound all
// along.
inline const std::vector<std::string>& films_of_two_people() {
    static const std::vector<std::string> films = [] {
        support::FilmRecipe recipe;
        recipe.pictures = 250;
        recipe.sound = support::FilmSound::Steady;
        std::vector<std::string> made;
        for (recipe.film = 1; recipe.film <= 4; ++recipe.film)
            made.push_back(film_of(recipe));
        return made;
    }();
    return films;
}

// Ann and Bob answer two questions each.
inline void write_two_people(const ModuleFolder& module) {
    auto film = films_of_two_people().begin();
    for (const char* person : {"ann", "bob"}) {
        module.add_person(person);
        for (const char* question : {"q0", "q1"})
            module.write(fmt::format("films/{}-{}.mp4", person, question), *film++);
    }
}

// The same, and in their first answers both speak of a uniform.
inline void write_two_who_speak(const ModuleFolder& module) {
    write_two_people(module);
    module.write("captions/ann.vtt",
                 "WEBVTT\n\n00:01.000 --> 00:03.000\nThis is before the word.\n\n"
                 "00:05.000 --> 00:07.000\nWe all wore a uniform there.\n\n"
                 "00:08.000 --> 00:09.500\nAnd that was the whole of it.\n");
    module.write("captions/bob.vtt",
                 "WEBVTT\n\n00:02.000 --> 00:04.000\nI never had a uniform at all.\n");
    for (const std::string person : {"ann", "bob"}) {
        module.write(
            "people/" + person + ".yaml",
            fmt::format("format: 1\nname: {0}\njob: {{title: baker, article: a}}\nanswers:\n"
                        "  q0: {{film: films/{0}-q0.mp4, captions: captions/{0}.vtt}}\n"
                        "  q1: {{film: films/{0}-q1.mp4}}\n",
                        person));
    }
}

// How a test opens a module: without a display or a speaker, and nothing is kept.
inline app::AppOptions off_screen(const ModuleFolder& module) {
    app::AppOptions options;
    options.module = module.path();
    options.opening_patience = patience;
    options.remember = false;
    options.display = screen::Display::OffScreen;
    options.open_speaker = false;
    options.full_screen = false;
    options.size_px = {1280, 720};
    return options;
}

struct RunningProgram {
    ModuleFolder module;  // outlives the program
    std::unique_ptr<app::App> app;
    screen::WallTime now = std::chrono::steady_clock::now();
    float loudest = 0;  // of the sound since it was last asked

    void open() {
        auto opened = app::App::open(off_screen(module));
        REQUIRE_MESSAGE(opened.has_value(), (opened ? "" : catalogue::to_text(opened.error())));
        app = std::move(*opened);
    }
    // A fiftieth of a second later, or more. Returns when the program wants to be called again.
    std::optional<screen::WallTime> tick(const std::vector<screen::Event>& events = {}) {
        using namespace std::chrono_literals;
        now = std::max(now + 20ms, std::chrono::steady_clock::now());
        const std::optional<screen::WallTime> next = app->tick(events, now);
        std::vector<float> stereo(2 * 960);
        app->sound().pull(stereo, now);
        loudest = std::max(loudest, *std::ranges::max_element(stereo));
        return next;
    }
    void ticks(int count) {
        for (int i = 0; i < count; ++i)
            tick();
    }
    void press(const catalogue::Chord& chord) {
        tick({screen::KeyDown{chord, false, {}}, screen::KeyUp{chord, {}}});
        ticks(4);
    }
    void press(const char* key) { press(catalogue::Chord{false, false, false, key}); }
    void run(const char* command) {
        app->run_command(command);
        ticks(5);
    }
    // Presses the control of this name, by keyboard alone. It may have to wait for a disk first.
    void use(const std::string& name) {
        const auto until = std::chrono::steady_clock::now() + patience;
        for (int i = 0; i < 60 || std::chrono::steady_clock::now() < until; ++i) {
            press("Tab");
            const auto all = ui::widgets();
            if (std::any_of(all.begin(), all.end(), [&](const ui::WidgetRecord& record) {
                    return record.focused && record.name == name;
                })) {
                press("Enter");
                return;
            }
        }
        FAIL("Tab does not come to ", name);
    }
    template <class Condition>
    bool wait(const Condition& condition) {
        const auto until = std::chrono::steady_clock::now() + patience;
        while (!condition() && std::chrono::steady_clock::now() < until) {
            tick();
            std::this_thread::yield();
        }
        return condition();
    }
    // Nothing is heard for a second, once what was on its way is out.
    bool silent() {
        ticks(20);
        loudest = 0;
        ticks(50);
        return loudest < 0.01F;
    }
    bool playing() {
        loudest = 0;
        return wait([&] { return loudest > 0.1F; });
    }
};

}  // namespace made_up
