// Where film and captions go, and what captions look like, from what was set. Pure.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "catalogue/captions.h"
#include "catalogue/module.h"
#include "catalogue/preferences.h"
#include "player/screen/caption_painter.h"
#include "player/ui/views.h"

namespace app {

// `letters_px` is the least that letters may be on this screen: captions are no smaller than the
// rest of what is read.
screen::CaptionStyle caption_style_of(const catalogue::CaptionPreferences& wanted,
                                      double letters_px = 18, int languages = 1);

// Descriptions stand at the other edge, in the colours the other way round: nobody is to take them
// for what is said.
screen::CaptionStyle description_style_of(const catalogue::CaptionPreferences& wanted,
                                          double letters_px = 18);

// The caption files whose words are shown for this answer, first language first. What is not there
// is replaced by what is.
std::vector<std::filesystem::path> caption_files(const catalogue::Answer& answer,
                                                 const catalogue::CaptionPreferences& wanted);

// The largest film of this shape in the space for it, in the middle, on whole pixels; smaller when
// captions are to stand below it. `languages`: in so many there are some, now or later in this
// answer.
screen::CaptionPlace fit_film(const ui::FilmPlace& space, double aspect,
                              const catalogue::CaptionPreferences& wanted, int languages,
                              double letters_px = 18);

// What is read: the words, with the speaker's name when that was asked for.
std::string caption_words(const catalogue::CaptionCue& cue,
                          const catalogue::CaptionPreferences& wanted);

// What is to be read on a film at one moment.
struct WordsOnFilm {
    std::vector<std::string> captions;      // oldest first
    std::vector<std::string> descriptions;  // likewise
    int languages = 0;                      // in so many the answer has captions
};
std::vector<screen::CaptionBlock> blocks_of(const WordsOnFilm& words,
                                            const catalogue::CaptionPreferences& wanted,
                                            double letters_px);

// To try captions out on while none is to be seen.
std::vector<std::string> trial_captions(const catalogue::CaptionPreferences& wanted);

}  // namespace app
