#include "player/screen/software_painter.h"

#include <algorithm>
#include <cassert>
#include <cstring>

namespace screen {

namespace {

void fill(const Canvas& canvas, const RectPx& area, std::uint32_t colour) {
    for (int y = area.y; y < bottom_of(area); ++y) {
        std::fill_n(canvas.at(area.x, y), area.width, colour);
    }
}

void blend_overlay(const Overlay& overlay, const RectPx& area, const Canvas& canvas) {
    const RectPx part = common(overlay.place, area);
    std::vector<std::uint32_t> row(static_cast<std::size_t>(part.width));
    for (int y = part.y; y < bottom_of(part); ++y) {
        const std::size_t first =
            static_cast<std::size_t>(y - overlay.place.y) * overlay.place.width +
            static_cast<std::size_t>(part.x - overlay.place.x);
        std::memcpy(row.data(), overlay.pixels.data() + 4 * first, 4 * row.size());
        blend_row(canvas.at(part.x, y), row.data(), part.width);
    }
}

}  // namespace

SoftwarePainter::SoftwarePainter(SDL_Window* window) : window_(window), screen_(window) {}

void SoftwarePainter::add_texture(TextureId id, std::span<const std::uint8_t> rgba, int width_px,
                                  int height_px) {
    textures_.emplace(id, soft_texture(rgba, width_px, height_px));
}

void SoftwarePainter::add_letters(TextureId id, std::span<const std::uint8_t> coverage,
                                  int width_px, int height_px) {
    textures_.emplace(id, soft_letters(coverage, width_px, height_px));
}

void SoftwarePainter::drop_texture(TextureId id) {
    textures_.erase(id);
}

RectPx SoftwarePainter::size() const {
    RectPx whole;
    SDL_GetWindowSizeInPixels(window_, &whole.width, &whole.height);
    return whole;
}

// What the interface hides of a film need be neither scaled nor drawn nor sent.
RectPx SoftwarePainter::seen_of_film(const RectPx& place) const {
    RectPx seen = layer_.seen_through(place);
    if (is_empty(seen)) return seen;
    // Two by two pixels share a colour, and are made together.
    const int more_left = (seen.x - place.x) % 2;
    const int more_above = (seen.y - place.y) % 2;
    return {seen.x - more_left, seen.y - more_above, seen.width + more_left,
            seen.height + more_above};
}

void SoftwarePainter::find_dirty(const Shown& wanted, const std::vector<RectPx>& interface_changed,
                                 const RectPx& window) {
    dirty_.clear();
    if (everything_ || wanted.backdrop_rgb != shown_.backdrop_rgb) {
        dirty_.add(window);
        return;
    }
    const auto add = [&](const RectPx& rect) { dirty_.add(common(rect, window)); };
    if (wanted.film != shown_.film) {
        if (wanted.film) add(seen_of_film(wanted.film->place));
        if (shown_.film) add(seen_of_film(shown_.film->place));
    }
    const auto add_missing = [&](const std::vector<Placed>& from, const std::vector<Placed>& in) {
        for (const Placed& one : from) {
            if (std::find(in.begin(), in.end(), one) == in.end()) add(one.place);
        }
    };
    add_missing(wanted.overlays, shown_.overlays);
    add_missing(shown_.overlays, wanted.overlays);
    for (const RectPx& rect : interface_changed)
        add(rect);
}

void SoftwarePainter::keep_film(const Scene& scene, ShowCost& cost) {
    const Placed wanted{scene.film->serial, scene.film_place};
    if (kept_film_ && kept_film_->serial == wanted.serial &&
        kept_film_->place.width == wanted.place.width &&
        kept_film_->place.height == wanted.place.height) {
        return;
    }
    kept_film_pixels_.resize(static_cast<std::size_t>(area_of(wanted.place)));
    scaler_.scale(*scene.film, reinterpret_cast<std::uint8_t*>(kept_film_pixels_.data()),
                  4 * wanted.place.width, wanted.place.width, wanted.place.height);
    kept_film_ = wanted;
    cost.film_scaled = true;
}

void SoftwarePainter::put_film(const Scene& scene, const Canvas& canvas, ShowCost& cost) {
    const RectPx& place = scene.film_place;
    const RectPx seen = seen_of_film(place);
    std::int64_t dirty_px = 0;
    for (const RectPx& part : dirty_.parts())
        dirty_px += area_of(common(part, seen));
    if (dirty_px == 0) return;
    // All that is seen of it is to be drawn, and it is in the window: straight to its place.
    const bool stands_still = kept_film_ && kept_film_->serial == scene.film->serial;
    const bool in_window = common(place, canvas.whole()) == place;
    if (in_window && dirty_px == area_of(seen) && !stands_still) {
        scaler_.scale(*scene.film, reinterpret_cast<std::uint8_t*>(canvas.at(place.x, place.y)),
                      4 * canvas.stride_px, place.width, place.height,
                      {seen.x - place.x, seen.y - place.y, seen.width, seen.height});
        cost.film_scaled = true;
        return;
    }
    keep_film(scene, cost);
    for (const RectPx& part : dirty_.parts()) {
        const RectPx piece = common(part, place);
        for (int y = piece.y; y < bottom_of(piece); ++y) {
            std::copy_n(kept_film_pixels_.data() +
                            static_cast<std::ptrdiff_t>(y - place.y) * place.width +
                            (piece.x - place.x),
                        piece.width, canvas.at(piece.x, y));
        }
    }
}

ShowCost SoftwarePainter::show(const Scene& scene) {
    ShowCost cost;
    const SoftScreen::Lease lease = screen_.canvas();
    const Canvas& canvas = lease.canvas;
    if (is_empty(canvas.whole())) return cost;
    everything_ = everything_ || lease.fresh;

    Shown wanted{scene.backdrop_rgb | 0xFF000000U, std::nullopt, {}};
    if (scene.film != nullptr && !is_empty(scene.film_place)) {
        wanted.film = Placed{scene.film->serial, scene.film_place};
    }
    for (const Overlay& overlay : scene.overlays) {
        assert(overlay.pixels.size() == 4 * static_cast<std::size_t>(area_of(overlay.place)));
        wanted.overlays.push_back({overlay.serial, overlay.place});
    }
    layer_.resize(canvas.width_px, canvas.height_px);
    const std::vector<RectPx>& changed = layer_.update(scene.interface, textures_);
    cost.interface_drawn_px = layer_.drawn_px();

    find_dirty(wanted, changed, canvas.whole());
    everything_ = false;
    shown_ = std::move(wanted);
    if (dirty_.empty()) return cost;

    const RectPx film_place = shown_.film ? shown_.film->place : RectPx{};
    if (shown_.film) put_film(scene, canvas, cost);
    std::vector<RectPx> around_film;
    for (const RectPx& part : dirty_.parts())
        subtract(part, film_place, around_film);
    for (const RectPx& part : around_film)
        fill(canvas, part, shown_.backdrop_rgb);
    for (const RectPx& part : dirty_.parts()) {
        for (const Overlay& overlay : scene.overlays)
            blend_overlay(overlay, part, canvas);
        layer_.blend_over(canvas, part);
    }
    screen_.send(dirty_.parts());
    cost.composed_px = dirty_.area();
    cost.sent_rectangles = static_cast<int>(dirty_.parts().size());
    return cost;
}

std::vector<std::uint8_t> SoftwarePainter::pixels() {
    const SoftScreen::Lease lease = screen_.canvas();
    if (lease.fresh) everything_ = true;
    const Canvas& canvas = lease.canvas;
    const std::size_t row_bytes = 4 * static_cast<std::size_t>(canvas.width_px);
    std::vector<std::uint8_t> copy(row_bytes * static_cast<std::size_t>(canvas.height_px));
    for (int y = 0; y < canvas.height_px; ++y) {
        std::memcpy(copy.data() + row_bytes * static_cast<std::size_t>(y), canvas.at(0, y),
                    row_bytes);
    }
    return copy;
}

}  // namespace screen
