#include "player/screen/caption_painter.h"

#include <ass/ass.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <optional>

#include "catalogue/own_file.h"
#include "player/screen/pixels.h"
#include "player/screen/utf8.h"

namespace screen {

namespace {

constexpr double part_of_side = 0.05;  // of the shorter side of the film, for captions of size 1
constexpr double smallest_px = 18;
constexpr double least_part_of_width = 0.055;  // a dozen letters and more in a line
constexpr double largest_part_of_width = 0.68;
constexpr double largest_part_when_upright = 0.92;  // of films taller than wide
constexpr double margin_part = 0.04;                // of the film's height, below the captions
constexpr int any_length = 1 << 24;                 // of a word, in characters
constexpr std::uint32_t a_fifth = 0x33U;            // of the film shows through
constexpr const char* fallback_family = "Inter";

struct FontFamily {
    const char* name;
    // libass takes the height from the lowest to the highest stroke of a font for its size; so many
    // times what makes small letters about as tall as those of Inter at one em.
    double line_per_em;
};

FontFamily family_of(CaptionFont font) {
    switch (font) {
        case CaptionFont::Inter:
            return {fallback_family, 1.21};
        case CaptionFont::Andika:
            return {"Andika", 1.70};
        case CaptionFont::OpenDyslexic:
            return {"OpenDyslexic", 1.75};
    }
    return {fallback_family, 1.21};
}

// As libass has colours: R, G, B and how much shows through.
std::uint32_t ass_colour(std::uint32_t rgb, std::uint32_t through) {
    return (rgb << 8) | through;
}

// An upright film has as many letters in a line as it can have, not the size that its height asks
// for: half a dozen letters are no line.
double em_of(const RectPx& film, const CaptionStyle& style) {
    const int side_px = std::min(film.width, film.height);
    const double room_px = film.width * least_part_of_width;
    const double least_px = std::max(smallest_px, std::min(style.least_px, room_px));
    return std::max(least_px, side_px * part_of_side * style.size);
}

double largest_width_of(const RectPx& film) {
    return film.width *
           (film.width < film.height ? largest_part_when_upright : largest_part_of_width);
}

double padding_of(double em_px) {
    return em_px * 0.3;
}

// Not libass's own way to read a folder: that one takes folders in it for files of 2^63 bytes.
// Fonts that cannot be read are left to the system's.
void add_fonts(ASS_Library& library, const std::filesystem::path& folder) {
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
        const std::string extension = entry.path().extension().string();
        if (extension != ".otf" && extension != ".ttf") continue;
        catalogue::Result<std::string> bytes = catalogue::read_own_file(entry.path());
        if (!bytes) continue;
        const std::string name = entry.path().filename().string();
        ass_add_font(&library, name.c_str(), bytes->data(), static_cast<int>(bytes->size()));
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
        CaptionPlace place;
        CaptionStyle style;

        bool operator==(const Wanted&) const = default;

        // What libass paints on, of which the film is the upper part. Below a film more lines than
        // there is room for must not be cut off: they are moved up afterwards.
        int height_px() const {
            const bool below = style.edge == CaptionEdge::Below;
            return below ? 2 * place.film.height + place.below_px : place.film.height;
        }
        int lowest_px() const { return place.film.height + place.below_px - place.covered_below; }
    };

    std::unique_ptr<ASS_Library, LibraryFree> library;
    std::unique_ptr<ASS_Renderer, RendererFree> renderer;
    std::vector<Wanted> painted;
    std::uint64_t serial = 0;
    std::vector<Overlay> overlays;  // at most one for each block

    // The text at this size, in the renderer's own list; nothing when nothing is to be seen.
    std::unique_ptr<ASS_Track, TrackFree> track_of(const Wanted& wanted, double em_px,
                                                   int longest_word) const;
    void paint(const Wanted& wanted);
};

namespace {

// How far the captions' box is from the edge of the film that they stand at.
double margin_of(const CaptionPlace& place, CaptionEdge edge) {
    const double free = place.film.height * margin_part;
    const double beside_controls = place.film.height * 0.01;
    switch (edge) {
        case CaptionEdge::Bottom:
            return std::max(free, place.covered_below + beside_controls);
        case CaptionEdge::Top:
            return std::max(free, place.covered_above + beside_controls);
        case CaptionEdge::Below:
            return place.film.height + beside_controls;
    }
    return free;
}

void set_look(ASS_Style& style, const CaptionStyle& wanted, double em_px) {
    const FontFamily family = family_of(wanted.font);
    const std::uint32_t through = wanted.ground == CaptionGround::SeeThrough ? a_fifth : 0;
    style.FontName = owned_by_libass(family.name);
    style.FontSize = em_px * family.line_per_em;
    style.PrimaryColour = ass_colour(wanted.letters_rgb, 0);
    style.SecondaryColour = style.PrimaryColour;
    style.OutlineColour = ass_colour(wanted.ground_rgb, through);
    style.BackColour = style.OutlineColour;
    style.ScaleX = 1;
    style.ScaleY = 1;
    if (wanted.ground == CaptionGround::Outline) {
        style.BorderStyle = 1;
        style.Outline = std::max(2.0, em_px * 0.1);
        style.Shadow = 0;
    } else {
        style.BorderStyle = 4;  // one box around all lines, as far out as the shadow falls
        style.Outline = 0;
        style.Shadow = padding_of(em_px);
    }
}

}  // namespace

std::unique_ptr<ASS_Track, TrackFree> CaptionPainter::Impl::track_of(const Wanted& wanted,
                                                                     double em_px,
                                                                     int longest_word) const {
    std::unique_ptr<ASS_Track, TrackFree> track(ass_new_track(library.get()));
    track->PlayResX = wanted.place.film.width;
    track->PlayResY = wanted.height_px();
    track->WrapStyle = 0;  // lines of even length
    track->ScaledBorderAndShadow = 1;
    // Scripts without spaces are broken where a reader would, if libass was built for it.
    ass_track_set_feature(track.get(), ASS_FEATURE_WRAP_UNICODE, 1);

    constexpr int bottom_centre = 2;
    constexpr int top_centre = 6;
    const double padding = padding_of(em_px);
    const RectPx& film = wanted.place.film;
    const double beside = (film.width - largest_width_of(film)) / 2 + padding + 1;
    const int style_index = ass_alloc_style(track.get());  // may move the styles
    ASS_Style& style = track->styles[style_index];
    style.Name = owned_by_libass("caption");
    set_look(style, wanted.style, em_px);
    style.Alignment = wanted.style.edge == CaptionEdge::Bottom ? bottom_centre : top_centre;
    style.MarginL = static_cast<int>(std::ceil(beside));
    style.MarginR = style.MarginL;
    style.MarginV =
        static_cast<int>(std::lround(padding + margin_of(wanted.place, wanted.style.edge)));
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
    const RectPx& film = wanted.place.film;
    if (is_empty(film) || as_event(wanted.texts, any_length).empty()) return;
    ass_set_frame_size(renderer.get(), film.width, wanted.height_px());
    ass_set_storage_size(renderer.get(), film.width, wanted.height_px());

    const double largest_width = largest_width_of(film);
    const double em_px = em_of(film, wanted.style);
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
    if (wanted.style.edge == CaptionEdge::Below) {
        // More lines than there is room for go up over the film rather than out of sight.
        overlay.place.y -= std::max(0, bottom_of(overlay.place) - wanted.lowest_px());
    }
    overlay.place.x += film.x;
    overlay.place.y += film.y;
    overlays.push_back(std::move(overlay));
}

int caption_room_px(const RectPx& film, const CaptionStyle& style) {
    const double em_px = em_of(film, style);
    const double edge = film.height * 0.01;
    const double lines = em_px * family_of(style.font).line_per_em * style.lines;
    return static_cast<int>(std::ceil(lines + 2 * padding_of(em_px) + 2 * edge));
}

CaptionPainter::CaptionPainter(const std::filesystem::path& font_folder)
    : impl_(std::make_unique<Impl>()) {
    impl_->library.reset(ass_library_init());
    ass_set_message_cb(impl_->library.get(), &only_errors, nullptr);
    add_fonts(*impl_->library, font_folder);
    impl_->renderer.reset(ass_renderer_init(impl_->library.get()));
    ass_set_fonts(impl_->renderer.get(), nullptr, fallback_family, ASS_FONTPROVIDER_AUTODETECT,
                  nullptr, 1);
    ass_set_shaper(impl_->renderer.get(), ASS_SHAPING_COMPLEX);
}

CaptionPainter::~CaptionPainter() = default;
CaptionPainter::CaptionPainter(CaptionPainter&&) noexcept = default;

std::span<const Overlay> CaptionPainter::paint(const std::vector<std::string>& texts,
                                               const CaptionPlace& place,
                                               const CaptionStyle& style) {
    return paint({{texts, style}}, place);
}

std::span<const Overlay> CaptionPainter::paint(const std::vector<CaptionBlock>& blocks,
                                               const CaptionPlace& place) {
    std::vector<Impl::Wanted> wanted;
    for (const CaptionBlock& block : blocks)
        wanted.push_back({block.texts, place, block.style});
    if (wanted != impl_->painted) {
        impl_->overlays.clear();
        for (const Impl::Wanted& one : wanted)
            impl_->paint(one);
        impl_->painted = std::move(wanted);
    }
    return impl_->overlays;
}

}  // namespace screen
