// Films with other tracks than one of pictures and one of stereo sound.
#include <algorithm>
#include <cmath>

#include "player/media/av_handles.h"
#include "tests/media/films.h"

using namespace std::chrono_literals;
using namespace support;

namespace {

struct Heard {
    double left = 0;  // loudest samples
    double right = 0;
    int beeps = 0;
};

Heard hear_all(StageHand& hand) {
    hand.engine().set_speaker_present(true);
    hand.order.playing = true;
    hand.flowing();
    Heard heard;
    int quiet_pulls = 100;
    for (int i = 0; i < 400 && hand.count<media::Ended>() == 0; ++i) {
        std::array<float, 960> stereo{};
        hand.engine().sound().pull(stereo, hand.now);
        double loudest = 0;
        for (std::size_t k = 0; k < stereo.size(); k += 2) {
            heard.left = std::max<double>(heard.left, std::abs(stereo[k]));
            heard.right = std::max<double>(heard.right, std::abs(stereo[k + 1]));
            loudest = std::max<double>({loudest, std::abs(stereo[k]), std::abs(stereo[k + 1])});
        }
        const bool loud = loudest > 0.1;
        heard.beeps += loud && quiet_pulls > 10 ? 1 : 0;
        quiet_pulls = loud ? 0 : quiet_pulls + 1;
        hand.pass(10ms);
    }
    return heard;
}

// A copy of a film with a cover picture beside its streams, as shops and phones make them.
void add_cover(const std::filesystem::path& from, const std::filesystem::path& to) {
    AVFormatContext* raw = nullptr;
    REQUIRE(avformat_open_input(&raw, from.c_str(), nullptr, nullptr) >= 0);
    const media::FormatHandle in{raw};
    REQUIRE(avformat_find_stream_info(in.get(), nullptr) >= 0);
    raw = nullptr;
    REQUIRE(avformat_alloc_output_context2(&raw, nullptr, nullptr, to.c_str()) >= 0);
    const media::OutputHandle out{raw};

    media::CodecHandle encoder{avcodec_alloc_context3(avcodec_find_encoder(AV_CODEC_ID_MJPEG))};
    encoder->width = 64;
    encoder->height = 64;
    encoder->pix_fmt = AV_PIX_FMT_YUVJ420P;
    encoder->time_base = {1, 25};
    REQUIRE(avcodec_open2(encoder.get(), nullptr, nullptr) >= 0);
    media::FrameHandle frame{av_frame_alloc()};
    frame->width = frame->height = 64;
    frame->format = AV_PIX_FMT_YUVJ420P;
    REQUIRE(av_frame_get_buffer(frame.get(), 0) >= 0);
    for (const AVBufferRef* plane : frame->buf) {
        if (plane != nullptr) std::fill_n(plane->data, plane->size, std::uint8_t{90});
    }
    media::PacketHandle cover{av_packet_alloc()};
    REQUIRE(avcodec_send_frame(encoder.get(), frame.get()) >= 0);
    REQUIRE(avcodec_send_frame(encoder.get(), nullptr) >= 0);
    REQUIRE(avcodec_receive_packet(encoder.get(), cover.get()) >= 0);

    for (unsigned i = 0; i < in->nb_streams; ++i) {
        AVStream* stream = avformat_new_stream(out.get(), nullptr);
        avcodec_parameters_copy(stream->codecpar, in->streams[i]->codecpar);
        stream->codecpar->codec_tag = 0;
        stream->time_base = in->streams[i]->time_base;
    }
    AVStream* stream = avformat_new_stream(out.get(), nullptr);
    avcodec_parameters_from_context(stream->codecpar, encoder.get());
    stream->disposition = AV_DISPOSITION_ATTACHED_PIC;
    REQUIRE(avio_open(&out->pb, to.c_str(), AVIO_FLAG_WRITE) >= 0);
    REQUIRE(avformat_write_header(out.get(), nullptr) >= 0);
    cover->stream_index = stream->index;
    cover->pts = cover->dts = 0;
    REQUIRE(av_interleaved_write_frame(out.get(), cover.get()) >= 0);
    media::PacketHandle packet{av_packet_alloc()};
    while (av_read_frame(in.get(), packet.get()) >= 0) {
        const AVStream* source = in->streams[packet->stream_index];
        av_packet_rescale_ts(packet.get(), source->time_base,
                             out->streams[packet->stream_index]->time_base);
        packet->pos = -1;
        REQUIRE(av_interleaved_write_frame(out.get(), packet.get()) >= 0);
    }
    REQUIRE(av_write_trailer(out.get()) >= 0);
    avio_closep(&out->pb);
}

}  // namespace

TEST_CASE("a voice in any channel is heard, the centre's on both sides") {
    struct Row {
        const char* file;
        const char* codec;
        int rate_hz;
        int channels;
        int only_channel;
        double left, right;  // of 0.7
    };
    const double centre = 0.7 * std::sqrt(0.5);
    const Row rows[] = {
        {"mono.mp4", "aac", 48000, 1, -1, 0.7, 0.7},
        {"left.mp4", "aac", 48000, 2, 0, 0.7, 0.0},
        {"centre_ac3.mkv", "ac3", 48000, 6, 2, centre, centre},
        {"centre_ac3.ts", "ac3", 48000, 6, 2, centre, centre},
        {"centre_aac.mp4", "aac", 48000, 6, 2, centre, centre},
        {"centre_flac.mkv", "flac", 44100, 6, 2, centre, centre},
        {"centre_pcm.avi", "pcm_s16le", 48000, 6, 2, centre, centre},
        {"left_of_six.mkv", "flac", 48000, 6, 0, 0.7, 0.0},
        {"telephone.wav", "pcm_mulaw", 8000, 1, -1, 0.7, 0.7},
        {"telephone.mov", "pcm_alaw", 8000, 1, -1, 0.7, 0.7},
        {"eight_khz.mkv", "libopus", 8000, 1, -1, 0.7, 0.7},
        {"voice.mp3", "libmp3lame", 22050, 1, -1, 0.7, 0.7},
        {"voice.ogg", "libvorbis", 44100, 2, -1, 0.7, 0.7},
        {"voice.flac", "flac", 96000, 2, -1, 0.7, 0.7},
        {"voice.wav", "pcm_f32le", 48000, 2, -1, 0.7, 0.7},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.file));
        ScratchFolder folder;
        FilmRecipe recipe;
        const std::string name = row.file;
        const std::string ending = name.substr(name.rfind('.'));
        const bool sound_only =
            ending == ".wav" || ending == ".mp3" || ending == ".ogg" || ending == ".flac";
        recipe.pictures = sound_only ? 0 : 50;
        recipe.width_px = 240;
        recipe.height_px = 136;
        recipe.picture_codec = ending == ".avi" ? "mpeg4" : "libx264";
        recipe.sound = FilmSound::Beeps;
        recipe.sound_codec = row.codec;
        recipe.sound_rate_hz = row.rate_hz;
        recipe.channels = row.channels;
        recipe.only_channel = row.only_channel;
        recipe.sound_ms = 2000;
        make(folder, row.file, recipe);
        StageHand hand;
        REQUIRE(hand.cue(clip_of(folder, row.file)));
        const auto problem = hand.engine().status(hand.now).problem;
        REQUIRE_MESSAGE(!problem, (problem ? catalogue::to_text(*problem) : ""));
        CHECK(hand.look().has_value() != sound_only);
        const Heard heard = hear_all(hand);
        CHECK(heard.left == doctest::Approx(row.left).epsilon(0.12));
        CHECK(heard.right == doctest::Approx(row.right).epsilon(0.12));
        CHECK(heard.beeps == 2);
        CHECK(hand.count<media::Ended>() == 1);
    }
}

TEST_CASE("a cover picture is neither the film nor in its way") {
    ScratchFolder folder;
    FilmRecipe recipe;
    recipe.pictures = 30;
    recipe.sound = FilmSound::Beeps;
    make(folder, "plain.mp4", recipe);
    add_cover(folder.path() / "plain.mp4", folder.path() / "covered.mp4");
    StageHand film;
    REQUIRE(film.cue(clip_of(folder, "covered.mp4")));
    CHECK(film.shown_number() == 0);
    REQUIRE(film.seek(start_of(recipe, 21)));
    CHECK(film.shown_number() == 21);

    recipe.pictures = 0;
    recipe.sound_ms = 1500;
    make(folder, "plain.m4a", recipe);
    add_cover(folder.path() / "plain.m4a", folder.path() / "covered.m4a");
    StageHand voice;
    REQUIRE(voice.cue(clip_of(folder, "covered.m4a")));
    CHECK_FALSE(voice.look().has_value());
    CHECK(hear_all(voice).beeps == 2);
}

TEST_CASE("what cannot be played fails with what it is and what to do, and costs only itself") {
    struct Row {
        const char* file;
        const char* codec;
        const char* says;
    };
    ScratchFolder folder;
    FilmRecipe good;
    good.pictures = 10;
    make(folder, "good.mp4", good);
    for (const Row& row : {Row{"old.mkv", "wmv2", "its pictures are of a kind"},
                           Row{"old.flv", "flv", "not a film that can be played"},
                           Row{"old.mov", "cinepak", "its pictures are of a kind"}}) {
        CAPTURE(std::string(row.file));
        FilmRecipe recipe;
        recipe.pictures = 10;
        recipe.width_px = 160;
        recipe.height_px = 96;
        recipe.picture_codec = row.codec;
        recipe.b_pictures = 0;
        if (recipe.picture_codec == "cinepak") recipe.pixel_format = "rgb24";
        make(folder, row.file, recipe);
        StageHand hand;
        REQUIRE(hand.cue(clip_of(folder, row.file)));
        REQUIRE(hand.count<media::Failed>() == 1);
        const auto problem = hand.engine().status(hand.now).problem;
        REQUIRE(problem.has_value());
        CHECK(catalogue::to_text(*problem).find(row.says) != std::string::npos);
        CHECK_FALSE(problem->hint.empty());
        REQUIRE(hand.cue(clip_of(folder, "good.mp4")));
        CHECK(hand.shown_number() == 0);
    }
}
