#include "player/app/preparing/still_shelf.h"

#include <doctest/doctest.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "tests/app/module_folder.h"
#include "tests/support/meeting.h"
#include "tests/support/scratch_folder.h"

using namespace std::chrono_literals;
using catalogue::Answer;
using catalogue::SourceDuration;
using catalogue::SourceTime;
using media::StillMade;
namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t plenty = 1 << 20;

// A module, a folder of stills, and a maker that counts.
struct Place {
    made_up::ModuleFolder module;
    support::ScratchFolder cache;
    fs::path folder = cache.path() / "stills";
    std::atomic<int> made = 0;
    std::atomic<int> woken = 0;
    bool fails = false;
    bool has_picture = true;
    std::function<void()> while_making = [] {};

    Place() { module.add_person("ann"); }

    std::unique_ptr<app::StillShelf> shelf(std::uintmax_t most_bytes = plenty) {
        return std::make_unique<app::StillShelf>(
            module.path(), folder, most_bytes, [this] { ++woken; },
            [this](const media::ClipOrder& clip, const fs::path& into,
                   const std::stop_token&) -> catalogue::Result<StillMade> {
                CHECK(into == folder);
                const fs::path file = into / media::still_name(clip).value();
                CHECK_FALSE(fs::exists(file));  // asked for what is not there only
                if (fails) return catalogue::fail({}, "damaged");
                if (!has_picture) return StillMade::NoPicture;
                while_making();
                ++made;
                std::ofstream(file) << "a picture";
                return StillMade::Made;
            },
            [](const media::FilmFile&, const std::stop_token&) {
                return std::optional<SourceDuration>{52s};
            });
    }
};

Answer whole() {
    return {"films/ann-q0.mp4", std::nullopt, std::nullopt};
}
Answer stretch(int begins_s) {
    return {"films/ann-q1.mp4",
            catalogue::TimeRange{SourceTime{std::chrono::seconds{begins_s}},
                                 SourceTime{std::chrono::seconds{begins_s + 20}}},
            std::nullopt};
}
// Two people's answers to two questions; one is not there, and two are the same stretch.
app::AnswerGrid grid() {
    app::AnswerGrid answers;
    answers.questions = 2;
    answers.answers = {whole(), stretch(5), std::nullopt, stretch(5)};
    return answers;
}

}  // namespace

TEST_CASE("what becomes known of an answer is known in all its places") {
    Place place;
    const auto shelf = place.shelf();
    shelf->set_answers(grid());
    CHECK(shelf->count() == 3);
    CHECK(shelf->known() == 0);
    CHECK_FALSE(shelf->take_news());

    shelf->keep(stretch(5), {});
    CHECK(place.woken == 1);
    CHECK(shelf->known() == 0);  // until the main thread takes it
    CHECK(shelf->take_news());
    CHECK(shelf->known() == 2);
    CHECK(shelf->answers()[1].known);
    CHECK(fs::exists(place.folder / shelf->answers()[1].file));
    CHECK_FALSE(shelf->answers()[1].length);  // the module says it
    CHECK(shelf->answers()[3] == shelf->answers()[1]);
    CHECK_FALSE(shelf->answers()[0].known);
    CHECK_FALSE(shelf->answers()[2].known);

    shelf->keep(whole(), {});
    CHECK(shelf->take_news());
    CHECK(shelf->answers()[0].length == 52s);
    CHECK(shelf->known() == shelf->count());
    CHECK_FALSE(shelf->take_news());
}

TEST_CASE("a module that is read anew keeps what is known of its answers") {
    Place place;
    const auto shelf = place.shelf();
    shelf->set_answers(grid());
    shelf->keep(stretch(5), {});
    shelf->take_news();
    app::AnswerGrid other = grid();
    other.answers = {std::nullopt, stretch(5), stretch(6), std::nullopt};
    shelf->set_answers(other);
    CHECK(shelf->count() == 2);
    CHECK(shelf->known() == 1);
    CHECK(shelf->answers()[1].known);
    CHECK_FALSE(shelf->answers()[3].known);
}

TEST_CASE("a still is made once, also over several starts") {
    Place place;
    for (int start = 0; start < 3; ++start) {
        const auto shelf = place.shelf();
        shelf->set_answers(grid());
        shelf->keep(stretch(5), {});
        CHECK(shelf->take_news());
        CHECK_FALSE(shelf->answers()[1].file.empty());
    }
    CHECK(place.made == 1);
}

TEST_CASE("several workers make stills at the same time, and all become known") {
    Place place;
    support::Meeting meeting(2);
    place.while_making = [&] { CHECK(meeting.come()); };
    const auto shelf = place.shelf();
    shelf->set_answers(grid());
    std::vector<std::jthread> workers;
    for (const Answer& answer : {whole(), stretch(5)}) {
        workers.emplace_back([&shelf, answer] { shelf->keep(answer, {}); });
    }
    workers.clear();
    CHECK(shelf->take_news());
    CHECK(shelf->known() == shelf->count());
    CHECK_FALSE(shelf->answers()[0].file.empty());
    CHECK_FALSE(shelf->answers()[1].file.empty());
    CHECK(place.woken == 2);
}

TEST_CASE("an answer without a picture was looked at all the same, and is not waited for") {
    Place place;
    Answer gone = stretch(5);
    gone.film = "films/gone.mp4";
    struct Row {
        const char* what;
        bool fails, has_picture;
        Answer answer;
    };
    for (const Row& row :
         {Row{"damaged", true, true, stretch(5)}, Row{"sound only", false, false, stretch(5)},
          Row{"gone", false, true, gone}}) {
        CAPTURE(std::string(row.what));
        place.fails = row.fails;
        place.has_picture = row.has_picture;
        const auto shelf = place.shelf();
        app::AnswerGrid one;
        one.questions = 1;
        one.answers = {row.answer};
        shelf->set_answers(one);
        shelf->keep(row.answer, {});
        CHECK(shelf->take_news());
        CHECK(shelf->known() == 1);
        CHECK(shelf->answers()[0].file.empty());
    }
}

TEST_CASE("what was broken off is not said to be without a picture") {
    Place place;
    place.fails = true;
    const auto shelf = place.shelf();
    shelf->set_answers(grid());
    std::stop_source stop;
    stop.request_stop();
    shelf->keep(stretch(5), stop.get_token());
    CHECK_FALSE(shelf->take_news());
    CHECK(place.woken == 0);
}

TEST_CASE("when there is no room, answers are shown without their stills") {
    Place place;
    const auto shelf = place.shelf(1);
    shelf->set_answers(grid());
    shelf->keep(stretch(5), {});
    shelf->keep(stretch(7), {});
    shelf->take_news();
    CHECK(place.made == 1);
}
