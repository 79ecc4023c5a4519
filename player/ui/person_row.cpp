#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "player/ui/controls.h"
#include "player/ui/stage_parts.h"
#include "player/ui/text.h"

namespace ui {

namespace {

const char* comes_last() {
    return _("The job comes last");
}

// Of who answers, and what stands below.
float names_width(const StageView& view) {
    const bool covered = view.guesses.cover == JobCover::Covered;
    return std::max(paint::text_width(Type::Lead, view.person),
                    paint::text_width(Type::Body, covered ? std::string_view{comes_last()}
                                                          : std::string_view{view.job}));
}

// The bar before a line that asks.
float line_mark_px() {
    return std::max(3.0F, px(4));
}

// Of a job that comes last: uncovering it, and the class's guesses.
std::array<ButtonSpec, 2> job_buttons(const StageView& view) {
    const bool covered = view.guesses.cover == JobCover::Covered;
    return {
        ButtonSpec{.id = "row uncover",
                   .label = covered ? _("Uncover") : _("Cover"),
                   .said = covered ? _("Uncover the job") : _("Cover the job again"),
                   .icon = covered ? Icon::Uncover : Icon::Cover,
                   .command = "uncover"},
        ButtonSpec{
            .id = "row guesses", .label = _("Guesses"), .icon = Icon::Talk, .command = "guesses"}};
}

// With the words of so many of them; nothing where there are none.
float job_buttons_px(const StageView& view, std::size_t with_words) {
    if (view.guesses.cover == JobCover::Off) return 0;
    float width = px(space::large);
    std::array buttons = job_buttons(view);
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        buttons[i].words = i < with_words;
        width += button_width(buttons[i]) + px(space::small);
    }
    return width;
}

// How a row is shared between who answers, what the line says, and its button.
struct Shares {
    float names = 0;
    bool name_in_two = false;  // lines, and nothing below it
    float line = 0;
    float button = 0;

    float all() const { return names + line + button; }
};

// Whole where that fits. Else the job is cut; then the line, the button and the name take two lines
// each, in that order, and the line small letters. Where even that is too wide the name is cut,
// which stands below a face, too.
Shares share(float room, const StageView& view, const ButtonSpec* next) {
    const float name = paint::text_width(Type::Lead, view.person);
    const float line = paint::text_width(Type::Lead, view.line);
    const float line_in_two = paint::width_in_lines(Type::Body, view.line, 2);
    const float line_in_small = paint::width_in_lines(Type::Small, view.line, 2);
    const float button = next == nullptr ? 0 : button_width(*next);
    const float button_in_two = next == nullptr ? 0 : button_width_in_two_lines(*next);
    const float name_in_two = paint::width_in_lines(Type::SmallStrong, view.person, 2);
    const std::array ways{Shares{names_width(view), false, line, button},
                          Shares{name, false, line, button},
                          Shares{name, false, line_in_two, button},
                          Shares{name, false, line_in_two, button_in_two},
                          Shares{name_in_two, true, line_in_two, button},
                          Shares{name_in_two, true, line_in_two, button_in_two},
                          Shares{name_in_two, true, line_in_small, button_in_two},
                          Shares{name_in_two * 0.6F, true, line_in_small, button_in_two}};
    const auto fits = [room](const Shares& shares) { return shares.all() <= room; };
    const auto* found = std::ranges::find_if(ways, fits);
    return found == ways.end() ? ways.back() : *found;
}

// In two lines, or the name above the job. Returns the width used.
float draw_names(const Rect& place, const StageView& view, bool name_in_two) {
    const Palette& p = palette();
    Rect room = place;
    const bool one = paint::text_width(Type::Lead, view.person) <= room.width;
    const Type type = one ? Type::Lead : Type::SmallStrong;
    const float both = look().line_px(type) + look().line_px(Type::Body);
    // What a job that comes last is, or that it does, says what the buttons beside it are for.
    const bool job_matters = view.guesses.cover != JobCover::Off && both <= room.height;
    if (name_in_two && !job_matters) {
        const bool large = 2 * paint::leading(Type::BodyStrong) <= room.height &&
                           paint::wrapped(Type::BodyStrong, view.person, room.width).size() <= 2;
        const Type letters = large ? Type::BodyStrong : Type::SmallStrong;
        const float height =
            std::min(room.height, paint::paragraph_height(letters, view.person, room.width, 2));
        room.cut_top((room.height - height) / 2);
        paint::paragraph(room, letters, p.text, view.person, 2);
        return room.width;
    }
    room.cut_top((room.height - both) / 2);
    const bool covered = view.guesses.cover == JobCover::Covered;
    const std::string job = covered ? std::string{comes_last()} : upper_first(view.job);
    const float first = paint::text(room.cut_top(look().line_px(type)), type, p.text, view.person);
    const float second =
        paint::text(room.cut_top(look().line_px(Type::Body)), Type::Body, p.quiet, job);
    return std::max(first, second);
}

// What stands below a name where there is little room; may be empty.
std::string below_name(const StageView& view) {
    return view.turn.empty() ? upper_first(view.job) : view.turn;
}

// The letters of a name and of what stands below it.
struct TwoLines {
    Type name = Type::SmallStrong;
    Type below = Type::Small;
    float height() const { return look().line_px(name) + look().line_px(below); }
};

// The largest ones that have room, each in a line of its own; none: not even the smallest have.
std::optional<TwoLines> letters_for(const Rect& room, std::string_view name,
                                    std::string_view below) {
    const bool body = paint::text_width(Type::Body, below) <= room.width;
    const Type second = body ? Type::Body : Type::Small;
    for (const Type type : {Type::Lead, Type::BodyStrong, Type::SmallStrong}) {
        const TwoLines lines{type, second};
        if (paint::text_width(type, name) <= room.width && lines.height() <= room.height) {
            return lines;
        }
    }
    return std::nullopt;
}

// Returns the width used.
float draw_name_above(Rect room, const TwoLines& letters, const StageView& view,
                      const std::string& below) {
    const float first_line = look().line_px(letters.name);
    room.cut_top((room.height - letters.height()) / 2);
    const float first =
        paint::text(room.cut_top(first_line), letters.name, palette().text, view.person);
    return std::max(first, paint::text(room, letters.below, palette().quiet, below));
}

// Where there is little room: beside each other if both fit, else the name above the rest, which
// matters more than a second line of the name once it is a turn or a job that was guessed at. A
// turn that is too long for a line has both: the name is below a face, too. Returns the width used.
float draw_compact_names(const Rect& room, const StageView& view) {
    const Palette& p = palette();
    const std::string below = below_name(view);
    const float name = paint::text_width(Type::Lead, view.person);
    const float apart = px(space::medium);
    if (name + apart + paint::text_width(Type::Body, below) <= room.width || below.empty()) {
        if (name > room.width) return draw_names(room, view, true);
        const float used = paint::text(room, Type::Lead, p.text, view.person);
        Rect rest = room;
        rest.cut_left(used + apart);
        return used + apart + paint::text(rest, Type::Body, p.quiet, below);
    }
    const bool turn_in_two =
        !view.turn.empty() && paint::text_width(Type::Small, below) > room.width;
    if (turn_in_two) {
        const float height = std::min(room.height, 2 * paint::leading(Type::Small));
        paint::paragraph(room.centred(room.width, height), Type::Small, p.text, below, 2);
        return room.width;
    }
    const std::optional<TwoLines> letters = letters_for(room, view.person, below);
    const bool matters = !view.turn.empty() || view.guesses.cover == JobCover::Uncovered;
    if (!letters && !matters) return draw_names(room, view, true);
    return draw_name_above(room, letters.value_or(TwoLines{}), view, below);
}

// Where there is little room the class reads the line first: beside one that would be cut in two
// lines the button says no more than "Next", then that without its picture, then in smaller
// letters. All of it is in its tooltip. Returns the width it takes.
float shorten_next(ButtonSpec& next, std::string_view line, const Rect& room) {
    const auto line_fits = [&](float button) {
        const float width = room.width - button - px(space::small) - px(space::hair) - 1;
        return width > 0 && paint::wrapped(Type::Small, line, width).size() <= 2;
    };
    if (line.empty() || line_fits(button_width(next))) return button_width(next);
    next.said = next.label;
    next.label = _("Next");
    if (line_fits(button_width(next))) return button_width(next);
    next.icon = Icon::None;
    if (line_fits(button_width(next))) return button_width(next);
    return std::ceil(paint::text_width(Type::SmallStrong, next.label)) + 2 * px(space::small) + 1;
}

// Beside the name, as far as there is room: with words, or their pictures alone.
void draw_job_buttons(Rect room, const StageView& view, Actions& asked) {
    if (view.guesses.cover == JobCover::Off) return;
    std::array buttons = job_buttons(view);
    const float gap = px(space::small);
    const auto width = [&] { return button_width(buttons[0]) + gap + button_width(buttons[1]); };
    for (auto spec = buttons.rbegin(); spec != buttons.rend(); ++spec) {
        if (width() > room.width) spec->words = false;
    }
    if (width() > room.width) return;  // the keys are there
    const float height = look().control_px();
    for (const ButtonSpec& spec : buttons) {
        const Rect at = room.cut_left(button_width(spec));
        if (button({at.x, std::round(at.middle_y() - height / 2), at.width, height}, spec)) {
            asked.push_back(Command{std::string{spec.command}});
        }
        room.cut_left(gap);
    }
}

}  // namespace

std::string job_comes_last() {
    const std::string key = layer().key_of("uncover");
    const std::string words{comes_last()};
    return key.empty() ? words : words + " (" + key + ")";
}

void draw_person_row(const Rect& place, bool compact, bool beside_drawer, const StageView& view,
                     Actions& asked) {
    const Palette& p = palette();
    layer().begin_area(Area::Line);
    Rect room = place.inset(0, px(compact ? 2 : 6));

    // What the line has to say decides how much of the row is left for the name.
    const std::string next_text = view.next_text.empty() ? _("Next") : view.next_text;
    const bool has_line = !view.line.empty() || (view.line_asks && !view.next_text.empty());
    ButtonSpec next{.id = "line next",
                    .label = next_text,
                    .icon = Icon::Next,
                    .command = "next",
                    .style = ButtonStyle::Accent};
    // Of buttons that have no room beside the line in any case nothing is kept.
    const bool job_buttons_here = !compact || !beside_drawer;
    const bool with_buttons =
        job_buttons_here &&
        (!has_line || !compact ||
         room.width * 0.6F >= paint::text_width(Type::Lead, view.person) + job_buttons_px(view, 0));
    float kept = with_buttons ? job_buttons_px(view, 0) : 0;
    Rect right;
    bool named = true;
    Shares shares;
    if (has_line && compact) {
        const float button_px = view.line_asks ? button_width(next) + px(space::large) : 0;
        const float words_px = paint::text_width(Type::Body, view.line) + px(space::huge);
        const float wanted = std::max(words_px + button_px, room.width * 0.5F);
        // The name, whose turn it is and, without words, the buttons of a job that comes last keep
        // their room.
        const float turn =
            view.turn.empty() ? 0 : paint::width_in_lines(Type::Small, view.turn, 2) + 1;
        const float most =
            kept == 0 ? std::min(room.width * 0.68F, room.width - px(space::large) - turn)
                      : std::clamp(room.width - px(space::large) - kept - names_width(view),
                                   room.width * 0.4F, room.width * 0.68F);
        // Where there is little room the line has it all: the strip of faces says the name, too.
        named = kept > 0 || !view.turn.empty() || wanted <= most;
        right = room.cut_right(std::min(wanted, named ? std::round(most) : room.width));
        room.cut_right(px(space::large));
    } else if (has_line) {
        const float around =
            1 + (view.line_asks ? line_mark_px() + px(3 * space::small) + px(space::medium)
                                : px(space::small));
        // The buttons have words where the name is whole beside them.
        for (const std::size_t with_words : {2U, 1U, 0U}) {
            kept = job_buttons_px(view, with_words);
            shares = share(room.width - px(space::large) - kept - around, view,
                           view.line_asks ? &next : nullptr);
            if (!shares.name_in_two) break;
        }
        const float beside = px(space::large) + kept + around;
        if (view.line_asks && !view.line.empty() && shares.all() > room.width - beside) {
            next.said = next_text;
            next.label = _("Next");
            shares = share(room.width - beside, view, &next);
        }
        const float wanted = shares.line + shares.button + around;
        // A name that is too long even in two lines is cut before what the class reads next; beside
        // the buttons of a job that comes last it is not.
        const float least = room.width * (kept == 0 ? 0.58F : 0.4F);
        const float most = std::max(least, room.width - (beside - around) - shares.names);
        right = room.cut_right(std::round(std::min(std::max(wanted, room.width * 0.5F), most)));
        room.cut_right(px(space::large));
    }

    if (compact && named) {
        Rect names = room;
        names.cut_right(kept);
        room.cut_left(draw_compact_names(names, view) + px(space::small));
        if (job_buttons_here) draw_job_buttons(room, view, asked);
    } else if (!compact) {
        Rect names = room;
        if (shares.name_in_two) names.cut_right(kept);
        room.cut_left(draw_names(names, view, shares.name_in_two) + px(space::large));
        draw_job_buttons(room, view, asked);
    }
    if (!has_line) return;

    if (view.line_asks) {
        paint::fill(right, p.chosen);
        paint::fill(right.cut_left(line_mark_px()), p.accent);
        right = right.inset(px(space::small), 0);
        // What was shared out to it, else what the words leave.
        const float beside = right.width - px(space::small + space::medium) - 1;
        const float most =
            view.line.empty() ? right.width : std::max(right.width * 0.33F, beside - shares.line);
        const float wanted = compact ? shorten_next(next, view.line, right) : shares.button;
        float given = compact ? std::min(wanted, right.width) : std::min(wanted, most);
        if (given < wanted && given < look().em_px(Type::Body) * 6) {  // a letter and dots
            next.words = false;
            given = button_width(next);
        }
        Rect place_of_button = right.cut_right(given);
        right.cut_right(px(compact ? space::small : space::medium));
        const bool in_two = !compact && next.words && place_of_button.width < button_width(next);
        const float height = in_two ? right.height - px(space::hair) : look().control_px();
        place_of_button = {place_of_button.x, std::round(place_of_button.middle_y() - height / 2),
                           place_of_button.width, height};
        if (button(place_of_button, next)) asked.push_back(lessons::Input{lessons::GoNext{}});
    }
    // In place of the name the line begins where that would.
    if (view.line_asks || named) {
        right.cut_left(px(compact && view.line_asks ? space::hair : space::small));
    }
    if (compact && !view.line_asks) right.cut_right(px(space::small));
    const paint::Align align = view.line_asks || !named ? paint::Align::Start : paint::Align::End;
    const bool one = paint::text_width(Type::Lead, view.line) <= right.width;
    if (one) {
        paint::text(right, Type::Lead, p.text, view.line, align);
        return;
    }
    const bool body = paint::wrapped(Type::Body, view.line, right.width).size() <= 2 &&
                      2 * paint::leading(Type::Body) <= right.height;
    const Type type = body ? Type::Body : Type::Small;
    const float height =
        std::min(right.height, paint::paragraph_height(type, view.line, right.width, 2));
    right.cut_top((right.height - height) / 2);
    paint::paragraph(right, type, p.text, view.line, 2, align);
}

}  // namespace ui
