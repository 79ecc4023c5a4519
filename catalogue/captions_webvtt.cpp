#include <algorithm>

#include "catalogue/caption_formats.h"
#include "catalogue/text.h"
#include "catalogue/words.h"

namespace catalogue {
namespace {

// The line is `word`, alone or with something behind a blank.
bool starts_with_word(std::string_view line, std::string_view word) {
    return line.starts_with(word) &&
           (line.size() == word.size() || line[word.size()] == ' ' || line[word.size()] == '\t');
}

// Reads the blocks of a WebVTT file one after the other.
class WebVttReader {
public:
    explicit WebVttReader(CaptionDraft& draft) : draft_(draft) {}

    void read() {
        read_header();
        while (const std::optional<Line> line = line_at(draft_.text(), at_)) {
            if (line->is_blank()) {
                at_ = after(*line);
            } else {
                read_block(*line);
            }
        }
    }

private:
    // Without its first word a browser would refuse the file; we only say so.
    void read_header() {
        const std::optional<Line> first = line_at(draft_.text(), 0);
        if (first && starts_with_word(first->text, "WEBVTT")) {
            at_ = after(*first);
            at_ = end_of_text();
            return;
        }
        draft_.complain(0, _("the file does not start with WEBVTT"),
                        _("write WEBVTT in the first line, and nothing else in the second"),
                        Severity::Warning);
    }

    void read_block(const Line& first) {
        at_ = after(first);
        if (starts_with_word(first.text, "NOTE")) {
            // Whole, with any times in it: this is how cues are put aside.
            skip_to_blank();
        } else if (first.has_arrow()) {
            read_cue(first);
        } else if (const std::optional<Line> second = line_at(draft_.text(), at_);
                   second && second->has_arrow()) {
            at_ = after(*second);  // the first line was the cue's name
            read_cue(*second);
        } else {
            at_ = end_of_text();
            const std::string_view word = trimmed(first.text);
            if (word == "STYLE" || word == "REGION" || draft_.is_full()) return;
            draft_.complain(first.offset, _("the text {} has no time", in_quotes(first.text)),
                            _("an empty line ends a caption; take it out, or write times above"),
                            Severity::Warning);
        }
    }

    void read_cue(const Line& timing) {
        const std::optional<TimeRange> time = read_timing(draft_, timing, TimingForm::WebVtt);
        const std::size_t start = std::min(at_, draft_.text().size());
        at_ = end_of_text();
        if (!time) return;
        const std::string_view text = draft_.text().substr(start, at_ - start);
        for (const Voice& voice : voices_of(text, Overrides::Kept)) {
            draft_.add(timing.offset, *time, voice.speaker, voice.text);
        }
    }

    // Where the lines that start here come to a blank line or to the times of the next cue.
    std::size_t end_of_text() const {
        std::size_t at = at_;
        while (const std::optional<Line> line = line_at(draft_.text(), at)) {
            if (line->is_blank() || line->has_arrow()) break;
            at = after(*line);
        }
        return std::min(at, draft_.text().size());
    }

    void skip_to_blank() {
        while (const std::optional<Line> line = line_at(draft_.text(), at_)) {
            if (line->is_blank()) break;
            at_ = after(*line);
        }
    }

    CaptionDraft& draft_;
    std::size_t at_ = 0;
};

}  // namespace

void read_webvtt(CaptionDraft& draft) {
    WebVttReader{draft}.read();
}

}  // namespace catalogue
