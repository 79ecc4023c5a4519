// What scripts of whole lessons share: steps by keyboard, pupils who take part, the class wall, and
// what is on paper in the end.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "catalogue/hand_in.h"
#include "tests/end_to_end/player_on_display.h"

namespace end_to_end {

std::string text_of(const std::filesystem::path& file);

// Waits until something is so, looking again whenever the screen is looked at.
bool wait_until(const std::function<bool()>& holds);

// For people who want to see the lesson: where CROSSCUT_E2E_PICTURES names a folder, a picture of
// the screen is put there.
void look(const std::string& step);

// Whether there is something bright on it: a window that has just come is dark.
bool shows_words(const Screenshot& shot);

// Somebody does something and waits until the screen shows it and stands.
void step(const std::string& what, const std::function<void()>& deed);
// The same where a film is to play and end: what stands for a while after it has moved has ended.
void film(const std::string& what, const std::function<void()>& deed);

// What a reader of the one sheet sees that a program has written into its home, without blanks.
std::string words_on_paper(const Home& home);
bool says(const std::string& words, const std::string& wanted);

// What lies whole in a class's folder.
std::vector<catalogue::HandIn> handed_in(const std::filesystem::path& folder);

struct Pupil {
    const char* guess;
    const char* thought;
    const char* seat;
    const char* initials = "";                    // of a pair
    std::vector<std::string> also_on_paper = {};  // of a pair: beside what they typed
};

// From the first guess until what they kept is in the class's folder, on a computer that the school
// has set up: jobs come last, and it knows the folder.
//
// @param hear  goes from where a sitting waits to the answer that they keep, and hears it out
void take_part(const Pupil& pupil, Start start, const std::filesystem::path& folder,
               const std::function<void(PlayerOnDisplay&)>& hear);

// The teacher's computer, from no folder at all to a wall that fills by itself.
void open_class_wall(PlayerOnDisplay& teacher, const std::filesystem::path& folder);
void lay_out_anew(PlayerOnDisplay& teacher);
// One card, the lesson meanwhile, and groups.
void talk_about_the_wall(PlayerOnDisplay& teacher);

// The record on paper has all of `expected` and nothing that a pupil thought; then the program
// ends.
void end_with_record(PlayerOnDisplay& teacher, const Home& home,
                     const std::vector<std::string>& expected,
                     const std::vector<std::string>& thoughts);

}  // namespace end_to_end
