// Where things lie on this machine. The platform's rules for folders live in folders.cpp.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace app {

// Fonts, keys and the like, which come with the program.
std::filesystem::path asset_folder();

// The same for the program that lies in `program`: beside the folder of an installed one; the
// nearest "assets" above one that was just built, which CMake links into the folder of the build.
std::filesystem::path asset_folder_of(const std::filesystem::path& program);

// What the program may lose: made modules, stills. $XDG_CACHE_HOME/crosscut
std::filesystem::path cache_folder();

// Where one was, and settings. $XDG_STATE_HOME/crosscut
std::filesystem::path state_folder();

// Where people look for what they made: "Crosscut" among their documents. It may not be there yet.
std::filesystem::path documents_folder();

// The one name of a folder, whatever it is called. May wait for its disk.
std::filesystem::path canonical_folder(const std::filesystem::path& folder);

// What the program's own files about the module in `root`, a canonical folder, are called, without
// an ending: a name that no module can choose.
std::string name_for_module(const std::filesystem::path& root);

// Where one was in the module in `root`, and the lesson that is under way with it.
std::filesystem::path sitting_file(const std::filesystem::path& root);
std::filesystem::path lesson_file(const std::filesystem::path& root);

// A folder for this run alone, and for this user only: what is in it goes with it.
class PassingFolder {
public:
    // What is little and private lies in memory where the session has a place for that
    // ($XDG_RUNTIME_DIR): not even a power cut leaves it on a disk.
    enum class Holds { Anything, LittleAndPrivate };
    explicit PassingFolder(Holds holds = Holds::Anything);
    ~PassingFolder();
    PassingFolder(const PassingFolder&) = delete;
    PassingFolder& operator=(const PassingFolder&) = delete;

    // Empty when no folder could be made.
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

// Where modules are looked for: what was made on this machine, what the user put into their own
// folder, what a package installed.
std::vector<std::filesystem::path> module_folders();

}  // namespace app
