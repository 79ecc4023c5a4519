#include "player/screen/page_painter.h"

#include <cairo.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>

#include "player/lettering/font_map.h"
#include "player/screen/pixels.h"
#include "player/screen/utf8.h"

namespace screen {

namespace {

constexpr double least_part = 40.0 / 1080;  // of the height, for words
constexpr double most_part = 0.11;
constexpr double side_part = 0.044;  // for what stands above and below
constexpr double margin_across = 0.07;
constexpr double margin_down = 0.08;
constexpr double picture_across = 0.34;  // of the width inside the margins
constexpr double gap_part = 0.04;        // of the height
constexpr int smallest_px = 16;

struct FontFree {
    void operator()(PangoFontDescription* font) const noexcept {
        pango_font_description_free(font);
    }
};
using FontOwner = std::unique_ptr<PangoFontDescription, FontFree>;
using LayoutOwner = lettering::GObjectHandle<PangoLayout>;
using ContextOwner = lettering::GObjectHandle<PangoContext>;

// What letters are measured by: the height, or less where a screen is narrow.
double measure_px(int width_px, int height_px) {
    return std::min<double>(height_px, width_px * 9.0 / 16);
}

void set_colour(cairo_t* brush, std::uint32_t rgb) {
    cairo_set_source_rgb(brush, ((rgb >> 16) & 0xFFU) / 255.0, ((rgb >> 8) & 0xFFU) / 255.0,
                         (rgb & 0xFFU) / 255.0);
}

struct SizePx {
    int width = 0;
    int height = 0;
};

SizePx size_of(PangoLayout* layout) {
    SizePx size;
    pango_layout_get_pixel_size(layout, &size.width, &size.height);
    return size;
}

void set_letters(PangoLayout* layout, int letter_px, PangoWeight weight) {
    const FontOwner font(pango_font_description_new());
    pango_font_description_set_family(font.get(), "Inter");
    pango_font_description_set_weight(font.get(), weight);
    pango_font_description_set_absolute_size(font.get(), letter_px * PANGO_SCALE);
    pango_layout_set_font_description(layout, font.get());
}

LayoutOwner layout_of(PangoContext* context, const std::string& text, int width_px) {
    LayoutOwner layout(pango_layout_new(context));
    const std::string clean = clean_utf8(text);
    pango_layout_set_text(layout.get(), clean.data(), static_cast<int>(clean.size()));
    pango_layout_set_width(layout.get(), width_px * PANGO_SCALE);
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_auto_dir(layout.get(), TRUE);
    pango_layout_set_line_spacing(layout.get(), 1.12F);
    return layout;
}

bool fits(PangoLayout* layout, const SizePx& room) {
    const SizePx size = size_of(layout);
    if (size.height > room.height || size.width > room.width) return false;
    // A word that is divided only because the letters are large does not fit either.
    const char* text = pango_layout_get_text(layout);
    int line_count = pango_layout_get_line_count(layout);
    for (int i = 0; i + 1 < line_count; ++i) {
        const PangoLayoutLine* line = pango_layout_get_line_readonly(layout, i);
        const int end = line->start_index + line->length;
        if (end <= 0 || text[end] == '\0') continue;
        const auto is_space = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
        const auto is_latin = [](char c) { return static_cast<unsigned char>(c) < 0x80U; };
        if (is_latin(text[end]) && is_latin(text[end - 1]) && !is_space(text[end]) &&
            !is_space(text[end - 1]) && text[end - 1] != '-') {
            return false;
        }
    }
    return true;
}

// The largest letters, between these two, with which the words fit; with the least they are cut.
int fit_letters(PangoLayout* layout, const SizePx& room, int least_px, int most_px) {
    int fitting = least_px;
    int below = least_px;
    int above = most_px;
    while (below <= above) {
        const int tried = (below + above) / 2;
        set_letters(layout, tried, PANGO_WEIGHT_SEMIBOLD);
        if (fits(layout, room)) {
            fitting = tried;
            below = tried + 1;
        } else {
            above = tried - 1;
        }
    }
    set_letters(layout, fitting, PANGO_WEIGHT_SEMIBOLD);
    if (size_of(layout).height > room.height) {
        pango_layout_set_height(layout, room.height * PANGO_SCALE);
        pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    }
    return fitting;
}

void draw_picture(cairo_t* brush, const PagePicture& picture, const RectPx& room) {
    std::vector<std::uint32_t> pixels(static_cast<std::size_t>(picture.width_px) *
                                      static_cast<std::size_t>(picture.height_px));
    for (std::size_t i = 0; i < pixels.size(); ++i) {
        const std::uint8_t* p = picture.rgba.data() + 4 * i;
        pixels[i] = premultiplied(std::uint32_t{p[0]} | std::uint32_t{p[1]} << 8U |
                                  std::uint32_t{p[2]} << 16U | std::uint32_t{p[3]} << 24U);
    }
    const lettering::SurfaceHandle surface(cairo_image_surface_create_for_data(
        reinterpret_cast<unsigned char*>(pixels.data()), CAIRO_FORMAT_ARGB32, picture.width_px,
        picture.height_px, 4 * picture.width_px));
    const double scale = std::min(static_cast<double>(room.width) / picture.width_px,
                                  static_cast<double>(room.height) / picture.height_px);
    const double left = room.x + (room.width - picture.width_px * scale) / 2;
    const double top = room.y + (room.height - picture.height_px * scale) / 2;
    cairo_save(brush);
    cairo_translate(brush, left, top);
    cairo_scale(brush, scale, scale);
    cairo_set_source_surface(brush, surface.get(), 0, 0);
    cairo_pattern_set_filter(cairo_get_source(brush), CAIRO_FILTER_GOOD);
    cairo_paint(brush);
    cairo_restore(brush);
}

bool is_usable(const std::shared_ptr<const PagePicture>& picture) {
    return picture && picture->width_px > 0 && picture->height_px > 0 &&
           picture->rgba.size() == 4 * static_cast<std::size_t>(picture->width_px) *
                                       static_cast<std::size_t>(picture->height_px);
}

}  // namespace

int least_page_letter_px(int width_px, int height_px) {
    return std::max(smallest_px,
                    static_cast<int>(std::lround(measure_px(width_px, height_px) * least_part)));
}

struct PagePainter::Impl {
    ContextOwner context;
    std::optional<Page> page;
    RectPx place;
    std::vector<Overlay> painted;  // none or one
    std::uint64_t serials = 0;
    int letter_px = 0;

    void paint(const Page& wanted);
    void draw(cairo_t* brush, const Page& wanted);
};

PagePainter::PagePainter(const std::filesystem::path& font_folder)
    : impl_(std::make_unique<Impl>()) {
    const auto ours = lettering::font_map(font_folder);
    // In other letters a room can read it, too.
    PangoFontMap* fonts = ours ? *ours : pango_cairo_font_map_get_default();
    impl_->context.reset(pango_font_map_create_context(fonts));
}
PagePainter::~PagePainter() = default;

int PagePainter::letter_px() const {
    return impl_->letter_px;
}

void PagePainter::Impl::draw(cairo_t* brush, const Page& wanted) {
    set_colour(brush, wanted.ground_rgb);
    cairo_paint(brush);
    const double measure = measure_px(place.width, place.height);
    const auto part = [](double of, double by) { return static_cast<int>(std::lround(of * by)); };
    RectPx room{part(place.width, margin_across), part(place.height, margin_down), 0, 0};
    room.width = place.width - 2 * room.x;
    room.height = place.height - 2 * room.y;
    if (is_usable(wanted.picture)) {
        const int across = part(room.width, picture_across);
        draw_picture(brush, *wanted.picture, {room.x, room.y, across, room.height});
        const int gap = part(place.width, margin_across * 0.7);
        room.x += across + gap;
        room.width -= across + gap;
    }
    if (room.width <= 0 || room.height <= 0) return;

    const int least = least_page_letter_px(place.width, place.height);
    const int side = std::max(smallest_px, part(measure, side_part));
    const int gap = part(measure, gap_part);
    const auto beside = [&](const std::string& text) {
        LayoutOwner layout = layout_of(context.get(), text, room.width);
        set_letters(layout.get(), side, PANGO_WEIGHT_NORMAL);
        pango_layout_set_height(layout.get(), room.height / 4 * PANGO_SCALE);
        pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
        return layout;
    };
    const LayoutOwner above = beside(wanted.above);
    const LayoutOwner below = beside(wanted.below);
    const int above_px = wanted.above.empty() ? 0 : size_of(above.get()).height + gap;
    const int below_px = wanted.below.empty() ? 0 : size_of(below.get()).height + gap;

    const LayoutOwner words = layout_of(context.get(), wanted.words, room.width);
    const SizePx for_words{room.width, std::max(least, room.height - above_px - below_px)};
    letter_px =
        fit_letters(words.get(), for_words, least, std::max(least, part(measure, most_part)));
    const int words_px = wanted.words.empty() ? 0 : size_of(words.get()).height;

    int y = room.y + (room.height - above_px - words_px - below_px) / 2;
    const auto put = [&](PangoLayout* layout, std::uint32_t rgb) {
        set_colour(brush, rgb);
        cairo_move_to(brush, room.x, y);
        pango_cairo_show_layout(brush, layout);
    };
    if (!wanted.above.empty()) put(above.get(), wanted.quiet_rgb);
    y += above_px;
    put(words.get(), wanted.words_rgb);
    y += words_px + gap;
    if (!wanted.below.empty()) put(below.get(), wanted.quiet_rgb);
}

void PagePainter::Impl::paint(const Page& wanted) {
    painted.clear();
    letter_px = 0;
    if (is_empty(place)) return;
    Overlay overlay;
    overlay.serial = ++serials;
    overlay.place = place;
    overlay.pixels.resize(4 * static_cast<std::size_t>(place.width) *
                          static_cast<std::size_t>(place.height));
    {
        const lettering::SurfaceHandle surface(
            cairo_image_surface_create_for_data(overlay.pixels.data(), CAIRO_FORMAT_ARGB32,
                                                place.width, place.height, 4 * place.width));
        const lettering::CairoHandle brush(cairo_create(surface.get()));
        pango_cairo_update_context(brush.get(), context.get());
        draw(brush.get(), wanted);
        cairo_surface_flush(surface.get());
    }
    painted.push_back(std::move(overlay));
}

std::span<const Overlay> PagePainter::paint(const std::optional<Page>& page, const RectPx& place) {
    Impl& impl = *impl_;
    if (impl.page != page || impl.place != place) {
        impl.page = page;
        impl.place = place;
        impl.painted.clear();
        if (page) impl.paint(*page);
    }
    return impl.painted;
}

}  // namespace screen
