// One run of the program with one module: its walk and what the controls want. Ends
// when another module is opened.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/guesses.h"
#include "catalogue/job_veil.h"
#include "catalogue/module_reader.h"
#include "catalogue/saved_state.h"
#include "lessons/walk.h"
#include "player/app/modules/library.h"
#include "player/app/modules/module_on_disk.h"
#include "player/app/stage/transport.h"

namespace app {

struct Sitting {
    std::filesystem::path root;
    catalogue::Module whole;  // as it was read; what it says of jobs is not to be shown
    catalogue::JobVeil veil;
    catalogue::Module module;  // what may be shown of it: replaced as a whole
    std::vector<catalogue::Problem> problems;
    lessons::Walk walk;
    Transport transport;
    std::optional<Making> making;  // while the module is still being made
    std::vector<catalogue::Guesses> guesses;
    catalogue::AuthorNotes notes;

    bool captions_are_by_machine() const;  // those of who is on the stage
    // Whose captions and film file are on the screen; nothing in an absent cell.
    const catalogue::Answer* answer() const;
};

// Opens a module as far as it could be understood. With `saved` it goes on where it was left,
// otherwise on a person drawn by `seed`. Fails when there is nobody or nothing to show. What
// `saved` names that is no longer in the module is left out. Reads nothing.
catalogue::Result<std::unique_ptr<Sitting>> open_sitting(
    ModuleOnDisk found, const std::optional<catalogue::SavedSitting>& saved, lessons::Seed seed);

// Reads the module again when its maker has got further, and keeps the place, by ids. True when
// people were added.
bool follow_maker(Sitting& sitting);

// The module was read anew, for more people or other words: `reading` has a module with somebody
// and something in it. The place is kept, by ids.
void take_reading(Sitting& sitting, catalogue::ModuleReading reading);

// Person first, job last: from now on, for everybody; the place is kept. What was uncovered is
// covered again when it is switched on anew.
void set_job_last(Sitting& sitting, bool on);
// Uncovers a person's job, or covers it again.
void uncover_job(Sitting& sitting, std::size_t person);
// The person's guesses, made when there are none.
catalogue::Guesses& guesses_of(Sitting& sitting, std::size_t person);

// Everything that is needed to go on later. `position` is the engine's; a clip that stands at its
// end is resumed at its beginning.
catalogue::SavedSitting saved_of(const Sitting& sitting, const media::EngineStatus& status);

}  // namespace app
