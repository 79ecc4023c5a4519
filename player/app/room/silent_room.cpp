// Where nobody hears: faces and words to read, what Space does there; and two at one computer.
#include "player/app/room/silent_room.h"
#include "catalogue/words.h"
#include "player/app/app_state.h"
#include "player/app/stage/film_words.h"
#include "player/app/stage/shown_captions.h"

namespace app {
using catalogue::_;
namespace {

constexpr int portrait_longest_px = 768;

}  // namespace

std::shared_ptr<const screen::PagePicture> portrait(AppState& state) {
    const auto person = static_cast<std::size_t>(state.sitting->walk.cue().cell.person);
    const std::optional<catalogue::Picture>& now_picture = state.sitting->module.people[person].now;
    if (!now_picture) {
        return nullptr;
    }
    if (!state.room.portrait_reader) {
        state.room.portrait_reader = std::make_unique<BackgroundReader<media::Still>>(
            [root = state.sitting->root](
                const std::filesystem::path& file,
                const std::stop_token& stop) -> std::optional<media::Still> {
                auto still = media::read_still({root, file}, portrait_longest_px, stop);
                return still ? std::optional{std::move(*still)} : std::nullopt;
            },
            screen::wake);
    }
    for (auto& [file, still] : state.room.portrait_reader->take_ready()) {
        state.room.portraits[file] = std::make_shared<const screen::PagePicture>(
            screen::PagePicture{still.width_px, still.height_px, std::move(still.rgba)});
    }
    const auto [found, is_new] = state.room.portraits.try_emplace(now_picture->file);
    if (is_new) {
        state.room.portrait_reader->ask(now_picture->file);
    }
    return found->second;
}

void forget_portraits(AppState& state) {
    state.room.portrait_reader.reset();
    state.room.portraits.clear();
    state.room.pace = {};
    state.room.waits_until.reset();
    state.room.kept.reset();
    state.room.state.frozen = false;
}

void follow_readers(AppState& state) {
    state.room.waits_until.reset();
    if (!state.room.silent || !state.sitting || state.place != Place::Stage) {
        return;
    }
    const media::EngineStatus at = state.status();
    const catalogue::Answer* answer = state.sitting->answer();
    const catalogue::CaptionPreferences& wanted = state.settings.preferences.captions;
    const auto files =
        answer == nullptr ? std::vector<std::filesystem::path>{} : caption_files(*answer, wanted);
    if (files.empty() || at.cue != state.sitting->walk.cue().number ||
        at.phase == media::Phase::Opening) {
        state.room.pace = {};
        return;
    }
    std::vector<const catalogue::CaptionCue*> shown;
    std::vector<std::string> languages;
    for (const std::filesystem::path& file : files) {
        std::string& words = languages.emplace_back();
        for (const catalogue::CaptionCue* cue :
             catalogue::cues_at(state.captions->of(file), at.position)) {
            shown.push_back(cue);
            words += words.empty() ? "" : "\n";
            words += in_one_line(caption_words(as_shown(state, *cue), wanted));
        }
    }
    if (at.phase == media::Phase::Ended && shown.empty()) {
        return;  // the last words stay with the last picture
    }
    ReadingPace pace = reading(state.room.pace, languages, state.now);
    if (pace.words != state.room.pace.words) {
        state.room.let_go.clear();
        state.wake_interface(1);
    }
    state.room.pace = std::move(pace);
    if (!state.sitting->transport.playing || state.room.pace.words == state.room.let_go) {
        return;
    }
    state.room.waits_until =
        waits_for_readers(state.room.pace, shown, at.range, at.position, state.now);
}

bool go_on_in_silence(AppState& state) {
    if (!state.room.silent) {
        return false;
    }
    if (state.room.waits_until) {
        state.room.let_go = state.room.pace.words;
        return true;
    }
    if (state.status().phase == media::Phase::Ended) {
        state.walk_on(lessons::GoNext{});
        return true;
    }
    return false;
}

void switch_silence(AppState& state) {
    state.room.silent = !state.room.silent;
    state.room.pace = {};
    if (!state.room.silent) {
        state.say(_("The sound is back, and the film"));
    } else if (caption_languages(state) > 0) {
        state.say(_("Silent room: read together; Space goes on"));
    } else {
        state.say(_("Silent room; there are no captions for this answer"));
    }
}

void switch_turns(AppState& state) {
    state.room.turns = Turns{!state.room.turns.on, 0, true};
    state.say(state.room.turns.on
                  ? _("Two at one computer: you change places at every clip, and each ear of "
                      "shared headphones hears everything")
                  : _("One at the computer"));
}

}  // namespace app
