// What lies on the disk of one notebook: its versions and the copies beside it, and which of them
// holds all of which. Versions never change, so each is read once; copies are read at every look.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/notebook.h"
#include "catalogue/notebook_lineage.h"
#include "player/app/notebook/names.h"
#include "player/app/storage/disk.h"

namespace app {

// Nothing when the text is damaged, or of a newer program.
std::optional<catalogue::Notebook> notebook_from(const std::string& text);

class NotebookStates {
public:
    NotebookStates(std::filesystem::path folder, std::string name, Disk& disk);

    struct State {
        std::filesystem::path file;
        std::string copy;  // the name under which it is offered
        catalogue::Lineage lineage;
        bool is_whole = true;  // a copy may be damaged, or of a newer program
    };

    // Looks anew. A version that is not whole is still being written, or was broken off: it is
    // none.
    int look();

    const std::vector<State>& copies() const { return copies_; }
    const std::map<NotebookVersion, catalogue::Lineage>& versions() const { return versions_; }
    std::filesystem::path file_of(const NotebookVersion& version) const;

    // What `held` does not hold all of, without what another of these holds all of.
    std::vector<State> beyond(const catalogue::Lineage& held) const;
    // A version that both have taken in, as late as there is one.
    std::optional<State> before_both(const catalogue::Lineage& one,
                                     const catalogue::Lineage& other) const;

private:
    int look_at_versions();
    int look_at_copies();
    State state_of(const NotebookVersion& version, const catalogue::Lineage& lineage) const;

    const std::filesystem::path folder_;
    const std::string name_;
    const std::filesystem::path versions_folder_;
    Disk& disk_;
    std::vector<State> copies_;
    std::map<NotebookVersion, catalogue::Lineage> versions_;
};

}  // namespace app
