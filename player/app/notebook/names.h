// What the files of a notebook are called. In the folder that a teacher chose:
//
//   ann.notebook                                    the notebook
//   ann (copy A7F3).notebook                        what another computer wrote meanwhile
//   ann (damaged 0C41).notebook                     a file that was not what was written
//   ann.notebook.1F2E3D4C.new                       on its way to the disk
//   .versions/ann/20261128-214501-A7F30C11-9be1.notebook   see notebook_versions.h
//
// and on this machine, in a folder of this notebook's own, `A7F30C11-3.journal`. Pure.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace app {

// Eight digits that tell two runs of the program apart, drawn anew for each.
std::string new_writer_id();

std::filesystem::path notebook_file(const std::filesystem::path& folder, std::string_view name);
// "ann (copy A7F3)": of `digits` the first four.
std::string copy_name(std::string_view name, std::string_view digits);
std::string damaged_name(std::string_view name, std::string_view digits);
// The name of the copy that `file_name` is, if it is one of notebook `name`.
std::optional<std::string> copy_of(std::string_view name, std::string_view file_name);
// Whether `file_name` is a file of notebook `name`: itself, a copy, one set aside or on its way.
bool belongs_to(std::string_view name, std::string_view file_name);
// On its way to the disk, perhaps since a power cut.
bool is_on_its_way(std::string_view name, std::string_view file_name);

std::filesystem::path versions_folder(const std::filesystem::path& folder, std::string_view name);
// Where this machine keeps the journals of the notebook that lies there.
std::filesystem::path journal_folder(const std::filesystem::path& kept_in,
                                     const std::filesystem::path& folder, std::string_view name);

struct NotebookVersion {
    std::chrono::sys_seconds written;
    std::string writer;     // an id as above
    bool of_copy = false;   // written while its writer wrote into a copy
    std::string text_hash;  // the beginning of its SHA-256

    auto operator<=>(const NotebookVersion&) const = default;
};
std::string file_name_of(const NotebookVersion& version);
std::optional<NotebookVersion> version_from(std::string_view file_name);
std::string text_hash_of(std::string_view text);

}  // namespace app
