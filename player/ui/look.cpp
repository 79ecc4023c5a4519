#include "player/ui/look.h"

#include <algorithm>
#include <cassert>

#include <imgui_freetype.h>

#include "catalogue/own_file.h"

namespace ui {

namespace {

// The height of a line of Inter in em: ascent and descent of the font. The interface library
// counts the size of a font as this height, people count it in em.
constexpr float inter_line_em = 1.21F;

// Latin with Welsh and the letters of the neighbours, punctuation, arrows.
constexpr ImWchar letters[] = {0x0020, 0x007E, 0x00A0, 0x017F, 0x0192, 0x0192, 0x0218, 0x021B,
                               0x02C6, 0x02DD, 0x1E80, 0x1E85, 0x1E9E, 0x1E9E, 0x1EF2, 0x1EF3,
                               0x2010, 0x2027, 0x2030, 0x203A, 0x20AC, 0x20AC, 0x2122, 0x2122,
                               0x2190, 0x2193, 0x2212, 0x2212, 0x25A1, 0x25A1, 0};
constexpr ImWchar box_letter = 0x25A1;  // what stands for a character that there is no letter for

const ImWchar* icon_letters() {
    static const auto list = [] {
        std::array<ImWchar, all_icons.size() * 2 + 1> pairs{};
        for (std::size_t i = 0; i < all_icons.size(); ++i) {
            pairs[2 * i] = pairs[2 * i + 1] = static_cast<ImWchar>(all_icons[i]);
        }
        return pairs;
    }();
    return list.data();
}

Look* current = nullptr;

// Paints a disc with soft edges.
void paint_disc(ImFontAtlas& atlas, const CornerDisc& disc) {
    const ImFontAtlasCustomRect& place = *atlas.GetCustomRectByIndex(disc.rectangle);
    constexpr int fine = 8;
    for (int y = 0; y < place.Height; ++y) {
        for (int x = 0; x < place.Width; ++x) {
            int inside = 0;
            for (int i = 0; i < fine * fine; ++i) {
                const float r = static_cast<float>(disc.radius_px);
                const float dx = static_cast<float>(x) + (i % fine + 0.5F) / fine - r;
                const float dy = static_cast<float>(y) + (i / fine + 0.5F) / fine - r;
                if (dx * dx + dy * dy <= r * r) ++inside;
            }
            const auto at = static_cast<std::size_t>((place.Y + y) * atlas.TexWidth + place.X + x);
            atlas.TexPixelsAlpha8[at] = static_cast<unsigned char>(inside * 255 / (fine * fine));
        }
    }
}

}  // namespace

float Look::em_px(Type type) const {
    // The letters of all fonts lie in one texture, and posters are the largest.
    constexpr float largest_poster_px = 150;
    if (type == Type::Poster) {
        return std::max(em_px(Type::Display),
                        std::min(std::round(style_of(type).em * scale), largest_poster_px));
    }
    return std::max(std::round(style_of(type).em * scale), smallest_text_px * density);
}

float Look::line_px(Type type) const {
    return std::round(em_px(type) * inter_line_em);
}

float Look::leading_px(Type type) const {
    // Large letters need less air between their lines.
    const bool heading = type >= Type::Lead;
    return std::round(em_px(type) * (heading ? 1.24F : 1.36F));
}

float Look::control_px() const {
    return std::max(px(control_height), line_px(Type::BodyStrong) + px(space::medium));
}

Look& look() {
    assert(current != nullptr);
    return *current;
}

void use_look(Look* look) {
    current = look;
}

catalogue::Result<FontFiles> read_font_files(const std::filesystem::path& folder) {
    FontFiles files;
    const std::array<std::pair<const char*, std::string*>, 3> wanted{{
        {"Inter-Regular.otf", &files.regular},
        {"Inter-SemiBold.otf", &files.strong},
        {"lucide.ttf", &files.icons},
    }};
    for (const auto& [name, bytes] : wanted) {
        catalogue::Result<std::string> read = catalogue::read_own_file(folder / name);
        if (!read) return read.error();
        *bytes = *std::move(read);
    }
    return files;
}

void build_fonts(Look& look, const FontFiles& files, bool posters) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    atlas.Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines |
                   ImFontAtlasFlags_NoPowerOfTwoHeight;
    atlas.TexDesiredWidth = 2048;

    ImFontConfig config;
    config.OversampleH = 1;
    config.PixelSnapH = true;
    config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
    const auto add = [&](const std::string& bytes, float size_px, const ImWchar* ranges) {
        // The atlas only reads the bytes. It would copy those that it does not own, a megabyte for
        // each size of letters: so it is told afterwards that they are not its to free.
        void* data = const_cast<char*>(bytes.data());
        ImFont* font = atlas.AddFontFromMemoryTTF(data, static_cast<int>(bytes.size()), size_px,
                                                  &config, ranges);
        atlas.ConfigData.back().FontDataOwnedByAtlas = false;
        return font;
    };
    // Two styles may come to the same size: the smallest text is a floor.
    for (std::size_t i = 0; i < type_count; ++i) {
        const auto type = static_cast<Type>(i);
        look.fonts[i] = nullptr;
        if (type == Type::Poster && !posters) {
            look.fonts[i] = look.font(Type::Display);
            continue;
        }
        for (std::size_t j = 0; j < i; ++j) {
            const auto other = static_cast<Type>(j);
            if (style_of(other).strong == style_of(type).strong &&
                look.em_px(other) == look.em_px(type)) {
                look.fonts[i] = look.fonts[j];
            }
        }
        if (look.fonts[i] == nullptr) {
            look.fonts[i] = add(style_of(type).strong ? files.strong : files.regular,
                                look.line_px(type), letters);
        }
    }
    for (std::size_t i = 0; i < icon_size_count; ++i) {
        const float size_px =
            std::round(std::max(size_of(static_cast<IconSize>(i)) * look.scale, smallest_text_px));
        look.icons[i] = add(files.icons, size_px, icon_letters());
    }
    for (std::size_t i = 0; i < look.discs.size(); ++i) {
        CornerDisc& disc = look.discs[i];
        disc.radius_px = std::max(1, static_cast<int>(look.corner_px()) - static_cast<int>(i));
        disc.rectangle = atlas.AddCustomRectRegular(2 * disc.radius_px, 2 * disc.radius_px);
    }
    atlas.Build();
    for (ImFont* font : look.fonts) {
        font->FallbackChar = box_letter;
        font->BuildLookupTable();
    }
    for (CornerDisc& disc : look.discs) {
        paint_disc(atlas, disc);
        atlas.CalcCustomRectUV(atlas.GetCustomRectByIndex(disc.rectangle), &disc.uv_min,
                               &disc.uv_max);
    }
}

}  // namespace ui
