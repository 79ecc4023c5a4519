// What the running program holds for the room: its window, what it keeps, who reads. Private to
// this folder; room_window.cpp moves it on.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "player/app/room/reading_pace.h"
#include "player/app/room/room.h"
#include "player/app/stage/shown_captions.h"
#include "player/app/threads/background_reader.h"
#include "player/media/making/still_reader.h"
#include "player/media/picture.h"
#include "player/screen/caption_painter.h"
#include "player/screen/page_painter.h"
#include "player/screen/window.h"

namespace app {

// What the teacher's window has where the stage has the film.
struct StagePicture {
    const media::Picture* film = nullptr;  // nothing: there is none
    WordsOnFilm words;                     // on it
    std::optional<screen::Page> page;      // instead of it
    bool of_room = false;                  // the room's picture, which is here
};

struct RoomPart {
    RoomState state;
    std::optional<screen::Window> window;   // of the room; nothing while it is closed or beside
    std::optional<screen::RectPx> display;  // that the window fills
    std::unique_ptr<screen::CaptionPainter> captions;  // the window's
    std::unique_ptr<screen::PagePainter> pages;        // the window's
    std::unique_ptr<screen::PagePainter> stage_pages;  // the teacher's
    media::WallTime look_at_displays_at{};
    bool film_shown = false;  // in the last drawing of the window
    bool kept_apart = false;  // the teacher asked for a window of its own, or for none

    struct Kept {
        RoomView view;
        std::optional<media::Picture> picture;
        WordsOnFilm words;
    };
    std::optional<Kept> kept;  // while the room is frozen

    std::uint64_t paused_cue = 0;  // the clip that stands because the room stopped seeing it
    RoomTimer timer;
    std::string timer_shown;  // by the interface
    Turns turns;

    bool silent = false;
    ReadingPace pace;
    std::string let_go;  // words that Space went on from
    std::optional<media::WallTime> waits_until;

    std::unique_ptr<BackgroundReader<media::Still>> portrait_reader;  // of the sitting
    std::map<std::filesystem::path, std::shared_ptr<const screen::PagePicture>> portraits;
};

}  // namespace app
