#include "player/app/index/ears.h"

#include <chrono>
#include <utility>

#include "catalogue/index_proposals.h"
#include "player/screen/thread_priority.h"

namespace app {
namespace {

using namespace std::chrono_literals;

// People who think before they speak on are silent for less, most of the time.
constexpr catalogue::SourceDuration shortest_pause = 1s;

}  // namespace

IndexEars::IndexEars(media::FilmFile film, std::filesystem::path kept_in,
                     std::function<void()> wake)
    : thread_([this, film = std::move(film), kept_in = std::move(kept_in),
               wake = std::move(wake)](const std::stop_token& stop) {
          screen::lower_own_priority();
          auto outline =
              media::kept_outline_of(film, kept_in, stop, [&](catalogue::SourceTime time) {
                  {
                      const std::lock_guard lock(shared_.mutex);
                      shared_.progress = time;
                  }
                  wake();
              });
          if (stop.stop_requested()) return;
          auto heard = std::make_shared<HeardFilm>();
          if (auto chapters = media::chapters_in(film, stop)) {
              heard->chapters = *std::move(chapters);
          }
          if (outline) {
              heard->outline = *std::move(outline);
              heard->pauses = catalogue::pauses_in(heard->outline.loudness_db,
                                                   media::SoundOutline::window, shortest_pause);
          } else {
              heard->problem = catalogue::to_text(outline.error());
          }
          {
              const std::lock_guard lock(shared_.mutex);
              shared_.heard = std::move(heard);
          }
          wake();
      }) {}

catalogue::SourceTime IndexEars::progress() const {
    const std::lock_guard lock(shared_.mutex);
    return shared_.progress;
}

std::shared_ptr<const HeardFilm> IndexEars::heard() const {
    const std::lock_guard lock(shared_.mutex);
    return shared_.heard;
}

}  // namespace app
