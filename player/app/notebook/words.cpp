#include "player/app/notebook/words.h"

#include "catalogue/words.h"

#include <cerrno>
#include <string_view>

namespace app {
using catalogue::_;
namespace {

std::string folder_fault(const NotebookTrouble& trouble) {
    if (trouble.folder_hangs) return _("The folder of this notebook does not answer");
    switch (trouble.folder_error) {
        case ENOSPC:
        case EDQUOT:
            return _("The disk of this notebook is full");
        case EROFS:
        case EACCES:
        case EPERM:
            return _("The folder of this notebook may not be written into");
        case ENOENT:
        case ENOTDIR:
        case ENODEV:
        case ENOTCONN:
        case EHOSTDOWN:
        case EHOSTUNREACH:
        case ETIMEDOUT:
        case ESTALE:
            return _("The folder of this notebook is out of reach");
        default:
            return _("The disk of this notebook does not work as it should");
    }
}

}  // namespace

std::optional<std::string> sentence_about(const NotebookTrouble& trouble) {
    const bool folder = trouble.folder_error != 0 || trouble.folder_hangs;
    const bool kept = trouble.kept_error != 0 || trouble.kept_hangs;
    if (trouble.erasing) {
        if (folder) return _("{}: it is not deleted yet; leave this open.", folder_fault(trouble));
        if (kept) return _("What this computer kept of the notebook is not deleted yet.");
        return std::nullopt;
    }
    if (folder && kept) {
        return _(
            "{}, and this computer cannot keep it either: leave this open, or copy your words.",
            folder_fault(trouble));
    }
    if (folder) {
        return _(
            "{}: what you write is kept on this computer and copied by itself as soon as it can "
            "be.",
            folder_fault(trouble));
    }
    if (kept) {
        return _(
            "This computer cannot keep a second copy of what you write; your notebook is still "
            "saved every few seconds.");
    }
    if (trouble.is_foreign) {
        return _(
            "This notebook was written by a newer Crosscut: it is left as it is, and what you "
            "write goes into a copy beside it.");
    }
    if (trouble.was_damaged && trouble.has_version) {
        return _(
            "This notebook was damaged: it was put aside in its folder, and this is the newest "
            "version that is whole.");
    }
    if (trouble.was_damaged) {
        return _(
            "This notebook was damaged, and no other version was found: it was put aside in its "
            "folder.");
    }
    return std::nullopt;
}

}  // namespace app
