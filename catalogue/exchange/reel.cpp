#include "catalogue/exchange/reel.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

#include "catalogue/text.h"

namespace catalogue {
namespace {

std::int64_t milliseconds(SourceDuration length) {
    return std::chrono::round<std::chrono::milliseconds>(length).count();
}

std::string seconds(SourceDuration length) {
    const std::int64_t ms = milliseconds(length);
    return fmt::format("{}.{:03}", ms / 1000, ms % 1000);
}

// JSON's own quotes around text that is valid UTF-8 without control characters.
std::string json_quoted(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : printable(text)) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + '"';
}

// RFC 8089; every byte that is not plain is written as %XX, so that any name is a URL.
std::string file_url(const std::filesystem::path& file) {
    static constexpr std::string_view plain =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    std::string url = "file://";
    for (const char c : file.generic_string()) {
        if (plain.find(c) != plain.npos) {
            url += c;
        } else {
            url += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        }
    }
    return url;
}

// Times of OpenTimelineIO: pictures at the timeline's own rate, because editing programs make their
// project of it.
class OtioTimes {
public:
    explicit OtioTimes(double rate) : rate_(rate) {}

    // At least one picture long.
    std::string range(const TimeRange& time) const {
        const std::int64_t in = pictures(time.in.time_since_epoch());
        const std::int64_t out = std::max(pictures(time.out.time_since_epoch()), in + 1);
        return fmt::format(
            "{{\"OTIO_SCHEMA\": \"TimeRange.1\", \"start_time\": {}, \"duration\": {}}}", at(in),
            at(out - in));
    }

private:
    std::int64_t pictures(SourceDuration length) const {
        return std::llround(std::chrono::duration<double>(length).count() * rate_);
    }

    std::string at(std::int64_t pictures) const {
        return fmt::format(
            "{{\"OTIO_SCHEMA\": \"RationalTime.1\", \"rate\": {:#}, \"value\": {}.0}}", rate_,
            pictures);
    }

    double rate_;
};

// The rate of editing programs that is nearest to a film's: those of phones waver.
double editing_rate(SourceDuration picture_length) {
    static constexpr std::array usual{24000.0 / 1001, 24.0, 25.0,           30000.0 / 1001,
                                      30.0,           50.0, 60000.0 / 1001, 60.0};
    const double rate = 1 / std::chrono::duration<double>(picture_length).count();
    return *std::ranges::min_element(usual, {},
                                     [rate](double one) { return std::abs(std::log(one / rate)); });
}

std::string otio_clip(const ReelClip& clip, const std::filesystem::path& root,
                      const OtioTimes& times) {
    const std::string whole =
        clip.film_length ? times.range({{}, SourceTime{*clip.film_length}}) : "null";
    return fmt::format(
        "        {{\n"
        "          \"OTIO_SCHEMA\": \"Clip.2\",\n"
        "          \"name\": {},\n"
        "          \"source_range\": {},\n"
        "          \"active_media_reference_key\": \"DEFAULT_MEDIA\",\n"
        "          \"media_references\": {{\"DEFAULT_MEDIA\": {{\n"
        "            \"OTIO_SCHEMA\": \"ExternalReference.1\",\n"
        "            \"target_url\": {},\n"
        "            \"available_range\": {}\n"
        "          }}}}\n"
        "        }}",
        json_quoted(clip.title), times.range(clip.time.value_or(TimeRange{})),
        json_quoted(file_url(root / clip.film)), whole);
}

// Pictures and sound have a track each: a track of pictures is silent in most programs.
std::string otio(const std::vector<ReelClip>& clips, std::string_view title,
                 const std::filesystem::path& root, SourceDuration picture_length) {
    const OtioTimes times{editing_rate(picture_length)};
    std::string children;
    for (const ReelClip& clip : clips) {
        children += (children.empty() ? "" : ",\n") + otio_clip(clip, root, times);
    }
    std::string tracks;
    for (const char* kind : {"Video", "Audio"}) {
        tracks += fmt::format(
            "{}      {{\n      \"OTIO_SCHEMA\": \"Track.1\",\n      \"name\": \"answers\",\n"
            "      \"kind\": \"{}\",\n      \"children\": [\n{}\n      ]\n      }}",
            tracks.empty() ? "" : ",\n", kind, children);
    }
    return fmt::format(
        "{{\n  \"OTIO_SCHEMA\": \"Timeline.1\",\n  \"name\": {},\n  \"tracks\": {{\n"
        "    \"OTIO_SCHEMA\": \"Stack.1\",\n    \"name\": \"tracks\",\n    \"children\": [\n"
        "{}\n    ]\n  }}\n}}\n",
        json_quoted(title), tracks);
}

// mpv's way to write any bytes: their number before them.
std::string counted(const std::string& bytes) {
    return fmt::format("%{}%{}", bytes.size(), bytes);
}

std::string edl(const std::vector<ReelClip>& clips, const std::filesystem::path& root) {
    std::string text = "# mpv EDL v0\n";
    for (const ReelClip& clip : clips) {
        const TimeRange time = clip.time.value_or(TimeRange{});
        text += fmt::format("{},{},{},title={}\n", counted((root / clip.film).string()),
                            seconds(time.in.time_since_epoch()), seconds(time.length()),
                            counted(printable(clip.title)));
    }
    return text;
}

std::string m3u(const std::vector<ReelClip>& clips, const std::filesystem::path& root) {
    std::string text = "#EXTM3U\n";
    for (const ReelClip& clip : clips) {
        const TimeRange time = clip.time.value_or(TimeRange{});
        text += fmt::format(
            "#EXTINF:{},{}\n#EXTVLCOPT:start-time={}\n#EXTVLCOPT:stop-time={}\n{}\n",
            seconds(time.length()), printable(clip.title), seconds(time.in.time_since_epoch()),
            seconds(time.out.time_since_epoch()), file_url(root / clip.film));
    }
    return text;
}

std::optional<ReelClip> clip_of(const Module& module, std::size_t person, std::size_t question) {
    const Module::Cell& cell = module.cell(person, question);
    if (cell.state != CellState::Playable) return std::nullopt;
    const Question& asked = module.questions[question];
    return ReelClip{cell.answer->film,
                    cell.answer->trim,
                    module.people[person].name + ": " +
                        for_everybody(asked.label.empty() ? asked.text : asked.label),
                    {}};
}

}  // namespace

std::vector<ReelClip> reel_of_question(const Module& module, std::size_t question) {
    std::vector<ReelClip> clips;
    for (std::size_t person = 0; person < module.people.size(); ++person) {
        if (auto clip = clip_of(module, person, question)) clips.push_back(*std::move(clip));
    }
    return clips;
}

std::vector<ReelClip> reel_of_person(const Module& module, std::size_t person) {
    std::vector<ReelClip> clips;
    for (std::size_t question = 0; question < module.questions.size(); ++question) {
        if (auto clip = clip_of(module, person, question)) clips.push_back(*std::move(clip));
    }
    return clips;
}

std::optional<ReelForm> reel_form_of(const std::filesystem::path& file) {
    const std::string ending = file.extension().string();
    if (ending == ".otio") return ReelForm::Otio;
    if (ending == ".edl") return ReelForm::Edl;
    if (ending == ".m3u" || ending == ".m3u8") return ReelForm::M3u;
    return std::nullopt;
}

std::string reel_text(const std::vector<ReelClip>& clips, std::string_view title,
                      const std::filesystem::path& root, ReelForm form,
                      SourceDuration picture_length) {
    switch (form) {
        case ReelForm::Otio:
            return otio(clips, title, root, picture_length);
        case ReelForm::Edl:
            return edl(clips, root);
        case ReelForm::M3u:
            return m3u(clips, root);
    }
    return {};
}

}  // namespace catalogue
