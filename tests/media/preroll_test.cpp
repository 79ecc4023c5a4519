#include "player/media/preroll_pool.h"

#include <condition_variable>
#include <functional>
#include <mutex>

#include "player/media/clip/clip_session.h"
#include "tests/media/films.h"

using namespace std::chrono_literals;
using namespace support;
using media::ClipOrder;

namespace {

// A pool, and the waiting for it.
struct Keeper {
    std::mutex mutex;
    std::condition_variable woken;
    int wakes = 0;  // guarded by mutex
    media::Reaper reaper{[this] { wake(); }};
    media::PrerollPool pool{reaper, {}, [this] { wake(); }};

    void wake() {
        {
            std::lock_guard lock(mutex);
            ++wakes;
        }
        woken.notify_all();
    }

    // Keeps these until `done`. False when nothing came for very long.
    bool keep_until(const std::vector<ClipOrder>& wanted, std::size_t budget,
                    const std::function<bool()>& done) {
        for (;;) {
            int seen = 0;
            {
                std::lock_guard lock(mutex);
                seen = wakes;
            }
            pool.keep(wanted, budget);
            if (done()) return true;
            std::unique_lock lock(mutex);
            if (!woken.wait_for(lock, 20s, [&] { return wakes != seen; })) return false;
        }
    }
    int warm(const std::vector<ClipOrder>& orders) const {
        int count = 0;
        for (const ClipOrder& order : orders)
            count += pool.has_warm(order) ? 1 : 0;
        return count;
    }
};

std::vector<ClipOrder> six_clips(ScratchFolder& folder) {
    FilmRecipe recipe;
    recipe.pictures = 240;
    make(folder, "film.mp4", recipe);
    std::vector<ClipOrder> orders;
    for (int i = 0; i < 6; ++i) {
        orders.push_back(clip_of(folder, "film.mp4", pictures(recipe, 40 * i, 40 * i + 30)));
    }
    return orders;
}

constexpr std::size_t plenty = 1u << 30;

}  // namespace

TEST_CASE("all that is wanted becomes warm, and the same sessions stay while the order changes") {
    ScratchFolder folder;
    const std::vector<ClipOrder> orders = six_clips(folder);
    Keeper keeper;
    REQUIRE(keeper.keep_until(orders, plenty, [&] { return keeper.warm(orders) == 6; }));
    const std::vector<ClipOrder> turned(orders.rbegin(), orders.rend());
    keeper.pool.keep(turned, plenty);
    CHECK(keeper.warm(orders) == 6);
    CHECK(keeper.pool.take(orders[3]) != nullptr);
    CHECK(keeper.pool.take(orders[3]) == nullptr);
    keeper.pool.keep({}, plenty);
    CHECK(keeper.warm(orders) == 0);
}

TEST_CASE("when not all fit, the likeliest are warm, also when they became so later") {
    ScratchFolder folder;
    const std::vector<ClipOrder> orders = six_clips(folder);
    const std::vector<ClipOrder> two(orders.begin(), orders.begin() + 2);
    Keeper keeper;
    REQUIRE(keeper.keep_until(two, plenty, [&] { return keeper.warm(two) == 2; }));
    const std::size_t both = keeper.pool.take(two[0])->bytes() + keeper.pool.take(two[1])->bytes();

    const std::size_t budget = both + both / 4;  // room for two, not for three
    REQUIRE(keeper.keep_until(orders, budget, [&] { return keeper.warm(two) == 2; }));
    keeper.pool.keep(orders, budget);
    CHECK(keeper.warm(orders) == 2);
    std::vector<ClipOrder> changed{orders[5]};
    changed.insert(changed.end(), orders.begin(), orders.end() - 1);
    REQUIRE(keeper.keep_until(changed, budget, [&] { return keeper.pool.has_warm(orders[5]); }));
    keeper.pool.keep(changed, budget);
    CHECK(keeper.pool.has_warm(orders[0]));
    CHECK_FALSE(keeper.pool.has_warm(orders[1]));
}
