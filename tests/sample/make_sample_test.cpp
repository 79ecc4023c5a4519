// The whole way from words to films, with few words and small pictures.
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <sstream>

extern "C" {
#include <libavformat/avformat.h>
}

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include "catalogue/module_reader.h"
#include "tools/make_sample/production.h"

namespace sample {

namespace {

namespace fs = std::filesystem;

class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name = (fs::temp_directory_path() / "sample_test.XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    ~TemporaryFolder() {
        std::error_code error;
        fs::remove_all(path_, error);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

void write(const fs::path& file, const std::string& text) {
    fs::create_directories(file.parent_path());
    std::ofstream(file) << text;
}

std::string read(const fs::path& file) {
    std::ifstream in(file);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

// Ada in one long film, Bo in a file for each answer.
void write_words(const fs::path& folder) {
    write(folder / "module.yaml",
          "format: 1\nid: small\nversion: \"1\"\ntitle: Small\nlanguage: en-GB\nlicence: CC0-1.0\n"
          "themes:\n  - {id: work, name: Work}\n"
          "questions:\n"
          "  - {id: q1, theme: work, label: Who, text: \"Who are you?\"}\n"
          "  - {id: q2, theme: work, label: Why, text: \"Why?\"}\n"
          "  - {id: q3, theme: work, label: When, text: \"When?\"}\n"
          "facts:\n  - {id: left, label: Left, says: \"left at {value}\"}\n"
          "people_order: [bo,\n  ada]\n");
    write(folder / "people/ada.yaml",
          "format: 1\nname: Ada One\njob: {title: tester, article: a}\nfacts: {left: \"16\"}\n"
          "now_alt: \"Ada\"\nthen_alt: \"Ada, small\"\nway_in: |\n  One way.\n\n  Another.\n"
          "answers:\n  q1: \"I test.\"\n  q2: \"Why not?\"\n  q3: {withheld: \"A secret.\"}\n");
    write(folder / "people/bo.yaml",
          "format: 1\nname: Bo Two\njob: {title: author, article: an}\nfacts: {left: \"18\"}\n"
          "now_alt: \"Bo\"\nthen_alt: \"Bo, small\"\nanswers:\n  q1: \"Me.\"\n  q3: \"Now.\"\n");
    write(folder / "cast.yaml",
          "people:\n"
          "  ada:\n    film: {width: 128, height: 96, fps: 25, captions: srt}\n"
          "  bo:\n    film: {width: 128, height: 96, one film: false, parts: 2}\n");
}

struct Run {
    Making end = Making::Failed;
    std::vector<std::string> ready;
    std::vector<std::string> problems;
};

Run make(const Wishes& wishes) {
    Run run;
    const catalogue::Result<Plan> plan = plan_of(wishes);
    const std::string trouble = plan ? "" : catalogue::to_text(plan.error());
    CHECK(trouble == "");
    REQUIRE(plan.has_value());
    run.end = make_module(
        *plan, wishes,
        {[](const Progress&) {}, [&](const PersonWords& person) { run.ready.push_back(person.id); },
         [&](const catalogue::Problem& problem) { run.problems.push_back(problem.what); }, [] {}});
    return run;
}

struct MadeModule {
    TemporaryFolder folder;
    Wishes wishes;
    Run run;
};

// Made once for all tests that look at it.
MadeModule& made_module() {
    static const std::unique_ptr<MadeModule> made = [] {
        auto module = std::make_unique<MadeModule>();
        write_words(module->folder.path() / "words");
        module->wishes.words = module->folder.path() / "words";
        module->wishes.module = module->folder.path() / "module";
        module->wishes.jobs = 2;
        module->run = make(module->wishes);
        return module;
    }();
    return *made;
}

// Times of the pictures that can be jumped to.
std::set<std::int64_t> key_pictures_ms(const fs::path& film) {
    AVFormatContext* raw = nullptr;
    REQUIRE(avformat_open_input(&raw, film.c_str(), nullptr, nullptr) == 0);
    const auto close = [](AVFormatContext* format) { avformat_close_input(&format); };
    const std::unique_ptr<AVFormatContext, decltype(close)> format(raw, close);
    REQUIRE(avformat_find_stream_info(raw, nullptr) >= 0);
    const int stream = av_find_best_stream(raw, AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
    REQUIRE(stream >= 0);
    std::set<std::int64_t> times;
    AVPacket* packet = av_packet_alloc();
    while (av_read_frame(raw, packet) == 0) {
        if (packet->stream_index == stream && (packet->flags & AV_PKT_FLAG_KEY)) {
            times.insert(av_rescale_q(packet->pts, raw->streams[stream]->time_base, {1, 1000}));
        }
        av_packet_unref(packet);
    }
    av_packet_free(&packet);
    return times;
}

}  // namespace

TEST_CASE("a made module is read without a problem, and holds what was written") {
    const MadeModule& made = made_module();
    CHECK(made.run.end == Making::Done);
    CHECK(made.run.problems.empty());
    CHECK(made.run.ready.size() == 2);

    const catalogue::ModuleReading reading =
        catalogue::read_module(catalogue::FolderFiles(made.wishes.module));
    for (const catalogue::Problem& problem : reading.problems) {
        CHECK(catalogue::to_text(problem) == "");
    }
    REQUIRE(reading.module.has_value());
    const catalogue::Module& module = *reading.module;
    REQUIRE(module.people.size() == 2);
    CHECK(module.people[0].name == "Bo Two");
    CHECK(module.people[1].way_in == "One way.\n\nAnother.");
    REQUIRE(module.people[1].then.has_value());
    CHECK(module.people[1].then->alt == "Ada, small");
    using catalogue::CellState;
    const CellState wanted[2][3] = {
        {CellState::Playable, CellState::Empty, CellState::Playable},
        {CellState::Playable, CellState::Playable, CellState::Withheld}};
    for (std::size_t person = 0; person < 2; ++person) {
        for (std::size_t question = 0; question < 3; ++question) {
            CAPTURE(person);
            CAPTURE(question);
            CHECK(module.cell(person, question).state == wanted[person][question]);
        }
    }
}

TEST_CASE("in-points are the starts of pictures that can be jumped to") {
    const MadeModule& made = made_module();
    const catalogue::ModuleReading reading =
        catalogue::read_module(catalogue::FolderFiles(made.wishes.module));
    REQUIRE(reading.module.has_value());
    const std::set<std::int64_t> keys = key_pictures_ms(made.wishes.module / "films/ada.mp4");
    for (std::size_t question = 0; question < 2; ++question) {
        const auto& answer = reading.module->cell(1, question).answer;
        REQUIRE(answer.has_value());
        REQUIRE(answer->trim.has_value());
        using std::chrono::duration_cast;
        using std::chrono::milliseconds;
        const auto in = duration_cast<milliseconds>(answer->trim->in.time_since_epoch()).count();
        const auto out = duration_cast<milliseconds>(answer->trim->out.time_since_epoch()).count();
        CHECK(in % 40 == 0);
        CHECK(out % 40 == 0);
        CHECK(keys.contains(in));
    }
}

TEST_CASE("a finished module is left as it is") {
    const Wishes& wishes = made_module().wishes;
    const auto before = fs::last_write_time(wishes.module / "people/ada.yaml");
    const Run again = make(wishes);
    CHECK(again.end == Making::Done);
    CHECK(again.ready.empty());
    CHECK(fs::last_write_time(wishes.module / "people/ada.yaml") == before);
}

TEST_CASE("only what changed is made again, and the same words make the same film") {
    const Wishes& wishes = made_module().wishes;
    const std::string film = read(wishes.module / "films/ada.mp4");
    const std::string words = read(wishes.words / "people/bo.yaml");
    write(wishes.words / "people/bo.yaml", words + "  q2: \"Because.\"\n");
    CHECK(make(wishes).ready == std::vector<std::string>{"bo"});
    CHECK(fs::exists(wishes.module / "films/bo/q2.mp4"));
    fs::remove(wishes.module / "people/ada.yaml");
    fs::remove(wishes.module / "complete.txt");
    CHECK(make(wishes).ready == std::vector<std::string>{"ada"});
    CHECK(read(wishes.module / "films/ada.mp4") == film);
}

TEST_CASE("a module that was made by hand is never overwritten") {
    const TemporaryFolder folder;
    write_words(folder.path() / "words");
    write(folder.path() / "module/module.yaml", "format: 1\nid: mine\n");
    Wishes wishes;
    wishes.words = folder.path() / "words";
    wishes.module = folder.path() / "module";
    const Run run = make(wishes);
    CHECK(run.end == Making::Failed);
    CHECK(run.problems.size() == 1);
    CHECK(read(folder.path() / "module/module.yaml") == "format: 1\nid: mine\n");
}

TEST_CASE("a slip of the pen in the cast is found with its line") {
    const TemporaryFolder folder;
    write_words(folder.path());
    const std::pair<const char*, int> rows[] = {
        {"people:\n  ada:\n    looks: {hare: crop}\n", 3},
        {"people:\n  ada:\n    looks:\n      hair: purple\n", 4},
        {"people:\n  ada:\n    looks:\n      skin: \"#12345\"\n", 4},
        {"people:\n  ada:\n    film: {fps: 24}\n", 3},
        {"people:\n  ada:\n    film: {parts: 2}\n", 3},
    };
    for (const auto& [text, line] : rows) {
        CAPTURE(text);
        write(folder.path() / "cast.yaml", text);
        const catalogue::Result<Cast> cast = read_cast(folder.path() / "cast.yaml");
        REQUIRE(!cast.has_value());
        CHECK(cast.error().place.line == line);
    }
}

}  // namespace sample
