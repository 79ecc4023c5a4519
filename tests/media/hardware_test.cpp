#include "player/media/pictures/hardware.h"

#include <thread>

#include "player/media/pictures/device_decoder.h"
#include "player/media/pictures/video_decoder.h"
#include "tests/media/films.h"

using namespace std::chrono_literals;
using namespace support;

namespace {

// How hardware may be, which these tests have not: the processor decodes for it.
struct Manner {
    int wrong_from = 1 << 30;  // a sample of every picture from this one on is another
    int fails_at = 1 << 30;    // picture
    std::chrono::milliseconds slow{0};
    int opened = 0;
};

class MadeUpHardware final : public media::FrameDecoder {
public:
    MadeUpHardware(std::unique_ptr<FrameDecoder> decoder, const Manner& manner)
        : decoder_(std::move(decoder)), manner_(manner) {}

    void flush() override { decoder_->flush(); }
    int send(const AVPacket* packet, AVDiscard left_out) override {
        return decoder_->send(packet, left_out);
    }
    int receive(AVFrame& frame) override {
        if (given_ == manner_.fails_at) return AVERROR(EIO);
        const int code = decoder_->receive(frame);
        if (code < 0) return code;
        std::this_thread::sleep_for(manner_.slow);
        if (given_++ >= manner_.wrong_from) {
            REQUIRE(av_frame_make_writable(&frame) >= 0);
            frame.data[1][3] ^= 1;
        }
        return 0;
    }

private:
    std::unique_ptr<FrameDecoder> decoder_;
    const Manner manner_;
    int given_ = 0;
};

std::shared_ptr<media::Hardware> made_up(Manner& manner) {
    return std::make_shared<media::Hardware>([&manner](const media::Source& source) {
        ++manner.opened;
        auto decoder = media::open_on_processor(source, 1);
        REQUIRE(decoder);
        return std::make_unique<MadeUpHardware>(std::move(*decoder), manner);
    });
}

struct OpenFilm {
    media::ReadGuard guard;
    media::Source source;

    explicit OpenFilm(const media::FilmFile& film)
        : source([&] {
              auto opened = media::Source::open(film, guard);
              REQUIRE(opened);
              return std::move(*opened);
          }()) {}
};

// Whether films as this one are given to the hardware, once it was tried out.
bool proves_itself(media::Hardware& hardware, const media::FilmFile& film) {
    const OpenFilm opened(film);
    CHECK(hardware.decoder_for(opened.source) == nullptr);  // not before
    while (!hardware.idle())
        std::this_thread::sleep_for(1ms);
    return hardware.decoder_for(opened.source) != nullptr;
}

struct SeenPicture {
    media::SourceTime time;
    std::vector<std::uint8_t> luma;

    bool operator==(const SeenPicture&) const = default;
};

// From the key picture before a time on; nothing: from the film's head.
std::vector<SeenPicture> all_pictures(const media::FilmFile& film,
                                      const std::shared_ptr<media::Hardware>& hardware,
                                      std::optional<media::SourceTime> from = std::nullopt) {
    OpenFilm opened(film);
    auto decoder = media::VideoDecoder::open(opened.source, hardware);
    REQUIRE(decoder);
    if (from) REQUIRE(opened.source.jump_before(*from));
    decoder->restart(!from);
    std::vector<SeenPicture> seen;
    for (bool over = false; !over;) {
        const media::PacketHandle packet{av_packet_alloc()};
        over = opened.source.read(*packet) == media::Source::Read::End;
        decoder->send(over ? nullptr : packet.get());
        while (const auto decoded = decoder->receive()) {
            const AVFrame& frame = *decoded->frame;
            SeenPicture one{decoded->time, {}};
            for (int y = 0; y < frame.height; ++y) {
                const std::uint8_t* row =
                    frame.data[0] + static_cast<std::ptrdiff_t>(y) * frame.linesize[0];
                one.luma.insert(one.luma.end(), row, row + frame.width);
            }
            seen.push_back(std::move(one));
        }
    }
    return seen;
}

}  // namespace

TEST_CASE("hardware is given films of a kind once it has shown that it decodes them as well") {
    const ScratchFolder folder;
    make(folder, "film.mp4", film(1, 60));
    make(folder, "another.mp4", film(2, 60));
    Manner manner;
    const auto hardware = made_up(manner);
    CHECK(proves_itself(*hardware, {folder.path(), "film.mp4"}));
    // One film stands for all of its kind.
    const OpenFilm another({folder.path(), "another.mp4"});
    CHECK(hardware->decoder_for(another.source) != nullptr);
    const auto plain = all_pictures({folder.path(), "another.mp4"}, nullptr);
    const int before = manner.opened;
    CHECK(all_pictures({folder.path(), "another.mp4"}, hardware) == plain);
    CHECK(manner.opened == before + 1);
}

TEST_CASE("hardware that gives another picture, or none, or is late, is given nothing") {
    const ScratchFolder folder;
    make(folder, "film.mp4", film(1, 60));
    Manner wrong;
    wrong.wrong_from = 40;
    CHECK(!proves_itself(*made_up(wrong), {folder.path(), "film.mp4"}));
    Manner fails;
    fails.fails_at = 7;
    CHECK(!proves_itself(*made_up(fails), {folder.path(), "film.mp4"}));
    Manner slow;
    slow.slow = 25ms;  // of the 40 that a picture is shown
    CHECK(!proves_itself(*made_up(slow), {folder.path(), "film.mp4"}));
    const auto none =
        std::make_shared<media::Hardware>([](const media::Source&) { return nullptr; });
    CHECK(!proves_itself(*none, {folder.path(), "film.mp4"}));
}

TEST_CASE("where hardware fails while it plays the processor goes on with the very next picture") {
    const ScratchFolder folder;
    FilmRecipe recipe = film(1, 130, 50);
    make(folder, "film.mp4", recipe);
    const media::FilmFile file{folder.path(), "film.mp4"};
    const auto plain = all_pictures(file, nullptr);
    REQUIRE(plain.size() == 130);
    const media::SourceTime later = start_of(recipe, 60);
    const auto plain_from_later = all_pictures(file, nullptr, later);
    REQUIRE(plain_from_later.size() == 80);
    for (const int fails_at : {0, 1, 49, 50, 51, 77, 129}) {
        CAPTURE(fails_at);
        Manner manner;
        const auto hardware = made_up(manner);
        REQUIRE(proves_itself(*hardware, file));
        manner.fails_at = fails_at;
        CHECK(all_pictures(file, hardware) == plain);
        const auto again = made_up(manner);
        manner.fails_at = 1 << 30;
        REQUIRE(proves_itself(*again, file));
        manner.fails_at = fails_at;
        CHECK(all_pictures(file, again, later) == plain_from_later);
        // And it is not asked again.
        const OpenFilm opened(file);
        CHECK(hardware->decoder_for(opened.source) == nullptr);
        CHECK(hardware->idle());
    }
}

TEST_CASE("a clip played by hardware shows the same pictures, after jumps too") {
    const ScratchFolder folder;
    FilmRecipe recipe = film(1, 300, 60);
    make(folder, "film.mp4", recipe);
    const media::FilmFile file{folder.path(), "film.mp4"};
    Manner manner;
    const auto hardware = made_up(manner);
    REQUIRE(proves_itself(*hardware, file));
    const int before = manner.opened;
    StageHand hand(media::ClipMeans{{}, {}, hardware});
    REQUIRE(hand.cue(clip_of(folder, "film.mp4", pictures(recipe, 100, 280))));
    CHECK(hand.shown_number() == 100);
    for (const int to : {250, 131, 180}) {
        hand.seek(start_of(recipe, to));
        CHECK(hand.shown_number() == to);
    }
    CHECK(manner.opened == before + 1);
}

TEST_CASE("what hardware has in two planes becomes three, sample for sample") {
    for (const AVPixelFormat format : {AV_PIX_FMT_NV12, AV_PIX_FMT_P010}) {
        const bool deep = format == AV_PIX_FMT_P010;
        CAPTURE(deep);
        const media::FrameHandle frame{av_frame_alloc()};
        frame->format = format;
        frame->width = 7;
        frame->height = 5;
        REQUIRE(av_frame_get_buffer(frame.get(), 0) >= 0);
        const auto put = [&](int plane, int x, int y, int value) {
            std::uint8_t* row =
                frame->data[plane] + static_cast<std::ptrdiff_t>(y) * frame->linesize[plane];
            if (deep) {
                reinterpret_cast<std::uint16_t*>(row)[x] = static_cast<std::uint16_t>(value << 6);
            } else {
                row[x] = static_cast<std::uint8_t>(value);
            }
        };
        for (int y = 0; y < 5; ++y) {
            for (int x = 0; x < 7; ++x)
                put(0, x, y, 10 * y + x);
        }
        for (int y = 0; y < 3; ++y) {
            for (int x = 0; x < 8; ++x)
                put(1, x, y, 100 + 10 * y + x);
        }
        const media::FrameHandle made = media::planar(*frame);
        REQUIRE(made);
        CHECK(made->format == (deep ? AV_PIX_FMT_YUV420P10 : AV_PIX_FMT_YUV420P));
        const auto at = [&](int plane, int x, int y) -> int {
            const std::uint8_t* row =
                made->data[plane] + static_cast<std::ptrdiff_t>(y) * made->linesize[plane];
            return deep ? reinterpret_cast<const std::uint16_t*>(row)[x] : row[x];
        };
        for (int y = 0; y < 5; ++y) {
            for (int x = 0; x < 7; ++x)
                REQUIRE(at(0, x, y) == 10 * y + x);
        }
        for (int y = 0; y < 3; ++y) {
            for (int x = 0; x < 4; ++x) {
                REQUIRE(at(1, x, y) == 100 + 10 * y + 2 * x);
                REQUIRE(at(2, x, y) == 100 + 10 * y + 2 * x + 1);
            }
        }
    }
    const media::FrameHandle other{av_frame_alloc()};
    other->format = AV_PIX_FMT_YUV444P;
    CHECK(media::planar(*other) == nullptr);
}

// With a device in this machine all of its way is gone; without one it is seen that none is asked.
TEST_CASE("this machine's own hardware decodes as well as the processor, or is not used") {
    const ScratchFolder folder;
    make(folder, "film.mp4", film(1, 60));
    const media::FilmFile file{folder.path(), "film.mp4"};
    const auto hardware = media::Hardware::of_machine({});
    if (!hardware) {
        MESSAGE("no hardware for decoding here");
        return;
    }
    MESSAGE((proves_itself(*hardware, file) ? "hardware is used" : "hardware is not used"));
    CHECK(all_pictures(file, hardware) == all_pictures(file, nullptr));
}
