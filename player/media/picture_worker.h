// Decodes the pictures of a clip, run by run.
#pragma once

#include "player/media/clip_desk.h"
#include "player/media/deinterlacer.h"
#include "player/media/picture_chooser.h"

namespace media {

// Lives on the picture thread of a clip.
class PictureWorker {
public:
    PictureWorker(ClipDesk& desk, PacketStore& packets) : desk_(desk), packets_(packets) {}

    // Decodes until stopped.
    void work(std::stop_token stop);

private:
    enum class More { Wanted, NotWanted };

    void begin(Jump jump);
    More decode(const AVPacket* packet);
    More end_of_film();
    More settle(PictureChooser::Verdict verdict, std::vector<VideoDecoder::Decoded>& shown,
                bool by_film);
    More show(VideoDecoder::Decoded decoded);
    More deinterlace(VideoDecoder::Decoded decoded);
    More push_all(std::vector<VideoDecoder::Decoded>& ready);
    More push(VideoDecoder::Decoded decoded);

    ClipDesk& desk_;
    PacketStore& packets_;
    std::stop_token stop_;
    VideoDecoder* decoder_ = nullptr;
    PictureMaker* maker_ = nullptr;
    SourceDuration picture_length_{};
    bool seen_ = false;  // whether any run gave a picture

    // The run under way; none between runs.
    std::optional<Jump> jump_;
    std::optional<PictureChooser> chooser_;
    Deinterlacer deinterlacer_;
    int late_ = 0;                                   // pictures in a row
    std::optional<VideoDecoder::Decoded> left_out_;  // the last one, when it was not shown
};

}  // namespace media
