// From a frame into a file, for films that tests make.
#pragma once

#include <filesystem>
#include <string>

#include "catalogue/problem.h"
#include "player/media/av_handles.h"

namespace support {

catalogue::Outcome encoding_failed(const std::filesystem::path& file, const std::string& what,
                                   int code);

// Encodes one frame, or what is left in the encoder (`frame` is null), and writes what comes out.
// @param usual_duration  of packets that say none, in the encoder's ticks; 0: they stay so
// @returns FFmpeg's code: negative when something failed
int encode(AVFormatContext& output, AVCodecContext& encoder, AVStream& stream, const AVFrame* frame,
           std::int64_t usual_duration = 0);

}  // namespace support
