// How often the clip that is asked for next was ready, and how long its first picture took, over
// sittings that were written down.
//   sitting_bench MODULE SECONDS SITTING...
// Every move is made SECONDS after the one before: less than a class ever takes. Preludes are those
// of the cache; XDG_CACHE_HOME names another. SITTING is a file of tools/bench/sittings: a line for
// each move, "next", "previous", "person by 1", "question by -1", "cell 3 12", "way hang".
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "catalogue/module_reader.h"
#include "player/app/preparing/prelude_shelf.h"
#include "player/app/stage/conduct.h"
#include "tools/bench/engine_hand.h"

namespace {

namespace fs = std::filesystem;
using bench::Clock;
using bench::EngineHand;
using bench::Times;

std::optional<lessons::Input> input_of(const std::string& line, const lessons::Walk& walk) {
    std::istringstream words(line);
    std::string what;
    std::string by;
    int number = 0;
    words >> what;
    if (what == "next") return lessons::GoNext{};
    if (what == "previous") return lessons::GoBack{};
    if (what == "person" && words >> by >> number) return lessons::StepPerson{number};
    if (what == "question" && words >> by >> number) return lessons::StepQuestion{number};
    if (int person = 0; what == "cell" && words >> person >> number) {
        return lessons::ChooseCell{{person % walk.grid().people, number % walk.grid().questions}};
    }
    static const std::map<std::string, lessons::Way> ways{{"talk", lessons::Way::StopAndTalk},
                                                          {"whole", lessons::Way::WholeCase},
                                                          {"hang", lessons::Way::HangOnQuestion},
                                                          {"mix", lessons::Way::MixItUp}};
    if (what == "way" && words >> what && ways.contains(what)) {
        return lessons::SetWay{ways.at(what)};
    }
    return std::nullopt;
}

struct Sitting {
    const catalogue::Module& module;
    const fs::path root;
    lessons::Walk walk;
    app::Transport transport;

    media::EngineOrder order() const {
        return app::conduct(module, root, walk, transport, app::likely_next(walk), {});
    }
};

bool measure(const catalogue::Module& module, const fs::path& root, Clock::duration pause,
             const fs::path& file) {
    std::ifstream lines(file);
    Sitting sitting{
        module,
        root,
        lessons::Walk{std::make_shared<const lessons::Grid>(lessons::grid_of(module)), 1},
        {}};
    sitting.transport.playing = true;
    EngineHand hand(app::prelude_folder());
    Times ready;
    Times opened;
    std::size_t moves = 0;
    std::size_t foreseen = 0;
    double most_mib = 0;
    bench::start(hand, sitting.order());
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.front() == '#') continue;
        const auto input = input_of(line, sitting.walk);
        if (!input) {
            std::fprintf(stderr, "%s: '%s' is no move\n", file.c_str(), line.c_str());
            return false;
        }
        hand.pass(pause);
        const std::vector<lessons::Cell> likely = app::likely_next(sitting.walk);
        const std::uint64_t cue = sitting.walk.cue().number;
        sitting.walk = lessons::step(std::move(sitting.walk), *input);
        const media::EngineOrder order = sitting.order();
        if (order.cue == cue || !order.clip) {
            hand.order = order;
            continue;
        }
        ++moves;
        const auto at = std::find(likely.begin(), likely.end(), sitting.walk.cue().cell);
        foreseen += at != likely.end() ? 1 : 0;
        const bool warm = hand.engine().is_warm(*order.clip);
        (warm ? ready : opened).add(bench::start(hand, order));
        most_mib = std::max(most_mib, bench::resident_mib());
    }
    const auto percent = [&](std::size_t part) {
        return moves == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(moves);
    };
    std::printf("%s: %zu moves, foreseen %.1f %%, ready %.1f %%, at most %.0f MiB\n",
                file.stem().c_str(), moves, percent(foreseen), percent(ready.ms.size()), most_mib);
    ready.print("to one that was ready");
    opened.print("to one that was not");
    return true;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 4) {
        std::fprintf(stderr, "sitting_bench MODULE SECONDS SITTING...\n");
        return 2;
    }
    const fs::path root = argv[1];
    const auto pause = std::chrono::duration_cast<Clock::duration>(
        std::chrono::duration<double>(std::atof(argv[2])));
    const auto reading = catalogue::read_module(catalogue::FolderFiles{root});
    if (!reading.module || pause <= Clock::duration::zero()) {
        std::fprintf(stderr, "%s is no module, or %s no time\n", argv[1], argv[2]);
        return 1;
    }
    bool all = true;
    for (int i = 3; i < argc; ++i)
        all = measure(*reading.module, root, pause, argv[i]) && all;
    return all ? 0 : 1;
}
