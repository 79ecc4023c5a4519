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

void draw_bell_field(Rect place, const LessonView& view, LessonState& state, LessonDrawn& drawn) {
    paint::text(place.cut_top(look().line_px(Type::SmallStrong)), Type::SmallStrong,
                palette().quiet, _("Fit to the bell"));
    place.cut_top(px(space::hair));
    const std::string_view said = _("Minutes to the bell, pupils, headsets");
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

// The steps scroll below what is said of the plan; with large letters all of it does.
void draw_plan(Rect room, const PlanRow& plan, const std::vector<StepRow>& steps,
               std::size_t number) {
    const Palette& p = palette();
    const auto outline = [&](std::size_t rows) {
        return look().line_px(Type::SmallStrong) + px(space::hair) +
               outline_row_height() * static_cast<float>(rows);
    };
    const float least = outline(std::min<std::size_t>(steps.size(), 3));
    const float inner = room.width - px(space::medium);
    const bool scrolls = plan_height(plan, room.width) + least > room.height;
    if (scrolls) {
        const float content = plan_height(plan, inner) + outline(steps.size());
        const Layer::Scrolled scrolled =
            layer().begin_scroll(id_of("plan about"), room, Axis::Down, content, number + 1, {});
        room = {room.x, room.y - scrolled.offset, inner, content};
    }
    const float title = paint::paragraph_height(Type::Title, plan.title, room.width, 2);
    paint::paragraph(room.cut_top(title + 1), Type::Title, p.text, plan.title, 2);
    // Nobody starts a lesson without having seen what is sensitive in it; the time is in the row of
    // the plan as well.
    if (scrolls) draw_said(room, _("Please note"), plan.note);
    paint::text(room.cut_top(look().line_px(Type::Lead)), Type::Lead, p.accent, plan.time);
    room.cut_top(px(space::medium));
    if (!scrolls) draw_said(room, _("Please note"), plan.note);
    const float about = paint::paragraph_height(Type::Body, plan.about, room.width);
    paint::paragraph(room.cut_top(about + 1), Type::Body, p.text, plan.about);
    room.cut_top(px(space::large));
    draw_said(room, _("You need"), plan.needs);
    draw_said(room, _("What it is for"), plan.areas);
    draw_outline(room, steps, number);
    if (scrolls) layer().end_scroll();
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

    const PlanRow& plan = view.plans[state.chosen];
    room = room.inset(px(space::huge), px(space::huge));
    layer().begin_area(Area::Place);
    const ButtonSpec start{.id = "start lesson",
                           .label = _("Start this lesson"),
                           .icon = Icon::Play,
                           .command = "lesson",
                           .style = ButtonStyle::Accent};
    Rect foot = room.cut_bottom(look().control_px());
    room.cut_bottom(px(space::medium));
    const bool fits_beside =
        button_width(start) + px(space::large) + paint::text_width(Type::Body, view.fitting) <=
        foot.width;
    if (!fits_beside) {
        const float tall = paint::paragraph_height(Type::Small, view.fitting, room.width, 2);
        paint::paragraph(room.cut_bottom(tall + 1), Type::Small, p.text, view.fitting, 2);
        room.cut_bottom(px(space::small));
    }
    draw_bell_field(room.cut_bottom(bell_field_height()), view, state, drawn);
    room.cut_bottom(px(space::large));
    if (button(foot.cut_left(std::min(foot.width, button_width(start))), start)) {
        drawn.lesson.push_back(StartLesson{state.chosen});
    }
    foot.cut_left(px(space::large));
    if (fits_beside) paint::text(foot, Type::Body, p.text, view.fitting);
    draw_plan(room, plan, view.steps, state.chosen);
}

}  // namespace ui
