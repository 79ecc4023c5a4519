#include "player/media/film/film_chapters.h"

#include "tests/media/films.h"

using namespace std::chrono_literals;
using namespace support;
using media::FilmChapter;

namespace {

media::TimeRange range(media::SourceDuration in, media::SourceDuration out) {
    return {media::SourceTime{in}, media::SourceTime{out}};
}

}  // namespace

TEST_CASE("a film's chapters are told as its container has them") {
    for (const char* file : {"film.mp4", "film.mkv"}) {
        CAPTURE(std::string(file));
        ScratchFolder folder;
        FilmRecipe recipe = film(1, 250, 50);
        recipe.chapters = {{0, 2000, "w1: In a nutshell"},
                           {2000, 7500, "Your \u201Cfirst\u201D job"}};
        make(folder, file, recipe);
        const auto chapters = media::chapters_in({folder.path(), file}, {});
        REQUIRE(chapters.has_value());
        CHECK(*chapters ==
              std::vector<FilmChapter>{{range(0s, 2s), "w1: In a nutshell"},
                                       {range(2s, 7500ms), "Your \u201Cfirst\u201D job"}});
    }
}

TEST_CASE("most films have no chapters, and one that is not there says so") {
    ScratchFolder folder;
    make(folder, "film.mp4", film(1, 25));
    const auto chapters = media::chapters_in({folder.path(), "film.mp4"}, {});
    REQUIRE(chapters.has_value());
    CHECK(chapters->empty());
    CHECK_FALSE(media::chapters_in({folder.path(), "none.mp4"}, {}).has_value());
}
