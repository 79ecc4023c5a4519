// From a notebook and the module that may be shown to what the notebook screen shows, and from a
// moment of an answer to a pin. Pure.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/captions.h"
#include "catalogue/job_veil.h"
#include "catalogue/module.h"
#include "catalogue/notebook.h"
#include "lessons/grid.h"
#include "player/ui/notebook_view.h"

namespace app {

struct NotebookContext {
    const catalogue::Module* module = nullptr;  // as it may be shown
    const catalogue::Module* whole = nullptr;
    const catalogue::JobVeil* veil = nullptr;
    std::vector<std::size_t> in_sight;                               // pins whose stills are wanted
    std::function<catalogue::NoteId(catalogue::NoteKind)> fresh_id;  // of what is not written yet
    std::function<ui::ImageId(lessons::Cell)> still_of;
};

// Quoted words of somebody whose job is covered name it no more, and those of an answer that may
// not be shown are not there.
ui::NotebookView notebook_view_of(const catalogue::Notebook& notebook,
                                  const NotebookContext& context);
// Of one note, which is about a cell.
ui::PinView pin_view_of(const catalogue::Note& note, const catalogue::Notebook& notebook,
                        const NotebookContext& context);
// Where the pins in view are, in their order; nothing where the module has it no more.
std::vector<std::optional<lessons::Cell>> pin_cells_of(const catalogue::Notebook& notebook,
                                                       const catalogue::Module& module);

// What somebody says at a moment: the sentence that is under way, or the last one before it.
struct Said {
    std::string text;
    catalogue::TimeRange time;
};
std::optional<Said> said_at(const std::vector<catalogue::CaptionCue>& cues,
                            const std::optional<catalogue::TimeRange>& answer,
                            catalogue::SourceTime moment);
// All that is said in a stretch, cut where it gets long.
std::string said_in(const std::vector<catalogue::CaptionCue>& cues,
                    const catalogue::TimeRange& stretch);

}  // namespace app
