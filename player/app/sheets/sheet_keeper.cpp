#include "player/app/sheets/sheet_keeper.h"

#include <utility>

#include "catalogue/words.h"
#include "player/app/sheets/sheet_file.h"
#include "player/app/storage/folders.h"
#include "player/app/storage/storage.h"

namespace app {
using catalogue::_;
namespace {

namespace fs = std::filesystem;
using Order = SheetKeeper::Order;

using Texts = std::vector<Order::Text>;

// All of it is made before any of it is kept.
catalogue::Result<Texts> texts_of(const Order& order) {
    Texts texts = order.beside;
    for (const std::string& name : order.names) {
        auto document = sheet_document(order.sheet, name);
        if (!document) return document.error();
        texts.push_back({name, std::move(document->text)});
    }
    return texts;
}

catalogue::Outcome save(const catalogue::Result<Texts>& texts, const fs::path& folder) {
    if (!texts) return texts.error();
    for (const auto& [name, text] : *texts) {
        if (auto saved = save_document(folder / name, text); !saved) return saved;
    }
    return catalogue::done();
}

SheetKeeper::News keep_now(const Order& order, const catalogue::Result<Texts>& texts) {
    const fs::path folder = order.folder.empty() ? documents_folder() : order.folder;
    const catalogue::Outcome kept = save(texts, folder);
    if (!kept) {
        return {_("The {} could not be kept: {}", _(order.what), catalogue::to_text(kept.error())),
                {}};
    }
    const fs::path file = folder / order.names.front();
    return {_("The {} is in {}", _(order.what), file.string()), order.is_shown ? file : fs::path{}};
}

}  // namespace

void SheetKeeper::keep(Order order) {
    News waits{_("The {} waits for its folder, which does not answer yet", _(order.what)), {}};
    // Setting in type takes a while, and waits for nobody.
    errands_.prepare(
        [order = std::move(order)] {
            return [order, texts = texts_of(order)] { return keep_now(order, texts); };
        },
        std::move(waits));
}

}  // namespace app
