// The silent room, and two at one computer. Private to this folder.
#pragma once

#include <memory>

#include "player/screen/page_painter.h"

namespace app {

struct AppState;

void switch_silence(AppState& state);
void switch_turns(AppState& state);
// Without sound the words are the film: they stand until all have read them.
void follow_readers(AppState& state);
// Space in a silent room goes on: from words that are still being read, and from the end of an
// answer to what the way has next. True when that is what it did.
bool go_on_in_silence(AppState& state);
// Of the person who answers; nothing until it is read.
std::shared_ptr<const screen::PagePicture> portrait(AppState& state);
void forget_portraits(AppState& state);

}  // namespace app
