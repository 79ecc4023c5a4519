#include "player/app/tour/tour.h"

#include <fmt/format.h>

#include <chrono>
#include <fstream>
#include <system_error>
#include <thread>

#include "catalogue/module_reader.h"
#include "player/app/app.h"
#include "player/app/tour/tour_script.h"
#include "player/media/making/film_writer.h"
#include "player/media/making/still_writer.h"

namespace app {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr int width_px = 1366;
constexpr int height_px = 768;
constexpr int pictures_per_second = 25;
constexpr auto picture_time = std::chrono::microseconds{1'000'000 / pictures_per_second};
constexpr int samples_per_picture = media::sound_rate_hz / pictures_per_second;
constexpr lessons::Seed tour_seed = 2026;  // the same tour each time

class Tour {
public:
    Tour(App& app, media::FilmWriter& film, const fs::path& out, std::ofstream log,
         const Progress& progress)
        : app_(app), film_(film), out_(out), log_(std::move(log)), progress_(progress) {}

    catalogue::Outcome run(const std::vector<TourStep>& script) {
        double seconds = 0;
        for (const TourStep& step : script) {
            if (const auto* wait = std::get_if<Wait>(&step)) {
                seconds += wait->seconds;
            }
        }
        total_ = static_cast<int>(seconds * pictures_per_second);
        for (const TourStep& step : script) {
            if (const auto* wait = std::get_if<Wait>(&step)) {
                const int pictures = static_cast<int>(wait->seconds * pictures_per_second);
                for (int picture = 0; picture < pictures; ++picture) {
                    if (catalogue::Outcome shown = show_one(); !shown) {
                        return shown;
                    }
                }
            } else if (const auto* shot = std::get_if<Shot>(&step)) {
                if (catalogue::Outcome taken = take(shot->name); !taken) {
                    return taken;
                }
            } else if (const auto* deed = std::get_if<Do>(&step)) {
                app_.act(deed->action);
                if (const auto* command = std::get_if<ui::Command>(&deed->action)) {
                    note(fmt::format("key: {}", command->name));
                }
            }
        }
        return film_.finish(into_tour());
    }

private:
    catalogue::SourceTime into_tour() const {
        return catalogue::SourceTime{pictures_ * picture_time};
    }

    // One picture further in the tour's own time, which is never ahead of the wall's: the decoders
    // are threads with work to do.
    catalogue::Outcome show_one() {
        const screen::WallTime now = begin_ + into_tour().time_since_epoch();
        std::this_thread::sleep_until(now);
        app_.tick(screen::wait_events(std::chrono::steady_clock::now()), now);
        std::vector<float> stereo(2 * samples_per_picture);
        app_.sound().pull(stereo, now);
        note_stage();
        catalogue::Outcome written = film_.add_picture(app_.pixels(), into_tour());
        if (written) {
            written = film_.add_sound(stereo);
        }
        ++pictures_;
        if (pictures_ % pictures_per_second == 0) {
            progress_(static_cast<std::size_t>(pictures_ / pictures_per_second),
                      static_cast<std::size_t>(total_ / pictures_per_second));
        }
        return written;
    }

    catalogue::Outcome take(const std::string& name) {
        const std::string file = fmt::format("{:02}-{}.png", ++shots_, name);
        note("picture: " + file);
        return media::write_png(out_ / file, app_.pixels(), app_.width_px(), app_.height_px());
    }

    void note(const std::string& what) {
        const double seconds =
            std::chrono::duration<double>(into_tour().time_since_epoch()).count();
        log_ << fmt::format("{:8.2f}  {}\n", seconds, what);
    }

    // A line whenever something else is shown.
    void note_stage() {
        const ui::StageView* stage = app_.stage();
        std::string shown = app_.wall() != nullptr ? "wall" : "start screen";
        if (stage != nullptr) {
            static constexpr const char* ways[] = {"stop and talk", "whole case study",
                                                   "hang on this question", "mix it up"};
            static constexpr const char* states[] = {"nothing", "opening", "playing",
                                                     "paused",  "ended",   "waiting"};
            shown = fmt::format("{} | {} | {} | {}{}{}", ways[static_cast<int>(stage->way)],
                                stage->person, stage->question,
                                stage->absent ? stage->absent->what
                                              : states[static_cast<int>(stage->transport.state)],
                                stage->line.empty() ? "" : " | ", stage->line);
        }
        if (shown != last_shown_) {
            note(shown);
            last_shown_ = shown;
        }
    }

    App& app_;
    media::FilmWriter& film_;
    const fs::path out_;
    std::ofstream log_;
    const Progress& progress_;
    const screen::WallTime begin_ = std::chrono::steady_clock::now();
    int pictures_ = 0;
    int total_ = 0;
    int shots_ = 0;
    std::string last_shown_;
};

}  // namespace

catalogue::Outcome run_tour(const fs::path& module, const fs::path& out, const Progress& progress) {
    const catalogue::ModuleReading reading = catalogue::read_module(catalogue::FolderFiles{module});
    if (!reading.module) {
        return reading.problems.empty() ? catalogue::fail({module}, "this is not a module")
                                        : reading.problems.front();
    }
    std::error_code error;
    fs::create_directories(out, error);
    std::ofstream log(out / "log.txt");
    if (!log) {
        return catalogue::fail({out}, "nothing can be written here", "choose another folder");
    }
    AppOptions options;
    options.opening_patience = std::chrono::minutes{10};
    options.seed = tour_seed;
    options.remember = false;
    options.full_screen = false;
    options.size_px = {width_px, height_px};
    options.display = screen::Display::OffScreen;
    options.open_speaker = false;
    catalogue::Result<std::unique_ptr<App>> app = App::open(options);
    if (!app) {
        return app.error();
    }
    catalogue::Result<media::FilmWriter> film =
        media::FilmWriter::open(out / "tour.mp4", (*app)->width_px(), (*app)->height_px());
    if (!film) {
        return film.error();
    }
    return Tour{**app, *film, out, std::move(log), progress}.run(
        tour_of(*reading.module, module.string()));
}

}  // namespace app
