#include "player/app/preparing/answer_loudness.h"

#include <doctest/doctest.h>

#include "tests/app/made_up_module.h"

using media::Loudness;

namespace {

// Two people with three answers each: the first two of one film, the third of another.
catalogue::Module two_people() {
    catalogue::Module module = made_up::module(2, 3);
    for (std::size_t person = 0; person < 2; ++person) {
        for (std::size_t question = 0; question < 2; ++question) {
            catalogue::Answer& answer = *module.cells[person * 3 + question].answer;
            answer.film = fmt::format("films/p{}.mp4", person);
            const std::chrono::seconds in{10 * question};
            answer.trim = {catalogue::SourceTime{in},
                           catalogue::SourceTime{in + std::chrono::seconds{10}}};
        }
    }
    return module;
}

}  // namespace

TEST_CASE("an answer that is not measured is expected to be as loud as its like") {
    catalogue::Module module = two_people();
    const auto stretch = [&](std::size_t cell) {
        return app::stretch_of(*module.cells[cell].answer);
    };
    struct Row {
        const char* what;
        app::KnownLoudness known;
        std::optional<Loudness> expected;  // of the first person's first answer
    };
    const Row rows[] = {
        {"nothing is known", {}, std::nullopt},
        {"of another person only", {{stretch(3), {-30, -9}}}, std::nullopt},
        {"measured",
         {{stretch(0), {-25, -7}}, {stretch(1), {-31, -9}}, {stretch(2), {-11, -1}}},
         Loudness{-25, -7}},
        {"of the same film, not of the person's others",
         {{stretch(1), {-31, -9}}, {stretch(2), {-11, -1}}, {stretch(3), {-40, -20}}},
         Loudness{-31, -9}},
        {"of the person", {{stretch(2), {-11, -1}}, {stretch(3), {-40, -20}}}, Loudness{-11, -1}},
        {"silence tells nothing of the others",
         {{stretch(1), {-70, std::nullopt}}, {stretch(2), {-11, -1}}},
         Loudness{-11, -1}},
        {"nothing but silence", {{stretch(1), {-70, std::nullopt}}}, std::nullopt},
        {"peaks that are not known", {{stretch(1), {-31, std::nullopt}}}, Loudness{-31, {}}},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.what));
        CHECK(app::loudness_of(module, {0, 0}, row.known) == row.expected);
    }
}

TEST_CASE("what is expected is the mean, with the highest peak") {
    catalogue::Module module = made_up::module(1, 4);
    const app::KnownLoudness known{{{"films/p0-q1.mp4", {}}, {-20, -6}},
                                   {{"films/p0-q2.mp4", {}}, {-30, -2}},
                                   {{"films/p0-q3.mp4", {}}, {-28, -15}}};
    const auto expected = app::loudness_of(module, {0, 0}, known);
    REQUIRE(expected);
    CHECK(expected->lufs == doctest::Approx(-26));
    CHECK(expected->true_peak_dbtp == -2);
}

TEST_CASE("what the module says of an answer wins, and counts for the others") {
    catalogue::Module module = made_up::module(1, 2);
    module.cells[0].answer->loudness_lufs = -19.5;
    const app::KnownLoudness known{{{"films/p0-q0.mp4", {}}, {-33, -6}}};
    CHECK(app::loudness_of(module, {0, 0}, known) == Loudness{-19.5, std::nullopt});
    CHECK(app::loudness_of(module, {0, 1}, {}) == Loudness{-19.5, std::nullopt});
}

TEST_CASE("of a cell in which nothing may be played nothing is expected") {
    const catalogue::Module module = made_up::module(1, 2, {{0, 0}});
    const app::KnownLoudness known{{{"films/p0-q1.mp4", {}}, {-33, -6}}};
    CHECK_FALSE(app::loudness_of(module, {0, 0}, known));
}
