#include "catalogue/inside_file.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "catalogue/descriptor.h"
#include "catalogue/error_words.h"
#include "catalogue/pack_files.h"
#include "catalogue/text.h"
#include "catalogue/words.h"

namespace catalogue {
namespace {

constexpr std::size_t longest_path_bytes = 1000;

// Names that Windows takes for devices in every folder, whatever their ending.
constexpr std::array<std::string_view, 9> device_names = {
    "con", "prn", "aux", "nul", "conin$", "conout$", "clock$", "com", "lpt"};

std::vector<std::string> split(std::string_view path) {
    std::vector<std::string> parts;
    for (std::size_t from = 0;;) {
        const std::size_t slash = path.find('/', from);
        parts.emplace_back(path.substr(from, slash == path.npos ? path.npos : slash - from));
        if (slash == path.npos) return parts;
        from = slash + 1;
    }
}

bool is_device_name(std::string_view part) {
    std::string stem{trimmed(part.substr(0, part.find('.')))};
    std::ranges::transform(stem, stem.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    for (const std::string_view name : device_names) {
        const bool numbered = name == "com" || name == "lpt";
        if (!numbered && stem == name) return true;
        if (!numbered || !stem.starts_with(name)) continue;
        // COM1 to COM9; the raised digits of Latin-1 count as well.
        const std::string_view number = std::string_view{stem}.substr(name.size());
        if (number.size() == 1 && number[0] >= '0' && number[0] <= '9') return true;
        if (number == "\u00B9" || number == "\u00B2" || number == "\u00B3") return true;
    }
    return false;
}

std::vector<std::string> names_in(int folder) {
    // The stream closes its descriptor, and the place in the folder belongs to the descriptor:
    // it gets one of its own.
    const int own = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (own < 0) return {};
    const std::unique_ptr<DIR, int (*)(DIR*)> stream(fdopendir(own), closedir);
    if (!stream) {
        close(own);
        return {};
    }
    std::vector<std::string> names;
    while (const dirent* entry = readdir(stream.get())) {
        const std::string_view name = entry->d_name;
        if (name != "." && name != "..") names.emplace_back(name);
    }
    std::ranges::sort(names);
    return names;
}

Problem cannot_open(const std::string& path, int folder, const std::string& part, int error) {
    if (error == ENOENT) {
        const std::vector<std::string> there = names_in(folder);
        return fail({}, _("there is no {}", in_quotes(path)),
                    did_you_mean(part, there, _("put it there, or correct the name")));
    }
    if (error == ELOOP) {
        return fail({}, _("{} is reached through a link", in_quotes(path)),
                    _("put the file itself into the module"));
    }
    if (error == ENOTDIR) {
        return fail({},
                    _("{} cannot be reached: {} is not a folder", in_quotes(path), in_quotes(part)),
                    _("put the file itself into the module"));
    }
    if (error == EACCES || error == EPERM) {
        return fail({}, _("{} may not be read", in_quotes(path)),
                    _("allow reading it, for everybody who uses this computer"));
    }
    return fail({}, _("{} cannot be opened: {}", in_quotes(path), words_of_error(error)),
                _("look whether the disk or the network share is still there"));
}

// Goes from `root` through `parts`, all of them folders, following no link. Says in `error` why it
// could not.
Result<Descriptor> enter(const std::filesystem::path& root, const std::string& path,
                         std::span<const std::string> parts, int& error) {
    Descriptor folder{open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (!folder.is_open()) {
        error = errno;
        return fail({},
                    _("the module's folder {} cannot be opened: {}",
                      in_quotes(root.generic_string()), words_of_error(error)),
                    _("choose the folder that holds module.yaml"));
    }
    for (const std::string& part : parts) {
        Descriptor next{openat(folder.number(), part.c_str(),
                               O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)};
        if (!next.is_open()) {
            error = errno;
            struct stat status {};
            // O_DIRECTORY hides that it was a link.
            if (error == ENOTDIR &&
                fstatat(folder.number(), part.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 &&
                S_ISLNK(status.st_mode)) {
                error = ELOOP;
            }
            return cannot_open(path, folder.number(), part, error);
        }
        folder = std::move(next);
    }
    return folder;
}

}  // namespace

Outcome check_relative_path(const std::string& text) {
    const char* const relative_hint =
        _("write it relative to the module's folder, as in 'films/moira.mp4'");
    if (text.empty()) return fail({}, _("the path is empty"), relative_hint);
    if (text.size() > longest_path_bytes) {
        return fail({}, _("the path {} is too long", in_quotes(text)),
                    _("use at most 1000 letters"));
    }
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F) {
            return fail({}, _("the path {} holds a control character", in_quotes(text)),
                        _("use letters, digits, '-', '_', '.' and '/'"));
        }
    }
    if (find_invalid_utf8(text)) {
        return fail({}, _("the path {} is not UTF-8", in_quotes(text)),
                    _("rename the file with letters, digits, '-', '_' and '.'"));
    }
    if (text.find('\\') != text.npos) {
        return fail({}, _("the path {} holds a backslash", in_quotes(text)),
                    _("divide folders by '/', which works on every system"));
    }
    if (text.find("://") != text.npos) {
        return fail({}, _("{} is an internet address", in_quotes(text)),
                    _("put the file into the module's folder and name it there"));
    }
    if (text.find(':') != text.npos) {
        return fail({}, _("the path {} holds a drive letter or a colon", in_quotes(text)),
                    relative_hint);
    }
    if (text.front() == '/') {
        return fail({}, _("the path {} starts at the root of the disk", in_quotes(text)),
                    relative_hint);
    }
    if (text.front() == '~') {
        return fail({}, _("the path {} starts at somebody's home folder", in_quotes(text)),
                    relative_hint);
    }
    for (const std::string& part : split(text)) {
        if (part == "..") {
            return fail({}, _("the path {} leaves the module by '..'", in_quotes(text)),
                        _("put the file into the module's folder and name it there"));
        }
        if (part.empty() || part == ".") {
            return fail({}, _("the path {} holds an empty or '.' part", in_quotes(text)),
                        relative_hint);
        }
        if (is_device_name(part)) {
            return fail({},
                        _("{} in the path {} is the name of a device on Windows", in_quotes(part),
                          in_quotes(text)),
                        _("give the file another name"));
        }
        if (part.back() == '.' || part.back() == ' ' || part.front() == ' ') {
            return fail({},
                        _("{} in the path {} begins or ends with a blank or a dot", in_quotes(part),
                          in_quotes(text)),
                        _("give the file another name: Windows cannot keep this one"));
        }
    }
    return done();
}

Result<InsideFile> open_inside(const std::filesystem::path& root,
                               const std::filesystem::path& relative) {
    const std::string path = relative.string();
    if (const Outcome allowed = check_relative_path(path); !allowed) return allowed.error();
    if (is_pack(root)) return open_in_pack(root, path);

    std::vector<std::string> parts = split(path);
    const std::string name = parts.back();
    parts.pop_back();
    int error = 0;
    const Result<Descriptor> folder = enter(root, path, parts, error);
    if (!folder) return folder.error();

    const auto refused = [&](const struct stat& status) -> std::optional<Problem> {
        if (S_ISLNK(status.st_mode)) return cannot_open(path, folder->number(), name, ELOOP);
        if (S_ISDIR(status.st_mode)) {
            return fail({}, _("{} is a folder", in_quotes(path)), _("name a file in it"));
        }
        if (!S_ISREG(status.st_mode)) {
            return fail({}, _("{} is not a file but a device or a pipe", in_quotes(path)),
                        _("put an ordinary file in its place"));
        }
        if (status.st_size <= 0) {
            return fail({}, _("{} is empty", in_quotes(path)),
                        _("copy it again: the last copy was probably not finished"));
        }
        return std::nullopt;
    };

    // Looked at before opening, because opening alone can do something to a device; and again
    // after, because it may have been exchanged in between.
    struct stat status {};
    if (fstatat(folder->number(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
        return cannot_open(path, folder->number(), name, errno);
    }
    if (auto problem = refused(status)) return *std::move(problem);
    const int descriptor = openat(folder->number(), name.c_str(),
                                  O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0) return cannot_open(path, folder->number(), name, errno);
    InsideFile file{descriptor, static_cast<std::uint64_t>(status.st_size)};
    if (fstat(descriptor, &status) != 0) {
        return cannot_open(path, folder->number(), name, errno);
    }
    if (auto problem = refused(status)) return *std::move(problem);
    return file;
}

bool out_of_reach(const std::filesystem::path& root, const std::filesystem::path& relative) {
    const std::string path = relative.string();
    if (!check_relative_path(path) || is_pack(root)) return false;
    std::vector<std::string> parts = split(path);
    const std::string name = parts.back();
    parts.pop_back();
    int error = 0;
    const Result<Descriptor> folder = enter(root, path, parts, error);
    struct stat status {};
    if (folder) {
        if (fstatat(folder->number(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0) {
            return false;
        }
        error = errno;
        if (error == ENOENT) return false;  // its folder is there, and only it is not
    }
    // What the module's author or the machine's owner has to put right does not change by waiting.
    return error != ELOOP && error != ENOTDIR && error != EACCES && error != EPERM;
}

std::vector<std::string> names_inside(const std::filesystem::path& root,
                                      const std::filesystem::path& relative) {
    const std::string path = relative.string();
    if (!path.empty() && !check_relative_path(path)) return {};
    if (is_pack(root)) return names_in_pack(root, path);
    const std::vector<std::string> parts = path.empty() ? std::vector<std::string>{} : split(path);
    int error = 0;
    const Result<Descriptor> folder = enter(root, path, parts, error);
    if (!folder) return {};
    return names_in(folder->number());
}

}  // namespace catalogue
