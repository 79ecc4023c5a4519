#include "player/app/preparing/prepare.h"

#include <algorithm>
#include <chrono>
#include <thread>

#include "catalogue/module_reader.h"
#include "player/app/backstage.h"
#include "player/app/storage/folders.h"

namespace app {
namespace {

using namespace std::chrono_literals;

constexpr auto looked_at_every = 200ms;

}  // namespace

int usual_workers() {
    // Each needs memory for a film that is decoded, and all of them the same disk.
    return static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1u, 8u));
}

catalogue::Outcome prepare_module(const std::filesystem::path& folder, const Progress& progress,
                                  int workers) {
    const catalogue::ModuleReading reading = catalogue::read_module(catalogue::FolderFiles{folder});
    if (!reading.module) {
        return reading.problems.front();
    }
    Backstage backstage(
        canonical_folder(folder), *reading.module, Keeping::InTheCache, [] {}, workers);
    while (true) {
        const Preparation::Progress at = backstage.progress();
        progress(at.done, at.of);
        if (at.done == at.of) {
            return catalogue::done();
        }
        std::this_thread::sleep_for(looked_at_every);
    }
}

catalogue::Result<ProxiesMade> prepare_proxies(const std::filesystem::path& folder,
                                               const Progress& progress, int workers) {
    const catalogue::ModuleReading reading = catalogue::read_module(catalogue::FolderFiles{folder});
    if (!reading.module) {
        return reading.problems.front();
    }
    return make_proxies(canonical_folder(folder), *reading.module, progress, workers);
}

}  // namespace app
