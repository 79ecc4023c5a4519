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

// Parts below each other, each with the height that it needs: the panel scrolls where there is
// little room.
class Column {
public:
    enum class Density { Airy, Tight };
    // `row_px` is the height of a button.
    Column(float width, Density density, float row_px, Actions& asked)
        : width_(width), density_(density), row_px_(row_px), asked_(asked) {}

    bool tight() const { return density_ == Density::Tight; }
    std::size_t rows() const { return rows_; }  // of buttons
    float height() const {
        return std::accumulate(items_.begin(), items_.end(), 0.0F,
                               [](float sum, const Item& item) { return sum + item.height; });
    }

    void gap(float base) {
        items_.push_back({px(tight() ? base / 2 : base), [](const Rect&) {}});
    }

    void words(Type type, Colour colour, const std::string& words) {
        items_.push_back({paint::paragraph_height(type, words, width_),
                          [=](const Rect& at) { paint::paragraph(at, type, colour, words); }});
    }

    void line(Type type, Colour colour, const std::string& words) {
        items_.push_back(
            {look().line_px(type), [=](const Rect& at) { paint::text(at, type, colour, words); }});
    }

    // Words with a button at their right.
    void line_with_button(Type type, const std::string& words, const ButtonSpec& spec) {
        ++rows_;
        const float height = std::max(look().line_px(type), row_px_);
        items_.push_back(
            {height, [=, this](const Rect& at) {
                 Rect row = at;
                 const Rect place = row.cut_right(button_width(spec)).centred(row.width, row_px_);
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

    // Side by side where their words fit, else below each other, if need be in two lines. Each asks
    // for its command.
    void buttons(std::vector<ButtonSpec> specs) {
        const float between = px(space::small);
        const auto count = static_cast<float>(specs.size());
        float words = (count - 1) * between;
        float widest = 0;
        for (const ButtonSpec& spec : specs) {
            words += button_width(spec);
            widest = std::max(widest, button_width(spec));
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
        const float below = tight() ? px(space::hair) : between;
        items_.push_back({height + below, [=, this](const Rect& at) {
                              Rect row = at;
                              row.height = height;
                              for (const ButtonSpec& spec : specs) {
                                  const float wide =
                                      !fit || widest <= each ? each : button_width(spec) + spare;
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

void what_it_sees(Column& column, const RoomPanelView& room) {
    column.words(Type::BodyStrong, room.frozen ? palette().accent : palette().text, room.sees);
    column.gap(space::small);
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
    column.gap(space::medium);
    column.line(Type::SmallStrong, p.quiet, _("Next"));
    if (!room.next_person.empty()) {
        column.words(Type::BodyStrong, p.text, room.next_person);
        column.words(Type::Body, p.text, room.next_question);
    } else {
        column.words(Type::Body, p.text, room.next_note);
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
    column.gap(space::medium);
    // How long there is says itself.
    if (!column.tight() || room.timer.empty()) {
        column.line(Type::SmallStrong, p.quiet, _("Time to talk"));
    }
    if (!room.timer.empty()) {
        ButtonSpec stop = asking("timer_stop", _("Stop"));
        stop.said = _("Stop the timer");
        column.line_with_button(Type::Title, room.timer, stop);
    }
    column.gap(space::small);
    ButtonSpec one = asking("timer_minute", _("+ 1 min"));
    ButtonSpec five = asking("timer_five", _("+ 5 min"));
    one.said = _("One minute more to talk");
    five.said = _("Five minutes more to talk");
    column.buttons({one, five});
}

void where_it_is(Column& column, const RoomPanelView& room) {
    column.gap(space::medium);
    column.words(Type::Small, palette().quiet, room.sound);
    column.gap(space::medium);
    column.buttons(
        {asking("room_window", room.split ? _("In a window of its own") : _("Beside this strip"))});
    column.buttons({asking("room", _("Close the room"), Icon::Close)});
}

}  // namespace

void draw_room_panel(const Rect& place, const RoomPanelView& room, Actions& asked) {
    layer().begin_area(Area::Questions);
    paint::fill(place, palette().surface);
    const auto fill = [&room](Column& column) {
        if (!column.tight()) {
            column.line(Type::Lead, palette().text, _("The room"));
            column.gap(space::small);
        }
        what_it_sees(column, room);
        if (column.tight()) how_long(column, room);
        what_comes_next(column, room);
        if (!column.tight()) how_long(column, room);
        where_it_is(column, room);
    };
    const float mark = px(space::small);  // what tells how far down one is
    const Rect inside = place.inset(px(space::large), px(space::medium));
    const float control = look().control_px();
    Column airy(inside.width - mark, Column::Density::Airy, control, asked);
    fill(airy);
    if (airy.height() <= inside.height) {
        airy.draw(inside);
        return;
    }
    // In little room what is pressed in a hurry comes first, and the time; and the buttons are as
    // high as there is room for.
    const Rect more = place.inset(px(space::medium), px(space::small));
    const float least =
        std::max(smallest_button_px, look().line_px(Type::BodyStrong) + px(space::small));
    Column lowest(more.width - mark, Column::Density::Tight, least, asked);
    fill(lowest);
    const float spare = std::max(0.0F, more.height - lowest.height());
    const float row =
        std::min(control, least + std::floor(spare / static_cast<float>(lowest.rows())));
    Column tight(more.width - mark, Column::Density::Tight, row, asked);
    fill(tight);
    tight.draw(more);
}

}  // namespace ui
