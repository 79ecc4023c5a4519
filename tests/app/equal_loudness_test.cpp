// From films on a disk to the orders that the engine gets. That it plays a clip of known loudness
// at the same loudness as every other is tests/media/loudness_test.cpp.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <mutex>

#include "catalogue/module_reader.h"
#include "player/app/backstage.h"
#include "player/app/stage/conduct.h"
#include "player/media/analysis/loudness.h"
#include "tests/app/made_up_module.h"
#include "tests/app/module_folder.h"
#include "tests/support/numbered_film.h"

using namespace std::chrono_literals;

namespace {

// The thread that measures gives way to everything else that the machine does.
constexpr auto patience = 5min;
// The same speech, recorded from a whisper to a shout: 33 dB.
constexpr double levels[] = {0.02, 0.05, 0.3, 0.9};

// Each person has one film: the first answer is its first half, the second its other one.
void add_person(const made_up::ModuleFolder& folder, const std::string& id, double level) {
    support::FilmRecipe recipe;
    recipe.pictures = 100;
    recipe.width_px = 160;
    recipe.height_px = 90;
    recipe.sound = support::FilmSound::Talk;
    recipe.level = static_cast<float>(level);
    std::filesystem::create_directories(folder.path() / "films");
    REQUIRE(support::make_numbered_film(folder.path() / fmt::format("films/{}.mp4", id), recipe));
    folder.write(fmt::format("people/{}.yaml", id),
                 fmt::format("format: 1\nname: {0}\njob: {{title: baker, article: a}}\n"
                             "film: films/{0}.mp4\nconsent: given\nanswers:\n"
                             "  q0: {{in: \"00:00.000\", out: \"00:02.000\"}}\n"
                             "  q1: {{in: \"00:02.000\", out: \"00:04.000\"}}\n",
                             id));
}

}  // namespace

TEST_CASE("whoever is chosen, the engine is told what makes all equally loud, within 1 LU") {
    const made_up::ModuleFolder folder;
    for (const double level : levels) {
        add_person(folder, fmt::format("p{}", static_cast<int>(100 * level)), level);
    }
    const auto reading = catalogue::read_module(catalogue::FolderFiles{folder.path()});
    REQUIRE(reading.module);
    const catalogue::Module& module = *reading.module;
    REQUIRE(module.people.size() == std::size(levels));

    std::mutex mutex;
    std::condition_variable changed;
    bool woken = false;
    app::Backstage backstage(folder.path(), module, app::Keeping::Nothing, [&] {
        const std::lock_guard lock(mutex);
        woken = true;
        changed.notify_all();
    });
    while (backstage.loudness().size() < 2 * std::size(levels)) {
        std::unique_lock lock(mutex);
        REQUIRE(changed.wait_for(lock, patience, [&] { return woken; }));
        woken = false;
        lock.unlock();
        backstage.take_news();
    }

    for (int question = 0; question < 2; ++question) {
        CAPTURE(question);
        std::vector<double> heard;  // each person's level as it comes out, in dB
        for (int person = 0; person < static_cast<int>(module.people.size()); ++person) {
            lessons::Walk walk = made_up::walk_at(module, {person, question});
            walk = lessons::step(std::move(walk), lessons::SetWay{lessons::Way::HangOnQuestion});
            const media::EngineOrder order = app::conduct(
                module, folder.path(), walk, {}, app::likely_next(walk), backstage.loudness());
            REQUIRE(order.loudness);
            const std::string& name = module.people[static_cast<std::size_t>(person)].name;
            heard.push_back(20 * std::log10(std::stod(name.substr(1)) / 100) +
                            media::loudness_gain_db(order.loudness, order.target_lufs));
            // What follows has the loudness that it is ordered with when its turn comes.
            const lessons::Walk next = lessons::step(walk, lessons::GoNext{});
            CHECK(order.then_loudness == app::conduct(module, folder.path(), next, {},
                                                      app::likely_next(next), backstage.loudness())
                                             .loudness);
        }
        const auto [quietest, loudest] = std::ranges::minmax(heard);
        CHECK(loudest - quietest <= 1.0);
    }
}
