#include "catalogue/exchange/csv_table.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "catalogue/text.h"

namespace catalogue {
namespace {

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

std::string without_apostrophe(std::string field) {
    const std::string_view rest = std::string_view(field).substr(field.starts_with('\'') ? 1 : 0);
    const bool guarded =
        field.starts_with('\'') && (rest.starts_with('\'') || begins_formula(rest));
    return guarded ? std::string(rest) : field;
}

std::vector<CsvRow> rows_of(std::string_view text, char divider) {
    std::vector<CsvRow> rows;
    int line = 1;
    CsvRow row{line, {""}};
    bool quoted = false;
    const auto end_row = [&] {
        for (std::string& field : row.fields)
            field = without_apostrophe(std::move(field));
        if (row.fields.size() > 1 || !trimmed(row.fields.front()).empty()) rows.push_back(row);
        row = {line, {""}};
    };
    for (std::size_t i = 0; i < text.size() && rows.size() <= max_csv_rows; ++i) {
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

}  // namespace

std::vector<CsvRow> csv_rows(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    return rows_of(text, divider_of(text));
}

std::string csv_field(std::string_view value) {
    std::string guarded = (needs_apostrophe(value) ? "'" : "") + std::string(value);
    if (guarded.find_first_of("\",;\t\r\n") == std::string::npos) return guarded;
    std::string quoted = "\"";
    for (const char c : guarded) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

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

}  // namespace catalogue
