// Marking a film in the running program, without a display.
#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <map>
#include <sstream>
#include <vector>

#include "catalogue/module_reader.h"
#include "tests/app/running_program.h"

using catalogue::Chord;

namespace {

// 112 seconds. Without chapters each is made once for all tests of a run.
std::string film_of_ann(support::FilmSound sound,
                        const std::vector<support::FilmRecipe::Chapter>& chapters) {
    static std::map<support::FilmSound, std::string> plain;
    support::FilmRecipe recipe;
    recipe.pictures = 560;
    recipe.rate_num = 5;
    recipe.gop = 5;
    recipe.width_px = 160;
    recipe.height_px = 90;
    recipe.sound = sound;
    recipe.chapters = chapters;
    if (!chapters.empty()) return made_up::film_of(recipe);
    std::string& film = plain[sound];
    if (film.empty()) film = made_up::film_of(recipe);
    return film;
}

// Ann speaks all along; ten questions were asked.
struct Marking : made_up::RunningProgram {
    int keys = 0;

    explicit Marking(const std::string& answers = "",
                     support::FilmSound sound = support::FilmSound::Steady,
                     const std::vector<support::FilmRecipe::Chapter>& chapters = {}) {
        std::string yaml =
            "format: 1\nid: made-up\nversion: \"1\"\ntitle: Made up\nlanguage: en\n"
            "licence: CC0-1.0\nthemes:\n  - {id: work, name: Work}\nquestions:\n";
        for (int i = 0; i < 10; ++i) {
            yaml += fmt::format(
                "  - {{id: q{0}, theme: work, text: \"Question {0}?\", label: Q{0}}}\n", i);
        }
        module.write("module.yaml", yaml);
        module.write("people/ann.yaml",
                     "format: 1\nname: Ann\njob: {title: baker, article: a}\nconsent: given\n"
                     "film: films/ann.mp4\n" +
                         answers);
        module.write("films/ann.mp4", film_of_ann(sound, chapters));
    }
    catalogue::Result<std::unique_ptr<app::App>> try_to_open(
        const std::string& person = "ann", std::chrono::seconds patience = made_up::patience) {
        app::AppOptions options = made_up::off_screen(module);
        options.opening_patience = patience;
        options.index = app::IndexWanted{person, {}};
        return app::App::open(options);
    }
    void start() {
        auto opened = try_to_open();
        REQUIRE_MESSAGE(opened.has_value(), (opened ? "" : catalogue::to_text(opened.error())));
        app = std::move(*opened);
        REQUIRE(wait([&] { return app->index() != nullptr && app->index()->length_s > 100; }));
    }
    void key(const Chord& chord) {
        ++keys;
        press(chord);
    }
    void key(const char* name) { key(Chord{false, false, false, name}); }
    void number(int question) {
        for (const char digit : std::to_string(question))
            key(std::string(1, digit).c_str());
    }
    void forward(int tens) {
        for (int i = 0; i < tens; ++i) {
            const double before = app->index()->position_s;
            key("L");
            REQUIRE(wait([&] {
                return std::abs(app->index()->position_s - std::min(before + 10, 111.8)) < 0.05;
            }));
        }
    }
    bool saved() {
        return wait([&] { return app->index()->safety == "Saved"; });
    }
    std::string index_yaml() const {
        std::ifstream in(module.path() / "index/ann.yaml");
        std::ostringstream text;
        text << in.rdbuf();
        return text.str();
    }
    // "q0 0-10, q1 10-20" as any reader of the module has it.
    std::string marked() const {
        const auto read = catalogue::read_module(catalogue::FolderFiles{module.path()});
        REQUIRE(read.module);
        for (const catalogue::Problem& problem : read.problems) {
            CAPTURE(catalogue::to_text(problem));
            CHECK(problem.severity == catalogue::Severity::Warning);
        }
        std::string text;
        for (std::size_t i = 0; i < read.module->questions.size(); ++i) {
            const auto& answer = read.module->cell(0, i).answer;
            if (!answer || !answer->trim) continue;
            const auto s = [](catalogue::SourceTime time) {
                return std::round(std::chrono::duration<double>(time.time_since_epoch()).count());
            };
            text += fmt::format("{}q{} {}-{}", text.empty() ? "" : ", ", i, s(answer->trim->in),
                                s(answer->trim->out));
        }
        return text;
    }
    void mark_ten_seconds() {
        key("I");
        forward(1);
        key("O");
    }
};

// A file stands where the folder would be.
void leave_no_room_for_an_index(const made_up::ModuleFolder& module) {
    std::ofstream{module.path() / "index"} << "taken";
}

}  // namespace

TEST_CASE("ten answers in the order of the questions are marked with three keys each") {
    Marking program;
    program.start();
    program.keys = 0;
    for (int i = 0; i < 10; ++i) {
        program.mark_ten_seconds();
    }
    CHECK(program.keys <= 30);
    REQUIRE(program.saved());
    CHECK(program.marked() ==
          "q0 0-10, q1 10-20, q2 20-30, q3 30-40, q4 40-50, q5 50-60, q6 60-70, q7 70-80, "
          "q8 80-90, q9 90-100");
}

TEST_CASE("marks that cannot be saved in the module come with what to do") {
    Marking program;
    program.start();
    leave_no_room_for_an_index(program.module);
    program.mark_ten_seconds();
    REQUIRE(program.wait([&] { return program.app->index()->safety_alerts; }));
    const std::string& safety = program.app->index()->safety;
    CAPTURE(safety);
    CHECK(safety.starts_with("Not saved: "));
    CHECK(safety.find("Copy the module to a folder that can be written") != std::string::npos);
}

TEST_CASE("answers in any order are marked and given to their questions with five keys at most") {
    const std::vector<int> order{10, 1, 5, 3, 9, 2, 8, 4, 7, 6};
    Marking program;
    program.start();
    for (const int question : order) {
        program.keys = 0;
        program.mark_ten_seconds();
        program.number(question);
        CHECK(program.keys <= 5);
    }
    REQUIRE(program.saved());
    CHECK(program.marked() ==
          "q0 10-20, q1 50-60, q2 30-40, q3 70-80, q4 20-30, q5 90-100, q6 80-90, q7 60-70, "
          "q8 40-50, q9 0-10");
}

TEST_CASE("what the film's own chapters propose is taken with two keys an answer") {
    Marking program("", support::FilmSound::Steady,
                    {{0, 10'000, "q4: How it began"},
                     {10'000, 20'000, "question 2?"},
                     {20'000, 30'000, "Goodbye"}});
    program.start();
    REQUIRE(program.wait([&] { return program.app->index()->proposals.size() == 3; }));
    for (std::size_t i = 0; i < 3; ++i) {
        program.keys = 0;
        program.key("N");
        REQUIRE(program.wait([&] { return program.app->index()->proposal_chosen; }));
        program.key("Enter");
        CHECK(program.keys == 2);
        CHECK(program.app->index()->blocks.size() == i + 1);
    }
    program.key("Enter");
    CHECK(program.app->index()->toast.value_or("").starts_with("Nothing more is proposed"));
    REQUIRE(program.saved());
    CHECK(program.marked() == "q2 10-20, q3 20-30, q4 0-10");
}

TEST_CASE("an answer with a pause for thought takes two keys more") {
    Marking program("", support::FilmSound::Steady,
                    {{0, 10'000, "q4: How it began"}, {12'000, 20'000, "And how it went on"}});
    program.start();
    REQUIRE(program.wait([&] { return program.app->index()->proposals.size() == 2; }));
    const Chord goes_on{false, false, true, "Enter"};
    const auto next = [&] {
        program.key("N");
        REQUIRE(program.wait([&] { return program.app->index()->proposal_chosen; }));
    };
    program.press(goes_on);
    CHECK(program.app->index()->toast == "Go to a proposal first");
    next();
    program.press(goes_on);
    CHECK(program.app->index()->toast.value_or("").starts_with("No answer is marked before it"));
    program.keys = 0;
    program.key("Enter");
    next();
    program.key(goes_on);
    CHECK(program.keys == 3);
    REQUIRE(program.saved());
    CHECK(program.marked() == "q4 0-20");
    CHECK(program.app->index()->proposals.empty());
}

TEST_CASE("who hears an answer go on past its end makes it longer with one key") {
    Marking program("", support::FilmSound::Steady,
                    {{0, 10'000, "q4: How it began"},
                     {10'000, 20'000, "And how it went on"},
                     {20'000, 30'000, "Another thing"},
                     {30'000, 40'000, "Goodbye"}});
    program.start();
    REQUIRE(program.wait([&] { return program.app->index()->proposals.size() == 4; }));
    program.key("N");
    program.key("Enter");
    program.key(Chord{false, false, true, "O"});
    program.key(Chord{false, false, true, "Enter"});
    program.key(Chord{false, false, true, "O"});
    CHECK(program.keys == 5);
    REQUIRE(program.saved());
    CHECK(program.marked() == "q4 0-20");
    // Not over an answer that lies between.
    program.key("N");
    program.key("Enter");
    REQUIRE(program.saved());
    program.key(Chord{true, false, false, "Left"});
    program.key(Chord{false, false, true, "Enter"});
    REQUIRE(program.saved());
    CHECK(program.marked() == "q4 0-20, q5 20-30");
}

TEST_CASE("who listened on into a proposal goes to its beginning") {
    Marking program("", support::FilmSound::Steady,
                    {{0, 10'000, "q4: How it began"},
                     {12'000, 30'000, "question 2?"},
                     {30'000, 40'000, "Goodbye"}});
    program.start();
    REQUIRE(program.wait([&] { return program.app->index()->proposals.size() == 3; }));
    program.key("N");
    program.key("Enter");
    program.forward(2);
    program.key("N");
    REQUIRE(program.wait([&] { return std::abs(program.app->index()->position_s - 12) < 0.3; }));
    program.key("N");  // the one after it, although this one was not taken
    REQUIRE(program.wait([&] { return std::abs(program.app->index()->position_s - 30) < 0.3; }));
}

TEST_CASE("what was undone is gone from the disk, and comes back when it is done again") {
    Marking program;
    program.start();
    program.mark_ten_seconds();
    REQUIRE(program.saved());
    CHECK(program.marked() == "q0 0-10");
    program.key(Chord{true, false, false, "Z"});
    REQUIRE(program.saved());
    CHECK(program.marked().empty());
    program.key(Chord{true, false, false, "Y"});
    REQUIRE(program.saved());
    CHECK(program.marked() == "q0 0-10");
    program.key("Delete");
    REQUIRE(program.saved());
    CHECK(program.marked().empty());
}

TEST_CASE("two digits are one question, and one step to undo") {
    Marking program;
    program.start();
    program.mark_ten_seconds();
    program.number(10);
    REQUIRE(program.saved());
    CHECK(program.marked() == "q9 0-10");
    program.key(Chord{true, false, false, "Z"});
    REQUIRE(program.saved());
    CHECK(program.marked() == "q0 0-10");
}

TEST_CASE("only the index is written, and what is written by hand stays the author's") {
    Marking program("answers:\n  q0: {in: \"00:05.000\", out: \"00:09.000\"}\n  q1: withheld\n");
    const auto listing = [&] {
        std::map<std::string, std::filesystem::file_time_type> files;
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(program.module.path())) {
            if (entry.is_regular_file()) files[entry.path().string()] = entry.last_write_time();
        }
        return files;
    };
    const auto before = listing();
    program.start();
    program.forward(2);
    program.mark_ten_seconds();
    for (const int refused : {1, 2}) {
        program.number(refused);
        REQUIRE(program.app->index()->toast);
    }
    REQUIRE(program.saved());
    CHECK(program.marked() == "q0 5-9, q2 20-30");
    auto after = listing();
    CHECK(after.erase((program.module.path() / "index/ann.yaml").string()) == 1);
    CHECK(after == before);
}

TEST_CASE("an index that somebody changes meanwhile is theirs until the author says otherwise") {
    Marking program;
    program.start();
    program.mark_ten_seconds();
    REQUIRE(program.saved());
    const std::string theirs = program.index_yaml() + "# mine\n";
    program.module.write("index/ann.yaml", theirs);
    program.number(5);
    REQUIRE(program.wait([&] { return program.app->index()->others_changed; }));
    CHECK(program.index_yaml() == theirs);
    program.run("keep_marks");
    REQUIRE(program.saved());
    CHECK(program.marked() == "q4 0-10");
    CHECK(std::filesystem::exists(program.module.path() / "index/ann.yaml.before"));
    CHECK_FALSE(std::filesystem::exists(program.module.path() / "index/ann.yaml.mine"));
}

TEST_CASE("marks that lie beside the index are not forgotten the next time") {
    Marking program;
    program.module.write("index/ann.yaml.mine", "format: 1\nperson: ann\n");
    program.start();
    REQUIRE(program.wait([&] { return program.app->index()->toast.has_value(); }));
    CHECK(program.app->index()->toast->find("index/ann.yaml.mine") != std::string::npos);
}

TEST_CASE("marks that wait are saved when the program ends") {
    Marking program;
    program.start();
    program.mark_ten_seconds();
    program.app.reset();
    CHECK(program.marked() == "q0 0-10");
}

TEST_CASE("where there is nothing to mark the program says so") {
    struct Row {
        const char* what;
        const char* file;
        const char* text;
        const char* person;
    };
    const Row rows[] = {
        {"nobody of that name", "", "", "bob"},
        {"consent withdrawn", "people/ann.yaml",
         "format: 1\nname: Ann\nconsent: withdrawn\nfilm: films/ann.mp4\n", "ann"},
        {"no film", "people/ann.yaml", "format: 1\nname: Ann\nconsent: given\n", "ann"},
        {"a film that is not there", "people/ann.yaml",
         "format: 1\nname: Ann\nconsent: given\nfilm: films/other.mp4\n", "ann"},
        {"an index of somebody else", "index/ann.yaml", "format: 1\nperson: bob\n", "ann"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        Marking program;
        if (*row.file != '\0') program.module.write(row.file, row.text);
        const auto opened = program.try_to_open(row.person);
        REQUIRE_FALSE(opened.has_value());
        CHECK_FALSE(opened.error().what.empty());
        CHECK_FALSE(opened.error().hint.empty());
    }
}

TEST_CASE("whoever is not waited for is marked once the disk has answered") {
    Marking program;
    auto opened = program.try_to_open("ann", std::chrono::seconds{0});
    REQUIRE(opened.has_value());
    program.app = std::move(*opened);
    CHECK(program.wait([&] { return program.app->index() != nullptr; }));
}

TEST_CASE("a module's one file is not marked: nothing is written into it") {
    Marking program;
    app::AppOptions options = made_up::off_screen(program.module);
    options.module = program.module.path() / "films/ann.mp4";  // a file, where a folder should be
    options.index = app::IndexWanted{"ann", {}};
    const auto opened = app::App::open(options);
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().what == "this is a pack, and nothing is written into it");
}

TEST_CASE("seen as a class sees it, and back to marking") {
    Marking program;
    program.start();
    program.mark_ten_seconds();
    program.key(Chord{true, false, false, "2"});
    REQUIRE(program.app->stage() != nullptr);
    CHECK(program.app->index() == nullptr);
    program.key(Chord{true, false, false, "7"});
    REQUIRE(program.wait([&] { return program.app->index() != nullptr; }));
    CHECK(program.app->index()->blocks.size() == 1);
}

TEST_CASE("where nobody has marked before, a class does not get to the whole film") {
    Marking program("answers:\n  q0: {in: \"00:05.000\", out: \"00:09.000\"}\n");
    program.open();
    program.key(Chord{true, false, false, "7"});
    CHECK(program.app->index() == nullptr);
    REQUIRE(program.app->stage() != nullptr);
    CHECK(program.app->stage()->toast);
    CHECK_FALSE(std::filesystem::exists(program.module.path() / "index/ann.yaml"));
}

TEST_CASE("what is marked is seen from the answer that was chosen") {
    Marking program;
    program.start();
    program.forward(1);
    program.mark_ten_seconds();
    program.number(7);
    program.key(Chord{true, false, false, "2"});
    REQUIRE(program.wait([&] { return program.app->stage() != nullptr; }));
    CHECK(program.app->stage()->question.find("Question 6?") != std::string::npos);
}
