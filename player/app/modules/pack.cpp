#include "player/app/modules/pack.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <random>
#include <set>
#include <string>

#include "catalogue/error_words.h"
#include "catalogue/inside_file.h"
#include "catalogue/pack_writer.h"
#include "catalogue/words.h"
#include "player/app/html_edition/edition_files.h"
#include "player/app/storage/disk.h"

namespace app {
namespace {

namespace fs = std::filesystem;
using catalogue::_;
using catalogue::fail;
using catalogue::Module;
using catalogue::Outcome;
using catalogue::Result;

constexpr const char* ending = ".crosscut";
constexpr std::size_t progress_bytes = 1'000'000;

Outcome check_place(const fs::path& root, const fs::path& out) {
    if (out.extension() != ending) {
        return fail({out}, _("a pack's name ends in '.crosscut'"),
                    _("call it '{}{}'", out.stem().string(), ending));
    }
    std::error_code error;
    if (fs::exists(fs::symlink_status(out, error))) {
        return fail({out}, _("there is something already"), _("choose another name"));
    }
    const fs::path module = fs::canonical(root, error);
    const fs::path place = fs::weakly_canonical(fs::absolute(out, error), error);
    if (std::mismatch(module.begin(), module.end(), place.begin(), place.end()).first ==
        module.end()) {
        return fail({out}, _("this lies inside the module, which is never written to"),
                    _("choose a place outside of it"));
    }
    return catalogue::done();
}

// What an author writes beside a module: a licence, a README.
bool is_text_beside(const std::string& name) {
    const fs::path file{name};
    const std::string stem = file.stem().string();
    // What the sample's maker leaves behind is about making it.
    if (name == "complete.txt" || name == "progress.txt") return false;
    return file.extension() == ".md" || file.extension() == ".txt" || stem == "LICENSE" ||
           stem == "LICENCE" || stem == "COPYING";
}

// Not of whom nothing is known, either: who cannot be read may have taken back their consent.
bool is_of_whom_may_be_shown(const fs::path& document, const Module& module) {
    const auto person = module.find_person({document.stem().string()});
    return person && !module.people[*person].consent_withdrawn;
}

std::set<fs::path> files_of(const fs::path& root, const Module& module) {
    std::set<fs::path> files{"module.yaml"};
    const catalogue::FolderFiles in_module{root};
    for (const char* folder : {"people", "index"}) {
        for (const fs::path& document : in_module.list(folder, ".yaml")) {
            if (is_of_whom_may_be_shown(document, module)) files.insert(document);
        }
    }
    for (const fs::path& plan : in_module.list("plans", ".yaml"))
        files.insert(plan);
    for (const std::string& name : catalogue::names_inside(root, "")) {
        if (is_text_beside(name)) files.insert(name);
    }
    for (const Module::Cell& cell : module.cells) {
        if (!cell.answer) continue;  // there is none, or it must not be shown
        files.insert(cell.answer->film);
        if (cell.answer->captions) files.insert(*cell.answer->captions);
        if (cell.answer->second_captions) files.insert(cell.answer->second_captions->file);
        if (cell.answer->descriptions) files.insert(*cell.answer->descriptions);
    }
    for (const catalogue::Person& person : module.people) {
        if (person.consent_withdrawn) continue;
        if (person.now) files.insert(person.now->file);
        if (person.then) files.insert(person.then->file);
    }
    return files;
}

catalogue::Problem placed(catalogue::Problem problem, const fs::path& file) {
    if (problem.place.file.empty()) problem.place.file = file;
    return problem;
}

// Keeps the places of those who took back their consent, so that a mix's code goes on giving the
// same mix, and says nothing else of them.
Outcome write_placeholders(const Module& module, catalogue::PackWriter& writer) {
    static constexpr const char* nobody =
        "format: 1\nname: \"\u2014\"\njob: {title: (withdrawn)}\nconsent: withdrawn\n";
    for (const catalogue::Person& person : module.people) {
        if (!person.consent_withdrawn) continue;
        const Outcome added =
            writer.add_text(fmt::format("people/{}.yaml", person.id.text), nobody);
        if (!added) return added;
    }
    return catalogue::done();
}

Result<Packed> write_files(const fs::path& root, const Module& module,
                           const std::set<fs::path>& files, int descriptor,
                           const Progress& progress) {
    Packed packed;
    std::uint64_t all_bytes = 0;
    for (const fs::path& file : files) {
        const auto opened = catalogue::open_inside(root, file);
        if (opened) all_bytes += opened->size_bytes();
    }
    catalogue::PackWriter writer{descriptor};
    if (const Outcome begun = writer.begin(); !begun) return begun.error();
    for (const fs::path& file : files) {
        const auto opened = catalogue::open_inside(root, file);
        if (!opened) {
            // An empty README, or one that is a link, is none.
            if (file.has_parent_path() || file == "module.yaml") {
                return placed(opened.error(), file);
            }
            continue;
        }
        const Outcome added = writer.add(file.generic_string(), *opened, [&](std::uint64_t bytes) {
            packed.bytes += bytes;
            progress(packed.bytes / progress_bytes, all_bytes / progress_bytes);
        });
        if (!added) return placed(added.error(), file);
        ++packed.files;
    }
    if (const Outcome kept = write_placeholders(module, writer); !kept) return kept.error();
    packed.people_left_out = static_cast<std::size_t>(
        std::ranges::count(module.people, true, &catalogue::Person::consent_withdrawn));
    packed.files += packed.people_left_out;
    if (const Outcome finished = writer.finish(); !finished) return finished.error();
    return packed;
}

// What was written is a module, and the same one.
Outcome look_at(const fs::path& pack, const Module& module) {
    const catalogue::ModuleReading read = catalogue::read_module(catalogue::FolderFiles{pack});
    const auto playable = [](const Module& one) {
        return std::ranges::count(one.cells, catalogue::CellState::Playable, &Module::Cell::state);
    };
    if (read.module && playable(*read.module) == playable(module)) return catalogue::done();
    return fail({}, _("the pack cannot be read as it was written"),
                _("see whether the disk works, or pack onto another one"));
}

int make_whole(Disk& disk, int descriptor, const fs::path& aside, const fs::path& out) {
    if (const int error = disk.flush(descriptor); error != 0) return error;
    if (const int error = disk.rename(aside, out); error != 0) return error;
    return disk.flush_folder(fs::absolute(out).parent_path());
}

}  // namespace

Result<Packed> write_pack(const fs::path& root, const catalogue::ModuleReading& reading,
                          const fs::path& out, const Progress& progress) {
    if (const Outcome place = check_place(root, out); !place) return place.error();
    const Module& module = *reading.module;
    Disk& disk = real_disk();
    const fs::path aside =
        out.string() + fmt::format(".{}-{:08x}.new", ::getpid(), std::random_device{}());
    // For everybody: a pack is made to be passed on.
    const int descriptor =
        ::open(aside.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
    if (descriptor < 0) {
        return fail({out}, _("cannot be written: {}", catalogue::words_of_error(errno)),
                    _("is the folder there, and may you write into it?"));
    }
    Result<Packed> packed = write_files(root, module, files_of(root, module), descriptor, progress);
    if (packed) {
        if (const Outcome looked = look_at(aside, module); !looked) packed = looked.error();
    }
    if (packed) {
        if (const int error = make_whole(disk, descriptor, aside, out); error != 0) {
            packed = fail({out}, _("could not be saved: {}", catalogue::words_of_error(error)),
                          _("is there room on the disk, and may you write there?"));
        }
    }
    ::close(descriptor);
    if (!packed) {
        disk.remove(aside);
        return placed(packed.error(), out);
    }
    packed->films_with_withheld = films_held_back(module).size();
    return packed;
}

}  // namespace app
