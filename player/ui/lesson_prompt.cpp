// What the class reads: in letters for the back row.
#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <optional>
#include <string>

#include "player/ui/lesson_parts.h"
#include "player/ui/stage_parts.h"
#include "player/ui/text.h"

namespace ui {

namespace {

using catalogue::Talk;
using catalogue::TextBlock;

Icon icon_of(Talk talk) {
    switch (talk) {
        case Talk::Alone:
            return Icon::WholeCase;
        case Talk::Pair:
        case Talk::Four:
            return Icon::People;
        case Talk::Circle:
        case Talk::All:
            return Icon::Talk;
        case Talk::Adviser:
            return Icon::Information;
    }
    return Icon::Talk;
}

std::string mark_of(const TextBlock& block) {
    if (block.kind == TextBlock::Kind::Bullet) return "\u2022";
    if (block.kind == TextBlock::Kind::Numbered) return std::to_string(block.number) + ".";
    return {};
}

float indent_of(const TextBlock& block, Type type) {
    return mark_of(block).empty() ? 0 : std::ceil(look().em_px(type) * 1.3F);
}

// Body is the smallest of all, where there is little room.
float between_blocks(Type type) {
    return std::round(look().em_px(type) * (type == Type::Body ? 0.25F : 0.5F));
}

float blocks_height(const std::vector<TextBlock>& blocks, Type type, float width) {
    float sum = 0;
    for (const TextBlock& block : blocks) {
        if (sum > 0) sum += between_blocks(type);
        sum += paint::paragraph_height(type, block.text, width - indent_of(block, type));
    }
    return sum;
}

void draw_blocks(Rect place, const std::vector<TextBlock>& blocks, Type type) {
    const Palette& p = palette();
    for (const TextBlock& block : blocks) {
        const float indent = indent_of(block, type);
        const float tall = paint::paragraph_height(type, block.text, place.width - indent);
        Rect room = place.cut_top(tall + 1);
        if (indent > 0) {
            Rect mark = room.cut_left(indent);
            mark.height = std::min(mark.height, paint::leading(type));
            paint::paragraph(mark, type, p.accent, mark_of(block), 1);
        }
        paint::paragraph(room, type, p.text, block.text);
        place.cut_top(between_blocks(type) - 1);
    }
}

void draw_foot(Rect foot, const LessonView& view, LessonDrawn& drawn) {
    layer().begin_area(Area::Transport);
    const std::string said = _("Next: {}", view.next_text);
    const ButtonSpec next{.id = "lesson next",
                          .label = view.next_text,
                          .said = said,
                          .icon = Icon::Next,
                          .command = "next",
                          .style = ButtonStyle::Accent};
    ButtonSpec back{.id = "lesson back",
                    .label = _("Back"),
                    .icon = Icon::Previous,
                    .command = "previous",
                    .words = false,
                    .enabled = view.can_go_back};
    ButtonSpec more{
        .id = "extend", .label = _("2 more minutes"), .icon = Icon::Plus, .command = "extend"};
    const float spare = foot.width - button_width(back) - 3 * px(space::small);
    if (view.done) {
        const ButtonSpec finish{.id = "finish",
                                .label = _("End the lesson"),
                                .icon = Icon::Stop,
                                .style = ButtonStyle::Accent};
        if (button(foot.cut_right(std::min(spare, button_width(finish))), finish)) {
            drawn.lesson.push_back(EndLesson{});
        }
    } else if (button(foot.cut_right(std::min(spare * 0.6F, button_width(next))), next)) {
        drawn.asked.push_back(Command{"next"});
    }
    foot.cut_right(px(space::small));
    if (button(foot.cut_right(button_width(back)), back)) {
        drawn.asked.push_back(Command{"previous"});
    }
    foot.cut_right(px(space::small));
    if (view.timer.empty()) return;
    if (button_width(more) > foot.width) more.words = false;
    if (button(foot.cut_left(std::min(foot.width, button_width(more))), more)) {
        drawn.asked.push_back(Command{"extend"});
    }
}

// Where there is little room the picture is smaller, too.
IconSize talk_icon(Type largest) {
    return largest > Type::Title ? IconSize::Large : IconSize::Medium;
}

float before_talk(Type largest) {
    return px(size_of(talk_icon(largest))) + px(space::medium);
}

std::string talk_of(const LessonView& view) {
    return view.prompt.talk ? lessons::talk_text(*view.prompt.talk) : "";
}

// Who talks in these letters, and the time beside it, in one line.
bool beside_each_other(const std::string& talk, Type letters, const std::string& timer, Type time,
                       Type largest, float width) {
    const float words =
        talk.empty() ? 0
                     : before_talk(largest) + paint::text_width(letters, talk) + px(space::large);
    return words + paint::text_width(time, timer) + 1 <= width;
}

// The time as large as who talks leaves room for: that comes first.
Type time_beside(const std::string& talk, const std::string& timer, Type largest, float width) {
    for (const Type type : {Type::Poster, Type::Display, Type::Title, Type::Lead}) {
        if (type <= largest && beside_each_other(talk, Type::Title, timer, type, largest, width))
            return type;
    }
    return largest > Type::Title ? Type::Title : Type::Lead;
}

// Two lines of who talks, where one does not hold it.
float talk_height(const LessonView& view, Type largest, float width) {
    const float usual = std::max(look().line_px(largest), paint::leading(largest));
    const bool one = beside_each_other(talk_of(view), Type::Lead, view.timer,
                                       std::min(largest, Type::Lead), largest, width);
    return one ? usual : std::max(usual, 2 * paint::leading(Type::BodyStrong) + 1);
}

// Who talks, at the left; how long there is, at the right.
void draw_talk(Rect room, const LessonView& view, Type largest) {
    const Palette& p = palette();
    const std::string talk = talk_of(view);
    if (!view.timer.empty()) {
        const Type type = time_beside(talk, view.timer, largest, room.width);
        const float width = std::ceil(paint::text_width(type, view.timer)) + 1;
        paint::text(room.cut_right(std::min(width, room.width)), type,
                    view.timer_over ? p.alert : p.text, view.timer, paint::Align::End);
        room.cut_right(px(space::large));
    }
    if (!view.prompt.talk) return;
    const IconSize size = talk_icon(largest);
    const Rect mark = room.cut_left(px(size_of(size)));
    paint::icon(mark.middle_x(), mark.middle_y(), icon_of(*view.prompt.talk), size, p.accent);
    room.cut_left(px(space::medium));
    if (largest >= Type::Display && paint::text_width(Type::Display, talk) <= room.width) {
        paint::text(room, Type::Display, p.text, talk);
        return;
    }
    // For the back row, in two lines if need be.
    for (const Type type : {Type::Title, Type::Lead, Type::BodyStrong}) {
        const float tall = paint::paragraph_height(type, talk, room.width);
        if (tall > room.height || tall > 2 * paint::leading(type) + 1) continue;
        paint::paragraph(room.centred(room.width, tall), type, p.text, talk);
        return;
    }
    paint::heading(room, p.text, talk);
}

constexpr int note_lines = 6;

float note_indent() {
    return px(size_of(IconSize::Medium)) + px(space::small);
}

float note_height(const LessonView& view, Type type, float width) {
    return std::ceil(
        paint::paragraph_height(type, view.prompt.content_note, width - note_indent(), note_lines));
}

// What stands below the prompt, in its letters where there is room for that.
struct Lines {
    const char* heading;
    const std::vector<std::string>* said;
};

std::array<Lines, 2> lines_below(const LessonView& view) {
    return {{{_("You heard"), &view.heard}, {_("If you want to talk to somebody"), &view.help}}};
}

struct Letters {
    Type prompt = Type::Lead;
    Type below = Type::Body;
    Type title = Type::Title;
    Type note = Type::Lead;
};

// With large letters the smallest are large enough for the back row.
constexpr Letters smallest_letters{Type::Body, Type::Body, Type::Lead, Type::Body};

float gap_of(Letters letters) {
    return px(letters.prompt == smallest_letters.prompt ? space::small : space::large);
}

Type heading_of(Type below) {
    return below == Type::Body ? Type::BodyStrong : below;
}

// Title, content note, prompt and the lines below it.
float words_height(const LessonView& view, Letters letters, float width) {
    const float gap = gap_of(letters);
    float sum = std::ceil(paint::paragraph_height(letters.title, view.prompt.title, width, 2)) + 1;
    if (!view.prompt.content_note.empty()) sum += gap + note_height(view, letters.note, width) + 1;
    sum += gap + blocks_height(view.prompt.blocks, letters.prompt, width) +
           static_cast<float>(view.prompt.blocks.size());
    for (const Lines& lines : lines_below(view)) {
        if (lines.said->empty()) continue;
        sum += gap +
               std::ceil(paint::paragraph_height(heading_of(letters.below), lines.heading, width)) +
               1;
        for (const std::string& line : *lines.said)
            sum +=
                std::ceil(paint::paragraph_height(letters.below, numbers_together(line), width)) +
                1;
    }
    return sum;
}

// As large as fits: first the prompt, then what stands below it. Nothing when not even the smallest
// letters fit.
std::optional<Letters> fitting_letters(const LessonView& view, const Rect& room) {
    static constexpr std::array sizes{Type::Poster, Type::Display, Type::Title, Type::Lead};
    const auto fits = [&](Letters letters) {
        return words_height(view, letters, room.width) <= room.height;
    };
    const auto prompt = std::ranges::find_if(sizes, [&](Type type) {
        return fits({type, Type::Body});
    });
    if (prompt == sizes.end()) return std::nullopt;
    const auto below = std::find_if(prompt, sizes.end(), [&](Type type) {
        return fits({*prompt, type});
    });
    return Letters{*prompt, below == sizes.end() ? Type::Body : *below};
}

void draw_words(Rect room, const LessonView& view, Letters letters) {
    const Palette& p = palette();
    const float gap = gap_of(letters);
    const float title =
        std::ceil(paint::paragraph_height(letters.title, view.prompt.title, room.width, 2));
    paint::paragraph(room.cut_top(title + 1), letters.title, p.accent, view.prompt.title, 2);
    room.cut_top(gap);
    if (!view.prompt.content_note.empty()) {
        Rect note = room.cut_top(note_height(view, letters.note, room.width) + 1);
        const Rect mark = note.cut_left(note_indent());
        paint::icon(mark.x + px(size_of(IconSize::Medium)) / 2,
                    mark.y + paint::leading(letters.note) / 2, Icon::Sensitive, IconSize::Medium,
                    p.text);
        paint::paragraph(note, letters.note, p.text, view.prompt.content_note, note_lines);
        room.cut_top(gap);
    }
    const float blocks = blocks_height(view.prompt.blocks, letters.prompt, room.width) +
                         static_cast<float>(view.prompt.blocks.size());
    draw_blocks(room.cut_top(blocks), view.prompt.blocks, letters.prompt);
    const auto take = [&room](Type type, Colour colour, std::string_view words) {
        const float tall = std::ceil(paint::paragraph_height(type, words, room.width));
        paint::paragraph(room.cut_top(tall + 1), type, colour, words);
    };
    for (const Lines& lines : lines_below(view)) {
        if (lines.said->empty()) continue;
        room.cut_top(gap);
        take(heading_of(letters.below), p.accent, lines.heading);
        for (const std::string& line : *lines.said)
            take(letters.below, p.text, numbers_together(line));
    }
}

}  // namespace

void draw_prompt(const Rect& place, const LessonView& view, LessonDrawn& drawn) {
    const bool large = large_letters();
    Rect room =
        place.inset(px(large ? space::huge : 40.0F), px(large ? space::medium : space::huge));
    draw_foot(room.cut_bottom(look().control_px()), view, drawn);
    room.cut_bottom(px(large ? space::small : space::large));
    std::optional<Letters> fitting;
    if (view.prompt.talk || !view.timer.empty()) {
        // The prompt comes first: rather a smaller time than a part of it out of sight.
        Type time = Type::Poster;
        Rect above = room;
        for (const Type type : {Type::Poster, Type::Title}) {
            if (type != Type::Poster && !large) break;
            time = type;
            above = room;
            above.cut_bottom(talk_height(view, type, room.width) +
                             px(large ? space::small : space::large));
            fitting = fitting_letters(view, above);
            if (fitting) break;
        }
        room.cut_top(above.height);
        draw_talk(room.cut_bottom(talk_height(view, time, room.width)), view, time);
        room = above;
    } else {
        fitting = fitting_letters(view, room);
    }
    if (!fitting && large && words_height(view, smallest_letters, room.width) <= room.height) {
        fitting = smallest_letters;
    }
    // What does not fit in the smallest letters scrolls, beside the mark of how far down one is.
    const Letters letters = fitting.value_or(large ? smallest_letters : Letters{});
    const float width = room.width - (fitting ? 0 : px(space::medium));
    const float content = words_height(view, letters, width);
    const Layer::Scrolled scrolled =
        layer().begin_scroll(id_of("prompt"), room, Axis::Down, content,
                             std::hash<std::string>{}(view.prompt.title), {});
    draw_words({room.x, room.y - scrolled.offset, width, content}, view, letters);
    layer().end_scroll();
}

}  // namespace ui
