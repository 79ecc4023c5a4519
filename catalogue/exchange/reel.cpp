#include "catalogue/exchange/reel.h"

#include <fmt/format.h>

#include <chrono>

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

std::string otio_time(SourceDuration length) {
    return fmt::format("{{\"OTIO_SCHEMA\": \"RationalTime.1\", \"rate\": 1000.0, \"value\": {}.0}}",
                       milliseconds(length));
}

std::string otio(const std::vector<ReelClip>& clips, std::string_view title,
                 const std::filesystem::path& root) {
    std::string children;
    for (const ReelClip& clip : clips) {
        const TimeRange time = clip.time.value_or(TimeRange{});
        children += fmt::format(
            "{}\n        {{\n"
            "          \"OTIO_SCHEMA\": \"Clip.1\",\n          \"name\": {},\n"
            "          \"source_range\": {{\"OTIO_SCHEMA\": \"TimeRange.1\",\n"
            "            \"start_time\": {},\n            \"duration\": {}}},\n"
            "          \"media_reference\": {{\"OTIO_SCHEMA\": \"ExternalReference.1\", "
            "\"target_url\": {}}}\n        }}",
            children.empty() ? "" : ",", json_quoted(clip.title),
            otio_time(time.in.time_since_epoch()), otio_time(time.length()),
            json_quoted(file_url(root / clip.film)));
    }
    return fmt::format(
        "{{\n  \"OTIO_SCHEMA\": \"Timeline.1\",\n  \"name\": {},\n  \"tracks\": {{\n"
        "    \"OTIO_SCHEMA\": \"Stack.1\",\n    \"name\": \"tracks\",\n    \"children\": [\n"
        "      {{\n      \"OTIO_SCHEMA\": \"Track.1\",\n      \"name\": \"answers\",\n"
        "      \"kind\": \"Video\",\n      \"children\": [{}\n      ]\n      }}\n    ]\n  }}\n}}\n",
        json_quoted(title), children);
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
    return ReelClip{cell.answer->film, cell.answer->trim,
                    module.people[person].name + ": " +
                        for_everybody(asked.label.empty() ? asked.text : asked.label)};
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
                      const std::filesystem::path& root, ReelForm form) {
    switch (form) {
        case ReelForm::Otio:
            return otio(clips, title, root);
        case ReelForm::Edl:
            return edl(clips, root);
        case ReelForm::M3u:
            return m3u(clips, root);
    }
    return {};
}

}  // namespace catalogue
