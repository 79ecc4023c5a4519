#include "player/media/making/proxy.h"

#include <fmt/format.h>

#include <algorithm>
#include <random>

#include "catalogue/words.h"
#include "player/media/film/film_codecs.h"
#include "player/media/making/heard_and_seen.h"
#include "player/media/making/picture_encoder.h"
#include "player/media/making/proxy_reader.h"
#include "player/media/making/sound_encoder.h"
#include "player/media/pictures/kept_scaler.h"

namespace media {
using catalogue::_;

namespace {

using catalogue::fail;
using catalogue::Problem;
using catalogue::Result;
namespace fs = std::filesystem;

constexpr int most_lines = 720;
// So much is decoded at most before a jump arrives.
constexpr SourceDuration between_keys{2'000'000};

// Old computers decode H.264 of eight bits in hardware or fast enough, and little else.
bool is_easy(Source& source) {
    const AVCodecParameters& coded = *source.pictures()->codecpar;
    if (coded.codec_id != AV_CODEC_ID_H264 || std::min(coded.width, coded.height) > most_lines)
        return false;
    const std::string format = codecs_of(source).picture_format;
    return format == "yuv420p" || format == "yuvj420p";
}

int even(double length) {
    return std::max(2, static_cast<int>(length / 2 + 0.5) * 2);
}

// A proxy in the making: pictures and sound come as they do when they are played.
class ProxyWriter {
public:
    ProxyWriter(fs::path file, std::vector<SourceTime> in_points)
        : output_(std::move(file)), sound_(output_), in_points_(std::move(in_points)) {
        std::ranges::sort(in_points_);
    }

    // False, as everywhere here, when the file cannot be written.
    bool begin(const Picture& first, bool has_sound);
    bool add(Picture picture);
    bool add(const HeardAndSeen::Sound& stereo) { return sound_.add(stereo); }
    bool finish();

private:
    bool encode(const Picture& picture, bool is_key);
    bool begins_a_clip(std::optional<SourceTime> next) const;
    FrameHandle scaled(const Picture& picture);

    Mp4Output output_;
    SoundEncoder sound_;
    bool has_sound_ = false;
    CodecHandle encoder_;
    AVStream* stream_ = nullptr;  // the output's
    KeptScaler scaler_;
    std::vector<SourceTime> in_points_;
    std::optional<Picture> waiting_;  // for the next one: which is nearer to an in-point?
    std::optional<SourceTime> before_waiting_;
    SourceTime last_key_{};
};

bool ProxyWriter::begin(const Picture& first, bool has_sound) {
    const int height_px = even(std::min(first.height_px, most_lines));
    encoder_ = encoder_for(first, even(height_px * first.display_aspect), height_px, {1, 1});
    if (!encoder_) return false;
    encoder_->gop_size = 1000;   // key pictures are where they are wanted
    encoder_->thread_count = 2;  // decoding it has more
    if (!open_encoder(*encoder_, {"21", nullptr})) return false;
    stream_ = output_.add_stream(*encoder_);
    has_sound_ = has_sound;
    return stream_ != nullptr && (!has_sound || sound_.open(160'000)) &&
           output_.begin(Mp4Index::AtFront);
}

bool ProxyWriter::add(Picture picture) {
    if (waiting_) {
        if (picture.time <= waiting_->time) return true;
        const bool is_key = !before_waiting_ || begins_a_clip(picture.time) ||
                            picture.time - last_key_ > between_keys;
        if (!encode(*waiting_, is_key)) return false;
        before_waiting_ = waiting_->time;
    }
    waiting_ = std::move(picture);
    return true;
}

// Whether the picture that waits may be a clip's first one: the nearest to its in-point, or the one
// that is on the screen then.
bool ProxyWriter::begins_a_clip(std::optional<SourceTime> next) const {
    const auto first =
        before_waiting_
            ? std::ranges::lower_bound(in_points_,
                                       *before_waiting_ + (waiting_->time - *before_waiting_) / 2)
            : in_points_.begin();
    return first != in_points_.end() && (!next || *first < *next);
}

bool ProxyWriter::encode(const Picture& picture, bool is_key) {
    const FrameHandle frame = scaled(picture);
    if (!frame) return false;
    if (is_key) {
        frame->pict_type = AV_PICTURE_TYPE_I;
        last_key_ = picture.time;
    }
    return output_.encode(*encoder_, *stream_, frame.get());
}

FrameHandle ProxyWriter::scaled(const Picture& picture) {
    FrameHandle whole = frame_of(picture, picture.time.time_since_epoch().count());
    if (whole->width == encoder_->width && whole->height == encoder_->height) return whole;
    SwsContext* scaler = scaler_.of({.from_width_px = whole->width,
                                     .from_height_px = whole->height,
                                     .from = AV_PIX_FMT_YUV420P,
                                     .to_width_px = encoder_->width,
                                     .to_height_px = encoder_->height,
                                     .to = AV_PIX_FMT_YUV420P,
                                     .flags = SWS_BICUBIC});
    FrameHandle made{av_frame_alloc()};
    made->format = AV_PIX_FMT_YUV420P;
    made->width = encoder_->width;
    made->height = encoder_->height;
    made->pts = whole->pts;
    if (scaler == nullptr || av_frame_get_buffer(made.get(), 0) < 0) return nullptr;
    sws_scale(scaler, whole->data, whole->linesize, 0, whole->height, made->data, made->linesize);
    return made;
}

bool ProxyWriter::finish() {
    return encode(*waiting_, !before_waiting_ || begins_a_clip(std::nullopt)) &&
           output_.encode(*encoder_, *stream_, nullptr) && (!has_sound_ || sound_.finish()) &&
           output_.finish(proxy_comment);
}

Problem cannot_write(const fs::path& file) {
    return fail({file}, _("an easier copy of a film cannot be kept"),
                _("see whether the disk has room"));
}

Problem stopped(const FilmFile& film) {
    return fail({film.relative}, _("making an easier copy of a film was broken off"),
                _("it is made the next time"));
}

// What another run left half made when it was killed. What is younger may still be written.
void remove_left_over(const fs::path& folder, const std::string& name) {
    const auto long_ago = fs::file_time_type::clock::now() - std::chrono::hours{1};
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        const std::string file = at->path().filename().string();
        std::error_code gone;
        if (file.starts_with(name + ".") && file.ends_with(".part") &&
            at->last_write_time(gone) < long_ago) {
            fs::remove(at->path(), gone);
        }
    }
}

Result<ProxyMade> write_proxy(const FilmFile& film, std::vector<SourceTime> in_points,
                              const fs::path& part, const std::stop_token& stop,
                              const std::function<void(SourceTime)>& reached) {
    HeardAndSeen clip({film, std::nullopt});
    ProxyWriter writer(part, std::move(in_points));
    bool begun = false;
    HeardAndSeen::Sound early;  // before the first picture
    while (auto next = clip.next(stop)) {
        bool written = true;
        if (auto* picture = std::get_if<Picture>(&*next)) {
            if (!begun) {
                begun = true;
                written = writer.begin(*picture, clip.has_sound()) &&
                          (early.empty() || writer.add(early));
            }
            if (reached) reached(picture->time);
            written = written && writer.add(std::move(*picture));
        } else if (const auto& sound = std::get<HeardAndSeen::Sound>(*next); begun) {
            written = writer.add(sound);
        } else {
            early.insert(early.end(), sound.begin(), sound.end());
        }
        if (!written) return cannot_write(part);
    }
    if (stop.stop_requested()) return stopped(film);
    if (clip.problem()) return *clip.problem();
    if (!begun) return ProxyMade::NotUseful;
    if (!writer.finish()) return cannot_write(part);
    return ProxyMade::Made;
}

}  // namespace

std::string proxy_name(const FilmFile& film, const FilmStamp& stamp) {
    return name_made_of({film, std::nullopt}, stamp) + ".mp4";
}

Result<ProxyMade> make_proxy(const FilmFile& film, std::vector<SourceTime> in_points,
                             const fs::path& folder, std::stop_token stop,
                             const std::function<void(SourceTime)>& reached) {
    std::string name;
    {
        ReadGuard guard;
        const std::stop_callback stopping(stop, [&guard] { guard.stop(); });
        auto source = Source::open(film, guard, Absent::Fails);
        if (stop.stop_requested()) return stopped(film);
        if (!source) return source.error();
        name = proxy_name(film, source->stamp());
        if (open_proxy(folder, film, guard)) return ProxyMade::Made;
        if (source->pictures() == nullptr || is_easy(*source)) return ProxyMade::NotUseful;
    }
    std::error_code error;
    fs::create_directories(folder, error);
    remove_left_over(folder, name);
    const fs::path part = folder / fmt::format("{}.{:08x}.part", name, std::random_device{}());
    auto made = write_proxy(film, std::move(in_points), part, stop, reached);
    if (!made || *made == ProxyMade::NotUseful) return made;
    fs::rename(part, folder / name, error);
    if (error) {
        std::error_code ignored;
        fs::remove(part, ignored);
        return cannot_write(folder / name);
    }
    return made;
}

}  // namespace media
