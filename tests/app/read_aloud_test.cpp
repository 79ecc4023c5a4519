#include "player/app/aloud/read_aloud.h"

#include <doctest/doctest.h>

#include <chrono>

#include "player/app/app.h"
#include "tests/app/module_folder.h"
#include "tests/app/running_program.h"
#include "tests/support/numbered_film.h"

using namespace std::chrono_literals;

namespace {

// Writes down what it is to say; speaks until it is told that it has ended.
struct Log {
    std::vector<std::string> said;
    int stops = 0;
    int rate = 0;
    bool speaking = false;
    std::optional<std::string> trouble;
};

class LoggingVoice final : public voice::Voice {
public:
    explicit LoggingVoice(std::shared_ptr<Log> log) : log_(std::move(log)) {}
    void say(std::string words) override {
        log_->said.push_back(std::move(words));
        log_->speaking = true;
    }
    void stop() override {
        ++log_->stops;
        log_->speaking = false;
    }
    void set_rate(int rate) override { log_->rate = rate; }
    bool speaking() const override { return log_->speaking; }
    std::optional<std::string> take_trouble() override {
        return std::exchange(log_->trouble, std::nullopt);
    }

private:
    std::shared_ptr<Log> log_;
};

ui::WidgetRecord control(ui::Role role, const char* name, const char* value = "") {
    ui::WidgetRecord record;
    record.role = role;
    record.name = name;
    record.value = value;
    return record;
}

// One person with a real film, and a voice that writes down.
struct Program {
    made_up::ModuleFolder module;
    std::shared_ptr<Log> log = std::make_shared<Log>();
    std::unique_ptr<app::App> app;
    screen::WallTime now = std::chrono::steady_clock::now();

    Program() {
        module.add_person("ann");
        support::FilmRecipe recipe;
        recipe.pictures = 250;
        for (const char* question : {"q0", "q1"}) {
            const auto file = module.path() / "films" / (std::string("ann-") + question + ".mp4");
            REQUIRE(support::make_numbered_film(file, recipe).has_value());
        }
        app::AppOptions options = made_up::off_screen(module);
        options.open_voice = [log = log](std::function<void()>) {
            return std::make_unique<LoggingVoice>(log);
        };
        auto opened = app::App::open(options);
        REQUIRE(opened.has_value());
        app = std::move(*opened);
        ticks();
    }
    void ticks(int count = 6) {
        for (int i = 0; i < count; ++i) {
            now += 20ms;
            app->tick({}, now);
        }
    }
    void command(const char* name) {
        app->run_command(name);
        ticks();
    }
    bool has_said(std::string_view words) const {
        return std::any_of(log->said.begin(), log->said.end(), [&](const std::string& said) {
            return said.find(words) != std::string::npos;
        });
    }
};

}  // namespace

TEST_CASE("a control is its name, its value and what it is") {
    CHECK(app::spoken(control(ui::Role::Button, "Next")) == "Next, button");
    CHECK(app::spoken(control(ui::Role::Toggle, "Captions", "on")) == "Captions, on, switch");
    CHECK(app::spoken(control(ui::Role::Slider, "Volume", "50 %")) == "Volume, 50 %, slider");
    ui::WidgetRecord face = control(ui::Role::ListItem, "Ann", "heard");
    face.chosen = true;
    CHECK(app::spoken(face) == "Ann, heard, chosen");
    ui::WidgetRecord previous = control(ui::Role::Button, "Previous");
    previous.enabled = false;
    CHECK(app::spoken(previous) == "Previous, button, cannot be used now");
}

TEST_CASE("what the keyboard comes to is said once, also while an answer plays") {
    app::ReadAloud reader;
    app::Readable there{"Next, button", "", "", true};
    CHECK(reader.next(there) == "Next, button");
    CHECK_FALSE(reader.next(there));
    there.focus = "";
    CHECK_FALSE(reader.next(there));
    there.focus = "Next, button";
    CHECK(reader.next(there) == "Next, button");
}

TEST_CASE("questions and captions are never read over an answer, but when it stands") {
    app::ReadAloud reader;
    app::Readable there{"", "Why?. Ann", "I like it.", true};
    CHECK_FALSE(reader.next(there));
    there.caption = "Always did.";
    CHECK_FALSE(reader.next(there));
    there.playing = false;
    CHECK(reader.next(there) == "Why?. Ann. Always did.");
    CHECK_FALSE(reader.next(there));
    there.caption = "";
    CHECK_FALSE(reader.next(there));
}

TEST_CASE("that something is chosen is said once") {
    ui::WidgetRecord page = control(ui::Role::Choice, "Reflections", "chosen");
    page.chosen = true;
    CHECK(app::spoken(page) == "Reflections, chosen, choice");
}

TEST_CASE("in a field its name is said, and not every letter again") {
    std::vector<ui::WidgetRecord> controls{control(ui::Role::Button, "Open"),
                                           control(ui::Role::TextField, "A guess", "a v")};
    CHECK(app::spoken_focus(controls, true) == "A guess, text field");
    CHECK(app::spoken_focus(controls, false) == "");
    controls[0].focused = true;
    CHECK(app::spoken_focus(controls, false) == "Open, button");
}

TEST_CASE("F7 reads the question; nothing is said before or after") {
    Program program;
    CHECK(program.log->said.empty());
    program.command("read_aloud");
    CHECK(program.has_said("First?"));
    CHECK(program.has_said("ann"));
    program.command("read_aloud");
    const std::size_t so_far = program.log->said.size();
    program.command("focus_next");
    program.command("next_question");
    CHECK(program.log->said.size() == so_far);
}

TEST_CASE("a film that plays waits for the voice and goes on when it has ended") {
    Program program;
    program.command("read_aloud");
    program.log->speaking = false;
    program.command("play_pause");
    REQUIRE(program.app->stage()->transport.state != ui::PlayState::Ended);
    program.log->said.clear();
    program.command("focus_next");
    REQUIRE(program.log->said.size() == 1);
    CHECK_FALSE(program.app->playing());
    program.ticks(20);
    CHECK_FALSE(program.app->playing());
    program.log->speaking = false;
    program.ticks();
    CHECK(program.app->playing());
}

TEST_CASE("who plays on while the voice speaks hears the answer, not the voice") {
    Program program;
    program.command("read_aloud");
    program.command("play_pause");
    program.command("focus_next");
    CHECK_FALSE(program.app->playing());
    const int stops = program.log->stops;
    program.command("play_pause");
    CHECK(program.app->playing());
    CHECK(program.log->stops > stops);
}

TEST_CASE("a voice that never says that it has ended does not hold the film for ever") {
    Program program;
    program.command("read_aloud");
    program.command("play_pause");
    program.command("focus_next");
    CHECK_FALSE(program.app->playing());
    program.now += 60s;
    program.ticks();
    CHECK(program.app->playing());
}

TEST_CASE("without any speech a sentence says so, and everything goes on") {
    Program program;
    program.command("read_aloud");
    program.command("play_pause");
    program.command("focus_next");
    program.log->trouble = "Nothing can be read aloud on this computer";
    program.ticks();
    CHECK(program.app->playing());
    REQUIRE(program.app->stage()->toast);
    CHECK(program.app->stage()->toast->find("Nothing can be read aloud") == 0);
    program.log->said.clear();
    program.command("focus_next");
    CHECK(program.log->said.empty());
}
