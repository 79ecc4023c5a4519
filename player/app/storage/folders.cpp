#include "player/app/storage/folders.h"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>
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

// XDG_DOCUMENTS_DIR="$HOME/Dokumente" in user-dirs.dirs; empty where it does not say so.
fs::path documents_as_the_desktop_has_them() {
    constexpr std::string_view key = "XDG_DOCUMENTS_DIR=\"";
    constexpr std::string_view home = "$HOME/";
    std::ifstream file(home_folder() / ".config" / "user-dirs.dirs");
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with(key) || !line.ends_with('"')) continue;
        const std::string value = line.substr(key.size(), line.size() - key.size() - 1);
        if (value.starts_with(home)) return home_folder() / value.substr(home.size());
        return value;
    }
    return {};
}

}  // namespace

fs::path asset_folder_of(const fs::path& program) {
    std::error_code error;
    const fs::path installed = program.parent_path().parent_path() / "share" / "crosscut";
    if (fs::is_directory(installed / "fonts", error)) return installed;
    for (fs::path above = program.parent_path(); above != above.root_path();
         above = above.parent_path()) {
        if (fs::is_directory(above / "assets" / "fonts", error)) return above / "assets";
    }
    return installed;  // not there; whoever reads from it says which file is missing
}

fs::path asset_folder() {
    static const fs::path folder = [] {
        std::error_code error;
        return asset_folder_of(fs::read_symlink("/proc/self/exe", error));
    }();
    return folder;
}

fs::path cache_folder() {
    return xdg_folder("XDG_CACHE_HOME", ".cache");
}

fs::path state_folder() {
    return xdg_folder("XDG_STATE_HOME", ".local/state");
}

fs::path documents_folder() {
    if (const char* folder = std::getenv("XDG_DOCUMENTS_DIR"); folder != nullptr && *folder) {
        return fs::path{folder} / "Crosscut";
    }
    const fs::path named = documents_as_the_desktop_has_them();
    std::error_code error;
    for (const fs::path& folder : {named, home_folder() / "Documents"}) {
        if (!folder.empty() && fs::is_directory(folder, error)) return folder / "Crosscut";
    }
    return home_folder() / "Crosscut";
}

fs::path canonical_folder(const fs::path& folder) {
    std::error_code error;
    fs::path whole = fs::weakly_canonical(folder, error);
    return error ? folder : whole;
}

std::string name_for_module(const fs::path& root) {
    return fmt::format("{:016x}", std::hash<std::string>{}(root.string()));
}

fs::path sitting_file(const fs::path& root) {
    return state_folder() / "sittings" / (name_for_module(root) + ".yaml");
}

fs::path lesson_file(const fs::path& root) {
    return sitting_file(root).replace_extension(".lesson.yaml");
}

PassingFolder::PassingFolder(Holds holds) {
    std::error_code error;
    std::vector<fs::path> places;
    const char* session = std::getenv("XDG_RUNTIME_DIR");
    if (holds == Holds::LittleAndPrivate && session != nullptr && *session != '\0') {
        places.emplace_back(session);
    }
    if (fs::path usual = fs::temp_directory_path(error); !error) places.push_back(usual);
    for (const fs::path& place : places) {
        std::string pattern = (place / "crosscut-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) continue;
        path_ = pattern;
        return;
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
