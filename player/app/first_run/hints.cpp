#include "player/app/first_run/hints.h"

#include "catalogue/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace app {
using catalogue::_;
namespace {

std::string_view name_of(Hint hint) {
    const auto found = std::find_if(hint_names.begin(), hint_names.end(),
                                    [&](const auto& entry) { return entry.first == hint; });
    return found == hint_names.end() ? std::string_view{} : found->second;
}

bool is_done(const std::vector<std::string>& done, Hint hint) {
    return std::find(done.begin(), done.end(), name_of(hint)) != done.end();
}

}  // namespace

std::optional<Hint> hint_for(HintPlace place, const std::vector<std::string>& done, bool playing) {
    if (place == HintPlace::Wall) {
        return is_done(done, Hint::Wall) ? std::nullopt : std::optional{Hint::Wall};
    }
    for (const Hint hint : {Hint::Play, Hint::Choose}) {
        if (!is_done(done, hint) && !(playing && hint == Hint::Play)) {
            return hint;
        }
    }
    return std::nullopt;
}

std::string hint_text(Hint hint, const catalogue::KeyTable& keys) {
    switch (hint) {
        case Hint::Play: {
            const catalogue::KeyBinding* play = keys.of_command("play_pause");
            const std::string key = play == nullptr || play->chords.empty()
                                        ? _("The large button")
                                        : to_text(play->chords.front());
            return _("{} plays. When an answer ends its picture stays, so that the class can talk.",
                     key);
        }
        case Hint::Choose:
            return _("Choose a face: the question stays. Choose a question: the person stays.");
        case Hint::Wall:
            return _("Arrows go about, Enter plays; rest on a cell to see more of it.");
    }
    return {};
}

bool mark_done(std::vector<std::string>& done, Hint hint) {
    if (is_done(done, hint)) {
        return false;
    }
    done.emplace_back(name_of(hint));
    return true;
}

}  // namespace app
