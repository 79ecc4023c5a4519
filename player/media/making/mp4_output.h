// An MP4 file in the making. Private to player/media.
#pragma once

#include <filesystem>
#include <string>

#include "player/media/av_handles.h"

namespace media {

// Where a player finds what is where in the file.
enum class Mp4Index {
    AtEnd,
    // Playing begins after one read. The whole file is written twice; streams begin at their
    // times to the microsecond.
    AtFront,
};

// One thread at a time. Without finish() the file is unusable and is removed. What fails, fails
// for good: the disk is full or the folder is gone.
class Mp4Output {
public:
    explicit Mp4Output(std::filesystem::path file) : file_(std::move(file)) {}
    ~Mp4Output();
    Mp4Output(const Mp4Output&) = delete;
    Mp4Output& operator=(const Mp4Output&) = delete;

    const std::filesystem::path& file() const { return file_; }

    // A stream for what an open encoder gives; belongs to the output. Before begin().
    AVStream* add_stream(const AVCodecContext& codec);
    bool begin(Mp4Index index = Mp4Index::AtEnd);
    // Encodes a frame (nothing: the encoder's last ones) and writes what comes out.
    bool encode(AVCodecContext& codec, AVStream& stream, const AVFrame* frame);
    // @param comment  kept in the file, for programs; may be empty
    bool finish(const std::string& comment);

private:
    bool open();

    std::filesystem::path file_;
    OutputHandle output_;
    bool finished_ = false;
};

}  // namespace media
