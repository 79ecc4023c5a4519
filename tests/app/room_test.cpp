// What the room sees is a function of a few values.
#include "player/app/room/room.h"

#include <doctest/doctest.h>

#include "player/app/room/reading_pace.h"
#include "tests/app/made_up_module.h"

using namespace std::chrono_literals;
using app::RoomAsk;
using app::RoomMoment;
using app::RoomPlace;
using app::RoomShows;
using app::RoomState;
using app::RoomView;
using lessons::Way;

namespace {

constexpr std::chrono::steady_clock::time_point start{};

RoomState open_room() {
    return {RoomPlace::Display};
}

RoomState after(std::initializer_list<RoomAsk> asked) {
    RoomState state = open_room();
    for (const RoomAsk ask : asked)
        state = step(state, ask);
    return state;
}

RoomMoment film() {
    RoomMoment moment;
    moment.open_module = true;
    moment.question = "Question 0?";
    moment.person = "Person 0";
    return moment;
}

std::string words_of(const RoomState& state, const RoomMoment& moment) {
    const RoomView view = room_view_of(state, moment);
    return view.page ? view.page->words : "";
}

catalogue::CaptionCue caption(std::chrono::milliseconds in, std::chrono::milliseconds out,
                              std::string text) {
    return {{catalogue::SourceTime{in}, catalogue::SourceTime{out}}, {}, std::move(text)};
}

}  // namespace

TEST_CASE("black and white, asked for again, give back what was under them") {
    for (const RoomAsk cover : {RoomAsk::Black, RoomAsk::White}) {
        CHECK(after({cover, cover}) == open_room());
        CHECK(after({RoomAsk::Question, cover, cover}) == after({RoomAsk::Question}));
        CHECK(after({RoomAsk::Freeze, cover, cover}) == after({RoomAsk::Freeze}));
    }
    CHECK(after({RoomAsk::Black, RoomAsk::White, RoomAsk::White}) == open_room());
}

TEST_CASE("film and question are shown at once, whatever was there") {
    for (const RoomAsk before :
         {RoomAsk::Film, RoomAsk::Question, RoomAsk::Black, RoomAsk::White, RoomAsk::Freeze}) {
        CAPTURE(static_cast<int>(before));
        CHECK(after({before, RoomAsk::Film}) == open_room());
        const RoomState reads = after({before, RoomAsk::Question});
        CHECK(reads.shows == RoomShows::Question);
        CHECK_FALSE(reads.frozen);
    }
}

TEST_CASE("nothing is frozen that nobody sees, but what is under it can be let go") {
    CHECK_FALSE(after({RoomAsk::Black, RoomAsk::Freeze}).frozen);
    const RoomState thawed = after({RoomAsk::Freeze, RoomAsk::Black, RoomAsk::Freeze});
    CHECK_FALSE(thawed.frozen);
    CHECK(thawed.shows == RoomShows::Black);
}

TEST_CASE("Escape takes away one thing at a time, and then nothing") {
    const RoomState both = after({RoomAsk::Freeze, RoomAsk::Black});
    const RoomState once = uncovered(both);
    CHECK(once.frozen);
    CHECK_FALSE(once.covered());
    CHECK(uncovered(once) == open_room());
    CHECK(uncovered(open_room()) == open_room());
}

TEST_CASE("the room hears a film only while it sees it") {
    CHECK(hears_film(RoomState{}));
    CHECK(hears_film(open_room()));
    for (const RoomAsk ask : {RoomAsk::Question, RoomAsk::Black, RoomAsk::White, RoomAsk::Freeze})
        CHECK_FALSE(hears_film(after({ask})));
}

TEST_CASE("the room sees the film, or one page over it") {
    const RoomView seen = room_view_of(open_room(), film());
    CHECK(seen.film);
    CHECK_FALSE(seen.page);
    for (const RoomAsk ask : {RoomAsk::Question, RoomAsk::Black, RoomAsk::White}) {
        const RoomView view = room_view_of(after({ask}), film());
        CHECK_FALSE(view.film);
        REQUIRE(view.page);
    }
    CHECK(words_of(after({RoomAsk::Question}), film()) == "Question 0?");
    CHECK(room_view_of(after({RoomAsk::Black}), film()).page->ground_rgb == 0x000000);
    CHECK(room_view_of(after({RoomAsk::White}), film()).page->ground_rgb == 0xFFFFFF);
}

TEST_CASE("black and white say nothing, whatever there is to say") {
    RoomMoment moment = film();
    moment.absent = "There is no answer.";
    moment.timer = "3:00";
    moment.silent = true;
    moment.said = "Words";
    moment.prompt = "Words";
    for (const RoomAsk ask : {RoomAsk::Black, RoomAsk::White}) {
        const RoomView view = room_view_of(after({ask}), moment);
        CHECK(view.page->above.empty());
        CHECK(view.page->words.empty());
        CHECK(view.page->below.empty());
        CHECK_FALSE(view.page->picture);
    }
}

TEST_CASE("the room reads a lesson's prompt while that is what the class reads") {
    RoomMoment moment = film();
    moment.prompt = "What would you ask them?";
    moment.step = "Two mornings";
    moment.timer = "In pairs, 3:40";
    const RoomView view = room_view_of(open_room(), moment);
    CHECK_FALSE(view.film);
    CHECK(view.page->above == moment.step);
    CHECK(view.page->words == moment.prompt);
    CHECK(view.page->below == moment.timer);
    CHECK(room_view_of(after({RoomAsk::Black}), moment).page->words.empty());
}

TEST_CASE("where there is no film the room reads why, and without a module nothing") {
    RoomMoment moment = film();
    moment.absent = "There is no answer from Person 0 to this question.";
    CHECK(words_of(open_room(), moment) == moment.absent);
    const RoomView nothing = room_view_of(open_room(), {});
    CHECK_FALSE(nothing.film);
    CHECK(nothing.page->words.empty());
}

TEST_CASE("in silence the room reads what is said, with the face of who says it") {
    RoomMoment moment = film();
    moment.silent = true;
    moment.said = "Twelve hours, about fifty calls.";
    moment.portrait = std::make_shared<const screen::PagePicture>();
    const RoomView view = room_view_of(open_room(), moment);
    CHECK_FALSE(view.film);
    CHECK(view.page->words == moment.said);
    CHECK(view.page->above == "Person 0");
    CHECK(view.page->picture == moment.portrait);
}

TEST_CASE("the teacher reads who comes next, but not in a mix") {
    const catalogue::Module module = made_up::module(3, 3);
    lessons::Walk walk = made_up::walk_at(module, {1, 0});
    ui::RoomPanelView panel = room_panel_of(open_room(), module, walk, "");
    CHECK(panel.next_person == "Person 1");
    CHECK(panel.next_question == "Q1");
    walk = lessons::step(std::move(walk), lessons::SetWay{Way::HangOnQuestion});
    panel = room_panel_of(open_room(), module, walk, "");
    CHECK(panel.next_person == "Person 2");
    CHECK(panel.next_question == "Q0");
    walk = lessons::step(std::move(walk), lessons::SetWay{Way::MixItUp});
    panel = room_panel_of(open_room(), module, walk, "");
    CHECK(panel.next_person.empty());
    CHECK(panel.next_question.empty());
    CHECK_FALSE(panel.next_note.empty());
}

TEST_CASE("a timer counts down in whole seconds, is extended, and says when it is over") {
    app::RoomTimer timer;
    CHECK(timer_text(timer, start).empty());
    timer = longer(timer, 1min, start);
    struct Row {
        std::chrono::milliseconds at;
        const char* text;
    };
    for (const Row& row : std::initializer_list<Row>{{0ms, "1:00"},
                                                     {1ms, "1:00"},
                                                     {1000ms, "0:59"},
                                                     {59'001ms, "0:01"},
                                                     {60s, "Time is up"},
                                                     {1h, "Time is up"}}) {
        CAPTURE(row.at.count());
        CHECK(timer_text(timer, start + row.at) == row.text);
    }
    CHECK(timer_text(longer(timer, 1min, start + 30s), start + 30s) == "1:30");
    CHECK(timer_text(longer(timer, 1min, start + 5min), start + 5min) == "1:00");
}

TEST_CASE("the text of a timer changes when it says so, and not before") {
    const app::RoomTimer timer = app::longer({}, 1min, start);
    auto now = start;
    int changes = 0;
    while (const auto next = timer_changes_at(timer, now)) {
        REQUIRE(*next > now);
        CHECK(timer_text(timer, *next - 1us) == timer_text(timer, now));
        CHECK(timer_text(timer, *next) != timer_text(timer, now));
        now = *next;
        REQUIRE(++changes <= 60);
    }
    CHECK(changes == 60);
}

TEST_CASE("two at one computer change places with every clip, and not while it plays") {
    app::Turns turns{true};
    turns = turns_at(turns, 1);
    const std::string first = turn_text(turns);
    CHECK(turn_text(turns_at(turns, 1)) == first);
    turns = turns_at(turns, 2);
    CHECK(turn_text(turns) != first);
    CHECK(turn_text(turns_at(turns, 7)) == first);
    CHECK(turn_text(app::Turns{}).empty());
}

TEST_CASE("words are read at 160 a minute, long ones slower, and short ones not at a glance") {
    CHECK(app::reading_time("") == 0ms);
    CHECK(app::reading_time("Yes.") == 1200ms);
    CHECK(app::reading_time("one two three four five six seven eight") == 3s);
    CHECK(app::reading_time("one\ntwo  three\tfour five six seven eight") == 3s);
    CHECK(app::reading_time("Donaudampfschifffahrtsgesellschaftskapitänsmütze") > 2s);
}

TEST_CASE("words for a page are in one line, but two who speak keep one each") {
    CHECK(app::in_one_line("late. Drove in.\nTwelve hours.") == "late. Drove in. Twelve hours.");
    CHECK(app::in_one_line("- Really?\n- Yes.") == "- Really?\n- Yes.");
}

TEST_CASE("the film stands before words go that were not read, and only then") {
    const auto words = caption(10s, 11s, "one two three four five six seven eight");  // 3 s to read
    const catalogue::TimeRange clip{catalogue::SourceTime{0s}, catalogue::SourceTime{60s}};
    const app::ReadingPace pace = app::reading({}, {words.text}, start);
    struct Row {
        std::chrono::milliseconds position;
        std::chrono::milliseconds read_for;
        bool waits;
    };
    for (const Row& row : std::initializer_list<Row>{{10'000ms, 0ms, false},
                                                     {10'500ms, 500ms, false},
                                                     {10'950ms, 950ms, true},
                                                     {10'950ms, 2'999ms, true},
                                                     {10'950ms, 3'000ms, false}}) {
        CAPTURE(row.position.count());
        CAPTURE(row.read_for.count());
        const auto until = app::waits_for_readers(
            pace, {&words}, clip, catalogue::SourceTime{row.position}, start + row.read_for);
        CHECK(until.has_value() == row.waits);
        if (until) CHECK(*until == start + 3s);
    }
}

TEST_CASE("words that the end of an answer would cut off are waited for as well") {
    const auto words = caption(10s, 20s, "one two three four five six seven eight");
    const catalogue::TimeRange clip{catalogue::SourceTime{0s}, catalogue::SourceTime{11s}};
    const app::ReadingPace pace = app::reading({}, {words.text}, start);
    CHECK(app::waits_for_readers(pace, {&words}, clip, catalogue::SourceTime{10'950ms},
                                 start + 950ms));
}

TEST_CASE("words that stay are read from when they came") {
    app::ReadingPace pace = app::reading({}, {"one"}, start);
    pace = app::reading(std::move(pace), {"one"}, start + 5s);
    CHECK(pace.since == start);
    pace = app::reading(std::move(pace), {"two"}, start + 6s);
    CHECK(pace.since == start + 6s);
}

TEST_CASE("of two languages the film waits for who reads the longer one, not for both") {
    const app::ReadingPace pace =
        app::reading({}, {"one two three four five six seven eight", "eins zwei drei"}, start);
    CHECK(pace.words == "one two three four five six seven eight\n\neins zwei drei");
    CHECK(pace.needs == 3s);
}
