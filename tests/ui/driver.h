// Draws views for some frames without a window, with a made-up mouse and keyboard, and finds
// controls by what they are called.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "player/ui/class_wall_view.h"
#include "player/ui/clicker_view.h"
#include "player/ui/index_view.h"
#include "player/ui/interface.h"
#include "player/ui/lesson_view.h"
#include "player/ui/notebook_view.h"
#include "player/ui/search_view.h"
#include "player/ui/still_needed_view.h"
#include "player/ui/theme.h"
#include "player/ui/views.h"
#include "player/ui/widgets.h"
#include "tests/ui/made_up_views.h"

namespace ui_tests {

struct Size {
    int width_px = 1280;
    int height_px = 720;
    float scale = 1;
};

// What a driver shows in a scene before the scene changes it.
struct Material {
    ui::StartView start;
    ui::StageView stage;
};

class Driver {
public:
    explicit Driver(Size size = {});

    // What is drawn from now on. The view is a copy: change it through `stage` and `start`.
    void show(const ui::StageView& view);
    void show(const ui::StartView& view);
    void show(const ui::WallView& view);
    void show(const ui::SearchView& view);
    void show(const ui::NotebookView& view);
    void show(const ui::LessonView& view);
    void show(const ui::ClassWallView& view);
    void show(const ui::IndexView& view);

    // Draws frames and gives back everything that was asked for in them.
    std::vector<ui::Action> frames(int count = 2);
    std::vector<ui::Action> click(std::string_view name);
    std::vector<ui::Action> click_at(float x_px, float y_px);
    // Presses at one place, moves to the other in steps, lets go.
    std::vector<ui::Action> drag(float from_x, float from_y, float to_x, float to_y);
    std::vector<ui::Action> wheel(float x_px, float y_px, float notches);
    std::vector<ui::Action> type(std::string_view words);
    std::vector<ui::Action> press(ui::UiKey key);

    // The control of this name that can be seen, or that is there at all; fails the test if none.
    ui::WidgetRecord control(std::string_view name) const;
    bool has(std::string_view name) const;
    // Whether these words were drawn in the last frame.
    bool says(std::string_view words) const;
    // The same for words that may have been divided into lines.
    bool says_in_lines(std::string_view words) const;
    // Whether a rectangle of this colour was drawn there in the last frame.
    bool fills(const ui::PlacePx& place, ui::Colour colour) const;
    // Name of the control that the keyboard is on; empty when on none.
    std::string focused() const;

    Size size;
    std::optional<Material> material;  // nothing: what every_screen.cpp makes up
    ui::UiState state;
    ui::StageView stage;
    ui::StartView start;
    ui::WallView wall_view;
    ui::WallState wall_state;
    ui::WallDrawn wall;  // of the last frame
    ui::SearchView search_view;
    ui::SearchState search_state;
    ui::SearchDrawn search;            // of the last frame
    std::optional<std::size_t> taken;  // of all frames, the latest
    ui::NotebookView notebook;
    ui::NotebookState notebook_state;
    std::vector<ui::NotebookAsk> notes;  // of all frames
    ui::ClassWallView class_wall;
    ui::ClassWallState class_wall_state;
    std::vector<ui::ClassWallAsk> class_wall_asked;  // of all frames
    std::optional<ui::ThoughtView> thought;          // beside the stage
    std::optional<ui::FoundStripView> strip;         // over the stage
    std::optional<std::string> film_prompt;          // over the stage
    ui::IndexView index;
    std::optional<ui::IndexDrawn::Seek> index_seek;  // of all frames, the latest
    std::optional<std::size_t> index_question;       // likewise
    ui::LessonView lesson;
    ui::LessonState lesson_state;
    std::vector<ui::LessonAsk> lesson_asked;  // in all frames so far
    ui::SettingsView settings;                // drawn while the panel is Settings
    ui::StillNeededView still_needed;         // drawn while the panel is StillNeeded
    ui::StillNeededState still_needed_state;
    std::optional<ui::StillNeeded> answered;  // of all frames, the latest
    ui::ClickerView clicker;                  // drawn while the panel is Clicker
    std::optional<std::size_t> clicked_item;  // of all frames, the latest
    ui::Drawn drawn;                          // the last frame
    ui::FilmPlace film;                       // of the last frame
    std::optional<lessons::Cell> resting_on;
    float panel_left_px = 0;  // of the settings
    std::optional<ui::FilmPlace> caption_trial;
    std::unique_ptr<ui::Interface> interface;

private:
    enum class Screen {
        Start,
        Stage,
        Wall,
        Search,
        Lesson,
        Notebook,
        ClassWall,
        Index
    } screen_ = Screen::Stage;
};

}  // namespace ui_tests
