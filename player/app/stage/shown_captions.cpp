#include "player/app/stage/shown_captions.h"

#include "catalogue/words.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace app {
using catalogue::_;
namespace {

constexpr int lines_of_a_caption = 2;

screen::CaptionFont font_of(catalogue::CaptionFont font) {
    switch (font) {
        case catalogue::CaptionFont::Inter:
            return screen::CaptionFont::Inter;
        case catalogue::CaptionFont::Andika:
            return screen::CaptionFont::Andika;
        case catalogue::CaptionFont::OpenDyslexic:
            return screen::CaptionFont::OpenDyslexic;
    }
    return screen::CaptionFont::Inter;
}

screen::CaptionGround ground_of(catalogue::CaptionGround ground) {
    switch (ground) {
        case catalogue::CaptionGround::SeeThrough:
            return screen::CaptionGround::SeeThrough;
        case catalogue::CaptionGround::Solid:
            return screen::CaptionGround::Solid;
        case catalogue::CaptionGround::Outline:
            return screen::CaptionGround::Outline;
    }
    return screen::CaptionGround::SeeThrough;
}

screen::CaptionEdge edge_of(catalogue::CaptionPosition position) {
    switch (position) {
        case catalogue::CaptionPosition::Bottom:
            return screen::CaptionEdge::Bottom;
        case catalogue::CaptionPosition::Top:
            return screen::CaptionEdge::Top;
        case catalogue::CaptionPosition::BelowPicture:
            return screen::CaptionEdge::Below;
    }
    return screen::CaptionEdge::Bottom;
}

screen::RectPx sized(double height, double aspect) {
    return {0, 0, std::max(1, static_cast<int>(std::lround(height * aspect))),
            std::max(1, static_cast<int>(std::lround(height)))};
}

// The largest film that leaves room for captions under it.
screen::RectPx film_above_captions(int space_px, double most_px, double aspect,
                                   const screen::CaptionStyle& style) {
    screen::RectPx film = sized(most_px, aspect);
    while (film.height > 1 && film.height + screen::caption_room_px(film, style) > space_px)
        film = sized(film.height - 1, aspect);
    return film;
}

}  // namespace

screen::CaptionStyle caption_style_of(const catalogue::CaptionPreferences& wanted,
                                      double letters_px, int languages) {
    const catalogue::CaptionInk ink = catalogue::ink_of(wanted.colours);
    return {.size = wanted.size,
            .least_px = letters_px,
            .font = font_of(wanted.font),
            .letters_rgb = ink.letters,
            .ground_rgb = ink.ground,
            .ground = ground_of(wanted.ground),
            .edge = edge_of(wanted.position),
            .lines = lines_of_a_caption * std::max(1, languages)};
}

screen::CaptionStyle description_style_of(const catalogue::CaptionPreferences& wanted,
                                          double letters_px) {
    screen::CaptionStyle style = caption_style_of(wanted, letters_px);
    const bool above = wanted.position == catalogue::CaptionPosition::Top;
    style.edge = above ? screen::CaptionEdge::Bottom : screen::CaptionEdge::Top;
    std::swap(style.letters_rgb, style.ground_rgb);
    if (style.ground == screen::CaptionGround::SeeThrough) {
        style.ground = screen::CaptionGround::Solid;  // dark letters need a light ground
    }
    return style;
}

std::vector<std::filesystem::path> caption_files(const catalogue::Answer& answer,
                                                 const catalogue::CaptionPreferences& wanted) {
    using catalogue::CaptionLanguages;
    const auto& first = answer.captions;
    const auto& second = answer.second_captions;
    std::vector<std::filesystem::path> files;
    if (first && (wanted.languages != CaptionLanguages::Second || !second)) {
        files.push_back(*first);
    }
    if (second && (wanted.languages != CaptionLanguages::First || !first)) {
        files.push_back(second->file);
    }
    return files;
}

screen::CaptionPlace fit_film(const ui::FilmPlace& space, double aspect,
                              const catalogue::CaptionPreferences& wanted, int languages,
                              double letters_px) {
    const bool below = languages > 0 && wanted.shown &&
                       wanted.position == catalogue::CaptionPosition::BelowPicture;
    const double most = std::min<double>(space.height, space.width / aspect);
    screen::CaptionPlace place;
    place.film = sized(most, aspect);
    int room = 0;
    if (below) {
        const screen::CaptionStyle style = caption_style_of(wanted, letters_px, languages);
        place.film = film_above_captions(static_cast<int>(space.height), most, aspect, style);
        room = screen::caption_room_px(place.film, style);
    }
    const double left = space.x + (space.width - place.film.width) / 2;
    const double top = space.y + (space.height - place.film.height - room) / 2;
    place.film.x = static_cast<int>(std::lround(left));
    place.film.y = static_cast<int>(std::lround(top));
    place.below_px = room;
    // Controls cover the edges of the space; of the film only what reaches under them.
    const double beside_above = place.film.y - static_cast<double>(space.y);
    const double beside_below = static_cast<double>(space.y) + static_cast<double>(space.height) -
                                (place.film.y + place.film.height + room);
    const auto rest = [](double covered, double beside) {
        return std::max(0, static_cast<int>(std::lround(covered - beside)));
    };
    place.covered_above = rest(space.covered_above, beside_above);
    place.covered_below = rest(space.covered_below, beside_below);
    return place;
}

std::string caption_words(const catalogue::CaptionCue& cue,
                          const catalogue::CaptionPreferences& wanted) {
    return wanted.speakers && !cue.speaker.empty() ? cue.speaker + ": " + cue.text : cue.text;
}

std::vector<screen::CaptionBlock> blocks_of(const WordsOnFilm& words,
                                            const catalogue::CaptionPreferences& wanted,
                                            double letters_px) {
    return {{words.captions, caption_style_of(wanted, letters_px, words.languages)},
            {words.descriptions, description_style_of(wanted, letters_px)}};
}

std::vector<std::string> trial_captions(const catalogue::CaptionPreferences& wanted) {
    if (!wanted.shown) return {};
    const std::string words = _("This is how captions look,\nin two lines.");
    std::vector<std::string> texts{wanted.speakers ? _("Name: {}", words) : words};
    if (wanted.languages == catalogue::CaptionLanguages::Both) {
        texts.emplace_back(_("And a second language below."));
    }
    return texts;
}

}  // namespace app
