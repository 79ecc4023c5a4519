// A sheet of paper as it is shown before it is one.
#pragma once

#include <set>
#include <string>

#include "player/paper/sheet.h"
#include "player/ui/sheet_view.h"

namespace app {

// @param all      the whole sheet
// @param without  ids of lines that are not to be on it
// @param fitted   what is left of all the others once they fit its pages
ui::SheetView sheet_view_of(const paper::Sheet& all, const std::set<std::string>& without,
                            const paper::FittedSheet& fitted);

}  // namespace app
