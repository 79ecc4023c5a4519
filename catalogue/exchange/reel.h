// Clips one after another, as editing programs and other players open them. Out only. Pure.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/media_time.h"
#include "catalogue/module.h"

namespace catalogue {

struct ReelClip {
    std::filesystem::path film;                 // relative to the module
    std::optional<TimeRange> time;              // nothing: the whole film
    std::string title;                          // "Moira: In a nutshell"; never names a job
    std::optional<SourceDuration> film_length;  // of the whole film, where it is known

    bool operator==(const ReelClip&) const = default;
};

// Everybody's answer to a question, and all answers of a person: only those that may be shown.
std::vector<ReelClip> reel_of_question(const Module& module, std::size_t question);
std::vector<ReelClip> reel_of_person(const Module& module, std::size_t person);

enum class ReelForm {
    Otio,  // OpenTimelineIO's JSON
    Edl,   // mpv's edit list
    M3u,   // a list for VLC, with its in- and out-points
};

// By the ending of the file's name: .otio, .edl, .m3u or .m3u8; nothing for any other.
std::optional<ReelForm> reel_form_of(const std::filesystem::path& file);

// `root` is where the module lies, as a whole path. Every clip has its time: whoever asks for the
// text finds out how long whole films are. An OpenTimelineIO timeline has the usual rate that is
// nearest to that of a film whose pictures stand for `picture_length`, which is more than nothing;
// its times are whole pictures.
std::string reel_text(const std::vector<ReelClip>& clips, std::string_view title,
                      const std::filesystem::path& root, ReelForm form,
                      SourceDuration picture_length);

}  // namespace catalogue
