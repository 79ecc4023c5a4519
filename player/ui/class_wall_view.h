// The class wall: thoughts that were handed in, handing in one's own, and groups. Plain data in,
// what the user asked for out, as with the other screens (views.h). Nothing on it is counted, and
// no card says whose it is.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "player/ui/views.h"
#include "player/ui/wall_view.h"

namespace ui {

struct ClassCard {
    std::string who;       // whose answer it is about, or what it is: "A question to ask"
    std::string question;  // its label; empty: it is beside no answer
    std::size_t theme = 0;
    std::string quoted;
    std::string thought;
    bool has_still = false;
    ImageId image = 0;  // of exactly ClassWallDrawn::picture_px; 0: none yet
};

// Something of one's own that may be handed in.
struct OwnNote {
    std::string id;
    std::string what;   // "Moira Lennox, The lift"
    std::string words;  // the first of them
    bool ticked = true;
};

struct ClassGroup {
    std::string name;
    std::vector<std::string> members;  // "Blue heron", "Seat 4"
};

struct ClassWallView {
    std::string module_title;
    std::string lesson_step;   // of the lesson that is under way; empty: there is none
    std::string lesson_timer;  // what is left of it; empty: none runs
    std::string folder;        // empty: none is chosen
    bool looked = false;       // at the folder
    bool teachers = false;     // this is the teacher's computer
    bool may_see = false;      // what others handed in: the teacher, or who has handed in
    std::vector<ClassCard> cards;
    bool grew = false;  // what came last lies at the end, not where it is most different
    std::vector<std::string> sentences;  // what is amiss

    std::vector<OwnNote> own;
    std::string initials;  // empty: there are none
    bool initials_left_in = false;
    bool handing_in = false;  // and not done yet
    std::string sign;         // of what was handed in; empty: nothing was

    std::vector<ClassGroup> groups;  // empty: not shared out, or nobody to share out
    bool groups_asked = false;

    std::optional<std::string> toast;
    bool black = false;
};

enum class ClassWallPage { HandIn, Wall, Groups };

// What only this screen remembers.
struct ClassWallState {
    ClassWallPage page = ClassWallPage::Wall;
    bool choosing_folder = false;
    std::string folder_text;
    std::string pupils_text;            // how many are to be shared out, as typed
    std::string seat_text;              // where whoever hands in sits, as typed
    std::optional<std::size_t> opened;  // card in large letters
    bool just_opened = false;           // it takes the keyboard
    bool to_first = false;              // the first card is to be seen
};

struct ChooseHandInFolder {
    std::string folder;
};
struct TickNote {
    std::string id;
    bool on = true;
};
struct LeaveInitialsIn {
    bool in = false;
};
struct HandItIn {};
struct TakeItBack {};
struct BeTheTeachers {
    bool on = true;
};
struct ShareOut {
    std::string pupils;  // as typed; empty: those who handed in
};
struct LayOutAnew {};
struct HearCard {
    std::size_t card = 0;
};
using ClassWallAsk = std::variant<ChooseHandInFolder, TickNote, LeaveInitialsIn, HandItIn,
                                  TakeItBack, BeTheTeachers, ShareOut, LayOutAnew, HearCard>;

struct ClassWallDrawn {
    std::vector<Action> asked;
    std::vector<ClassWallAsk> wall;
    std::vector<std::size_t> in_sight;  // cards
    SizePx picture_px;                  // of a card's still
};

// Draws into the current ImGui frame, over the whole display.
ClassWallDrawn class_wall_screen(const ClassWallView& view, const catalogue::KeyTable& keys,
                                 UiState& ui, ClassWallState& state);

}  // namespace ui
