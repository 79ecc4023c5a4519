// From what was found to what the search shows, with the words that a class reads. Pure.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/module.h"
#include "lessons/grid.h"
#include "player/app/search/finder.h"
#include "player/app/search/search_desk.h"
#include "player/app/stage/stage_data.h"
#include "player/ui/search_view.h"

namespace app {

struct SearchContext {
    std::shared_ptr<const Findings> findings;  // may be of other words than those typed now
    SearchDesk::Progress progress;
    std::string typed;
    std::vector<std::size_t> in_sight;  // only these passages get pictures
    std::function<ui::ImageId(lessons::Cell cell)> still_of;
    std::function<ShownPicture(std::size_t person)> face_of;
    std::optional<std::string> toast;
};

// Passages in cells that `module` does not let be played are left out, whatever was found before.
ui::SearchView search_view_of(const catalogue::Module& module, const SearchContext& context);

// What a row of the search, counted through names and passages, is.
const FoundName* found_name_at(const Findings& findings, std::size_t row);
const FoundPassage* found_passage_at(const Findings& findings, std::size_t row);

}  // namespace app
