#include "player/screen/caption_painter.h"

#include <ass/ass.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <optional>

#include "player/screen/pixels.h"
#include "player/screen/utf8.h"

namespace screen {

namespace {

constexpr double part_of_height = 0.05;  // of the film, for captions of size 1
constexpr double smallest_px = 18;
constexpr double largest_part_of_width = 0.68;
constexpr double margin_part = 0.04;  // of the film's height, below the captions
// libass takes the height from the lowest to the highest stroke of a font for its size; that
// is 1.21 times what everybody else calls the size of Inter, and nearly so of most others.
constexpr double line_per_em = 1.21;
constexpr int any_length = 1 << 24;           // of a word, in characters
constexpr std::uint32_t white = 0xFFFFFF00U;  // R, G, B and how much shows through
constexpr std::uint32_t black_at_0_8 = 0x00000033U;

// Not libass's own way to read a folder: that one takes folders in it for files of 2^63 bytes.
// Fonts that cannot be read are left to the system's.
void add_fonts(ASS_Library& library, const std::filesystem::path& folder) {
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
        const std::string extension = entry.path().extension().string();
        if (extension != ".otf" && extension != ".ttf") continue;
        std::ifstream file(entry.path(), std::ios::binary);
        std::string bytes(std::istreambuf_iterator<char>(file), {});
        const std::string name = entry.path().filename().string();
        ass_add_font(&library, name.c_str(), bytes.data(), static_cast<int>(bytes.size()));
    }
}

struct LibraryFree {
    void operator()(ASS_Library* library) const noexcept { ass_library_done(library); }
};
struct RendererFree {
    void operator()(ASS_Renderer* renderer) const noexcept { ass_renderer_done(renderer); }
};
struct TrackFree {
    void operator()(ASS_Track* track) const noexcept { ass_free_track(track); }
};

void only_errors(int level, const char* format, va_list arguments, void*) {
    constexpr int error_level = 1;
    if (level > error_level) return;
    std::fputs("captions: ", stderr);
    std::vfprintf(stderr, format, arguments);
    std::fputc('\n', stderr);
}

// libass owns the strings of a style and an event.
char* owned_by_libass(const std::string& text) {
    return strdup(text.c_str());
}

// As libass must be told so that all of it is only text: braces would begin a command, and a
// backslash the name of one, which an invisible character behind it prevents. Words of more than
// `longest_word` characters are broken.
std::string escaped(const std::string& text, int longest_word) {
    std::string made;
    int in_word = 0;
    for (const char c : clean_utf8(text)) {
        const bool starts_character = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        if (c == ' ' || c == '\n') {
            in_word = 0;
        } else if (starts_character && ++in_word > longest_word) {
            made += "\\N";
            in_word = 1;
        }
        switch (c) {
            case '{':
            case '}':
                made += {'\\', c};
                break;
            case '\\':
                made += "\\\u2060";
                break;
            case '\n':
                made += "\\N";
                break;
            case '\r':
                break;
            default:
                made += (c >= 0 && c < ' ') || c == 0x7F ? ' ' : c;
        }
    }
    return made;
}

std::string as_event(const std::vector<std::string>& texts, int longest_word) {
    std::string joined;
    for (const std::string& text : texts) {
        if (text.empty()) continue;
        if (!joined.empty()) joined += "\\N";
        joined += escaped(text, longest_word);
    }
    return joined;
}

RectPx place_of(const ASS_Image& image) {
    return {image.dst_x, image.dst_y, image.w, image.h};
}

// The smallest rectangle around all that is drawn.
RectPx around(const ASS_Image* images) {
    std::optional<RectPx> all;
    for (const ASS_Image* image = images; image != nullptr; image = image->next) {
        const RectPx one = place_of(*image);
        if (is_empty(one)) continue;
        if (!all) {
            all = one;
            continue;
        }
        const int x = std::min(all->x, one.x);
        const int y = std::min(all->y, one.y);
        all = RectPx{x, y, std::max(right_of(*all), right_of(one)) - x,
                     std::max(bottom_of(*all), bottom_of(one)) - y};
    }
    return all.value_or(RectPx{});
}

void blend(const ASS_Image& image, const RectPx& place, std::vector<std::uint32_t>& pixels) {
    const std::uint32_t red = image.color >> 24;
    const std::uint32_t green = (image.color >> 16) & 0xFFU;
    const std::uint32_t blue = (image.color >> 8) & 0xFFU;
    const std::uint32_t opacity = 255U - (image.color & 0xFFU);
    const std::uint32_t colour = scaled(0xFF000000U | (red << 16) | (green << 8) | blue, opacity);
    for (int y = 0; y < image.h; ++y) {
        const std::uint8_t* coverage = image.bitmap + static_cast<std::ptrdiff_t>(y) * image.stride;
        std::uint32_t* row = pixels.data() +
                             static_cast<std::ptrdiff_t>(image.dst_y + y - place.y) * place.width +
                             (image.dst_x - place.x);
        for (int x = 0; x < image.w; ++x)
            row[x] = over(scaled(colour, coverage[x]), row[x]);
    }
}

}  // namespace

struct CaptionPainter::Impl {
    struct Wanted {
        std::vector<std::string> texts;
        RectPx film;
        int keep_free_below_px = 0;
        double size = 1.0;

        bool operator==(const Wanted&) const = default;
    };

    std::unique_ptr<ASS_Library, LibraryFree> library;
    std::unique_ptr<ASS_Renderer, RendererFree> renderer;
    std::string font_family;
    Wanted painted;
    std::uint64_t serial = 0;
    std::vector<Overlay> overlays;  // one or none

    // The text at this size, in the renderer's own list; nothing when nothing is to be seen.
    std::unique_ptr<ASS_Track, TrackFree> track_of(const Wanted& wanted, double em_px,
                                                   int longest_word) const;
    void paint(const Wanted& wanted);
};

std::unique_ptr<ASS_Track, TrackFree> CaptionPainter::Impl::track_of(const Wanted& wanted,
                                                                     double em_px,
                                                                     int longest_word) const {
    std::unique_ptr<ASS_Track, TrackFree> track(ass_new_track(library.get()));
    track->PlayResX = wanted.film.width;
    track->PlayResY = wanted.film.height;
    track->WrapStyle = 0;  // lines of even length
    track->ScaledBorderAndShadow = 1;
    // Scripts without spaces are broken where a reader would, if libass was built for it.
    ass_track_set_feature(track.get(), ASS_FEATURE_WRAP_UNICODE, 1);

    const double padding = em_px * 0.3;
    const double beside = wanted.film.width * (1 - largest_part_of_width) / 2 + padding + 1;
    const double below = padding + std::max(wanted.film.height * margin_part,
                                            wanted.keep_free_below_px + wanted.film.height * 0.01);
    const int style_index = ass_alloc_style(track.get());  // may move the styles
    ASS_Style& style = track->styles[style_index];
    style.Name = owned_by_libass("caption");
    style.FontName = owned_by_libass(font_family);
    style.FontSize = em_px * line_per_em;
    style.PrimaryColour = white;
    style.SecondaryColour = white;
    style.OutlineColour = black_at_0_8;
    style.BackColour = black_at_0_8;
    style.ScaleX = 1;
    style.ScaleY = 1;
    style.BorderStyle = 4;  // one box around all lines, as far out as the shadow falls
    style.Outline = 0;
    style.Shadow = padding;
    style.Alignment = 2;  // bottom, centre
    style.MarginL = static_cast<int>(std::ceil(beside));
    style.MarginR = style.MarginL;
    style.MarginV = static_cast<int>(std::lround(below));
    style.Encoding = -1;  // right to left, if the text is

    const int event_index = ass_alloc_event(track.get());
    ASS_Event& event = track->events[event_index];
    event.Start = 0;
    event.Duration = 1000;
    event.Style = style_index;
    event.Text = owned_by_libass(as_event(wanted.texts, longest_word));
    return track;
}

void CaptionPainter::Impl::paint(const Wanted& wanted) {
    overlays.clear();
    if (is_empty(wanted.film) || as_event(wanted.texts, any_length).empty()) return;
    ass_set_frame_size(renderer.get(), wanted.film.width, wanted.film.height);
    ass_set_storage_size(renderer.get(), wanted.film.width, wanted.film.height);

    const double largest_width = wanted.film.width * largest_part_of_width;
    const double em_px = std::max(smallest_px, wanted.film.height * part_of_height * wanted.size);
    std::unique_ptr<ASS_Track, TrackFree> track;
    const ASS_Image* images = nullptr;
    Overlay overlay;
    int longest_word = any_length;
    for (;;) {
        track = track_of(wanted, em_px, longest_word);
        images = ass_render_frame(renderer.get(), track.get(), 0, nullptr);
        overlay.place = around(images);
        if (overlay.place.width <= largest_width || longest_word == 1) break;
        // A word is longer than a line. Broken where narrow letters would still fit; if these are
        // wider ones, sooner.
        const int narrow_letters = static_cast<int>(largest_width / em_px * 2.2);
        longest_word = std::clamp(longest_word * 4 / 5, 1, std::max(narrow_letters, 1));
    }
    if (is_empty(overlay.place)) return;
    std::vector<std::uint32_t> pixels(static_cast<std::size_t>(area_of(overlay.place)));
    for (const ASS_Image* image = images; image != nullptr; image = image->next) {
        blend(*image, overlay.place, pixels);
    }
    overlay.serial = ++serial;
    overlay.pixels.resize(4 * pixels.size());
    std::memcpy(overlay.pixels.data(), pixels.data(), overlay.pixels.size());
    overlay.place.x += wanted.film.x;
    overlay.place.y += wanted.film.y;
    overlays.push_back(std::move(overlay));
}

CaptionPainter::CaptionPainter(const std::filesystem::path& font_folder, std::string font_family)
    : impl_(std::make_unique<Impl>()) {
    impl_->library.reset(ass_library_init());
    ass_set_message_cb(impl_->library.get(), &only_errors, nullptr);
    add_fonts(*impl_->library, font_folder);
    impl_->renderer.reset(ass_renderer_init(impl_->library.get()));
    ass_set_fonts(impl_->renderer.get(), nullptr, font_family.c_str(), ASS_FONTPROVIDER_AUTODETECT,
                  nullptr, 1);
    ass_set_shaper(impl_->renderer.get(), ASS_SHAPING_COMPLEX);
    impl_->font_family = std::move(font_family);
}

CaptionPainter::~CaptionPainter() = default;

std::span<const Overlay> CaptionPainter::paint(const std::vector<std::string>& texts, RectPx film,
                                               int keep_free_below_px, const CaptionStyle& style) {
    Impl::Wanted wanted{texts, film, keep_free_below_px, style.size};
    if (wanted != impl_->painted) {
        impl_->paint(wanted);
        impl_->painted = std::move(wanted);
    }
    return impl_->overlays;
}

}  // namespace screen
