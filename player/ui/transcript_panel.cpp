#include <algorithm>
#include <cmath>
#include <utility>

#include "player/ui/controls.h"
#include "player/ui/stage_parts.h"
#include "player/ui/text.h"

namespace ui {

namespace {

// What is kept in sight, as one number: of another answer, or for another reason, it is another.
std::uint64_t key_of(lessons::Cell cell, bool hit, std::size_t line) {
    const auto person = static_cast<std::uint64_t>(cell.person + 1);
    const auto question = static_cast<std::uint64_t>(cell.question + 1);
    return person << 48 | question << 32 | std::uint64_t{hit} << 31 | line;
}

std::string searched_for(const std::string& typed) {
    std::string words = folded(clean_line(typed));
    while (!words.empty() && words.back() == ' ')
        words.pop_back();
    words.erase(0, std::min(words.find_first_not_of(' '), words.size()));
    return words;
}

bool is_hit(const TranscriptLine& line, const std::string& searched) {
    return !searched.empty() && folded(line.text).find(searched) != std::string::npos;
}

// Marks what is searched for in one drawn line of words.
void mark_hits(const Rect& place, Type type, std::string_view words, const std::string& searched) {
    for (std::size_t from = 0; from < words.size();) {
        std::size_t to = from;
        if (folded(words.substr(from)).starts_with(searched)) {
            while (to < words.size() &&
                   folded(words.substr(from, to - from)).size() < searched.size())
                next_code_point(words, to);
            const float left = paint::text_width(type, words.substr(0, from));
            const float width = paint::text_width(type, words.substr(from, to - from));
            paint::fill({place.x + left, place.bottom() - std::max(2.0F, px(3)), width,
                         std::max(2.0F, px(3))},
                        palette().accent);
            from = to;
        } else {
            next_code_point(words, from);
        }
    }
}

// Which line is being said; the first one before anything is.
std::size_t line_at(const std::vector<TranscriptLine>& lines, double position_s) {
    constexpr double within_a_picture = 0.05;
    std::size_t current = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!lines[i].describes && lines[i].from_s <= position_s + within_a_picture) current = i;
    }
    return current;
}

// Where every line stands in the flow.
struct Flow {
    struct Row {
        float y = 0;
        float height = 0;
        bool named = false;  // the speaker stands above it
    };
    std::vector<Row> rows;
    float height = 0;
};

Flow flow_of(const std::vector<TranscriptLine>& lines, float text_width) {
    Flow flow;
    const float pad = px(space::small);
    std::string speaker;
    for (const TranscriptLine& line : lines) {
        Flow::Row row;
        row.y = flow.height;
        row.named = line.describes || (!line.speaker.empty() && line.speaker != speaker);
        if (!line.describes) speaker = line.speaker;
        row.height = paint::paragraph_height(Type::Body, line.text, text_width) + pad;
        if (row.named) row.height += look().line_px(Type::SmallStrong) + px(space::hair);
        row.height = std::max(std::ceil(row.height), smallest_control_px);
        flow.height += row.height;
        flow.rows.push_back(row);
    }
    flow.height += px(space::medium);
    return flow;
}

Touch draw_line(const Rect& place, const TranscriptLine& line, bool named, bool current, bool hit,
                const std::string& searched, std::size_t number) {
    const Palette& p = palette();
    const std::string who = line.describes ? _("Description") : line.speaker;
    const Touch touch = layer().control({.id = id_of("transcript line", number),
                                         .role = Role::ListItem,
                                         .name = line.text,
                                         .value = clock_text(line.from_s),
                                         .place = place,
                                         .chosen = current});
    if (current || touch.hovered || touch.held) {
        paint::fill(place, current ? p.chosen : touch.held ? p.pressed : p.hover);
    }
    if (current) paint::fill({place.x, place.y, std::max(3.0F, px(4)), place.height}, p.accent);
    Rect room = place.inset(px(space::medium), px(space::small) / 2);
    if (named) {
        const Rect name = room.cut_top(look().line_px(Type::SmallStrong) + px(space::hair));
        paint::text(name, Type::SmallStrong, line.describes ? p.quiet : p.accent, who);
    }
    if (hit) {
        const float leading = paint::leading(Type::Body);
        const float height = look().line_px(Type::Body);
        float y = room.y;
        for (const std::string& words : paint::wrapped(Type::Body, line.text, room.width)) {
            mark_hits({room.x, y, room.width, height}, Type::Body, words, searched);
            y += leading;
        }
    }
    paint::paragraph(room, Type::Body, line.describes ? p.quiet : p.text, line.text);
    if (touch.focused) layer().ring(place.inset(px(5)));
    return touch;
}

std::string_view absence_of(TranscriptView::State state) {
    switch (state) {
        case TranscriptView::State::Ready:
            return "";
        case TranscriptView::State::Reading:
            return _("Reading the captions \u2026");
        case TranscriptView::State::NoAnswer:
            return _("There is no answer here to read.");
        case TranscriptView::State::NoCaptions:
            return _("No captions yet: ask the author. A transcript is made of them.");
        case TranscriptView::State::NothingSaid:
            return _("The captions have no words for this answer.");
    }
    return "";
}

// Said once, above the words: a machine mishears names most of all.
void draw_who_wrote(Rect& room) {
    const std::string_view words = _("Heard by a machine, not checked: words may be wrong");
    const float width = room.width - 2 * px(space::medium);
    const float tall = paint::paragraph_height(Type::Small, words, width, 3);
    paint::paragraph(room.cut_top(tall + px(space::small)).inset(px(space::medium), 0), Type::Small,
                     palette().quiet, words, 3);
}

// The field, and below it how much was found. Enter goes on to the next hit.
void draw_search(Rect& room, const std::vector<std::size_t>& hits, TranscriptState& state) {
    const Rect field = room.cut_top(look().control_px()).inset(px(space::medium), 0);
    const FieldEdit edit =
        text_field(field, "transcript search", _("Search the transcript"), _("Search this answer"),
                   state.typed, std::exchange(state.keep_typing, false));
    if (edit.changed) state.hit.reset();
    state.keep_typing = edit.entered;
    if (edit.entered && !hits.empty()) {
        const auto next = state.hit ? std::upper_bound(hits.begin(), hits.end(), *state.hit)
                                    : std::lower_bound(hits.begin(), hits.end(), state.followed);
        state.hit = next == hits.end() ? hits.front() : *next;
    }
    if (searched_for(state.typed).empty()) {
        room.cut_top(px(space::small));
        return;
    }
    std::string words = _("Not said in this answer");
    if (state.hit && !hits.empty()) {
        const auto at = std::lower_bound(hits.begin(), hits.end(), *state.hit) - hits.begin();
        words = _("{} of {} found", at + 1, hits.size());
    } else if (!hits.empty()) {
        words = _("{} found: Enter goes there", hits.size());
    }
    const float width = room.width - 2 * px(space::medium);
    const float tall = paint::paragraph_height(Type::Small, words, width, 2);
    const Rect line = room.cut_top(tall + px(space::small));
    paint::paragraph(line.inset(px(space::medium), px(space::hair)), Type::Small, palette().quiet,
                     words, 2);
}

}  // namespace

void draw_transcript(const Rect& place, const StageView& view, UiState& ui_state, Actions& asked) {
    const Palette& p = palette();
    TranscriptState& state = ui_state.transcript;
    const std::vector<TranscriptLine>& lines = view.transcript.lines;
    layer().begin_area(Area::Transcript);
    paint::fill(place, p.surface);
    Rect room = place;
    Rect head = room.cut_top(look().control_px() + px(space::small)).inset(px(space::medium), 0);
    const Rect close = head.cut_right(look().control_px());
    paint::text(head, Type::BodyStrong, p.text, _("Transcript"));
    if (button(close.centred(close.width, look().control_px()), {.id = "close transcript",
                                                                 .label = _("Close the transcript"),
                                                                 .icon = Icon::Close,
                                                                 .command = "transcript",
                                                                 .style = ButtonStyle::Quiet,
                                                                 .words = false})) {
        asked.push_back(Command{"transcript"});
    }
    const std::size_t current = line_at(lines, view.transport.position_s);
    const bool another = state.cell != view.cell;
    if (another || state.followed >= lines.size()) {
        state.cell = view.cell;
        state.hit.reset();
        state.followed = current;
    }
    if (view.transcript.state != TranscriptView::State::Ready) {
        paint::paragraph(room.inset(px(space::medium), px(space::small)), Type::Body, p.quiet,
                         absence_of(view.transcript.state));
        return;
    }
    if (view.transcript.by_machine) draw_who_wrote(room);
    const std::string searched = searched_for(state.typed);
    std::vector<std::size_t> hits;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (is_hit(lines[i], searched)) hits.push_back(i);
    }
    draw_search(room, hits, state);
    if (state.hit && !std::binary_search(hits.begin(), hits.end(), *state.hit)) state.hit.reset();

    room.cut_top(px(space::hair));
    paint::fill(room.cut_top(std::max(1.0F, std::floor(look().scale))), p.line);
    const Flow flow = flow_of(lines, room.width - 2 * px(space::medium));
    const std::size_t kept = state.hit.value_or(state.followed);
    const Flow::Row& in_sight = flow.rows[kept];
    const std::uint64_t key = key_of(view.cell, state.hit.has_value(), kept);
    const std::uint32_t scroll = id_of("transcript");
    const Layer::Scrolled scrolled = layer().begin_scroll(
        scroll, room, Axis::Down, flow.height, key, {0, in_sight.y, room.width, in_sight.height});
    layer().begin_list(scroll, Axis::Down);
    bool keyboard_inside = false;
    bool followed_seen = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Flow::Row& row = flow.rows[i];
        const Rect at{room.x, room.y - scrolled.offset + row.y, room.width, row.height};
        if (at.common(room).empty()) {
            layer().unseen({.id = id_of("transcript line", i),
                            .role = Role::ListItem,
                            .name = lines[i].text,
                            .place = at,
                            .chosen = i == current});
            continue;
        }
        if (i == state.followed) followed_seen = true;
        const bool hit = std::binary_search(hits.begin(), hits.end(), i);
        const Touch touch = draw_line(at, lines[i], row.named, i == current, hit, searched, i);
        if (state.hit == i) paint::outline(at.inset(px(2)), p.accent, std::max(2.0F, px(2)));
        keyboard_inside = keyboard_inside || touch.focused;
        if (touch.clicked && view.transport.length_s > 0) {
            asked.push_back(SeekTo{lines[i].from_s / view.transport.length_s, false, true});
        }
    }
    layer().end_list();
    layer().end_scroll();
    // It follows what is said, unless somebody has scrolled away from it or reads with the
    // keyboard.
    if (followed_seen && !keyboard_inside && !state.hit) state.followed = current;
}

}  // namespace ui
