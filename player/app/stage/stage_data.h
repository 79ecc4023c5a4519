// From the module, the walk and the player's state to what the stage shows. Pure: the words that
// a class reads are written here.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "catalogue/guesses.h"
#include "catalogue/module.h"
#include "lessons/walk.h"
#include "player/app/stage/transport.h"
#include "player/media/clip_order.h"
#include "player/ui/views.h"

namespace app {

// A picture as a texture; image 0 while there is none.
struct ShownPicture {
    ui::ImageId image = 0;
    float aspect = 16.0F / 9;  // width by height
};

// What the stage shows besides the walk.
struct StageContext {
    const media::EngineStatus* status = nullptr;
    const Transport* transport = nullptr;
    std::optional<catalogue::Problem> problem;  // why the present clip could not be played
    bool captions_on = true;
    bool captions_there = false;
    bool descriptions_on = false;
    bool descriptions_there = false;
    bool sound_present = true;
    bool full_screen = false;
    bool black = false;
    std::optional<std::string> toast;
    std::string hint;                             // of a first run, where nothing else is said
    bool job_last = false;                        // the module came through its gate
    const catalogue::Guesses* guesses = nullptr;  // about this person, where there may be some
    std::optional<std::string> surprise;          // noted about this person, where it can be
    ui::TranscriptView transcript;                // while it is open
    // `then` asks for the younger one.
    std::function<ShownPicture(std::size_t person, bool then)> picture_of;
};

// `module` as it may be shown.
ui::StageView stage_view_of(const catalogue::Module& module, const lessons::Walk& walk,
                            const std::vector<catalogue::Problem>& problems,
                            const StageContext& context);

// Why nothing plays in this cell, in a sentence.
std::string absence_text(const catalogue::Module& module, lessons::Cell cell);

// A question's short name, for everybody at once: the job that it may name is left open.
std::string label_for_all(const catalogue::Question& question);

// "Moira - Yesterday"
std::string cell_name(const catalogue::Module& module, lessons::Cell cell);

}  // namespace app
