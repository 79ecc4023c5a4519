#include "catalogue/captions.h"

#include <algorithm>
#include <utility>

#include "catalogue/caption_formats.h"
#include "catalogue/job_veil.h"
#include "catalogue/text.h"
#include "catalogue/text_encoding.h"
#include "catalogue/words.h"

namespace catalogue {
namespace {

constexpr std::size_t most_problems = 50;
constexpr std::size_t most_mebibytes = 4;
constexpr std::size_t most_bytes = most_mebibytes * 1024 * 1024;

bool is_invisible(char32_t character) {
    return character == ' ' || character == 0xA0 || (character >= 0x200B && character <= 0x200F);
}

// Text as it is shown: no control characters, no blanks at the ends of lines, no empty lines.
// Empty when there is nothing to see.
std::string cleaned(std::string_view text) {
    std::string clean;
    bool visible = false;
    std::size_t line_start = 0;
    const auto end_line = [&] {
        while (clean.size() > line_start && clean.back() == ' ') {
            clean.pop_back();
        }
        if (clean.size() > line_start) clean += '\n';
        line_start = clean.size();
    };
    for (std::size_t at = 0; at < text.size();) {
        const char32_t character = take_character(text, at);
        if (character == '\n') {
            end_line();
        } else if (character == ' ' || character == '\t') {
            if (clean.size() > line_start) clean += ' ';
        } else if (character == static_cast<char32_t>(job_begins) ||
                   character == static_cast<char32_t>(job_ends)) {
            append_utf8(clean, character);
        } else if (!is_control(character)) {
            append_utf8(clean, character);
            if (!is_invisible(character)) visible = true;
        }
    }
    end_line();
    if (!visible) return {};
    clean.pop_back();  // the last line end
    return clean;
}

// Clean words whose marks are still in them.
struct Marked {
    std::string text;     // without the marks
    std::string covered;  // with other words for what they mark; empty when there are none
};

Marked marks_taken_off(std::string_view clean) {
    Marked both;
    bool any = false;
    bool inside = false;
    for (const char c : clean) {
        if (c == job_begins) {
            if (!inside) both.covered += covered_words;
            inside = any = true;
        } else if (c == job_ends) {
            inside = false;
        } else {
            both.text += c;
            if (!inside) both.covered += c;
        }
    }
    if (!any) both.covered.clear();
    return both;
}

std::string ending_of(const std::filesystem::path& file) {
    std::string ending = file.extension().string();
    for (char& c : ending) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return ending;
}

CaptionReading refused(const std::filesystem::path& file, std::string what, std::string hint) {
    CaptionReading reading;
    reading.problems.push_back(fail({file}, std::move(what), std::move(hint)));
    return reading;
}

}  // namespace

void CaptionDraft::add(std::size_t offset, TimeRange time, std::string_view speaker,
                       std::string_view text) {
    std::string clean = cleaned(text);
    if (clean.empty()) return;
    if (time.out <= time.in) {
        if (is_full()) return;
        complain(offset, _("the caption {} does not end after it starts", in_quotes(clean)),
                 _("the second time must be later than the first"));
        return;
    }
    std::string name = marks_taken_off(cleaned(speaker)).text;
    std::replace(name.begin(), name.end(), '\n', ' ');
    Marked both = marks_taken_off(clean);
    reading_.cues.push_back({time, std::move(name), std::move(both.text), std::move(both.covered)});
}

void CaptionDraft::complain(std::size_t offset, std::string what, std::string hint,
                            Severity severity) {
    if (is_full()) return;
    reading_.problems.push_back({place_at(offset), std::move(what), std::move(hint), severity});
}

bool CaptionDraft::is_full() const {
    return reading_.problems.size() >= most_problems;
}

CaptionReading CaptionDraft::finish() {
    std::stable_sort(
        reading_.cues.begin(), reading_.cues.end(),
        [](const CaptionCue& a, const CaptionCue& b) { return a.time.in < b.time.in; });
    std::stable_sort(reading_.problems.begin(), reading_.problems.end(),
                     [](const Problem& a, const Problem& b) { return a.place < b.place; });
    return std::move(reading_);
}

Place CaptionDraft::place_at(std::size_t offset) {
    offset = std::min(offset, text_.size());
    if (offset < counted_to_) {
        counted_to_ = 0;
        line_ = 1;
        column_ = 1;
    }
    while (counted_to_ < offset) {
        const bool line_end = text_[counted_to_] == '\n';
        line_ += line_end ? 1 : 0;
        column_ = line_end ? 1 : column_ + 1;
        counted_to_ += std::max<std::size_t>(utf8_sequence_length(text_.substr(counted_to_)), 1);
    }
    return {file_, line_, column_};
}

CaptionReading read_captions(std::string_view text, const std::filesystem::path& file_name,
                             std::optional<SourceTime> film_end) {
    void (*read)(CaptionDraft&) = nullptr;
    const std::string ending = ending_of(file_name);
    if (ending == ".vtt") read = read_webvtt;
    if (ending == ".srt") read = read_srt;
    if (ending == ".ttml" || ending == ".xml") read = read_ttml;
    if (read == nullptr) {
        return refused(file_name,
                       _("{} is not the ending of a caption file we can read", in_quotes(ending)),
                       _("save captions as WebVTT (.vtt), SRT (.srt) or TTML (.ttml)"));
    }
    if (text.size() > most_bytes) {
        return refused(
            file_name, _("the caption file is too large"),
            _("captions may have {} MiB; is this another kind of file?", most_mebibytes));
    }

    const Decoded raw = decoded(text);
    const std::string plain = with_plain_lines(raw.text);
    CaptionDraft draft(file_name, plain, film_end);
    if (raw.encoding != Encoding::Utf8) {
        // The bytes before the first bad one are the same before and after decoding, but for line
        // ends and control characters.
        const std::size_t offset =
            with_plain_lines(std::string_view{raw.text}.substr(0, raw.first_bad)).size();
        draft.complain(
            offset,
            raw.encoding == Encoding::Latin1
                ? _("the file is not UTF-8; it is read as Western European (Windows-1252)")
                : _("the file has a byte here that is not UTF-8"),
            _("save the file as UTF-8 if letters look wrong"), Severity::Warning);
    }
    read(draft);
    return draft.finish();
}

std::vector<const CaptionCue*> cues_at(const std::vector<CaptionCue>& cues, SourceTime t) {
    // A cue of any age may still be shown, so all that have begun are looked at: some thousand
    // comparisons at most.
    const auto begun =
        std::upper_bound(cues.begin(), cues.end(), t,
                         [](SourceTime time, const CaptionCue& cue) { return time < cue.time.in; });
    std::vector<const CaptionCue*> shown;
    for (auto cue = cues.begin(); cue != begun; ++cue) {
        if (cue->time.contains(t)) shown.push_back(&*cue);
    }
    return shown;
}

std::optional<SourceTime> next_change_of_cues(const std::vector<CaptionCue>& cues, SourceTime t) {
    std::optional<SourceTime> next;
    const auto at_latest = [&](SourceTime time) {
        if (time > t && (!next || time < *next)) next = time;
    };
    for (const CaptionCue& cue : cues) {
        at_latest(cue.time.in);
        if (cue.time.in > t) break;
        at_latest(cue.time.out);
    }
    return next;
}

}  // namespace catalogue
