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

catalogue::Outcome AppState::open_index(const fs::path& root, const IndexWanted& wanted) {
    opening.reset();
    opening_index = std::make_unique<AwaitedIndex>(
        [root, wanted, rescue = rescued_marks(root, wanted.person)] {
            return read_index_from_disk(root, wanted, rescue);
        },
        screen::wake);
    if (auto found = opening_index->take(options.opening_patience)) {
        return show_index(*std::move(found));
    }
    wait_for(root);
    return catalogue::done();
}

fs::path AppState::rescued_marks(const fs::path& root, const std::string& person) const {
    if (!options.remember) return {};
    return state_folder() / "index" / (name_for_module(root) + "-" + person + ".yaml");
}

catalogue::Outcome AppState::show_index(catalogue::Result<IndexOnDisk> found) {
    opening_index.reset();
    if (!found) return found.error();
    start_sentence.reset();
    close_sitting();
    close_index();
    index = std::make_unique<IndexPart>();
    index->root = found->root;
    const fs::path rescue = rescued_marks(found->root, found->module.people[found->person].id.text);
    index->desk = std::make_unique<IndexDesk>(
        *std::move(found), options.remember ? cache_folder() / "outlines" : fs::path{}, rescue,
        screen::wake);
    index->eyes = std::make_unique<IndexEyes>(
        index->desk->film(),
        [this](std::span<const std::uint8_t> rgba, int width_px, int height_px) {
            return window.make_texture(rgba, width_px, height_px);
        },
        [this](screen::TextureId texture) { window.drop_texture(texture); }, screen::wake);
    index->cue = first_cue + indexes_opened++;
    index->transport.volume = static_cast<float>(settings.volume);
    place = Place::Index;
    if (!std::exchange(settings.marks_films, true)) {
        settings_changed = true;
        save_at = std::min(save_at, now + author_kept_after);
    }
    black = false;
    ui_state.panel = ui::Panel::None;
    wake_interface(3);
    return catalogue::done();
}

// What waits to be saved is saved.
void AppState::close_index() {
    if (!index) return;
    engine.drive({}, now);
    index.reset();
    picture.reset();
}

// As a class will see it, from the answer that is chosen.
void AppState::see_what_is_marked() {
    const fs::path root = index->root;
    const catalogue::PersonId person = index->desk->person_id();
    const std::optional<catalogue::QuestionId> question = index->desk->chosen_question();
    close_index();  // what was marked is on the disk before it is read
    open_module(root);
    if (!sitting) return;
    const auto at = sitting->module.find_person(person);
    const auto asked = question ? sitting->module.find_question(*question) : std::nullopt;
    if (at && asked) {
        walk_on(lessons::ChooseCell{{static_cast<int>(*at), static_cast<int>(*asked)}});
    } else if (at) {
        walk_on(lessons::ChoosePerson{static_cast<int>(*at)});
    }
}

// The film of who is on the stage. Only on a computer on which somebody has marked before: the
// whole film plays then, and in it may be what a person asked not to show.
void AppState::mark_who_is_up() {
    if (index) return;
    if (!sitting) {
        say(_("Open a module first"));
        return;
    }
    if (!settings.marks_films) {
        say(_("Marking is for authors: \u2018crosscut index edit FOLDER PERSON\u2019 begins it"));
        return;
    }
    const lessons::Cell cell = sitting->walk.cue().cell;
    const auto person = static_cast<std::size_t>(cell.person);
    const catalogue::PersonId& id = sitting->whole.people[person].id;
    if (sitting->veil.covers(id)) {
        say(_("The job is covered, and marking would show it: uncover it first"));
        return;
    }
    IndexWanted wanted{id.text, {}};
    const auto& answer =
        sitting->whole.cell(person, static_cast<std::size_t>(cell.question)).answer;
    if (answer && answer->trim) wanted.film = answer->film;
    const fs::path root = sitting->root;
    if (const auto opened = open_index(root, wanted); !opened) {
        say(catalogue::to_text(opened.error()));
    }
}

void AppState::drive_index() {
    engine.drive(order_of(*index), now);
    const media::EngineStatus at = status();
    const bool here = at.cue == index->cue && has_position(at);
    if (here) index->desk->at(in_milliseconds(at.position), at.range.out);
    if (at.phase == media::Phase::Ended) index->transport.playing = false;
    const bool seen = index->eyes->take_ready();
    if (index->desk->take_news() || seen) wake_interface(1);
    if (auto sentence = index->desk->take_sentence()) {
        // Of one piece with the sentences that the program says by itself.
        if (!sentence->empty() && sentence->front() >= 'a' && sentence->front() <= 'z') {
            sentence->front() = static_cast<char>(sentence->front() - 'a' + 'A');
        }
        say(*std::move(sentence));
    }
    if (const auto jump = index->desk->take_jump(); jump && here) {
        index->transport = seek_by(std::move(index->transport), at, *jump - at.position);
        engine.drive(order_of(*index), now);
        index->desk->at(*jump, at.range.out);
    }
}

// True when the command is done with, also when it has no meaning here.
bool AppState::take_index_command(std::string_view command) {
    const media::EngineStatus at = status();
    if (command == "back_out") {
        if (ui_state.panel != ui::Panel::None) {
            show_panel(ui::Panel::None);
        } else if (interface->has_focus()) {
            interface->drop_focus();
        } else if (window.full_screen()) {
            return false;
        } else {
            say(_("Every mark is saved as you go; Ctrl+Q ends the program"));
        }
        return true;
    }
    if (command == "stage_screen") {
        see_what_is_marked();
        return true;
    }
    if (goes_through(command)) return false;
    const Manner manner = key_repeats ? Manner::InPassing : Manner::Once;
    if (auto moved = transported(command, index->transport, at, manner)) {
        const double rate = index->transport.rate;
        index->transport = *std::move(moved);
        if (index->transport.rate != rate) {
            say(_("Speed {:g}", index->transport.rate));
        }
        return true;
    }
    if (at.cue != index->cue || !has_position(at)) return true;  // there is no film to mark yet
    index->desk->at(in_milliseconds(at.position), at.range.out);
    index->desk->take(command);
    return true;
}

std::vector<ui::Action> AppState::draw_index() {
    const media::EngineStatus at = status();
    const bool here = at.cue == index->cue;
    if (here && has_position(at)) index->desk->at(in_milliseconds(at.position), at.range.out);
    ui::IndexView& view = index->view;
    view = index->desk->view();
    view.playing = index->transport.playing;
    view.speed = index->transport.rate;
    if (here && at.phase == media::Phase::Failed && at.problem) {
        view.no_film = {at.problem->what, at.problem->hint};
    } else if (!picture) {
        view.no_film = {_("The film is being opened"), ""};
    }
    if (toast) view.toast = toast->text;
    for (const SeenPicture& one : index->eyes->pictures()) {
        view.stills.push_back({seconds(one.time), one.texture, one.aspect});
    }
    ui::IndexDrawn drawn = ui::index_screen(view, keys, ui_state);
    film_place = drawn.film;
    index->eyes->want({in_film(drawn.near_from_s), in_film(drawn.near_to_s)},
                      drawn.still_height_px);
    if (drawn.seek && here && view.length_s > 0) {
        index->transport =
            seek_to_fraction(std::move(index->transport), at, drawn.seek->to_s / view.length_s,
                             drawn.seek->dragged ? Manner::InPassing : Manner::Once);
        index->desk->choose_at(in_film(drawn.seek->to_s));
        wake_interface();
    }
    if (drawn.question) {
        index->desk->choose_question(*drawn.question);
        wake_interface();
    }
    return std::move(drawn.asked);
}

void add_index_commands(Deeds& deeds) {
    // On the index screen they are taken before they come here; elsewhere there is nothing to mark.
    for (const char* command :
         {"split_answer", "remove_answer", "take_proposal", "join_proposal", "keep_marks"}) {
        deeds.emplace(command, [](AppState&) {});
    }
    deeds.emplace("index_screen", [](AppState& state) { state.mark_who_is_up(); });
}

const ui::IndexView* App::index() const {
    return state_->index && state_->place == Place::Index ? &state_->index->view : nullptr;
}

}  // namespace app
