#include "player/app/sheet_keeper.h"

#include <fmt/format.h>

#include <utility>

#include "catalogue/words.h"
#include "player/app/storage.h"
#include "player/media/disk_hand.h"

namespace app {
using catalogue::_;
namespace {

catalogue::Outcome save_all(const std::vector<SheetDocument>& documents) {
    for (const SheetDocument& document : documents) {
        if (auto saved = save_document(document.file, document.text); !saved) return saved;
    }
    return catalogue::done();
}

}  // namespace

SheetKeeper::SheetKeeper(std::function<void()> wake)
    : wake_(std::move(wake)), thread_([this](const std::stop_token& stop) { keep_all(stop); }) {}

SheetKeeper::~SheetKeeper() {
    std::unique_lock lock(shared_.mutex);
    shared_.changed.wait_for(lock, closing, [this] { return shared_.orders.empty(); });
}

void SheetKeeper::keep(Order order) {
    {
        const std::lock_guard lock(shared_.mutex);
        shared_.orders.push_back(std::move(order));
    }
    shared_.changed.notify_all();
}

std::vector<SheetKeeper::News> SheetKeeper::take_news() {
    const std::lock_guard lock(shared_.mutex);
    return std::exchange(shared_.news, {});
}

void SheetKeeper::tell(News news) {
    {
        const std::lock_guard lock(shared_.mutex);
        shared_.news.push_back(std::move(news));
    }
    wake_();
}

void SheetKeeper::keep_all(const std::stop_token& stop) {
    media::DiskHand hand;
    for (;;) {
        Order order;
        {
            std::unique_lock lock(shared_.mutex);
            if (!shared_.changed.wait(lock, stop, [this] { return !shared_.orders.empty(); })) {
                return;
            }
            order = shared_.orders.front();
        }
        const std::filesystem::path file = order.documents.front().file;
        const auto saved =
            hand.ask([documents = std::move(order.documents)] { return save_all(documents); }, stop,
                     [&] {
                         tell({_("The {} waits for the folder {}", _(order.what.c_str()),
                                 file.parent_path().string()),
                               {}});
                     });
        if (!saved) return;  // left behind
        const bool shows = *saved && order.is_shown;
        tell({*saved ? _("The {} is in {}", _(order.what.c_str()), file.string())
                     : _("The {} could not be kept: {}", _(order.what.c_str()),
                         catalogue::to_text(saved->error())),
              shows ? file : std::filesystem::path{}});
        {
            const std::lock_guard lock(shared_.mutex);
            shared_.orders.pop_front();
        }
        shared_.changed.notify_all();
    }
}

}  // namespace app
