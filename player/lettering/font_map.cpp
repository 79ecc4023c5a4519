#include "player/lettering/font_map.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>

namespace lettering {
namespace {

struct ConfigFree {
    void operator()(FcConfig* config) const noexcept { FcConfigDestroy(config); }
};
using ConfigHandle = std::unique_ptr<FcConfig, ConfigFree>;

constexpr auto files =
    std::to_array<const char*>({"Inter-Regular.otf", "Inter-SemiBold.otf", "Andika-Regular.ttf"});

bool is_ours(FcPattern* font) {
    for (int i = 0;; ++i) {
        FcChar8* name = nullptr;
        if (FcPatternGetString(font, FC_FAMILY, i, &name) != FcResultMatch) return false;
        const std::string_view family = reinterpret_cast<const char*>(name);
        if (family == "Inter" || family == "Andika") return true;
    }
}

// Fontconfig takes a font of the system before an equal one of the program.
void forget_namesakes(FcConfig* config) {
    FcFontSet* fonts = FcConfigGetFonts(config, FcSetSystem);
    if (fonts == nullptr) return;
    FcPattern** end = fonts->fonts + fonts->nfont;
    FcPattern** kept =
        std::partition(fonts->fonts, end, [](FcPattern* font) { return !is_ours(font); });
    std::for_each(kept, end, FcPatternDestroy);
    fonts->nfont = static_cast<int>(kept - fonts->fonts);
}

}  // namespace

catalogue::Result<PangoFontMap*> font_map(const std::filesystem::path& folder) {
    // Reading what fonts a machine has takes longer than setting a page, and Pango 1.50 does not
    // let go of a configuration that it was once given: 50 KB for each map that goes. So none goes.
    static auto& made = *new std::map<std::filesystem::path, PangoFontMap*>;
    if (const auto known = made.find(folder); known != made.end()) return known->second;
    const ConfigHandle config{FcInitLoadConfigAndFonts()};
    if (!config) return catalogue::fail({}, "the fonts of this machine cannot be read");
    forget_namesakes(config.get());
    for (const char* file : files) {
        const std::filesystem::path path = folder / file;
        const auto* name = reinterpret_cast<const FcChar8*>(path.c_str());
        if (!FcConfigAppFontAddFile(config.get(), name)) {
            return catalogue::fail({path}, "a font of the program is missing", "install it anew");
        }
    }
    PangoFontMap* map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config.get());
    made.emplace(folder, map);
    return map;
}

}  // namespace lettering
