// Films that are heavy for old machines, made anew as films that those play: H.264 of eight bits
// with at most 720 lines and many key pictures. A clip of such a film is played from its proxy
// wherever that lies in the folder of proxies; the times of both are the same.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "player/media/film/film_stamp.h"

namespace media {

// The file of a film's proxy in a folder of proxies: another one whenever the film has changed (its
// size or its time).
std::string proxy_name(const FilmFile& film, const FilmStamp& stamp);

enum class ProxyMade {
    Made,
    NotUseful,  // the film is as easy to play, or has no pictures
};

// Makes the proxy of `film` in `folder`, unless it is there. Decodes all of it: takes minutes for
// an hour of film, in threads of its own that inherit the priority of the caller's. Fails when the
// film cannot be played or the file not be written, and when it is stopped on the way; nothing half
// made stays.
//
// @param in_points  where clips begin: each gets a key picture
// @param reached    told how far it is, on the caller's thread
catalogue::Result<ProxyMade> make_proxy(const FilmFile& film, std::vector<SourceTime> in_points,
                                        const std::filesystem::path& folder, std::stop_token stop,
                                        const std::function<void(SourceTime)>& reached = {});

}  // namespace media
