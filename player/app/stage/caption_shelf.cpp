#include "player/app/stage/caption_shelf.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <utility>

#include "catalogue/inside_file.h"
#include "catalogue/module_files.h"
#include "player/media/film/disk_hand.h"

namespace app {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;
using Cues = std::vector<catalogue::CaptionCue>;

// Captions come back with their share or stick, but nobody waits for them.
constexpr auto look_again_after = 2s;

struct Look {
    Cues cues;
    bool out_of_reach = false;
};

Look look(const fs::path& root, const fs::path& file) {
    const catalogue::Result<std::string> text = catalogue::FolderFiles{root}.read(file);
    if (!text) {
        return {{}, catalogue::out_of_reach(root, file)};
    }
    return {catalogue::read_captions(*text, file).cues};
}

}  // namespace

std::optional<Cues> wait_for_captions(const fs::path& root, const fs::path& file,
                                      const std::stop_token& stop) {
    media::DiskHand hand;
    std::mutex mutex;
    std::condition_variable_any never;
    for (;;) {
        auto looked = hand.ask([root, file] { return look(root, file); }, stop);
        if (!looked) {
            return std::nullopt;
        }
        if (!looked->out_of_reach) {
            return std::move(looked->cues);
        }
        std::unique_lock lock(mutex);
        never.wait_for(lock, stop, look_again_after, [] { return false; });
        if (stop.stop_requested()) {
            return std::nullopt;
        }
    }
}

CaptionShelf::CaptionShelf(fs::path root, std::function<void()> wake)
    : reader_(
          [root = std::move(root)](const fs::path& file, const std::stop_token& stop) {
              return wait_for_captions(root, file, stop);
          },
          std::move(wake)) {}

void CaptionShelf::take_ready() {
    for (auto& [ready, cues] : reader_.take_ready()) {
        read_[ready] = std::move(cues);
        looked_at_.insert(ready);
        news_ = true;
    }
}

bool CaptionShelf::take_news() {
    take_ready();
    return std::exchange(news_, false);
}

const Cues& CaptionShelf::of(const fs::path& file) {
    take_ready();
    const auto [found, is_new] = read_.try_emplace(file);
    if (is_new) {
        reader_.ask(file);
    }
    return found->second;
}

}  // namespace app
