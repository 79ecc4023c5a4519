// What keys, buttons and views ask for.
#include <fmt/format.h>

#include <cassert>
#include <chrono>

#include "catalogue/words.h"
#include "player/app/app_state.h"
#include "player/app/clicker/clicker.h"
#include "player/app/command_table.h"
#include "player/app/first_run/first_run.h"
#include "player/app/index/index.h"
#include "player/app/notebook/notebook.h"
#include "player/app/room/silent_room.h"
#include "player/app/search/search.h"
#include "player/app/sheets/paper.h"
#include "player/app/stage/contrast.h"
#include "player/app/stage/transcript.h"
#include "player/app/wall/wall.h"

namespace app {
using catalogue::_;
namespace {

using namespace std::chrono_literals;
using lessons::Way;

constexpr float volume_step = 0.05F;

// Captions can be seen on the stage, and while they are being set.
Deed where_captions_are(Deed deed) {
    return [deed = std::move(deed)](AppState& state) {
        if (state.place == Place::Stage || state.ui_state.panel == ui::Panel::Settings) {
            deed(state);
        }
    };
}

Deed walking(lessons::Input input) {
    return on_stage([input = std::move(input)](AppState& state) { state.walk_on(input); });
}

Deed seeking(catalogue::SourceDuration by) {
    return on_stage([by](AppState& state) {
        Transport& transport = state.sitting->transport;
        transport = seek_by(std::move(transport), state.status(), by,
                            state.key_repeats ? Manner::InPassing : Manner::Once);
    });
}

Deed stepping(int pictures) {
    return on_stage([pictures](AppState& state) {
        Transport& transport = state.sitting->transport;
        transport = step_pictures(std::move(transport), state.status(), pictures);
    });
}

Deed seeking_to(double fraction) {
    return on_stage([fraction](AppState& state) { state.act(ui::SeekTo{fraction}); });
}

void again(AppState& state) {
    Transport& transport = state.sitting->transport;
    transport = seek_by(std::move(transport), state.status(), -10s);
    transport.playing = true;
    state.say(_("Once more: the last ten seconds"));
}

void change_volume_by(AppState& state, float by) {
    if (state.sitting) {
        Transport& transport = state.sitting->transport;
        transport = change_volume(std::move(transport), by);
        state.say(_("Volume {:.0f} %", static_cast<double>(transport.volume) * 100));
    }
}

void mute(AppState& state) {
    Transport& transport = state.sitting->transport;
    transport.muted = !transport.muted;
    state.say(transport.muted ? _("Sound off") : _("Sound on"));
}

void change_rate_by(AppState& state, int by) {
    Transport& transport = state.sitting->transport;
    transport = change_rate(std::move(transport), by);
    state.say(_("Speed {:g}", transport.rate));
}

void mark_loop_here(AppState& state) {
    Transport& transport = state.sitting->transport;
    const bool was_there = transport.loop.has_value();
    transport = mark_loop(std::move(transport), state.status());
    if (!transport.loop) {
        if (was_there) {
            state.say(_("The loop is off"));
        }
    } else if (transport.loop->to) {
        transport.playing = true;
        state.say(_("Again and again, until the same key ends it"));
    } else {
        state.say(_("From here; press again where it ends"));
    }
}

void full_screen(AppState& state) {
    const bool fills = !state.window.full_screen();
    state.window.set_full_screen(fills);
    // The list of questions would lie over the film; Q brings it.
    state.ui_state.questions_open = !fills && !(state.lesson_desk && state.lesson_desk->lesson);
    state.ui_state.transcript.open = state.ui_state.transcript.open && !fills;
    state.ui_state.controls_awake = false;
    state.fonts_due = true;
}

void toggle_way(AppState& state, Way way) {
    state.walk_on(lessons::ToggleWay{way});
    switch (state.sitting->walk.way()) {
        case Way::StopAndTalk:
            state.say(_("Stop and talk"));
            break;
        case Way::WholeCase:
            state.say(_("Whole case study"));
            break;
        case Way::HangOnQuestion:
            state.say(_("Hang on this question"));
            break;
        case Way::MixItUp:
            state.say(_("Mix it up"));
            break;
    }
}

void say_what_is_missing(AppState& state) {
    state.start_sentence = _("Open a module first: choose one above, or type its folder below.");
}

Deeds make_commands() {
    Deeds deeds{
        {"play_pause", on_stage([](AppState& state) {
             if (go_on_in_silence(state)) return;
             Transport& transport = state.sitting->transport;
             transport = play_or_pause(std::move(transport), state.status());
         })},
        {"back_1", seeking(-1s)},
        {"forward_1", seeking(1s)},
        {"back_5", seeking(-5s)},
        {"forward_5", seeking(5s)},
        {"back_10", seeking(-10s)},
        {"forward_10", seeking(10s)},
        {"frame_back", stepping(-1)},
        {"frame_forward", stepping(1)},
        {"clip_start", seeking_to(0.0)},
        {"clip_end", seeking_to(1.0)},
        {"previous_question", walking(lessons::StepQuestion{-1})},
        {"next_question", walking(lessons::StepQuestion{1})},
        {"previous_person", walking(lessons::StepPerson{-1})},
        {"next_person", walking(lessons::StepPerson{1})},
        {"next", go_on},
        {"previous", go_back},
        {"print", [](AppState& state) { print_sheet(state); }},
        {"hang", on_stage([](AppState& state) { toggle_way(state, Way::HangOnQuestion); })},
        {"whole_case", on_stage([](AppState& state) { toggle_way(state, Way::WholeCase); })},
        {"mix", on_stage([](AppState& state) { toggle_way(state, Way::MixItUp); })},
        {"stop_and_talk", on_stage([](AppState& state) {
             state.walk_on(lessons::SetWay{Way::StopAndTalk});
             state.say(_("Stop and talk"));
         })},
        {"reshuffle", walking(lessons::Reshuffle{})},
        {"again", on_stage(again)},
        {"contrast", on_stage([](AppState& state) { go_to_contrast(state); })},
        {"questions", on_stage([](AppState& state) { switch_questions(state); })},
        {"transcript", on_stage([](AppState& state) { switch_transcript(state); })},
        {"go_to", on_stage([](AppState& state) { state.show_panel(ui::Panel::GoTo); })},
        {"seed", on_stage([](AppState& state) { state.show_panel(ui::Panel::Seed); })},
        {"information",
         on_stage([](AppState& state) { state.show_panel(ui::Panel::Information); })},
        {"problems", on_stage([](AppState& state) { state.show_panel(ui::Panel::Problems); })},
        {"wall",
         [](AppState& state) {
             if (state.sitting && state.place == Place::Wall) {
                 leave_wall(state);
             } else if (state.sitting) {
                 open_wall(state);
             } else {
                 say_what_is_missing(state);
             }
         }},
        {"search", [](AppState& state) { open_search(state); }},
        {"next_found", [](AppState& state) { step_found(state, 1); }},
        {"previous_found", [](AppState& state) { step_found(state, -1); }},
        {"found_in_turn", [](AppState& state) { hear_in_turn(state); }},
        {"drop_found", [](AppState& state) { drop_found(state); }},
        {"captions", where_captions_are([](AppState& state) { state.switch_captions(); })},
        {"descriptions", where_captions_are([](AppState& state) { state.switch_descriptions(); })},
        {"caption_settings",
         [](AppState& state) { state.show_settings(ui::SettingsPart::Captions); }},
        {"settings", [](AppState& state) { state.show_panel(ui::Panel::Settings); }},
        {"captions_larger",
         where_captions_are([](AppState& state) { state.step_caption_size(Step::Up); })},
        {"captions_smaller",
         where_captions_are([](AppState& state) { state.step_caption_size(Step::Down); })},
        {"volume_up", on_stage([](AppState& state) { change_volume_by(state, volume_step); })},
        {"volume_down", on_stage([](AppState& state) { change_volume_by(state, -volume_step); })},
        {"mute", on_stage(mute)},
        {"slower", on_stage([](AppState& state) { change_rate_by(state, -1); })},
        {"faster", on_stage([](AppState& state) { change_rate_by(state, 1); })},
        {"normal_speed", on_stage([](AppState& state) {
             state.sitting->transport.rate = 1.0;
             state.say(_("Normal speed"));
         })},
        {"loop", on_stage(mark_loop_here)},
        {"full_screen", full_screen},
        {"focus_next", [](AppState& state) { state.interface->focus_next(false); }},
        {"focus_previous", [](AppState& state) { state.interface->focus_next(true); }},
        {"focus_area", [](AppState& state) { state.interface->focus_area_next(false); }},
        {"help", [](AppState& state) { state.show_panel(ui::Panel::Help); }},
        {"open",
         [](AppState& state) {
             state.go_to_start();
             state.ui_state.request_focus = true;
         }},
        {"start_screen", [](AppState& state) { state.go_to_start(); }},
        {"stage_screen",
         [](AppState& state) {
             if (state.sitting && state.place == Place::Wall) {
                 leave_wall(state);
             } else if (state.sitting && state.place == Place::Notebook) {
                 leave_notebook(state);
             } else if (state.sitting) {
                 state.place = Place::Stage;
             } else {
                 say_what_is_missing(state);
             }
         }},
        {"larger", [](AppState& state) { state.step_interface_size(Step::Up); }},
        {"smaller", [](AppState& state) { state.step_interface_size(Step::Down); }},
        {"normal_size", [](AppState& state) { state.set_interface_size(1.0); }},
        {"back_out", [](AppState& state) { state.back_out(); }},
        {"quit", [](AppState& state) { state.finished = true; }},
    };
    for (int tenth = 0; tenth <= 9; ++tenth) {
        deeds.emplace(fmt::format("tenth_{}", tenth), seeking_to(tenth / 10.0));
    }
    add_class_wall_commands(deeds);
    add_clicker_commands(deeds);
    add_job_commands(deeds);
    add_lesson_commands(deeds);
    add_notebook_commands(deeds);
    add_voice_commands(deeds);
    add_room_commands(deeds);
    add_index_commands(deeds);
    return deeds;
}

const Deeds& commands() {
    static const Deeds all = make_commands();
    return all;
}

}  // namespace

Deed on_stage(Deed deed) {
    return [deed = std::move(deed)](AppState& state) {
        if (state.sitting && state.place == Place::Stage) {
            deed(state);
        }
    };
}

Deed on_stage_or_wall(Deed deed) {
    return [deed = std::move(deed)](AppState& state) {
        if (state.sitting && state.place != Place::Start) {
            deed(state);
        }
    };
}

std::vector<std::string> command_names() {
    std::vector<std::string> names;
    for (const auto& [name, deed] : commands()) {
        names.push_back(name);
    }
    return names;
}

void AppState::run_command(std::string_view command) {
    const auto found = commands().find(command);
    assert(found != commands().end());
    if (place == Place::Index && take_index_command(*this, command)) {
        wake_interface();
        return;
    }
    // A black screen ends with whatever is done next, so that nobody is left in the dark.
    const bool was_black = black;
    found->second(*this);
    if (command == "play_pause" && sitting && place == Place::Stage) {
        learned(*this, Hint::Play);
    }
    const bool stays = command == "black" || command == "clicker_menu";
    if (was_black && black && !stays && !command.starts_with("volume")) {
        set_black(false);
    }
    wake_interface();
}

}  // namespace app
