// What goes on behind the scene for the open module: workers, and the kinds of work that they do on
// every answer. A new kind of work is a member here, before the workers, and a line in kinds().
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "catalogue/module.h"
#include "player/app/preparing/loudness_shelf.h"
#include "player/app/preparing/prelude_shelf.h"
#include "player/app/preparing/preparation.h"
#include "player/app/preparing/still_shelf.h"
#include "player/app/storage/folders.h"

namespace app {

enum class Keeping {
    Nothing,  // beyond this run; it is not asked what an earlier run found out, either
    InTheCache,
};

// Main thread only. Destroying it waits for the disk: not on the main thread.
class Backstage {
public:
    // @param root     the module's folder
    // @param wake     called on other threads when there is news
    // @param workers  threads: one where a film plays, to which it gives way
    Backstage(const std::filesystem::path& root, const catalogue::Module& module, Keeping keeping,
              const std::function<void()>& wake, int workers = 1);

    // The module was read anew.
    void follow(const catalogue::Module& module);
    // Call it in every tick: what is wanted, and whether the film itself is being waited for.
    void follow(const Wishes& wishes, bool waiting);
    // True when there are more stills than before.
    bool take_news();
    Preparation::Progress progress() const { return preparation_.progress(); }

    const KnownLoudness& loudness() const { return loudness_.known(); }
    const StillShelf& stills() const { return stills_; }

private:
    std::vector<AnswerWork> kinds();

    std::optional<PassingFolder> passing_;  // for the stills, where nothing is kept
    StillShelf stills_;
    LoudnessShelf loudness_;
    std::optional<PreludeShelf> preludes_;
    Preparation preparation_;  // last: its threads use what is above
};

}  // namespace app
