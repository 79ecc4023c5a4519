// A sheet as a tagged PDF in A4, with the program's own letters.
#pragma once

#include <filesystem>
#include <string>

#include "catalogue/problem.h"
#include "player/paper/sheet.h"

namespace paper {

// Makes the sheet fit Sheet::most_pages, in this order: type becomes smaller, down to
// smallest_text_pt; one line to write on must do; what may be spared goes, by Block::spare. What
// cannot be spared stays, even if it then takes more pages. Room that is left over becomes lines to
// write on. One thread.
//
// @param fonts  the folder with the program's fonts; fails when one is missing
catalogue::Result<FittedSheet> fit(const Sheet& sheet, const std::filesystem::path& fonts);

// Nothing personal but what stands on the sheet is in the document.
catalogue::Result<std::string> to_pdf(const FittedSheet& fitted,
                                      const std::filesystem::path& fonts);

}  // namespace paper
