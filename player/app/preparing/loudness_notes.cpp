#include "player/app/preparing/loudness_notes.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdint>
#include <optional>

namespace app {
namespace {

using catalogue::SourceDuration;
using catalogue::SourceTime;

constexpr std::string_view format_line = "crosscut loudness 1";
constexpr std::string_view not_there = "-";

// FNV-1a: any single byte that changes, changes it.
std::uint32_t checksum_of(std::string_view text) {
    std::uint32_t sum = 2166136261U;
    for (const char c : text) {
        sum = (sum ^ static_cast<unsigned char>(c)) * 16777619U;
    }
    return sum;
}

// Takes off what stands before the next `divider`, and the divider.
std::string_view take_until(std::string_view& text, char divider) {
    const std::size_t at = text.find(divider);
    const std::string_view taken = text.substr(0, at);
    text.remove_prefix(at == text.npos ? text.size() : at + 1);
    return taken;
}

template <class Number, class... Base>
std::optional<Number> number_from(std::string_view text, Base... base) {
    Number number{};
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number, base...);
    return read.ec == std::errc{} && read.ptr == end ? std::optional{number} : std::nullopt;
}

// Not a number is within no limits.
std::optional<double> decibels_from(std::string_view text, double least, double most) {
    const auto number = number_from<double>(text);
    return number && *number >= least && *number <= most ? number : std::nullopt;
}

std::optional<media::Loudness> loudness_from(std::string_view lufs_text,
                                             std::string_view peak_text) {
    const auto lufs = decibels_from(lufs_text, -70, 20);
    const auto peak = decibels_from(peak_text, -200, 40);
    if (!lufs || (!peak && peak_text != not_there)) {
        return std::nullopt;
    }
    return media::Loudness{*lufs, peak};
}

struct Line {
    Stretch stretch;
    LoudnessNote note;
};

std::optional<Line> line_from(std::string_view text) {
    const auto checksum = number_from<std::uint32_t>(take_until(text, ' '), 16);
    if (!checksum || *checksum != checksum_of(text)) {
        return std::nullopt;
    }
    const std::string_view lufs_text = take_until(text, ' ');
    const auto loudness = loudness_from(lufs_text, take_until(text, ' '));
    const auto size_bytes = number_from<std::uint64_t>(take_until(text, ' '));
    const auto modified_ns = number_from<std::int64_t>(take_until(text, ' '));
    const std::string_view in_text = take_until(text, ' ');
    const std::string_view out_text = take_until(text, ' ');
    const auto in = number_from<SourceDuration::rep>(in_text);
    const auto out = number_from<SourceDuration::rep>(out_text);
    const bool whole = in_text == not_there && out_text == not_there;
    const bool trimmed = in && out && *in >= 0 && *in < *out;
    if (!loudness || !size_bytes || !modified_ns || !(whole || trimmed) || text.empty()) {
        return std::nullopt;
    }
    Stretch stretch{std::filesystem::path{text}, std::nullopt};
    if (trimmed) {
        stretch.trim = {SourceTime{SourceDuration{*in}}, SourceTime{SourceDuration{*out}}};
    }
    return Line{std::move(stretch), {{*size_bytes, *modified_ns}, *loudness}};
}

std::string time_text(const std::optional<catalogue::TimeRange>& trim,
                      SourceTime catalogue::TimeRange::*which) {
    return trim ? fmt::format("{}", ((*trim).*which).time_since_epoch().count())
                : std::string{not_there};
}

}  // namespace

std::string to_text(const LoudnessNotes& notes) {
    std::string text = fmt::format("{}\n", format_line);
    for (const auto& [stretch, note] : notes) {
        const auto& peak = note.loudness.true_peak_dbtp;
        // No path of a module holds a control character, so that each is one line.
        const std::string line = fmt::format(
            "{} {} {} {} {} {} {}", note.loudness.lufs,
            peak ? fmt::format("{}", *peak) : std::string{not_there}, note.stamp.size_bytes,
            note.stamp.modified_ns, time_text(stretch.trim, &catalogue::TimeRange::in),
            time_text(stretch.trim, &catalogue::TimeRange::out), stretch.film.generic_string());
        text += fmt::format("{:08x} {}\n", checksum_of(line), line);
    }
    return text;
}

LoudnessNotes read_loudness_notes(std::string_view text) {
    LoudnessNotes notes;
    if (text.size() > most_note_bytes || take_until(text, '\n') != format_line) {
        return notes;
    }
    while (!text.empty()) {
        if (std::optional<Line> line = line_from(take_until(text, '\n'))) {
            notes.insert_or_assign(std::move(line->stretch), line->note);
        }
    }
    return notes;
}

}  // namespace app
