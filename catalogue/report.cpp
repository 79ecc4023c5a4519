#include "catalogue/report.h"

#include "catalogue/words.h"

namespace catalogue {

void Report::error(Place where, std::string what, std::string hint) {
    add({std::move(where), std::move(what), std::move(hint), Severity::Error});
}

void Report::warning(Place where, std::string what, std::string hint) {
    add({std::move(where), std::move(what), std::move(hint), Severity::Warning});
}

void Report::add(Problem problem) {
    if (full()) return;
    if (problem.place.file.empty()) problem.place.file = file_;
    problems_.push_back(std::move(problem));
    if (problems_.size() == limit_) {
        problems_.push_back(fail({file_}, _("there are more problems in this file than are listed"),
                                 _("solve these first")));
    }
}

bool Report::full() const {
    return problems_.size() > limit_;
}

}  // namespace catalogue
