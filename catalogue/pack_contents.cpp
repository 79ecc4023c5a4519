// What an entry holds, in and out: inflating, and the bytes around what is stored.
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>

#include "catalogue/pack_bytes.h"
#include "catalogue/pack_format.h"
#include "catalogue/text.h"
#include "catalogue/words.h"

namespace catalogue {
namespace {

using namespace pack;

constexpr std::size_t block_bytes = 1U << 16;

bool write_all(int descriptor, const unsigned char* bytes, std::size_t size) {
    while (size > 0) {
        const ssize_t count = ::write(descriptor, bytes, size);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        bytes += count;
        size -= static_cast<std::size_t>(count);
    }
    return true;
}

// Inflates into `target`; false unless it is exactly what the directory says.
bool inflate_into(int target, const PackEntry& entry, std::uint64_t begin, int descriptor) {
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return false;
    const std::unique_ptr<z_stream, int (*)(z_stream*)> ends(&stream, inflateEnd);
    std::array<unsigned char, block_bytes> packed;
    std::array<unsigned char, block_bytes> plain;
    std::uint64_t taken = 0;
    std::uint64_t given = 0;
    std::uint32_t checksum = 0;
    int state = Z_OK;
    while (state != Z_STREAM_END) {
        if (stream.avail_in == 0 && taken < entry.packed_bytes) {
            const std::uint64_t wanted =
                std::min<std::uint64_t>(packed.size(), entry.packed_bytes - taken);
            const ssize_t count =
                ::pread(descriptor, packed.data(), wanted, static_cast<off_t>(begin + taken));
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0) return false;
            stream.next_in = packed.data();
            stream.avail_in = static_cast<uInt>(count);
            taken += static_cast<std::uint64_t>(count);
        }
        stream.next_out = plain.data();
        stream.avail_out = static_cast<uInt>(plain.size());
        state = inflate(&stream, Z_NO_FLUSH);
        if (state != Z_OK && state != Z_STREAM_END) return false;
        const std::size_t came = plain.size() - stream.avail_out;
        given += came;
        if (given > entry.size_bytes) return false;
        checksum = checksum_of(checksum, {reinterpret_cast<const char*>(plain.data()), came});
        if (!write_all(target, plain.data(), came)) return false;
    }
    return given == entry.size_bytes && taken == entry.packed_bytes && stream.avail_in == 0 &&
           checksum == entry.checksum;
}

bool is_large(std::uint64_t number) {
    return number >= elsewhere32;
}

void append_field(std::string& text, std::uint64_t number) {
    append_number(text, std::min(number, elsewhere32), 4);
}

constexpr std::uint16_t usual_version = 20;
constexpr std::uint16_t large_version = 45;
// Always the same time, so that the same module makes the same pack: the first that there is.
constexpr std::uint16_t first_time = 0;
constexpr std::uint16_t first_date = 1U << 5 | 1U;
constexpr std::uint64_t readable_file = std::uint64_t{S_IFREG | 0644} << 16;
constexpr std::uint16_t made_on_unix = 3U << 8;

// From the needed version to the two sizes, which both kinds of header have alike.
void append_common(std::string& text, const PackEntry& entry, bool large) {
    append_number(text, large ? large_version : usual_version, 2);
    append_number(text, utf8_flag, 2);
    append_number(text, stored_method, 2);
    append_number(text, first_time, 2);
    append_number(text, first_date, 2);
    append_number(text, entry.checksum, 4);
    append_field(text, entry.packed_bytes);
    append_field(text, entry.size_bytes);
}

}  // namespace

std::uint32_t pack::checksum_of(std::uint32_t before, std::string_view bytes) {
    return static_cast<std::uint32_t>(crc32(before,
                                            reinterpret_cast<const unsigned char*>(bytes.data()),
                                            static_cast<uInt>(bytes.size())));
}

Problem damaged_in_pack(const std::string& name) {
    return fail({}, _("{} is damaged in the pack", in_quotes(name)),
                _("copy it again, or make it again with 'crosscut pack'"));
}

Result<int> inflate_entry(const PackEntry& entry, const std::string& name, int descriptor,
                          std::int64_t modified_ns) {
    const Result<std::uint64_t> begin = begin_of(entry, name, descriptor);
    if (!begin) return begin.error();
    const int memory = ::memfd_create("crosscut-pack", MFD_CLOEXEC);
    constexpr std::int64_t second_ns = 1'000'000'000;
    const struct timespec modified { modified_ns / second_ns, modified_ns % second_ns };
    const std::array<struct timespec, 2> times{modified, modified};
    if (memory >= 0 && inflate_into(memory, entry, *begin, descriptor) &&
        ::futimens(memory, times.data()) == 0) {
        return memory;
    }
    if (memory >= 0) ::close(memory);
    return damaged_in_pack(name);
}

std::string local_header(const PackEntry& entry, const std::string& name) {
    const bool large = is_large(entry.size_bytes);
    std::string text;
    append_number(text, local_mark, 4);
    append_common(text, entry, large);
    append_number(text, name.size(), 2);
    append_number(text, large ? 20 : 0, 2);
    text += name;
    if (large) {
        append_number(text, large_field, 2);
        append_number(text, 16, 2);
        append_number(text, entry.size_bytes, 8);
        append_number(text, entry.packed_bytes, 8);
    }
    return text;
}

std::string directory_text(const std::vector<std::pair<std::string, PackEntry>>& entries,
                           std::uint64_t position) {
    std::string text;
    for (const auto& [name, entry] : entries) {
        std::string numbers;
        if (is_large(entry.size_bytes)) {
            append_number(numbers, entry.size_bytes, 8);
            append_number(numbers, entry.packed_bytes, 8);
        }
        if (is_large(entry.header)) append_number(numbers, entry.header, 8);
        append_number(text, entry_mark, 4);
        append_number(text, made_on_unix | large_version, 2);
        append_common(text, entry, !numbers.empty());
        append_number(text, name.size(), 2);
        append_number(text, numbers.empty() ? 0 : numbers.size() + 4, 2);
        append_number(text, 0, 2 + 2 + 2);  // no comment, one disk, no attributes of the format's
        append_number(text, readable_file, 4);
        append_field(text, entry.header);
        text += name;
        if (numbers.empty()) continue;
        append_number(text, large_field, 2);
        append_number(text, numbers.size(), 2);
        text += numbers;
    }
    const std::uint64_t directory_bytes = text.size();
    const std::uint64_t count = entries.size();
    if (is_large(position) || count >= elsewhere16) {
        const std::uint64_t large_end = position + directory_bytes;
        append_number(text, large_end_mark, 4);
        append_number(text, large_end_bytes - 12, 8);
        append_number(text, made_on_unix | large_version, 2);
        append_number(text, large_version, 2);
        append_number(text, 0, 4 + 4);
        append_number(text, count, 8);
        append_number(text, count, 8);
        append_number(text, directory_bytes, 8);
        append_number(text, position, 8);
        append_number(text, large_locator_mark, 4);
        append_number(text, 0, 4);
        append_number(text, large_end, 8);
        append_number(text, 1, 4);
    }
    append_number(text, end_mark, 4);
    append_number(text, 0, 2 + 2);
    append_number(text, std::min(count, elsewhere16), 2);
    append_number(text, std::min(count, elsewhere16), 2);
    append_field(text, directory_bytes);
    append_field(text, position);
    append_number(text, 0, 2);
    return text;
}

}  // namespace catalogue
