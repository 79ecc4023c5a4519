#include "player/app/preparing/loudness_notes.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>

using namespace std::chrono_literals;
using app::LoudnessNotes;
using catalogue::SourceTime;

namespace {

const std::string head = "crosscut loudness 1\n";

LoudnessNotes two_notes() {
    return {{{"films/a long name.mp4", catalogue::TimeRange{SourceTime{12s}, SourceTime{40'200ms}}},
             {{1'234'567, 1'763'791'234'567'890'123}, {-27.3125, -9.8}}},
            {{"films/mute.mp4", std::nullopt}, {{42, -5}, {-70, std::nullopt}}}};
}

// A line with the right checksum, whatever it says.
std::string line(const std::string& text) {
    std::uint32_t sum = 2166136261U;
    for (const char c : text) {
        sum = (sum ^ static_cast<unsigned char>(c)) * 16777619U;
    }
    return fmt::format("{:08x} {}\n", sum, text);
}

}  // namespace

TEST_CASE("what was noted is read, to the last digit") {
    CHECK(app::read_loudness_notes(app::to_text(two_notes())) == two_notes());
    CHECK(app::read_loudness_notes(app::to_text({})).empty());
    const LoudnessNotes third{{{"f", std::nullopt}, {{1, 2}, {-70.0 / 3, std::log10(0.3)}}}};
    CHECK(app::read_loudness_notes(app::to_text(third)) == third);
}

TEST_CASE("a line is as the header of the format has it") {
    CHECK(app::to_text(two_notes()) ==
          head +
              line("-27.3125 -9.8 1234567 1763791234567890123 12000000 40200000 "
                   "films/a long name.mp4") +
              line("-70 - 42 -5 - - films/mute.mp4"));
    CHECK(app::read_loudness_notes(head + line("-27 -9 42 5 10 20 f.mp4")).size() == 1);
}

TEST_CASE("a line that makes no sense is left out, and the others stay") {
    const std::string rows[] = {
        "",
        "-27",
        "-27 -9 42 5 10 20",         // no film
        "-27 -9 42 5 10 20 ",        // nor here
        "loud -9 42 5 10 20 f.mp4",  // not a number
        "nan -9 42 5 10 20 f.mp4",   //
        "-inf -9 42 5 10 20 f.mp4",  //
        "-71 -9 42 5 10 20 f.mp4",   // quieter than anything that is measured
        "300 -9 42 5 10 20 f.mp4",   //
        "-27 nan 42 5 10 20 f.mp4",  //
        "-27 400 42 5 10 20 f.mp4",  //
        "- -9 42 5 10 20 f.mp4",     // only the peak may be unknown
        "-27 -9 -42 5 10 20 f.mp4",  // a size below nothing
        "-27 -9 4e2 5 10 20 f.mp4",  //
        "-27 -9 42 99999999999999999999 10 20 f.mp4",
        "-27 -9 42 5 20 10 f.mp4",   // ends before it begins
        "-27 -9 42 5 10 10 f.mp4",   //
        "-27 -9 42 5 -10 10 f.mp4",  //
        "-27 -9 42 5 - 20 f.mp4",    // half an answer
        "-27 -9 42 5 10 - f.mp4",    //
        "-27  -9 42 5 10 20 f.mp4",  // two blanks
    };
    const std::string good = line("-27 -9 42 5 10 20 good.mp4");
    for (const std::string& row : rows) {
        CAPTURE(row);
        const LoudnessNotes notes = app::read_loudness_notes(head + line(row) + good);
        REQUIRE(notes.size() == 1);
        CHECK(notes.begin()->first.film == "good.mp4");
    }
}

TEST_CASE("of another format, another version or no format nothing is read") {
    const std::string good = line("-27 -9 42 5 10 20 good.mp4");
    for (const std::string first : {"", "\n", "crosscut loudness 2\n", "crosscut loudness 10\n",
                                    "crosscut loudness\n", "format: 1\n"}) {
        CAPTURE(first);
        CHECK(app::read_loudness_notes(first + good).empty());
    }
    CHECK(app::read_loudness_notes(head + std::string(app::most_note_bytes, '\n') + good).empty());
}

TEST_CASE("a note is read as it was written or not at all, whichever byte is damaged") {
    const LoudnessNotes whole = two_notes();
    const std::string text = app::to_text(whole);
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (const int bit : {0, 1, 4, 5, 7}) {
            std::string damaged = text;
            damaged[at] = static_cast<char>(damaged[at] ^ (1 << bit));
            for (const auto& [stretch, note] : app::read_loudness_notes(damaged)) {
                CAPTURE(damaged);
                const auto found = whole.find(stretch);
                REQUIRE(found != whole.end());
                CHECK(found->second == note);
            }
        }
    }
}

TEST_CASE("of a text that was cut off the whole lines are read") {
    const std::string text = app::to_text(two_notes());
    for (std::size_t length = 0; length < text.size() - 1; ++length) {
        CAPTURE(length);
        const std::size_t second_line = text.find('\n', head.size());
        const LoudnessNotes notes = app::read_loudness_notes(text.substr(0, length));
        CHECK(notes.size() == (length < second_line ? 0 : 1));
    }
}
