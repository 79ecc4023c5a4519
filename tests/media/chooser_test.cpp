#include <doctest/doctest.h>

#include "player/media/clip/picture_chooser.h"
#include "player/media/pictures/upright.h"

using namespace std::chrono_literals;
using media::PictureChooser;
using media::RunStart;
using media::SourceTime;
using media::TimeRange;
using Verdict = media::PictureChooser::Verdict;

namespace {

constexpr auto length = 40ms;
const TimeRange whole{SourceTime{0s}, SourceTime{10h}};

struct Outcome {
    std::vector<std::int64_t> shown_ms;
    Verdict verdict = Verdict::GoOn;
};

media::VideoDecoder::Decoded picture(std::chrono::milliseconds time) {
    return {nullptr, SourceTime{time}, length};
}

// Feeds pictures that start at these times until the chooser wants no more.
Outcome choose(RunStart start, TimeRange clip, const std::vector<int>& times_ms,
               bool from_head = true, bool film_ends = true) {
    PictureChooser chooser{start, clip, length};
    Outcome outcome;
    std::vector<media::VideoDecoder::Decoded> shown;
    for (const int time : times_ms) {
        outcome.verdict = chooser.feed(picture(std::chrono::milliseconds{time}), from_head, shown);
        if (outcome.verdict != Verdict::GoOn) break;
    }
    if (outcome.verdict == Verdict::GoOn && film_ends) {
        outcome.verdict = chooser.end_of_film(from_head, false, shown);
    }
    for (const auto& decoded : shown) {
        outcome.shown_ms.push_back(decoded.time.time_since_epoch().count() / 1000);
    }
    return outcome;
}

}  // namespace

TEST_CASE("the first picture is the one nearest the in-point, the out-point's is not shown") {
    struct Row {
        int in_ms, out_ms;
        std::vector<std::int64_t> shown;
    };
    const Row rows[] = {
        {80, 200, {80, 120, 160}}, {61, 200, {80, 120, 160}},
        {99, 200, {80, 120, 160}}, {101, 200, {120, 160}},
        {80, 181, {80, 120, 160}}, {80, 219, {80, 120, 160}},
        {80, 179, {80, 120}},      {0, 40, {0}},
        {120, 125, {120}},         {200, 999, {200, 240}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.in_ms);
        CAPTURE(row.out_ms);
        const TimeRange clip{SourceTime{std::chrono::milliseconds{row.in_ms}},
                             SourceTime{std::chrono::milliseconds{row.out_ms}}};
        CHECK(choose({clip.in, 0}, clip, {0, 40, 80, 120, 160, 200, 240}).shown_ms == row.shown);
    }
}

TEST_CASE("two answers that touch share no picture and lose none") {
    for (int cut_ms = 81; cut_ms < 160; ++cut_ms) {
        CAPTURE(cut_ms);
        const SourceTime cut{std::chrono::milliseconds{cut_ms}};
        const std::vector<int> film{0, 40, 80, 120, 160, 200, 240};
        auto both = choose({SourceTime{0s}, 0}, {SourceTime{0s}, cut}, film).shown_ms;
        for (const auto ms : choose({cut, 0}, {cut, SourceTime{1s}}, film).shown_ms) {
            both.push_back(ms);
        }
        CHECK(both == std::vector<std::int64_t>{0, 40, 80, 120, 160, 200, 240});
    }
}

TEST_CASE("where pictures last long, the one on the screen at the in-point is shown") {
    CHECK(choose({SourceTime{500ms}, 0}, whole, {0, 2000, 2040}).shown_ms ==
          std::vector<std::int64_t>{0, 2000, 2040});
    CHECK(choose({SourceTime{1990ms}, 0}, whole, {0, 2000, 2040}).shown_ms ==
          std::vector<std::int64_t>{2000, 2040});
}

TEST_CASE("landing after the wanted picture asks to begin earlier, except at the film's head") {
    CHECK(choose({SourceTime{80ms}, 0}, whole, {200, 240}, false).verdict == Verdict::LandedLate);
    CHECK(choose({SourceTime{80ms}, 0}, whole, {200, 240}, true).shown_ms ==
          std::vector<std::int64_t>{200, 240});
    // The exact picture as the first one is not late.
    CHECK(choose({SourceTime{200ms}, 0}, whole, {200, 240}, false).shown_ms ==
          std::vector<std::int64_t>{200, 240});
}

TEST_CASE("a target after the last picture shows the last picture") {
    CHECK(choose({SourceTime{5s}, 0}, whole, {0, 40, 80}).shown_ms ==
          std::vector<std::int64_t>{80});
    const TimeRange clip{SourceTime{0s}, SourceTime{120ms}};
    CHECK(choose({SourceTime{120ms}, 0}, clip, {0, 40, 80, 120, 160}).shown_ms ==
          std::vector<std::int64_t>{80});
}

TEST_CASE("a step back begins so many pictures before, and stays in the clip") {
    const std::vector<int> film{0, 40, 80, 120, 160, 200};
    CHECK(choose({SourceTime{160ms}, 1}, whole, film, true, false).shown_ms ==
          std::vector<std::int64_t>{120, 160, 200});
    CHECK(choose({SourceTime{160ms}, 3}, whole, film, true, false).shown_ms ==
          std::vector<std::int64_t>{40, 80, 120, 160, 200});
    CHECK(choose({SourceTime{80ms}, 9}, whole, film, true, false).shown_ms ==
          std::vector<std::int64_t>{0, 40, 80, 120, 160, 200});
    const TimeRange clip{SourceTime{80ms}, SourceTime{1s}};
    CHECK(choose({SourceTime{160ms}, 9}, clip, film, false, false).shown_ms ==
          std::vector<std::int64_t>{80, 120, 160, 200});
    // Uneven pictures are counted, not measured.
    CHECK(choose({SourceTime{900ms}, 2}, whole, {0, 10, 500, 900}, true, false).shown_ms ==
          std::vector<std::int64_t>{10, 500, 900});
    // Too little was decoded to count back.
    CHECK(choose({SourceTime{160ms}, 3}, whole, {120, 160}, false).verdict == Verdict::LandedLate);
}

TEST_CASE("an empty film shows nothing and is over") {
    const auto outcome = choose({SourceTime{0s}, 0}, whole, {});
    CHECK(outcome.shown_ms.empty());
    CHECK(outcome.verdict == Verdict::Complete);
}

TEST_CASE("a picture is turned so that it stands upright, in every orientation") {
    // 3 x 2 stored pixels: a b c / d e f. Display matrices as FFmpeg has them.
    constexpr std::int32_t one = 1 << 16;
    struct Row {
        const char* what;
        std::array<std::int32_t, 9> matrix;
        int width;
        const char* upright;
    };
    const Row rows[] = {
        {"as it is", {one, 0, 0, 0, one, 0, 0, 0, 1 << 30}, 3, "abcdef"},
        {"quarter turn clockwise", {0, one, 0, -one, 0, 0, 0, 0, 1 << 30}, 2, "daebfc"},
        {"half turn", {-one, 0, 0, 0, -one, 0, 0, 0, 1 << 30}, 3, "fedcba"},
        {"quarter turn back", {0, -one, 0, one, 0, 0, 0, 0, 1 << 30}, 2, "cfbead"},
        {"mirrored left to right", {-one, 0, 0, 0, one, 0, 0, 0, 1 << 30}, 3, "cbafed"},
        {"mirrored top to bottom", {one, 0, 0, 0, -one, 0, 0, 0, 1 << 30}, 3, "defabc"},
        {"mirrored on the diagonal", {0, one, 0, one, 0, 0, 0, 0, 1 << 30}, 2, "adbecf"},
        {"on the other diagonal", {0, -one, 0, -one, 0, 0, 0, 0, 1 << 30}, 2, "fcebda"},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.what));
        const media::Upright upright = media::upright_of(row.matrix.data());
        std::string turned(6, '?');
        media::turn_plane(upright, "abcdef", 3, turned.data(), row.width, row.width, 6 / row.width);
        CHECK(turned == row.upright);
        CHECK(upright.nothing_to_do() == (std::string("abcdef") == row.upright && row.width == 3));
    }
}

TEST_CASE("the last picture of a film is shown, however near to the out-point it begins") {
    const TimeRange clip{SourceTime{0s}, SourceTime{215ms}};
    CHECK(choose({clip.in, 0}, clip, {0, 40, 80, 120, 160, 200}).shown_ms ==
          std::vector<std::int64_t>{0, 40, 80, 120, 160, 200});
    // Where another one follows, nearer to the out-point, it is that one's time that is meant.
    CHECK(choose({clip.in, 0}, clip, {0, 40, 80, 120, 160, 200, 216}).shown_ms ==
          std::vector<std::int64_t>{0, 40, 80, 120, 160, 200});
}
