#include <algorithm>
#include <cmath>
#include <utility>

#include "player/ui/controls.h"
#include "player/ui/stage_parts.h"

namespace ui {

namespace {

const char* promise() {
    return _("People at work answer the same questions. Watch one, compare all, talk.");
}

// What the program is about, as a picture: people across, questions down, one row and one column
// that cross. It runs over the edges of its place, which clips it.
void draw_motif(const Rect& place, float step, int column, int row) {
    const Palette& p = palette();
    const float gap = std::max(2.0F, std::round(step * 0.14F));
    const int across = static_cast<int>(place.width / step) + 1;
    const int down = static_cast<int>(place.height / step);
    for (int y = 0; y < down; ++y) {
        for (int x = 0; x < across; ++x) {
            const bool on_row = y == row;
            const bool on_column = x == column;
            const Colour colour = on_row && on_column ? p.text
                                  : on_row            ? p.accent
                                  : on_column         ? p.themes[1]
                                                      : p.line;
            const Rect cell{place.x + static_cast<float>(x) * step,
                            place.y + static_cast<float>(y) * step, step - gap, step - gap};
            paint::fill(cell.common(place), colour);
        }
    }
}

struct CardText {
    std::string first;  // what a click does
    std::string about;
    std::string facts;  // size and funder
    std::string notice;
};

// In little room a card says less, so that what a click does is in sight.
enum class CardSays { All, NoFacts, NoAbout, NoNotice };

CardText card_text(const ModuleTile& tile, CardSays says) {
    CardText text;
    if (!tile.can_open) {
        text.first = tile.progress_text ? _("Ready in a moment") : _("Cannot be opened yet");
    } else if (tile.last_place.empty()) {
        text.first = _("Open");
    } else {
        text.first = _("Continue: {}", tile.last_place);
    }
    if (says < CardSays::NoNotice) text.notice = tile.notice;
    if (says < CardSays::NoAbout) text.about = tile.about;
    if (says != CardSays::All) return text;
    text.facts = tile.size;
    if (!tile.funder.empty()) {
        if (!text.facts.empty()) text.facts += "  \u00B7  ";
        text.facts += _("Paid for by {}", tile.funder);
    }
    return text;
}

float notice_height(const CardText& text, float width) {
    return paint::paragraph_height(Type::SmallStrong, text.notice, width, 2);
}

float card_height(const ModuleTile& tile, CardSays says, float width) {
    const CardText text = card_text(tile, says);
    const float inner = width - 2 * px(space::huge);
    float height = 2 * px(space::large) + look().line_px(Type::Title) + px(space::hair);
    height += paint::paragraph_height(Type::Body, text.about, inner, 3);
    if (!text.facts.empty()) height += px(space::small) + look().line_px(Type::Small);
    if (!text.notice.empty()) {
        height += px(space::small) + notice_height(text, inner);
    }
    if (tile.progress_text) height += px(space::medium) + look().line_px(Type::Small) + px(14);
    height += px(space::medium) + look().control_px();
    return height;
}

CardSays card_says(const ModuleTile& tile, float width, float room) {
    for (const CardSays says : {CardSays::All, CardSays::NoFacts, CardSays::NoAbout}) {
        if (card_height(tile, says, width) <= room) return says;
    }
    return CardSays::NoNotice;
}

bool draw_card(const Rect& place, const ModuleTile& tile, CardSays says, std::size_t number) {
    const Palette& p = palette();
    const CardText text = card_text(tile, says);
    const Touch touch = layer().control({.id = id_of("module", number),
                                         .role = Role::Button,
                                         .name = tile.title.empty() ? tile.folder : tile.title,
                                         .value = text.first,
                                         .place = place,
                                         .enabled = tile.can_open,
                                         .tooltip = tile.folder});
    const float edge = std::max(1.0F, std::floor(look().scale));
    const Colour ground = touch.held ? p.pressed : touch.hovered ? p.hover : p.raised;
    paint::box(place, ground, touch.hovered ? p.accent : p.edge, edge);
    Rect room = place.inset(px(space::huge), px(space::large));
    paint::text(room.cut_top(look().line_px(Type::Title)), Type::Title, p.text,
                tile.title.empty() ? tile.folder : tile.title);
    room.cut_top(px(space::hair));
    const float about = paint::paragraph_height(Type::Body, text.about, room.width, 3);
    paint::paragraph(room.cut_top(about), Type::Body, p.quiet, text.about, 3);
    if (!text.facts.empty()) {
        room.cut_top(px(space::small));
        paint::text(room.cut_top(look().line_px(Type::Small)), Type::Small, p.quiet, text.facts);
    }
    if (!text.notice.empty()) {
        room.cut_top(px(space::small));
        paint::paragraph(room.cut_top(notice_height(text, room.width)), Type::SmallStrong, p.text,
                         text.notice, 2);
    }
    if (tile.progress_text) {
        room.cut_top(px(space::medium));
        paint::text(room.cut_top(look().line_px(Type::Small)), Type::SmallStrong, p.text,
                    *tile.progress_text);
        room.cut_top(px(6));
        Rect bar = room.cut_top(px(8));
        paint::fill(bar, p.pressed);
        const auto part = static_cast<float>(std::clamp(tile.progress, 0.0, 1.0));
        paint::fill(bar.cut_left(std::round(bar.width * part)), p.accent);
    }
    Rect foot = room.cut_bottom(look().control_px());
    const float width = std::min(
        foot.width * 0.66F, paint::text_width(Type::BodyStrong, text.first) + 2 * px(space::large));
    const Rect open = foot.cut_left(std::round(width));
    if (tile.can_open) paint::fill_round(open, touch.held ? p.accent_pressed : p.accent);
    paint::text(tile.can_open ? open.inset(px(space::medium), 0) : open, Type::BodyStrong,
                tile.can_open ? p.on_accent : p.quiet, text.first,
                tile.can_open ? paint::Align::Middle : paint::Align::Start);
    foot.cut_left(px(space::large));
    if (tile.problems > 0) {
        const std::string problems =
            plural("{} problem", "{} problems", static_cast<std::size_t>(tile.problems));
        const float words = paint::text_width(Type::Small, problems);
        Rect right = foot.cut_right(words + px(size_of(IconSize::Small)) + px(space::hair) + 1);
        const Rect mark = right.cut_left(px(size_of(IconSize::Small)));
        right.cut_left(px(space::hair));
        paint::icon(mark.middle_x(), mark.middle_y(), Icon::Problem, IconSize::Small, p.alert);
        paint::text(right, Type::Small, p.alert, problems);
    }
    if (touch.focused) layer().ring(place.inset(px(1)));
    return touch.clicked;
}

void draw_modules(const Rect& place, const StartView& view, UiState& state,
                  std::vector<Action>& asked) {
    const Palette& p = palette();
    layer().begin_area(Area::Modules);
    if (view.modules.empty()) {
        Rect room = place.centred(std::min(place.width, px(520)), px(220));
        paint::icon(room.middle_x(), room.y + px(30), Icon::Modules, IconSize::Large, p.quiet);
        room.cut_top(px(72));
        paint::paragraph(room.cut_top(paint::leading(Type::Title)), Type::Title, p.text,
                         _("No module yet"), 1, paint::Align::Middle);
        room.cut_top(px(space::small));
        paint::paragraph(room, Type::Body, p.quiet,
                         _("A module is a folder, or one .crosscut file, with films of people who "
                           "all answer the same questions. Open one below."),
                         4, paint::Align::Middle);
        return;
    }
    const float gap = px(space::large);
    float width = place.width;
    std::vector<float> heights;
    std::vector<CardSays> says;
    const auto measure = [&] {
        heights.clear();
        says.clear();
        float content = 0;
        for (const ModuleTile& tile : view.modules) {
            says.push_back(card_says(tile, width, place.height));
            heights.push_back(card_height(tile, says.back(), width));
            content += heights.back() + gap;
        }
        return content;
    };
    float content = measure();
    if (content - gap > place.height) {
        width -= px(space::medium);  // room for the mark of how far down one is
        content = measure();
    }
    const Layer::Scrolled scrolled =
        layer().begin_scroll(id_of("modules"), place, Axis::Down, content - gap, 0, {});
    if (const auto to = std::exchange(state.to_module, std::nullopt)) {
        layer().move_focus_to(id_of("module", *to));
    }
    layer().begin_list(id_of("modules"), Axis::Down);
    float y = place.y - scrolled.offset;
    for (std::size_t i = 0; i < view.modules.size(); ++i) {
        const ModuleTile& tile = view.modules[i];
        const Rect card{place.x, y, width, heights[i]};
        y += heights[i] + gap;
        if (card.common(place).empty()) {
            layer().unseen({.id = id_of("module", i),
                            .name = tile.title.empty() ? tile.folder : tile.title,
                            .place = card,
                            .enabled = tile.can_open});
        } else if (draw_card(card, tile, says[i], i)) {
            asked.push_back(OpenModule{tile.folder});
        }
    }
    layer().end_list();
    layer().end_scroll();
}

void draw_open(Rect place, UiState& state, std::vector<Action>& asked) {
    layer().begin_area(Area::Place);
    const ButtonSpec open{.id = "open folder",
                          .label = _("Open"),
                          .icon = Icon::Folder,
                          .enabled = !state.typed.empty()};
    const Rect open_place = place.cut_right(button_width(open));
    place.cut_right(px(space::small));
    const bool asks = state.request_focus && state.panel == Panel::None;  // else a panel does
    if (asks) state.request_focus = false;
    const FieldEdit edit =
        text_field(place, "folder", _("Folder or file of a module"),
                   _("Folder or .crosscut file of a module, for example /home/me/modules/work"),
                   state.typed, asks);
    const bool pressed = button(open_place, open);
    if ((pressed || edit.entered) && !state.typed.empty()) asked.push_back(OpenModule{state.typed});
}

ButtonSpec settings_button() {
    return {.id = "settings",
            .label = _("Settings"),
            .icon = Icon::Settings,
            .command = "settings",
            .style = ButtonStyle::Quiet};
}

ButtonSpec help_button() {
    return {.id = "help",
            .label = _("Help"),
            .icon = Icon::Help,
            .command = "help",
            .style = ButtonStyle::Quiet};
}

// At the end of the strip, which loses their place.
void draw_side_buttons(Rect& strip, std::vector<Action>& asked) {
    const Rect help = strip.cut_right(button_width(help_button()));
    strip.cut_right(px(space::hair));
    const Rect settings = strip.cut_right(button_width(settings_button()));
    if (button(settings, settings_button())) asked.push_back(Command{"settings"});
    if (button(help, help_button())) asked.push_back(Command{"help"});
}

void draw_identity(const Rect& place, std::vector<Action>& asked) {
    const Palette& p = palette();
    paint::fill(place, p.surface);
    Rect side = place;
    const float margin = px(44);
    const float step = std::floor(place.width / 9.4F);
    const int rows = static_cast<int>(std::min(place.height * 0.5F, step * 7) / step);
    Rect picture = side.cut_top(static_cast<float>(rows) * step);
    picture.cut_top(std::round(step * 0.4F));
    draw_motif(picture, step, 5, 2);
    side = side.inset(margin, 0);
    side.cut_top(px(space::huge));
    paint::text(side.cut_top(look().line_px(Type::Display)), Type::Display, p.text, "Crosscut");
    side.cut_top(px(space::hair));
    const float said =
        paint::paragraph_height(Type::Lead, _("One question, many lives"), side.width);
    paint::paragraph(side.cut_top(said), Type::Lead, p.accent, _("One question, many lives"));
    side.cut_top(px(space::medium));
    side.cut_bottom(px(36));
    Rect foot = side.cut_bottom(look().control_px());
    const float promised = paint::paragraph_height(Type::Body, promise(), side.width);
    if (promised <= side.height) {
        paint::paragraph(side.cut_top(promised), Type::Body, p.quiet, promise());
    }
    foot = foot.moved(-px(space::medium), 0);
    layer().begin_area(Area::Place);
    for (const ButtonSpec& spec : {settings_button(), help_button()}) {
        if (button(foot.cut_left(button_width(spec)), spec)) {
            asked.push_back(Command{std::string(spec.command)});
        }
        foot.cut_left(px(space::hair));
    }
}

// Why the last folder could not be opened, above the field where the next one is typed.
void draw_sentence(Rect& room, const std::string& sentence, std::vector<Action>& asked) {
    const Palette& p = palette();
    const float control = look().control_px();
    const float pad = px(space::large);
    const float inner = room.width - 2 * pad - control - px(space::small);
    const float height = std::max(control, paint::paragraph_height(Type::Body, sentence, inner, 4));
    Rect card = room.cut_bottom(height + px(space::large));
    room.cut_bottom(px(space::medium));
    paint::fill(card, p.raised);
    paint::fill({card.x, card.y, std::max(3.0F, px(4)), card.height}, p.alert);
    card = card.inset(pad, px(space::small));
    Rect close = card.cut_right(control);
    close.height = control;
    layer().begin_area(Area::Place);
    if (button(close, {.id = "close sentence",
                       .label = _("Close this message"),
                       .icon = Icon::Close,
                       .command = "back_out",
                       .style = ButtonStyle::Quiet,
                       .words = false})) {
        asked.push_back(Command{"back_out"});
    }
    const float tall = paint::paragraph_height(Type::Body, sentence, inner, 4);
    card.cut_top((card.height - tall) / 2);
    paint::paragraph({card.x, card.y, inner, card.height}, Type::Body, p.text, sentence, 4);
}

}  // namespace

std::vector<Action> start_screen(const StartView& view, const catalogue::KeyTable& keys,
                                 UiState& state) {
    const Palette& p = palette();
    std::vector<Action> asked;
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    const Rect display{0, 0, size.x, size.y};
    layer().set_keys(&keys);
    begin_surface("start", display);
    paint::fill(display, p.backdrop);

    // At the left who we are, at the right what there is.
    Rect room = display;
    const bool wide = display.width > look().em_px(Type::Body) * 52;
    if (wide) draw_identity(room.cut_left(std::round(display.width * 0.32F)), asked);
    room = room.inset(std::min(px(44), room.width * 0.05F), px(wide ? 36 : 16));
    if (!wide) {
        Rect head = room.cut_top(look().control_px());
        room.cut_top(px(space::small));
        draw_side_buttons(head, asked);
        paint::text(head, Type::Title, p.text, "Crosscut");
    }

    // While modules are chosen among, that is how; else the way to others.
    const bool chooses = !view.hint.empty();
    // In little room a sentence stands in the place of the heading.
    const bool little = display.height < look().em_px(Type::Body) * 34;
    const bool headed = !(view.sentence && little);
    const float label = look().line_px(Type::Small);
    const float heading = headed ? label + px(space::small) : 0;
    const float needed = chooses ? paint::paragraph_height(Type::Lead, view.hint, room.width) + 1
                                 : look().control_px() + heading;
    Rect open = room.cut_bottom(needed);
    room.cut_bottom(px(headed ? space::large : space::small));
    if (view.sentence) draw_sentence(room, *view.sentence, asked);
    draw_modules(room, view, state, asked);
    if (chooses) {
        paint::paragraph(open, Type::Lead, p.accent, view.hint);
    } else {
        if (headed) {
            paint::text(open.cut_top(label), Type::Small, p.quiet,
                        _("Open another folder or file"));
            open.cut_top(px(space::small));
        }
        draw_open(open, state, asked);
    }
    const bool help = state.panel == Panel::Help;
    if (help || state.panel == Panel::StillNeeded) draw_veil(display);
    end_surface();
    if (help) draw_help(display, keys, state);
    return asked;
}

}  // namespace ui
