#include "catalogue/pack_writer.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>

#include "catalogue/error_words.h"
#include "catalogue/pack_format.h"
#include "catalogue/text.h"
#include "catalogue/words.h"

namespace catalogue {

using pack::checksum_of;

namespace {

constexpr std::size_t block_bytes = 1U << 20;

}  // namespace

PackWriter::PackWriter(int descriptor) : descriptor_(descriptor) {}
PackWriter::~PackWriter() = default;

Outcome PackWriter::write(std::string_view bytes, std::uint64_t position) {
    while (!bytes.empty()) {
        const ssize_t count =
            ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(position));
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) {
            return fail(
                {}, _("the pack cannot be written: {}", words_of_error(errno)),
                errno == EFBIG
                    ? _("this disk takes no file of more than 4 GiB (FAT): save it on another one")
                    : _("is there room on the disk, and may you write there?"));
        }
        bytes.remove_prefix(static_cast<std::size_t>(count));
        position += static_cast<std::uint64_t>(count);
    }
    return done();
}

Outcome PackWriter::begin() {
    return add_text(pack_type_name, pack_type);
}

Outcome PackWriter::add(const std::string& name, const InsideFile& file,
                        const std::function<void(std::uint64_t)>& went_on) {
    PackEntry entry;
    entry.header = position_;
    entry.packed_bytes = entry.size_bytes = file.size_bytes();
    const std::size_t header_bytes = local_header(entry, name).size();
    std::string block(block_bytes, '\0');
    std::uint64_t at = 0;
    while (at < entry.size_bytes) {
        const std::ptrdiff_t count = file.read_at(at, block.data(), block.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) {
            return fail({}, _("{} cannot be read to its end", in_quotes(name)),
                        _("look after the disk or the network that the module is on"));
        }
        const std::string_view came{block.data(), static_cast<std::size_t>(count)};
        if (came.size() > entry.size_bytes - at) break;  // it has grown
        entry.checksum = checksum_of(entry.checksum, came);
        if (const Outcome written = write(came, position_ + header_bytes + at); !written) {
            return written;
        }
        at += came.size();
        went_on(came.size());
    }
    if (const auto state = file.state();
        at != entry.size_bytes || !state || state->size_bytes != entry.size_bytes) {
        return fail({}, _("{} was changed while it was packed", in_quotes(name)),
                    _("close the program that writes it, and begin again"));
    }
    // Last, because only now its checksum is known.
    if (const Outcome written = write(local_header(entry, name), position_); !written) {
        return written;
    }
    entries_.emplace_back(name, entry);
    position_ += header_bytes + entry.size_bytes;
    return done();
}

Outcome PackWriter::add_text(const std::string& name, std::string_view text) {
    const PackEntry entry{position_, 0, text.size(), text.size(), checksum_of(0, text), false};
    const std::string bytes = local_header(entry, name) + std::string{text};
    if (const Outcome written = write(bytes, position_); !written) return written;
    entries_.emplace_back(name, entry);
    position_ += bytes.size();
    return done();
}

Outcome PackWriter::finish() {
    return write(directory_text(entries_, position_), position_);
}

}  // namespace catalogue
