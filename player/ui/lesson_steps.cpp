// The steps of a lesson under way, for whoever takes it.
#include <algorithm>
#include <cmath>

#include "player/ui/lesson_parts.h"

namespace ui {

namespace {

float row_height() {
    return std::ceil(look().line_px(Type::Body) + look().line_px(Type::Small) + px(space::medium));
}

void draw_step(const Rect& place, const StepRow& step, std::size_t number, LessonDrawn& drawn) {
    const Palette& p = palette();
    const std::string value = step.left_out ? _("left out") : step.now ? _("now") : step.time;
    const Touch touch = layer().control({.id = id_of("step", number),
                                         .role = Role::ListItem,
                                         .name = step.title,
                                         .value = value,
                                         .place = place,
                                         .chosen = step.now,
                                         .tooltip = step.note});
    if (touch.clicked) {
        drawn.lesson.push_back(lessons::LessonInput{lessons::GoToStep{number}});
    }
    if (step.now || touch.hovered) paint::fill(place, step.now ? p.chosen : p.hover);
    if (step.now) paint::fill({place.x, place.y, std::max(3.0F, px(4)), place.height}, p.accent);
    Rect room = place.inset(px(space::large), px(6));
    Rect first = room.cut_top(look().line_px(Type::Body));
    const Rect mark = first.cut_left(px(size_of(IconSize::Small)));
    first.cut_left(px(space::small));
    if (step.past || step.left_out) {
        paint::icon(mark.middle_x(), mark.middle_y(), step.past ? Icon::Check : Icon::NoAnswer,
                    IconSize::Small, p.quiet);
    }
    const float width = std::ceil(paint::text_width(Type::Body, step.time)) + 1;
    Type type = step.now ? Type::BodyStrong : Type::Body;
    // A long title has the line for itself, at last in small letters.
    const bool beside =
        paint::text_width(type, step.title) + width + px(space::small) <= first.width;
    if (paint::text_width(type, step.title) > first.width)
        type = step.now ? Type::SmallStrong : Type::Small;
    if (beside && !step.time.empty()) {
        paint::text(first.cut_right(width), Type::Body, p.quiet, step.time, paint::Align::End);
        first.cut_right(px(space::small));
    }
    paint::text(first, type, step.left_out ? p.quiet : p.text, step.title);
    room.cut_left(mark.width + px(space::small));
    const bool both = !beside && !step.time.empty() && !step.note.empty();
    paint::text(room, Type::Small, p.quiet,
                beside ? step.note
                : both ? step.time + " \u00B7 " + step.note
                       : step.time + step.note);
    if (touch.focused) layer().ring(place.inset(px(5)));
}

const char* for_whom() {
    return _("For you, not for the class");
}

float notes_height(const std::string& notes, float width) {
    return paint::paragraph_height(Type::SmallStrong, for_whom(), width) +
           paint::paragraph_height(Type::Body, notes, width) + 1;
}

// With large letters they scroll.
void draw_notes(const Rect& room, const std::string& notes) {
    float width = room.width;
    // Beside the mark of how far down one is.
    if (notes_height(notes, width) > room.height) width -= px(space::medium);
    const float content = notes_height(notes, width);
    const Layer::Scrolled scrolled =
        layer().begin_scroll(id_of("notes"), room, Axis::Down, content, 0, {});
    Rect flow{room.x, room.y - scrolled.offset, width, content};
    const float line = paint::paragraph_height(Type::SmallStrong, for_whom(), width);
    paint::paragraph(flow.cut_top(line), Type::SmallStrong, palette().quiet, for_whom());
    paint::paragraph(flow, Type::Body, palette().text, notes);
    layer().end_scroll();
}

}  // namespace

void draw_steps(const Rect& place, const LessonView& view, LessonState& state, LessonDrawn& drawn) {
    const Palette& p = palette();
    paint::fill(place, p.surface);
    Rect room = place;
    Rect foot = room.cut_bottom(bell_field_height() + px(space::large) + px(space::medium));
    foot = foot.inset(px(space::large), 0);
    foot.cut_top(px(space::medium));
    foot.cut_bottom(px(space::large));
    const float inner = room.width - 2 * px(space::large);
    if (!view.fitting.empty()) {
        const std::string words = view.bell + ". " + view.fitting;
        const float tall = paint::paragraph_height(Type::Small, words, inner, 4);
        paint::paragraph(room.cut_bottom(tall + 1).inset(px(space::large), 0), Type::Small, p.text,
                         words, 4);
    }
    const float row = row_height();
    const float content = row * static_cast<float>(view.steps.size());
    if (!view.notes.empty()) {
        const float part = room.height < look().em_px(Type::Body) * 16 ? 0.55F : 0.4F;
        const float spare = std::max(room.height - content, room.height * part);
        const float wanted = notes_height(view.notes, inner) + 2 * px(space::medium);
        Rect notes = room.cut_bottom(std::min(spare, wanted)).inset(px(space::large), 0);
        paint::fill({place.x, notes.y, place.width, 1}, p.line);
        notes.cut_top(px(space::medium));
        draw_notes(notes, view.notes);
    }
    float now = 0;
    std::size_t now_at = 0;
    for (std::size_t i = 0; i < view.steps.size(); ++i) {
        if (view.steps[i].now) {
            now = row * static_cast<float>(i);
            now_at = i + 1;
        }
    }
    layer().begin_area(Area::Modules);
    const Layer::Scrolled scrolled = layer().begin_scroll(id_of("steps"), room, Axis::Down, content,
                                                          now_at, {room.x, now, room.width, row});
    layer().begin_list(id_of("steps"), Axis::Down);
    for (std::size_t i = 0; i < view.steps.size(); ++i) {
        const Rect here{room.x, room.y + row * static_cast<float>(i) - scrolled.offset, room.width,
                        row};
        if (here.common(room).empty()) {
            layer().unseen({.id = id_of("step", i),
                            .role = Role::ListItem,
                            .name = view.steps[i].title,
                            .place = here});
        } else {
            draw_step(here, view.steps[i], i, drawn);
        }
    }
    layer().end_list();
    layer().end_scroll();
    layer().begin_area(Area::Place);
    draw_bell_field(foot, view, state, drawn);
}

}  // namespace ui
