#include "player/app/notebook/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <random>

#include "catalogue/checksum.h"

namespace app {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono;

constexpr std::string_view ending = ".notebook";
constexpr std::string_view new_ending = ".new";
constexpr std::size_t id_digits = 8;
constexpr std::size_t name_digits = 4;
constexpr std::size_t hash_digits = 16;
constexpr std::size_t key_digits = 32;

bool are_digits(std::string_view text, std::size_t count) {
    return text.size() == count && text.find_first_not_of("0123456789ABCDEF") == text.npos;
}

std::string beside(std::string_view name, std::string_view what, std::string_view digits) {
    return fmt::format("{} ({} {})", name, what, digits.substr(0, name_digits));
}

// `text` without what it begins and ends with; nothing when it does not.
std::optional<std::string_view> between(std::string_view text, std::string_view begins,
                                        std::string_view ends) {
    if (text.size() < begins.size() + ends.size() || !text.starts_with(begins) ||
        !text.ends_with(ends)) {
        return std::nullopt;
    }
    return text.substr(begins.size(), text.size() - begins.size() - ends.size());
}

bool is_beside(std::string_view name, std::string_view what, std::string_view file_name) {
    const auto digits =
        between(file_name, fmt::format("{} ({} ", name, what), fmt::format("){}", ending));
    return digits && are_digits(*digits, name_digits);
}

std::optional<int> number(std::string_view digits) {
    int value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size()) return std::nullopt;
    return value;
}

}  // namespace

std::string new_writer_id() {
    return fmt::format("{:08X}", std::random_device{}());
}

fs::path notebook_file(const fs::path& folder, std::string_view name) {
    return folder / fmt::format("{}{}", name, ending);
}

std::string copy_name(std::string_view name, std::string_view digits) {
    return beside(name, "copy", digits);
}

std::string damaged_name(std::string_view name, std::string_view digits) {
    return beside(name, "damaged", digits);
}

std::optional<std::string> copy_of(std::string_view name, std::string_view file_name) {
    if (!is_beside(name, "copy", file_name)) return std::nullopt;
    return std::string{file_name.substr(0, file_name.size() - ending.size())};
}

bool belongs_to(std::string_view name, std::string_view file_name) {
    return file_name == fmt::format("{}{}", name, ending) || is_beside(name, "copy", file_name) ||
           is_beside(name, "damaged", file_name) || is_on_its_way(name, file_name);
}

bool is_on_its_way(std::string_view name, std::string_view file_name) {
    if (!file_name.ends_with(new_ending)) return false;
    file_name.remove_suffix(new_ending.size());
    const std::size_t dot = file_name.rfind('.');
    if (dot == file_name.npos || !are_digits(file_name.substr(dot + 1), id_digits)) return false;
    const std::string_view under_way = file_name.substr(0, dot);
    return under_way == fmt::format("{}{}", name, ending) || is_beside(name, "copy", under_way);
}

fs::path versions_folder(const fs::path& folder, std::string_view name) {
    return folder / ".versions" / name;
}

fs::path journal_folder(const fs::path& kept_in, const fs::path& folder, std::string_view name) {
    const std::string where = notebook_file(folder, name).lexically_normal().string();
    return kept_in / "notebooks" / catalogue::sha256_hex(where).substr(0, key_digits);
}

std::string text_hash_of(std::string_view text) {
    return catalogue::sha256_hex(text).substr(0, hash_digits);
}

std::string file_name_of(const NotebookVersion& version) {
    const sys_days day = floor<days>(version.written);
    const year_month_day date{day};
    const hh_mm_ss time{version.written - day};
    return fmt::format("{:04}{:02}{:02}-{:02}{:02}{:02}-{}{}-{}{}", int{date.year()},
                       unsigned{date.month()}, unsigned{date.day()}, time.hours().count(),
                       time.minutes().count(), time.seconds().count(), version.writer,
                       version.of_copy ? "-copy" : "", version.text_hash, ending);
}

std::optional<NotebookVersion> version_from(std::string_view file_name) {
    constexpr std::size_t stamp_size = 15;  // 20261128-214501
    if (file_name.size() < stamp_size + id_digits) return std::nullopt;
    const auto field = [&](std::size_t at, std::size_t size) {
        return number(file_name.substr(at, size)).value_or(-1);
    };
    const year_month_day date{year{field(0, 4)}, month(static_cast<unsigned>(field(4, 2))),
                              day(static_cast<unsigned>(field(6, 2)))};
    const std::array time = {field(9, 2), field(11, 2), field(13, 2)};
    if (!date.ok() || std::ranges::min(time) < 0) return std::nullopt;
    NotebookVersion version;
    version.written = sys_days{date} + hours{time[0]} + minutes{time[1]} + seconds{time[2]};
    version.writer = file_name.substr(stamp_size + 1, id_digits);
    const std::string_view rest =
        file_name.substr(std::min(stamp_size + 1 + id_digits, file_name.size()));
    version.of_copy = rest.starts_with("-copy-");
    const auto hash = between(rest, version.of_copy ? "-copy-" : "-", ending);
    if (!hash) return std::nullopt;
    version.text_hash = *hash;
    // There is one way only to write it.
    if (file_name_of(version) != file_name) return std::nullopt;
    return version;
}

}  // namespace app
