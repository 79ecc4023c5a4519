// The letters that the program brings, so that every machine prints the same. Private to the
// folder.
#pragma once

#include <filesystem>
#include <memory>

#include "catalogue/problem.h"

#include <pango/pangocairo.h>

namespace paper {

struct GObjectFree {
    void operator()(gpointer object) const noexcept { g_object_unref(object); }
};
template <class T>
using GObjectHandle = std::unique_ptr<T, GObjectFree>;

// A font map in which Inter and Andika are the files in `folder`, whatever else the machine has by
// those names. Its other fonts stand in for scripts that these lack. Fails when a file is missing.
// It is made once and kept as long as the program runs. One thread.
catalogue::Result<PangoFontMap*> font_map(const std::filesystem::path& folder);

}  // namespace paper
