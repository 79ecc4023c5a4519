#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <set>
#include <string_view>

#include "catalogue/inside_file.h"
#include "catalogue/pack_bytes.h"
#include "catalogue/pack_format.h"
#include "catalogue/text.h"
#include "catalogue/words.h"

namespace catalogue {
namespace {

using namespace pack;

constexpr std::uint64_t most_entries = 100'000;
constexpr std::uint64_t most_directory_bytes = 32U << 20;
constexpr std::size_t most_comment_bytes = 0xFFFF;
constexpr std::size_t most_problems = 100;
// What a deflated entry may hold: it is read into memory. Films are stored.
constexpr std::uint64_t most_inflated_bytes = 64U << 20;
// Text gets to a tenth of its size, made-up text to a hundredth.
constexpr std::uint64_t highest_ratio = 200;
constexpr std::uint64_t ratio_counts_from_bytes = 1U << 20;

constexpr const char* make_anew = said_later("make it again with 'crosscut pack'");
constexpr const char* copy_again =
    said_later("copy it again, or make it again with 'crosscut pack'");

// `size` bytes at `position`; fewer where the file ends or cannot be read.
std::string bytes_at(int descriptor, std::uint64_t position, std::size_t size) {
    std::string bytes(size, '\0');
    std::size_t there = 0;
    while (there < size) {
        const ssize_t count = ::pread(descriptor, bytes.data() + there, size - there,
                                      static_cast<off_t>(position + there));
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        there += static_cast<std::size_t>(count);
    }
    bytes.resize(there);
    return bytes;
}

// Where the directory lies and how much is in it.
struct End {
    std::uint64_t entries = 0;
    std::uint64_t directory = 0;  // where it begins
    std::uint64_t directory_bytes = 0;
    std::uint64_t position = 0;  // where the directory has to end
    bool one_disk = true;
};

class DirectoryReader {
public:
    DirectoryReader(int descriptor, std::uint64_t size_bytes, const std::filesystem::path& pack)
        : descriptor_(descriptor), size_bytes_(size_bytes), pack_(pack) {}

    Result<PackDirectory> read() {
        const auto end = find_end();
        if (!end) {
            return refused(_("this is not a pack, or its end is missing"), _(copy_again));
        }
        if (!end->one_disk) return refused(_("this pack is in several parts"), _(make_anew));
        if (end->entries > most_entries || end->directory_bytes > most_directory_bytes) {
            return refused(_("there are more than {} files in this pack", most_entries),
                           _(make_anew));
        }
        if (end->directory > end->position ||
            end->position - end->directory != end->directory_bytes) {
            return refused(_("the directory of this pack is damaged"), _(copy_again));
        }
        directory_ = end->directory;
        const std::string text =
            bytes_at(descriptor_, end->directory, static_cast<std::size_t>(end->directory_bytes));
        if (text.size() != end->directory_bytes || !read_entries(text, end->entries)) {
            return refused(_("the directory of this pack is damaged"), _(copy_again));
        }
        if (!find_limits()) {
            return refused(_("files in this pack lie over each other"),
                           _("do not use it: it is damaged, or made to do harm"));
        }
        return take();
    }

private:
    struct Read {
        std::string name;
        PackEntry entry;
        std::optional<Problem> refused;
        bool folder = false;
    };

    Problem refused(std::string what, const char* hint) const {
        return fail({pack_}, std::move(what), hint);
    }

    std::optional<End> find_end() const {
        const std::size_t tail_bytes = static_cast<std::size_t>(
            std::min<std::uint64_t>(size_bytes_, end_bytes + most_comment_bytes));
        const std::string tail = bytes_at(descriptor_, size_bytes_ - tail_bytes, tail_bytes);
        if (tail.size() != tail_bytes || tail_bytes < end_bytes) return std::nullopt;
        // The comment after it may hold the mark, too: only one that ends with the file counts.
        for (std::size_t at = tail_bytes - end_bytes + 1; at-- > 0;) {
            if (number_at(tail, at, 4) != end_mark) continue;
            if (at + end_bytes + number_at(tail, at + 20, 2) != tail_bytes) continue;
            End end;
            end.position = size_bytes_ - tail_bytes + at;
            end.one_disk = number_at(tail, at + 4, 2) == 0 && number_at(tail, at + 6, 2) == 0 &&
                           number_at(tail, at + 8, 2) == number_at(tail, at + 10, 2);
            end.entries = number_at(tail, at + 10, 2);
            end.directory_bytes = number_at(tail, at + 12, 4);
            end.directory = number_at(tail, at + 16, 4);
            return with_large_numbers(end);
        }
        return std::nullopt;
    }

    // A pack of more than 4 GiB, or of more than 65534 files, says so in front of the end.
    std::optional<End> with_large_numbers(End end) const {
        if (end.position < large_locator_bytes) return end;
        const std::string locator =
            bytes_at(descriptor_, end.position - large_locator_bytes, large_locator_bytes);
        if (locator.size() != large_locator_bytes ||
            number_at(locator, 0, 4) != large_locator_mark) {
            return end;
        }
        const std::uint64_t position = number_at(locator, 8, 8);
        if (position > end.position - large_locator_bytes) return std::nullopt;
        const std::string large = bytes_at(descriptor_, position, large_end_bytes);
        if (large.size() != large_end_bytes || number_at(large, 0, 4) != large_end_mark) {
            return std::nullopt;
        }
        end.one_disk = number_at(locator, 4, 4) == 0 && number_at(locator, 16, 4) <= 1 &&
                       number_at(large, 16, 4) == 0 && number_at(large, 20, 4) == 0 &&
                       number_at(large, 24, 8) == number_at(large, 32, 8);
        end.entries = number_at(large, 32, 8);
        end.directory_bytes = number_at(large, 40, 8);
        end.directory = number_at(large, 48, 8);
        end.position = position;
        return end;
    }

    // False when it is not a directory of exactly so many entries.
    bool read_entries(std::string_view text, std::uint64_t count) {
        for (std::uint64_t i = 0; i < count; ++i) {
            if (text.size() < entry_bytes || number_at(text, 0, 4) != entry_mark) return false;
            const std::size_t name_bytes = number_at(text, 28, 2);
            const std::size_t extra_bytes = number_at(text, 30, 2);
            const std::size_t whole =
                entry_bytes + name_bytes + extra_bytes + number_at(text, 32, 2);
            if (text.size() < whole) return false;
            if (!read_entry(text.substr(0, entry_bytes), text.substr(entry_bytes, name_bytes),
                            text.substr(entry_bytes + name_bytes, extra_bytes))) {
                return false;
            }
            text.remove_prefix(whole);
        }
        return text.empty();
    }

    bool read_entry(std::string_view fixed, std::string_view name, std::string_view extra) {
        Read read;
        read.name = name;
        read.folder = name.ends_with('/');
        read.entry.checksum = static_cast<std::uint32_t>(number_at(fixed, 16, 4));
        read.entry.packed_bytes = number_at(fixed, 20, 4);
        read.entry.size_bytes = number_at(fixed, 24, 4);
        read.entry.header = number_at(fixed, 42, 4);
        if (!read_large_numbers(extra, read.entry)) return false;
        const std::uint64_t method = number_at(fixed, 10, 2);
        read.entry.deflated = method == deflated_method;
        read.refused = refusal(read, number_at(fixed, 8, 2), method, number_at(fixed, 4, 2) >> 8,
                               number_at(fixed, 38, 4) >> 16);
        read_.push_back(std::move(read));
        return true;
    }

    static bool read_large_numbers(std::string_view extra, PackEntry& entry) {
        while (extra.size() >= 4) {
            const std::uint64_t kind = number_at(extra, 0, 2);
            const std::size_t bytes = number_at(extra, 2, 2);
            if (extra.size() - 4 < bytes) return true;  // others write what they like there
            if (kind == large_field) {
                std::string_view field = extra.substr(4, bytes);
                for (std::uint64_t* number :
                     {&entry.size_bytes, &entry.packed_bytes, &entry.header}) {
                    if (*number != elsewhere32) continue;
                    if (field.size() < 8) return false;
                    *number = number_at(field, 0, 8);
                    field.remove_prefix(8);
                }
                return true;
            }
            extra.remove_prefix(4 + bytes);
        }
        return true;
    }

    // Why an entry is left out; nothing for one that may be there.
    std::optional<Problem> refusal(const Read& read, std::uint64_t flags, std::uint64_t method,
                                   std::uint64_t system, std::uint64_t mode) const {
        const std::string quoted = in_quotes(read.name);
        const auto left_out = [&](std::string what, const char* hint) {
            return fail({pack_}, std::move(what), hint);
        };
        std::string path = read.name;
        if (read.folder) path.pop_back();
        if (const Outcome allowed = check_relative_path(path); !allowed) {
            return left_out(_("{}, so it is left out", allowed.error().what), _(make_anew));
        }
        constexpr std::uint64_t unix_system = 3;
        const std::uint64_t kind = mode & S_IFMT;
        if (system == unix_system && kind != 0 && kind != S_IFREG && kind != S_IFDIR) {
            return left_out(kind == S_IFLNK
                                ? _("{} is a link, so it is left out", quoted)
                                : _("{} is a device or a pipe, so it is left out", quoted),
                            _("put the file itself into the module, and make the pack again"));
        }
        if (read.folder) return std::nullopt;
        if ((flags & encrypted_flags) != 0) {
            return left_out(_("{} is encrypted, so it is left out", quoted),
                            _("make the pack again without a password"));
        }
        const PackEntry& entry = read.entry;
        if (method != stored_method && method != deflated_method) {
            return left_out(_("{} is packed in a way that is not known, so it is left out", quoted),
                            _(make_anew));
        }
        if (!entry.deflated) {
            if (entry.packed_bytes == entry.size_bytes) return std::nullopt;
            return left_out(_("{} says two sizes of itself, so it is left out", quoted),
                            _(make_anew));
        }
        if (entry.size_bytes > most_inflated_bytes) {
            return left_out(_("{} is compressed, and larger than {} MiB, so it is left out", quoted,
                              most_inflated_bytes >> 20),
                            _("films have to be stored as they are, so that they can be played in "
                              "place: make the pack again with 'crosscut pack'"));
        }
        if (entry.size_bytes > ratio_counts_from_bytes &&
            entry.size_bytes / highest_ratio > entry.packed_bytes) {
            return left_out(_("{} would become more than {} times as large, so it is left out",
                              quoted, highest_ratio),
                            _("do not use this pack: it is made to do harm"));
        }
        return std::nullopt;
    }

    // False when two of them lie over each other, or one over the directory.
    bool find_limits() {
        std::vector<Read*> by_place;
        for (Read& one : read_)
            by_place.push_back(&one);
        std::ranges::sort(by_place, {}, [](const Read* one) { return one->entry.header; });
        std::uint64_t limit = directory_;
        for (std::size_t i = by_place.size(); i-- > 0;) {
            Read& one = *by_place[i];
            const std::uint64_t head = local_bytes + one.name.size();
            if (one.entry.header > limit || limit - one.entry.header < head ||
                limit - one.entry.header - head < one.entry.packed_bytes) {
                return false;
            }
            one.entry.limit = limit;
            limit = one.entry.header;
        }
        return true;
    }

    PackDirectory take() {
        PackDirectory directory;
        const auto left_out = [&](Problem problem) {
            if (directory.problems.size() < most_problems) {
                directory.problems.push_back(std::move(problem));
            }
        };
        std::map<std::string, int> times;
        std::set<std::string> folders;
        for (const Read& one : read_) {
            ++times[one.name];
            for (std::size_t at = one.name.find('/'); at != one.name.npos;
                 at = one.name.find('/', at + 1)) {
                folders.insert(one.name.substr(0, at));
            }
        }
        std::set<std::string> told;
        for (Read& one : read_) {
            if (one.refused) {
                left_out(*std::move(one.refused));
            } else if (one.folder) {
                continue;
            } else if (times[one.name] > 1) {
                // Which one counts would depend on who reads it.
                if (!told.insert(one.name).second) continue;
                left_out(
                    refused(_("{} is there more than once, so it is left out", in_quotes(one.name)),
                            _(make_anew)));
            } else if (folders.contains(one.name)) {
                left_out(
                    refused(_("{} is a file and a folder, so it is left out", in_quotes(one.name)),
                            _(make_anew)));
            } else {
                directory.entries.emplace(std::move(one.name), one.entry);
            }
        }
        return directory;
    }

    const int descriptor_;
    const std::uint64_t size_bytes_;
    const std::filesystem::path& pack_;
    std::uint64_t directory_ = 0;
    std::vector<Read> read_;
};

}  // namespace

Result<PackDirectory> read_pack_directory(int descriptor, std::uint64_t size_bytes,
                                          const std::filesystem::path& pack) {
    return DirectoryReader{descriptor, size_bytes, pack}.read();
}

Result<std::uint64_t> begin_of(const PackEntry& entry, const std::string& name, int descriptor) {
    const Problem damaged =
        fail({}, _("{} is damaged in the pack", in_quotes(name)), _(copy_again));
    const std::string header = bytes_at(descriptor, entry.header, local_bytes + name.size());
    if (header.size() != local_bytes + name.size() || number_at(header, 0, 4) != local_mark ||
        number_at(header, 26, 2) != name.size() ||
        header.compare(local_bytes, name.size(), name) != 0) {
        return damaged;
    }
    const std::uint64_t begin = entry.header + local_bytes + name.size() + number_at(header, 28, 2);
    if (begin > entry.limit || entry.limit - begin < entry.packed_bytes) return damaged;
    return begin;
}

}  // namespace catalogue
