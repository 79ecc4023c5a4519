// The teacher's hold on the room: what it sees, what comes next, how long the talk goes on.
#include <algorithm>
#include <functional>
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
    Column(float width, Actions& asked) : width_(width), asked_(asked) {}

    void gap(float base) {
        items_.push_back({px(base), [](const Rect&) {}});
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
        const float height = std::max(look().line_px(type), look().control_px());
        items_.push_back(
            {height, [=, this](const Rect& at) {
                 Rect row = at;
                 const Rect place =
                     row.cut_right(button_width(spec)).centred(row.width, look().control_px());
                 paint::text(row, type, palette().text, words);
                 if (button(place, spec)) {
                     asked_.push_back(Command{std::string(spec.id)});
                 }
             }});
    }

    // Side by side where their words fit, else below each other, if need be in two lines. Each asks
    // for its command.
    void buttons(std::vector<ButtonSpec> specs) {
        const auto count = static_cast<float>(specs.size());
        const float each = (width_ - (count - 1) * px(space::small)) / count;
        const bool fit = std::all_of(specs.begin(), specs.end(), [each](const ButtonSpec& spec) {
            return button_width(spec) <= each;
        });
        if (!fit && specs.size() > 1) {
            for (const ButtonSpec& spec : specs)
                buttons({spec});
            return;
        }
        const float in_two = 2 * paint::leading(Type::SmallStrong) + px(space::small);
        const float height = fit ? look().control_px() : std::max(look().control_px() + 1, in_two);
        items_.push_back({height + px(space::small), [=, this](const Rect& at) {
                              Rect row = at;
                              row.height = height;
                              for (const ButtonSpec& spec : specs) {
                                  if (button(row.cut_left(each), spec)) {
                                      asked_.push_back(Command{std::string(spec.id)});
                                  }
                                  row.cut_left(px(space::small));
                              }
                          }});
    }

    void draw(const Rect& room) {
        float content = 0;
        for (const Item& item : items_)
            content += item.height;
        const Layer::Scrolled scrolled =
            layer().begin_scroll(id_of("room panel"), room, Axis::Down, content, 0, {});
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
    column.line(Type::SmallStrong, p.quiet, _("Time to talk"));
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
    Rect inside = place.inset(px(space::large), px(space::medium));
    const Rect title = inside.cut_top(look().line_px(Type::Lead));
    paint::text(title, Type::Lead, palette().text, _("The room"));
    inside.cut_top(px(space::small));

    Column column(inside.width - px(space::small), asked);  // beside what tells how far down one is
    what_it_sees(column, room);
    what_comes_next(column, room);
    how_long(column, room);
    where_it_is(column, room);
    column.draw(inside);
}

}  // namespace ui
