#include "player/app/modules/check.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/app/module_folder.h"
#include "tests/support/numbered_film.h"

namespace {

std::vector<std::string> problems_of(const made_up::ModuleFolder& folder) {
    std::vector<std::string> texts;
    for (const catalogue::Problem& problem :
         app::check_module(folder.path(), {}).reading.problems) {
        texts.push_back(catalogue::to_text(problem));
    }
    return texts;
}

void add_captioned_person(const made_up::ModuleFolder& folder) {
    folder.write("films/ada.mp4", "not a film");
    folder.write("people/ada.yaml",
                 "format: 1\nname: Ada\njob: {title: baker, article: a}\nconsent: given\n"
                 "captions: captions/ada.vtt\n"
                 "film: films/ada.mp4\nanswers:\n"
                 "  q0: {in: \"00:00.000\", out: \"00:02.000\"}\n"
                 "  q1: {in: \"00:02.000\", out: \"00:04.000\"}\n");
}

}  // namespace

TEST_CASE("checking a module reads its captions, each file once") {
    const made_up::ModuleFolder folder;
    add_captioned_person(folder);
    folder.write("captions/ada.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nHello.\n");
    for (const std::string& problem : problems_of(folder))
        FAIL_CHECK(problem);

    folder.write("captions/ada.vtt", "WEBVTT\n\n00:03.000 --> 00:01.000\nThe wrong way round.\n");
    const std::vector<std::string> problems = problems_of(folder);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].starts_with("captions/ada.vtt:3"));
}

TEST_CASE("captions that are not there are a problem of the module") {
    const made_up::ModuleFolder folder;
    add_captioned_person(folder);
    const std::vector<std::string> problems = problems_of(folder);
    REQUIRE_FALSE(problems.empty());
    CHECK(problems[0].find("captions/ada.vtt") != std::string::npos);
}

TEST_CASE("films that cannot be read are advised on, once each") {
    const made_up::ModuleFolder folder;
    add_captioned_person(folder);
    folder.write("captions/ada.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nHello.\n");
    const app::CheckedModule checked = app::check_module(folder.path(), {});
    CHECK(checked.captions.size() == 1);
    std::size_t done = 0;
    const auto advice =
        app::advice_on(folder.path(), checked, [&](std::size_t, std::size_t of) { done = of; });
    CHECK(done == 1);
    CHECK(std::ranges::count(advice, "films/ada.mp4", [](const catalogue::Problem& one) {
              return one.place.file.generic_string();
          }) == 1);
}

TEST_CASE("films that old computers play with a struggle are advised on") {
    const made_up::ModuleFolder folder;
    add_captioned_person(folder);
    folder.write("captions/ada.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nHello.\n");
    const app::Progress no_progress = [](std::size_t, std::size_t) {};
    const auto advice = [&](const char* pixel_format) {
        support::FilmRecipe recipe;
        recipe.pictures = 120;
        recipe.pixel_format = pixel_format;
        REQUIRE(support::make_numbered_film(folder.path() / "films/ada.mp4", recipe));
        std::vector<std::string> texts;
        for (const catalogue::Problem& one :
             app::advice_on(folder.path(), app::check_module(folder.path(), {}), no_progress)) {
            if (one.place.file == "films/ada.mp4") texts.push_back(one.what);
        }
        return texts;
    };
    CHECK(advice("yuv420p").empty());
    CHECK(advice("yuv420p10le") ==
          std::vector<std::string>{
              "its pictures have ten bits, which no graphics card decodes in H.264"});
}

TEST_CASE("descriptions are checked, but not measured as what is said") {
    const made_up::ModuleFolder folder;
    folder.write("films/ada.mp4", "not a film");
    folder.write("captions/ada.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nHello.\n");
    folder.write("people/ada.yaml",
                 "format: 1\nname: Ada\njob: {title: baker, article: a}\nconsent: given\n"
                 "descriptions: captions/ada.vtt\nfilm: films/ada.mp4\nanswers:\n"
                 "  q0: {in: \"00:00.000\", out: \"00:02.000\"}\n");
    const app::CheckedModule checked = app::check_module(folder.path(), {});
    CHECK(checked.reading.problems.empty());
    CHECK(checked.captions.empty());
}
