// What every command does. Private to this folder: commands.cpp makes the table, files of one part
// of the program add theirs.
#pragma once

#include <functional>
#include <map>
#include <string>

namespace app {

struct AppState;

using Deed = std::function<void(AppState&)>;
using Deeds = std::map<std::string, Deed, std::less<>>;

// For what needs an open module and its stage on the screen; elsewhere it does nothing.
Deed on_stage(Deed deed);
// The same while the wall is up as well.
Deed on_stage_or_wall(Deed deed);

void add_class_wall_commands(Deeds& deeds);  // class_wall/class_wall.cpp
void add_clicker_commands(Deeds& deeds);     // clicker.cpp
void add_index_commands(Deeds& deeds);       // index/index.cpp
void add_job_commands(Deeds& deeds);         // job_last.cpp
void add_lesson_commands(Deeds& deeds);      // lesson.cpp
void add_notebook_commands(Deeds& deeds);    // notebook/notebook.cpp
void add_voice_commands(Deeds& deeds);       // speech.cpp
void add_room_commands(Deeds& deeds);        // room_commands.cpp

}  // namespace app
