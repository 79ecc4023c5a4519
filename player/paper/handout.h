// What a plan puts into the hands of a class: its prompts, with room to write.
#pragma once

#include "catalogue/job_veil.h"
#include "catalogue/module.h"
#include "catalogue/plan.h"
#include "player/paper/sheet.h"

namespace paper {

// One meeting of a plan on one side. Notes for whoever takes the lesson are not on it. Who is to
// be seen is left open where the plan leaves it open, because a lesson draws it. When any step of
// the plan keeps jobs for last no job is named anywhere; `veil` covers what else is covered.
//
// @param whole  the module as it was read
// @param week   counted from 1; of a plan that has no such week, its last one
Sheet handout_of(const catalogue::Plan& plan, const catalogue::Module& whole, int week = 1,
                 catalogue::JobVeil veil = {});

}  // namespace paper
