#include "player/app/preparing/loudness_shelf.h"

#include <doctest/doctest.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "player/app/storage/storage.h"
#include "tests/app/module_folder.h"
#include "tests/support/meeting.h"
#include "tests/support/scratch_folder.h"

using namespace std::chrono_literals;
using catalogue::Answer;
using catalogue::SourceTime;
using media::Loudness;

namespace {

namespace fs = std::filesystem;

// A module with the films "films/ann-q0.mp4" and "films/ann-q1.mp4", a cache, and a meter that
// counts: each measurement gives another value.
struct Place {
    made_up::ModuleFolder module;
    support::ScratchFolder cache;
    fs::path notes = cache.path() / "loudness" / "notes.txt";
    std::atomic<int> measured = 0;
    std::atomic<int> woken = 0;
    std::function<void()> while_measuring = [] {};
    bool fails = false;

    Place() { module.add_person("ann"); }

    std::unique_ptr<app::LoudnessShelf> shelf(const std::vector<Answer>& answers,
                                              bool keeps = true) {
        app::AnswerGrid grid;
        grid.questions = 1;
        grid.answers.assign(answers.begin(), answers.end());
        return std::make_unique<app::LoudnessShelf>(
            module.path(), keeps ? std::optional{notes} : std::nullopt, grid, [this] { ++woken; },
            [this](const media::ClipOrder& clip,
                   const std::stop_token&) -> catalogue::Result<Loudness> {
                CHECK(clip.film.root == module.path());
                ++measured;
                while_measuring();
                if (fails) return catalogue::fail({}, "broken off");
                return Loudness{-20.0 - measured, -3.0};
            });
    }
    // What one run of the program comes to know.
    app::KnownLoudness run(const std::vector<Answer>& answers, bool keeps = true) {
        const auto made = shelf(answers, keeps);
        for (const Answer& answer : answers) {
            made->measure(answer, {});
        }
        made->take_news();
        return made->known();
    }
};

Answer answer(const std::string& film) {
    return {"films/" + film, std::nullopt, std::nullopt};
}

Answer answer(const std::string& film, std::chrono::seconds in, std::chrono::seconds out) {
    return {"films/" + film, catalogue::TimeRange{SourceTime{in}, SourceTime{out}}, std::nullopt};
}

}  // namespace

TEST_CASE("nothing is measured twice, and the main thread is told once") {
    Place place;
    const auto shelf = place.shelf({answer("ann-q0.mp4")});
    CHECK_FALSE(shelf->take_news());
    shelf->measure(answer("ann-q0.mp4"), {});
    shelf->measure(answer("ann-q0.mp4"), {});
    CHECK(place.measured == 1);
    CHECK(place.woken == 1);
    CHECK(shelf->known().empty());  // until it is taken
    CHECK(shelf->take_news());
    CHECK(shelf->known() == app::KnownLoudness{{{"films/ann-q0.mp4", {}}, Loudness{-21, -3}}});
    CHECK_FALSE(shelf->take_news());
    CHECK(shelf->known().size() == 1);
}

TEST_CASE("a second run measures nothing and knows the same") {
    Place place;
    const std::vector<Answer> answers{answer("ann-q0.mp4"), answer("ann-q1.mp4", 1s, 2s),
                                      answer("ann-q1.mp4", 2s, 3s)};
    const app::KnownLoudness first = place.run(answers);
    CHECK(first.size() == 3);
    CHECK(place.measured == 3);
    CHECK(place.run(answers) == first);
    CHECK(place.measured == 3);
}

TEST_CASE("what has changed is measured again, and nothing else") {
    struct Row {
        const char* what;
        std::function<void(const Place&)> change;
        Answer second;
        int measured;
    };
    const Answer was = answer("ann-q1.mp4", 1s, 2s);
    const auto film = [](const Place& place) { return place.module.path() / "films/ann-q1.mp4"; };
    const Row rows[] = {
        {"nothing", [](const Place&) {}, was, 0},
        {"the film's size",
         [&](const Place& place) {
             const fs::file_time_type written = fs::last_write_time(film(place));
             place.module.write("films/ann-q1.mp4", "another film");
             fs::last_write_time(film(place), written);
         },
         was, 1},
        {"when the film was written",
         [&](const Place& place) {
             fs::last_write_time(film(place), fs::last_write_time(film(place)) + 1ms);
         },
         was, 1},
        {"in", [](const Place&) {}, answer("ann-q1.mp4", 0s, 2s), 1},
        {"out", [](const Place&) {}, answer("ann-q1.mp4", 1s, 3s), 1},
        {"the whole film now", [](const Place&) {}, answer("ann-q1.mp4"), 1},
        {"another film", [](const Place&) {}, answer("ann-q0.mp4", 1s, 2s), 1},
        {"damage to what was kept",
         [](const Place& place) { std::ofstream(place.notes, std::ios::app) << "\nrubbish"; }, was,
         0},
        {"what was kept is gone", [](const Place& place) { fs::remove(place.notes); }, was, 2},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.what));
        Place place;
        place.run({answer("ann-q0.mp4"), was});
        REQUIRE(place.measured == 2);
        row.change(place);
        const app::KnownLoudness known = place.run({answer("ann-q0.mp4"), row.second});
        CHECK(place.measured == 2 + row.measured);
        CHECK(known.at(app::stretch_of(row.second)).lufs ==
              (row.measured == 0 ? -22 : -20 - place.measured));
    }
}

TEST_CASE("of answers that are no longer in the module nothing is kept") {
    Place place;
    place.run({answer("ann-q0.mp4"), answer("ann-q1.mp4", 1s, 2s)});
    place.run({answer("ann-q0.mp4"), answer("ann-q1.mp4", 1s, 3s)});
    const auto text = app::load_document(place.notes);
    REQUIRE((text && *text));
    const app::LoudnessNotes notes = app::read_loudness_notes(**text);
    CHECK(notes.size() == 2);
    CHECK(notes.contains(app::stretch_of(answer("ann-q0.mp4"))));
    CHECK(notes.contains(app::stretch_of(answer("ann-q1.mp4", 1s, 3s))));
}

TEST_CASE("what the module says itself is not measured") {
    Place place;
    Answer said = answer("ann-q0.mp4");
    said.loudness_lufs = -23;
    CHECK(place.run({said}).empty());
    CHECK(place.measured == 0);
}

TEST_CASE("measuring that was stopped or failed leaves nothing behind, and can be done again") {
    Place place;
    place.fails = true;
    CHECK(place.run({answer("ann-q0.mp4")}).empty());
    CHECK_FALSE(fs::exists(place.notes));
    const auto shelf = place.shelf({answer("ann-q0.mp4")});
    shelf->measure(answer("ann-q0.mp4"), {});
    place.fails = false;
    shelf->measure(answer("ann-q0.mp4"), {});
    CHECK(place.measured == 3);
    CHECK(shelf->take_news());
}

TEST_CASE("a film that changes while it is measured is not taken for the one that it was") {
    Place place;
    place.while_measuring = [&] { place.module.write("films/ann-q0.mp4", "longer than it was"); };
    CHECK(place.run({answer("ann-q0.mp4")}).empty());
    place.while_measuring = [] {};
    CHECK(place.run({answer("ann-q0.mp4")}).size() == 1);
    CHECK(place.measured == 2);
}

TEST_CASE("a film that is not there is not measured") {
    Place place;
    CHECK(place.run({answer("gone.mp4")}).empty());
    CHECK(place.measured == 0);
}

TEST_CASE("where nothing may be kept, nothing is; where nothing can be kept, all is known still") {
    Place place;
    CHECK(place.run({answer("ann-q0.mp4")}, false).size() == 1);
    CHECK_FALSE(fs::exists(place.notes));
    std::ofstream(place.notes.parent_path()) << "a file where the folder should be";
    CHECK(place.run({answer("ann-q0.mp4")}).size() == 1);
    CHECK(place.measured == 2);
}

TEST_CASE("a power cut costs sixteen measurements at most") {
    Place place;
    std::vector<Answer> answers;
    for (int i = 0; i < 16; ++i) {
        answers.push_back(
            answer("ann-q0.mp4", std::chrono::seconds{i}, std::chrono::seconds{i + 1}));
    }
    const auto shelf = place.shelf(answers);
    for (const Answer& one : answers) {
        CHECK_FALSE(fs::exists(place.notes));
        shelf->measure(one, {});
    }
    const auto text = app::load_document(place.notes);
    REQUIRE((text && *text));
    CHECK(app::read_loudness_notes(**text).size() == 16);
}

TEST_CASE("several workers measure at the same time, and nothing that they note is lost") {
    constexpr int workers = 4;
    constexpr int each = 10;  // the file is written on the way, too
    Place place;
    support::Meeting meeting(workers);
    place.while_measuring = [&] { CHECK(meeting.come()); };
    std::vector<Answer> answers;
    for (int i = 0; i < workers * each; ++i) {
        answers.push_back(
            answer("ann-q0.mp4", std::chrono::seconds{i}, std::chrono::seconds{i + 1}));
    }
    {
        const auto shelf = place.shelf(answers);
        std::vector<std::jthread> threads;
        for (int worker = 0; worker < workers; ++worker) {
            threads.emplace_back([&, worker] {
                for (int i = worker; i < workers * each; i += workers) {
                    shelf->measure(answers[static_cast<std::size_t>(i)], {});
                }
            });
        }
        threads.clear();
        CHECK(shelf->take_news());
        CHECK(shelf->known().size() == answers.size());
    }
    CHECK(place.run(answers).size() == answers.size());
    CHECK(place.measured == workers * each);
}

TEST_CASE("two who measure the same module at once keep what both found out") {
    Place place;
    const std::vector<Answer> answers{answer("ann-q0.mp4"), answer("ann-q1.mp4", 1s, 2s),
                                      answer("ann-q1.mp4", 2s, 3s)};
    {
        const auto one = place.shelf(answers);
        const auto other = place.shelf(answers);
        one->measure(answers[0], {});
        other->measure(answers[1], {});
        other->measure(answers[2], {});
    }
    CHECK(place.measured == 3);
    CHECK(place.run(answers).size() == 3);
    CHECK(place.measured == 3);
}
