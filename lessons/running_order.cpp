#include "lessons/running_order.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

#include "catalogue/words.h"

namespace lessons {
using catalogue::_;
using catalogue::plural;
namespace {

using namespace catalogue;
using std::chrono::seconds;
using namespace std::chrono_literals;

constexpr seconds least_talk = 30s;
constexpr int share_a_headset = 2;

// A plenary gets shorter than half only when nothing else can go.
enum class Plenary { Whole, AsItCan };

seconds shortest_talk(const OrderItem& item, Plenary plenary) {
    if (item.plenary && plenary == Plenary::AsItCan) return 0s;
    return std::min(item.talk, std::max(least_talk, item.talk / 2));
}

// With every talk as short as it may be.
seconds least_time(const RunningOrder& order, std::size_t from, Plenary plenary) {
    seconds sum{};
    for (std::size_t i = from; i < order.size(); ++i) {
        if (order[i].kept) sum += order[i].clips_time() + shortest_talk(order[i], plenary);
    }
    return sum;
}

bool may_go(const OrderItem& item) {
    return item.kept && !item.locked && !item.plenary && !item.begun;
}

class Fitter {
public:
    Fitter(RunningOrder order, std::size_t from, seconds left)
        : order_(as_planned(std::move(order), from)), from_(from), left_(std::max(0s, left)) {}

    Fitted fit() {
        leave_out_steps(true);
        leave_out_clips();
        leave_out_steps(false);
        shorten_plenary();
        if (too_long()) plenary_ = Plenary::AsItCan;
        take_back();
        share_talk();
        Fitted fitted;
        fitted.in_time = least_time(order_, from_, plenary_) <= left_;
        explain();
        fitted.sentence = sentence(fitted.in_time);
        fitted.order = std::move(order_);
        return fitted;
    }

private:
    bool too_long() const { return least_time(order_, from_, plenary_) > left_; }

    void leave_out_steps(bool only_optional) {
        for (std::size_t i = order_.size(); i > from_ && too_long(); --i) {
            OrderItem& item = order_[i - 1];
            if (may_go(item) && (item.optional || !only_optional)) item.kept = false;
        }
    }

    void leave_out_clips() {
        while (too_long()) {
            OrderItem* most = nullptr;
            for (std::size_t i = from_; i < order_.size(); ++i) {
                OrderItem& item = order_[i];
                if (item.kept && !item.locked && item.clips_kept > 1 &&
                    (most == nullptr || item.clips_kept >= most->clips_kept)) {
                    most = &item;
                }
            }
            if (most == nullptr) return;
            --most->clips_kept;
        }
    }

    // The plenary gives up its clips before it would run over.
    void shorten_plenary() {
        if (order_.size() <= from_ || order_.back().locked) return;
        while (too_long() && order_.back().clips_kept > 0) {
            --order_.back().clips_kept;
        }
    }

    void take_back() {
        for (std::size_t i = from_; i < order_.size(); ++i) {
            if (order_[i].kept) continue;
            order_[i].kept = true;
            if (too_long()) order_[i].kept = false;
        }
        for (std::size_t i = from_; i < order_.size(); ++i) {
            while (order_[i].kept && order_[i].clips_kept < order_[i].clips.size()) {
                ++order_[i].clips_kept;
                if (too_long()) {
                    --order_[i].clips_kept;
                    break;
                }
            }
        }
    }

    // The plenary first, then everybody's share of what is left.
    void share_talk() {
        seconds spare = std::max(0s, left_ - least_time(order_, from_, plenary_));
        for (std::size_t i = from_; i < order_.size(); ++i) {
            order_[i].talk_given = order_[i].kept ? shortest_talk(order_[i], plenary_) : 0s;
        }
        if (order_.size() > from_) {
            OrderItem& plenary = order_.back();
            const seconds more = std::min(plenary.talk - plenary.talk_given, spare);
            plenary.talk_given += more;
            spare -= more;
        }
        seconds wanted{};
        for (std::size_t i = from_; i < order_.size(); ++i) {
            if (order_[i].kept) wanted += order_[i].talk - order_[i].talk_given;
        }
        if (wanted <= 0s) return;
        const seconds shared = std::min(spare, wanted);
        for (std::size_t i = from_; i < order_.size(); ++i) {
            OrderItem& item = order_[i];
            if (item.kept) {
                item.talk_given += (item.talk - item.talk_given) * shared.count() / wanted.count();
            }
        }
    }

    void explain() {
        for (std::size_t i = from_; i < order_.size(); ++i) {
            OrderItem& item = order_[i];
            item.why.clear();
            if (!item.kept) {
                ++steps_out_;
                const std::string needs = duration_text(
                    item.talk + std::accumulate(item.clips.begin(), item.clips.end(), 0s,
                                                [](seconds sum, const PlannedClip& c) {
                                                    return sum + c.length;
                                                }) *
                                    item.rounds);
                item.why = item.optional
                               ? _("Left out: {} does not fit before the bell, and the plan can do "
                                   "without it",
                                   needs)
                               : _("Left out: {} does not fit before the bell", needs);
                continue;
            }
            const std::size_t fewer = item.clips.size() - item.clips_kept;
            const seconds shorter = item.talk - item.talk_given;
            clips_out_ += fewer;
            if (fewer > 0) {
                item.why = _("{} of {} clips", item.clips_kept, item.clips.size());
            }
            if (shorter >= least_talk) {
                if (!item.why.empty()) item.why += ", ";
                item.why += _("{} less to talk", duration_text(shorter));
                shortened_ = true;
            }
        }
    }

    std::string sentence(bool in_time) const {
        seconds needed{};
        for (std::size_t i = from_; i < order_.size(); ++i) {
            needed += order_[i].time();
        }
        if (!in_time) {
            return _("What must stay takes {}, and there are {}: it will run over",
                     duration_text(needed), duration_text(left_));
        }
        std::string changes;
        const auto add = [&changes](const std::string& what) {
            changes += (changes.empty() ? "" : ", ") + what;
        };
        if (steps_out_ > 0) {
            add(plural("{} step left out", "{} steps left out", steps_out_));
        }
        if (clips_out_ > 0) {
            add(plural("{} clip left out", "{} clips left out", clips_out_));
        }
        if (shortened_) add(_("less time to talk"));
        if (changes.empty()) changes = _("everything as planned");
        return _("Fits: {} of {}, {}", duration_text(needed), duration_text(left_), changes);
    }

    RunningOrder order_;
    const std::size_t from_;
    const seconds left_;
    Plenary plenary_ = Plenary::Whole;
    int steps_out_ = 0;
    std::size_t clips_out_ = 0;
    bool shortened_ = false;
};

}  // namespace

seconds OrderItem::clips_time() const {
    seconds sum{};
    for (std::size_t i = 0; i < std::min(clips_kept, clips.size()); ++i) {
        sum += clips[i].length;
    }
    return sum * rounds;
}

seconds OrderItem::time() const {
    return kept ? clips_time() + talk_given : 0s;
}

RunningOrder with_room(RunningOrder order, const Plan& plan, const Room& room) {
    const int at_once = room.headsets * share_a_headset;
    for (OrderItem& item : order) {
        const bool in_rounds =
            plan.cues[item.cue].watched == Watched::WithHeadsets && room.pupils > 0 && at_once > 0;
        item.rounds = in_rounds ? (room.pupils + at_once - 1) / at_once : 1;
    }
    return order;
}

RunningOrder as_planned(RunningOrder order, std::size_t from) {
    for (std::size_t i = from; i < order.size(); ++i) {
        order[i].kept = true;
        order[i].clips_kept = order[i].clips.size();
        order[i].talk_given = order[i].talk;
        order[i].why.clear();
    }
    return order;
}

Fitted fit(RunningOrder order, std::size_t from, seconds left) {
    return Fitter{std::move(order), from, left}.fit();
}

std::string duration_text(seconds duration) {
    const auto whole = duration.count() / 60;
    const auto rest = duration.count() % 60;
    if (whole == 0) return _("{} s", rest);
    if (rest == 0) return _("{} min", whole);
    return _("{} min {} s", whole, rest);
}

}  // namespace lessons
