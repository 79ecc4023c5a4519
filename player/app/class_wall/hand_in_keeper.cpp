#include "player/app/class_wall/hand_in_keeper.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <random>
#include <set>
#include <utility>

#include "catalogue/checksum.h"
#include "catalogue/hand_in_sign.h"
#include "catalogue/words.h"
#include "player/app/class_wall/hand_in_collection.h"
#include "player/app/storage/storage.h"

namespace app {
using catalogue::_;
namespace {

namespace fs = std::filesystem;
using catalogue::HandIn;
using catalogue::HandInId;
using catalogue::Notebook;

constexpr std::size_t key_digits = 32;
constexpr int most_drawings = 200;

// Only the ids of the notes: they say whether it is still the same notebook, or that of whoever
// sits here now.
HandIn record_of(const HandIn& hand_in, const Notebook& notebook) {
    HandIn record{hand_in.id, hand_in.made, {}};
    record.notebook.module = notebook.module;
    for (const catalogue::Note& note : notebook.notes) {
        catalogue::Note bare;
        bare.id = note.id;
        record.notebook.notes.push_back(std::move(bare));
    }
    return record;
}

bool shares_a_note(const Notebook& one, const Notebook& other) {
    return std::ranges::any_of(one.notes, [&](const catalogue::Note& note) {
        return catalogue::find_note(other, note.id) != nullptr;
    });
}

HandInId drawn_id() {
    std::random_device chance;
    return {fmt::format("{:08x}{:08x}", chance(), chance())};
}

// One whose sign nobody in this folder has yet, so that nobody's changes.
HandInId new_id(const std::vector<std::string>& names) {
    std::set<HandInId> there;
    for (const std::string& name : names) {
        if (catalogue::is_hand_in_file_name(name)) {
            there.insert({name.substr(0, drawn_id().text.size())});
        }
    }
    std::set<std::string> taken;
    for (const auto& [id, sign] : catalogue::signs_of(there))
        taken.insert(sign);
    HandInId id = drawn_id();
    for (int drawing = 0;
         drawing < most_drawings && taken.contains(catalogue::signs_of({id}).at(id)); ++drawing) {
        id = drawn_id();
    }
    return id;
}

catalogue::Problem no_folder(const fs::path& folder, int error) {
    return catalogue::fail({}, folder_words(folder.string(), error).value_or(""));
}

HandInKeeper::News waits_for(const fs::path& folder) {
    return {no_answer_words(folder.string()), false, true, std::nullopt};
}

}  // namespace

// One for each module, as this machine has one notebook for each.
fs::path hand_in_record(const fs::path& kept_in, const catalogue::ModuleId& module) {
    const std::string key = catalogue::sha256_hex(module.text).substr(0, key_digits);
    return kept_in / "handed-in" / (key + ".handin");
}

catalogue::Result<std::optional<HandInId>> handed_in_as(const HandInPlace& place,
                                                        const Notebook& notebook, Disk& disk) {
    const std::optional<HandInId> not_yet;
    if (place.kept_in.empty()) return not_yet;
    const fs::path file = hand_in_record(place.kept_in, notebook.module);
    const auto text = load_document(file, disk);
    if (!text) return text.error();
    if (!*text) return not_yet;
    const auto record = catalogue::read_hand_in(**text, file);
    return record && shares_a_note(record->notebook, notebook) ? std::optional{record->id}
                                                               : not_yet;
}

catalogue::Result<HandIn> hand_in(const HandInPlace& place, const Notebook& notebook,
                                  HandedOver over, std::chrono::sys_seconds now, Disk& disk) {
    std::vector<std::string> names;
    if (const int error = disk.list(place.folder, names); error != 0) {
        return no_folder(place.folder, error);
    }
    // Not known is not the same as not handed in: it would be there twice.
    const auto known = handed_in_as(place, notebook, disk);
    if (!known) return known.error();
    const HandIn made{*known ? **known : new_id(names), now, std::move(over.part),
                      std::move(over.seat)};
    const std::string text = to_text(made);
    if (text.size() > catalogue::most_hand_in_bytes) {
        return catalogue::fail({}, _("There is more in it than can be handed in at once"),
                               _("take some of the ticks away"));
    }
    // Before it is handed in: should this end here, the next time is the same hand-in.
    if (!place.kept_in.empty()) {
        const auto kept = save_document(hand_in_record(place.kept_in, notebook.module),
                                        to_text(record_of(made, notebook)), disk);
        if (!kept) return kept.error();
    }
    const fs::path file = place.folder / catalogue::hand_in_file_name(made.id);
    if (const auto saved = save_document(file, text, disk); !saved) return saved.error();
    // Whoever may look into the folder is to read it, the teacher first of all; where a share has
    // no such rights there is nothing to be done.
    std::error_code ignored;
    fs::permissions(file, fs::perms::group_read | fs::perms::others_read, fs::perm_options::add,
                    ignored);
    return made;
}

catalogue::Outcome take_back(const HandInPlace& place, const HandInId& id, Disk& disk) {
    std::vector<std::string> names;
    if (const int error = disk.list(place.folder, names); error != 0) {
        return no_folder(place.folder, error);
    }
    const fs::path file = place.folder / catalogue::hand_in_file_name(id);
    if (const int error = disk.remove(file); error != 0 && error != ENOENT) {
        return no_folder(place.folder, error);
    }
    return catalogue::done();
}

HandInKeeper::HandInKeeper(std::function<void()> wake, std::shared_ptr<Disk> disk)
    : disk_(std::move(disk)), errands_(std::move(wake)) {}

void HandInKeeper::hand_in(HandInPlace place, Notebook notebook, HandedOver over) {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    News waits = waits_for(place.folder);
    errands_.ask(
        [place = std::move(place), notebook = std::move(notebook), over = std::move(over), now,
         disk = disk_] {
            const auto made = app::hand_in(place, notebook, over, now, *disk);
            if (!made) return News{to_text(made.error()), true, false, std::nullopt};
            return News{_("What you ticked is in the class\u2019s folder"), false, false, made->id};
        },
        std::move(waits));
}

void HandInKeeper::take_back(HandInPlace place, HandInId id) {
    News waits = waits_for(place.folder);
    errands_.ask(
        [place = std::move(place), id = std::move(id), disk = disk_] {
            const auto taken = app::take_back(place, id, *disk);
            if (!taken) return News{to_text(taken.error()), true, false, std::nullopt};
            return News{_("What you handed in is taken out of the folder again"), false, false,
                        std::optional<HandInId>{}};
        },
        std::move(waits));
}

void HandInKeeper::look_up(HandInPlace place, Notebook notebook) {
    errands_.ask([place = std::move(place), notebook = std::move(notebook), disk = disk_] {
        const auto known = handed_in_as(place, notebook, *disk);
        return known ? News{"", false, false, *known} : News{};
    });
}

}  // namespace app
