#include "player/app/storage/storage.h"

#include "catalogue/error_words.h"
#include "catalogue/words.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <random>

namespace app {
using catalogue::_;
namespace {

namespace fs = std::filesystem;

// What to do about it, for a teacher.
std::string way_out_of(int error) {
    switch (error) {
        case ENOSPC:
        case EDQUOT:
            return _("the disk is full: delete something, or save in another folder");
        case EROFS:
        case EACCES:
        case EPERM:
            return _("this folder is read-only: save in another folder");
        case EIO:
            return _("the disk does not work as it should: save in another folder");
        default:
            return _("see whether the disk is full or the folder is read-only");
    }
}

catalogue::Problem cannot_save(const fs::path& file, int error) {
    return catalogue::fail({file}, _("could not be saved: {}", catalogue::words_of_error(error)),
                           way_out_of(error));
}

}  // namespace

int write_and_flush(int descriptor, std::string_view text, Disk& disk) {
    while (!text.empty()) {
        const Disk::Written written = disk.write(descriptor, text);
        if (written.error != 0) return written.error;
        if (written.bytes == 0) return EIO;
        text.remove_prefix(written.bytes);
    }
    return disk.flush(descriptor);
}

int write_new_file(const fs::path& file, std::string_view text, Disk& disk) {
    const Disk::Opened opened = disk.make_file(file);
    if (opened.error != 0) return opened.error;
    int failure = write_and_flush(opened.descriptor, text, disk);
    if (const int error = disk.close(opened.descriptor); failure == 0) failure = error;
    if (failure != 0) return failure;
    std::string there;
    if (const int error = disk.read(file, there); error != 0) return error;
    return there == text ? 0 : EIO;
}

catalogue::Outcome save_document(const fs::path& file, std::string_view text, Disk& disk) {
    if (const int error = disk.make_folder(file.parent_path()); error != 0) {
        return cannot_save(file, error);
    }
    // Of one's own: in a shared folder others save, too, and on other machines with the same pid.
    const fs::path aside =
        file.string() + fmt::format(".{}-{:08x}.new", ::getpid(), std::random_device{}());
    int failure = write_new_file(aside, text, disk);
    if (failure == 0) failure = disk.rename(aside, file);
    if (failure != 0) {
        if (failure != EEXIST) disk.remove(aside);  // then it is somebody else's
        return cannot_save(file, failure);
    }
    if (const int error = disk.flush_folder(file.parent_path()); error != 0) {
        return cannot_save(file, error);
    }
    return catalogue::done();
}

catalogue::Result<std::optional<std::string>> load_document(const fs::path& file, Disk& disk) {
    std::string text;
    const int error = disk.read(file, text);
    if (error == ENOENT || error == ENOTDIR) return std::optional<std::string>{};
    if (error != 0) {
        return catalogue::fail({file}, _("could not be read"), _("see who may read this file"));
    }
    return std::optional<std::string>{std::move(text)};
}

}  // namespace app
