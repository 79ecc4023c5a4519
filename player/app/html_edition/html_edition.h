// The HTML edition as text: one page that holds everything but films and pictures. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "catalogue/author_notes.h"
#include "catalogue/captions.h"
#include "catalogue/key_table.h"
#include "catalogue/module.h"
#include "player/app/html_edition/edition_plans.h"
#include "player/app/html_edition/edition_words.h"

namespace app {

// A file beside the page: its path from the page's folder, with '/'.
using PageFile = std::string;

// What the page is given of a playable answer beyond what the module says.
struct EditionAnswer {
    std::optional<PageFile> film;  // nothing: it is left out of this edition
    PageFile still;                // may be empty
    std::optional<double> length_s;
    double gain = 1.0;  // 0 to 1: what its sound is multiplied with, for all to be equally loud
    // Of this answer, in the film's time; in as many files as the module has for it.
    std::vector<catalogue::CaptionCue> captions;
    std::vector<catalogue::CaptionCue> second_captions;
    std::vector<catalogue::CaptionCue> descriptions;
};

struct EditionPictures {
    PageFile now;  // may be empty
    PageFile then;
};

struct Edition {
    std::vector<EditionAnswer> answers;     // by the module's cells; used where one is playable
    std::vector<EditionPictures> pictures;  // by the module's people
    // Who made their captions; nothing more is said of it than that only a machine did.
    std::vector<catalogue::CaptionsBy> captions_by;
    catalogue::KeyTable keys;
    std::vector<EditionPlan> plans;
    EditionWords words;     // what the page itself says
    bool job_last = false;  // jobs are covered whenever the page is opened
};

// Everything that the page shows, as JSON. Of people who took back their consent there is nothing
// but their place. Of everybody else it has what is there of them while their job is covered, by
// the gate of job_veil.h, beside what is there when it is not. Holds no '<', so that nothing in it
// ends a script element.
std::string edition_json(const catalogue::Module& module, const Edition& edition);

// The colours of all themes as a style sheet's custom properties.
std::string edition_colours();

// The parts of the page that come with the program.
struct PageParts {
    std::string page;  // with {{names}} for the others
    std::string style;
    std::string script;
};

// @param nonce  letters and digits that nobody can foresee: only what carries it runs in the page
std::string edition_page(const catalogue::Module& module, const EditionWords& words,
                         const PageParts& parts, const std::string& json, const std::string& nonce);

}  // namespace app
