#include "player/app/room/room.h"

#include "catalogue/words.h"

#include <fmt/format.h>

namespace app {
using catalogue::_;
namespace {

using namespace std::chrono_literals;
using WallTime = std::chrono::steady_clock::time_point;

// For a projector: near black, so that a page does not dazzle after a film.
constexpr std::uint32_t page_ground = 0x10141A;
constexpr std::uint32_t page_words = 0xFFFFFF;
constexpr std::uint32_t page_quiet = 0xC3CAD5;

screen::Page page_of(std::string above, std::string words, std::string below = {}) {
    screen::Page page;
    page.above = std::move(above);
    page.words = std::move(words);
    page.below = std::move(below);
    page.ground_rgb = page_ground;
    page.words_rgb = page_words;
    page.quiet_rgb = page_quiet;
    return page;
}

screen::Page plain(std::uint32_t rgb) {
    screen::Page page;
    page.ground_rgb = rgb;
    return page;
}

std::chrono::seconds left_of(const RoomTimer& timer, WallTime now) {
    return std::chrono::ceil<std::chrono::seconds>(*timer.ends - now);
}

}  // namespace

RoomState step(RoomState state, RoomAsk ask) {
    const auto cover = [&state](RoomShows with) {
        state.shows = state.shows == with ? state.under : with;
    };
    switch (ask) {
        case RoomAsk::Film:
        case RoomAsk::Question:
            state.shows = state.under =
                ask == RoomAsk::Film ? RoomShows::Film : RoomShows::Question;
            state.frozen = false;
            break;
        case RoomAsk::Black:
            cover(RoomShows::Black);
            break;
        case RoomAsk::White:
            cover(RoomShows::White);
            break;
        case RoomAsk::Freeze:
            // Of black and white there is nothing to keep; what is under them can be let go.
            state.frozen = !state.frozen && !state.covered();
            break;
    }
    return state;
}

RoomState uncovered(RoomState state) {
    if (state.covered()) {
        state.shows = state.under;
    } else {
        state.frozen = false;
    }
    return state;
}

bool hears_film(const RoomState& state) {
    return !state.open() || (state.shows == RoomShows::Film && !state.frozen);
}

RoomView room_view_of(const RoomState& state, const RoomMoment& moment) {
    RoomView view;
    if (state.shows == RoomShows::Black) {
        view.page = plain(0x000000);
    } else if (state.shows == RoomShows::White) {
        view.page = plain(0xFFFFFF);
    } else if (!moment.open_module) {
        view.page = plain(page_ground);
    } else if (!moment.prompt.empty()) {
        view.page = page_of(moment.step, moment.prompt, moment.timer);
    } else if (state.shows == RoomShows::Question) {
        view.page = page_of(moment.person, moment.question, moment.timer);
    } else if (!moment.absent.empty()) {
        view.page = page_of(moment.question, moment.absent, moment.timer);
    } else if (moment.silent) {
        view.page = page_of(moment.person, moment.said);
        view.page->picture = moment.portrait;
    } else {
        view.film = true;
    }
    return view;
}

ui::RoomPanelView room_panel_of(const RoomState& state, const catalogue::Module& module,
                                const lessons::Walk& walk, const std::string& timer) {
    ui::RoomPanelView view;
    view.shows = state.shows;
    view.frozen = state.frozen;
    view.split = state.place == RoomPlace::Split;
    view.fills_display = state.place == RoomPlace::Display;
    view.timer = timer;
    switch (state.shows) {
        case RoomShows::Black:
            view.sees = _("The room's screen is black.");
            break;
        case RoomShows::White:
            view.sees = _("The room's screen is white.");
            break;
        case RoomShows::Film:
        case RoomShows::Question:
            view.sees = state.frozen                     ? _("The room's picture stands still.")
                        : state.shows == RoomShows::Film ? _("The room sees the film.")
                                                         : _("The room reads the question.");
            break;
    }
    view.sound = hears_film(state)
                     ? _("What you hear, the room hears: there is one sound for both.")
                     : _("The film is silent as long as the room does not see it.");
    if (walk.way() == lessons::Way::MixItUp) {
        view.next_note = _("What a mix brings next stays hidden.");
        return view;
    }
    const std::vector<lessons::Cell> next = lessons::upcoming_of(walk, 1);
    if (next.empty()) {
        view.next_note = _("Nothing follows by itself.");
        return view;
    }
    view.next_person = module.people[static_cast<std::size_t>(next.front().person)].name;
    view.next_question = module.questions[static_cast<std::size_t>(next.front().question)].label;
    return view;
}

RoomTimer longer(RoomTimer timer, std::chrono::minutes by, WallTime now) {
    const WallTime from = timer.ends && *timer.ends > now ? *timer.ends : now;
    timer.ends = std::min(from + by, now + 99min);
    return timer;
}

std::string timer_text(const RoomTimer& timer, WallTime now) {
    if (!timer.ends) {
        return {};
    }
    const std::chrono::seconds left = left_of(timer, now);
    if (left <= 0s) {
        return _("Time is up");
    }
    return fmt::format("{}:{:02}", left / 60s, left.count() % 60);
}

std::optional<WallTime> timer_changes_at(const RoomTimer& timer, WallTime now) {
    if (!timer.ends || *timer.ends <= now) {
        return std::nullopt;
    }
    return *timer.ends - (left_of(timer, now) - 1s);
}

Turns turns_at(Turns turns, std::uint64_t cue) {
    if (turns.cue != cue && turns.cue != 0) {
        turns.left_chooses = !turns.left_chooses;
    }
    turns.cue = cue;
    return turns;
}

std::string turn_text(const Turns& turns) {
    if (!turns.on) {
        return {};
    }
    return turns.left_chooses ? _("Left chooses, right writes") : _("Right chooses, left writes");
}

}  // namespace app
