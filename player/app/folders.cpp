#include "player/app/folders.h"

#include <fmt/format.h>

#include <cstdlib>
#include <functional>
#include <string>
#include <system_error>

namespace app {
namespace {

namespace fs = std::filesystem;

fs::path home_folder() {
    const char* home = std::getenv("HOME");
    return home != nullptr && *home != '\0' ? fs::path{home} : fs::temp_directory_path();
}

// The XDG base directory specification: a relative path in the variable counts as not set.
fs::path xdg_folder(const char* variable, const char* below_home) {
    const char* value = std::getenv(variable);
    if (value != nullptr && fs::path{value}.is_absolute()) {
        return fs::path{value} / "crosscut";
    }
    return home_folder() / below_home / "crosscut";
}

fs::path program_folder() {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    return error ? fs::path{} : program.parent_path();
}

}  // namespace

fs::path asset_folder() {
    const fs::path installed = program_folder() / ".." / "share" / "crosscut";
    std::error_code error;
    if (fs::is_directory(installed / "fonts", error)) {
        return fs::weakly_canonical(installed, error);
    }
    return CROSSCUT_SOURCE_ASSETS;
}

fs::path cache_folder() {
    return xdg_folder("XDG_CACHE_HOME", ".cache");
}

fs::path state_folder() {
    return xdg_folder("XDG_STATE_HOME", ".local/state");
}

std::string name_for_module(const fs::path& root) {
    std::error_code error;
    const fs::path whole = fs::weakly_canonical(root, error);
    return fmt::format("{:016x}", std::hash<std::string>{}(whole.string()));
}

PassingFolder::PassingFolder() {
    std::error_code error;
    std::string pattern = (fs::temp_directory_path(error) / "crosscut-XXXXXX").string();
    if (!error && ::mkdtemp(pattern.data()) != nullptr) {
        path_ = pattern;
    }
}

PassingFolder::~PassingFolder() {
    if (!path_.empty()) {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
}

std::vector<fs::path> module_folders() {
    return {cache_folder() / "modules", xdg_folder("XDG_DATA_HOME", ".local/share") / "modules",
            asset_folder() / "modules"};
}

}  // namespace app
