// Everything that can happen to a walk: what somebody asked for, and what the player reports.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "lessons/grid.h"

namespace lessons {

// How it goes on when a clip ends.
enum class Way { StopAndTalk, WholeCase, HangOnQuestion, MixItUp };

using Seed = std::uint32_t;  // shown and typed by people: see seed_text() in mix.h

// What a mix is drawn from. An empty list means "all".
struct Scope {
    std::vector<int> people;
    std::vector<int> questions;

    bool operator==(const Scope&) const = default;
};

// --- asked for by a person ---
struct ChooseCell {
    Cell cell;
};  // also an empty one: it is shown, with the nearest answers
struct ChoosePerson {
    int person = 0;
};  // keeps the question
struct ChooseQuestion {
    int question = 0;
};  // keeps the person
struct StepPerson {
    int by = 0;
};  // +1 or -1, round the ring; keeps the question; lands on empty cells too
struct StepQuestion {
    int by = 0;
};                 // +1 or -1, stays where it is at the first and last question
struct GoNext {};  // one key; what "next" is depends on the way
// To the answer to the same question of whoever differs most in the facts; again: the next most
// different one. See Walk::apart_from().
struct GoContrast {};
struct GoBack {
    std::chrono::microseconds into_clip{};
};  // history; restarts the clip from 3 s on
struct ToggleWay {
    Way way;
};  // the same way again: back to stop and talk
struct SetWay {
    Way way;
};
struct Reshuffle {
    std::optional<Seed> seed;
};  // nothing: the seed that follows from the present one
struct SetScope {
    Scope scope;
};

// --- reported by the player; `cue` says about which cue, and late ones are dropped ---
struct ClipEnded {
    std::uint64_t cue = 0;
};
struct ClipFailed {
    std::uint64_t cue = 0;
};

using Input =
    std::variant<ChooseCell, ChoosePerson, ChooseQuestion, StepPerson, StepQuestion, GoNext,
                 GoContrast, GoBack, ToggleWay, SetWay, Reshuffle, SetScope, ClipEnded, ClipFailed>;

}  // namespace lessons
