#include "player/app/class_wall/data.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <string>

#include "catalogue/hand_in_sign.h"
#include "tests/app/made_up_hand_in.h"

using namespace app;
using made_up::hand_in;

namespace {

struct World {
    catalogue::Module module;
    catalogue::JobVeil veil;

    World() {
        module.id = {"made-up"};
        module.themes = {{{"work"}, "Work"}};
        module.questions.resize(1);
        module.questions[0].id = {"q0"};
        module.questions[0].label = "The lift";
        for (const char* id : {"ada", "ben"}) {
            module.people.emplace_back();
            module.people.back().id = {id};
            module.people.back().name = id[0] == 'a' ? "Ada" : "Ben";
            module.people.back().job = {"baker", "a"};
            module.cells.push_back({catalogue::CellState::Playable, catalogue::Answer{}});
        }
    }
    ClassWallModule of() const { return {&module, &module, &veil}; }
    std::vector<ui::ClassCard> cards(const std::vector<catalogue::HandIn>& hand_ins) const {
        return class_cards_of(hand_ins, lessons::cards_of(hand_ins, module), of());
    }
};

std::string sign_alone(const catalogue::HandInId& id) {
    return catalogue::signs_of({id}).at(id);
}

}  // namespace

TEST_CASE("a card says whose answer it is about and what was thought, and not who thought it") {
    const World world;
    catalogue::HandIn one = hand_in('a', "My aunt bakes", 0, "ada");
    one.notebook.initials = "KM";
    one.notebook.notes[0].quoted = "at four";
    const auto cards = world.cards({one});
    REQUIRE(cards.size() == 1);
    CHECK(cards[0].who == "Ada");
    CHECK(cards[0].question == "The lift");
    CHECK(cards[0].quoted == "at four");
    CHECK(cards[0].thought == "My aunt bakes");
    CHECK(cards[0].has_still);
    for (const std::string* words : {&cards[0].who, &cards[0].thought, &cards[0].quoted}) {
        CHECK(words->find("KM") == std::string::npos);
        CHECK(words->find(sign_alone(one.id)) == std::string::npos);
    }
}

TEST_CASE("a guess beside an answer says that it is one, on the card and before it is handed in") {
    const World world;
    catalogue::HandIn one = hand_in('a', "bakes at night", 0, "ada");
    one.notebook.notes[0].kind = catalogue::NoteKind::Guess;
    const auto cards = world.cards({one});
    REQUIRE(cards.size() == 1);
    CHECK(cards[0].who == "Ada");
    CHECK(cards[0].question == "A guess: The lift");
    CHECK(own_notes_of(one.notebook, {}, world.of())[0].what == "A guess: Ada, The lift");
}

TEST_CASE("while jobs come last no card names one") {
    World world;
    world.veil.job_last = true;
    catalogue::HandIn one = hand_in('a', "A Baker like my aunt", 0, "ada");
    one.notebook.notes[0].quoted = "we bakers";
    const auto cards = world.cards({one});
    REQUIRE(cards.size() == 1);
    CHECK(cards[0].thought.find("Baker") == std::string::npos);
    CHECK(cards[0].quoted.find("baker") == std::string::npos);
    const auto own = own_notes_of(one.notebook, {}, world.of());
    CHECK(own[0].words.find("Baker") == std::string::npos);
}

TEST_CASE("what is beside no answer says what it is, and has no still") {
    const World world;
    catalogue::HandIn one = hand_in('a', "Would you again?");
    one.notebook.notes[0].kind = catalogue::NoteKind::Ask;
    one.notebook.notes[0].cell.reset();
    const auto cards = world.cards({one});
    REQUIRE(cards.size() == 1);
    CHECK(cards[0].who == "A question to ask");
    CHECK_FALSE(cards[0].has_still);
}

TEST_CASE("hand-ins of another module are said, not shown") {
    const World world;
    const auto other = hand_in('b', "elsewhere", 0, "ada", "q0", "another");
    CHECK(world.cards({other}).empty());
    CHECK(other_module_words({other}, world.module.id));
    CHECK_FALSE(other_module_words({hand_in('a', "here")}, world.module.id));
}

TEST_CASE("a tick that is turned keeps back what was to go, and lets go what was kept back") {
    catalogue::Notebook notebook = hand_in('a', "kept").notebook;
    notebook.notes.push_back(notebook.notes[0]);
    notebook.notes[1].id = {"myself"};
    notebook.notes[1].kind = catalogue::NoteKind::Myself;
    CHECK(kept_back(notebook, {}) == std::set{notebook.notes[1].id});
    CHECK(kept_back(notebook, {notebook.notes[0].id, notebook.notes[1].id}) ==
          std::set{notebook.notes[0].id});
    const World world;
    const auto own = own_notes_of(notebook, {}, world.of());
    REQUIRE(own.size() == 2);
    CHECK(own[0].ticked);
    CHECK(own[0].what == "Ada, The lift");
    CHECK_FALSE(own[1].ticked);
}

TEST_CASE("pupils are counted in numbers that a class can have") {
    CHECK(pupils_typed("28") == 28);
    for (const char* text : {"", "0", "-3", "28 pupils", "twenty", "99999999999", "121"}) {
        CAPTURE(text);
        CHECK_FALSE(pupils_typed(text));
    }
}

TEST_CASE("groups name everybody once, by sign or by seat") {
    const World world;
    const lessons::Grid grid = lessons::grid_of(world.module);
    std::vector<catalogue::HandIn> hand_ins;
    for (const char digit : {'1', '2', '3', '4', '5', '6', '7', '8', '9'})
        hand_ins.push_back(hand_in(digit, "x"));
    hand_ins[0].notebook.initials = "KM";
    hand_ins.push_back(hand_in('a', "x", 0, "ada", "q0", "another"));
    std::vector<std::string> names;
    for (const ui::ClassGroup& group : groups_by_hand_in(hand_ins, world.module, grid, 1)) {
        CHECK(group.name.starts_with("Group "));
        names.insert(names.end(), group.members.begin(), group.members.end());
    }
    CHECK(names.size() == 9);
    CHECK(std::ranges::count(names, sign_alone(hand_ins[0].id) + " (KM)") == 1);
    std::set<std::string> seats;
    for (const ui::ClassGroup& group : groups_by_seat(30, grid, 1))
        seats.insert(group.members.begin(), group.members.end());
    CHECK(seats.size() == 30);
    CHECK(groups_by_hand_in({}, world.module, grid, 1).empty());
}

TEST_CASE("two who handed in at the same moment have a sign each in their groups") {
    const World world;
    // Neither saw the other's file when their ids were drawn.
    catalogue::HandIn one = hand_in('1', "x");
    catalogue::HandIn other = hand_in('2', "x", 0, "ben");
    other.id = made_up::id_with_sign_of(one.id, 'f');
    // A third that is for another module has a sign in this folder too.
    catalogue::HandIn third = hand_in('3', "x", 0, "ada", "q0", "another");
    third.id = made_up::id_with_sign_of(one.id, '0');
    std::set<std::string> names;
    for (const ui::ClassGroup& group :
         groups_by_hand_in({one, other, third}, world.module, lessons::grid_of(world.module), 1)) {
        names.insert(group.members.begin(), group.members.end());
    }
    CHECK(names.size() == 2);
    CHECK_FALSE(names.contains(sign_alone(one.id)));  // that is the third's
}

TEST_CASE("who said that they sit side by side is not in one group, and no group tells a seat") {
    const World world;
    const lessons::Grid grid = lessons::grid_of(world.module);
    std::vector<catalogue::HandIn> hand_ins;
    std::map<std::string, int> seat_of;  // by sign
    for (int i = 0; i < 16; ++i) {
        hand_ins.push_back(hand_in("0123456789abcdef"[i], "x", 0, i % 3 == 0 ? "ada" : "ben"));
        hand_ins.back().seat = (i % 2 == 0 ? "Window " : "window-") + std::to_string(i);
    }
    for (const auto& [id, sign] : catalogue::signs_of(ids_of(hand_ins))) {
        const auto whose = std::ranges::find(hand_ins, id, &catalogue::HandIn::id);
        seat_of[sign] = static_cast<int>(whose - hand_ins.begin());
    }
    REQUIRE(seat_of.size() == hand_ins.size());
    for (lessons::Seed seed = 0; seed < 30; ++seed) {
        for (const ui::ClassGroup& group : groups_by_hand_in(hand_ins, world.module, grid, seed)) {
            for (const std::string& one : group.members) {
                REQUIRE(seat_of.contains(one));
                for (const std::string& other : group.members)
                    CHECK(std::abs(seat_of.at(one) - seat_of.at(other)) != 1);
            }
        }
    }
}
