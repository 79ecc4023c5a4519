// What others wrote is offered, and taken into the notebook when somebody asks for it.
#include <algorithm>
#include <cerrno>
#include <utility>

#include "player/app/notebook/writer.h"

namespace app {

using catalogue::holds_all_of;
using catalogue::Lineage;
using catalogue::Notebook;
using std::chrono::sys_seconds;

int NotebookWriter::read_main(std::string& text) {
    const int error = disk_.read(notebook_file(folder_, name_), text);
    if (error == ENOENT) text.clear();
    return error == ENOENT ? 0 : error;
}

int NotebookWriter::find_copies(std::vector<std::string>& names) {
    if (const int error = states_.look(); error != 0) return error;
    std::string main;
    if (const int error = read_main(main); error != 0) return error;
    Lineage in_main = catalogue::lineage_in(main);
    // What we hold is in the file with our next saving, unless somebody went apart from us.
    if (!is_copy_ && holds_all_of(held_, in_main)) in_main = held_;
    names.clear();
    for (const NotebookStates::State& state : states_.beyond(in_main))
        names.push_back(state.copy);
    std::ranges::sort(names);
    const auto twice = std::ranges::unique(names);
    names.erase(twice.begin(), twice.end());
    return 0;
}

// Taken away is only what both had seen; of anything else nobody's words go.
int NotebookWriter::merge_in(const std::string& text, Notebook& together) {
    const auto theirs = notebook_from(text);
    if (!theirs) return 0;
    const Lineage lineage = catalogue::lineage_in(text);
    if (!lineage.empty() && holds_all_of(held_, lineage)) return 0;
    std::optional<Notebook> before;
    if (const auto state = states_.before_both(held_, lineage)) {
        std::string was;
        const int error = disk_.read(state->file, was);
        if (error != 0 && error != ENOENT) return error;
        if (error == 0) before = notebook_from(was);
    }
    together = catalogue::merge(before, together, *theirs);
    held_ = catalogue::joined(std::move(held_), lineage);
    return 0;
}

int NotebookWriter::take_in(const NotebookStates::State& state, Notebook& together) {
    std::string text;
    const int error = disk_.read(state.file, text);
    if (error == ENOENT) return 0;  // whoever removed it holds all of it
    return error != 0 ? error : merge_in(text, together);
}

int NotebookWriter::take_in_main(Notebook& together, bool& is_foreign) {
    std::string text;
    if (const int error = read_main(text); error != 0) return error;
    const std::optional<std::string> was_known = std::exchange(known_, std::nullopt);
    if (text.empty()) return 0;
    if (catalogue::find_damage(text, {})) return set_aside_damaged();
    is_foreign = !notebook_from(text);
    known_ = text;
    return is_foreign || text == was_known ? 0 : merge_in(text, together);
}

int NotebookWriter::bring_together(const Notebook& ours, Notebook& together, sys_seconds now) {
    const auto go_back = [&, known = known_, held = held_, is_copy = is_copy_](int error) {
        known_ = known;
        held_ = held;
        if (number_ > 0) held_[writer_] = number_;
        is_copy_ = is_copy;
        return error;
    };
    together = ours;
    if (const int error = states_.look(); error != 0) return error;
    is_copy_ = false;
    bool is_foreign = false;
    if (const int error = take_in_main(together, is_foreign); error != 0) return go_back(error);
    if (is_foreign) return go_back(0);
    const auto others = states_.beyond(held_);
    for (const NotebookStates::State& other : others) {
        if (const int error = take_in(other, together); error != 0) return go_back(error);
    }
    saved_.reset();
    if (const int error = save(catalogue::to_text(together), now); error != 0) {
        return go_back(error);
    }
    if (!is_copy_) drop_copies_taken_in(others);
    return 0;
}

// Should its writer have written into it meanwhile, then that is a version, too.
void NotebookWriter::drop_copies_taken_in(const std::vector<NotebookStates::State>& taken_in) {
    if (states_.look() != 0) return;
    for (const NotebookStates::State& copy : states_.copies()) {
        const bool was_without = std::ranges::any_of(taken_in, [&](const auto& one) {
            return one.file == copy.file && one.lineage.empty() && one.is_whole;
        });
        const bool is_held =
            copy.lineage.empty() ? was_without : holds_all_of(kept_->lineage, copy.lineage);
        if (is_held) disk_.remove(copy.file);
    }
}

}  // namespace app
