// Chapters as a spreadsheet has them (RFC 4180).
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "catalogue/exchange/chapter_forms.h"
#include "catalogue/exchange/csv_table.h"
#include "catalogue/text.h"
#include "catalogue/time_text.h"
#include "catalogue/words.h"

namespace catalogue {
namespace {

constexpr std::size_t max_problems = 100;

// Capital letters apart, as spreadsheets like to write them.
bool is_called(std::string_view field, std::string_view name) {
    return edit_distance(trimmed(field), name, 0) == 0;
}

class CsvReader {
public:
    explicit CsvReader(const std::filesystem::path& file) : file_(file) {}

    ChapterReading read(std::string_view text) {
        const std::vector<CsvRow> rows = csv_rows(text);
        if (rows.empty() || !find_columns(rows.front())) return std::move(reading_);
        for (std::size_t i = 1; i < rows.size(); ++i) {
            if (i == max_csv_rows) {
                complain(rows[i].line, _("there are too many lines"), _("the rest is not read"));
                break;
            }
            read_row(rows[i]);
        }
        return std::move(reading_);
    }

private:
    static constexpr std::array<std::string_view, 4> names{"question", "in", "out", "title"};

    void complain(int line, std::string what, std::string hint) {
        if (reading_.problems.size() < max_problems) {
            reading_.problems.push_back(fail({file_, line}, std::move(what), std::move(hint)));
        }
    }

    bool find_columns(const CsvRow& first) {
        for (std::size_t column = 0; column < names.size(); ++column) {
            for (std::size_t place = 0; place < first.fields.size(); ++place) {
                if (is_called(first.fields[place], names[column])) columns_[column] = place;
            }
        }
        if (columns_[1] && columns_[2] && (columns_[0] || columns_[3])) return true;
        complain(first.line, _("the first line does not name the columns"),
                 _("write question,in,out,title into it"));
        return false;
    }

    std::string field(const CsvRow& row, std::size_t column) const {
        const auto place = columns_[column];
        if (!place || *place >= row.fields.size()) return {};
        return row.fields[*place];
    }

    void read_row(const CsvRow& row) {
        const auto in = lenient_time(field(row, 1));
        const auto out = lenient_time(field(row, 2));
        if (!in || !out) {
            complain(row.line, _("{} is not a time", in_quotes(field(row, in ? 2 : 1))),
                     _("write it as in 00:40.200"));
            return;
        }
        Chapter chapter{
            {*in, *out}, printable(trimmed(field(row, 0))), printable(trimmed(field(row, 3)))};
        if (reading_.problems.size() < max_problems || chapter.time.in < chapter.time.out) {
            keep_chapter(reading_, std::move(chapter), file_, row.line);
        }
    }

    const std::filesystem::path& file_;
    ChapterReading reading_;
    std::array<std::optional<std::size_t>, 4> columns_;
};

}  // namespace

std::string chapters_csv(const std::vector<Chapter>& chapters) {
    std::string text = "question,in,out,title\r\n";
    for (const Chapter& chapter : chapters) {
        text += fmt::format("{},{},{},{}\r\n", csv_field(chapter.question),
                            format_time(chapter.time.in), format_time(chapter.time.out),
                            csv_field(chapter.title));
    }
    return text;
}

ChapterReading read_chapters_csv(std::string_view text, const std::filesystem::path& file_name) {
    return CsvReader{file_name}.read(text);
}

}  // namespace catalogue
