#include "catalogue/module_files.h"

#include "catalogue/inside_file.h"
#include "catalogue/pack_format.h"
#include "catalogue/text.h"
#include "catalogue/words.h"

namespace catalogue {
namespace {

Problem placed(Problem problem, const std::filesystem::path& file) {
    if (problem.place.file.empty()) problem.place.file = file;  // else it is the pack
    return problem;
}

}  // namespace

Result<std::string> FolderFiles::read(const std::filesystem::path& relative) const {
    const Result<InsideFile> file = open_inside(root_, relative);
    if (!file) return placed(file.error(), relative);
    Result<std::string> text = read_whole(*file, max_text_bytes);
    if (!text) return placed(text.error(), relative);
    if (!file->is_as_packed(*text)) {
        return placed(damaged_in_pack(relative.generic_string()), relative);
    }
    return text;
}

std::vector<std::filesystem::path> FolderFiles::list(const std::filesystem::path& folder,
                                                     const std::string& extension) const {
    std::vector<std::filesystem::path> found;
    for (const std::string& name : names_inside(root_, folder)) {
        // Hidden files are an editor's or the system's ("._moira.yaml").
        if (name.ends_with(extension) && !name.starts_with('.')) found.push_back(folder / name);
    }
    return found;
}

Outcome FolderFiles::usable(const std::filesystem::path& relative) const {
    const Result<InsideFile> file = open_inside(root_, relative);
    if (!file) return file.error();
    return done();
}

std::vector<Problem> FolderFiles::left_out() const {
    return left_out_of(root_);
}

Result<std::string> FilesLookedAtOnce::read(const std::filesystem::path& relative) const {
    return files_.read(relative);
}

std::vector<std::filesystem::path> FilesLookedAtOnce::list(const std::filesystem::path& folder,
                                                           const std::string& extension) const {
    return files_.list(folder, extension);
}

Outcome FilesLookedAtOnce::usable(const std::filesystem::path& relative) const {
    const std::string path = relative.string();
    auto known = looked_at_.find(path);
    if (known == looked_at_.end()) known = looked_at_.emplace(path, files_.usable(relative)).first;
    return known->second;
}

std::vector<Problem> FilesLookedAtOnce::left_out() const {
    return files_.left_out();
}

Result<std::string> MemoryFiles::read(const std::filesystem::path& relative) const {
    if (const Outcome there = usable(relative); !there) return placed(there.error(), relative);
    const std::string& text = files.at(relative.string());
    if (text.size() > max_text_bytes) {
        return fail({relative}, _("the file is larger than {} MiB", max_text_bytes >> 20),
                    _("divide it, or look whether it is the right file"));
    }
    return text;
}

std::vector<std::filesystem::path> MemoryFiles::list(const std::filesystem::path& folder,
                                                     const std::string& extension) const {
    std::vector<std::filesystem::path> found;
    for (const auto& [name, text] : files) {
        const std::filesystem::path path{name};
        const std::string base = path.filename().string();
        if (path.parent_path() == folder && base.ends_with(extension) && !base.starts_with('.')) {
            found.push_back(path);
        }
    }
    return found;
}

Outcome MemoryFiles::usable(const std::filesystem::path& relative) const {
    const std::string path = relative.string();
    if (const Outcome allowed = check_relative_path(path); !allowed) return allowed;
    const auto found = files.find(path);
    if (found == files.end()) {
        return fail({}, _("there is no {}", in_quotes(path)),
                    _("put it there, or correct the name"));
    }
    if (found->second.empty()) {
        return fail({}, _("{} is empty", in_quotes(path)),
                    _("copy it again: the last copy was probably not finished"));
    }
    return done();
}

}  // namespace catalogue
