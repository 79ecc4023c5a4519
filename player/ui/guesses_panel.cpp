// What the class thinks somebody does, beside the film; and then what they do.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

#include "player/ui/controls.h"
#include "player/ui/stage_parts.h"
#include "player/ui/text.h"

namespace ui {

namespace {

std::string invitation(const StageView& view) {
    const std::string whose = view.person.empty() ? _("this person") : view.person;
    return _(
        "What may {} work as? Say it or type it, a line for each guess. Nothing here is right or "
        "wrong.",
        whose);
}

float words_px(float width, bool may_take_back) {
    const float button_px = may_take_back ? look().control_px() + px(space::small) : 0;
    return width - button_px - px(space::large);
}

std::vector<float> line_heights(float width, const GuessesView& guesses, bool may_take_back) {
    std::vector<float> heights;
    for (const std::string& line : guesses.lines) {
        const float words =
            paint::paragraph_height(Type::Lead, line, words_px(width, may_take_back));
        heights.push_back(std::max(words, may_take_back ? look().control_px() : 0) +
                          px(space::medium));
    }
    return heights;
}

// Every guess in the same letters, in the order in which they came. Returns the one to take back.
std::optional<std::size_t> draw_lines(const Rect& room, const GuessesView& guesses,
                                      bool may_take_back) {
    const Palette& p = palette();
    const float width = words_px(room.width, may_take_back);
    const std::vector<float> heights = line_heights(room.width, guesses, may_take_back);
    const float content = std::accumulate(heights.begin(), heights.end(), 0.0F);
    std::optional<std::size_t> taken;
    const float last_px = heights.empty() ? 0 : heights.back();
    const Rect last{0, content - last_px, room.width, last_px};
    const Layer::Scrolled scrolled = layer().begin_scroll(id_of("guesses"), room, Axis::Down,
                                                          content, guesses.lines.size() + 1, last);
    float y = room.y - scrolled.offset;
    for (std::size_t i = 0; i < guesses.lines.size(); ++i) {
        const Rect row{room.x, y, room.width - px(space::medium), heights[i]};
        y += heights[i];
        Rect inside = row;
        paint::fill({inside.x, inside.bottom() - 1, inside.width, 1}, p.line);
        inside.cut_bottom(px(space::medium) / 2);
        inside.cut_top(px(space::medium) / 2);
        if (may_take_back) {
            Rect end = inside.cut_right(look().control_px());
            end.height = look().control_px();
            ImGui::PushID(static_cast<int>(i));
            const std::string name = _("Take back: {}", guesses.lines[i]);
            if (button(end, {.id = "take back",
                             .label = name,
                             .icon = Icon::Bin,
                             .style = ButtonStyle::Quiet,
                             .words = false})) {
                taken = i;
            }
            ImGui::PopID();
        }
        const float words = paint::paragraph_height(Type::Lead, guesses.lines[i], width);
        inside.cut_top((inside.height - words) / 2);
        paint::paragraph({inside.x, inside.y, width, words + 1}, Type::Lead, p.text,
                         guesses.lines[i]);
    }
    layer().end_scroll();
    return taken;
}

// The field and its button; keeps what was typed in `now`. True when something changed.
bool draw_field(Rect line, KeepGuesses& now, bool take_focus) {
    const ButtonSpec add{.id = "add guess",
                         .label = _("Add"),
                         .icon = Icon::Plus,
                         .enabled = !now.unfinished.empty()};
    const Rect add_place = line.cut_right(button_width(add));
    line.cut_right(px(space::small));
    const FieldEdit edit = text_field(line, "guess", _("A guess"), _("One guess, then Enter"),
                                      now.unfinished, take_focus);
    const bool added = (button(add_place, add) || edit.entered) && !now.unfinished.empty();
    if (added) now.lines.push_back(std::exchange(now.unfinished, {}));
    return edit.changed || added;
}

// Asked of whoever guessed, at the foot of the panel. What is written is kept with every letter.
void draw_surprise(Rect& room, const std::string& so_far, Actions& asked) {
    const Rect line = room.cut_bottom(look().control_px());
    room.cut_bottom(px(space::small));
    paint::text(room.cut_bottom(look().line_px(Type::BodyStrong)), Type::BodyStrong, palette().text,
                _("After: it surprised me that \u2026"));
    room.cut_bottom(px(space::medium));
    KeepSurprise now{so_far};
    if (text_field(line, "surprise", _("A surprise"), _("What did you not expect?"), now.text,
                   false)
            .changed) {
        asked.push_back(std::move(now));
    }
}

// Of what is below the title when the job is to be seen.
float uncovered_height(float width, const GuessesView& guesses, Type type, const std::string& job) {
    const float inner = width - px(space::medium);
    const std::vector<float> lines = line_heights(inner, guesses, false);
    const float surprise = look().control_px() + px(space::small) +
                           look().line_px(Type::BodyStrong) + px(space::medium);
    return paint::paragraph_height(type, job, inner) + 2 * px(space::small) +
           look().line_px(Type::Body) + std::accumulate(lines.begin(), lines.end(), 1.0F) +
           (guesses.surprise ? surprise : 0);
}

}  // namespace

void draw_guesses(const Rect& place, const StageView& view, UiState& state, Actions& asked) {
    const Palette& p = palette();
    const GuessesView& guesses = view.guesses;
    const bool covered = guesses.cover == JobCover::Covered;
    const PanelRoom panel = begin_panel(place, {.id = "guesses panel",
                                                .title = _("Guesses"),
                                                .icon = Icon::Talk,
                                                .command = "guesses",
                                                .covering = false});
    Rect room = panel.inside;
    const bool opened = std::exchange(state.request_focus, false);
    if (opened && !covered) layer().enter_panel(id_of("close"));
    KeepGuesses now{guesses.lines, guesses.unfinished};
    bool changed = false;

    if (guesses.cover != JobCover::Off) {
        const ButtonSpec cover{.id = "uncover",
                               .label = covered ? _("Uncover the job") : _("Cover the job again"),
                               .icon = covered ? Icon::Uncover : Icon::Cover,
                               .command = "uncover",
                               .style = covered ? ButtonStyle::Accent : ButtonStyle::Plain};
        Rect foot = room.cut_bottom(look().control_px());
        room.cut_bottom(px(space::medium));
        const Rect at = foot.cut_left(std::min(foot.width, button_width(cover)));
        if (covered) {
            const std::string words = invitation(view);
            const float said = paint::paragraph_height(Type::Body, words, room.width);
            const float row = look().control_px() + px(space::medium);
            // With large letters what was guessed comes before how one guesses.
            if (guesses.lines.empty() || room.height - said - row > 2 * row) {
                paint::paragraph(room.cut_top(said), Type::Body, p.quiet, words);
                room.cut_top(px(space::medium));
            }
            // After Enter the next guess follows.
            const bool goes_on = layer().typing() && layer().pressed(UiKey::Enter);
            changed = draw_field(room.cut_top(look().control_px()), now, opened || goes_on);
        }
        if (button(at, cover)) asked.push_back(Command{"uncover"});
    }
    // With large letters the job, what was guessed and what surprised scroll together.
    const std::string job = view.job.empty() ? _("The module names no job") : upper_first(view.job);
    const auto whole_in = [&](Type type) {
        return covered ? 0 : uncovered_height(room.width, guesses, type, job);
    };
    const bool scrolls =
        whole_in(Type::Title) > room.height && room.height < look().line_px(Type::Body) * 14;
    const Type job_type = scrolls ? Type::Lead : Type::Title;
    if (scrolls) {
        const float whole = whole_in(job_type);
        const Layer::Scrolled scrolled =
            layer().begin_scroll(id_of("uncovered"), room, Axis::Down, whole, 0, {});
        room = {room.x, room.y - scrolled.offset, room.width - px(space::medium), whole};
    }
    if (guesses.surprise) draw_surprise(room, *guesses.surprise, asked);
    if (!covered) {
        const float tall = paint::paragraph_height(job_type, job, room.width);
        paint::paragraph(room.cut_top(tall), job_type, p.accent, job);
        room.cut_top(px(space::small));
        const std::string_view said =
            guesses.lines.empty() ? _("Nobody had typed a guess.") : _("What was guessed:");
        paint::text(room.cut_top(look().line_px(Type::Body)), Type::Body, p.quiet, said);
    } else if (guesses.lines.empty() &&
               room.height >= px(space::medium) + look().line_px(Type::Body)) {
        // In a long language with large letters the field has the room.
        room.cut_top(px(space::medium));
        paint::text(room.cut_top(look().line_px(Type::Body)), Type::Body, p.quiet,
                    _("No guess yet."));
    }
    room.cut_top(px(space::small));
    if (const auto taken = draw_lines(room, guesses, covered)) {
        // What is in the field is not lost: it takes the place of what comes back.
        const std::string line = now.lines[*taken];
        if (now.unfinished.empty()) {
            now.lines.erase(now.lines.begin() + static_cast<std::ptrdiff_t>(*taken));
        } else {
            now.lines[*taken] = now.unfinished;
        }
        now.unfinished = line;
        changed = true;
    }
    if (scrolls) layer().end_scroll();
    end_panel();
    if (changed) asked.push_back(std::move(now));
    if (panel.closed) state.panel = Panel::None;
}

}  // namespace ui
