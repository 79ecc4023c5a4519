#include <cmath>

#include "player/media/film/film_codecs.h"
#include "player/media/pictures/picture_scaler.h"
#include "tests/media/films.h"

using namespace std::chrono_literals;
using namespace support;
using media::Ended;

TEST_CASE("the containers and codecs that schools have play from the first picture to the last") {
    struct Row {
        const char* file;
        const char* pictures;
        const char* format;
        FilmSound sound;
        const char* sound_codec;
    };
    const Row rows[] = {
        {"h264.mov", "libx264", "yuv420p", FilmSound::Beeps, "aac"},
        {"ten_bit.mkv", "libx264", "yuv420p10le", FilmSound::Beeps, "libopus"},
        {"four_four_four.mp4", "libx264", "yuv444p", FilmSound::None, ""},
        {"hevc.mp4", "libx265", "yuv420p", FilmSound::Beeps, "ac3"},
        {"hevc.ts", "libx265", "yuv420p", FilmSound::Beeps, "aac"},
        {"av1.mp4", "libsvtav1", "yuv420p", FilmSound::Beeps, "aac"},
        {"av1.webm", "libsvtav1", "yuv420p10le", FilmSound::Beeps, "libopus"},
        {"flac.mp4", "libx264", "yuv420p", FilmSound::Beeps, "flac"},
        {"opus.mp4", "libx264", "yuv420p", FilmSound::Beeps, "libopus"},
        {"mpeg4.mp4", "mpeg4", "yuv420p", FilmSound::Beeps, "libmp3lame"},
        {"mpeg4.mov", "mpeg4", "yuv420p", FilmSound::Beeps, "alac"},
        {"mjpeg.mov", "mjpeg", "yuvj422p", FilmSound::Beeps, "pcm_s16be"},
        {"vp8.webm", "libvpx", "yuv420p", FilmSound::Beeps, "libvorbis"},
        {"vp9.webm", "libvpx-vp9", "yuv420p", FilmSound::Beeps, "libopus"},
        {"mpeg2.mpg", "mpeg2video", "yuv420p", FilmSound::Beeps, "mp2"},
        {"mpeg2.ts", "mpeg2video", "yuv420p", FilmSound::Beeps, "libmp3lame"},
        {"mpeg4.avi", "mpeg4", "yuv420p", FilmSound::Beeps, "libmp3lame"},
        {"h264.avi", "libx264", "yuv420p", FilmSound::Beeps, "ac3"},
        {"xvid.avi", "libxvid", "yuv420p", FilmSound::Beeps, "libmp3lame"},
        {"mjpeg.avi", "mjpeg", "yuvj420p", FilmSound::Beeps, "pcm_s16le"},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.file));
        ScratchFolder folder;
        FilmRecipe recipe;
        recipe.pictures = 40;
        recipe.gop = 20;
        recipe.b_pictures = 0;
        recipe.picture_codec = row.pictures;
        recipe.pixel_format = row.format;
        recipe.sound = row.sound;
        recipe.sound_codec = row.sound_codec;
        make(folder, row.file, recipe);
        CHECK(media::codecs_of({folder.path(), row.file}).value().picture_format == row.format);
        StageHand hand;
        hand.order.playing = true;
        REQUIRE(hand.cue(clip_of(folder, row.file)));
        REQUIRE(hand.count<media::Failed>() == 0);
        CHECK(hand.shown_number() == 0);
        // Where a container says that its pictures are is its own affair: sound may come a little
        // before them, and AVI delays some codecs.
        media::SourceTime of_17{};
        while (hand.next_picture()) {
            if (hand.shown_number() == 17) of_17 = hand.look()->time;
        }
        CHECK(abs(of_17 - start_of(recipe, 17)) < 100ms);
        CHECK(hand.shown_number() == 39);
        CHECK(hand.count<Ended>() == 1);
        REQUIRE(hand.seek(of_17));
        CHECK(hand.shown_number() == 17);
    }
}

TEST_CASE("a film from a phone stands upright, whichever way it was held") {
    for (const int turns : {1, 2, 3}) {
        CAPTURE(turns);
        ScratchFolder folder;
        FilmRecipe recipe;
        recipe.pictures = 10;
        recipe.turns = turns;
        recipe.width_px = 240;
        recipe.height_px = 426;
        make(folder, "phone.mp4", recipe);
        StageHand hand;
        REQUIRE(hand.cue(clip_of(folder, "phone.mp4")));
        const auto picture = hand.look();
        REQUIRE(picture.has_value());
        CHECK(picture->width_px == 240);
        CHECK(picture->height_px == 426);
        CHECK(picture->display_aspect == doctest::Approx(240.0 / 426));
        CHECK(hand.shown_number() == 0);
    }
}

TEST_CASE("black and white come out of the scaler as black and white") {
    ScratchFolder folder;
    FilmRecipe recipe;
    recipe.pictures = 2;
    make(folder, "film.mp4", recipe);
    StageHand hand;
    REQUIRE(hand.cue(clip_of(folder, "film.mp4")));
    const auto picture = hand.look();
    REQUIRE(picture.has_value());
    std::vector<std::uint8_t> pixels(4 * 640 * 360);
    media::PictureScaler scaler;
    scaler.scale(*picture, pixels.data(), 4 * 640, 640, 360);
    // The quiet zone at the left is white, the first bar (modules 2 to 3 of 52) black.
    const std::size_t row = 180 * 640;
    for (std::size_t channel = 0; channel < 3; ++channel) {
        CHECK(pixels[4 * (row + 8) + channel] >= 252);
        CHECK(pixels[4 * (row + 31) + channel] <= 3);
    }
}
