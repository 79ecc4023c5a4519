#include "player/app/transport.h"

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
