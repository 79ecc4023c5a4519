#include "player/app/modules/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "catalogue/inside_file.h"
#include "catalogue/time_text.h"
#include "catalogue/words.h"
#include "player/app/lesson/plan_shelf.h"
#include "player/media/analysis/flashes.h"
#include "player/media/film/film_codecs.h"

namespace app {

using catalogue::_;

namespace {

// Reads caption files once each.
class CaptionReader {
public:
    CaptionReader(std::filesystem::path folder, CheckedModule& checked)
        : files_(std::move(folder)), checked_(checked) {}

    void look_at(const std::filesystem::path& file, bool is_speech) {
        if (!looked_at_.insert(file).second) {
            return;
        }
        std::vector<catalogue::Problem>& problems = checked_.reading.problems;
        const catalogue::Result<std::string> text = files_.read(file);
        if (!text) {
            problems.push_back(text.error());
            return;
        }
        catalogue::CaptionReading captions = catalogue::read_captions(*text, file);
        problems.insert(problems.end(), captions.problems.begin(), captions.problems.end());
        if (is_speech) {
            checked_.captions[file] = std::move(captions.cues);
        }
    }

private:
    catalogue::FolderFiles files_;
    CheckedModule& checked_;
    std::set<std::filesystem::path> looked_at_;
};

// Old school computers decode H.264 of eight bits in hardware or fast enough, and little else.
std::string trouble_of_old_computers(const media::FilmCodecs& codecs) {
    if (codecs.pictures == "hevc" || codecs.pictures == "av1") {
        return _(
            "its pictures are in {}, which computers older than about 2016 play with a struggle",
            codecs.pictures);
    }
    if (codecs.pictures == "h264" && codecs.picture_format.find("10") != std::string::npos) {
        return _("its pictures have ten bits, which no graphics card decodes in H.264");
    }
    return {};
}

std::set<std::filesystem::path> films_of(const catalogue::Module& module) {
    std::set<std::filesystem::path> films;
    for (const catalogue::Module::Cell& cell : module.cells) {
        if (cell.answer) films.insert(cell.answer->film);
    }
    return films;
}

}  // namespace

void add_damage(const std::filesystem::path& folder, std::vector<catalogue::Problem>& problems,
                const Progress& progress) {
    constexpr std::uint64_t megabyte = 1'000'000;
    const auto damage =
        catalogue::damage_in(folder, [&](std::uint64_t done_bytes, std::uint64_t of_bytes) {
            progress(done_bytes / megabyte, of_bytes / megabyte);
        });
    for (const catalogue::Problem& one : damage) {
        if (std::ranges::find(problems, one) == problems.end()) {
            problems.push_back(one);
        }
    }
}

CheckedModule check_module(const std::filesystem::path& folder, const Progress& progress) {
    CheckedModule checked{catalogue::read_module(catalogue::FolderFiles{folder}), {}};
    if (!checked.reading.module) {
        return checked;
    }
    CaptionReader captions(folder, checked);
    for (const catalogue::Module::Cell& cell : checked.reading.module->cells) {
        if (!cell.answer) {
            continue;
        }
        if (cell.answer->captions) {
            captions.look_at(*cell.answer->captions, true);
        }
        if (cell.answer->second_captions) {
            captions.look_at(cell.answer->second_captions->file, true);
        }
        if (cell.answer->descriptions) {
            captions.look_at(*cell.answer->descriptions, false);
        }
    }
    PlanShelf plans = read_plans(catalogue::FolderFiles{folder}, *checked.reading.module, {});
    std::ranges::move(plans.problems, std::back_inserter(checked.reading.problems));
    std::ranges::move(plans.texts, std::back_inserter(checked.reading.notes.texts));
    add_damage(folder, checked.reading.problems, progress);
    return checked;
}

std::vector<catalogue::Problem> advice_on(const std::filesystem::path& folder,
                                          const CheckedModule& checked, const Progress& progress) {
    const catalogue::Module& module = *checked.reading.module;
    std::vector<catalogue::Problem> advice =
        catalogue::advice_on(module, checked.reading.notes, checked.captions);
    const std::set<std::filesystem::path> films = films_of(module);
    std::size_t done = 0;
    for (const std::filesystem::path& film : films) {
        progress(done++, films.size());
        const auto codecs = media::codecs_of({folder, film});
        if (!codecs) {
            advice.push_back(
                {{film}, codecs.error().what, codecs.error().hint, catalogue::Severity::Warning});
        } else if (const std::string trouble = trouble_of_old_computers(*codecs);
                   !trouble.empty()) {
            advice.push_back({{film},
                              trouble,
                              _("make an MP4 film of it with H.264 pictures (yuv420p), or let "
                                "'crosscut prepare --proxies' make a copy on such a computer"),
                              catalogue::Severity::Warning});
        }
    }
    return advice;
}

std::vector<catalogue::Problem> flashes_in(const std::filesystem::path& folder,
                                           const catalogue::Module& module,
                                           const Progress& progress) {
    std::vector<catalogue::Problem> advice;
    const std::set<std::filesystem::path> films = films_of(module);
    std::size_t done = 0;
    for (const std::filesystem::path& film : films) {
        progress(done++, films.size());
        const auto found = media::find_flashes({folder, film});
        if (!found || !*found) continue;
        const media::Flashes& flashes = **found;
        advice.push_back(
            {{film},
             _("its pictures flash from {} on, most at {}: {} sudden changes in a second",
               catalogue::format_time(flashes.first), catalogue::format_time(flashes.worst),
               flashes.a_second),
             _("that can bring on a seizure: cut it, let FFmpeg's filter 'photosensitivity' soften "
               "it, or say so in the module's 'notice'"),
             catalogue::Severity::Warning});
    }
    return advice;
}

}  // namespace app
