// Chapters as a spreadsheet has them (RFC 4180).
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "catalogue/exchange/chapter_forms.h"
#include "catalogue/text.h"
#include "catalogue/time_text.h"
#include "catalogue/words.h"

namespace catalogue {
namespace {

constexpr std::size_t max_rows = 10'000;
constexpr std::size_t max_problems = 100;
constexpr std::int64_t longest_us = std::int64_t{100} * 3600 * 1'000'000;

// Spreadsheets run what begins with one of these.
bool begins_formula(std::string_view field) {
    return !field.empty() &&
           std::string_view("=+-@\t\r").find(field.front()) != std::string_view::npos;
}

bool needs_apostrophe(std::string_view field) {
    if (begins_formula(field)) return true;
    // So that an apostrophe of the author's own is not taken off in reading.
    return field.starts_with('\'') &&
           (field.substr(1).starts_with('\'') || begins_formula(field.substr(1)));
}

std::string field_text(std::string_view value) {
    std::string guarded = (needs_apostrophe(value) ? "'" : "") + std::string(value);
    if (guarded.find_first_of("\",;\t\r\n") == std::string::npos) return guarded;
    std::string quoted = "\"";
    for (const char c : guarded) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string without_apostrophe(std::string field) {
    const std::string_view rest = std::string_view(field).substr(field.starts_with('\'') ? 1 : 0);
    const bool guarded =
        field.starts_with('\'') && (rest.starts_with('\'') || begins_formula(rest));
    return guarded ? std::string(rest) : field;
}

struct Row {
    int line = 0;
    std::vector<std::string> fields;
};

// Fields in quotes may hold the divider, line ends and doubled quotes.
std::vector<Row> rows_of(std::string_view text, char divider) {
    std::vector<Row> rows;
    int line = 1;
    Row row{line, {""}};
    bool quoted = false;
    const auto end_row = [&] {
        if (row.fields.size() > 1 || !trimmed(row.fields.front()).empty()) rows.push_back(row);
        row = {line, {""}};
    };
    for (std::size_t i = 0; i < text.size() && rows.size() <= max_rows; ++i) {
        const char c = text[i];
        if (c == '\n') ++line;
        if (quoted) {
            if (c != '"') {
                row.fields.back() += c;
            } else if (i + 1 < text.size() && text[i + 1] == '"') {
                row.fields.back() += text[++i];
            } else {
                quoted = false;
            }
        } else if (c == '"' && row.fields.back().empty()) {
            quoted = true;
        } else if (c == divider) {
            row.fields.emplace_back();
        } else if (c == '\n') {
            end_row();
        } else if (c != '\r') {
            row.fields.back() += c;
        }
    }
    end_row();
    return rows;
}

// The one of the usual dividers that the first line has most of.
char divider_of(std::string_view text) {
    const std::string_view first = text.substr(0, text.find('\n'));
    constexpr std::array<char, 3> dividers{',', ';', '\t'};
    return *std::ranges::max_element(dividers, {},
                                     [&](char c) { return std::ranges::count(first, c); });
}

// "75", "1:15", "00:01:15.250" or "1:15,25", as spreadsheets make them of each other.
std::optional<SourceTime> lenient_time(std::string_view text) {
    std::int64_t whole_s = 0;
    std::int64_t part = 0;
    int digits = 0;
    int colons = 0;
    std::optional<std::int64_t> fraction_us;
    std::int64_t scale = 100'000;
    for (const char c : trimmed(text)) {
        if (c >= '0' && c <= '9') {
            if (fraction_us) {
                *fraction_us += (c - '0') * scale;
                scale /= 10;
            } else if (++digits > 9) {
                return std::nullopt;
            } else {
                part = part * 10 + (c - '0');
            }
        } else if (c == ':' && !fraction_us && digits > 0 && colons < 2) {
            whole_s = (whole_s + part) * 60;
            part = 0;
            digits = 0;
            ++colons;
        } else if ((c == '.' || c == ',') && !fraction_us && digits > 0) {
            fraction_us = 0;
        } else {
            return std::nullopt;
        }
    }
    if (digits == 0) return std::nullopt;
    const std::int64_t us = (whole_s + part) * 1'000'000 + fraction_us.value_or(0);
    if (us > longest_us) return std::nullopt;
    return SourceTime{SourceDuration{us}};
}

class CsvReader {
public:
    explicit CsvReader(const std::filesystem::path& file) : file_(file) {}

    ChapterReading read(std::string_view text) {
        if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
        const std::vector<Row> rows = rows_of(text, divider_of(text));
        if (rows.empty() || !find_columns(rows.front())) return std::move(reading_);
        for (std::size_t i = 1; i < rows.size(); ++i) {
            if (i == max_rows) {
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

    bool find_columns(const Row& first) {
        for (std::size_t column = 0; column < names.size(); ++column) {
            for (std::size_t place = 0; place < first.fields.size(); ++place) {
                if (trimmed(first.fields[place]) == names[column]) columns_[column] = place;
            }
        }
        if (columns_[1] && columns_[2] && (columns_[0] || columns_[3])) return true;
        complain(first.line, _("the first line does not name the columns"),
                 _("write question,in,out,title into it"));
        return false;
    }

    std::string field(const Row& row, std::size_t column) const {
        const auto place = columns_[column];
        if (!place || *place >= row.fields.size()) return {};
        return without_apostrophe(row.fields[*place]);
    }

    void read_row(const Row& row) {
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
        text += fmt::format("{},{},{},{}\r\n", field_text(chapter.question),
                            format_time(chapter.time.in), format_time(chapter.time.out),
                            field_text(chapter.title));
    }
    return text;
}

ChapterReading read_chapters_csv(std::string_view text, const std::filesystem::path& file_name) {
    return CsvReader{file_name}.read(text);
}

}  // namespace catalogue
