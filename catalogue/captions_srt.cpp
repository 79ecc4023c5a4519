#include <algorithm>

#include "catalogue/caption_formats.h"
#include "catalogue/text.h"
#include "catalogue/words.h"

namespace catalogue {
namespace {

// An arrow may be part of what is said; a colon beside a digit next to it is meant as a time.
bool looks_like_timing(const Line& line) {
    if (!line.has_arrow()) return false;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    for (std::size_t i = 0; i < line.text.size(); ++i) {
        if (line.text[i] != ':') continue;
        if (i > 0 && is_digit(line.text[i - 1])) return true;
        if (i + 1 < line.text.size() && is_digit(line.text[i + 1])) return true;
    }
    return false;
}

// SRT has no marks for where a cue ends: blank lines may be part of it. So a cue goes on up to the
// times of the next one, less the number above them.
class SrtReader {
public:
    explicit SrtReader(CaptionDraft& draft) : draft_(draft) {}

    void read() {
        std::size_t at = 0;
        while (const std::optional<Line> line = line_at(draft_.text(), at)) {
            read_line(*line);
            before_last_ = last_;
            last_ = *line;
            at = after(*line);
        }
        end_cue(draft_.text().size());
    }

private:
    void read_line(const Line& line) {
        const std::optional<long> number =
            last_ ? whole_number(trimmed(last_->text)) : std::nullopt;
        if (looks_like_timing(line)) {
            end_cue(number ? last_->offset : line.offset);
            number_ = number;
            time_ = read_timing(draft_, line, TimingForm::Srt);
            timing_offset_ = line.offset;
            text_start_ = after(line);
            in_cues_ = true;
        } else if (is_number_without_time(line, number)) {
            end_cue(last_->offset);
            number_ = number;
            draft_.complain(last_->offset, _("the caption {} has no time", *number),
                            _("write its times as hh:mm:ss,mmm --> hh:mm:ss,mmm below its number"));
        } else if (!in_cues_ && !line.is_blank() && !whole_number(trimmed(line.text))) {
            in_cues_ = true;  // one complaint is enough
            draft_.complain(line.offset, _("the text {} has no time", in_quotes(line.text)),
                            _("write its times as hh:mm:ss,mmm --> hh:mm:ss,mmm above it"),
                            Severity::Warning);
        }
    }

    // The next number of the file, behind a blank line, with text below it.
    bool is_number_without_time(const Line& line, std::optional<long> number) const {
        return number && number_ && *number == *number_ + 1 && before_last_ &&
               before_last_->is_blank() && !line.is_blank();
    }

    void end_cue(std::size_t end) {
        if (!time_) return;
        const std::size_t start = std::min(text_start_, end);
        const std::string_view text = draft_.text().substr(start, end - start);
        for (const Voice& voice : voices_of(text, Overrides::TakenOff)) {
            draft_.add(timing_offset_, *time_, voice.speaker, voice.text);
        }
        time_.reset();
    }

    CaptionDraft& draft_;
    std::optional<Line> before_last_;
    std::optional<Line> last_;
    std::optional<TimeRange> time_;  // of the cue being read; nothing when it is damaged
    std::optional<long> number_;     // of the cue being read
    std::size_t timing_offset_ = 0;
    std::size_t text_start_ = 0;
    bool in_cues_ = false;
};

}  // namespace

void read_srt(CaptionDraft& draft) {
    SrtReader{draft}.read();
}

}  // namespace catalogue
