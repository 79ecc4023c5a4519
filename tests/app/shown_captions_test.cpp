#include "player/app/stage/shown_captions.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>

using catalogue::CaptionPosition;
using catalogue::CaptionPreferences;

namespace {

constexpr ui::FilmPlace space{100, 50, 800, 600};
constexpr double wide = 16.0 / 9;

CaptionPreferences standing(CaptionPosition position, double size = 1) {
    CaptionPreferences wanted;
    wanted.position = position;
    wanted.size = size;
    return wanted;
}

}  // namespace

TEST_CASE("a film is as large as its space allows, in the middle") {
    for (const double aspect : {wide, 4.0 / 3, 9.0 / 16, 2.4}) {
        CAPTURE(aspect);
        const screen::CaptionPlace place = app::fit_film(space, aspect, {}, true);
        const screen::RectPx& film = place.film;
        CHECK(film.width / static_cast<double>(film.height) ==
              doctest::Approx(aspect).epsilon(0.01));
        CHECK((std::abs(film.width - 800) <= 1 || std::abs(film.height - 600) <= 1));
        CHECK(std::abs(film.x - 100 - (900 - film.x - film.width)) <= 1);
        CHECK(std::abs(film.y - 50 - (650 - film.y - film.height)) <= 1);
        CHECK(place.below_px == 0);
    }
}

TEST_CASE("captions below the picture have room there, and the film gives way no more than that") {
    for (const double size : {0.75, 1.0, 2.0, 3.0}) {
        for (const double aspect : {wide, 4.0 / 3, 9.0 / 16}) {
            CAPTURE(size);
            CAPTURE(aspect);
            const CaptionPreferences wanted = standing(CaptionPosition::BelowPicture, size);
            const screen::CaptionStyle style = app::caption_style_of(wanted);
            const screen::CaptionPlace place = app::fit_film(space, aspect, wanted, true);
            CHECK(place.below_px == screen::caption_room_px(place.film, style));
            CHECK(place.film.y >= 50);
            CHECK(place.film.y + place.film.height + place.below_px <= 651);
            // One pixel more would not fit, or the film has all the width.
            screen::RectPx taller = place.film;
            taller.height += 2;
            const bool narrow = std::abs(place.film.width - 800) <= 2;
            CHECK((narrow || taller.height + screen::caption_room_px(taller, style) > 600));
        }
    }
}

TEST_CASE("the film keeps its size where no captions stand below it") {
    const int height = app::fit_film(space, wide, {}, true).film.height;
    CaptionPreferences off = standing(CaptionPosition::BelowPicture, 3);
    off.shown = false;
    const std::pair<CaptionPreferences, bool> rows[] = {
        {standing(CaptionPosition::Top, 3), true},
        {standing(CaptionPosition::Bottom, 3), true},
        {standing(CaptionPosition::BelowPicture, 3), false},  // the answer has none
        {off, true},
    };
    for (const auto& [wanted, with] : rows) {
        CHECK(app::fit_film(space, wide, wanted, with).film.height == height);
    }
}

TEST_CASE("of what controls cover, only what lies over the film counts") {
    ui::FilmPlace full{0, 0, 1280, 800};
    full.covered_above = 100;
    full.covered_below = 200;
    // A 16:9 film is 720 high here: 40 pixels are free above and below it.
    const screen::CaptionPlace place = app::fit_film(full, wide, {}, true);
    CHECK(place.covered_above == 60);
    CHECK(place.covered_below == 160);
    full.covered_above = 30;
    CHECK(app::fit_film(full, wide, {}, true).covered_above == 0);
}

TEST_CASE("the speaker is named when that is wanted and known") {
    const catalogue::CaptionCue cue{{}, "Moira", "It was hard."};
    const catalogue::CaptionCue nobody{{}, "", "It was hard."};
    CaptionPreferences wanted;
    CHECK(app::caption_words(cue, wanted) == "It was hard.");
    wanted.speakers = true;
    CHECK(app::caption_words(cue, wanted) == "Moira: It was hard.");
    CHECK(app::caption_words(nobody, wanted) == "It was hard.");
}

TEST_CASE("every choice of how captions look is one of the painter's own") {
    using namespace catalogue;
    CaptionPreferences wanted;
    wanted.size = 1.75;
    wanted.font = CaptionFont::OpenDyslexic;
    wanted.colours = CaptionColours::YellowOnBlack;
    wanted.ground = CaptionGround::Outline;
    wanted.position = CaptionPosition::Top;
    const screen::CaptionStyle style = app::caption_style_of(wanted);
    CHECK(style.size == 1.75);
    CHECK(style.font == screen::CaptionFont::OpenDyslexic);
    CHECK(style.letters_rgb == ink_of(CaptionColours::YellowOnBlack).letters);
    CHECK(style.ground_rgb == 0);
    CHECK(style.ground == screen::CaptionGround::Outline);
    CHECK(style.edge == screen::CaptionEdge::Top);
}

TEST_CASE("captions are tried out in two lines, unless they are off") {
    CaptionPreferences wanted;
    REQUIRE(app::trial_captions(wanted).size() == 1);
    CHECK(app::trial_captions(wanted).front().find('\n') != std::string::npos);
    wanted.shown = false;
    CHECK(app::trial_captions(wanted).empty());
}

TEST_CASE("of two languages the chosen ones are shown, and what is missing is replaced") {
    using catalogue::CaptionLanguages;
    using Files = std::vector<std::filesystem::path>;
    catalogue::Answer none;
    catalogue::Answer one;
    one.captions = "en.vtt";
    catalogue::Answer other;
    other.second_captions = catalogue::SecondCaptions{"pl.vtt", "pl"};
    catalogue::Answer both = one;
    both.second_captions = other.second_captions;
    const auto files = [](const catalogue::Answer& answer, CaptionLanguages languages) {
        CaptionPreferences wanted;
        wanted.languages = languages;
        return app::caption_files(answer, wanted);
    };
    for (const CaptionLanguages languages :
         {CaptionLanguages::First, CaptionLanguages::Second, CaptionLanguages::Both}) {
        CHECK(files(none, languages).empty());
        CHECK(files(one, languages) == Files{"en.vtt"});
        CHECK(files(other, languages) == Files{"pl.vtt"});
    }
    CHECK(files(both, CaptionLanguages::First) == Files{"en.vtt"});
    CHECK(files(both, CaptionLanguages::Second) == Files{"pl.vtt"});
    CHECK(files(both, CaptionLanguages::Both) == Files{"en.vtt", "pl.vtt"});
}

TEST_CASE("two languages below the picture have twice the room") {
    const CaptionPreferences below = standing(CaptionPosition::BelowPicture);
    const screen::CaptionPlace one = app::fit_film(space, wide, below, 1);
    const screen::CaptionPlace two = app::fit_film(space, wide, below, 2);
    CHECK(two.below_px > one.below_px * 3 / 2);
    CHECK(two.film.height + two.below_px <= 600);
}

TEST_CASE("descriptions stand where captions do not, and look different from them") {
    for (const CaptionPosition position :
         {CaptionPosition::Bottom, CaptionPosition::Top, CaptionPosition::BelowPicture}) {
        const CaptionPreferences wanted = standing(position);
        const screen::CaptionStyle captions = app::caption_style_of(wanted);
        const screen::CaptionStyle descriptions = app::description_style_of(wanted);
        CHECK(descriptions.edge != captions.edge);
        CHECK(descriptions.edge != screen::CaptionEdge::Below);
        CHECK(descriptions.ground_rgb == captions.letters_rgb);
        CHECK(descriptions.letters_rgb == captions.ground_rgb);
        CHECK(descriptions.size == captions.size);
    }
}
