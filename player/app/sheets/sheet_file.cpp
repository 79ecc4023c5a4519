#include "player/app/sheets/sheet_file.h"

#include <fmt/format.h>

#include <string>

#include "player/app/local_time.h"
#include "player/app/storage/folders.h"
#include "player/app/storage/storage.h"
#include "player/paper/html.h"
#include "player/paper/markdown.h"
#include "player/paper/pdf.h"

namespace app {

namespace fs = std::filesystem;

std::string sheet_name_for(const std::string& what) {
    return fmt::format("{} {}", local_time("%Y-%m-%d %H.%M.%S"), what);
}

bool is_sheet_file(const fs::path& file) {
    const std::string ending = file.extension().string();
    return ending == ".pdf" || ending == ".html" || ending == ".md";
}

catalogue::Result<SheetDocument> sheet_document(const paper::Sheet& sheet, const fs::path& file) {
    const fs::path fonts = asset_folder() / "fonts";
    auto fitted = paper::fit(sheet, fonts);
    if (!fitted) return fitted.error();
    SheetDocument document{file, {}, *std::move(fitted)};
    if (file.extension() == ".pdf") {
        auto pdf = paper::to_pdf(document.fitted, fonts);
        if (!pdf) return pdf.error();
        document.text = *std::move(pdf);
    } else {
        document.text = file.extension() == ".html" ? paper::to_html(document.fitted)
                                                    : paper::to_markdown(document.fitted);
    }
    return document;
}

catalogue::Result<paper::FittedSheet> save_sheet(const paper::Sheet& sheet, const fs::path& file) {
    auto document = sheet_document(sheet, file);
    if (!document) return document.error();
    const catalogue::Outcome saved = save_document(file, document->text);
    if (!saved) return saved.error();
    return std::move(document->fitted);
}

}  // namespace app
