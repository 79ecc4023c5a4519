#include "player/app/class_wall/hand_in_collection.h"

#include "catalogue/error_words.h"
#include "catalogue/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>

namespace app {
using catalogue::_;
namespace {

constexpr std::size_t most_names = 3;
constexpr std::size_t longest_name_bytes = 60;

// A name as it can be shown anywhere.
std::string shown(const std::string& name) {
    std::string clean = catalogue::clean_note_text(name);
    std::ranges::replace(clean, '\n', ' ');
    if (clean.size() > longest_name_bytes) {
        clean.resize(longest_name_bytes);
        clean = catalogue::clean_note_text(clean) + "\u2026";
    }
    return fmt::format("\u201c{}\u201d", clean);
}

}  // namespace

bool keep_hand_in_names(std::vector<std::string>& names) {
    std::erase_if(names, [](const auto& name) { return !catalogue::is_hand_in_file_name(name); });
    std::ranges::sort(names);
    const bool more = names.size() > most_hand_ins;
    if (more) names.resize(most_hand_ins);
    return more;
}

bool HandInCollection::take(const FolderLook& look, Time now) {
    bool another = !looked_ || error_ != look.error;
    looked_ = true;
    error_ = look.error;
    if (look.error != 0) return another;
    another = another || more_ != look.more;
    more_ = look.more;
    std::map<std::string, Known> files;
    for (const FolderLook::File& file : look.files) {
        const auto found = files_.find(file.name);
        Known known = found == files_.end() ? Known{} : std::move(found->second);
        another = take_file(known, file.text, file.name, now) || another;
        if (found != files_.end()) files_.erase(found);
        files.emplace(file.name, std::move(known));
    }
    another = another || !files_.empty();  // those that were taken away
    files_ = std::move(files);
    return another;
}

bool HandInCollection::take_file(Known& known, const std::optional<std::string>& text,
                                 std::string_view name, Time now) {
    const bool as_it_was = text && *text == known.text;
    if (as_it_was && known.hand_in && !known.not_whole_since) return false;
    if (auto read = text ? catalogue::read_hand_in(*text, name)
                         : catalogue::fail({}, _("it could not be read"));
        read) {
        const bool another = known.hand_in != *read || known.named;
        known = {*text, *std::move(read), std::nullopt, false};
        return another;
    }
    if (!known.not_whole_since || (text && !as_it_was)) {
        known.not_whole_since = now;
        if (text) known.text = *text;
    }
    const bool was_named = known.named;
    known.named = known.named || now - *known.not_whole_since >= patience_;
    return known.named != was_named;
}

std::vector<catalogue::HandIn> HandInCollection::hand_ins() const {
    std::map<catalogue::HandInId, const catalogue::HandIn*> newest;
    for (const auto& [name, known] : files_) {
        if (!known.hand_in) continue;
        const catalogue::HandIn*& there = newest[known.hand_in->id];
        if (there == nullptr || catalogue::is_newer(*known.hand_in, *there)) {
            there = &*known.hand_in;
        }
    }
    std::vector<catalogue::HandIn> hand_ins;
    for (const auto& [id, hand_in] : newest)
        hand_ins.push_back(*hand_in);
    return hand_ins;
}

std::vector<std::string> HandInCollection::unreadable() const {
    std::vector<std::string> names;
    for (const auto& [name, known] : files_) {
        if (known.named) names.push_back(name);
    }
    return names;
}

std::optional<std::string> folder_words(const std::string& folder, int error) {
    switch (error) {
        case 0:
            return std::nullopt;
        case ENOENT:
        case ENOTDIR:
            return _(
                "The folder {} is not there. It is looked for: plug the stick in again, or choose "
                "another folder.",
                shown(folder));
        case EACCES:
        case EPERM:
            return _(
                "The folder {} may not be read by this user: choose another, or have it shared "
                "with you.",
                shown(folder));
        default:
            return _("The folder {} cannot be read ({}). It is tried again.", shown(folder),
                     catalogue::words_of_error(error));
    }
}

std::string no_answer_words(const std::string& folder) {
    return _(
        "The folder {} does not answer. It is waited for; the rest of the program "
        "goes on.",
        shown(folder));
}

std::optional<std::string> unreadable_words(const std::vector<std::string>& names) {
    if (names.empty()) return std::nullopt;
    std::string all;
    for (std::size_t i = 0; i < std::min(names.size(), most_names); ++i)
        all += (i == 0 ? "" : ", ") + shown(names[i]);
    if (names.size() > most_names) all = _("{} and others", all);
    return _(
        "Not all that was handed in arrived whole. Whoever misses theirs here hands it in again. "
        "(Left as it is: {})",
        all);
}

}  // namespace app
