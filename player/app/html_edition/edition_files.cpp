#include "player/app/html_edition/edition_files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <memory>
#include <system_error>
#include <vector>

#include "catalogue/inside_file.h"
#include "player/app/preparing/still_shelf.h"
#include "player/media/analysis/clip_still.h"
#include "player/media/film/film_codecs.h"

namespace app {
namespace {

namespace fs = std::filesystem;
using catalogue::CellState;

constexpr std::size_t block_bytes = 1u << 20;

catalogue::Problem cannot_write(const fs::path& file) {
    return catalogue::fail({file}, "this file cannot be written",
                           "is there room on the disk, and may you write there?");
}

// Not out of a pack, where it is one of many.
bool link_open_file(const catalogue::InsideFile& file, const fs::path& target) {
    const std::optional<int> descriptor = file.whole_file();
    if (!descriptor) return false;
    const std::string opened = fmt::format("/proc/self/fd/{}", *descriptor);
    return ::linkat(AT_FDCWD, opened.c_str(), AT_FDCWD, target.c_str(), AT_SYMLINK_FOLLOW) == 0;
}

catalogue::Outcome copy_open_file(const catalogue::InsideFile& file, const fs::path& target) {
    std::ofstream out(target, std::ios::binary);
    const auto block = std::make_unique<std::array<char, block_bytes>>();
    for (std::uint64_t at = 0; out;) {
        const std::ptrdiff_t count = file.read_at(at, block->data(), block->size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) {
            return catalogue::fail({target}, "its original cannot be read to the end",
                                   "look after the disk or the network that the module is on");
        }
        if (count == 0) break;
        out.write(block->data(), count);
        at += static_cast<std::uint64_t>(count);
    }
    out.close();
    if (!out) return cannot_write(target);
    return catalogue::done();
}

bool one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    for (const std::string_view known : names) {
        if (name == known) return true;
    }
    return name.empty();  // a film without pictures, or without sound
}

}  // namespace

std::set<fs::path> films_held_back(const catalogue::Module& module) {
    std::set<fs::path> films;
    for (std::size_t person = 0; person < module.people.size(); ++person) {
        bool withholds = false;
        std::set<fs::path> of_stretches;
        for (std::size_t question = 0; question < module.questions.size(); ++question) {
            const catalogue::Module::Cell& cell = module.cell(person, question);
            withholds = withholds || cell.state == CellState::Withheld;
            if (cell.answer && cell.answer->trim) of_stretches.insert(cell.answer->film);
        }
        if (withholds) films.merge(of_stretches);
    }
    return films;
}

std::optional<std::string> browser_trouble(const fs::path& root, const fs::path& film) {
    const auto codecs = media::codecs_of({root, film});
    if (!codecs) return "it cannot be read: " + codecs.error().what;
    static constexpr const char* way_out =
        "make an MP4 film of it with H.264 pictures and AAC sound";
    const std::string ending = film.extension().string();
    if (!one_of(ending, {".mp4", ".m4v", ".webm", ".MP4", ".M4V", ".WEBM"})) {
        return fmt::format("many browsers do not open '{}' files: {}", ending, way_out);
    }
    if (!one_of(codecs->pictures, {"h264", "vp8", "vp9", "av1"})) {
        return fmt::format("many browsers do not show pictures in {}: {}", codecs->pictures,
                           way_out);
    }
    if (codecs->pictures == "h264" && !one_of(codecs->picture_format, {"yuv420p", "yuvj420p"})) {
        return fmt::format("many browsers do not show H.264 pictures in {}: {}",
                           codecs->picture_format, way_out);
    }
    if (!one_of(codecs->sound, {"aac", "mp3", "opus", "vorbis", "flac"})) {
        return fmt::format("many browsers do not play sound in {}: {}", codecs->sound, way_out);
    }
    return std::nullopt;
}

catalogue::Outcome bring_file_to(const fs::path& root, const fs::path& relative,
                                 const fs::path& target, Bringing how) {
    const auto opened = catalogue::open_inside(root, relative);
    if (!opened) return opened.error();
    std::error_code error;
    fs::create_directories(target.parent_path(), error);
    if (error) return cannot_write(target);
    if (how == Bringing::LinkedIfPossible && link_open_file(*opened, target)) {
        return catalogue::done();
    }
    return copy_open_file(*opened, target);
}

catalogue::Result<std::string> bring_file(const fs::path& root, const fs::path& relative,
                                          const fs::path& out) {
    const fs::path below = fs::path("module") / relative;
    std::error_code error;
    if (fs::exists(out / below, error)) return below.generic_string();
    const auto brought = bring_file_to(root, relative, out / below, Bringing::LinkedIfPossible);
    if (!brought) return brought.error();
    return below.generic_string();
}

std::string bring_still(const fs::path& root, const catalogue::Answer& answer,
                        const fs::path& out) {
    const media::ClipOrder clip{{root, answer.film}, answer.trim};
    const std::optional<std::string> name = media::still_name(clip);
    if (!name) return {};
    const fs::path folder = out / "stills";
    std::error_code error;
    fs::create_directories(folder, error);
    fs::copy_file(still_folder() / *name, folder / *name, error);
    if (error) {
        const auto made = media::make_still(clip, folder, {});
        if (!made || *made != media::StillMade::Made) return {};
    }
    return "stills/" + *name;
}

catalogue::Outcome write_text(const fs::path& file, std::string_view text) {
    std::ofstream out(file, std::ios::binary);
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    out.close();
    if (!out) return cannot_write(file);
    return catalogue::done();
}

}  // namespace app
