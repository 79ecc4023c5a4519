// Reads a film's packets for its decoders, from wherever a run begins.
#pragma once

#include <optional>
#include <vector>

#include "player/media/clip/clip_desk.h"

namespace media {

// Lives on the reading thread of a clip.
class FilmReader {
public:
    FilmReader(ClipDesk& desk, PacketStore& packets, ReadGuard& guard);

    // Opens the film and reads until stopped, or until it has failed.
    void work(const std::stop_token& stop);

private:
    catalogue::Result<Source> open_film();
    bool open();
    void go_to(Jump jump, const std::stop_token& stop);
    void find_prelude(Jump& jump, const std::stop_token& stop);
    bool jump_or_reopen(SourceTime time);
    // What was read to find out where a jump has landed.
    struct Ahead {
        std::vector<PacketHandle> packets;
        bool film_ends = false;
    };
    Ahead make_room_for_sound(SourceTime target);
    void pass_on(PacketHandle packet);
    std::optional<SourceTime> picture_start(const AVPacket& packet) const;

    ClipDesk& desk_;
    PacketStore& packets_;
    ReadGuard& guard_;
    std::optional<Source> source_;  // of the film, or of its proxy
    bool pictures_ = false;         // which of the streams have a decoder
    bool sound_ = false;
    bool from_proxy_ = false;
    bool fresh_ = true;  // nothing was read yet
    // Pictures before this key picture are not needed, though their packets come first.
    std::optional<SourceTime> from_key_;
};

}  // namespace media
