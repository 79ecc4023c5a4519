#include "catalogue/error_words.h"

#include <cerrno>
#include <cstring>

#include "catalogue/words.h"

namespace catalogue {

std::string words_of_error(int error) {
    switch (error) {
        case ENOSPC:
        case EDQUOT:
            return _("there is no room left on the disk");
        case EROFS:
            return _("nothing can be written there");
        case EACCES:
        case EPERM:
            return _("this user is not allowed to");
        case ENOENT:
        case ENOTDIR:
        case ENODEV:
        case ENXIO:
        case ESTALE:
            return _("it is not there any more");
        case EFBIG:
            return _("it is too large for this disk");
        case EIO:
            return _("the disk does not work as it should");
        case ETIMEDOUT:
        case EHOSTDOWN:
        case EHOSTUNREACH:
        case ENETDOWN:
        case ENETUNREACH:
            return _("the network does not answer");
        default:
            return std::strerror(error);
    }
}

}  // namespace catalogue
