// Person first, job last, on every screen: a module in which everything names the job goes through
// its gate and onto all screens, and nothing that is drawn or said there names one that is covered.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "catalogue/job_veil.h"
#include "player/app/modules/library.h"
#include "player/app/search/finder.h"
#include "player/app/stage/stage_data.h"
#include "player/app/wall/wall_data.h"
#include "tests/app/made_up_module.h"
#include "tests/ui/every_screen.h"

namespace {

using ui_tests::Driver;

// The first person is a zymurgist, all others are zymurg nurses: nobody else uses such words.
constexpr std::string_view any_job = "zymurg";

catalogue::Module talkative_module() {
    catalogue::Module module = made_up::module(6, 5);
    module.facts = {{{"left"}, "Left school", "left school at {value}", true, false},
                    {{"route"}, "Way in", "came to it {value}", true, false},
                    {{"place"}, "Place", "works {value}", true, true}};
    for (catalogue::Question& question : module.questions) {
        question.text = "How did you come to be {job}, and what is it to be {job}?";
        question.label = "Being {job}";
    }
    for (std::size_t p = 0; p < module.people.size(); ++p) {
        catalogue::Person& person = module.people[p];
        person.job =
            p == 0 ? catalogue::Job{"zymurgist", "a"} : catalogue::Job{"zymurg nurse", "a"};
        const std::string& title = person.job.title;
        person.facts = {std::to_string(14 + p), "as a " + title + "'s boy",
                        "in zymurgy " + std::to_string(p)};
        person.now = {"pictures/now.png", "A Zymurgist in his zymurgy"};
        person.then = {"pictures/then.png", "A child who will be a " + title};
        person.way_in = "Zymurgy is learned in zymurgies.\n\nA " + title + " earns little.";
        person.shows_job = {.now = true, .then = false, .stills = true};
    }
    return module;
}

// Everything that is made from the module, as the program makes it.
struct Shown {
    catalogue::Module whole = talkative_module();
    catalogue::JobVeil veil;
    lessons::Cell here{0, 2};
    catalogue::Guesses guesses{{"p0"}, {"Something with animals"}, "A cook"};
    std::set<std::string> pictures;  // that were asked for
    std::set<std::string> stills;

    lessons::Walk walk() const {
        const catalogue::Module covered = catalogue::shown_module(whole, {veil.job_last, {}});
        lessons::Walk walk{std::make_shared<const lessons::Grid>(lessons::grid_of(whole, covered)),
                           1};
        walk = lessons::step(std::move(walk), lessons::ChooseCell{here});
        return walk;
    }

    ui::StageView stage(const lessons::Walk& at) {
        const catalogue::Module module = catalogue::shown_module(whole, veil);
        media::EngineStatus status;
        app::Transport transport;
        app::StageContext context;
        context.status = &status;
        context.transport = &transport;
        context.job_last = veil.job_last;
        context.guesses = &guesses;
        context.picture_of = [&](std::size_t person, bool then) {
            const auto& which = then ? module.people[person].then : module.people[person].now;
            if (which) pictures.insert(which->file.string());
            return app::ShownPicture{};
        };
        const catalogue::Problem problem{{"films/zymurgist.mp4"},
                                         "the film of the zymurg nurse is cut short",
                                         "copy zymurgist.mp4 again"};
        const std::vector<catalogue::Problem> problems{
            catalogue::shown_problem(problem, whole, veil)};
        context.problem = problems.front();
        return app::stage_view_of(module, at, problems, context);
    }

    ui::WallView wall(std::optional<lessons::Cell> card) {
        std::vector<app::AnswerStill> all(whole.cells.size(), {true, "still", {}});
        app::WallContext context;
        context.stills = &all;
        context.card = card;
        for (int p = 0; p < 6; ++p)
            context.in_sight.push_back({p, 0});
        context.still_of = context.large_still_of = [this](const std::string& file) {
            stills.insert(file);
            return ui::ImageId{1};
        };
        context.face_of = [](std::size_t) { return app::ShownPicture{}; };
        return app::wall_view_of(catalogue::shown_module(whole, veil), walk(), context);
    }

    ui::StartView start() const {
        app::LibraryEntry entry;
        entry.folder = "/modules/one";
        entry.reading.module = whole;
        entry.reading.module->about = "Six people at work.";
        entry.last_place =
            app::cell_name(catalogue::shown_module(whole, {veil.job_last, {}}), here);
        return app::start_view_of({entry}, std::nullopt);
    }
};

std::string in_small(std::string words) {
    std::transform(words.begin(), words.end(), words.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return words;
}

// What of the last frame can be read or is said for those who do not see it.
std::string everything_said() {
    std::string all;
    for (const ui::WidgetRecord& record : ui::widgets()) {
        all += record.name + "\n" + record.value + "\n" + record.tooltip + "\n";
    }
    for (const ui::TextRecord& text : ui::drawn_texts()) {
        all += text.text + "\n";
    }
    return in_small(all);
}

bool says(std::string_view word) {
    return everything_said().find(word) != std::string::npos;
}

// In how many scenes the word is to be read.
int scenes_that_say(Driver& driver, std::string_view word) {
    int found = 0;
    for (const ui_tests::Scene& scene : ui_tests::every_scene()) {
        scene.set(driver);
        found += says(word) ? 1 : 0;
    }
    return found;
}

// The wall as a grid, as a list, and with the card of a cell.
int walls_that_say(Driver& driver, Shown& shown, std::string_view word) {
    int found = 0;
    driver.state = {};
    for (const bool as_list : {false, true}) {
        for (const std::optional<lessons::Cell> card :
             {std::optional<lessons::Cell>{}, std::optional{lessons::Cell{1, 2}}}) {
            driver.wall_state = {};
            driver.wall_state.at = {1, 2};
            driver.wall_state.touched = true;
            driver.wall_state.as_list = as_list;
            driver.show(shown.wall(card));
            driver.frames(30);  // the card comes after a moment
            found += says(word) ? 1 : 0;
        }
    }
    return found;
}

}  // namespace

TEST_CASE("while jobs are covered no screen names one, in no scene, panel, tooltip or list") {
    Shown shown;
    shown.veil.job_last = true;
    Driver driver({1366, 768, 1});
    driver.material = {shown.start(), shown.stage(shown.walk())};
    for (const ui_tests::Scene& scene : ui_tests::every_scene()) {
        CAPTURE(scene.name);
        scene.set(driver);
        CHECK_FALSE(says(any_job));
    }
    CHECK(walls_that_say(driver, shown, any_job) == 0);
    CHECK_FALSE(shown.pictures.contains("pictures/now.png"));
    CHECK(shown.pictures.contains("pictures/then.png"));
    CHECK(shown.stills.empty());
}

TEST_CASE("the same screens name jobs where nothing is covered: the walk finds them") {
    Shown shown;
    Driver driver({1366, 768, 1});
    driver.material = {shown.start(), shown.stage(shown.walk())};
    CHECK(scenes_that_say(driver, any_job) > 20);
    CHECK(walls_that_say(driver, shown, any_job) == 3);  // a grid without a card names people alone
    CHECK(shown.pictures.contains("pictures/now.png"));
    CHECK(shown.stills.size() == 1);
}

TEST_CASE("uncovering one person names that job on every screen, and still nobody else's") {
    Shown shown;
    shown.veil = {true, {shown.whole.people[0].id}};
    Driver driver({1366, 768, 1});
    driver.material = {shown.start(), shown.stage(shown.walk())};
    CHECK(scenes_that_say(driver, "zymurgist") > 20);
    CHECK(scenes_that_say(driver, "zymurg nurse") == 0);
    CHECK(walls_that_say(driver, shown, "zymurg nurse") == 0);
}

TEST_CASE("typing a covered job finds nobody, a name does") {
    Shown shown;
    const auto rows = [&](const char* typed) {
        Driver driver({1366, 768, 1});
        driver.state.panel = ui::Panel::GoTo;
        driver.state.request_focus = true;
        driver.show(shown.stage(shown.walk()));
        driver.type(typed);
        int found = 0;
        for (const ui::WidgetRecord& record : ui::widgets()) {
            found += record.panel != 0 && record.role == ui::Role::ListItem ? 1 : 0;
        }
        return found;
    };
    CHECK(rows("zymurg") > 0);
    shown.veil.job_last = true;
    CHECK(rows("zymurg") == 0);
    CHECK(rows("Person 3") == 1);
}

TEST_CASE("a mix gives its reasons without the facts that tell a covered job") {
    Shown shown;
    int reasons = 0;
    for (const bool job_last : {false, true}) {
        shown.veil.job_last = job_last;
        lessons::Walk walk = lessons::step(shown.walk(), lessons::SetWay{lessons::Way::MixItUp});
        bool told = false;
        std::string order;
        for (int i = 0; i < 25; ++i) {
            walk = lessons::step(std::move(walk), lessons::GoNext{});
            const ui::StageView view = shown.stage(walk);
            told = told || in_small(view.line).find(any_job) != std::string::npos;
            reasons += job_last && view.line.find("left school") != std::string::npos ? 1 : 0;
        }
        CHECK(told != job_last);
    }
    CHECK(reasons > 0);
}

TEST_CASE("covering jobs changes no draw of a mix") {
    Shown shown;
    const auto draws = [&] {
        lessons::Walk walk = lessons::step(shown.walk(), lessons::SetWay{lessons::Way::MixItUp});
        std::vector<lessons::Cell> cells;
        for (int i = 0; i < 25; ++i) {
            walk = lessons::step(std::move(walk), lessons::GoNext{});
            cells.push_back(walk.cue().cell);
        }
        return cells;
    };
    const auto open = draws();
    shown.veil.job_last = true;
    CHECK(draws() == open);
}

TEST_CASE("what is covered cannot be searched for, in facts, questions or captions") {
    Shown shown;
    shown.veil = {true, {shown.whole.people[0].id}};
    for (catalogue::Module::Cell& cell : shown.whole.cells)
        cell.answer->captions = "captions/one.vtt";
    const app::Searchable found = app::searchable_of(
        catalogue::shown_module(shown.whole, shown.veil), shown.whole, lessons::Seed{1});
    for (const app::NamedText& person : found.people) {
        const bool names = in_small(person.name + person.rest).find(any_job) != std::string::npos;
        CHECK(names == (person.place == 0));
    }
    for (const app::NamedText& question : found.questions) {
        CHECK(in_small(question.name + question.rest).find(any_job) == std::string::npos);
    }
    REQUIRE(found.speakers.size() == 6);
    for (const app::Searchable::Speaker& speaker : found.speakers) {
        CHECK(speaker.covered.has_value() == (speaker.person != 0));
    }
}
