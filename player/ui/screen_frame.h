// What the screens beside the stage have in common: the bar at the top, what stands there while
// there is nothing to show, and how they begin and end. Private to this folder.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "player/ui/controls.h"
#include "player/ui/stage_parts.h"

namespace ui {

// The whole window.
Rect whole_display();

// The least height of letters that the back row reads.
float back_row_px();

// Even the smallest letters are large enough for it: there is room for few of them.
bool large_letters();

// Begins the surface `name`. False when the screen is black: then nothing more belongs on it but
// end_screen().
bool begin_screen(const char* name, const catalogue::KeyTable& keys, bool black);
// Ends it, with the help over it when that is open.
void end_screen(const catalogue::KeyTable& keys, UiState& ui, bool black);

struct ScreenBar {
    Icon icon;
    std::string_view title;
    std::string_view beside;  // the module
    // For as long as it is there, in place of what is beside, or of the title, too, where it needs
    // that room: nothing below moves.
    std::optional<std::string> passing = {};
};
// Takes the words from buttons side by side until they fit: first from those whose pictures
// everybody knows, then from the last ones, and in the end from those that keep them longest.
void drop_words(std::span<ButtonSpec> buttons, float width_px);
// Takes the bar's room from the top. Buttons stand at the right and lose their words where there is
// little room.
// @returns which was pressed
std::optional<std::size_t> draw_screen_bar(Rect& room, const ScreenBar& bar,
                                           std::span<ButtonSpec> buttons);

ButtonSpec film_button();
ButtonSpec screen_help_button();

// A passing sentence takes its room from the words: it never lies over them.
void cut_toast(Rect& room, const std::optional<std::string>& toast);

// A sentence across the screen, with what can be done about it.
struct Notice {
    Icon icon = Icon::Problem;
    std::string words;
    std::vector<ButtonSpec> buttons;
    bool asks = false;  // it waits for an answer: it comes first and cannot be closed
};
struct NoticeButton {
    std::size_t notice = 0;
    std::size_t button = 0;
};
// Of a screen's room, where there is more on it than they.
constexpr float notices_share = 0.62F;
// They take the room they need from the top. Where that would leave too little for the screen they
// come one at a time, and each can be closed; what is more than `most_px` scrolls. A passing
// sentence is one more strip below them, so that it hides nothing; without notices it is drawn as
// elsewhere.
// @returns which button was pressed
std::optional<NoticeButton> cut_notices(Rect& room, std::span<const Notice> notices,
                                        const std::optional<std::string>& toast, float most_px,
                                        NoticesState& state);

// In the middle, instead of what is not there: what that is and what to do.
void draw_nothing_here(const Rect& place, Icon icon, std::string_view what, std::string_view hint);

}  // namespace ui
