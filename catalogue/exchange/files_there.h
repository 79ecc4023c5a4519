// Finding a file by how somebody once wrote its name: on another machine, long ago. Private to the
// folder.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace catalogue {

class FilesThere {
public:
    // @param files  relative paths
    explicit FilesThere(const std::vector<std::filesystem::path>& files);

    // As it is written, else with other capital letters, else the only file of that name in any
    // folder. A backslash divides folders, "%20" is a blank. Nothing for what leads out.
    std::optional<std::filesystem::path> find(std::string_view written) const;

    // A file beside `file`, or the only one in any folder, that has the same name but for its
    // ending; the first of `endings` (".ttml") that there is.
    std::optional<std::filesystem::path> beside(const std::filesystem::path& file,
                                                const std::vector<std::string_view>& endings) const;

private:
    std::optional<std::filesystem::path> find_plain(const std::string& path) const;

    std::map<std::string, std::vector<std::filesystem::path>> by_path_;  // in small letters
    std::map<std::string, std::vector<std::filesystem::path>> by_name_;
};

// In small letters: ".mp4".
std::string small_ending(const std::filesystem::path& file);

}  // namespace catalogue
