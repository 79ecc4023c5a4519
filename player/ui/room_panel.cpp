// The teacher's hold on the room: what it sees, what comes next, how long the talk goes on.
#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <utility>
#include <vector>

#include "player/ui/controls.h"
#include "player/ui/stage_parts.h"

namespace ui {

namespace {

// How close all lies together, and in which letters.
enum class Density { Airy, Close, Tight, Tightest };

// Width of a button with its words in the smallest letters.
float least_width(const ButtonSpec& spec) {
    const float icon_px =
        spec.icon == Icon::None ? 0 : px(size_of(IconSize::Small)) + px(space::small);
    return std::ceil(paint::text_width(Type::SmallStrong, spec.label)) + icon_px +
           2 * px(space::small) + 1;
}

// Parts below each other, each with the height that it needs: the panel scrolls where there is
// little room.
class Column {
public:
    // `row_px` is the height of a button.
    Column(float width, Density density, float row_px, Actions& asked)
        : width_(width), density_(density), row_px_(row_px), asked_(asked) {}

    bool tight() const { return density_ != Density::Airy; }
    bool small_letters() const { return density_ >= Density::Tight; }
    int most_lines() const {
        constexpr int all = 1000;
        return !small_letters() ? all : density_ == Density::Tight ? 2 : 1;
    }
    Type letters() const { return small_letters() ? Type::Small : Type::Body; }
    Type strong_letters() const { return small_letters() ? Type::SmallStrong : Type::BodyStrong; }
    Type timer_letters() const {
        return density_ == Density::Airy       ? Type::Title
               : density_ == Density::Tightest ? Type::BodyStrong
                                               : Type::Lead;
    }

    // What is above has to be in sight.
    void end_of_urgent() { urgent_ = {height(), rows_}; }
    struct Extent {
        float height = 0;
        std::size_t rows = 0;  // of buttons
    };
    Extent urgent() const { return urgent_; }
    Extent all() const { return {height(), rows_}; }
    float height() const {
        return std::accumulate(items_.begin(), items_.end(), 0.0F,
                               [](float sum, const Item& item) { return sum + item.height; });
    }

    void gap(float base) {
        const float part = !tight() ? 1 : density_ == Density::Tightest ? 0.25F : 0.5F;
        items_.push_back({px(base * part), [](const Rect&) {}});
    }

    void words(Type type, Colour colour, const std::string& words, int most_lines = 1000) {
        items_.push_back(
            {paint::paragraph_height(type, words, width_, most_lines),
             [=](const Rect& at) { paint::paragraph(at, type, colour, words, most_lines); }});
    }

    void line(Type type, Colour colour, const std::string& words) {
        items_.push_back(
            {look().line_px(type), [=](const Rect& at) { paint::text(at, type, colour, words); }});
    }

    // Words in as many lines as they need, with a button that is a picture in their corner.
    void words_with_corner(Type type, Colour colour, const std::string& words,
                           const ButtonSpec& spec) {
        const float side = std::max(smallest_button_px, look().line_px(Type::BodyStrong));
        const float room = width_ - side - px(space::hair);
        const float height = std::max(side, paint::paragraph_height(type, words, room, 3));
        items_.push_back({height, [=, this](const Rect& at) {
                              Rect row = at;
                              Rect corner = row.cut_right(side);
                              if (button(corner.cut_top(side), spec)) {
                                  asked_.push_back(Command{std::string(spec.id)});
                              }
                              row.width = room;
                              paint::paragraph(row, type, colour, words, 3);
                          }});
    }

    // Words with a button at their right.
    void line_with_button(Type type, const std::string& words, const ButtonSpec& spec) {
        ++rows_;
        const float height = std::max(look().line_px(type), row_px_);
        const float wide =
            tight() ? std::min(button_width(spec), std::max(width_ * 0.45F, least_width(spec)))
                    : button_width(spec);
        items_.push_back(
            {height, [=, this](const Rect& at) {
                 Rect row = at;
                 const Rect place = row.cut_right(wide).centred(wide, row_px_);
                 row.cut_right(px(space::small));
                 Type fitting = type;
                 for (const Type smaller : {Type::Title, Type::Lead, Type::BodyStrong}) {
                     if (paint::text_width(fitting, words) <= row.width) break;
                     fitting = std::min(fitting, smaller);
                 }
                 paint::text(row, fitting, palette().text, words);
                 if (button(place, spec)) {
                     asked_.push_back(Command{std::string(spec.id)});
                 }
             }});
    }

    // Side by side where their words fit, in small letters where there is little room; else below
    // each other, if need be in two lines. Each asks for its command.
    void buttons(std::vector<ButtonSpec> specs) {
        const float between = px(space::small);
        const auto count = static_cast<float>(specs.size());
        const auto needed = [this](const ButtonSpec& spec) {
            return tight() ? least_width(spec) : button_width(spec);
        };
        float words = (count - 1) * between;
        float widest = 0;
        for (const ButtonSpec& spec : specs) {
            words += needed(spec);
            widest = std::max(widest, needed(spec));
        }
        const bool fit = words <= width_;
        if (!fit && specs.size() > 1) {
            for (const ButtonSpec& spec : specs)
                buttons({spec});
            return;
        }
        ++rows_;
        // Equal ones, where none of them has too many words for that.
        const float each = (width_ - (count - 1) * between) / count;
        const float spare = std::floor((width_ - words) / count);
        const float in_two = 2 * paint::leading(Type::SmallStrong) + px(space::small);
        const float height = fit ? row_px_ : std::max(row_px_ + 1, in_two);
        const float below = !tight()                        ? between
                            : density_ == Density::Tightest ? px(2)
                                                            : px(space::hair);
        items_.push_back({height + below, [=, this](const Rect& at) {
                              Rect row = at;
                              row.height = height;
                              for (const ButtonSpec& spec : specs) {
                                  const float wide =
                                      !fit || widest <= each ? each : needed(spec) + spare;
                                  if (button(row.cut_left(wide), spec)) {
                                      asked_.push_back(Command{std::string(spec.id)});
                                  }
                                  row.cut_left(between);
                              }
                          }});
    }

    void draw(const Rect& room) const {
        const Layer::Scrolled scrolled =
            layer().begin_scroll(id_of("room panel"), room, Axis::Down, height(), 0, {});
        float y = room.y - scrolled.offset;
        for (const Item& item : items_) {
            item.draw({room.x, y, width_, item.height});
            y += item.height;
        }
        layer().end_scroll();
    }

private:
    struct Item {
        float height;
        std::function<void(const Rect&)> draw;
    };
    float width_;
    Density density_;
    float row_px_;
    std::size_t rows_ = 0;
    Extent urgent_;
    Actions& asked_;
    std::vector<Item> items_;
};

// A button whose name is its command.
ButtonSpec asking(const char* command, std::string_view label, Icon icon = Icon::None) {
    return {.id = command, .label = label, .icon = icon, .command = command};
}

ButtonSpec choosing(const char* command, std::string_view label, std::string_view said,
                    bool chosen) {
    ButtonSpec spec = asking(command, label);
    spec.said = said;
    spec.chosen = chosen;
    spec.toggle = true;
    return spec;
}

ButtonSpec closing() {
    return asking("room", _("Close the room"), Icon::Close);
}

void what_it_sees(Column& column, const RoomPanelView& room) {
    const Colour colour = room.frozen ? palette().accent : palette().text;
    if (column.small_letters()) {
        ButtonSpec close = closing();
        close.words = false;
        close.style = ButtonStyle::Quiet;
        column.words_with_corner(column.strong_letters(), colour, room.sees, close);
    } else {
        column.words(Type::BodyStrong, colour, room.sees);
    }
    column.gap(space::small);
}

void what_it_may_see(Column& column, const RoomPanelView& room) {
    const auto shows = [&room](RoomShows what) { return room.shows == what && !room.frozen; };
    column.buttons(
        {choosing("room_film", _("Film"), _("The room sees the film"), shows(RoomShows::Film)),
         choosing("room_question", _("Question"), _("The room reads the question"),
                  shows(RoomShows::Question))});
    column.buttons(
        {choosing("black", _("Black"), _("Black screen for the room"), shows(RoomShows::Black)),
         choosing("room_white", _("White"), _("White screen for the room"),
                  shows(RoomShows::White))});
    column.buttons(
        {choosing("room_freeze", room.frozen ? _("Let it go on") : _("Freeze the picture"),
                  _("Freeze the room's picture"), room.frozen)});
}

void what_comes_next(Column& column, const RoomPanelView& room) {
    const Palette& p = palette();
    const int lines = column.most_lines();
    if (column.tight()) {
        column.gap(space::small);
        const std::string& what = room.next_person.empty() ? room.next_note : room.next_person;
        if (!what.empty())
            column.words(column.strong_letters(), p.text, _("Next: {}", what), lines);
    } else {
        column.gap(space::medium);
        column.line(Type::SmallStrong, p.quiet, _("Next"));
        column.words(room.next_person.empty() ? Type::Body : Type::BodyStrong, p.text,
                     room.next_person.empty() ? room.next_note : room.next_person);
    }
    if (!room.next_person.empty()) {
        column.words(column.letters(), p.text, room.next_question, lines);
    }
    if (room.split) {
        column.gap(space::small);
        column.buttons({asking("previous", _("Previous")), asking("next", _("Next"))});
        column.buttons({asking("play_pause", room.playing ? _("Pause") : _("Play"),
                               room.playing ? Icon::Pause : Icon::Play)});
    }
}

void how_long(Column& column, const RoomPanelView& room) {
    const Palette& p = palette();
    if (!column.tight()) column.gap(space::medium);
    // How long there is says itself.
    if (!column.tight() || (room.timer.empty() && !column.small_letters())) {
        column.line(Type::SmallStrong, p.quiet, _("Time to talk"));
    }
    if (!room.timer.empty()) {
        ButtonSpec stop = asking("timer_stop", _("Stop"));
        stop.said = _("Stop the timer");
        column.line_with_button(column.timer_letters(), room.timer, stop);
    }
    column.gap(space::small);
    ButtonSpec one = asking("timer_minute", _("+ 1 min"));
    ButtonSpec five = asking("timer_five", _("+ 5 min"));
    one.said = _("One minute more to talk");
    five.said = _("Five minutes more to talk");
    column.buttons({one, five});
    if (column.tight()) column.gap(space::small);
}

void where_it_is(Column& column, const RoomPanelView& room) {
    column.gap(space::medium);
    column.words(Type::Small, palette().quiet, room.sound);
    column.gap(space::medium);
    column.buttons(
        {asking("room_window", room.split ? _("In a window of its own") : _("Beside this strip"))});
    if (!column.small_letters()) column.buttons({closing()});
}

void fill(Column& column, const RoomPanelView& room) {
    if (!column.tight()) {
        column.line(Type::Lead, palette().text, _("The room"));
        column.gap(space::small);
    }
    what_it_sees(column, room);
    if (column.tight()) how_long(column, room);
    what_it_may_see(column, room);
    what_comes_next(column, room);
    column.end_of_urgent();
    if (!column.tight()) how_long(column, room);
    where_it_is(column, room);
}

// As high as there is room for.
float row_height(const Column::Extent& extent, float least, float height) {
    const float spare = std::max(0.0F, height - extent.height);
    const float rows = static_cast<float>(std::max<std::size_t>(1, extent.rows));
    return std::min(look().control_px(), least + std::floor(spare / rows));
}

}  // namespace

void draw_room_panel(const Rect& place, const RoomPanelView& room, Actions& asked) {
    layer().begin_area(Area::Questions);
    paint::fill(place, palette().surface);
    const float mark = px(space::small);  // what tells how far down one is
    const Rect inside = place.inset(px(space::large), px(space::medium));
    Column airy(inside.width - mark, Density::Airy, look().control_px(), asked);
    fill(airy, room);
    if (airy.height() <= inside.height) {
        airy.draw(inside);
        return;
    }
    // In little room what is pressed in a hurry comes first, and the time; whoever comes next is
    // in sight, too, and the rest below.
    const Rect more = place.inset(px(space::medium), px(space::hair));
    const float width = more.width - mark;
    Density density = Density::Close;
    float least = 0;
    Column::Extent extent;
    for (const Density closer : {Density::Close, Density::Tight, Density::Tightest}) {
        density = closer;
        least = std::max(smallest_button_px, look().line_px(Type::SmallStrong) +
                                                 px(closer == Density::Tightest ? 1 : space::hair));
        Column lowest(width, density, least, asked);
        fill(lowest, room);
        const bool all = lowest.height() <= more.height;
        extent = all || !lowest.small_letters() ? lowest.all() : lowest.urgent();
        if (extent.height <= more.height) break;
    }
    Column tight(width, density, row_height(extent, least, more.height), asked);
    fill(tight, room);
    tight.draw(more);
}

}  // namespace ui
