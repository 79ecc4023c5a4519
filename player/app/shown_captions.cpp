#include "player/app/shown_captions.h"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

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

// The height of the film that leaves room for captions under it.
int height_beside_captions(int space_px, int most_px, const screen::CaptionStyle& style) {
    int height = most_px;
    while (height > 1 && height + screen::caption_room_px(height, style) > space_px)
        --height;
    return height;
}

}  // namespace

screen::CaptionStyle caption_style_of(const catalogue::CaptionPreferences& wanted) {
    const catalogue::CaptionInk ink = catalogue::ink_of(wanted.colours);
    return {.size = wanted.size,
            .font = font_of(wanted.font),
            .letters_rgb = ink.letters,
            .ground_rgb = ink.ground,
            .ground = ground_of(wanted.ground),
            .edge = edge_of(wanted.position)};
}

screen::CaptionPlace fit_film(const ui::FilmPlace& space, double aspect,
                              const catalogue::CaptionPreferences& wanted, bool with_captions) {
    const bool below = with_captions && wanted.shown &&
                       wanted.position == catalogue::CaptionPosition::BelowPicture;
    double height = std::min<double>(space.height, space.width / aspect);
    int room = 0;
    if (below) {
        const screen::CaptionStyle style = caption_style_of(wanted);
        const int film_px =
            height_beside_captions(static_cast<int>(space.height), static_cast<int>(height), style);
        height = film_px;
        room = screen::caption_room_px(film_px, style);
    }
    const double width = height * aspect;
    const double top = space.y + (space.height - height - room) / 2;
    screen::CaptionPlace place;
    place.film = {static_cast<int>(std::lround(space.x + (space.width - width) / 2)),
                  static_cast<int>(std::lround(top)),
                  std::max(1, static_cast<int>(std::lround(width))),
                  std::max(1, static_cast<int>(std::lround(height)))};
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

std::vector<std::string> trial_captions(const catalogue::CaptionPreferences& wanted) {
    if (!wanted.shown) return {};
    const std::string words = "This is how captions look,\nin two lines.";
    return {wanted.speakers ? "Name: " + words : words};
}

}  // namespace app
