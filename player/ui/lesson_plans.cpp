// Choosing a plan.
#include <algorithm>
#include <cmath>
#include <utility>

#include "player/ui/lesson_parts.h"

namespace ui {

namespace {

float row_height() {
    return std::ceil(look().line_px(Type::BodyStrong) + look().line_px(Type::Small) +
                     px(space::large));
}

void draw_row(const Rect& place, const PlanRow& plan, std::size_t number, LessonState& state,
              LessonDrawn& drawn) {
    const Palette& p = palette();
    const bool chosen = number == state.chosen;
    const Touch touch = layer().control({.id = id_of("plan", number),
                                         .role = Role::ListItem,
                                         .name = plan.title,
                                         .value = plan.time,
                                         .place = place,
                                         .chosen = chosen});
    // Enter takes the row that the keyboard is on; a click only chooses it.
    if (touch.clicked && touch.focused && chosen) drawn.lesson.push_back(StartLesson{number});
    if (touch.clicked || touch.focused) state.chosen = number;
    paint::fill(place, chosen ? p.chosen : touch.hovered ? p.hover : p.surface);
    if (chosen) paint::fill({place.x, place.y, std::max(3.0F, px(4)), place.height}, p.accent);
    Rect room = place.inset(px(space::large), px(space::small));
    paint::text(room.cut_top(look().line_px(Type::BodyStrong)), Type::BodyStrong, p.text,
                plan.title);
    paint::text(room, Type::Small, p.quiet, plan.time);
    if (touch.focused) layer().ring(place.inset(px(5)));
}

// A heading, and a paragraph below it; nothing when there are no words.
void draw_said(Rect& room, std::string_view heading, const std::string& words) {
    if (words.empty()) return;
    const float line = look().line_px(Type::SmallStrong);
    const float tall = paint::paragraph_height(Type::Body, words, room.width);
    if (room.height < line + paint::leading(Type::Body)) return;
    paint::text(room.cut_top(line), Type::SmallStrong, palette().quiet, heading);
    paint::paragraph(room.cut_top(tall + 1), Type::Body, palette().text, words);
    room.cut_top(px(space::medium));
}

}  // namespace

float bell_field_height() {
    return look().line_px(Type::SmallStrong) + px(space::hair) + look().control_px();
}

namespace {

const char* bell_field_name() {
    return _("Minutes to the bell, pupils, headsets");
}

}  // namespace

void unseen_bell_field(const LessonView& view, const Rect& row) {
    layer().unseen(
        {.id = id_of("bell"), .role = Role::TextField, .name = bell_field_name(), .place = row});
    if (view.under_way)
        layer().unseen({.id = id_of("fit to the bell"), .name = _("Fit"), .place = row});
}

void draw_bell_field(Rect place, const LessonView& view, LessonState& state, LessonDrawn& drawn) {
    paint::text(place.cut_top(look().line_px(Type::SmallStrong)), Type::SmallStrong,
                palette().quiet, _("Fit to the bell"));
    place.cut_top(px(space::hair));
    const std::string_view said = bell_field_name();
    // Before a lesson what is typed is met at once: the steps beside it show it.
    if (!view.under_way) {
        const FieldEdit edit = text_field(
            place, "bell", said, _("35 minutes, 28 pupils, 12 headsets"), state.bell_text, false);
        if (edit.entered) drawn.lesson.push_back(TellBell{state.bell_text});
        return;
    }
    ButtonSpec spec{.id = "fit to the bell", .label = _("Fit"), .icon = Icon::Check};
    // Rather a picture alone than a field in which nobody sees what they type.
    spec.words = place.width - button_width(spec) > look().em_px(Type::Body) * 7;
    const Rect fit = place.cut_right(button_width(spec));
    place.cut_right(px(space::small));
    const FieldEdit edit =
        text_field(place, "bell", said, _("35 min, 28 pupils"), state.bell_text, false);
    if (button(fit, spec) || edit.entered) drawn.lesson.push_back(TellBell{state.bell_text});
}

namespace {

float outline_row_height() {
    return look().line_px(Type::Body) + px(space::small);
}

// The steps of the chosen plan, with their minutes as the bell leaves them.
void draw_outline(Rect room, const std::vector<StepRow>& steps, std::size_t plan) {
    const Palette& p = palette();
    const float line = look().line_px(Type::SmallStrong);
    const float row = outline_row_height();
    if (steps.empty() || room.height < line + row) return;
    paint::text(room.cut_top(line), Type::SmallStrong, p.quiet, _("What happens"));
    room.cut_top(px(space::hair));
    const float content = row * static_cast<float>(steps.size());
    const Layer::Scrolled scrolled =
        layer().begin_scroll(id_of("outline"), room, Axis::Down, content, plan, {});
    float minutes = 0;
    for (const StepRow& step : steps)
        minutes = std::max(minutes, std::ceil(paint::text_width(Type::Body, step.time)) + 1);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const StepRow& step = steps[i];
        Rect here{room.x, room.y + row * static_cast<float>(i) - scrolled.offset,
                  room.width - px(space::medium), row};
        const Colour ink = step.left_out ? p.quiet : p.text;
        paint::text(here.cut_left(minutes), Type::Body, p.quiet, step.time, paint::Align::End);
        here.cut_left(px(space::medium));
        const float used = paint::text(here, Type::Body, ink, step.title);
        here.cut_left(used + px(space::medium));
        if (here.width > look().em_px(Type::Small) * 6)
            paint::text(here, Type::Small, p.quiet, step.note);
    }
    layer().end_scroll();
}

// Of everything about a plan but its steps.
float plan_height(const PlanRow& plan, float width) {
    float height = paint::paragraph_height(Type::Title, plan.title, width, 2) + 1 +
                   look().line_px(Type::Lead) + px(space::medium) +
                   paint::paragraph_height(Type::Body, plan.about, width) + 1 + px(space::large);
    for (const std::string* words : {&plan.note, &plan.needs, &plan.areas}) {
        if (words->empty()) continue;
        height += look().line_px(Type::SmallStrong) +
                  paint::paragraph_height(Type::Body, *words, width) + 1 + px(space::medium);
    }
    return height;
}

// What the bell leaves of the chosen plan, and the field in which that is typed.
struct BellPart {
    bool fitting = false;  // the sentence stands here, not beside the button
    float height = 0;
};

BellPart bell_part(const LessonView& view, bool fitting, float width) {
    BellPart part{.fitting = fitting && !view.fitting.empty(), .height = bell_field_height()};
    if (part.fitting)
        part.height +=
            px(space::small) + paint::paragraph_height(Type::Small, view.fitting, width) + 1;
    return part;
}

void draw_bell_part(Rect place, const BellPart& part, const Rect& seen, const LessonView& view,
                    LessonState& state, LessonDrawn& drawn) {
    Rect field = place.cut_top(bell_field_height());
    Rect row = field;
    row = row.cut_bottom(look().control_px());
    if (row.common(seen).empty()) {
        unseen_bell_field(view, row);
    } else {
        draw_bell_field(field, view, state, drawn);
    }
    if (!part.fitting) return;
    place.cut_top(px(space::small));
    paint::paragraph(place, Type::Small, palette().text, view.fitting);
}

float outline_height(std::size_t rows) {
    return look().line_px(Type::SmallStrong) + px(space::hair) +
           outline_row_height() * static_cast<float>(rows);
}

// Everything about a plan; its steps scroll where they are too many.
void draw_plan(Rect room, const PlanRow& plan, const LessonView& view, const LessonState& state) {
    const Palette& p = palette();
    const float title = paint::paragraph_height(Type::Title, plan.title, room.width, 2);
    paint::paragraph(room.cut_top(title + 1), Type::Title, p.text, plan.title, 2);
    paint::text(room.cut_top(look().line_px(Type::Lead)), Type::Lead, p.accent, plan.time);
    room.cut_top(px(space::medium));
    draw_said(room, _("Please note"), plan.note);
    const float about = paint::paragraph_height(Type::Body, plan.about, room.width);
    paint::paragraph(room.cut_top(about + 1), Type::Body, p.text, plan.about);
    room.cut_top(px(space::large));
    draw_said(room, _("You need"), plan.needs);
    draw_said(room, _("What it is for"), plan.areas);
    draw_outline(room, view.steps, state.chosen);
}

// With large letters all of it scrolls as one. Nobody starts a lesson without having seen what is
// sensitive in it: that comes first. The time is in the row of the plan as well.
void draw_plan_that_scrolls(const Rect& room, const PlanRow& plan, const LessonView& view,
                            bool fitting, LessonState& state, LessonDrawn& drawn) {
    const Palette& p = palette();
    const float inner = room.width - px(space::medium);
    const BellPart bell = bell_part(view, fitting, inner);
    const float content = plan_height(plan, inner) + bell.height + px(space::large) +
                          outline_height(view.steps.size());
    const Layer::Scrolled scrolled =
        layer().begin_scroll(id_of("plan about"), room, Axis::Down, content, state.chosen + 1, {});
    Rect flow{room.x, room.y - scrolled.offset, inner, content};
    const float title = paint::paragraph_height(Type::Title, plan.title, inner, 2);
    paint::paragraph(flow.cut_top(title + 1), Type::Title, p.text, plan.title, 2);
    draw_said(flow, _("Please note"), plan.note);
    draw_bell_part(flow.cut_top(bell.height), bell, room, view, state, drawn);
    flow.cut_top(px(space::large));
    paint::text(flow.cut_top(look().line_px(Type::Lead)), Type::Lead, p.accent, plan.time);
    flow.cut_top(px(space::medium));
    const float about = paint::paragraph_height(Type::Body, plan.about, inner);
    paint::paragraph(flow.cut_top(about + 1), Type::Body, p.text, plan.about);
    flow.cut_top(px(space::large));
    draw_said(flow, _("You need"), plan.needs);
    draw_said(flow, _("What it is for"), plan.areas);
    draw_outline(flow, view.steps, state.chosen);
    layer().end_scroll();
}

void draw_chosen(Rect room, const LessonView& view, LessonState& state, LessonDrawn& drawn) {
    const PlanRow& plan = view.plans[state.chosen];
    const ButtonSpec start{.id = "start lesson",
                           .label = _("Start this lesson"),
                           .icon = Icon::Play,
                           .command = "lesson",
                           .style = ButtonStyle::Accent};
    Rect foot = room.cut_bottom(look().control_px());
    room.cut_bottom(px(space::medium));
    const bool beside =
        button_width(start) + px(space::large) + paint::text_width(Type::Body, view.fitting) <=
        foot.width;
    const BellPart bell = bell_part(view, !beside, room.width);
    const float least = plan_height(plan, room.width) + px(space::large) + bell.height +
                        outline_height(std::min<std::size_t>(view.steps.size(), 3));
    if (least > room.height) {
        draw_plan_that_scrolls(room, plan, view, !beside, state, drawn);
    } else {
        const Rect at = room.cut_bottom(bell.height);
        draw_bell_part(at, bell, at, view, state, drawn);
        room.cut_bottom(px(space::large));
        draw_plan(room, plan, view, state);
    }
    if (button(foot.cut_left(std::min(foot.width, button_width(start))), start)) {
        drawn.lesson.push_back(StartLesson{state.chosen});
    }
    foot.cut_left(px(space::large));
    if (beside) paint::text(foot, Type::Body, palette().text, view.fitting);
}

}  // namespace

void draw_plans(const Rect& place, const LessonView& view, UiState& ui, LessonState& state,
                LessonDrawn& drawn) {
    const Palette& p = palette();
    Rect room = place;
    if (view.plans.empty()) {
        draw_nothing_here(room, Icon::Talk, _("There are no lesson plans here."),
                          _("Put one into the folder plans of this module, and open it again. Esc "
                            "goes back to the answers: they can be gone through without a plan."));
        return;
    }
    state.chosen = std::min(state.chosen, view.plans.size() - 1);
    const Rect list = room.cut_left(std::round(room.width * 0.4F));
    paint::fill(list, p.surface);
    const float row = row_height();
    const float content = row * static_cast<float>(view.plans.size());
    const float at = row * static_cast<float>(state.chosen);
    layer().begin_area(Area::Modules);
    const Layer::Scrolled scrolled = layer().begin_scroll(
        id_of("plans"), list, Axis::Down, content, state.chosen, {list.x, at, list.width, row});
    layer().begin_list(id_of("plans"), Axis::Down);
    for (std::size_t i = 0; i < view.plans.size(); ++i) {
        const Rect here{list.x, list.y + row * static_cast<float>(i) - scrolled.offset, list.width,
                        row};
        if (here.common(list).empty()) {
            layer().unseen({.id = id_of("plan", i),
                            .role = Role::ListItem,
                            .name = view.plans[i].title,
                            .place = here});
        } else {
            draw_row(here, view.plans[i], i, state, drawn);
        }
    }
    layer().end_list();
    layer().end_scroll();
    if (ui.panel == Panel::None && std::exchange(ui.request_focus, false))
        layer().enter_panel(id_of("plan", state.chosen));

    layer().begin_area(Area::Place);
    const float above = px(large_letters() ? space::medium : space::huge);
    draw_chosen(room.inset(px(space::huge), above), view, state, drawn);
}

}  // namespace ui
