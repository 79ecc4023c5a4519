#include "player/app/tour/tour_script.h"

#include <optional>

namespace app {
namespace {

using catalogue::CellState;
using catalogue::ThemeChoice;

std::optional<lessons::Cell> first_cell(const catalogue::Module& module, CellState state) {
    for (std::size_t question = 0; question < module.questions.size(); ++question) {
        for (std::size_t person = 0; person < module.people.size(); ++person) {
            if (module.cell(person, question).state == state) {
                return lessons::Cell{static_cast<int>(person), static_cast<int>(question)};
            }
        }
    }
    return std::nullopt;
}

ui::SetPreferences themed(ThemeChoice theme) {
    catalogue::Preferences preferences;
    preferences.theme = theme;
    return {preferences};
}

class Script {
public:
    Script& press(const char* command) {
        steps_.emplace_back(Do{ui::Command{command}});
        return *this;
    }
    Script& act(ui::Action action) {
        steps_.emplace_back(Do{std::move(action)});
        return *this;
    }
    Script& wait(double seconds) {
        steps_.emplace_back(Wait{seconds});
        return *this;
    }
    Script& shot(const char* name) {
        steps_.emplace_back(Shot{name});
        return *this;
    }
    std::vector<TourStep> steps() && { return std::move(steps_); }

private:
    std::vector<TourStep> steps_;
};

}  // namespace

std::vector<TourStep> tour_of(const catalogue::Module& module, const std::string& folder) {
    Script script;
    script.wait(3).shot("start");
    script.act(ui::OpenModule{folder}).wait(3).shot("stage-before-playing");

    // Stop and talk: one answer to its end, then the next.
    script.press("play_pause").wait(7).shot("stop-and-talk");
    script.press("tenth_9").press("forward_5").wait(4).shot("stop-and-talk-held");
    script.press("next").wait(5).shot("next-question");

    // Hang on this question: two more people answer it.
    script.press("hang").wait(1).press("next").wait(5).shot("hang-on-question");
    script.press("next").wait(8).shot("hang-on-question-next-person");

    // Whole case study: runs on by itself.
    script.press("whole_case").wait(1).press("tenth_9").wait(9).shot("whole-case-study");

    // Mix it up: three draws.
    script.press("mix").wait(1).press("next").wait(5).shot("mix-it-up");
    script.press("next").wait(8).shot("mix-it-up-why");
    script.press("seed").wait(2).shot("mix-seed").press("back_out");
    script.press("reshuffle").wait(4).shot("mix-reshuffled");

    // Everybody and everything at once; from there to another cell.
    script.press("wall").wait(5).shot("wall").press("back_out").wait(1);
    script.press("wall").wait(1);
    script.act(lessons::Input{lessons::ChooseCell{{0, 0}}}).wait(3).shot("chosen-on-the-wall");

    // What everybody says with one word, and one passage of it.
    script.press("search").wait(1).shot("search");
    script.act(ui::SearchFor{"work"}).wait(2).shot("search-found");
    script.press("found_in_turn").wait(6).shot("search-heard-in-turn");
    script.press("found_in_turn").wait(2).press("drop_found");

    // Reading beside the film.
    script.press("stop_and_talk").press("information").wait(4).shot("information");
    script.press("information").wait(2);
    script.press("help").wait(4).shot("help").press("back_out");
    script.press("go_to").wait(2).shot("go-to").press("back_out");
    script.press("previous_question").press("questions").wait(6).shot("question-list-closed");
    script.press("questions");
    script.press("captions_larger").press("captions_larger").wait(5).shot("captions-larger");
    script.press("captions_smaller").press("captions_smaller");
    script.press("captions").wait(3).shot("captions-off").press("captions");

    // The other themes, as they are set.
    script.press("settings").act(themed(ThemeChoice::Light)).wait(1).shot("settings-light");
    script.press("caption_settings").act(themed(ThemeChoice::Cream)).wait(2).shot("captions-cream");
    script.press("back_out").act(themed(ThemeChoice::HighContrast)).wait(1).shot("high-contrast");
    script.act(themed(ThemeChoice::Dark));

    // What is not there.
    if (const auto empty = first_cell(module, CellState::Empty)) {
        script.act(lessons::Input{lessons::ChooseCell{*empty}}).wait(3).shot("empty-cell");
    }
    if (const auto withheld = first_cell(module, CellState::Withheld)) {
        script.act(lessons::Input{lessons::ChooseCell{*withheld}}).wait(3).shot("withheld-cell");
    }
    script.press("previous").press("previous").wait(5).shot("previous");
    script.press("full_screen").wait(7).shot("full-screen-quiet").press("full_screen");
    script.press("problems").wait(3).shot("problems").press("back_out");
    script.press("black").wait(2).shot("black-screen").press("black").wait(2);
    script.press("start_screen").wait(3).shot("start-again");
    return std::move(script).steps();
}

}  // namespace app
