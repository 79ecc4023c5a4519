// Keeps a still of every answer (player/media/analysis/clip_still.h) within bounds, and knows how
// long the answers are that are a whole film.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "catalogue/module.h"
#include "player/app/preparing/answer_loudness.h"
#include "player/app/preparing/preparation.h"
#include "player/app/storage/kept_files.h"
#include "player/media/analysis/clip_still.h"

namespace app {

// Of all modules.
std::filesystem::path still_folder();

// What was found out about an answer.
struct AnswerStill {
    bool known = false;                               // false: nobody has looked yet
    std::string file;                                 // in the folder; empty: there is no picture
    std::optional<catalogue::SourceDuration> length;  // of an answer that is a whole film

    bool operator==(const AnswerStill&) const = default;
};

class StillShelf {
public:
    using Make = std::function<catalogue::Result<media::StillMade>(
        const media::ClipOrder&, const std::filesystem::path& folder, std::stop_token)>;
    using LengthOf = std::function<std::optional<catalogue::SourceDuration>(const media::FilmFile&,
                                                                            std::stop_token)>;

    // Ten thousand answers.
    static constexpr std::uintmax_t usual_bytes = 128u << 20;

    // @param root    the module's folder
    // @param wake    called on a worker's thread when there is news
    // @param make    media::make_still, asked for what is not there only; another for tests
    // @param length  media::claimed_length; another for tests
    StillShelf(std::filesystem::path root, std::filesystem::path folder, std::uintmax_t most_bytes,
               std::function<void()> wake, Make make, LengthOf length);

    // Workers' threads: an AnswerWork. Makes the answer's still unless it is there, as long as
    // there is room. An answer whose still cannot be made is shown without.
    void keep(const catalogue::Answer& answer, const std::stop_token& stop);

    // --- main thread ---
    void set_answers(const AnswerGrid& grid);
    bool take_news();  // true when more is known
    // By the places of the grid.
    const std::vector<AnswerStill>& answers() const { return by_place_; }
    std::size_t known() const { return known_places_; }  // answers that were looked at
    std::size_t count() const { return playable_; }      // answers that there are
    const std::filesystem::path& folder() const { return folder_; }

private:
    void tell(const Stretch& stretch, AnswerStill still);
    void enter(const Stretch& stretch);

    const std::filesystem::path root_;
    const std::filesystem::path folder_;
    const std::function<void()> wake_;
    const Make make_;
    const LengthOf length_;

    // The main thread's:
    std::map<Stretch, AnswerStill> found_;
    std::map<Stretch, std::vector<std::size_t>> places_;
    std::vector<AnswerStill> by_place_;
    std::size_t known_places_ = 0;
    std::size_t playable_ = 0;

    KeptFiles kept_;  // locks for itself

    struct Shared {  // everything two threads touch is in here
        std::mutex mutex;
        std::map<Stretch, AnswerStill> news;  // guarded by mutex
    } shared_;
};

}  // namespace app
