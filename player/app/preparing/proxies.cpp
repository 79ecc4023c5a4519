#include "player/app/preparing/proxies.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

#include "player/app/preparing/preparation.h"
#include "player/app/storage/folders.h"
#include "player/media/analysis/clip_still.h"
#include "player/media/making/proxy.h"

namespace app {
namespace {

using namespace std::chrono_literals;

constexpr auto looked_at_every = 200ms;

struct Film {
    std::vector<media::SourceTime> in_points;
    std::size_t seconds = 0;  // as it claims
    std::atomic<std::size_t> seconds_done = 0;
};
using Films = std::map<std::filesystem::path, Film>;

std::size_t seconds_of(media::SourceDuration length) {
    return static_cast<std::size_t>(std::chrono::floor<std::chrono::seconds>(length).count());
}

// Each with an answer that stands for all of it.
AnswerGrid find_films(const std::filesystem::path& root, const catalogue::Module& module,
                      Films& films) {
    AnswerGrid grid;
    grid.questions = 1;
    for (const std::optional<catalogue::Answer>& answer : answers_of(module).answers) {
        if (!answer) {
            continue;
        }
        const auto [film, is_new] = films.try_emplace(answer->film);
        if (answer->trim) {
            film->second.in_points.push_back(answer->trim->in);
        }
        if (is_new) {
            film->second.seconds =
                seconds_of(media::claimed_length({root, answer->film}).value_or(1s));
            catalogue::Answer whole = *answer;
            whole.trim.reset();
            grid.answers.push_back(std::move(whole));
        }
    }
    return grid;
}

}  // namespace

std::filesystem::path proxy_folder() {
    return cache_folder() / "proxies";
}

ProxiesMade make_proxies(const std::filesystem::path& root, const catalogue::Module& module,
                         const Progress& progress, int workers) {
    Films films;
    AnswerGrid grid = find_films(root, module, films);
    std::mutex mutex;
    ProxiesMade made;  // guarded by mutex while there are workers
    const AnswerWork make = [&](const catalogue::Answer& answer, const std::stop_token& stop) {
        Film& film = films.at(answer.film);
        const auto proxy = media::make_proxy(
            {root, answer.film}, film.in_points, proxy_folder(), stop, [&](media::SourceTime at) {
                film.seconds_done = std::min(film.seconds, seconds_of(at.time_since_epoch()));
            });
        film.seconds_done = film.seconds;
        const std::lock_guard lock(mutex);
        if (!proxy) {
            made.problems.push_back(proxy.error());
        } else if (*proxy == media::ProxyMade::Made) {
            ++made.films;
        }
    };
    Preparation preparation({make}, workers);
    preparation.set_answers(std::move(grid));
    while (true) {
        const Preparation::Progress at = preparation.progress();
        std::size_t done = 0;
        std::size_t of = 0;
        for (const auto& [file, film] : films) {
            done += film.seconds_done;
            of += film.seconds;
        }
        progress(done, of);
        if (at.done == at.of) {
            return made;
        }
        std::this_thread::sleep_for(looked_at_every);
    }
}

}  // namespace app
