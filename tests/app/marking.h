// A program in which a film is being marked, without a display.
#pragma once

#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <map>
#include <sstream>
#include <vector>

#include "catalogue/module_reader.h"
#include "tests/app/running_program.h"

namespace made_up {

// 112 seconds. Without chapters each is made once for all tests of a run.
inline std::string film_of_ann(support::FilmSound sound,
                               const std::vector<support::FilmRecipe::Chapter>& chapters) {
    static std::map<support::FilmSound, std::string> plain;
    support::FilmRecipe recipe;
    recipe.pictures = 560;
    recipe.rate_num = 5;
    recipe.gop = 5;
    recipe.width_px = 160;
    recipe.height_px = 90;
    recipe.sound = sound;
    recipe.chapters = chapters;
    if (!chapters.empty()) return film_of(recipe);
    std::string& film = plain[sound];
    if (film.empty()) film = film_of(recipe);
    return film;
}

// Ann speaks all along; ten questions were asked.
struct Marking : RunningProgram {
    int keys = 0;

    explicit Marking(const std::string& answers = "",
                     support::FilmSound sound = support::FilmSound::Steady,
                     const std::vector<support::FilmRecipe::Chapter>& chapters = {}) {
        std::string yaml =
            "format: 1\nid: made-up\nversion: \"1\"\ntitle: Made up\nlanguage: en\n"
            "licence: CC0-1.0\nthemes:\n  - {id: work, name: Work}\nquestions:\n";
        for (int i = 0; i < 10; ++i) {
            yaml += fmt::format(
                "  - {{id: q{0}, theme: work, text: \"Question {0}?\", label: Q{0}}}\n", i);
        }
        module.write("module.yaml", yaml);
        module.write("people/ann.yaml",
                     "format: 1\nname: Ann\njob: {title: baker, article: a}\nconsent: given\n"
                     "film: films/ann.mp4\n" +
                         answers);
        module.write("films/ann.mp4", film_of_ann(sound, chapters));
    }
    catalogue::Result<std::unique_ptr<app::App>> try_to_open(
        const std::string& person = "ann", std::chrono::seconds opening_patience = patience) {
        app::AppOptions options = off_screen(module);
        options.opening_patience = opening_patience;
        options.index = app::IndexWanted{person, {}};
        return app::App::open(options);
    }
    void start() {
        auto opened = try_to_open();
        REQUIRE_MESSAGE(opened.has_value(), (opened ? "" : catalogue::to_text(opened.error())));
        app = std::move(*opened);
        REQUIRE(wait([&] { return app->index() != nullptr && app->index()->length_s > 100; }));
    }
    void key(const catalogue::Chord& chord) {
        ++keys;
        press(chord);
    }
    void key(const char* name) { key(catalogue::Chord{false, false, false, name}); }
    void number(int question) {
        for (const char digit : std::to_string(question))
            key(std::string(1, digit).c_str());
    }
    void forward(int tens) {
        for (int i = 0; i < tens; ++i) {
            const double before = app->index()->position_s;
            key("L");
            REQUIRE(wait([&] {
                return std::abs(app->index()->position_s - std::min(before + 10, 111.8)) < 0.05;
            }));
        }
    }
    bool saved() {
        return wait([&] { return app->index()->safety == "Saved"; });
    }
    std::string index_yaml() const {
        std::ifstream in(module.path() / "index/ann.yaml");
        std::ostringstream text;
        text << in.rdbuf();
        return text.str();
    }
    // "q0 0-10, q1 10-20" as any reader of the module has it.
    std::string marked() const {
        const auto read = catalogue::read_module(catalogue::FolderFiles{module.path()});
        REQUIRE(read.module);
        for (const catalogue::Problem& problem : read.problems) {
            CAPTURE(catalogue::to_text(problem));
            CHECK(problem.severity == catalogue::Severity::Warning);
        }
        std::string text;
        for (std::size_t i = 0; i < read.module->questions.size(); ++i) {
            const auto& answer = read.module->cell(0, i).answer;
            if (!answer || !answer->trim) continue;
            const auto s = [](catalogue::SourceTime time) {
                return std::round(std::chrono::duration<double>(time.time_since_epoch()).count());
            };
            text += fmt::format("{}q{} {}-{}", text.empty() ? "" : ", ", i, s(answer->trim->in),
                                s(answer->trim->out));
        }
        return text;
    }
    void mark_ten_seconds() {
        key("I");
        forward(1);
        key("O");
    }
};

}  // namespace made_up
