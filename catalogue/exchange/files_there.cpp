#include "catalogue/exchange/files_there.h"

#include <algorithm>
#include <charconv>

#include "catalogue/inside_file.h"

namespace catalogue {
namespace {

namespace fs = std::filesystem;

std::string in_small(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return text;
}

std::string with_bytes_decoded(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        int byte = 0;
        const std::string_view digits = text.substr(at + 1, 2);
        if (text[at] == '%' && digits.size() == 2 &&
            std::from_chars(digits.data(), digits.data() + 2, byte, 16).ptr == digits.data() + 2) {
            plain += static_cast<char>(byte);
            at += 2;
        } else {
            plain += text[at];
        }
    }
    return plain;
}

std::string with_slashes(std::string_view written) {
    std::string path{written};
    std::ranges::replace(path, '\\', '/');
    while (path.starts_with("./"))
        path.erase(0, 2);
    return path;
}

// The only one there is, or the one that is written exactly so.
std::optional<fs::path> only_of(const std::map<std::string, std::vector<fs::path>>& files,
                                const std::string& key, const std::string& exact) {
    const auto found = files.find(key);
    if (found == files.end()) return std::nullopt;
    const auto same = std::ranges::find(found->second, fs::path{exact});
    if (same != found->second.end()) return *same;
    if (found->second.size() != 1) return std::nullopt;
    return found->second.front();
}

}  // namespace

std::string small_ending(const fs::path& file) {
    return in_small(file.extension().string());
}

FilesThere::FilesThere(const std::vector<fs::path>& files) {
    for (const fs::path& file : files) {
        by_path_[in_small(file.generic_string())].push_back(file);
        by_name_[in_small(file.filename().string())].push_back(file);
    }
}

std::optional<fs::path> FilesThere::find_plain(const std::string& path) const {
    if (!check_relative_path(path)) return std::nullopt;
    if (const auto found = only_of(by_path_, in_small(path), path)) return found;
    return only_of(by_name_, in_small(fs::path{path}.filename().string()), path);
}

std::optional<fs::path> FilesThere::find(std::string_view written) const {
    const std::string path = with_slashes(written);
    if (const auto found = find_plain(path)) return found;
    return find_plain(with_bytes_decoded(path));
}

std::optional<fs::path> FilesThere::beside(const fs::path& file,
                                           const std::vector<std::string_view>& endings) const {
    for (const std::string_view ending : endings) {
        fs::path other = file;
        other.replace_extension(ending);
        if (const auto found = find_plain(other.generic_string()); found && *found != file) {
            return found;
        }
    }
    return std::nullopt;
}

}  // namespace catalogue
