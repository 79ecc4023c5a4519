#include <algorithm>
#include <vector>

#include "player/ui/controls.h"
#include "player/ui/stage_parts.h"

namespace ui {

namespace {

const std::string& words_of(const QuestionRow& view) {
    return view.label.empty() ? view.text : view.label;
}

// In one line, or in two where the words need them. The same when it is the current one.
float row_height(const QuestionRow& view, float width_px) {
    const float mark = px(size_of(IconSize::Small));
    const float beside = 2 * px(space::medium) + mark + px(space::small) +
                         (view.sensitive ? mark + px(space::hair) : 0);
    const bool one = paint::text_width(Type::BodyStrong, words_of(view)) <= width_px - beside;
    const float words = one ? look().line_px(Type::Body) : 2 * paint::leading(Type::BodyStrong);
    return std::max({smallest_control_px, px(34), words + px(8)});
}

Touch row(const Rect& place, const QuestionRow& view, bool current, std::size_t number) {
    const Palette& p = palette();
    const bool playable = view.state == catalogue::CellState::Playable;
    const std::string says = playable ? (view.heard ? _("heard") : "") : absence_words(view.state);
    std::string tip = view.text;
    if (view.sensitive) tip += std::string{"  ("} + _("may touch somebody closely") + ")";
    const std::string& words = words_of(view);
    const Touch touch = layer().control({.id = id_of("question", number),
                                         .role = Role::ListItem,
                                         .name = words,
                                         .value = says,
                                         .place = place,
                                         .chosen = current,
                                         .tooltip = tip});
    if (current) {
        paint::fill(place, p.accent);
    } else if (touch.hovered || touch.held) {
        paint::fill(place, touch.held ? p.pressed : p.hover);
    }
    const Colour ink = current ? p.on_accent : playable ? p.text : p.faint;
    Rect room = place.inset(px(space::medium), 0);
    const Rect mark = room.cut_left(px(size_of(IconSize::Small)));
    room.cut_left(px(space::small));
    if (!playable) {
        paint::icon(mark.middle_x(), mark.middle_y(),
                    view.state == catalogue::CellState::Empty ? Icon::NoAnswer : Icon::Lock,
                    IconSize::Small, ink);
    } else if (view.heard) {
        paint::icon(mark.middle_x(), mark.middle_y(), Icon::Check, IconSize::Small,
                    current ? p.on_accent : p.quiet);
    }
    if (view.sensitive) {
        const Rect note = room.cut_right(px(size_of(IconSize::Small)));
        paint::icon(note.middle_x(), note.middle_y(), Icon::Sensitive, IconSize::Small,
                    current ? p.on_accent : p.quiet);
        room.cut_right(px(space::hair));
    }
    const Type type = current ? Type::BodyStrong : Type::Body;
    const float tall = paint::paragraph_height(type, words, room.width, 2);
    paint::paragraph(room.centred(room.width, tall), type, ink, words, 2);
    if (touch.focused) layer().ring(place.inset(px(5)));
    return touch;
}

}  // namespace

void draw_questions(const Rect& place, const StageView& view, StageDrawn& drawn) {
    const Palette& p = palette();
    layer().begin_area(Area::Questions);
    paint::fill(place, p.surface);
    Rect room = place;
    Rect head = room.cut_top(look().control_px() + px(space::small)).inset(px(space::medium), 0);
    const Rect close = head.cut_right(look().control_px());
    paint::text(head, Type::BodyStrong, p.text, _("Questions"));
    if (button(close.centred(close.width, look().control_px()), {.id = "close questions",
                                                                 .label = _("Close the questions"),
                                                                 .icon = Icon::Close,
                                                                 .command = "questions",
                                                                 .style = ButtonStyle::Quiet,
                                                                 .words = false})) {
        drawn.asked.push_back(Command{"questions"});
    }
    if (view.questions.empty()) {
        Rect words = room.inset(px(space::medium), 0);
        const std::string_view what = _("This module has no questions yet.");
        paint::paragraph(words.cut_top(paint::paragraph_height(Type::Body, what, words.width)),
                         Type::Body, p.text, what);
        paint::paragraph(words, Type::Body, p.quiet, _("Add them to its file module.yaml."));
        return;
    }
    std::vector<float> heights;
    for (const QuestionRow& question : view.questions)
        heights.push_back(row_height(question, room.width));
    const float heading = look().line_px(Type::SmallStrong) + px(18);
    const auto starts_theme = [&](std::size_t i) {
        return i == 0 || view.questions[i].theme != view.questions[i - 1].theme;
    };
    const auto current = static_cast<std::size_t>(std::max(0, view.cell.question));
    float content = 0;
    Rect reveal;
    for (std::size_t i = 0; i < view.questions.size(); ++i) {
        if (starts_theme(i)) content += heading;
        if (i == current) reveal = {0, content, room.width, heights[i]};
        content += heights[i];
    }
    content += px(space::small);
    const std::uint32_t scroll = id_of("questions");
    const std::uint64_t key = current + 1;
    const Layer::Scrolled scrolled =
        layer().begin_scroll(scroll, room, Axis::Down, content, key, reveal);
    layer().begin_list(scroll, Axis::Down);
    float y = room.y - scrolled.offset;
    for (std::size_t i = 0; i < view.questions.size(); ++i) {
        const QuestionRow& question = view.questions[i];
        if (starts_theme(i)) {
            Rect title{room.x + px(space::medium), y, room.width - 2 * px(space::medium), heading};
            y += heading;
            if (!title.common(room).empty() && question.theme < view.themes.size()) {
                title.cut_top(px(10));
                const float size = px(13);
                const Rect mark = title.cut_left(px(size_of(IconSize::Small)));
                title.cut_left(px(space::small));
                paint::theme_marker(mark.middle_x(), mark.middle_y(), size, question.theme);
                paint::text(title, Type::SmallStrong, p.themes[question.theme % theme_colours],
                            view.themes[question.theme]);
            }
        }
        const Rect at{room.x, y, room.width, heights[i]};
        y += heights[i];
        if (at.common(room).empty()) {
            layer().unseen({.id = id_of("question", i),
                            .role = Role::ListItem,
                            .name = words_of(question),
                            .place = at,
                            .chosen = i == current});
            continue;
        }
        const Touch touch = row(at, question, i == current, i);
        const int number = static_cast<int>(i);
        if (touch.hovered || touch.focused) drawn.resting_on = {view.cell.person, number};
        if (touch.clicked) drawn.asked.push_back(lessons::Input{lessons::ChooseQuestion{number}});
    }
    layer().end_list();
    layer().end_scroll();
}

}  // namespace ui
