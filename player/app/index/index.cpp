// Marking where answers lie: the film, the keys and the screen of whoever does.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <utility>

#include "catalogue/words.h"
#include "player/app/app_state.h"
#include "player/app/command_table.h"
#include "player/app/index/film_time.h"
#include "player/app/index/index.h"
#include "player/app/storage/folders.h"

namespace app {
namespace {

namespace fs = std::filesystem;
using catalogue::_;
using namespace std::chrono_literals;
using catalogue::SourceTime;

constexpr float volume_step = 0.05F;
constexpr std::chrono::seconds author_kept_after{1};
// No walk ever counts so far: what is late from one is told from what is late from the other.
constexpr std::uint64_t first_cue = std::uint64_t{1} << 62;

bool has_position(const media::EngineStatus& at) {
    return at.phase == media::Phase::Playing || at.phase == media::Phase::Paused ||
           at.phase == media::Phase::Ended;
}

// What means the same here as everywhere; all others would lead away from what is marked.
bool goes_through(std::string_view command) {
    static constexpr auto same = std::to_array<std::string_view>(
        {"settings", "help", "full_screen", "larger", "smaller", "normal_size", "focus_next",
         "focus_previous", "focus_area", "read_aloud", "start_screen", "open", "quit"});
    return std::ranges::find(same, command) != same.end();
}

fs::path rescued_marks(const AppState& state, const fs::path& root, const std::string& person) {
    if (!state.options.remember) return {};
    return state_folder() / "index" / (name_for_module(root) + "-" + person + ".yaml");
}

// As a class will see it, from the answer that is chosen.
void see_what_is_marked(AppState& state) {
    const fs::path root = state.index->root;
    const catalogue::PersonId person = state.index->desk->person_id();
    const std::optional<catalogue::QuestionId> question = state.index->desk->chosen_question();
    close_index(state);  // what was marked is on the disk before it is read
    state.open_module(root);
    if (!state.sitting) return;
    const auto at = state.sitting->module.find_person(person);
    const auto asked = question ? state.sitting->module.find_question(*question) : std::nullopt;
    if (at && asked) {
        state.walk_on(lessons::ChooseCell{{static_cast<int>(*at), static_cast<int>(*asked)}});
    } else if (at) {
        state.walk_on(lessons::ChoosePerson{static_cast<int>(*at)});
    }
}

// The film of who is on the stage. Only on a computer on which somebody has marked before: the
// whole film plays then, and in it may be what a person asked not to show.
void mark_who_is_up(AppState& state) {
    if (state.index) return;
    if (!state.sitting) {
        state.say(_("Open a module first"));
        return;
    }
    if (!state.settings.marks_films) {
        state.say(
            _("Marking is for authors: \u2018crosscut index edit FOLDER PERSON\u2019 begins it"));
        return;
    }
    const lessons::Cell cell = state.sitting->walk.cue().cell;
    const auto person = static_cast<std::size_t>(cell.person);
    const catalogue::PersonId& id = state.sitting->whole.people[person].id;
    if (state.sitting->veil.covers(id)) {
        state.say(_("The job is covered, and marking would show it: uncover it first"));
        return;
    }
    IndexWanted wanted{id.text, {}};
    const auto& answer =
        state.sitting->whole.cell(person, static_cast<std::size_t>(cell.question)).answer;
    if (answer && answer->trim) wanted.film = answer->film;
    const fs::path root = state.sitting->root;
    if (const auto opened = open_index(state, root, wanted); !opened) {
        state.say(catalogue::to_text(opened.error()));
    }
}

}  // namespace

media::EngineOrder order_of(const IndexPart& index) {
    media::EngineOrder order;
    order.cue = index.cue;
    order.clip = media::ClipOrder{index.desk->film(), std::nullopt};
    order.playing = index.transport.playing;
    if (index.transport.seek_cue == index.cue) order.seek = index.transport.seek;
    order.rate = index.transport.rate;
    order.volume = index.transport.volume;
    order.muted = index.transport.muted;
    return order;
}

std::optional<Transport> transported(std::string_view command, Transport transport,
                                     const media::EngineStatus& status, Manner manner) {
    static const std::map<std::string_view, catalogue::SourceDuration> jumps{
        {"back_1", -1s},   {"forward_1", 1s},   {"back_5", -5s}, {"forward_5", 5s},
        {"back_10", -10s}, {"forward_10", 10s}, {"again", -10s}};
    if (const auto jump = jumps.find(command); jump != jumps.end()) {
        transport = seek_by(std::move(transport), status, jump->second, manner);
        if (command == "again") transport.playing = true;
    } else if (command == "play_pause") {
        transport = play_or_pause(std::move(transport), status);
    } else if (command == "frame_back" || command == "frame_forward") {
        transport = step_pictures(std::move(transport), status, command == "frame_back" ? -1 : 1);
    } else if (command == "clip_start" || command == "clip_end") {
        transport =
            seek_to_fraction(std::move(transport), status, command == "clip_start" ? 0.0 : 1.0);
    } else if (command == "slower" || command == "faster") {
        transport = change_rate(std::move(transport), command == "slower" ? -1 : 1);
    } else if (command == "normal_speed") {
        transport.rate = 1.0;
    } else if (command == "volume_up" || command == "volume_down") {
        transport = change_volume(std::move(transport),
                                  command == "volume_up" ? volume_step : -volume_step);
    } else if (command == "mute") {
        transport.muted = !transport.muted;
    } else {
        return std::nullopt;
    }
    return transport;
}

catalogue::Outcome open_index(AppState& state, const fs::path& root, const IndexWanted& wanted) {
    state.opening.reset();
    state.opening_index = std::make_unique<AwaitedIndex>(
        [root, wanted, rescue = rescued_marks(state, root, wanted.person)] {
            return read_index_from_disk(root, wanted, rescue);
        },
        screen::wake);
    if (auto found = state.opening_index->take(state.options.opening_patience)) {
        return show_index(state, *std::move(found));
    }
    state.wait_for(root);
    return catalogue::done();
}

catalogue::Outcome show_index(AppState& state, catalogue::Result<IndexOnDisk> found) {
    state.opening_index.reset();
    if (!found) return found.error();
    state.start_sentence.reset();
    state.close_sitting();
    close_index(state);
    state.index = std::make_unique<IndexPart>();
    state.index->root = found->root;
    const fs::path rescue =
        rescued_marks(state, found->root, found->module.people[found->person].id.text);
    state.index->desk = std::make_unique<IndexDesk>(
        *std::move(found), state.options.remember ? cache_folder() / "outlines" : fs::path{},
        rescue, screen::wake);
    state.index->eyes = std::make_unique<IndexEyes>(
        state.index->desk->film(),
        [&state](std::span<const std::uint8_t> rgba, int width_px, int height_px) {
            return state.window.make_texture(rgba, width_px, height_px);
        },
        [&state](screen::TextureId texture) { state.window.drop_texture(texture); }, screen::wake);
    state.index->cue = first_cue + state.indexes_opened++;
    state.index->transport.volume = static_cast<float>(state.settings.volume);
    state.place = Place::Index;
    if (!std::exchange(state.settings.marks_films, true)) {
        state.settings_changed = true;
        state.save_at = std::min(state.save_at, state.now + author_kept_after);
    }
    state.black = false;
    state.ui_state.panel = ui::Panel::None;
    state.wake_interface(3);
    return catalogue::done();
}

// What waits to be saved is saved.
void close_index(AppState& state) {
    if (!state.index) return;
    state.engine.drive({}, state.now);
    state.index.reset();
    state.picture.reset();
}

void drive_index(AppState& state) {
    IndexPart& index = *state.index;
    state.engine.drive(order_of(index), state.now);
    const media::EngineStatus at = state.status();
    const bool here = at.cue == index.cue && has_position(at);
    if (here) index.desk->at(in_milliseconds(at.position), at.range.out);
    if (at.phase == media::Phase::Ended) index.transport.playing = false;
    const bool seen = index.eyes->take_ready();
    if (index.desk->take_news() || seen) state.wake_interface(1);
    if (auto sentence = index.desk->take_sentence()) {
        // Of one piece with the sentences that the program says by itself.
        if (!sentence->empty() && sentence->front() >= 'a' && sentence->front() <= 'z') {
            sentence->front() = static_cast<char>(sentence->front() - 'a' + 'A');
        }
        state.say(*std::move(sentence));
    }
    if (const auto jump = index.desk->take_jump(); jump && here) {
        index.transport = seek_by(std::move(index.transport), at, *jump - at.position);
        state.engine.drive(order_of(index), state.now);
        index.desk->at(*jump, at.range.out);
    }
}

// True when the command is done with, also when it has no meaning here.
bool take_index_command(AppState& state, std::string_view command) {
    IndexPart& index = *state.index;
    const media::EngineStatus at = state.status();
    if (command == "back_out") {
        if (state.ui_state.panel != ui::Panel::None) {
            state.show_panel(ui::Panel::None);
        } else if (state.interface->has_focus()) {
            state.interface->drop_focus();
        } else if (state.window.full_screen()) {
            return false;
        } else {
            state.say(_("Every mark is saved as you go; Ctrl+Q ends the program"));
        }
        return true;
    }
    if (command == "stage_screen") {
        see_what_is_marked(state);
        return true;
    }
    if (goes_through(command)) return false;
    const Manner manner = state.key_repeats ? Manner::InPassing : Manner::Once;
    if (auto moved = transported(command, index.transport, at, manner)) {
        const double rate = index.transport.rate;
        index.transport = *std::move(moved);
        if (index.transport.rate != rate) {
            state.say(_("Speed {:g}", index.transport.rate));
        }
        return true;
    }
    if (at.cue != index.cue || !has_position(at)) return true;  // there is no film to mark yet
    index.desk->at(in_milliseconds(at.position), at.range.out);
    index.desk->take(command);
    return true;
}

std::vector<ui::Action> draw_index(AppState& state) {
    IndexPart& index = *state.index;
    const media::EngineStatus at = state.status();
    const bool here = at.cue == index.cue;
    if (here && has_position(at)) index.desk->at(in_milliseconds(at.position), at.range.out);
    ui::IndexView& view = index.view;
    view = index.desk->view();
    view.playing = index.transport.playing;
    view.speed = index.transport.rate;
    if (here && at.phase == media::Phase::Failed && at.problem) {
        view.no_film = {at.problem->what, at.problem->hint};
    } else if (!state.picture) {
        view.no_film = {_("The film is being opened"), ""};
    }
    if (state.toast) view.toast = state.toast->text;
    for (const SeenPicture& one : index.eyes->pictures()) {
        view.stills.push_back({seconds(one.time), one.texture, one.aspect});
    }
    ui::IndexDrawn drawn = ui::index_screen(view, state.keys, state.ui_state);
    state.film_place = drawn.film;
    index.eyes->want({in_film(drawn.near_from_s), in_film(drawn.near_to_s)}, drawn.still_height_px);
    if (drawn.seek && here && view.length_s > 0) {
        index.transport =
            seek_to_fraction(std::move(index.transport), at, drawn.seek->to_s / view.length_s,
                             drawn.seek->dragged ? Manner::InPassing : Manner::Once);
        index.desk->choose_at(in_film(drawn.seek->to_s));
        state.wake_interface();
    }
    if (drawn.question) {
        index.desk->choose_question(*drawn.question);
        state.wake_interface();
    }
    return std::move(drawn.asked);
}

void add_index_commands(Deeds& deeds) {
    // On the index screen they are taken before they come here; elsewhere there is nothing to mark.
    for (const char* command :
         {"split_answer", "remove_answer", "take_proposal", "join_proposal", "keep_marks"}) {
        deeds.emplace(command, [](AppState&) {});
    }
    deeds.emplace("index_screen", [](AppState& state) { mark_who_is_up(state); });
}

const ui::IndexView* App::index() const {
    return state_->index && state_->place == Place::Index ? &state_->index->view : nullptr;
}

}  // namespace app
