#include "player/media/clip/film_reader.h"

#include <thread>

#include "player/media/making/prelude.h"
#include "tests/media/films.h"

using namespace support;

namespace {

// What the sound decoder gets first: how often it is told to begin, and when each packet starts.
struct SoundPassedOn {
    int beginnings = 0;
    std::vector<double> starts_s;
};

SoundPassedOn first_sound_of(const media::ClipOrder& clip, const std::filesystem::path& preludes) {
    constexpr std::size_t enough = 30;
    media::ClipDesk desk(clip, {preludes, {}}, [] {});
    desk.leave_prelude(nullptr);
    media::PacketStore packets;
    media::ReadGuard guard;
    packets.ask(
        std::make_shared<media::Run>(media::RunStart{desk.in(), 0}, media::sample_at(desk.in())));
    media::FilmReader reader(desk, packets, guard);
    SoundPassedOn passed_on;
    const std::jthread reading([&](const std::stop_token& stop) { reader.work(stop); });
    // As eagerly as can be: nothing may be there for a moment only.
    while (passed_on.starts_s.size() < enough && !desk.problem()) {
        const std::optional<media::Parcel> parcel = packets.try_take(media::Lane::Sound);
        if (!parcel) continue;
        if (std::holds_alternative<media::Jump>(*parcel)) ++passed_on.beginnings;
        if (const auto* packet = std::get_if<media::PacketHandle>(&*parcel)) {
            const std::int64_t pts = (*packet)->pts;
            passed_on.starts_s.push_back(static_cast<double>(pts) / media::sound_rate_hz);
        }
    }
    guard.stop();
    REQUIRE(passed_on.starts_s.size() == enough);
    return passed_on;
}

}  // namespace

// A jump to a key picture at the in-point or after it jumps over sound: it is gone back for. What
// is read before that is known must not reach a decoder, which would take the hole before it for
// silence.
TEST_CASE("sound is passed on once, in its order, from before the in-point") {
    for (const int b_pictures : {0, 2}) {
        CAPTURE(b_pictures);
        FilmRecipe recipe = film(1, 500);
        recipe.b_pictures = b_pictures;
        recipe.sound = FilmSound::Steady;
        const ScratchFolder folder;
        const ScratchFolder preludes;
        make(folder, "film.mp4", recipe);
        for (const int first : {230, 249, 250}) {  // the 250th picture is a key picture
            CAPTURE(first);
            const media::ClipOrder clip = clip_of(folder, "film.mp4", pictures(recipe, first, 400));
            const auto kept = media::make_prelude(clip, preludes.path(), {});
            REQUIRE(kept);
            for (int round = 0; round < 5; ++round) {
                const SoundPassedOn passed_on = first_sound_of(clip, preludes.path());
                CHECK(passed_on.beginnings == 1);
                CHECK(passed_on.starts_s.front() <= first / 25.0);
                CHECK(std::ranges::is_sorted(passed_on.starts_s));
            }
        }
    }
}
