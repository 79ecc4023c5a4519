#include "player/app/notebook/states.h"

#include <algorithm>
#include <cerrno>
#include <utility>

#include "catalogue/notebook.h"

namespace app {

std::optional<catalogue::Notebook> notebook_from(const std::string& text) {
    auto read = catalogue::read_notebook(text, {});
    return read ? std::optional{*std::move(read)} : std::nullopt;
}

namespace fs = std::filesystem;
using catalogue::holds_all_of;
using catalogue::Lineage;

NotebookStates::NotebookStates(fs::path folder, std::string name, Disk& disk)
    : folder_(std::move(folder)),
      name_(std::move(name)),
      versions_folder_(app::versions_folder(folder_, name_)),
      disk_(disk) {}

fs::path NotebookStates::file_of(const NotebookVersion& version) const {
    return versions_folder_ / file_name_of(version);
}

NotebookStates::State NotebookStates::state_of(const NotebookVersion& version,
                                               const Lineage& lineage) const {
    return {file_of(version), copy_name(name_, version.writer), lineage, true};
}

int NotebookStates::look() {
    const int error = look_at_versions();
    return error != 0 ? error : look_at_copies();
}

int NotebookStates::look_at_versions() {
    std::vector<std::string> names;
    const int error = disk_.list(versions_folder_, names);
    if (error != 0 && error != ENOENT) return error;
    std::map<NotebookVersion, Lineage> there;
    for (const std::string& name : names) {
        const auto version = version_from(name);
        if (!version) continue;
        if (const auto known = versions_.find(*version); known != versions_.end()) {
            there.insert(*known);
            continue;
        }
        std::string text;
        const int reading = disk_.read(versions_folder_ / name, text);
        if (reading == ENOENT) continue;  // whoever removed it holds all of it
        if (reading != 0) return reading;
        if (!catalogue::find_damage(text, {})) there.emplace(*version, catalogue::lineage_in(text));
    }
    versions_ = std::move(there);
    return 0;
}

int NotebookStates::look_at_copies() {
    std::vector<std::string> names;
    if (const int error = disk_.list(folder_, names); error != 0) return error;
    std::vector<State> there;
    for (const std::string& name : names) {
        auto copy = copy_of(name_, name);
        if (!copy) continue;
        std::string text;
        const int error = disk_.read(folder_ / name, text);
        if (error == ENOENT) continue;
        if (error != 0) return error;
        const bool is_whole = notebook_from(text).has_value();
        there.push_back({folder_ / name, *std::move(copy), catalogue::lineage_in(text), is_whole});
    }
    copies_ = std::move(there);
    return 0;
}

std::vector<NotebookStates::State> NotebookStates::beyond(const Lineage& held) const {
    std::vector<State> found;
    const auto take = [&](State state) {
        if (!state.lineage.empty()) {
            const bool known = holds_all_of(held, state.lineage) ||
                               std::ranges::any_of(found, [&](const State& other) {
                                   return holds_all_of(other.lineage, state.lineage);
                               });
            if (known) return;
            std::erase_if(found, [&](const State& other) {
                return !other.lineage.empty() && holds_all_of(state.lineage, other.lineage);
            });
        }
        found.push_back(std::move(state));
    };
    for (const State& copy : copies_)
        take(copy);
    for (const auto& [version, lineage] : versions_) {
        if (!lineage.empty()) take(state_of(version, lineage));
    }
    return found;
}

std::optional<NotebookStates::State> NotebookStates::before_both(const Lineage& one,
                                                                 const Lineage& other) const {
    std::optional<State> latest;
    for (const auto& [version, lineage] : versions_) {
        if (lineage.empty() || !holds_all_of(one, lineage) || !holds_all_of(other, lineage)) {
            continue;
        }
        if (!latest || holds_all_of(lineage, latest->lineage)) latest = state_of(version, lineage);
    }
    return latest;
}

}  // namespace app
