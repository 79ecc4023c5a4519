// The letters that the program brings, for Pango: every machine prints and projects the same.
#pragma once

#include <filesystem>
#include <memory>

#include "catalogue/problem.h"

#include <pango/pangocairo.h>

namespace lettering {

struct CairoFree {
    void operator()(cairo_t* cairo) const noexcept { cairo_destroy(cairo); }
    void operator()(cairo_surface_t* surface) const noexcept { cairo_surface_destroy(surface); }
};
using CairoHandle = std::unique_ptr<cairo_t, CairoFree>;
using SurfaceHandle = std::unique_ptr<cairo_surface_t, CairoFree>;

struct GObjectFree {
    void operator()(gpointer object) const noexcept { g_object_unref(object); }
};
// Owns one reference.
template <class T>
using GObjectHandle = std::unique_ptr<T, GObjectFree>;

// A font map in which Inter and Andika are the files in `folder`, whatever else the machine has by
// those names. Its other fonts stand in for scripts that these lack. Fails when a file is missing.
// It is made once and kept as long as the program runs. Main thread only.
catalogue::Result<PangoFontMap*> font_map(const std::filesystem::path& folder);

}  // namespace lettering
