#include "player/app/prepare.h"

#include <fmt/format.h>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <ostream>

#include "catalogue/module_reader.h"
#include "player/app/backstage.h"

namespace app {
namespace {

using namespace std::chrono_literals;

constexpr auto looked_at_every = 200ms;
constexpr std::size_t said_in_steps_of_percent = 5;

}  // namespace

catalogue::Outcome prepare_module(const std::filesystem::path& folder, std::ostream& progress) {
    const catalogue::ModuleReading reading = catalogue::read_module(catalogue::FolderFiles{folder});
    if (!reading.module) {
        return reading.problems.front();
    }
    Backstage backstage(folder, *reading.module, Keeping::InTheCache, [] {});
    std::optional<std::size_t> said;
    while (true) {
        const Preparation::Progress at = backstage.progress();
        const std::size_t percent = at.of == 0 ? 100 : 100 * at.done / at.of;
        const std::size_t step = percent - percent % said_in_steps_of_percent;
        if (said != step) {
            said = step;
            progress << fmt::format("{:3} %  {} of {}\n", percent, at.done, at.of) << std::flush;
        }
        if (at.done == at.of) {
            return catalogue::done();
        }
        std::this_thread::sleep_for(looked_at_every);
    }
}

}  // namespace app
