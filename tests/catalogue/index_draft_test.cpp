#include "catalogue/index_draft.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

using namespace catalogue;

namespace {

SourceTime at(double seconds) {
    return SourceTime{SourceDuration{static_cast<SourceDuration::rep>(seconds * 1e6)}};
}

IndexDraft draft_of(std::size_t questions, std::vector<MarkedAnswer> by_hand = {}) {
    return {std::vector<Markable>(questions, Markable::Yes), std::move(by_hand), {}};
}

// "1:10-20 2:30-40 ?:50-60 begun 70"
std::string text_of(const IndexDraft& draft) {
    std::string text;
    const auto number = [](SourceTime time) {
        return std::to_string(time.time_since_epoch().count() / 1'000'000);
    };
    for (const MarkedAnswer& answer : draft.now().answers) {
        if (!text.empty()) text += ' ';
        text += answer.question ? std::to_string(*answer.question + 1) : "?";
        text += ":" + number(answer.time.in) + "-" + number(answer.time.out);
    }
    if (draft.now().begun) text += " begun " + number(*draft.now().begun);
    return text;
}

}  // namespace

TEST_CASE("an in-point and an out-point make an answer to the next question") {
    IndexDraft draft = draft_of(3);
    CHECK(draft.mark_in(at(10)));
    CHECK(text_of(draft) == " begun 10");
    CHECK(draft.mark_out(at(20)));
    CHECK(draft.mark_in(at(21)));
    CHECK(draft.mark_out(at(50)));
    CHECK(text_of(draft) == "1:10-20 2:21-50");
    CHECK(draft.now().chosen == 1);
}

TEST_CASE("the next question follows the answer before, not the last one that was marked") {
    IndexDraft draft = draft_of(4);
    CHECK(draft.add({2, {at(100), at(120)}}));
    CHECK(draft.next_question(at(130)) == 3);
    CHECK(draft.next_question(at(50)) == 0);
    CHECK(draft.add({3, {at(130), at(140)}}));
    CHECK(draft.next_question(at(150)) == 0);
}

TEST_CASE("an answer may have no question when all are answered") {
    IndexDraft draft = draft_of(1);
    CHECK(draft.add({std::nullopt, {at(1), at(9)}}));
    CHECK(draft.add({std::nullopt, {at(20), at(30)}}));
    CHECK(text_of(draft) == "1:1-9 ?:20-30");
}

TEST_CASE("who is given a question takes it from who had it") {
    IndexDraft draft = draft_of(3);
    CHECK(draft.add({0, {at(1), at(9)}}));
    CHECK(draft.add({1, {at(20), at(30)}}));
    CHECK(draft.assign(0));
    CHECK(text_of(draft) == "?:1-9 1:20-30");
}

TEST_CASE("marks in and near an answer trim it, those far away begin another one") {
    struct Row {
        const char* what;
        bool is_in;
        double second;
        const char* then;
    };
    const Row rows[] = {
        {"in, inside", true, 110, "1:110-150"},
        {"in, just before", true, 95, "1:95-150"},
        {"in, long before", true, 80, "1:100-150 begun 80"},
        {"in, at the end", true, 150, "1:100-150 begun 150"},
        {"out, inside", false, 140, "1:100-140"},
        {"out, just after", false, 155, "1:100-155"},
        {"out, long after", false, 170, "1:100-150"},
        {"out, at the beginning", false, 100, "1:100-150"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        IndexDraft draft = draft_of(2);
        CHECK(draft.add({std::nullopt, {at(100), at(150)}}));
        const Outcome outcome =
            row.is_in ? draft.mark_in(at(row.second)) : draft.mark_out(at(row.second));
        CHECK(text_of(draft) == row.then);
        CHECK(outcome.has_value() == (std::string(row.then) != "1:100-150"));
    }
}

TEST_CASE("the answer before goes on to where a part ends, and is then chosen") {
    IndexDraft draft = draft_of(3);
    CHECK(draft.add({0, {at(10), at(20)}}));
    CHECK(draft.add({1, {at(60), at(70)}}));
    CHECK_FALSE(draft.join({at(5), at(9)}));
    CHECK(draft.join({at(22), at(40)}));
    CHECK(text_of(draft) == "1:10-40 2:60-70");
    CHECK(draft.now().chosen == 0);
    CHECK(draft.join({at(72), at(80)}));
    CHECK(text_of(draft) == "1:10-40 2:60-80");
    CHECK(draft.undo());
    CHECK(draft.undo());
    CHECK(text_of(draft) == "1:10-20 2:60-70");
    CHECK(draft.join({at(15), at(18)}));  // within it: nothing gets shorter
    CHECK(text_of(draft) == "1:10-20 2:60-70");
}

TEST_CASE("what cannot be done changes nothing and says why") {
    IndexDraft draft{{Markable::Yes, Markable::ByHand, Markable::Withheld},
                     {{1, {at(60), at(90)}}},
                     {{0, {at(10), at(20)}}}};
    const MarkedStretches before = draft.now();
    const auto refuses = [&](const Outcome& outcome, const std::string& what) {
        REQUIRE(!outcome);
        CHECK(outcome.error().what == what);
        CHECK(!outcome.error().hint.empty());
        CHECK(draft.now() == before);
    };
    refuses(draft.assign(0), "no answer is chosen");
    refuses(draft.remove(), "no answer is chosen");
    refuses(draft.mark_out(at(40)), "no answer was begun here");
    refuses(draft.split(at(40)), "there is no answer here that could be divided");
    refuses(draft.add({1, {at(30), at(40)}}),
            "this answer's times were written by hand, and those count");
    refuses(draft.add({2, {at(30), at(40)}}), "the person asked not to show this answer");
    refuses(draft.add({7, {at(30), at(40)}}), "there is no question 8");
    refuses(draft.add({0, {at(40), at(40)}}), "an answer has to end after it begins");
    CHECK(!draft.can_undo());

    draft.choose(0);
    CHECK(!draft.set_in(at(20)));
    CHECK(!draft.set_out(at(10)));
    CHECK(draft.mark_in(at(30)));
    CHECK(!draft.mark_out(at(30)));
    CHECK(text_of(draft) == "1:10-20 begun 30");
}

TEST_CASE("an answer that is divided goes on with what comes next") {
    IndexDraft draft = draft_of(3);
    CHECK(draft.add({0, {at(10), at(50)}}));
    CHECK(draft.split(at(30)));
    CHECK(text_of(draft) == "1:10-30 2:30-50");
    CHECK(draft.now().chosen == 1);
}

TEST_CASE("gaps and overlaps are found, also with what was written by hand") {
    IndexDraft draft = draft_of(9, {{8, {at(30), at(40)}}});
    CHECK(draft.add({0, {at(0), at(20)}}));
    CHECK(draft.add({1, {at(38), at(50)}}));
    CHECK(draft.add({2, {at(51), at(60)}}));
    CHECK(draft.seams(SourceDuration{5'000'000}) ==
          std::vector<Seam>{{{at(20), at(30)}, Seam::Kind::Gap},
                            {{at(38), at(40)}, Seam::Kind::Overlap}});
}

TEST_CASE("whatever is done can be undone to the beginning and done again") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const auto second = [&] { return at(static_cast<double>(random() % 300)); };
        IndexDraft draft{std::vector<Markable>(5, Markable::Yes), {}, {{0, {at(10), at(20)}}}};
        const std::vector<MarkedAnswer> first = draft.now().answers;
        for (int deed = 0; deed < 40; ++deed) {
            switch (random() % 7) {
                case 0:
                    (void)draft.mark_in(second());
                    break;
                case 1:
                    (void)draft.mark_out(second());
                    break;
                case 2:
                    (void)draft.assign(random() % 6);
                    break;
                case 3:
                    (void)draft.split(second());
                    break;
                case 4:
                    if (random() % 3 == 0) (void)draft.remove();
                    break;
                case 5:
                    draft.choose(random() % 4);
                    break;
                default:
                    (void)draft.undo();
            }
            std::vector<bool> answered(5);
            SourceTime before{};
            for (const MarkedAnswer& answer : draft.now().answers) {
                CHECK(answer.time.in < answer.time.out);
                CHECK(before <= answer.time.in);
                before = answer.time.in;
                if (!answer.question) continue;
                CHECK(!answered[*answer.question]);
                answered[*answer.question] = true;
            }
            if (draft.now().chosen) CHECK(*draft.now().chosen < draft.now().answers.size());
        }
        while (draft.redo()) {
        }
        const std::vector<MarkedAnswer> last = draft.now().answers;
        while (draft.undo()) {
        }
        CHECK(draft.now().answers == first);
        while (draft.redo()) {
        }
        CHECK(draft.now().answers == last);
    }
}
