// Lesson plans in the page of an HTML edition, as JSON. Pure.
#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "catalogue/module.h"
#include "catalogue/plan.h"

namespace app {

struct EditionPlan {
    std::shared_ptr<const catalogue::Plan> plan;
    std::string language;  // that it is written in
};

// Prompts are blocks of words, as the program itself shows them: a page has nothing to parse. Whom
// a clip shows, its question and its fact are places in the module's lists and in its facts for
// contrasts; null where the module has no such one, or where the person took back their consent.
// Notes for whoever takes the lesson are not there: the class has the page.
nlohmann::json plan_json(const EditionPlan& plan, const catalogue::Module& module);

}  // namespace app
