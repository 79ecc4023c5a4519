#include "catalogue/problem.h"

#include <fmt/format.h>

#include "catalogue/text.h"

namespace catalogue {

std::string to_text(const Problem& problem) {
    std::string text;
    if (!problem.place.file.empty()) {
        // A file's name may hold anything; what is said about it may be shown anywhere.
        text += printable(problem.place.file.generic_string());
        if (problem.place.line > 0) text += fmt::format(":{}", problem.place.line);
        if (problem.place.line > 0 && problem.place.column > 0) {
            text += fmt::format(":{}", problem.place.column);
        }
        text += ": ";
    }
    text += problem.what;
    if (!problem.hint.empty()) text += fmt::format(" ({})", problem.hint);
    return text;
}

}  // namespace catalogue
