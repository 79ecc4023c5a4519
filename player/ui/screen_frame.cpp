#include "player/ui/screen_frame.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <imgui.h>

namespace ui {

namespace {

// Pictures that everybody knows from elsewhere.
bool says_it_without_words(Icon icon) {
    return icon == Icon::Help || icon == Icon::Print || icon == Icon::Play || icon == Icon::Pause ||
           icon == Icon::Again;
}

// What belongs to it stands beside it, or below it where there is no room for that.
void draw_title(Rect room, const ScreenBar& bar) {
    const Palette& p = palette();
    const float wanted = paint::text_width(Type::Title, bar.title) + px(space::large) +
                         paint::text_width(Type::Body, bar.beside);
    const float below = look().line_px(Type::Small);
    const float both = look().line_px(Type::Lead) + below;
    if (!bar.beside.empty() && wanted > room.width && both <= room.height) {
        room = room.centred(room.width, both);
        paint::text(room.cut_bottom(below), Type::Small, p.quiet, bar.beside);
        const bool large = paint::text_width(Type::Lead, bar.title) <= room.width;
        paint::text(room, large ? Type::Lead : Type::BodyStrong, p.text, bar.title);
        return;
    }
    room.cut_left(paint::heading(room, p.text, bar.title) + px(space::large));
    paint::text(room, Type::Body, p.quiet, bar.beside);
}

// Below the title, in one line; not where it is too long for that.
bool draw_passing_below_title(Rect room, const ScreenBar& bar) {
    const float below = look().line_px(Type::Small);
    const std::string words = in_one_line(Type::Small, *bar.passing, room.width);
    const bool fits = paint::text_width(Type::Small, words) <= room.width;
    const float title = look().line_px(Type::Lead);
    if (!fits || title + below > room.height) return false;
    room = room.centred(room.width, title + below);
    paint::text(room.cut_bottom(below), Type::Small, palette().text, words);
    const bool large = paint::text_width(Type::Lead, bar.title) <= room.width;
    paint::text(room, large ? Type::Lead : Type::BodyStrong, palette().text, bar.title);
    return true;
}

}  // namespace

Rect whole_display() {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    return {0, 0, size.x, size.y};
}

float back_row_px() {
    return whole_display().height / 22;
}

bool large_letters() {
    return look().em_px(Type::Body) >= back_row_px();
}

bool begin_screen(const char* name, const catalogue::KeyTable& keys, bool black) {
    layer().set_keys(&keys);
    begin_surface(name, whole_display());
    if (black) paint::fill(whole_display(), black_screen);
    return !black;
}

void end_screen(const catalogue::KeyTable& keys, UiState& ui, bool black) {
    const bool help = !black && ui.panel == Panel::Help;
    if (help) draw_veil(whole_display());
    end_surface();
    if (help) draw_help(whole_display(), keys, ui);
}

void drop_words(std::span<ButtonSpec> buttons, float width_px) {
    const auto needed = [&] {
        float sum = 0;
        for (const ButtonSpec& spec : buttons)
            sum += button_width(spec) + px(space::small);
        return sum;
    };
    const auto turn_of = [](const ButtonSpec& spec) {
        return spec.words_last ? 2 : says_it_without_words(spec.icon) ? 0 : 1;
    };
    for (const int turn : {0, 1, 2}) {
        for (auto spec = buttons.rbegin(); spec != buttons.rend() && needed() > width_px; ++spec) {
            if (turn_of(*spec) == turn) spec->words = false;
        }
    }
}

std::optional<std::size_t> draw_screen_bar(Rect& room, const ScreenBar& bar,
                                           std::span<ButtonSpec> buttons) {
    const Palette& p = palette();
    const Rect ground = room.cut_top(look().control_px() + 2 * px(space::small));
    paint::fill(ground, p.surface);
    Rect left = ground.inset(px(space::large), 0);
    drop_words(buttons, left.width * 0.6F);
    std::vector<Rect> places(buttons.size());
    for (std::size_t i = buttons.size(); i-- > 0;) {
        const Rect strip = left.cut_right(button_width(buttons[i]));
        left.cut_right(px(space::small));
        places[i] = strip.centred(strip.width, look().control_px());
    }
    layer().begin_area(Area::Ways);
    Rect words = left;
    const Rect mark = words.cut_left(px(size_of(IconSize::Medium)));
    words.cut_left(px(space::small));
    const bool over_all = bar.passing && !draw_passing_below_title(words, bar);
    if (over_all) {
        draw_toast_in_row(left, *bar.passing);
    } else {
        paint::icon(mark.middle_x(), mark.middle_y(), bar.icon, IconSize::Medium, p.accent);
        if (!bar.passing) draw_title(words, bar);
    }
    std::optional<std::size_t> pressed;
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        if (button(places[i], buttons[i])) pressed = i;
    }
    return pressed;
}

ButtonSpec film_button() {
    return {.id = "back to film",
            .label = _("To the film"),
            .icon = Icon::Play,
            .command = "stage_screen"};
}

ButtonSpec screen_help_button() {
    return {.id = "help", .label = _("Help"), .icon = Icon::Help, .command = "help"};
}

void cut_toast(Rect& room, const std::optional<std::string>& toast) {
    if (toast) room.cut_top(draw_toast(room, *toast) - room.y);
}

void draw_nothing_here(const Rect& place, Icon picture, std::string_view what,
                       std::string_view hint) {
    const Palette& p = palette();
    const float width = std::min(place.width - 2 * px(space::large), px(620));
    struct Words {
        Type what;
        Type hint;
    };
    float title = 0;
    float words = 0;
    const auto lay_out = [&](const Words& in) {
        title = paint::paragraph_height(in.what, what, width);
        const float said = hint.empty() ? 0 : paint::paragraph_height(in.hint, hint, width);
        words = title + px(space::small) + said + 2;
        return words <= place.height;
    };
    // What to do is to be seen without scrolling: rather in smaller letters.
    Words letters{Type::Title, Type::Body};
    for (const Words smaller :
         {Words{Type::Lead, Type::Body}, Words{Type::BodyStrong, Type::Small}}) {
        if (lay_out(letters)) break;
        letters = smaller;
    }
    lay_out(letters);
    const float above = px(size_of(IconSize::Large)) + px(space::medium);
    // In little room the words come first.
    const float mark = above + words <= place.height ? above : 0;
    const float total = mark + words;
    const Layer::Scrolled scrolled =
        layer().begin_scroll(id_of("nothing here"), place, Axis::Down, total, 0, {});
    Rect room = place.centred(width, std::min(total, place.height));
    room.y = place.y + std::round(std::max(0.0F, place.height - total) / 3) - scrolled.offset;
    room.height = total;
    const Rect top = room.cut_top(mark);
    if (mark > 0) {
        paint::icon(top.middle_x(), top.y + px(size_of(IconSize::Large)) / 2, picture,
                    IconSize::Large, p.quiet);
    }
    paint::paragraph(room.cut_top(title + 1), letters.what, p.text, what, 6, paint::Align::Middle);
    room.cut_top(px(space::small));
    paint::paragraph(room, letters.hint, p.quiet, hint, 12, paint::Align::Middle);
    layer().end_scroll();
}

}  // namespace ui
