// A transcript as Oral History as Data has it, of the University of Idaho and CollectionBuilder: a
// table of what was said, with tags divided by semicolons and a timestamp where one is known.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "catalogue/exchange/chapter_forms.h"
#include "catalogue/exchange/csv_table.h"
#include "catalogue/text.h"
#include "catalogue/text_encoding.h"
#include "catalogue/time_text.h"
#include "catalogue/words.h"

namespace catalogue {
namespace {

constexpr std::size_t max_problems = 100;

// As editors of texts mark that something was left out.
constexpr std::string_view left_out = "[...]";

enum Column { Words, Tags, Timestamp };
constexpr std::array<std::string_view, 3> names{"words", "tags", "timestamp"};
using Columns = std::array<std::optional<std::size_t>, names.size()>;

std::string lower(std::string_view text) {
    std::string lowered{trimmed(text)};
    std::ranges::transform(lowered, lowered.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return lowered;
}

Columns columns_of(const std::vector<std::string>& first) {
    Columns columns;
    for (std::size_t place = 0; place < first.size(); ++place) {
        for (std::size_t column = 0; column < names.size(); ++column) {
            if (lower(first[place]) == names[column]) columns[column] = place;
        }
    }
    return columns;
}

std::string_view field(const CsvRow& row, const Columns& columns, Column column) {
    const auto place = columns[column];
    return place && *place < row.fields.size() ? trimmed(row.fields[*place]) : "";
}

std::set<std::string> tags_of(std::string_view text) {
    std::set<std::string> tags;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(';'), text.size());
        if (std::string tag = printable(trimmed(text.substr(0, end))); !tag.empty()) {
            tags.insert(std::move(tag));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return tags;
}

// "[00:01:15.250]", with or without brackets.
std::optional<SourceTime> timestamp(std::string_view text) {
    if (text.starts_with('[') && text.ends_with(']')) text = text.substr(1, text.size() - 2);
    return lenient_time(text);
}

class TranscriptReader {
public:
    explicit TranscriptReader(const std::filesystem::path& file) : file_(file) {}

    ChapterReading read(std::string_view bytes, std::optional<SourceTime> film_end) {
        const std::string text = decoded(bytes).text;
        const std::vector<CsvRow> rows = csv_rows(text);
        if (rows.empty()) return std::move(reading_);
        columns_ = columns_of(rows.front().fields);
        if (!columns_[Tags] || !columns_[Timestamp]) {
            complain(rows.front().line, _("the first line does not name the columns"),
                     _("write speaker,words,tags,timestamp into it"));
            return std::move(reading_);
        }
        for (std::size_t i = 1; i < rows.size(); ++i) {
            if (i == max_csv_rows) {
                complain(rows[i].line, _("there are too many lines"), _("the rest is not read"));
                break;
            }
            read_row(rows[i]);
        }
        finish(film_end);
        return std::move(reading_);
    }

private:
    // A tag over one or more lines after one another.
    struct Stretch {
        int line = 0;
        std::optional<SourceTime> in;  // nothing: it begins where there is no timestamp
    };

    void complain(int line, std::string what, std::string hint) {
        if (reading_.problems.size() < max_problems) {
            reading_.problems.push_back(fail({file_, line}, std::move(what), std::move(hint)));
        }
    }

    void read_row(const CsvRow& row) {
        const std::string_view written = field(row, columns_, Timestamp);
        const auto time = timestamp(written);
        if (!time && !written.empty()) {
            complain(row.line, _("{} is not a time", in_quotes(written)),
                     _("write it as in 00:40.200"));
        }
        const std::set<std::string> tags = tags_of(field(row, columns_, Tags));
        for (auto one = open_.begin(); one != open_.end();) {
            if (tags.contains(one->first)) {
                ++one;
            } else {
                ending_.insert(open_.extract(one++));
            }
        }
        if (time) end_all(*time);
        for (const std::string& tag : tags) {
            open_.try_emplace(tag, Stretch{row.line, time});
        }
    }

    // What has ended in a line without a timestamp ends with the next one.
    void end_all(SourceTime out) {
        for (const auto& [tag, stretch] : ending_) {
            keep(tag, stretch, out);
        }
        ending_.clear();
    }

    void finish(std::optional<SourceTime> film_end) {
        for (auto one = open_.begin(); one != open_.end();) {
            ending_.insert(open_.extract(one++));
        }
        if (film_end) return end_all(*film_end);
        for (const auto& [tag, stretch] : ending_) {
            complain(stretch.line, _("it is not known when {} ends", in_quotes(tag)),
                     _("write a line with a timestamp and without this tag after it"));
        }
    }

    void keep(const std::string& tag, const Stretch& stretch, SourceTime out) {
        if (!stretch.in) {
            complain(stretch.line, _("{} begins in a line that has no timestamp", in_quotes(tag)),
                     _("write a timestamp there if it is an answer"));
            return;
        }
        if (reading_.problems.size() < max_problems || *stretch.in < out) {
            keep_chapter(reading_, {{*stretch.in, out}, {}, tag}, file_, stretch.line);
        }
    }

    const std::filesystem::path& file_;
    Columns columns_;
    std::multimap<std::string, Stretch> ending_;
    std::map<std::string, Stretch> open_;
    ChapterReading reading_;
};

std::string row_text(std::string_view speaker, std::string_view words, std::string_view tag,
                     SourceTime time) {
    return fmt::format("{},{},{},[{}]\r\n", csv_field(printable(speaker)),
                       csv_field(printable(words)), csv_field(tag), cue_time(time, '.'));
}

}  // namespace

bool is_oral_history(std::string_view csv) {
    const std::string head = decoded(csv.substr(0, csv.find('\n'))).text;
    const std::vector<CsvRow> rows = csv_rows(head);
    if (rows.empty()) return false;
    const Columns columns = columns_of(rows.front().fields);
    return columns[Words] && columns[Timestamp];
}

std::string chapters_oral_history(const std::vector<Chapter>& chapters, const FilmRecord& record) {
    std::string text = "speaker,words,tags,timestamp\r\n";
    for (std::size_t i = 0; i < chapters.size(); ++i) {
        const Chapter& chapter = chapters[i];
        const std::string& tag = chapter.question.empty() ? chapter.title : chapter.question;
        const std::vector<CaptionCue> cues = captions_in(chapter, record.captions);
        if (cues.empty()) {
            text += row_text(record.speaker, chapter.title, tag, chapter.time.in);
        }
        for (const CaptionCue& cue : cues) {
            // The first line is where the answer begins, whenever its first word is said.
            const bool is_first = &cue == &cues.front();
            text += row_text(cue.speaker.empty() ? record.speaker : cue.speaker, cue.text, tag,
                             is_first ? chapter.time.in : std::max(cue.time.in, chapter.time.in));
        }
        const bool goes_on = i + 1 < chapters.size() && chapters[i + 1].time.in <= chapter.time.out;
        if (!goes_on) text += row_text("", left_out, "", chapter.time.out);
    }
    return text;
}

ChapterReading read_chapters_oral_history(std::string_view text,
                                          const std::filesystem::path& file_name,
                                          std::optional<SourceTime> film_end) {
    return TranscriptReader{file_name}.read(text, film_end);
}

}  // namespace catalogue
