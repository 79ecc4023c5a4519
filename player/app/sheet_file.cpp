#include "player/app/sheet_file.h"

#include <string>

#include "player/app/folders.h"
#include "player/app/storage.h"
#include "player/paper/html.h"
#include "player/paper/markdown.h"
#include "player/paper/pdf.h"

namespace app {

namespace fs = std::filesystem;

bool is_sheet_file(const fs::path& file) {
    const std::string ending = file.extension().string();
    return ending == ".pdf" || ending == ".html" || ending == ".md";
}

catalogue::Result<paper::FittedSheet> save_sheet(const paper::Sheet& sheet, const fs::path& file) {
    const fs::path fonts = asset_folder() / "fonts";
    auto fitted = paper::fit(sheet, fonts);
    if (!fitted) return fitted;
    std::string text;
    if (file.extension() == ".pdf") {
        auto pdf = paper::to_pdf(*fitted, fonts);
        if (!pdf) return pdf.error();
        text = std::move(*pdf);
    } else {
        text = file.extension() == ".html" ? paper::to_html(*fitted) : paper::to_markdown(*fitted);
    }
    if (const catalogue::Outcome saved = save_document(file, text); !saved) return saved.error();
    return fitted;
}

}  // namespace app
