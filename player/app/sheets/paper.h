// Sheets that are kept and printed. Private to this folder.
#pragma once

#include "player/app/sheets/sheet_keeper.h"

namespace app {

struct AppState;

void print_sheet(AppState& state);
// One side of paper, to be printed, and as text.
void keep_lesson_record(AppState& state);
void keep_sheet(AppState& state, SheetKeeper::Order order);
void follow_sheets(AppState& state);

}  // namespace app
