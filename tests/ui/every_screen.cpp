#include "tests/ui/every_screen.h"

#include "tests/ui/made_up_class_wall.h"
#include "tests/ui/made_up_notebook.h"

#include "tests/ui/made_up_index.h"
#include "tests/ui/made_up_lesson.h"

namespace ui_tests {

namespace {

void clear(Driver& driver) {
    driver.state = {};
    driver.settings = {};
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
                    {{170, 174}}};
                change(view, driver.state);
                driver.show(view);
                driver.frames(3);
            }};
}

Scene lesson(std::string name, ui::LessonView view, ui::Panel panel = ui::Panel::None) {
    return {"lesson: " + std::move(name), [view = std::move(view), panel](Driver& driver) {
                clear(driver);
                driver.lesson_state = {};
                driver.state.panel = panel;
                driver.show(view);
                driver.frames(3);
            }};
}

Scene notebook(std::string name,
               std::function<void(ui::NotebookView&, ui::NotebookState&)> change) {
    return {"notebook: " + std::move(name), [change = std::move(change)](Driver& driver) {
                clear(driver);
                ui::NotebookView view = made_up_notebook();
                change(view, driver.notebook_state);
                driver.show(view);
                driver.frames(3);
            }};
}

Scene with_thought(std::string name, ui::ThoughtView thought) {
    return {"stage: " + std::move(name), [=](Driver& driver) {
                clear(driver);
                driver.state.panel = ui::Panel::Thought;
                driver.thought = thought;
                driver.show(lifelike_stage());
                driver.frames(3);
            }};
}

Scene marking(std::string name, ui::IndexView view, ui::Panel panel = ui::Panel::None) {
    return {"index: " + std::move(name), [view = std::move(view), panel](Driver& driver) {
                clear(driver);
                driver.state.panel = panel;
                driver.show(view);
                driver.frames(3);
            }};
}

void add_index_scenes(std::vector<Scene>& all) {
    all.push_back(marking("half done", made_up_index()));
    all.push_back(marking("fresh", fresh_index()));
    all.push_back(marking("help", made_up_index(), ui::Panel::Help));
    ui::IndexView view = made_up_index();
    view.begun_s = 380;
    view.now = "Begun at 6:20: go on to where it ends";
    view.toast = "The answer begins at 06:20.000, so it cannot end before that";
    all.push_back(marking("begun", view));
    view = made_up_index();
    view.others_changed = true;
    view.safety = "Your marks are in bartholomew.yaml.mine";
    view.safety_alerts = true;
    view.proposals[0].chosen = true;
    view.proposal_chosen = true;
    view.position_s = 725;
    view.proposal =
        "Proposed as 12: after a pause of 1.4 s; the captions say \u201Cfirst job\u201D";
    all.push_back(marking("changed by somebody else, a proposal", view));
    view = fresh_index();
    view.length_s = 0;
    view.questions.clear();
    view.no_film = "films/bartholomew.mp4: this cannot be opened (is the file whole?)";
    view.listening = "Its sound cannot be heard: films/bartholomew.mp4: this cannot be opened";
    view.safety = "Not in the module: could not be saved: Read-only file system";
    view.safety_alerts = true;
    all.push_back(marking("no film, no questions, read-only", view));
}

void add_notebook_scenes(std::vector<Scene>& all) {
    using Page = ui::NotebookPage;
    const auto page = [](Page wanted) {
        return [wanted](auto&, ui::NotebookState& state) { state.page = wanted; };
    };
    all.push_back(notebook("reflections", page(Page::Reflections)));
    all.push_back(notebook("what was kept", page(Page::Pins)));
    all.push_back(notebook("guesses", page(Page::Guesses)));
    all.push_back(notebook("to ask", page(Page::Questions)));
    all.push_back(notebook("board", page(Page::Board)));
    all.push_back(notebook("nothing in it", [](ui::NotebookView& v, ui::NotebookState& s) {
        v = empty_notebook();
        s.page = Page::Pins;
    }));
    all.push_back(notebook("nothing on the board", [](ui::NotebookView& v, ui::NotebookState& s) {
        v = empty_notebook();
        s.page = Page::Board;
    }));
    all.push_back(notebook("taking out is asked", [](auto&, ui::NotebookState& s) {
        s.removing = "pin1";
        s.page = Page::Pins;
    }));
    all.push_back(notebook("a share is gone, and it was written in elsewhere",
                           [](ui::NotebookView& v, ui::NotebookState& s) {
                               s.page = Page::Pins;
                               v.status =
                                   "The folder /media/share/8b cannot be reached: what you write "
                                   "is kept on this computer, and goes there when it is back.";
                               v.copies = {"ann (copy A7F3)"};
                               v.toast = "Taken out: Ctrl+Z brings it back";
                           }));
    all.push_back(
        notebook("finishing is asked", [](auto&, ui::NotebookState& s) { s.clearing = true; }));
    all.push_back(notebook("the sheet for a talk", [](auto& view, ui::NotebookState& s) {
        view.sheet = made_up_sheet();
        s.sheet_open = true;
    }));
    all.push_back(with_thought("a thought", made_up_thought()));
    ui::ThoughtView kept = made_up_thought();
    kept.pin.kind = catalogue::NoteKind::Pin;
    kept.pin.thought.text = std::string(900, 'x') + " and words that go on for many lines";
    kept.marks.clear();
    all.push_back(with_thought("a long thought beside a clip that is kept", kept));
}

Scene class_wall(std::string name,
                 std::function<void(ui::ClassWallView&, ui::ClassWallState&)> change) {
    return {"class wall: " + std::move(name), [change = std::move(change)](Driver& driver) {
                clear(driver);
                ui::ClassWallView view = made_up_class_wall();
                change(view, driver.class_wall_state);
                driver.show(view);
                driver.frames(3);
            }};
}

void add_class_wall_scenes(std::vector<Scene>& all) {
    using Page = ui::ClassWallPage;
    using View = ui::ClassWallView;
    using State = ui::ClassWallState;
    all.push_back(class_wall("cards", [](View&, State&) {}));
    all.push_back(class_wall("a card in large letters", [](View&, State& s) { s.opened = 0; }));
    all.push_back(class_wall("a card beside no answer", [](View&, State& s) { s.opened = 4; }));
    all.push_back(class_wall("a very long thought", [](View& v, State& s) {
        v.cards[1].thought = std::string(500, 'x') + made_up_long_thought();
        s.opened = 1;
    }));
    all.push_back(class_wall("no folder", [](View& v, State&) {
        v.folder.clear();
        v.cards.clear();
    }));
    all.push_back(class_wall("another folder is typed", [](View&, State& s) {
        s.choosing_folder = true;
        s.folder_text = "/media/share/9c";
    }));
    all.push_back(class_wall("nothing was handed in", [](View& v, State&) { v.cards.clear(); }));
    all.push_back(class_wall("the folder is gone", [](View& v, State&) {
        v.sentences = {
            "The folder \u201C/media/share/8b\u201D is not there. It is looked for: plug "
            "the stick in again, or choose another folder.",
            "Not whole, and left as it is: \u201C7f3a90c2d1e4b856.handin\u201D. Have it "
            "handed in again."};
        v.toast = "Handed in. Your sign is \u201CBlue heron\u201D: nobody else knows it";
    }));
    all.push_back(class_wall("being looked at", [](View& v, State&) {
        v.looked = false;
        v.cards.clear();
    }));
    all.push_back(class_wall("first one's own", [](View& v, State&) {
        v.teachers = v.may_see = false;
        v.cards.clear();
    }));
    const auto own = [](bool handed_in) {
        return [handed_in](View& v, State& s) {
            v.teachers = false;
            v.sign = handed_in ? "Crimson hedgehog" : "";
            s.page = Page::HandIn;
        };
    };
    all.push_back(class_wall("handing in", own(false)));
    all.push_back(class_wall("handed in", own(true)));
    all.push_back(class_wall("nothing to hand in", [](View& v, State& s) {
        v.teachers = false;
        v.own.clear();
        s.page = Page::HandIn;
    }));
    all.push_back(class_wall("groups", [](View&, State& s) { s.page = Page::Groups; }));
    all.push_back(class_wall("no groups yet", [](View& v, State& s) {
        v.groups.clear();
        v.groups_asked = false;
        s.page = Page::Groups;
    }));
    all.push_back(class_wall("nobody to share out", [](View& v, State& s) {
        v.groups.clear();
        s.page = Page::Groups;
    }));
    all.push_back(class_wall("help", [](View&, State&) {}));
    all.back().set = [set = all.back().set](Driver& driver) {
        set(driver);
        driver.state.panel = ui::Panel::Help;
        driver.frames(3);
    };
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

Scene with_film_prompt(std::string name, std::string words, bool full_screen) {
    return {"stage: " + std::move(name), [=](Driver& driver) {
                clear(driver);
                ui::StageView view = lifelike_stage();
                view.transport.full_screen = full_screen;
                driver.state.questions_open = false;
                driver.film_prompt = words;
                driver.show(view);
                driver.frames(3);
            }};
}

void add_lessons(std::vector<Scene>& all) {
    all.push_back(with_film_prompt("a prompt over the film", "What is on the wall?", false));
    all.push_back(with_film_prompt("a long prompt over the film, full screen",
                                   "Which two of these tools would you want to take home with you, "
                                   "and what for?",
                                   true));
    all.push_back(lesson("plans", made_up_plans()));
    ui::LessonView none = made_up_plans();
    none.plans.clear();
    all.push_back(lesson("no plans", none));
    all.push_back(lesson("a prompt", made_up_lesson()));
    all.push_back(lesson("settings", made_up_lesson(), ui::Panel::Settings));
    all.push_back(lesson("help", made_up_lesson(), ui::Panel::Help));
    ui::LessonView over = made_up_lesson();
    over.timer = "12:40 over";
    over.timer_over = true;
    over.toast = "The record is in /home/teacher/Documents/Crosscut/2026-11-28 a-plan.html";
    all.push_back(lesson("over time", over));
    ui::LessonView whole = made_up_lesson();
    whole.for_the_class = true;
    all.push_back(lesson("a prompt, full screen", whole));
    ui::LessonView rules = made_up_lesson();
    rules.prompt.title = "Before we begin";
    rules.prompt.content_note = made_up_plans().plans[0].note;
    rules.prompt.talk.reset();
    rules.timer.clear();
    rules.can_go_back = false;
    rules.help = {"A trusted adult at school: your tutor, head of year or school nurse",
                  "Childline, for anyone under nineteen, free, any hour: 0800 1111"};
    all.push_back(lesson("ground rules", rules));
    ui::LessonView end = made_up_lesson();
    end.prompt = {
        "A plan", {{catalogue::TextBlock::Kind::Paragraph, 0, "That was the lesson."}}, "", {}, {}};
    end.timer.clear();
    for (int i = 0; i < 12; ++i) {
        end.heard.push_back("Bartholomew Featherstonehaugh: A label of some length");
    }
    end.next_text.clear();
    end.done = true;
    all.push_back(lesson("the end", end));
    ui::LessonView bare = made_up_lesson();
    bare.steps.resize(1);
    bare.notes.clear();
    bare.bell.clear();
    bare.fitting.clear();
    all.push_back(lesson("one step, no notes, no bell", bare));
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
            "/home/teacher/modules/work: there is no module.yaml here (choose the folder "
            "that holds it)";
    }));
    all.push_back(start("help", panel(Panel::Help)));
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
    all.push_back(stage("a line", [](ui::StageView& v, auto&) {
        v.line = "Passed over two empty answers. Left school at 16, then an apprenticeship.";
    }));
    all.push_back(stage("waiting for the film",
                        [](ui::StageView& v, auto&) { v.transport.state = PlayState::Stalled; }));
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
    all.push_back(stage("nobody guessed", cover(ui::JobCover::Uncovered, Panel::Guesses, 0)));
    all.push_back(
        stage("the job is covered, the end of an answer", [=](ui::StageView& v, ui::UiState& s) {
            cover(ui::JobCover::Covered, Panel::None, 0)(v, s);
            v.line = "Everybody has been heard. Next is another question.";
            v.line_asks = true;
            v.next_text = "Next question: Somebody of your age";
        }));
    add_lessons(all);
    add_index_scenes(all);
    add_notebook_scenes(all);
    add_class_wall_scenes(all);
    return all;
}

}  // namespace

const std::vector<Scene>& every_scene() {
    static const std::vector<Scene> all = make_scenes();
    return all;
}

}  // namespace ui_tests
