#include <algorithm>
#include <cmath>

#include "player/ui/controls.h"
#include "player/ui/index_parts.h"
#include "player/ui/text.h"

#include <imgui.h>

namespace ui {

namespace {

constexpr double near_s = 60;  // what the upper strip shows

// A strip of film, from `from_s` to `to_s`.
struct Lane {
    Rect place;
    double from_s = 0;
    double to_s = 0;

    float x_at(double seconds) const {
        const double part = (seconds - from_s) / std::max(to_s - from_s, 0.001);
        return place.x + static_cast<float>(std::clamp(part, 0.0, 1.0)) * place.width;
    }
    // Empty when it is not in the lane.
    Rect stretch(double begin_s, double end_s) const {
        if (end_s <= from_s || begin_s >= to_s) return {};
        const float left = x_at(begin_s);
        return {left, place.y, std::max(px(2), x_at(end_s) - left), place.height};
    }
};

Colour colour_of(const IndexBlock& block) {
    const Palette& p = palette();
    return block.theme ? p.themes[*block.theme % theme_colours] : p.alert;
}

// The loudest of each pixel's stretch, as a line from the middle up and down.
void draw_wave(const Lane& lane, const IndexView& view) {
    if (view.peaks.empty() || view.peak_window_s <= 0) return;
    const double per_px = (lane.to_s - lane.from_s) / std::max(1.0F, lane.place.width);
    const float middle = std::round(lane.place.middle_y());
    const float most = lane.place.height / 2 - px(2);
    const auto last = static_cast<double>(view.peaks.size());
    for (float x = 0; x < lane.place.width; ++x) {
        const double begin = (lane.from_s + per_px * static_cast<double>(x)) / view.peak_window_s;
        const double end = begin + std::max(1.0, per_px / view.peak_window_s);
        if (begin < 0 || begin >= last) continue;
        float loudest = 0;
        for (auto i = static_cast<std::size_t>(begin);
             i < static_cast<std::size_t>(std::min(end, last)); ++i) {
            loudest = std::max(loudest, view.peaks[i]);
        }
        // By its root, so that soft voices are seen, too.
        const float half = std::max(0.5F, std::round(std::sqrt(loudest) * most));
        paint::fill({lane.place.x + x, middle - half, 1, 2 * half}, palette().quiet);
    }
}

// Each begins where its moment is; what lies over the one before, or over an edge, is left out.
void draw_stills(const Lane& lane, const IndexView& view) {
    paint::fill(lane.place, palette().backdrop);
    float free_from = lane.place.x;
    for (const IndexStill& still : view.stills) {
        if (still.at_s < lane.from_s || still.at_s > lane.to_s) continue;
        const float width = std::round(lane.place.height * still.aspect);
        const Rect at{std::round(lane.x_at(still.at_s)), lane.place.y, width, lane.place.height};
        if (at.x < free_from || at.right() > lane.place.right()) continue;
        paint::picture(at, still.image, still.aspect);
        paint::fill({at.x, at.y, 1, at.height}, palette().edge);
        free_from = at.right();
    }
}

// A block has a bar in its theme's colour, its number and, where there is room, its name.
void draw_block(const Lane& lane, const IndexBlock& block, float free_to, const Rect& bar,
                bool with_name) {
    const Palette& p = palette();
    const Rect at = lane.stretch(block.from_s, block.to_s);
    if (at.empty()) return;
    const Rect strip{at.x, bar.y, at.width, bar.height};
    paint::fill(strip, block.chosen ? p.accent : p.raised);
    paint::fill({strip.x, strip.y, strip.width, px(4)}, colour_of(block));
    paint::outline(strip, block.chosen ? p.text : p.edge, block.chosen ? px(2) : 1);
    Rect room = strip.inset(px(space::hair), 0);
    room.cut_top(px(4));
    room.width = std::min(room.width, free_to - room.x - px(2));
    const Colour ink = block.chosen ? p.on_accent : p.text;
    const float number = std::ceil(paint::text_width(Type::Small, block.number));
    if (room.width < number) return;
    const std::string named = block.number + "  " + block.name;
    const std::string words = block.by_hand ? _("{} (by hand)", named) : named;
    const float whole = paint::text_width(Type::Small, words);
    const bool has_room = with_name && room.width > number + px(40);
    paint::text(room, Type::Small, ink, has_room || whole <= room.width ? words : block.number);
}

// Sorted by their beginnings: the next one may lie over the end of a block.
float free_until(const std::vector<IndexBlock>& blocks, std::size_t i, const Lane& lane) {
    return i + 1 < blocks.size() && blocks[i + 1].from_s < lane.to_s
               ? std::max(lane.place.x, lane.x_at(blocks[i + 1].from_s))
               : lane.place.right();
}

// Hatched, so that colour is not needed.
void draw_overlap(const Rect& at) {
    const Palette& p = palette();
    for (float x = 0; x < at.width; x += px(6)) {
        paint::fill({at.x + x, at.y, std::min(px(3), at.width - x), at.height}, p.alert);
    }
}

void draw_marks(const Lane& lane, const IndexView& view, const Rect& bar, bool names) {
    const Palette& p = palette();
    for (const IndexProposal& one : view.proposals) {
        const Rect at = lane.stretch(one.from_s, one.to_s);
        if (at.empty()) continue;
        const Rect strip{at.x, bar.y, at.width, bar.height};
        if (one.chosen) paint::fill(strip, p.chosen);
        paint::outline(strip, one.chosen ? p.text : p.edge, one.chosen ? px(2) : 1);
    }
    for (std::size_t i = 0; i < view.blocks.size(); ++i) {
        draw_block(lane, view.blocks[i], free_until(view.blocks, i, lane), bar, names);
    }
    for (const IndexSeam& seam : view.seams) {
        const Rect at = lane.stretch(seam.from_s, seam.to_s);
        if (at.empty()) continue;
        if (seam.overlap) {
            draw_overlap({at.x, bar.bottom() - px(6), at.width, px(6)});
            continue;
        }
        const std::string words = _("gap of {}", clock_text(seam.to_s - seam.from_s));
        const float wide = paint::text_width(Type::Small, words);
        // What is proposed in it says so by its frame.
        const bool proposed = std::any_of(
            view.proposals.begin(), view.proposals.end(), [&](const IndexProposal& one) {
                return one.from_s < seam.to_s && seam.from_s < one.to_s;
            });
        if (names && !proposed && at.width > wide + px(12)) {
            paint::text({at.x, bar.y, at.width, bar.height}, Type::Small, p.quiet, words,
                        paint::Align::Middle);
        }
    }
    if (view.begun_s) {
        const Rect at = lane.stretch(*view.begun_s, std::max(*view.begun_s, view.position_s));
        if (!at.empty()) paint::outline({at.x, bar.y, at.width, bar.height}, p.accent, px(2));
    }
}

void draw_position(const Lane& lane, const IndexView& view) {
    const Palette& p = palette();
    const float x = std::round(lane.x_at(view.position_s));
    paint::fill({x - px(2), lane.place.y, px(4), lane.place.height}, p.backdrop);
    paint::fill({x - px(1), lane.place.y, px(2), lane.place.height}, p.text);
}

// A click goes there; arrows, when the keyboard is on it, go by a step.
void take_touch(const Lane& lane, const char* id, std::string_view name, double step_s,
                const IndexView& view, IndexDrawn& drawn) {
    const float along = (ImGui::GetIO().MousePos.x - lane.place.x) / lane.place.width;
    const double there = lane.from_s + static_cast<double>(std::clamp(along, 0.0F, 1.0F)) *
                                           std::max(0.0, lane.to_s - lane.from_s);
    const Touch touch = layer().control(
        {.id = id_of(id),
         .role = Role::Slider,
         .name = name,
         .value = _("{} of {}", clock_text(view.position_s), clock_text(view.length_s)),
         .place = lane.place,
         .enabled = view.length_s > 0,
         .tooltip = clock_text(there)});
    float& last = *ImGui::GetStateStorage()->GetFloatRef(id_of(id, 1), -1);
    const auto to = static_cast<float>(there);
    if (touch.held) {
        // The strip around the position moves with it: it takes the first touch only.
        const bool first = last < 0;
        if (first || (lane.to_s - lane.from_s > near_s && std::abs(to - last) > step_s / 4)) {
            drawn.seek = {there, !first};
            last = to;
        }
    } else {
        last = -1;
    }
    if (touch.adjusted != 0) {
        drawn.seek = {view.position_s + touch.adjusted * step_s, false};
    }
    if (touch.focused) layer().ring(lane.place.inset(px(3)));
}

float usual_wave_px() {
    return px(76);
}
float least_wave_px() {
    return px(12);
}
float stills_px() {
    return px(48);
}
float bar_px() {
    return std::max(px(30), look().line_px(Type::Small) + px(8));
}

}  // namespace

float index_lanes_px() {
    return stills_px() + usual_wave_px() + least_index_lanes_px() - least_wave_px();
}

float least_index_lanes_px() {
    return least_wave_px() + 2 * bar_px() + 3 * px(space::small);
}

void draw_index_lanes(Rect place, const IndexView& view, IndexDrawn& drawn) {
    const Palette& p = palette();
    layer().begin_area(Area::Transport);
    paint::fill(place, p.surface);
    const float free_px = place.height - 2 * bar_px() - 3 * px(space::small);
    const bool with_stills = free_px >= stills_px() + usual_wave_px() / 2;
    const float wave_px = with_stills ? free_px - stills_px() : free_px;
    place = place.inset(px(space::large), 0);
    place.cut_top(px(space::small));
    const double length = std::max(view.length_s, 0.001);
    const double span = std::min(near_s, length);
    const double from = std::clamp(view.position_s - span / 2, 0.0, length - span);
    const Lane close{place.cut_top(free_px + bar_px()), from, from + span};
    place.cut_top(px(space::small));
    const Lane whole{place.cut_top(bar_px()), 0, length};

    take_touch(close, "close up", _("The minute around here"), 1, view, drawn);
    Rect bar = close.place;
    if (with_stills) {
        const Rect stills = bar.cut_top(stills_px());
        draw_stills({stills, close.from_s, close.to_s}, view);
        drawn.near_from_s = close.from_s;
        drawn.near_to_s = close.to_s;
        drawn.still_height_px = static_cast<int>(stills.height);
    }
    const Rect wave = bar.cut_top(wave_px);
    paint::fill(wave, p.field);
    draw_wave({wave, close.from_s, close.to_s}, view);
    paint::fill(bar, p.backdrop);
    draw_marks(close, view, bar, true);
    draw_position(close, view);

    take_touch(whole, "whole film", _("The whole film"), 10, view, drawn);
    paint::fill(whole.place, p.backdrop);
    draw_marks(whole, view, whole.place, false);
    draw_position(whole, view);
}

}  // namespace ui
