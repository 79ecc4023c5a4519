// The steps of a lesson under way, for whoever takes it.
#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "player/ui/lesson_parts.h"

namespace ui {

namespace {

float row_height() {
    return std::ceil(look().line_px(Type::Body) + look().line_px(Type::Small) + px(space::medium));
}

float mark_width() {
    return px(size_of(IconSize::Small)) + px(space::small);
}

// Beside the title where there is room for it, else before what is said below.
bool time_beside(const StepRow& step, Type type, float width) {
    return paint::text_width(type, step.title) + paint::text_width(Type::Body, step.time) +
               px(space::small) + 2 <=
           width;
}

std::string below_title(const StepRow& step, bool beside) {
    if (beside || step.time.empty()) return step.note;
    return step.note.empty() ? step.time : step.time + " \u00B7 " + step.note;
}

// Of the words of the step that it is now: nothing of them is cut, unless they are a paragraph.
struct WholeStep {
    bool beside = false;
    float title = 0;
    float below = 0;
};

constexpr int title_lines = 2;
constexpr int below_lines = 3;

WholeStep whole_step(const StepRow& step, float width) {
    WholeStep whole{.beside = time_beside(step, Type::BodyStrong, width)};
    whole.title = paint::paragraph_height(Type::BodyStrong, step.title, width, title_lines);
    whole.below =
        paint::paragraph_height(Type::Small, below_title(step, whole.beside), width, below_lines);
    return whole;
}

float step_height(const StepRow& step, float width) {
    if (!step.now) return row_height();
    const WholeStep whole = whole_step(step, width - 2 * px(space::large) - mark_width());
    return std::max(row_height(), std::ceil(whole.title + whole.below) + px(space::medium));
}

void draw_words_now(Rect room, const StepRow& step) {
    const Palette& p = palette();
    room.cut_left(mark_width());
    const WholeStep whole = whole_step(step, room.width);
    room = room.centred(room.width, whole.title + whole.below + 1);
    Rect first = room.cut_top(whole.title);
    if (whole.beside && !step.time.empty()) {
        const float width = std::ceil(paint::text_width(Type::Body, step.time)) + 1;
        paint::text(first.cut_right(width), Type::Body, p.quiet, step.time, paint::Align::End);
    }
    paint::paragraph(first, Type::BodyStrong, p.text, step.title, title_lines);
    paint::paragraph(room, Type::Small, p.quiet, below_title(step, whole.beside), below_lines);
}

void draw_words(Rect room, const StepRow& step) {
    const Palette& p = palette();
    Rect first = room.cut_top(look().line_px(Type::Body));
    const Rect mark = first.cut_left(px(size_of(IconSize::Small)));
    first.cut_left(px(space::small));
    if (step.past || step.left_out) {
        paint::icon(mark.middle_x(), mark.middle_y(), step.past ? Icon::Check : Icon::NoAnswer,
                    IconSize::Small, p.quiet);
    }
    // A long title has the line for itself, at last in small letters.
    const bool beside = time_beside(step, Type::Body, first.width);
    const bool large = paint::text_width(Type::Body, step.title) <= first.width;
    if (beside && !step.time.empty()) {
        const float width = std::ceil(paint::text_width(Type::Body, step.time)) + 1;
        paint::text(first.cut_right(width), Type::Body, p.quiet, step.time, paint::Align::End);
        first.cut_right(px(space::small));
    }
    paint::text(first, large ? Type::Body : Type::Small, step.left_out ? p.quiet : p.text,
                step.title);
    room.cut_left(mark_width());
    paint::text(room, Type::Small, p.quiet, below_title(step, beside));
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
    const Rect room = place.inset(px(space::large), px(6));
    step.now ? draw_words_now(room, step) : draw_words(room, step);
    if (touch.focused) layer().ring(place.inset(px(5)));
}

// Drawn where something of it can be seen; else the keyboard still finds it.
void draw_step_in(const Rect& room, const Rect& place, const StepRow& step, std::size_t number,
                  LessonDrawn& drawn) {
    if (!place.common(room).empty()) {
        draw_step(place, step, number, drawn);
        return;
    }
    layer().unseen(
        {.id = id_of("step", number), .role = Role::ListItem, .name = step.title, .place = place});
}

// In one line: the room is for the notes.
const char* for_whom(float width) {
    const char* whole = _("For you, not for the class");
    return paint::text_width(Type::SmallStrong, whole) <= width ? whole : _("Only for you");
}

float notes_height(const std::string& notes, float width) {
    return look().line_px(Type::SmallStrong) + paint::paragraph_height(Type::Body, notes, width) +
           1;
}

void draw_note_words(Rect flow, const std::string& notes) {
    paint::text(flow.cut_top(look().line_px(Type::SmallStrong)), Type::SmallStrong, palette().quiet,
                for_whom(flow.width));
    paint::paragraph(flow, Type::Body, palette().text, notes);
}

// With large letters they scroll.
void draw_notes(const Rect& room, const std::string& notes) {
    float width = room.width;
    // Beside the mark of how far down one is.
    if (notes_height(notes, width) > room.height) width -= px(space::medium);
    const float content = notes_height(notes, width);
    const Layer::Scrolled scrolled =
        layer().begin_scroll(id_of("notes"), room, Axis::Down, content, 0, {});
    draw_note_words({room.x, room.y - scrolled.offset, width, content}, notes);
    layer().end_scroll();
}

// The step that it is now, within the steps; nothing between two of them.
struct Now {
    std::optional<std::size_t> step;
    float y = 0;
    float height = 0;
};

Now now_of(const std::vector<StepRow>& steps, float width) {
    Now now;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        now.height = step_height(steps[i], width);
        if (steps[i].now) {
            now.step = i;
            return now;
        }
        now.y += now.height;
    }
    return now;
}

float steps_height(const std::vector<StepRow>& steps, float width) {
    float sum = 0;
    for (const StepRow& step : steps)
        sum += step_height(step, width);
    return sum;
}

std::string bell_words(const LessonView& view) {
    return view.fitting.empty() ? std::string{} : view.bell + ". " + view.fitting;
}

void draw_bell_field_in(const Rect& room, const Rect& place, const LessonView& view,
                        LessonState& state, LessonDrawn& drawn) {
    const Rect row{place.x, place.bottom() - look().control_px(), place.width, look().control_px()};
    if (row.common(room).empty()) {
        unseen_bell_field(view, row);
    } else {
        draw_bell_field(place, view, state, drawn);
    }
}

// With large letters all of it is one column, in which the notes follow the step they are for.
void draw_column(const Rect& room, const LessonView& view, LessonState& state, LessonDrawn& drawn) {
    const Palette& p = palette();
    const float width = room.width - px(space::small);  // beside the mark of how far down one is
    const float inner = width - 2 * px(space::large);
    const float gap = px(space::medium);
    const std::string bell = bell_words(view);
    const float notes =
        view.notes.empty() ? 0 : std::ceil(notes_height(view.notes, inner)) + gap + px(6);
    const float bell_tall =
        bell.empty() ? 0 : paint::paragraph_height(Type::Small, bell, inner) + 1 + gap;
    const float field = bell_field_height() + 2 * gap;
    const float steps = steps_height(view.steps, width);
    const float content = steps + notes + bell_tall + field;
    const Now now = now_of(view.steps, width);
    const std::uint32_t id = id_of("steps");
    const Rect reveal{room.x, now.y, width, now.height + notes};
    const Layer::Scrolled scrolled = layer().begin_scroll(
        id, room, Axis::Down, content, now.step.value_or(view.steps.size()) + 1, reveal);
    Rect flow{room.x, room.y - scrolled.offset, width, content};
    const auto draw_notes_here = [&] {
        Rect place = flow.cut_top(notes);
        if (notes == 0) return;
        if (now.step) {
            paint::fill(place, p.chosen);
            paint::fill({place.x, place.y, std::max(3.0F, px(4)), place.height}, p.accent);
        }
        place.cut_top(px(6));
        draw_note_words(place.inset(px(space::large), 0), view.notes);
    };
    layer().begin_list(id, Axis::Down);
    for (std::size_t i = 0; i < view.steps.size(); ++i) {
        const StepRow& step = view.steps[i];
        draw_step_in(room, flow.cut_top(step_height(step, width)), step, i, drawn);
        if (now.step == i) draw_notes_here();
    }
    layer().end_list();
    if (!now.step) draw_notes_here();
    layer().begin_area(Area::Place);
    flow = flow.inset(px(space::large), 0);
    if (!bell.empty()) {
        flow.cut_top(gap);
        paint::paragraph(flow.cut_top(bell_tall - gap), Type::Small, p.text, bell);
    }
    flow.cut_top(gap);
    draw_bell_field_in(room, flow.cut_top(bell_field_height()), view, state, drawn);
    layer().end_scroll();
}

}  // namespace

void draw_steps(const Rect& place, const LessonView& view, LessonState& state, LessonDrawn& drawn) {
    const Palette& p = palette();
    paint::fill(place, p.surface);
    layer().begin_area(Area::Modules);
    if (large_letters()) {
        draw_column(place, view, state, drawn);
        return;
    }
    Rect room = place;
    Rect foot = room.cut_bottom(bell_field_height() + px(space::large) + px(space::medium));
    foot = foot.inset(px(space::large), 0);
    foot.cut_top(px(space::medium));
    foot.cut_bottom(px(space::large));
    const float inner = room.width - 2 * px(space::large);
    if (const std::string words = bell_words(view); !words.empty()) {
        const float tall = paint::paragraph_height(Type::Small, words, inner, 4);
        paint::paragraph(room.cut_bottom(tall + 1).inset(px(space::large), 0), Type::Small, p.text,
                         words, 4);
    }
    const float content = steps_height(view.steps, room.width);
    if (!view.notes.empty()) {
        const float part = room.height < look().em_px(Type::Body) * 16 ? 0.55F : 0.4F;
        const float spare = std::max(room.height - content, room.height * part);
        const float wanted = notes_height(view.notes, inner) + 2 * px(space::medium);
        Rect notes = room.cut_bottom(std::min(spare, wanted)).inset(px(space::large), 0);
        paint::fill({place.x, notes.y, place.width, 1}, p.line);
        notes.cut_top(px(space::medium));
        draw_notes(notes, view.notes);
    }
    const Now now = now_of(view.steps, room.width);
    const Layer::Scrolled scrolled = layer().begin_scroll(id_of("steps"), room, Axis::Down, content,
                                                          now.step.value_or(view.steps.size()) + 1,
                                                          {room.x, now.y, room.width, now.height});
    layer().begin_list(id_of("steps"), Axis::Down);
    Rect flow{room.x, room.y - scrolled.offset, room.width, content};
    for (std::size_t i = 0; i < view.steps.size(); ++i) {
        const Rect here = flow.cut_top(step_height(view.steps[i], room.width));
        draw_step_in(room, here, view.steps[i], i, drawn);
    }
    layer().end_list();
    layer().end_scroll();
    layer().begin_area(Area::Place);
    draw_bell_field(foot, view, state, drawn);
}

}  // namespace ui
