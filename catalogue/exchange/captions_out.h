// Captions written anew, for films whose own could not be read as they are. Pure.
#pragma once

#include <string>
#include <vector>

#include "catalogue/captions.h"

namespace catalogue {

// Captions of at most two lines of 42 letters: longer ones become several, one after another, each
// with the share of the time that its letters have. A word that is longer than a line stays whole.
std::vector<CaptionCue> in_short_captions(const std::vector<CaptionCue>& cues);

// A WebVTT file. What an author marked as naming the job is written as plain words.
std::string webvtt_text(const std::vector<CaptionCue>& cues);

}  // namespace catalogue
