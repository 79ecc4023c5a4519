#include "player/media/pictures/kept_scaler.h"

#include <doctest/doctest.h>

namespace {

media::KeptScaler::Work to_pixels(AVPixelFormat from, AVPixelFormat to) {
    return {.from_width_px = 64,
            .from_height_px = 36,
            .from = from,
            .to_width_px = 64,
            .to_height_px = 36,
            .to = to,
            .flags = SWS_BILINEAR,
            .from_matrix = SWS_CS_ITU709,
            .to_matrix = SWS_CS_ITU709};
}

}  // namespace

TEST_CASE("tables for pictures are made once, also for formats that swscale renames") {
    media::KeptScaler scaler;
    const AVPixelFormat formats[][2] = {{AV_PIX_FMT_YUV420P, AV_PIX_FMT_BGR0},
                                        {AV_PIX_FMT_YUVJ422P, AV_PIX_FMT_YUV420P},
                                        {AV_PIX_FMT_0RGB, AV_PIX_FMT_YUV420P}};
    int made = 0;
    for (const auto& [from, to] : formats) {
        ++made;
        for (int picture = 0; picture < 3; ++picture)
            REQUIRE(scaler.of(to_pixels(from, to)) != nullptr);
        CHECK(scaler.times_made() == made);
    }
}

TEST_CASE("tables are made anew for another size, other colours and another range") {
    media::KeptScaler scaler;
    media::KeptScaler::Work work = to_pixels(AV_PIX_FMT_YUV420P, AV_PIX_FMT_BGR0);
    scaler.of(work);
    work.to_width_px = 32;
    scaler.of(work);
    work.from_matrix = SWS_CS_ITU601;
    scaler.of(work);
    work.from_full = true;
    scaler.of(work);
    CHECK(scaler.times_made() == 4);
}

TEST_CASE("what swscale cannot do is nothing, now and when asked again") {
    media::KeptScaler scaler;
    const media::KeptScaler::Work work = to_pixels(AV_PIX_FMT_YUV420P, AV_PIX_FMT_PAL8);
    CHECK(scaler.of(work) == nullptr);
    CHECK(scaler.of(work) == nullptr);
    CHECK(scaler.of(to_pixels(AV_PIX_FMT_YUV420P, AV_PIX_FMT_BGR0)) != nullptr);
}
