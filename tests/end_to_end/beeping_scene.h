// A film that beeps once a second, a server of sound, and how far apart the two are seen and heard.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>

#include "tests/end_to_end/player_on_display.h"
#include "tests/end_to_end/sound_server.h"
#include "tests/support/scratch_folder.h"

namespace end_to_end {

// Whatever happens to a device: longer no picture may stand.
inline constexpr std::chrono::milliseconds picture_goes_on_within{500};

// One person, one answer: the numbered film `film`, which beeps in the first picture of every
// second.
void make_beeping_module(const std::filesystem::path& folder, int film, int seconds);

struct BeepingScene {
    static constexpr int rate = 25;  // pictures a second, for a minute

    BeepingScene();

    // Plays at once.
    PlayerOnDisplay start() const;

    const Home home;
    const support::ScratchFolder scratch;
    SoundServer server;
};

// The longest that a picture stood while the film played, since the mark.
WallTime::duration longest_stand(std::size_t mark);

// Sound and picture are within 40 ms, as far as can be heard of a recorded device: the recorder
// itself is some milliseconds late or early. Takes six seconds.
void check_together(const BeepingScene& scene, const std::string& device, const char* when);

}  // namespace end_to_end
