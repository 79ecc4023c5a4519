// What the readers of the caption formats share. Private to the folder.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/captions.h"

namespace catalogue {

// Captions on their way from text to values: collects cues and problems, knows the places. The
// readers speak of places as offsets into the text; it is valid UTF-8 with '\n' as its only line
// end and without control characters other than tabs.
class CaptionDraft {
public:
    // `text` must outlive the draft.
    CaptionDraft(const std::filesystem::path& file, std::string_view text,
                 std::optional<SourceTime> film_end)
        : file_(file), text_(text), film_end_(film_end) {}

    std::string_view text() const { return text_; }
    // Nothing where it is not known.
    std::optional<SourceTime> film_end() const { return film_end_; }

    // Cleans and keeps a cue. Nothing happens when there is nothing to read in it; a time that
    // ends before it starts is a problem at `offset`.
    void add(std::size_t offset, TimeRange time, std::string_view speaker, std::string_view text);

    // Notes a problem; beyond the fiftieth nothing happens.
    void complain(std::size_t offset, std::string what, std::string hint,
                  Severity severity = Severity::Error);

    // No more problems are noted; then their words need not be made.
    bool is_full() const;

    // Hands over cues and problems, each in order. The draft is of no use afterwards.
    CaptionReading finish();

private:
    Place place_at(std::size_t offset);

    std::filesystem::path file_;
    std::string_view text_;
    std::optional<SourceTime> film_end_;
    CaptionReading reading_;
    // Where counting has got to: problems mostly come in order, and counting from the start for
    // each would make large damaged files slow.
    std::size_t counted_to_ = 0;
    int line_ = 1;
    int column_ = 1;
};

struct Line {
    std::size_t offset = 0;
    std::string_view text;  // without its end

    bool is_blank() const;
    bool has_arrow() const { return text.find("-->") != text.npos; }
};

// The line that starts at `offset`; nothing at the end of the text.
std::optional<Line> line_at(std::string_view text, std::size_t offset);

// Where the line after this one starts, perhaps behind the end of the text.
inline std::size_t after(const Line& line) {
    return line.offset + line.text.size() + 1;
}

// What one voice says in a cue.
struct Voice {
    std::string speaker;
    std::string text;
};

enum class Overrides {
    Kept,
    TakenOff,  // {\an8} and its like, which SRT files have from another format
};

// Takes tags off and decodes character references. Tags no caption format knows stay as text, so
// that "I <3 you" and "<laughs>" can be read. There is one voice, or one more for each <v>.
std::vector<Voice> voices_of(std::string_view marked, Overrides overrides);

// Around words that <c.job> marks, from voices_of() to CaptionDraft::add().
inline constexpr char job_begins = '\x01';
inline constexpr char job_ends = '\x02';

// A whole number of 1 to 9 digits and nothing else.
std::optional<long> whole_number(std::string_view digits);

void read_webvtt(CaptionDraft& draft);
void read_srt(CaptionDraft& draft);
void read_ttml(CaptionDraft& draft);

// Reads "from --> to" with what may follow it. WebVTT wants a dot and three digits; SRT takes a
// comma or a dot, and fewer digits. A damaged line is complained about and gives nothing.
enum class TimingForm { WebVtt, Srt };
std::optional<TimeRange> read_timing(CaptionDraft& draft, const Line& line, TimingForm form);

}  // namespace catalogue
