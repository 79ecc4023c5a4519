#include "player/app/stage/transport.h"

#include <doctest/doctest.h>

using namespace std::chrono_literals;
using app::Transport;
using catalogue::SourceTime;

namespace {

media::EngineStatus playing_at(catalogue::SourceDuration position) {
    media::EngineStatus status;
    status.cue = 7;
    status.phase = media::Phase::Playing;
    status.range = {SourceTime{10s}, SourceTime{50s}};
    status.position = SourceTime{position};
    return status;
}

SourceTime sought(const Transport& transport) {
    return std::get<SourceTime>(transport.seek.value().to);
}

}  // namespace

TEST_CASE("seeking back never leaves the clip") {
    CHECK(sought(app::seek_by({}, playing_at(12s), -5s)) == SourceTime{10s});
    CHECK(sought(app::seek_by({}, playing_at(30s), -5s)) == SourceTime{25s});
}

TEST_CASE("a fraction is of the clip, not of the film") {
    CHECK(sought(app::seek_to_fraction({}, playing_at(12s), 0.5)) == SourceTime{30s});
    CHECK(sought(app::seek_to_fraction({}, playing_at(12s), -3)) == SourceTime{10s});
    CHECK(sought(app::seek_to_fraction({}, playing_at(12s), 9)) == SourceTime{50s});
}

TEST_CASE("every seek has a number of its own, also to the same place") {
    const Transport once = app::seek_to_fraction({}, playing_at(12s), 0.5);
    const Transport twice = app::seek_to_fraction(once, playing_at(12s), 0.5);
    CHECK(once.seek->number != twice.seek->number);
    CHECK(twice.seek_cue == 7);
}

TEST_CASE("playing a clip that has ended starts it again") {
    media::EngineStatus ended = playing_at(50s);
    ended.phase = media::Phase::Ended;
    Transport transport;
    transport.playing = true;  // as it was when the clip ran out
    transport = app::play_or_pause(transport, ended);
    CHECK(transport.playing);
    CHECK(sought(transport) == SourceTime{10s});
}

TEST_CASE("stepping by pictures pauses") {
    Transport transport;
    transport.playing = true;
    transport = app::step_pictures(transport, playing_at(12s), -1);
    CHECK_FALSE(transport.playing);
    CHECK(std::get<int>(transport.seek->to) == -1);
}

TEST_CASE("nothing is sought where no clip plays") {
    media::EngineStatus opening = playing_at(12s);
    opening.phase = media::Phase::Opening;
    CHECK_FALSE(app::seek_by({}, opening, 5s).seek.has_value());
    CHECK_FALSE(app::step_pictures({}, opening, 1).seek.has_value());
}

TEST_CASE("changing the volume ends the silence and stays between nothing and full") {
    Transport transport;
    transport.muted = true;
    transport.volume = 0.98F;
    transport = app::change_volume(transport, 0.05F);
    CHECK(transport.volume == 1.0F);
    CHECK_FALSE(transport.muted);
    transport = app::change_volume(transport, -3.0F);
    CHECK(transport.volume == 0.0F);
}

TEST_CASE("the speed goes up and down by the usual steps and stays between a half and two") {
    Transport transport;
    for (const double rate : {1.25, 1.5, 1.75, 2.0, 2.0}) {
        transport = app::change_rate(transport, 1);
        CHECK(transport.rate == rate);
    }
    for (int i = 0; i < 9; ++i) {
        transport = app::change_rate(transport, -1);
    }
    CHECK(transport.rate == 0.5);
}

TEST_CASE("a loop is marked from here, to here, and ended, by the same key") {
    Transport transport = app::mark_loop({}, playing_at(20s));
    REQUIRE(transport.loop);
    CHECK(transport.loop->from == SourceTime{20s});
    CHECK_FALSE(transport.loop->to);
    transport = app::mark_loop(transport, playing_at(24s));
    CHECK(transport.loop->to == SourceTime{24s});
    CHECK(sought(transport) == SourceTime{20s});
    CHECK_FALSE(app::mark_loop(transport, playing_at(21s)).loop);
}

TEST_CASE("a loop that would end before it begins begins anew") {
    const Transport begun = app::mark_loop({}, playing_at(20s));
    const Transport anew = app::mark_loop(begun, playing_at(15s));
    CHECK(anew.loop->from == SourceTime{15s});
    CHECK_FALSE(anew.loop->to);
    media::EngineStatus other = playing_at(30s);
    other.cue = 8;
    CHECK_FALSE(app::mark_loop(begun, other).loop->to);
}

TEST_CASE("a jump behind the end of a loop ends it, one inside does not") {
    const Transport looping = app::mark_loop(app::mark_loop({}, playing_at(20s)), playing_at(24s));
    CHECK(app::seek_by(looping, playing_at(21s), -5s).loop == looping.loop);
    CHECK_FALSE(app::seek_by(looping, playing_at(21s), 5s).loop);
}
