// A worksheet for any one answer: before, while, afterwards.
#pragma once

#include <cstddef>

#include "catalogue/job_veil.h"
#include "catalogue/module.h"
#include "catalogue/problem.h"
#include "player/paper/sheet.h"

namespace paper {

// On one side. A sensitive question carries the module's help lines. Fails with a sentence when
// the answer may not be shown or is not there.
//
// @param whole     the module as it was read
// @param person    place in Module::people
// @param question  place in Module::questions
catalogue::Result<Sheet> worksheet_of(const catalogue::Module& whole, std::size_t person,
                                      std::size_t question, const catalogue::JobVeil& veil = {});

}  // namespace paper
