// Asking, once at the start, about what was to be kept until a day that is past: the part of
// AppState that belongs to it.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "player/app/keeping/kept_past.h"
#include "player/app/threads/awaited.h"
#include "player/app/threads/errands.h"
#include "player/screen/events.h"
#include "player/ui/still_needed_view.h"

namespace app {

struct AppState;

struct KeepingDesk {
    using Found = Awaited<std::vector<KeptPast>>;

    KeepCalendar calendar;
    std::vector<std::unique_ptr<Found>> looking;  // one for each disk
    std::deque<KeptPast> past;                    // the first is asked about
    // From the first tick on; whoever has begun to work by then is not interrupted.
    screen::WallTime asks_until{};
    ui::StillNeededState state;
    Errands<std::string> errands;  // news are sentences; empty: nothing to say

    explicit KeepingDesk(std::function<void()> wake) : errands(std::move(wake)) {}
};

// At the start of the program; not where nothing is to be remembered.
void look_for_kept(AppState& state);
// In every tick.
void follow_kept(AppState& state);
// While the panel is StillNeeded.
void draw_still_needed(AppState& state);
// The open notebook is being cleared: with it goes what is kept beside it.
void forget_notebook(AppState& state);

}  // namespace app
