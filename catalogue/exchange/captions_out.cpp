#include "catalogue/exchange/captions_out.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "catalogue/exchange/chapter_forms.h"
#include "catalogue/lines.h"

namespace catalogue {
namespace {

constexpr std::size_t line_letters = 42;
constexpr std::size_t caption_lines = 2;

std::vector<std::string_view> parts_of(std::string_view text, std::string_view dividers) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(dividers, at), text.size());
        if (end > at) parts.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

bool is_short(std::string_view text) {
    const auto lines = parts_of(text, "\n");
    return lines.size() <= caption_lines && std::ranges::all_of(lines, [](std::string_view line) {
               return characters_in(line) <= line_letters;
           });
}

std::vector<std::string> lines_within(const std::vector<std::string_view>& words,
                                      std::size_t letters) {
    std::vector<std::string> lines;
    for (const std::string_view word : words) {
        if (!lines.empty() && characters_in(lines.back()) + 1 + characters_in(word) <= letters) {
            lines.back() += ' ';
            lines.back() += word;
        } else {
            lines.emplace_back(word);
        }
    }
    return lines;
}

// As few lines as can be, and those as alike in length as can be.
std::vector<std::string> even_lines(std::string_view text) {
    const auto words = parts_of(text, " \n");
    std::vector<std::string> lines = lines_within(words, line_letters);
    for (std::size_t letters = line_letters - 1; letters > 0; --letters) {
        std::vector<std::string> narrower = lines_within(words, letters);
        if (narrower.size() > lines.size()) break;
        lines = std::move(narrower);
    }
    return lines;
}

}  // namespace

std::vector<CaptionCue> in_short_captions(const std::vector<CaptionCue>& cues) {
    std::vector<CaptionCue> all;
    for (const CaptionCue& cue : cues) {
        if (is_short(cue.text)) {
            all.push_back(cue);
            continue;
        }
        const std::vector<std::string> lines = even_lines(cue.text);
        std::size_t letters = 0;
        for (const std::string& line : lines)
            letters += characters_in(line);
        const SourceDuration length = cue.time.out - cue.time.in;
        SourceTime begin = cue.time.in;
        std::size_t before = 0;
        for (std::size_t i = 0; i < lines.size(); i += caption_lines) {
            std::string text = lines[i];
            before += characters_in(lines[i]);
            if (i + 1 < lines.size()) {
                text += '\n' + lines[i + 1];
                before += characters_in(lines[i + 1]);
            }
            const SourceTime end = before == letters
                                       ? cue.time.out
                                       : cue.time.in + length * static_cast<std::int64_t>(before) /
                                                           static_cast<std::int64_t>(letters);
            // What is too short to be divided in time stays the last that can be.
            if (end > begin) all.push_back({{begin, end}, cue.speaker, std::move(text), {}});
            begin = end;
        }
    }
    return all;
}

std::string webvtt_text(const std::vector<CaptionCue>& cues) {
    std::string text = "WEBVTT\n";
    for (const CaptionCue& cue : cues) {
        text +=
            fmt::format("\n{} --> {}\n", cue_time(cue.time.in, '.'), cue_time(cue.time.out, '.'));
        if (!cue.speaker.empty()) text += fmt::format("<v {}>", cue_text(cue.speaker));
        text += cue_text(cue.text) + "\n";
    }
    return text;
}

}  // namespace catalogue
