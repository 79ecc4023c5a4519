// Decodes the pictures of a clip, run by run.
#pragma once

#include "player/media/clip/clip_desk.h"
#include "player/media/clip/picture_chooser.h"
#include "player/media/making/prelude_reader.h"
#include "player/media/pictures/deinterlacer.h"

namespace media {

// Lives on the picture thread of a clip.
class PictureWorker {
public:
    // @param prelude_guard  for a prelude that is opened before the film is
    PictureWorker(ClipDesk& desk, PacketStore& packets, ReadGuard& prelude_guard)
        : desk_(desk), packets_(packets), prelude_guard_(prelude_guard) {}

    // Decodes until stopped.
    // @param first  where the first run begins
    void work(std::stop_token stop, const RunStart& first);

private:
    enum class More { Wanted, NotWanted };

    std::shared_ptr<PreludeReader> early_prelude(const RunStart& first);
    std::optional<Parcel> next();
    void begin(Jump jump);
    void end_run();
    More decode(const AVPacket* packet);
    void show_glimpse(const VideoDecoder::Decoded& decoded);
    More end_of_film();
    More settle(PictureChooser::Verdict verdict, std::vector<VideoDecoder::Decoded>& shown,
                bool by_film);
    More show(VideoDecoder::Decoded decoded);
    More deinterlace(VideoDecoder::Decoded decoded);
    More push_all(std::vector<VideoDecoder::Decoded>& ready);
    More push(Picture picture);
    More play_prelude();
    More finish_prelude();

    ClipDesk& desk_;
    PacketStore& packets_;
    ReadGuard& prelude_guard_;
    std::stop_token stop_;
    VideoDecoder* decoder_ = nullptr;
    PictureMaker* maker_ = nullptr;
    SourceDuration picture_length_{};
    bool seen_ = false;  // whether any run gave a picture

    // The run under way; none between runs.
    std::optional<Jump> jump_;
    SourceTime target_{};  // of what the film itself shows
    std::optional<PictureChooser> chooser_;
    std::shared_ptr<PreludeReader> prelude_;  // while it is not over
    Deinterlacer deinterlacer_;
    bool glimpse_due_ = false;
    int late_ = 0;                                   // pictures in a row
    std::optional<VideoDecoder::Decoded> left_out_;  // the last one, when it was not shown
};

}  // namespace media
