// The record of a lesson as a sheet.
#pragma once

#include "lessons/record.h"
#include "player/paper/sheet.h"

namespace paper {

// On one side. Where that is too small the prompts go first, the last before the first; what was
// seen stays. No names of pupils, nothing that was said.
Sheet session_record_of(const lessons::LessonRecord& record, std::string_view language = {});

}  // namespace paper
