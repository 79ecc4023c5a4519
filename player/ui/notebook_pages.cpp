// The pages of the notebook beside the pins. What is asked is never right or wrong, and the people
// on the film come before oneself.
#include <cmath>

#include "catalogue/words.h"
#include "player/ui/notebook_parts.h"

namespace ui {

namespace {

using catalogue::NoteKind;

void heading(Column& column, std::string_view words) {
    column.words(Type::BodyStrong, palette().text, words);
    column.gap(px(space::hair));
}

void draw_list(Column& column, const std::vector<NoteView>& notes, const NoteField& field,
               NotebookState& state, NotebookDrawn& drawn) {
    for (const NoteView& note : notes) {
        note_field(column, note, field, state.writing, drawn.notes);
        column.gap(px(space::small));
    }
}

void draw_reflections(Column& column, const NotebookView& view, NotebookState& state,
                      NotebookDrawn& drawn) {
    struct Row {
        const std::vector<NoteView>& notes;
        NoteField field;
    };
    for (const Row& row :
         {Row{view.noticed,
              {NoteKind::Noticed, _("What did I notice?"),
               _("What somebody said or did, before what you think of it"), 3}},
          Row{view.touches,
              {NoteKind::Touches, _("How does it touch me?"),
               _("What you know from your own life, or what is quite different there"), 3}},
          Row{view.next,
              {NoteKind::Next, _("What would I ask or do next?"),
               _("Somebody to ask, something to look up or to try"), 3}}}) {
        heading(column, row.field.name);
        draw_list(column, row.notes, row.field, state, drawn);
        column.gap(px(space::small));
    }
    heading(column, _("Whose notebook this is"));
    const Written written = writing_field(column.take(writing_height("", column.width, 1)),
                                          {.id = "initials",
                                           .name = _("Initials of one or two, or nothing"),
                                           .hint = _("Initials of one or two, or nothing"),
                                           .text = view.initials,
                                           .most_bytes = 4 * catalogue::most_initials,
                                           .one_line = true},
                                          state.writing);
    if (written.text) drawn.notes.push_back(SetInitials{*written.text});
}

void draw_guesses_page(Column& column, const NotebookView& view, NotebookState& state,
                       NotebookDrawn& drawn) {
    column.words(
        Type::Body, palette().quiet,
        _("Guess before you listen, and write what was different after. Nobody says whether "
          "a guess was right: what surprised you is what counts."));
    column.gap(px(space::medium));
    heading(column, _("Before: I guess that \u2026"));
    draw_list(column, view.guesses,
              {NoteKind::Guess, _("A guess"), _("What will somebody say?"), 1}, state, drawn);
    column.gap(px(space::medium));
    heading(column, _("After: it surprised me that \u2026"));
    draw_list(column, view.surprises,
              {NoteKind::Surprise, _("A surprise"), _("What did you not expect?"), 1}, state,
              drawn);
}

void draw_questions_page(Column& column, const NotebookView& view, NotebookState& state,
                         NotebookDrawn& drawn) {
    column.words(Type::Body, palette().quiet,
                 _("What would you ask them? Take these to somebody who does such work, to an "
                   "adviser, or home."));
    column.gap(px(space::medium));
    draw_list(column, view.questions,
              {NoteKind::Ask, _("A question to ask"), _("A question to ask"), 1}, state, drawn);
}

// Those who lie side by side, each with a name below.
void draw_tiles(Column& column, const NotebookView& view) {
    const float gap = px(space::small);
    const float least = px(112);
    const float most = std::max(3.0F, std::floor((column.width + gap) / (least + gap)));
    const auto lying = static_cast<float>(std::ranges::count_if(view.pins, &PinView::on_board));
    const float across = std::clamp(lying, 3.0F, most);
    const float width = std::floor((column.width + gap) / across - gap);
    const float tall = std::round(width * 9 / 16);
    const float line = look().line_px(Type::Small);
    float x = column.x;
    bool any = false;
    for (const PinView& pin : view.pins) {
        if (!pin.on_board) continue;
        if (x + width > column.x + column.width + 1) {
            x = column.x;
            column.gap(tall + 2 * line + gap);
        }
        any = true;
        const Rect place{x, column.y, width, tall};
        paint::fill(place, palette().pressed);
        if (pin.image != 0 && pin.playable())
            paint::picture(place, pin.image, place.width / place.height);
        paint::text({x, column.y + tall, width, line}, Type::SmallStrong, palette().text, pin.who);
        paint::text({x, column.y + tall + line, width, line}, Type::Small, palette().quiet,
                    pin.question);
        x += width + gap;
    }
    if (any) column.gap(tall + 2 * line + gap);
}

bool nothing_written(const std::vector<NoteView>& notes) {
    return std::ranges::all_of(notes, [](const NoteView& note) { return note.text.empty(); });
}

void draw_board(Column& column, const NotebookView& view, NotebookState& state,
                NotebookDrawn& drawn) {
    const std::size_t people = view.people_on_board;
    const std::size_t wanted = catalogue::board_asks_from;
    column.words(
        Type::Body, palette().quiet,
        _("Lay what different people say side by side: the button at each pin puts it here."));
    column.gap(px(space::small));
    draw_tiles(column, view);
    column.words(Type::Body, palette().text,
                 people >= wanted
                     ? plural("{} person is side by side.", "{} people are side by side.", people)
                     : _("People side by side: {} of at least {}.", people, wanted));
    column.gap(px(space::medium));
    heading(column, _("What do they share?"));
    draw_list(column, view.alike,
              {NoteKind::Alike, _("What do they share?"), _("They all \u2026"), 2}, state, drawn);
    column.gap(px(space::medium));
    heading(column, _("Where do they differ?"));
    draw_list(column, view.apart,
              {NoteKind::Apart, _("Where do they differ?"), _("One \u2026, another \u2026"), 2},
              state, drawn);
    column.gap(px(space::medium));
    // What was written stays to be seen, whatever lies on the board now.
    if (!view.asks_about_oneself && nothing_written(view.myself)) return;
    heading(column, _("And you? Only if you like."));
    draw_list(column, view.myself,
              {NoteKind::Myself, _("And you? Only if you like."), _("This may stay empty"), 2},
              state, drawn);
}

}  // namespace

void draw_notebook_page(const Rect& place, const NotebookView& view, NotebookState& state,
                        NotebookDrawn& drawn) {
    layer().begin_area(Area::Questions);
    const Rect room = place.inset(px(space::large), px(space::small));
    // Each page remembers for itself how far down one is.
    const std::uint32_t id = id_of("page", static_cast<std::size_t>(state.page));
    const Layer::Scrolled scrolled =
        layer().begin_scroll(id, room, Axis::Down, state.page_px, 0, {});
    Column column{room.x, room.y - scrolled.offset, room.width - px(space::medium)};
    switch (state.page) {
        case NotebookPage::Pins:
            break;
        case NotebookPage::Reflections:
            draw_reflections(column, view, state, drawn);
            break;
        case NotebookPage::Guesses:
            draw_guesses_page(column, view, state, drawn);
            break;
        case NotebookPage::Questions:
            draw_questions_page(column, view, state, drawn);
            break;
        case NotebookPage::Board:
            draw_board(column, view, state, drawn);
            break;
    }
    column.gap(px(space::large));
    state.page_px = column.y - (room.y - scrolled.offset);
    layer().end_scroll();
}

}  // namespace ui
