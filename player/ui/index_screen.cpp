#include "player/ui/index_view.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "player/ui/controls.h"
#include "player/ui/index_parts.h"
#include "player/ui/screen_frame.h"
#include "player/ui/text.h"

namespace ui {

namespace {

constexpr float least_above = 140;  // the lanes

// Buttons from the left; what does not fit with its words is drawn as an icon alone.
void draw_buttons(Rect row, std::vector<ButtonSpec> specs, IndexDrawn& drawn) {
    const float gap = px(space::small);
    drop_words(specs, row.width + gap);
    for (const ButtonSpec& spec : specs) {
        const Rect place = row.cut_left(button_width(spec));
        row.cut_left(gap);
        if (button(place, spec)) drawn.asked.push_back(Command{std::string{spec.command}});
    }
}

void draw_bar(Rect& room, const IndexView& view, IndexDrawn& drawn) {
    std::array buttons{
        ButtonSpec{.id = "undo",
                   .label = _("Undo"),
                   .icon = Icon::Again,
                   .command = "undo",
                   .words_last = true,
                   .enabled = view.can_undo && !view.no_film},
        ButtonSpec{.id = "redo",
                   .label = _("Redo"),
                   .icon = Icon::Reshuffle,
                   .command = "redo",
                   .enabled = view.can_redo && !view.no_film},
        ButtonSpec{
            .id = "see it", .label = _("See it"), .icon = Icon::Play, .command = "stage_screen"},
        screen_help_button()};
    const std::string beside =
        view.safety_alerts ? view.film : view.safety + " \u00B7 " + view.film;
    const auto pressed = draw_screen_bar(room, {Icon::Questions, view.title, beside}, buttons);
    if (pressed) drawn.asked.push_back(Command{std::string{buttons[*pressed].command}});
}

// Where marks are not where they belong, and, when the index is somebody else's by now, which one
// is to count: that is the author's to say.
void draw_alert(Rect& room, float least, const IndexView& view, IndexDrawn& drawn) {
    const Palette& p = palette();
    constexpr int most_lines = 4;
    const float pad = px(space::hair);
    const ButtonSpec keep{.id = "keep marks",
                          .label = _("Let mine count, keep theirs beside it"),
                          .icon = Icon::Check,
                          .command = "keep_marks"};
    float words_px = room.width - 2 * px(space::large);
    const bool one_line = button_width(keep) <= words_px * 0.4F;
    const float keep_px = one_line ? button_width(keep) : button_width_in_two_lines(keep);
    if (view.others_changed) words_px -= keep_px + px(space::large);
    const bool large = paint::text_width(Type::BodyStrong, view.safety) <= words_px;
    const Type type = large ? Type::BodyStrong : Type::SmallStrong;
    const float height = paint::paragraph_height(type, view.safety, words_px, most_lines);
    const Rect bar = room.cut_top(std::max(least, height + 2 * pad));
    paint::fill(bar, p.raised);
    Rect row = bar.inset(px(space::large), pad);
    if (view.others_changed) {
        const float tall = one_line ? look().control_px() : least - 2 * pad;
        const Rect place = row.cut_right(keep_px).centred(keep_px, tall);
        if (button(place, keep)) drawn.asked.push_back(Command{"keep_marks"});
    }
    paint::paragraph(row.centred(words_px, height + 1), type, p.alert, view.safety, most_lines);
}

// What the keys would do, at the left; what is heard or proposed, at the right. Both are whole: in
// as many lines as that takes.
struct WordsLayout {
    float left_px = 0;
    float right_px = 0;
    float left_height = 0;
    float right_height = 0;
    Type right = Type::Body;
    float height = 0;
};

const std::string& heard_or_proposed(const IndexView& view) {
    return view.listening.empty() ? view.proposal : view.listening;
}

WordsLayout layout_words(const IndexView& view, float width, bool little_room) {
    const std::string& beside = heard_or_proposed(view);
    const float gap = beside.empty() ? 0 : px(space::large);
    const float now = std::ceil(paint::text_width(Type::BodyStrong, view.now)) + 1;
    const float wanted = std::ceil(paint::text_width(Type::Body, beside)) + 1;
    WordsLayout layout;
    layout.right_px =
        beside.empty() ? 0 : std::min(wanted, std::max(width * 0.45F, width - now - gap));
    layout.left_px = width - layout.right_px - gap;
    layout.right = wanted <= layout.right_px ? Type::Body : Type::Small;
    layout.left_height = paint::paragraph_height(Type::BodyStrong, view.now, layout.left_px, 3);
    layout.right_height = paint::paragraph_height(layout.right, beside, layout.right_px, 3);
    // The film keeps its size while the sentences change.
    const float least = little_room ? 2 * paint::leading(Type::Small) : look().line_px(Type::Body);
    layout.height = std::max({least, layout.left_height, layout.right_height}) +
                    px(little_room ? space::hair : space::small);
    return layout;
}

void draw_words(const Rect& place, const IndexView& view, const WordsLayout& layout) {
    const Palette& p = palette();
    Rect row = place.inset(px(space::large), 0);
    const Rect right = row.cut_right(layout.right_px);
    row.width = layout.left_px;
    paint::paragraph(row.centred(row.width, layout.left_height + 1), Type::BodyStrong, p.text,
                     view.now, 3);
    const bool one_line = layout.right == Type::Body;
    paint::paragraph(right.centred(right.width, layout.right_height + 1), layout.right, p.quiet,
                     heard_or_proposed(view), 3,
                     one_line ? paint::Align::End : paint::Align::Start);
}

void draw_deeds(const Rect& place, const IndexView& view, IndexDrawn& drawn) {
    layer().begin_area(Area::Ways);
    // Without a film there is nothing to mark.
    const bool film = !view.no_film;
    const auto to_do = [film](bool now) {
        return film && now ? ButtonStyle::Accent : ButtonStyle::Plain;
    };
    draw_buttons(place.inset(px(space::large), px(space::small)),
                 {{.id = "play",
                   .label = view.playing ? _("Pause") : _("Play"),
                   .icon = view.playing ? Icon::Pause : Icon::Play,
                   .command = "play_pause",
                   .enabled = film},
                  {.id = "in",
                   .label = _("Begins here"),
                   .icon = Icon::ChevronRight,
                   .command = "mark_in",
                   .style = to_do(!view.begun_s),
                   .words_last = !view.begun_s,
                   .enabled = film},
                  {.id = "out",
                   .label = _("Ends here"),
                   .icon = Icon::ChevronLeft,
                   .command = "mark_out",
                   .style = to_do(view.begun_s.has_value()),
                   .words_last = view.begun_s.has_value(),
                   .enabled = film},
                  {.id = "next proposal",
                   .label = _("Next proposal"),
                   .icon = Icon::Next,
                   .command = "next",
                   .enabled = film && !view.proposals.empty()},
                  {.id = "take proposal",
                   .label = _("Take it"),
                   .icon = Icon::Check,
                   .command = "take_proposal",
                   .enabled = film && view.proposal_chosen},
                  {.id = "join proposal",
                   .label = _("Goes on"),
                   .icon = Icon::Hang,
                   .command = "join_proposal",
                   .enabled = film && (view.answer_chosen ||
                                       (view.proposal_chosen && !view.blocks.empty()))},
                  {.id = "split",
                   .label = _("Divide here"),
                   .icon = Icon::OtherPath,
                   .command = "split_answer",
                   .enabled = film && !view.blocks.empty()},
                  {.id = "remove",
                   .label = _("Take away"),
                   .icon = Icon::Bin,
                   .command = "remove_answer",
                   .enabled = film && (view.answer_chosen || view.begun_s)}},
                 drawn);
}

}  // namespace

void draw_index_questions(const Rect& place, const IndexView& view, IndexDrawn& drawn) {
    const Palette& p = palette();
    layer().begin_area(Area::Questions);
    paint::fill(place, p.surface);
    Rect room = place;
    const float inner = room.width - 2 * px(space::medium);
    const bool one_line = paint::text_width(Type::BodyStrong, view.summary) <= inner;
    const float said = one_line
                           ? look().line_px(Type::BodyStrong)
                           : paint::paragraph_height(Type::SmallStrong, view.summary, inner, 2);
    const float around = px(one_line ? space::medium : space::hair);
    const Rect head = room.cut_top(said + around).inset(px(space::medium), 0);
    if (one_line) {
        paint::text(head, Type::BodyStrong, p.text, view.summary);
    } else {
        paint::paragraph(head.centred(inner, said), Type::SmallStrong, p.text, view.summary, 2);
    }
    if (view.questions.empty()) {
        const std::string_view what =
            _("This module has no questions yet: add them to its file module.yaml.");
        const float content = paint::paragraph_height(Type::Body, what, inner) + 1;
        const Layer::Scrolled scrolled =
            layer().begin_scroll(id_of("no questions"), room, Axis::Down, content, 0, {});
        paint::paragraph({head.x, room.y - scrolled.offset, inner, content}, Type::Body, p.quiet,
                         what);
        layer().end_scroll();
        return;
    }
    const float height = look().line_px(Type::Body) + look().line_px(Type::Small) + px(8);
    // Whole rows: half a one looks like a mistake.
    if (room.height > height) room.height = std::floor(room.height / height) * height;
    const auto chosen = std::find_if(view.questions.begin(), view.questions.end(),
                                     [](const IndexQuestion& one) { return one.chosen; });
    const auto current = static_cast<std::size_t>(chosen - view.questions.begin());
    const Rect reveal{0, height * static_cast<float>(current % view.questions.size()), room.width,
                      height};
    const std::uint32_t scroll = id_of("index questions");
    const Layer::Scrolled scrolled =
        layer().begin_scroll(scroll, room, Axis::Down,
                             height * static_cast<float>(view.questions.size()), current, reveal);
    layer().begin_list(scroll, Axis::Down);
    float y = room.y - std::round(scrolled.offset / height) * height;
    const float number_px = std::ceil(paint::text_width(Type::BodyStrong, "00"));
    for (std::size_t i = 0; i < view.questions.size(); ++i) {
        const IndexQuestion& one = view.questions[i];
        const Rect at{room.x, y, room.width, height};
        y += height;
        const ControlSpec spec{.id = id_of("index question", i),
                               .role = Role::ListItem,
                               .name = one.name,
                               .value = one.where,
                               .place = at,
                               .chosen = one.chosen,
                               .tooltip = one.name};
        if (at.common(room).empty()) {
            layer().unseen(spec);
            continue;
        }
        const Touch touch = layer().control(spec);
        if (one.chosen) {
            paint::fill(at, p.chosen);
            paint::fill({at.x, at.y, std::max(3.0F, px(4)), at.height}, p.accent);
        } else if (touch.hovered || touch.held) {
            paint::fill(at, touch.held ? p.pressed : p.hover);
        }
        Rect row = at.inset(px(space::medium), px(4));
        const Rect number = row.cut_left(number_px);
        row.cut_left(px(space::small));
        const Rect mark = row.cut_left(px(size_of(IconSize::Small)));
        row.cut_left(px(space::small));
        Rect words = row;
        const Rect first = words.cut_top(look().line_px(Type::Body));
        paint::text({number.x, first.y, number.width, first.height}, Type::BodyStrong,
                    one.can_assign ? p.text : p.faint, one.number, paint::Align::End);
        if (one.marked) {
            paint::icon(mark.middle_x(), mark.middle_y(), Icon::Check, IconSize::Small, p.quiet);
        } else {
            paint::theme_marker(mark.middle_x(), mark.middle_y(), px(13), one.theme);
        }
        paint::text(first, Type::Body, one.can_assign ? p.text : p.faint, one.name);
        paint::text(words, Type::Small, one.can_assign ? p.quiet : p.faint, one.where);
        if (touch.focused) layer().ring(at.inset(px(5)));
        if (touch.clicked) drawn.question = i;
    }
    layer().end_list();
    layer().end_scroll();
}

IndexDrawn index_screen(const IndexView& view, const catalogue::KeyTable& keys, UiState& ui) {
    IndexDrawn drawn;
    begin_screen("index", keys, false);
    Rect room = whole_display();
    draw_bar(room, view, drawn);
    const float bar = look().control_px() + 2 * px(space::small);
    if (view.safety_alerts) draw_alert(room, bar, view, drawn);
    const Rect deeds = room.cut_bottom(bar);
    const bool little_room = room.height - index_lanes_px() < px(least_above);
    const WordsLayout said = layout_words(view, room.width - 2 * px(space::large), little_room);
    const Rect words = room.cut_bottom(said.height);
    paint::fill(deeds, palette().surface);
    paint::fill(words, palette().surface);
    const float questions_px = std::min(look().em_px(Type::Body) * 19, room.width * 0.4F);
    Rect questions;
    // With large letters the questions have all the height, and the waveform gives way to the film.
    if (little_room) questions = room.cut_right(questions_px);
    Rect lanes;
    if (!view.no_film) {
        lanes = room.cut_bottom(
            std::clamp(room.height - px(least_above), least_index_lanes_px(), index_lanes_px()));
    }
    if (!little_room) questions = room.cut_right(questions_px);
    drawn.film = {room.x, room.y, room.width, room.height, 0, 0};
    if (view.no_film) {
        // Words are not read over what may be left of a picture.
        paint::fill(room, palette().backdrop);
        draw_nothing_here(room, Icon::Play, view.no_film->what, view.no_film->hint);
    }
    draw_index_questions(questions, view, drawn);
    if (!view.no_film) draw_index_lanes(lanes, view, drawn);
    draw_words(words, view, said);
    draw_deeds(deeds, view, drawn);
    if (view.toast) draw_toast(room, *view.toast);
    end_screen(keys, ui, false);
    return drawn;
}

}  // namespace ui
