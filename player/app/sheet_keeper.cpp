#include "player/app/sheet_keeper.h"

#include <fmt/format.h>

#include <utility>

#include "player/app/folders.h"
#include "player/app/sheet_file.h"
#include "player/app/storage.h"

namespace app {
namespace {

namespace fs = std::filesystem;
using Order = SheetKeeper::Order;

// All of it is made before any of it is kept.
catalogue::Outcome make_and_save(const Order& order, const fs::path& folder) {
    std::vector<Order::Text> texts = order.beside;
    for (const std::string& name : order.names) {
        auto document = sheet_document(order.sheet, folder / name);
        if (!document) return document.error();
        texts.push_back({name, std::move(document->text)});
    }
    for (const auto& [name, text] : texts) {
        if (auto saved = save_document(folder / name, text); !saved) return saved;
    }
    return catalogue::done();
}

SheetKeeper::News keep_now(const Order& order) {
    const fs::path folder = order.folder.empty() ? documents_folder() : order.folder;
    const catalogue::Outcome kept = make_and_save(order, folder);
    if (!kept) {
        return {fmt::format("The {} could not be kept: {}", order.what,
                            catalogue::to_text(kept.error())),
                {}};
    }
    const fs::path file = folder / order.names.front();
    return {fmt::format("The {} is in {}", order.what, file.string()),
            order.is_shown ? file : fs::path{}};
}

}  // namespace

void SheetKeeper::keep(Order order) {
    News waits{fmt::format("The {} waits for its folder, which does not answer yet", order.what),
               {}};
    errands_.ask([order = std::move(order)] { return keep_now(order); }, std::move(waits));
}

}  // namespace app
