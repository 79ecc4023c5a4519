// Where nobody hears: faces and words to read, what Space does there; and two at one computer.
#include "catalogue/words.h"
#include "player/app/app_state.h"
#include "player/app/stage/shown_captions.h"

namespace app {
using catalogue::_;
namespace {

constexpr int portrait_longest_px = 768;

}  // namespace

// Of the person who answers; nothing until it is read.
std::shared_ptr<const screen::PagePicture> AppState::portrait() {
    const auto person = static_cast<std::size_t>(sitting->walk.cue().cell.person);
    const std::optional<catalogue::Picture>& now_picture = sitting->module.people[person].now;
    if (!now_picture) {
        return nullptr;
    }
    if (!room.portrait_reader) {
        room.portrait_reader = std::make_unique<BackgroundReader<media::Still>>(
            [root = sitting->root](const std::filesystem::path& file,
                                   const std::stop_token& stop) -> std::optional<media::Still> {
                auto still = media::read_still({root, file}, portrait_longest_px, stop);
                return still ? std::optional{std::move(*still)} : std::nullopt;
            },
            screen::wake);
    }
    for (auto& [file, still] : room.portrait_reader->take_ready()) {
        room.portraits[file] = std::make_shared<const screen::PagePicture>(
            screen::PagePicture{still.width_px, still.height_px, std::move(still.rgba)});
    }
    const auto [found, is_new] = room.portraits.try_emplace(now_picture->file);
    if (is_new) {
        room.portrait_reader->ask(now_picture->file);
    }
    return found->second;
}

void AppState::forget_portraits() {
    room.portrait_reader.reset();
    room.portraits.clear();
    room.pace = {};
    room.waits_until.reset();
    room.kept.reset();
    room.state.frozen = false;
}

// Without sound the words are the film: they stand until all have read them.
void AppState::follow_readers() {
    room.waits_until.reset();
    if (!room.silent || !sitting || place != Place::Stage) {
        return;
    }
    const media::EngineStatus at = status();
    const catalogue::Answer* answer = sitting->answer();
    const catalogue::CaptionPreferences& wanted = settings.preferences.captions;
    const auto files =
        answer == nullptr ? std::vector<std::filesystem::path>{} : caption_files(*answer, wanted);
    if (files.empty() || at.cue != sitting->walk.cue().number ||
        at.phase == media::Phase::Opening) {
        room.pace = {};
        return;
    }
    std::vector<const catalogue::CaptionCue*> shown;
    std::vector<std::string> languages;
    for (const std::filesystem::path& file : files) {
        std::string& words = languages.emplace_back();
        for (const catalogue::CaptionCue* cue :
             catalogue::cues_at(captions->of(file), at.position)) {
            shown.push_back(cue);
            words += words.empty() ? "" : "\n";
            words += in_one_line(caption_words(as_shown(*cue), wanted));
        }
    }
    if (at.phase == media::Phase::Ended && shown.empty()) {
        return;  // the last words stay with the last picture
    }
    ReadingPace pace = reading(room.pace, languages, now);
    if (pace.words != room.pace.words) {
        room.let_go.clear();
        wake_interface(1);
    }
    room.pace = std::move(pace);
    if (!sitting->transport.playing || room.pace.words == room.let_go) {
        return;
    }
    room.waits_until = waits_for_readers(room.pace, shown, at.range, at.position, now);
}

// Space in a silent room goes on: from words that are still being read, and from the end of an
// answer to what the way has next. True when that is what it did.
bool AppState::go_on_in_silence() {
    if (!room.silent) {
        return false;
    }
    if (room.waits_until) {
        room.let_go = room.pace.words;
        return true;
    }
    if (status().phase == media::Phase::Ended) {
        walk_on(lessons::GoNext{});
        return true;
    }
    return false;
}

void AppState::switch_silence() {
    room.silent = !room.silent;
    room.pace = {};
    if (!room.silent) {
        say(_("The sound is back, and the film"));
    } else if (caption_languages() > 0) {
        say(_("Silent room: read together; Space goes on"));
    } else {
        say(_("Silent room; there are no captions for this answer"));
    }
}

void AppState::switch_turns() {
    room.turns = Turns{!room.turns.on, 0, true};
    say(room.turns.on ? _("Two at one computer: you change places at every clip, and each ear of "
                          "shared headphones hears everything")
                      : _("One at the computer"));
}

}  // namespace app
