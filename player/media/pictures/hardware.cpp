#include "player/media/pictures/hardware.h"

#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <tuple>
#include <vector>

#include "player/media/pictures/device_decoder.h"
#include "player/media/pictures/frame_decoder.h"

extern "C" {
#include <libavutil/adler32.h>
#include <libavutil/imgutils.h>
#include <libavutil/pixdesc.h>
}

namespace media {

namespace {

// Enough for whole groups of pictures that refer to each other, also where they lie far apart.
constexpr std::size_t pictures_compared = 48;

// Films of which one stands for all: what a decoder does depends on these.
using Kind = std::tuple<int, int, int, int, int>;

Kind kind_of(const Source& source) {
    const AVCodecParameters& stream = *source.pictures()->codecpar;
    return {stream.codec_id, stream.profile, stream.format, stream.width, stream.height};
}

unsigned checksum_of(const AVFrame& frame) {
    const auto format = static_cast<AVPixelFormat>(frame.format);
    const AVPixFmtDescriptor& shape = *av_pix_fmt_desc_get(format);
    AVAdler sum = 1;
    for (int plane = 0; plane < av_pix_fmt_count_planes(format); ++plane) {
        const int bytes = av_image_get_linesize(format, frame.width, plane);
        const bool colour = plane == 1 || plane == 2;
        const int rows = colour ? AV_CEIL_RSHIFT(frame.height, shape.log2_chroma_h) : frame.height;
        for (int y = 0; y < rows; ++y) {
            const std::uint8_t* row =
                frame.data[plane] + static_cast<std::ptrdiff_t>(y) * frame.linesize[plane];
            sum = av_adler32_update(sum, row, static_cast<unsigned>(bytes));
        }
    }
    return sum;
}

struct Seen {
    int format = 0;
    int width_px = 0;
    int height_px = 0;
    std::int64_t pts = 0;
    unsigned checksum = 0;

    bool operator==(const Seen&) const = default;
};

struct Tried {
    std::vector<Seen> pictures;
    SourceDuration time{};  // that decoding took, without reading and comparing
};

// The first pictures of a film; nothing where the decoder fails or it is stopped.
std::optional<Tried> first_pictures(FrameDecoder& decoder, Source& source, const ReadGuard& guard) {
    Tried tried;
    const auto timed = [&tried](auto work) {
        const auto begin = std::chrono::steady_clock::now();
        const int code = work();
        tried.time +=
            std::chrono::duration_cast<SourceDuration>(std::chrono::steady_clock::now() - begin);
        return code;
    };
    bool over = false;
    while (tried.pictures.size() < pictures_compared) {
        if (guard.stopped()) return std::nullopt;
        FrameHandle frame{av_frame_alloc()};
        const int code = timed([&] { return decoder.receive(*frame); });
        if (code == 0) {
            tried.pictures.push_back(
                {frame->format, frame->width, frame->height, frame->pts, checksum_of(*frame)});
        } else if (code == AVERROR_EOF || (code == AVERROR(EAGAIN) && over)) {
            break;
        } else if (code != AVERROR(EAGAIN)) {
            return std::nullopt;
        } else {
            PacketHandle packet{av_packet_alloc()};
            over = source.read(*packet) == Source::Read::End;
            if (!over && packet->stream_index != source.pictures()->index) continue;
            const AVPacket* sent = over ? nullptr : packet.get();
            if (timed([&] { return decoder.send(sent, AVDISCARD_DEFAULT); }) < 0) {
                return std::nullopt;
            }
        }
    }
    return tried;
}

// In half the time that it is shown, so that there is time for everything else.
bool in_time(const Tried& tried, SourceDuration picture_length) {
    return tried.time < static_cast<std::int64_t>(tried.pictures.size()) * picture_length / 2;
}

}  // namespace

struct Hardware::Impl {
    Impl(Open how, HardwareTrial told) : open(std::move(how)), trial(std::move(told)) {}

    bool has_proven_itself(const FilmFile& film);
    void try_out(const FilmFile& film, const Kind& kind);

    const Open open;
    const HardwareTrial trial;
    ReadGuard guard;

    mutable std::mutex mutex;
    std::map<Kind, bool> proven;  // guarded by mutex, as all below
    std::optional<Kind> on_trial;
    std::jthread thread;  // of the trial
};

bool Hardware::Impl::has_proven_itself(const FilmFile& film) {
    auto for_processor = Source::open(film, guard, Absent::Fails);
    if (!for_processor || for_processor->pictures() == nullptr) return false;
    const auto hardware = open(*for_processor);
    if (!hardware) return false;
    const auto processor = open_on_processor(*for_processor, playing_threads());
    if (!processor) return false;
    const auto expected = first_pictures(**processor, *for_processor, guard);
    if (!expected || expected->pictures.empty()) return false;
    auto for_hardware = for_processor->open_again();
    if (!for_hardware) return false;
    const auto given = first_pictures(*hardware, *for_hardware, guard);
    return given && given->pictures == expected->pictures &&
           in_time(*given, for_hardware->picture_length());
}

void Hardware::Impl::try_out(const FilmFile& film, const Kind& kind) {
    if (trial.begins) trial.begins();
    const bool as_good = has_proven_itself(film);
    if (trial.ended) trial.ended();
    const std::lock_guard lock(mutex);
    proven.emplace(kind, as_good);  // unless it has failed meanwhile
    on_trial.reset();
}

Hardware::Hardware(Open open, HardwareTrial trial)
    : impl_(std::make_unique<Impl>(std::move(open), std::move(trial))) {}

Hardware::~Hardware() {
    impl_->guard.stop();
    std::jthread thread;
    {
        const std::lock_guard lock(impl_->mutex);
        thread = std::move(impl_->thread);
    }
}

std::shared_ptr<Hardware> Hardware::of_machine(HardwareTrial trial) {
    auto open = decoders_of_machine();
    return open ? std::make_shared<Hardware>(std::move(open), std::move(trial)) : nullptr;
}

std::unique_ptr<FrameDecoder> Hardware::decoder_for(const Source& source) {
    const Kind kind = kind_of(source);
    {
        const std::lock_guard lock(impl_->mutex);
        const auto known = impl_->proven.find(kind);
        if (known == impl_->proven.end()) {
            if (!impl_->on_trial && !impl_->guard.stopped()) {
                impl_->on_trial = kind;
                // The one before has ended, but for giving back its thread.
                impl_->thread = std::jthread([impl = impl_.get(), film = source.film(), kind] {
                    impl->try_out(film, kind);
                });
            }
            return nullptr;
        }
        if (!known->second) return nullptr;
    }
    auto decoder = impl_->open(source);
    if (!decoder) giving_up_on(source)();
    return decoder;
}

std::function<void()> Hardware::giving_up_on(const Source& source) {
    return [impl = impl_.get(), kind = kind_of(source)] {
        const std::lock_guard lock(impl->mutex);
        impl->proven[kind] = false;
    };
}

bool Hardware::idle() const {
    const std::lock_guard lock(impl_->mutex);
    return !impl_->on_trial;
}

}  // namespace media
