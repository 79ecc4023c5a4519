// All that is read before somebody marks where in a film which question is answered.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/index_draft.h"
#include "catalogue/index_file.h"
#include "catalogue/index_proposals.h"
#include "catalogue/module.h"
#include "player/app/index/wanted.h"
#include "player/media/clip_order.h"

namespace app {

struct IndexOnDisk {
    std::filesystem::path root;
    catalogue::Module module;
    std::size_t person = 0;  // place in Module::people
    media::FilmFile film;
    std::filesystem::path path;       // of the index
    std::optional<std::string> text;  // what is in it; nothing when it is not there
    catalogue::IndexFile file;        // the same, understood
    catalogue::IndexDraft draft{{}, {}, {}};
    std::vector<catalogue::AskedAt> asked;  // where captions hold a question's words
    std::optional<std::string> sentence;    // to be said first
};

// Fails in words where there is nothing to mark: nobody of that name, consent withdrawn, no film,
// an index that must not be written anew, one file of a module. May wait for the disk, and for
// ever: for a thread that can be left behind.
// @param rescue  where marks went that the module did not take; empty: nowhere
catalogue::Result<IndexOnDisk> read_index_from_disk(const std::filesystem::path& root,
                                                    const IndexWanted& wanted,
                                                    const std::filesystem::path& rescue);

}  // namespace app
