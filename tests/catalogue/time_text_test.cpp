#include "catalogue/time_text.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

using namespace catalogue;
using namespace std::chrono_literals;

TEST_CASE("a time is read as it is written, to the millisecond") {
    struct Row {
        std::string text;
        SourceDuration time;
    };
    const std::vector<Row> rows = {
        {"00:00.000", 0us},
        {"00:12.000", 12s},
        {"00:40.200", 40200ms},
        {"59:59.999", 59min + 59999ms},
        {"75:10.000", 75min + 10s},
        {"143:00.001", 143min + 1ms},
        {"00:00:00.001", 1ms},
        {"01:02:03.456", 1h + 2min + 3456ms},
        {"99:59:59.999", 99h + 59min + 59999ms},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const Result<SourceTime> time = parse_time(row.text);
        REQUIRE(time);
        CHECK(time->time_since_epoch() == row.time);
    }
}

TEST_CASE("what is not a time is refused with a word on what to do") {
    struct Row {
        std::string text;
        std::string hint;  // a part of it
    };
    const std::vector<Row> rows = {
        {"", "mm:ss.mmm"},
        {"12", "mm:ss.mmm"},
        {"12.5", "mm:ss.mmm"},
        {"00:12", "milliseconds"},
        {"01:00:12", "milliseconds"},
        {"0:12.000", "mm:ss.mmm"},
        {"00:12.5", "three digits"},
        {"00:12.5000", "three digits"},
        {"00:12,000", "milliseconds"},
        {"00:60.000", "00 to 59"},
        {"00:99.000", "00 to 59"},
        {"01:60:00.000", "when hours are given"},
        {"001:00:00.000", "mm:ss.mmm"},
        {"0143:00.000", "mm:ss.mmm"},
        {"00:00:00:00.000", "mm:ss.mmm"},
        {"-00:12.000", "00:00.000"},
        {"+00:12.000", "mm:ss.mmm"},
        {" 00:12.000", "mm:ss.mmm"},
        {"00:12.000 ", "mm:ss.mmm"},
        {"00: 2.000", "mm:ss.mmm"},
        {"00:12.-10", "mm:ss.mmm"},
        {"aa:bb.ccc", "mm:ss.mmm"},
        {"00:12.000s", "mm:ss.mmm"},
        {"\xD9\xA1\xD9\xA2:12.000", "mm:ss.mmm"},
        {std::string("00:12.000\0", 10), "mm:ss.mmm"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const Result<SourceTime> time = parse_time(row.text);
        REQUIRE_FALSE(time);
        CHECK_FALSE(time.error().what.empty());
        CAPTURE(time.error().hint);
        CHECK(time.error().hint.find(row.hint) != std::string::npos);
    }
}

TEST_CASE("a time is written with hours only from one hour on, and rounded to the millisecond") {
    struct Row {
        SourceDuration time;
        std::string text;
    };
    const std::vector<Row> rows = {
        {0us, "00:00.000"},
        {499us, "00:00.000"},
        {500us, "00:00.001"},
        {12s, "00:12.000"},
        {59min + 59s + 999499us, "59:59.999"},
        {59min + 59s + 999500us, "01:00:00.000"},
        {1h + 2min + 3456ms, "01:02:03.456"},
        {100h, "100:00:00.000"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(format_time(SourceTime{row.time}) == row.text);
    }
}

TEST_CASE("a written time is read back as the same time") {
    for (std::int64_t ms = 0; ms < 99 * 3'600'000LL; ms += 7'654'321) {
        CAPTURE(ms);
        const SourceTime time{std::chrono::milliseconds{ms}};
        const Result<SourceTime> back = parse_time(format_time(time));
        REQUIRE(back);
        CHECK(*back == time);
    }
}
