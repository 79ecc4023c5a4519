#include "player/media/analysis/sound_outline.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <string>

#include "player/media/analysis/sound_pass.h"
#include "player/media/engine.h"
#include "player/media/film/film_stamp.h"

namespace media {

namespace {

constexpr std::size_t window_frames = sound_rate_hz / 50;
static_assert(SoundOutline::window == SourceDuration{1'000'000 / 50});
constexpr float silence_db = -100.0F;
constexpr std::size_t told_every = 500;  // windows: ten seconds of film

// A kept outline: this word, then a byte of peak and a byte of loudness for each window.
constexpr std::string_view kept_word = "crosscut-outline-1\n";
constexpr float bytes_per_db = 2.5F;                   // 255 of them reach from 0 to below silence
constexpr std::uintmax_t most_kept_bytes = 64u << 20;  // days of film

class Outliner {
public:
    explicit Outliner(const std::function<void(SourceTime)>& progress) : progress_(progress) {}

    void hear(std::span<const float> stereo) {
        for (std::size_t i = 0; i + 1 < stereo.size(); i += 2) {
            const float left = stereo[i];
            const float right = stereo[i + 1];
            peak_ = std::max({peak_, std::abs(left), std::abs(right)});
            // A voice that only one microphone heard counts as much as one that both did.
            power_ += std::max(left * left, right * right);
            if (++frames_ == window_frames) end_window();
        }
    }
    SoundOutline finish() {
        if (frames_ > 0) end_window();
        return std::move(outline_);
    }

private:
    void end_window() {
        const float mean = power_ / static_cast<float>(frames_);
        outline_.peak.push_back(std::min(peak_, 1.0F));
        outline_.loudness_db.push_back(
            std::clamp(10.0F * std::log10(std::max(mean, 1e-12F)), silence_db, 0.0F));
        peak_ = 0;
        power_ = 0;
        frames_ = 0;
        if (outline_.peak.size() % told_every == 0) {
            progress_(SourceTime{SoundOutline::window *
                                 static_cast<SourceDuration::rep>(outline_.peak.size())});
        }
    }

    const std::function<void(SourceTime)>& progress_;
    SoundOutline outline_;
    float peak_ = 0;
    float power_ = 0;
    std::size_t frames_ = 0;
};

std::string bytes_of(const SoundOutline& outline) {
    std::string bytes{kept_word};
    for (std::size_t i = 0; i < outline.peak.size(); ++i) {
        bytes += static_cast<char>(std::lround(outline.peak[i] * 255));
        bytes += static_cast<char>(std::lround(-outline.loudness_db[i] * bytes_per_db));
    }
    return bytes;
}

std::optional<SoundOutline> outline_in(const std::filesystem::path& file) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    if (error || size > most_kept_bytes) return std::nullopt;
    std::string bytes(size, '\0');
    std::ifstream in(file, std::ios::binary);
    in.read(bytes.data(), static_cast<std::streamsize>(size));
    if (!in || !bytes.starts_with(kept_word) || (size - kept_word.size()) % 2 != 0) {
        return std::nullopt;
    }
    SoundOutline outline;
    for (std::size_t i = kept_word.size(); i < bytes.size(); i += 2) {
        outline.peak.push_back(static_cast<float>(static_cast<std::uint8_t>(bytes[i])) / 255);
        outline.loudness_db.push_back(-static_cast<float>(static_cast<std::uint8_t>(bytes[i + 1])) /
                                      bytes_per_db);
    }
    return outline;
}

// Aside and renamed, so that nobody reads half of it.
void keep(const SoundOutline& outline, const std::filesystem::path& file) {
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    std::filesystem::path aside = file;
    aside += ".part";
    std::ofstream out(aside, std::ios::binary);
    out << bytes_of(outline);
    out.close();
    if (out) {
        std::filesystem::rename(aside, file, error);
    } else {
        std::filesystem::remove(aside, error);
    }
}

}  // namespace

catalogue::Result<SoundOutline> outline_of(const FilmFile& film, std::stop_token stop,
                                           const std::function<void(SourceTime)>& progress) {
    Outliner outliner(progress);
    const auto heard = hear_through({film, std::nullopt}, std::move(stop),
                                    [&](std::span<const float> stereo) { outliner.hear(stereo); });
    if (!heard) return heard.error();
    return outliner.finish();
}

catalogue::Result<SoundOutline> kept_outline_of(const FilmFile& film,
                                                const std::filesystem::path& folder,
                                                std::stop_token stop,
                                                const std::function<void(SourceTime)>& progress) {
    const std::optional<FilmStamp> stamp = stamp_of(film, stop);
    const std::filesystem::path file =
        stamp ? folder / (name_made_of({film, std::nullopt}, *stamp) + ".outline")
              : std::filesystem::path{};
    if (stamp) {
        if (auto kept = outline_in(file)) return *std::move(kept);
    }
    auto outline = outline_of(film, std::move(stop), progress);
    if (outline && stamp && !folder.empty()) keep(*outline, file);
    return outline;
}

}  // namespace media
