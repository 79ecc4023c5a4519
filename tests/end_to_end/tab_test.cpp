// Every main screen by Tab alone. The stand-in for the machine's speech says where the keyboard is.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "tests/end_to_end/player_on_display.h"
#include "tests/end_to_end/speech_service.h"
#include "tests/end_to_end/words.h"

using namespace end_to_end;

namespace {

using Names = std::vector<std::string>;

constexpr std::size_t more_than_any_screen_has = 60;
constexpr std::chrono::seconds soon{20};

// Of "Captions, on, switch": the name.
std::string name_in(const std::string& sentence) {
    return sentence.substr(0, std::min(sentence.find(", "), sentence.find(". ")));
}

class TabbedPlayer {
public:
    explicit TabbedPlayer(const Home& home) : player_(home, {.environment = voice_.environment()}) {
        first_ = player_.opening();
        hear("F7");
    }

    PlayerOnDisplay& player() { return player_; }
    Cell first() const { return first_; }

    // Presses the key, and gives back what is said then.
    std::string hear(const char* key) {
        const std::size_t before = voice_.sentences();
        player_.press(key);
        const std::optional<std::string> said = voice_.wait_said(before, soon);
        CAPTURE(std::string(key));
        REQUIRE(said);
        return *said;
    }

    // Everything that Tab comes to, beginning with this one, which it comes to again.
    Names round_from(const std::string& name) {
        go_to(name);
        Names names{name};
        for (;;) {
            const std::string next = name_in(hear("Tab"));
            if (next == name) return names;
            CAPTURE(next);
            REQUIRE(std::find(names.begin(), names.end(), next) == names.end());
            names.push_back(next);
            REQUIRE(names.size() < more_than_any_screen_has);
        }
    }

    // By Tab, from wherever the keyboard is.
    void go_to(const std::string& name) {
        CAPTURE(name);
        Names passed;
        while (passed.size() < more_than_any_screen_has) {
            passed.push_back(name_in(hear("Tab")));
            if (passed.back() == name) return;
        }
        FAIL("Tab does not come to it, but to ", passed);
    }

private:
    SpeechService voice_;
    PlayerOnDisplay player_;  // ends before what it speaks to
    Cell first_;
};

struct Screen {
    const char* name;
    const char* key;  // brings it up from the stage
    Names in_order;   // as one reads; more may lie between
};

bool holds_in_order(const Names& all, const Names& wanted) {
    auto at = all.begin();
    for (const std::string& name : wanted) {
        at = std::find(at, all.end(), name);
        if (at == all.end()) return false;
    }
    return true;
}

}  // namespace

TEST_CASE("on every main screen Tab walks in reading order to the end and round") {
    const Home home;
    TabbedPlayer tabbed(home);
    static constexpr std::array names{"Ada", "Bo", "Cy", "Dot", "Eli"};
    const std::string who = names[static_cast<std::size_t>(tabbed.first().person)];
    const std::string label = fmt::format("Label {}", tabbed.first().question);
    for (const Screen& screen : std::vector<Screen>{
             {"stage",
              "Ctrl+2",
              {"Stop and talk", "Mix it up", "Search", "All modules", label, who, "Position",
               "Play", "Full screen"}},
             {"wall",
              "F4",
              {"Class wall", "Search", "As a list", "Help", "Back to the film",
               who + " \u2013 " + label}},
             {"lesson",
              "F5",
              {"To the film", "Help", "Guess the job", "Minutes to the bell", "Start this lesson"}},
             {"notebook",
              "Ctrl+5",
              {"To the film", "Print", "For a talk", "Hand in", "Finish and clear", "Help",
               "Reflections", "What did I notice?", "Initials of one or two"}},
             {"class wall", "Ctrl+6", {"To the film", "Help"}},
             {"search", "/", {"Words to look for", "Help", "Back to the film"}},
             {"settings", "Ctrl+,", {"Screen", "Close"}},
             {"start", "Ctrl+1", {"Numbered pictures", "Folder or file of a module"}},
         }) {
        CAPTURE(screen.name);
        tabbed.player().press("Ctrl+2");
        tabbed.player().press(screen.key);
        const Names round = tabbed.round_from(screen.in_order.front());
        CAPTURE(round);
        MESSAGE(screen.name << ": " << round);
        CHECK(holds_in_order(round, screen.in_order));
        CHECK(name_in(tabbed.hear("Shift+Tab")) == round.back());
        tabbed.player().press("Escape");
    }
}

TEST_CASE("Enter and Space act on what the keyboard is on") {
    const Home home;
    TabbedPlayer tabbed(home);
    PlayerOnDisplay& player = tabbed.player();
    const std::string label = fmt::format(" \u2013 Label {}", tabbed.first().question);

    tabbed.go_to("Hang on this question");
    CHECK(tabbed.hear("Space").starts_with("Hang on this question, on"));
    CHECK(tabbed.hear("Enter").starts_with("Hang on this question, off"));
    tabbed.go_to("Wall");
    player.press("Enter");
    tabbed.go_to("As a list");
    CHECK(name_in(tabbed.hear("Space")).ends_with(label));  // in the list the answer has it
    tabbed.go_to("Back to the film");
    player.press("Space");
    REQUIRE(player.wait_cell(tabbed.first()));

    player.press("Ctrl+5");
    REQUIRE(player.wait_no_film());
    tabbed.go_to("For a talk");
    CHECK(tabbed.hear("Space").starts_with("For a talk, on"));
    tabbed.go_to("To the film");
    player.press("Enter");
    REQUIRE(player.wait_cell(tabbed.first()));

    player.press("Ctrl+1");
    REQUIRE(player.wait_no_film());
    tabbed.go_to("Numbered pictures");
    player.press("Enter");
    REQUIRE(player.wait_cell(tabbed.first()));
    CHECK(player.alive());
}
