// What a pupil kept and wrote, on paper: the notebook for themselves, and the hook sheet that they
// may take to an adviser.
#pragma once

#include "catalogue/job_veil.h"
#include "catalogue/module.h"
#include "catalogue/notebook.h"
#include "player/paper/sheet.h"

namespace paper {

// The whole notebook, on as many pages as it takes. A note whose answer may not be shown any more,
// or is not in the module, is not on it: neither who said it, nor what was said, nor what the
// pupil wrote about it. A sentence says how many there are; in the notebook they stay.
Sheet notebook_sheet(const catalogue::Notebook& notebook, const catalogue::Module& whole,
                     const catalogue::JobVeil& veil = {});

// One side for a talk: quotes with who said them and when, the pupil's own words, five open
// questions (about the people first; about oneself last, and only if one likes), room for what was
// agreed. Whoever wrote the notebook sees it first: every line of it has an id, "NOTE/quote",
// "NOTE/words" or "question-1", to be left out by without(). Where one side is too small thoughts
// go before what was kept, and the last before the first; the questions stay.
Sheet hook_sheet(const catalogue::Notebook& notebook, const catalogue::Module& whole,
                 const catalogue::JobVeil& veil = {});

}  // namespace paper
