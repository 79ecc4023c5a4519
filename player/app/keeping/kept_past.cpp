#include "player/app/keeping/kept_past.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "catalogue/checksum.h"
#include "catalogue/error_words.h"
#include "catalogue/hand_in.h"
#include "catalogue/notebook.h"
#include "catalogue/saved_state.h"
#include "catalogue/words.h"
#include "player/app/class_wall/hand_in_keeper.h"
#include "player/app/notebook/journal_file.h"
#include "player/app/notebook/names.h"
#include "player/app/notebook/writer.h"
#include "player/app/storage/storage.h"

namespace app {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono;
using catalogue::_;
using catalogue::Date;
using catalogue::Notebook;

constexpr std::size_t name_digits = 16;  // name_for_module()
constexpr std::size_t key_digits = 32;

fs::path notebooks_in(const fs::path& state) {
    return state / "notebooks";
}

fs::path mark_file(const fs::path& state, const KeptPast& kept) {
    const std::string what =
        kept.what == KeptPast::What::Notebook
            ? kept.name
            : "handed-in-" + catalogue::sha256_hex(kept.folder.lexically_normal().string())
                                 .substr(0, key_digits);
    return state / "kept-until" / (what + ".yaml");
}

std::optional<Date> marked(const fs::path& state, const KeptPast& kept, Disk& disk) {
    const fs::path file = mark_file(state, kept);
    const auto text = load_document(file, disk);
    return text && *text ? catalogue::read_keep_mark(**text, file) : std::nullopt;
}

bool is_past(Date until, Date today) {
    return sys_days{today} > sys_days{until};
}

// Also of those that have only journals or versions left.
std::set<std::string> notebook_names(const fs::path& state, Disk& disk) {
    const fs::path folder = notebooks_in(state);
    std::set<std::string> names;
    const auto take = [&](std::string_view file) {
        const std::string name{file.substr(0, name_digits)};
        if (name.size() == name_digits && name.find_first_not_of("0123456789abcdef") == name.npos) {
            names.insert(name);
        }
    };
    std::vector<std::string> files;
    if (disk.list(folder, files) == 0) {
        for (const std::string& file : files) {
            if (belongs_to(file.substr(0, name_digits), file)) take(file);
        }
    }
    if (disk.list(folder / ".versions", files) == 0) std::ranges::for_each(files, take);
    // A journal's folder does not say whose it is; where one was does.
    if (disk.list(state / "sittings", files) == 0) {
        for (const std::string& file : files) {
            std::vector<std::string> journals;
            const std::string name = file.substr(0, name_digits);
            if (disk.list(journal_folder(state, folder, name), journals) == 0) take(name);
        }
    }
    return names;
}

bool has_journals(const fs::path& state, const std::string& name, Disk& disk) {
    std::vector<std::string> journals;
    return disk.list(journal_folder(state, notebooks_in(state), name), journals) == 0 &&
           !journals.empty();
}

bool says_nothing(const Notebook& notebook) {
    return notebook.notes.empty() && notebook.initials.empty();
}

// When it was begun, as far as anything tells.
Date begun(const fs::path& state, const std::string& name, Date today, Disk& disk) {
    std::vector<std::string> files;
    sys_seconds oldest = sys_days{today};
    if (disk.list(versions_folder(notebooks_in(state), name), files) == 0) {
        for (const std::string& file : files) {
            if (const auto version = version_from(file)) {
                oldest = std::min(oldest, version->written);
            }
        }
    }
    return floor<days>(oldest);
}

struct PastHandIn {
    std::string file;
    Date until;
};

std::vector<PastHandIn> past_hand_ins(const fs::path& folder, const KeepCalendar& calendar,
                                      HandInSource& source) {
    std::vector<PastHandIn> past;
    std::vector<std::string> names;
    if (source.list(folder, names) != 0) return past;
    for (const std::string& name : names) {
        if (!catalogue::is_hand_in_file_name(name)) continue;
        const auto text = source.read(folder, name);
        const auto hand_in = text ? catalogue::read_hand_in(*text, folder / name)
                                  : catalogue::Result<catalogue::HandIn>{
                                        catalogue::fail({folder / name}, "it cannot be read")};
        if (!hand_in) continue;  // the class wall names it
        const Date until = catalogue::kept_until(floor<days>(hand_in->made), calendar.ends);
        if (is_past(until, calendar.today)) past.push_back({name, until});
    }
    return past;
}

catalogue::Outcome not_deleted(int error) {
    return catalogue::fail(
        {}, _("Not all of it could be deleted ({})", catalogue::words_of_error(error)),
        _("you are asked again the next time"));
}

// What a power cut left on its way, or what was put aside because it was damaged.
void remove_left_over(const fs::path& state, const std::string& name, Disk& disk) {
    const fs::path sittings = state / "sittings";
    std::vector<std::string> files;
    if (disk.list(sittings, files) != 0) return;
    const std::string ours = fmt::format(".yaml.{}-", ::getpid());  // may be on its way now
    for (const std::string& file : files) {
        const bool left =
            (file.ends_with(".new") && file.find(ours) == file.npos) || file.ends_with(".damaged");
        if (left && file.starts_with(name + ".")) disk.remove(sittings / file);
    }
}

// What was guessed in that module goes with what was written; where one was stays.
int clear_words(const fs::path& state, const std::string& name, Disk& disk) {
    const auto mend = [&](const fs::path& file, auto read, auto clear) {
        const auto text = load_document(file, disk);
        if (text && !*text) return 0;
        auto saved = text ? read(**text, file) : decltype(read("", file)){text.error()};
        if (!saved) {  // nobody can tell what is in it
            const int error = disk.remove(file);
            return error == ENOENT ? 0 : error;
        }
        clear(*saved);
        return save_document(file, catalogue::to_yaml(*saved), disk) ? 0 : EIO;
    };
    const fs::path sittings = state / "sittings";
    const int sitting = mend(sittings / (name + ".yaml"), catalogue::read_saved_sitting,
                             [](auto& saved) { saved.guesses.clear(); });
    const int lesson = mend(sittings / (name + ".lesson.yaml"), catalogue::read_saved_lesson,
                            [](auto& saved) { saved.picked.clear(); });
    return sitting != 0 ? sitting : lesson;
}

catalogue::Outcome delete_notebook(const fs::path& state, const KeptPast& kept, Disk& disk) {
    NotebookWriter writer(kept.folder, kept.name, NotebookWriter::Missing::IsAnError,
                          new_writer_id(), disk);
    int error = writer.erase();
    if (error == ENOENT) error = 0;  // only journals are left
    if (error == 0) {
        error = NotebookJournalFile(journal_folder(state, kept.folder, kept.name), new_writer_id(),
                                    disk)
                    .erase();
    }
    if (error == 0) error = clear_words(state, kept.name, disk);
    if (error != 0) return not_deleted(error);
    forget_traces(state, kept.name, kept.module, disk);
    return catalogue::done();
}

}  // namespace

std::vector<KeptPast> find_past_notebooks(const fs::path& state, const KeepCalendar& calendar,
                                          Disk& disk) {
    std::vector<KeptPast> past;
    for (const std::string& name : notebook_names(state, disk)) {
        KeptPast kept{KeptPast::What::Notebook, notebooks_in(state), name, {}, {}};
        const fs::path file = notebook_file(kept.folder, name);
        const auto text = load_document(file, disk);
        if (text && *text) {
            if (const auto notebook = catalogue::read_notebook(**text, file)) {
                if (says_nothing(*notebook) && !has_journals(state, name, disk)) continue;
                kept.module = notebook->module;
            }
        }
        if (const auto until = marked(state, kept, disk)) {
            kept.until = *until;
        } else {
            kept.until =
                catalogue::kept_until(begun(state, name, calendar.today, disk), calendar.ends);
            // Where that fails it is given its day the next time.
            static_cast<void>(keep_until(state, kept, kept.until, disk));
        }
        if (is_past(kept.until, calendar.today)) past.push_back(std::move(kept));
    }
    return past;
}

std::vector<KeptPast> find_past_hand_ins(const fs::path& state, const fs::path& folder,
                                         const KeepCalendar& calendar, HandInSource& source,
                                         Disk& disk) {
    KeptPast kept{KeptPast::What::HandIns, folder, {}, {}, {}};
    const auto until = marked(state, kept, disk);
    if (until && !is_past(*until, calendar.today)) return {};
    const std::vector<PastHandIn> past = past_hand_ins(folder, calendar, source);
    if (past.empty()) return {};
    const auto later = [](const PastHandIn& one, const PastHandIn& other) {
        return sys_days{one.until} < sys_days{other.until};
    };
    kept.until = std::ranges::max_element(past, later)->until;
    return {kept};
}

catalogue::Outcome keep_until(const fs::path& state, const KeptPast& kept, Date until, Disk& disk) {
    return save_document(mark_file(state, kept), catalogue::keep_mark_text(until), disk);
}

catalogue::Outcome delete_kept(const fs::path& state, const KeptPast& kept,
                               const KeepCalendar& calendar, HandInSource& source, Disk& disk) {
    if (kept.what == KeptPast::What::Notebook) return delete_notebook(state, kept, disk);
    for (const PastHandIn& one : past_hand_ins(kept.folder, calendar, source)) {
        const int error = disk.remove(kept.folder / one.file);
        if (error != 0 && error != ENOENT) return not_deleted(error);
    }
    if (const int error = disk.flush_folder(kept.folder); error != 0) {
        return not_deleted(error);
    }
    disk.remove(mark_file(state, kept));
    return catalogue::done();
}

void forget_traces(const fs::path& state, const std::string& name,
                   const catalogue::ModuleId& module, Disk& disk) {
    disk.remove(mark_file(state, {KeptPast::What::Notebook, {}, name, {}, {}}));
    if (!module.text.empty()) disk.remove(hand_in_record(state, module));
    remove_left_over(state, name, disk);
}

}  // namespace app
