// open_films FOLDER NAME...: plays each of these files of a folder for a moment, as the player
// would, and prints what became of it. For looking at from outside.
#include <fmt/core.h>

#include "player/media/making/still_reader.h"
#include "tests/media/stage_hand.h"

int main(int count, char** arguments) {
    if (count < 3) {
        fmt::print(stderr, "open_films FOLDER NAME...\n");
        return 2;
    }
    support::StageHand hand;
    hand.order.playing = true;
    for (int i = 2; i < count; ++i) {
        const media::FilmFile film{arguments[1], arguments[i]};
        if (!hand.cue({film, std::nullopt})) {
            fmt::print("{}: no answer\n", arguments[i]);
            return 1;
        }
        const auto problem = hand.engine().status(hand.now).problem;
        fmt::print("{}: {}\n", arguments[i], problem ? problem->what : "plays");
        const auto still = media::read_still(film, 64);
        fmt::print("{} as a picture: {}\n", arguments[i], still ? "shown" : still.error().what);
    }
    return 0;
}
