#include "tests/ui/every_screen.h"

#include "tests/ui/scenes.h"

namespace ui_tests {

namespace {

// Settings in which the theme is chosen that is drawn.
ui::SettingsView settings_of(const Driver& driver) {
    ui::SettingsView settings;
    for (const auto& [theme, name] : catalogue::theme_names) {
        const ui::Colour ground = ui::palette_of(theme).backdrop;
        const std::uint32_t rgb =
            std::uint32_t{ground.r} << 16 | std::uint32_t{ground.g} << 8 | ground.b;
        if (rgb == driver.interface->backdrop_rgb()) settings.preferences.theme = theme;
    }
    return settings;
}

}  // namespace

void clear(Driver& driver) {
    driver.state = {};
    driver.settings = settings_of(driver);
    driver.still_needed_state = {};
    driver.search_state = {};
    driver.strip.reset();
    driver.film_prompt.reset();
    driver.thought.reset();
    driver.notebook_state = {};
    driver.class_wall_state = {};
    driver.interface->drop_focus();
    driver.interface->mouse_left();
}

// Names and questions as long as real ones are.
ui::StageView lifelike_stage() {
    ui::StageView view = made_up_stage();
    view.module_title = "A cross-section of twenty people at work";
    view.question = "What would you tell somebody of your age who is thinking about this work?";
    view.person = "Bartholomew Featherstonehaugh-Winterbottom";
    view.job = "an assistant to the deputy head of a school for music";
    view.faces[0].name = view.person;
    view.faces[1].heard = true;
    view.faces[2].state = catalogue::CellState::Withheld;
    view.faces[3].state = catalogue::CellState::Empty;
    view.questions[1].label = "Somebody of your age who thinks about it";
    view.questions[2].heard = true;
    view.questions[3].state = catalogue::CellState::Empty;
    view.questions[4].sensitive = true;
    view.information.name = view.person;
    view.information.then_alt = "A boy on a bicycle in front of a terraced house";
    view.information.now_alt = "A man at a desk with a pile of scores on it";
    return view;
}

namespace {

Scene stage(std::string name, std::function<void(ui::StageView&, ui::UiState&)> change) {
    return {"stage: " + std::move(name), [change = std::move(change)](Driver& driver) {
                clear(driver);
                ui::StageView view = driver.material ? driver.material->stage : lifelike_stage();
                change(view, driver.state);
                driver.show(view);
                driver.frames(3);
            }};
}

Scene start(std::string name, std::function<void(ui::StartView&, ui::UiState&)> change) {
    return {"start: " + std::move(name), [change = std::move(change)](Driver& driver) {
                clear(driver);
                ui::StartView view = driver.material ? driver.material->start : made_up_start();
                change(view, driver.state);
                driver.show(view);
                driver.frames(3);
            }};
}

ui::StillNeededView made_up_still_needed() {
    return {
        "The notebook for \u201cA cross-section of twenty people at work\u201d on this computer "
        "was to be kept until 31 August 2026. Is it still needed?",
        "Keep it until 31 August 2027",
        "Everything in this notebook goes, with its older copies and with what was guessed. That "
        "cannot be undone. What was printed, copied or handed in stays where it is."};
}

Scene search(std::string name, std::function<void(ui::SearchView&, ui::UiState&)> change) {
    return {"search: " + std::move(name), [change = std::move(change)](Driver& driver) {
                clear(driver);
                ui::SearchView view = made_up_search();
                driver.search_state.typed = "word";
                view.passages[1].who = "Bartholomew Featherstonehaugh-Winterbottom";
                view.passages[1].question = "Somebody of your age who is thinking about this work";
                view.passages[1].said = {
                    "It goes on for very much longer than there is room for in two lines of a list "
                    "on a small display with large letters on it, and only then, when nobody "
                    "listens any more, the word comes that somebody had been looking for.",
                    {{172, 176}}};
                change(view, driver.state);
                driver.show(view);
                driver.frames(3);
            }};
}

Scene with_strip(std::string name, ui::FoundStripView strip, bool full_screen) {
    return {"stage: " + std::move(name), [=](Driver& driver) {
                clear(driver);
                ui::StageView view = lifelike_stage();
                view.transport.full_screen = full_screen;
                driver.state.questions_open = !full_screen;
                driver.strip = strip;
                driver.show(view);
                driver.frames(3);
            }};
}

std::vector<Scene> make_scenes() {
    using ui::Panel;
    using ui::PlayState;
    using ui::SettingsPart;
    std::vector<Scene> all;
    const auto unchanged = [](auto&, auto&) {};
    const auto panel = [](Panel wanted) {
        return [wanted](auto& view, ui::UiState& state) {
            state.panel = wanted;
            if constexpr (requires { view.problems; }) {
                view.problems = {{{"people/moira.yaml", 14, 9},
                                  "the answer to 'q07' ends before it starts",
                                  "'out' must be later than 'in'"},
                                 {{"module.yaml", 3, 1}, "there is no title", "add one"}};
            }
        };
    };
    const auto settings = [](SettingsPart part) {
        return [part](auto&, ui::UiState& state) {
            state.panel = Panel::Settings;
            state.settings_part = part;
        };
    };
    all.push_back(start("modules", unchanged));
    all.push_back(start("no module", [](ui::StartView& v, auto&) { v.modules.clear(); }));
    all.push_back(start("a sentence", [](ui::StartView& v, auto&) {
        v.sentence =
            "/home/teacher/modules/work: this folder is not a Crosscut module (choose the folder "
            "that holds module.yaml)";
    }));
    all.push_back(start("help", panel(Panel::Help)));
    for (const bool deleting : {false, true}) {
        const std::string name = deleting ? "deleting is asked" : "is it still needed";
        const auto asks = [deleting](Driver& driver) {
            driver.state.panel = Panel::StillNeeded;
            driver.state.request_focus = true;
            driver.still_needed_state.deleting = deleting;
            driver.still_needed = made_up_still_needed();
        };
        all.push_back({"start: " + name, [asks](Driver& driver) {
                           clear(driver);
                           asks(driver);
                           driver.show(driver.material ? driver.material->start : made_up_start());
                           driver.frames(3);
                       }});
        all.push_back({"stage: " + name, [asks](Driver& driver) {
                           clear(driver);
                           asks(driver);
                           driver.show(lifelike_stage());
                           driver.frames(3);
                       }});
    }
    all.push_back(start("settings, screen", settings(SettingsPart::Screen)));
    all.push_back(start("settings, captions", settings(SettingsPart::Captions)));
    all.push_back(start("settings, sound and keys", settings(SettingsPart::SoundAndKeys)));
    all.push_back(start("settings, in class", settings(SettingsPart::InClass)));

    all.push_back(search("found", unchanged));
    all.push_back(search("found, captions being read", [](ui::SearchView& v, auto&) {
        v.names.clear();
        v.summary = "4312 passages, from 20 people";
        v.more = "Type more letters for fewer";
        v.progress = "Still reading captions: 7 of 20";
    }));
    const auto nothing = [](const char* what, const char* hint, std::vector<std::string> instead) {
        return [=](ui::SearchView& v, auto&) {
            v = {};
            v.nothing = what;
            v.hint = hint;
            v.instead = instead;
        };
    };
    all.push_back(search("nothing typed",
                         nothing("Find the moment.",
                                 "Type a word, and see at once where anybody says it. Up and Down "
                                 "choose, Enter plays from there.",
                                 {})));
    all.push_back(search("nothing found",
                         nothing("Nobody says \u201Caprenticeship scheme\u201D.",
                                 "Fewer letters find more.", {"apprenticeship scheme", "scheme"})));
    all.push_back(search("help", panel(Panel::Help)));

    all.push_back(stage("playing", unchanged));
    all.push_back(with_strip("a passage of those found", {"apprenticeship", 2, 14}, false));
    all.push_back(with_strip("passages in turn, full screen",
                             {"a rather long phrase that was looked for", 199, 200, true}, true));
    all.push_back(stage("paused, problems in the module", [](ui::StageView& v, auto&) {
        v.transport.state = PlayState::Paused;
        v.problems.resize(3);
    }));
    all.push_back(stage("the end of an answer", [](ui::StageView& v, auto&) {
        v.transport.state = PlayState::Ended;
        v.line = "Everybody has been heard. Next is another question.";
        v.line_asks = true;
        v.next_text = "Next question: Somebody of your age";
    }));
    all.push_back(stage("the end of a question, long names", [](ui::StageView& v, auto&) {
        v.transport.state = PlayState::Ended;
        v.line = "That was the last answer.";
        v.line_asks = true;
        v.next_text = "Next: " + v.person;
    }));
    all.push_back(stage("the end of an answer, a contrast", [](ui::StageView& v, auto&) {
        v.transport.state = PlayState::Ended;
        v.line = "Left school at 16, then at 21. An apprenticeship, then a university.";
        v.line_asks = true;
        v.next_text = "Where from";
    }));
    all.push_back(stage("a line", [](ui::StageView& v, auto&) {
        v.line = "Passed over two empty answers. Left school at 16, then an apprenticeship.";
    }));
    all.push_back(stage("waiting for the film",
                        [](ui::StageView& v, auto&) { v.transport.state = PlayState::Stalled; }));
    all.push_back(stage("waiting for the film for some time", [](ui::StageView& v, auto&) {
        v.transport.state = PlayState::Stalled;
        v.waiting = "The film does not come: waiting for the network or the stick it is on";
    }));
    all.push_back(stage("no answer", [](ui::StageView& v, auto&) {
        v.transport.state = PlayState::Nothing;
        v.transport.length_s = 0;
        v.absent = ui::AbsentView{"There is no answer from Bartholomew to this question.",
                                  "Go on with Next, or choose an answer near this one.",
                                  {{"Person 2 of Many \u2013 Label 2", {1, 1}},
                                   {"Person 3 of Many \u2013 Label 2", {2, 1}},
                                   {"Person 1 of Many \u2013 Label 3", {0, 2}}}};
    }));
    all.push_back(stage("a mix", [](ui::StageView& v, auto&) { v.way = lessons::Way::MixItUp; }));
    all.push_back(stage("descriptions", [](ui::StageView& v, auto&) {
        v.transport.descriptions_available = true;
        v.transport.descriptions = true;
    }));
    const auto transcript = [](ui::TranscriptView::State state_of_it, std::string typed = {}) {
        return [=](ui::StageView& v, ui::UiState& s) {
            s.transcript.open = true;
            s.transcript.typed = typed;
            v.transcript.state = state_of_it;
            if (state_of_it != ui::TranscriptView::State::Ready) return;
            for (int i = 0; i < 30; ++i) {
                v.transcript.lines.push_back(
                    {i % 7 < 5 ? v.person : "Somebody who asks",
                     i % 3 == 0
                         ? "Yes, of course."
                         : "Big dark room, thirty of us, cold tea, and the counterrevolutionaries "
                           "of the "
                           "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch branch.",
                     i * 2.0, i == 4});
            }
        };
    };
    using State = ui::TranscriptView::State;
    all.push_back(stage("transcript", transcript(State::Ready)));
    all.push_back(stage("transcript, by a machine", [=](ui::StageView& v, ui::UiState& s) {
        transcript(State::Ready)(v, s);
        v.transcript.by_machine = true;
    }));
    all.push_back(stage("transcript, searched", transcript(State::Ready, "dark")));
    all.push_back(stage("transcript, nothing found", transcript(State::Ready, "xylophone")));
    all.push_back(stage("transcript, no captions", transcript(State::NoCaptions)));
    all.push_back(stage("transcript, no answer", transcript(State::NoAnswer)));
    all.push_back(
        stage("questions closed", [](auto&, ui::UiState& s) { s.questions_open = false; }));
    all.push_back(stage("full screen", [](ui::StageView& v, ui::UiState& s) {
        v.transport.full_screen = true;
        s.questions_open = false;
    }));
    all.push_back(stage("half speed, no sound, no captions", [](ui::StageView& v, auto&) {
        v.transport.speed = 0.5;
        v.transport.sound_present = false;
        v.transport.captions_available = false;
        v.transport.can_go_back = false;
    }));
    all.push_back(stage("nobody in it", [](ui::StageView& v, auto&) {
        v.person.clear();
        v.job.clear();
        v.faces.clear();
        v.questions.clear();
    }));
    const auto room = [](bool split, std::string timer) {
        return [split, timer](ui::StageView& v, ui::UiState& s) {
            s.questions_open = false;
            v.room = ui::RoomPanelView{};
            v.room->split = split;
            v.room->fills_display = !split;
            v.room->sees = "The room's picture stands still.";
            v.room->frozen = true;
            v.room->sound = "The film is silent as long as the room does not see it.";
            v.room->next_person = v.person;
            v.room->next_question = "Somebody of your age who thinks about it";
            v.room->timer = timer;
        };
    };
    all.push_back(stage("the room on its display", room(false, "")));
    all.push_back(stage("the room, a timer", room(false, "12:20")));
    all.push_back(stage("the room beside the strip", room(true, "Time is up")));
    all.push_back(stage("two at one computer",
                        [](ui::StageView& v, auto&) { v.turn = "Right chooses, left writes"; }));
    all.push_back(stage("information", panel(Panel::Information)));
    all.push_back(stage("help", panel(Panel::Help)));
    all.push_back(stage("problems", panel(Panel::Problems)));
    all.push_back(stage("what has no room beside the film", panel(Panel::More)));
    all.push_back(
        stage("a mix, what has no room beside the film", [](ui::StageView& v, ui::UiState& s) {
            v.way = lessons::Way::MixItUp;
            s.panel = Panel::More;
        }));
    all.push_back(stage("go to", panel(Panel::GoTo)));
    all.push_back(stage("the code of a mix", [](ui::StageView& v, ui::UiState& s) {
        v.way = lessons::Way::MixItUp;
        s.panel = Panel::Seed;
    }));
    all.push_back(stage("settings, screen", settings(SettingsPart::Screen)));
    all.push_back(stage("settings, captions", settings(SettingsPart::Captions)));
    all.push_back(stage("settings, sound and keys", settings(SettingsPart::SoundAndKeys)));
    all.push_back(stage("settings, in class", settings(SettingsPart::InClass)));

    const auto cover = [](ui::JobCover wanted, ui::Panel open, std::size_t guesses) {
        return [=](ui::StageView& v, ui::UiState& s) {
            s.panel = open;
            v.guesses.cover = wanted;
            if (wanted == ui::JobCover::Covered) {
                v.job.clear();
                v.information.job.clear();
                v.information.way_in.clear();
                v.information.job_covered = true;
            }
            for (std::size_t i = 0; i < guesses; ++i) {
                v.guesses.lines.push_back(
                    i % 2 == 0 ? "Something with animals"
                               : "She mends what other people have thrown away, and sells it again "
                                 "at a market on Saturdays");
            }
        };
    };
    all.push_back(stage("the job is covered", cover(ui::JobCover::Covered, ui::Panel::None, 0)));
    all.push_back(stage("the job is uncovered", cover(ui::JobCover::Uncovered, Panel::None, 0)));
    all.push_back(stage("the job is covered, information",
                        cover(ui::JobCover::Covered, Panel::Information, 0)));
    all.push_back(stage("no guess yet", cover(ui::JobCover::Covered, Panel::Guesses, 0)));
    all.push_back(stage("guesses", cover(ui::JobCover::Covered, Panel::Guesses, 3)));
    all.push_back(stage("many guesses", cover(ui::JobCover::Covered, Panel::Guesses, 30)));
    all.push_back(
        stage("guesses beside the job", cover(ui::JobCover::Uncovered, Panel::Guesses, 5)));
    all.push_back(stage("guesses, and what surprised", [=](ui::StageView& v, ui::UiState& s) {
        cover(ui::JobCover::Uncovered, Panel::Guesses, 5)(v, s);
        v.guesses.surprise = "that she left school at sixteen and runs it all";
    }));
    all.push_back(stage("nobody guessed", cover(ui::JobCover::Uncovered, Panel::Guesses, 0)));
    all.push_back(
        stage("the job is covered, the end of an answer", [=](ui::StageView& v, ui::UiState& s) {
            cover(ui::JobCover::Covered, Panel::None, 0)(v, s);
            v.line = "Everybody has been heard. Next is another question.";
            v.line_asks = true;
            v.next_text = "Next question: Somebody of your age";
        }));
    add_wall_scenes(all);
    add_lesson_scenes(all);
    add_index_scenes(all);
    add_notebook_scenes(all);
    add_class_wall_scenes(all);
    add_clicker_scenes(all);
    return all;
}

}  // namespace

const std::vector<Scene>& every_scene() {
    static const std::vector<Scene> all = make_scenes();
    return all;
}

}  // namespace ui_tests
