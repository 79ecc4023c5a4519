#include "player/screen/gpu_painter.h"

#include <algorithm>
#include <cstring>

namespace screen {

namespace {

SDL_Rect sdl_rect(const RectPx& r) {
    return {r.x, r.y, r.width, r.height};
}

// A texture with pixels in it; nothing when the GPU refuses (too large, no memory).
TextureHandle loaded(SDL_Renderer* renderer, std::uint32_t format, const std::uint8_t* pixels,
                     int width_px, int height_px) {
    TextureHandle texture(
        SDL_CreateTexture(renderer, format, SDL_TEXTUREACCESS_STATIC, width_px, height_px));
    if (texture == nullptr) return nullptr;
    SDL_UpdateTexture(texture.get(), nullptr, pixels, 4 * width_px);
    SDL_SetTextureScaleMode(texture.get(), SDL_ScaleModeLinear);
    return texture;
}

// A renderer without premultiplied blending gets its overlays as R, G, B and alpha apart.
std::vector<std::uint8_t> not_premultiplied(std::vector<std::uint8_t> bgra) {
    for (std::size_t i = 0; i < bgra.size(); i += 4) {
        const int alpha = bgra[i + 3];
        if (alpha == 0) continue;
        for (std::size_t k = i; k < i + 3; ++k) {
            bgra[k] = static_cast<std::uint8_t>(std::min(255, (bgra[k] * 255 + alpha / 2) / alpha));
        }
    }
    return bgra;
}

bool same(const Mesh& a, const Mesh& b) {
    const auto equal = [](const auto& x, const auto& y) {
        return x.size() == y.size() &&
               (x.empty() || std::memcmp(x.data(), y.data(), x.size() * sizeof(x[0])) == 0);
    };
    return equal(a.vertices, b.vertices) && equal(a.indices, b.indices) &&
           equal(a.commands, b.commands);
}

}  // namespace

GpuPainter::GpuPainter(SDL_Window* window, RendererHandle renderer)
    : window_(window), renderer_(std::move(renderer)) {}

RectPx GpuPainter::size() const {
    RectPx whole;
    SDL_GetRendererOutputSize(renderer_.get(), &whole.width, &whole.height);
    return whole;
}

void GpuPainter::load(KeptTexture& kept) const {
    kept.texture = loaded(renderer_.get(), SDL_PIXELFORMAT_RGBA32, kept.rgba.data(), kept.width_px,
                          kept.height_px);
    if (kept.texture != nullptr) {
        SDL_SetTextureBlendMode(kept.texture.get(), SDL_BLENDMODE_BLEND);
    }
}

void GpuPainter::add_texture(TextureId id, std::span<const std::uint8_t> rgba, int width_px,
                             int height_px) {
    KeptTexture kept{width_px, height_px, {rgba.begin(), rgba.end()}, nullptr};
    load(kept);
    textures_.emplace(id, std::move(kept));
}

void GpuPainter::add_letters(TextureId id, std::span<const std::uint8_t> coverage, int width_px,
                             int height_px) {
    std::vector<std::uint8_t> white(4 * coverage.size(), 255);
    for (std::size_t i = 0; i < coverage.size(); ++i)
        white[4 * i + 3] = coverage[i];
    add_texture(id, white, width_px, height_px);
}

void GpuPainter::drop_texture(TextureId id) {
    textures_.erase(id);
}

void GpuPainter::textures_lost() {
    for (auto& [id, kept] : textures_)
        load(kept);
    film_shape_ = {};
    film_texture_ = nullptr;
    film_serial_.reset();
    overlays_.clear();
    everything_ = true;
}

// Nothing for colours that SDL cannot convert: full range of BT.709, and BT.2020.
std::optional<SDL_YUV_CONVERSION_MODE> GpuPainter::mode_of(const media::Picture& picture) {
    const bool full = picture.range == media::ColourRange::Full;
    switch (picture.matrix) {
        case media::ColourMatrix::Bt601:
            return full ? SDL_YUV_CONVERSION_JPEG : SDL_YUV_CONVERSION_BT601;
        case media::ColourMatrix::Bt709:
            if (!full) return SDL_YUV_CONVERSION_BT709;
            break;
        case media::ColourMatrix::Bt2020:
            break;
    }
    return std::nullopt;
}

void GpuPainter::load_film(const media::Picture& picture) {
    const auto mode = mode_of(picture);
    FilmShape shape{picture.width_px, picture.height_px, SDL_PIXELFORMAT_RGB888,
                    mode.value_or(SDL_YUV_CONVERSION_BT709)};
    if (mode) {
        shape.format = picture.layout == media::PixelLayout::NV12 ? SDL_PIXELFORMAT_NV12
                                                                  : SDL_PIXELFORMAT_IYUV;
        // One setting for all renderers: some look at it when a texture is made, some when it is
        // drawn. So it is told before both.
        SDL_SetYUVConversionMode(*mode);
    }
    if (film_texture_ == nullptr || film_shape_ != shape) {
        film_texture_.reset(SDL_CreateTexture(renderer_.get(), shape.format,
                                              SDL_TEXTUREACCESS_STREAMING, shape.width_px,
                                              shape.height_px));
        film_shape_ = shape;
        if (film_texture_ == nullptr) return;
        SDL_SetTextureScaleMode(film_texture_.get(), SDL_ScaleModeLinear);
        SDL_SetTextureBlendMode(film_texture_.get(), SDL_BLENDMODE_NONE);
    }
    const auto& planes = picture.planes;
    const auto& strides = picture.strides_bytes;
    if (!mode) {
        scaled_film_.resize(4 * static_cast<std::size_t>(shape.width_px) * shape.height_px);
        scaler_.scale(picture, scaled_film_.data(), 4 * shape.width_px, shape.width_px,
                      shape.height_px);
        SDL_UpdateTexture(film_texture_.get(), nullptr, scaled_film_.data(), 4 * shape.width_px);
    } else if (picture.layout == media::PixelLayout::NV12) {
        SDL_UpdateNVTexture(film_texture_.get(), nullptr, planes[0], strides[0], planes[1],
                            strides[1]);
    } else {
        SDL_UpdateYUVTexture(film_texture_.get(), nullptr, planes[0], strides[0], planes[1],
                             strides[1], planes[2], strides[2]);
    }
}

// @returns whether another picture was sent to the GPU
bool GpuPainter::take_film(const Scene& scene) {
    film_place_ = scene.film_place;
    if (scene.film == nullptr) {
        film_serial_.reset();
        return false;
    }
    if (film_serial_ == scene.film->serial) return false;
    load_film(*scene.film);
    film_serial_ = scene.film->serial;
    return true;
}

TextureHandle GpuPainter::overlay_texture(const Overlay& overlay) const {
    const SDL_BlendMode premultiplied_mode = SDL_ComposeCustomBlendMode(
        SDL_BLENDFACTOR_ONE, SDL_BLENDFACTOR_ONE_MINUS_SRC_ALPHA, SDL_BLENDOPERATION_ADD,
        SDL_BLENDFACTOR_ONE, SDL_BLENDFACTOR_ONE_MINUS_SRC_ALPHA, SDL_BLENDOPERATION_ADD);
    const auto make = [&](const std::vector<std::uint8_t>& pixels) {
        return loaded(renderer_.get(), SDL_PIXELFORMAT_ARGB8888, pixels.data(), overlay.place.width,
                      overlay.place.height);
    };
    TextureHandle texture = make(overlay.pixels);
    if (texture != nullptr && SDL_SetTextureBlendMode(texture.get(), premultiplied_mode) != 0) {
        texture = make(not_premultiplied(overlay.pixels));
        if (texture != nullptr) SDL_SetTextureBlendMode(texture.get(), SDL_BLENDMODE_BLEND);
    }
    return texture;
}

// @returns whether they differ from those shown
bool GpuPainter::take_overlays(std::span<const Overlay> overlays) {
    const bool as_before = std::equal(overlays.begin(), overlays.end(), overlays_.begin(),
                                      overlays_.end(), [](const Overlay& a, const ShownOverlay& b) {
                                          return a.serial == b.serial && a.place == b.place;
                                      });
    if (as_before) return false;
    std::vector<ShownOverlay> fresh;
    for (const Overlay& overlay : overlays) {
        const auto old = std::find_if(overlays_.begin(), overlays_.end(), [&](const auto& one) {
            return one.texture != nullptr && one.serial == overlay.serial;
        });
        fresh.push_back(
            {overlay.serial, overlay.place,
             old != overlays_.end() ? std::move(old->texture) : overlay_texture(overlay)});
    }
    overlays_ = std::move(fresh);
    return true;
}

// @returns whether it differs from the one shown
bool GpuPainter::take_interface(const Mesh* mesh) {
    static const Mesh none;
    const Mesh& wanted = mesh != nullptr ? *mesh : none;
    // Texture coordinates are kept inside the texture, which is all that the renderer takes.
    Mesh usable = wanted;
    for (MeshVertex& vertex : usable.vertices) {
        vertex.u = std::clamp(vertex.u, 0.0F, 1.0F);
        vertex.v = std::clamp(vertex.v, 0.0F, 1.0F);
    }
    if (same(usable, interface_)) return false;
    interface_ = std::move(usable);
    return true;
}

ShowCost GpuPainter::show(const Scene& scene) {
    ShowCost cost;
    const RectPx whole = size();
    if (whole.width <= 0 || whole.height <= 0) return cost;
    const bool moved =
        film_place_ != scene.film_place || film_serial_.has_value() != (scene.film != nullptr);
    const bool other_backdrop = backdrop_rgb_ != scene.backdrop_rgb;
    backdrop_rgb_ = scene.backdrop_rgb;
    cost.film_scaled = take_film(scene);
    const bool other_overlays = take_overlays(scene.overlays);
    const bool other_interface = take_interface(scene.interface);
    if (!everything_ && whole == shown_size_ && !moved && !other_backdrop && !cost.film_scaled &&
        !other_overlays && !other_interface) {
        return cost;
    }
    everything_ = false;
    shown_size_ = whole;
    draw();
    SDL_RenderPresent(renderer_.get());
    cost.composed_px = std::int64_t{whole.width} * whole.height;
    cost.interface_drawn_px = cost.composed_px;
    cost.sent_rectangles = 1;
    return cost;
}

void GpuPainter::draw() {
    SDL_Renderer* renderer = renderer_.get();
    if (film_serial_) SDL_SetYUVConversionMode(film_shape_.mode);
    SDL_RenderSetClipRect(renderer, nullptr);
    SDL_SetRenderDrawColor(renderer, static_cast<Uint8>(backdrop_rgb_ >> 16),
                           static_cast<Uint8>(backdrop_rgb_ >> 8),
                           static_cast<Uint8>(backdrop_rgb_), 255);
    SDL_RenderClear(renderer);
    if (film_serial_ && film_texture_ != nullptr) {
        const SDL_Rect place = sdl_rect(film_place_);
        SDL_RenderCopy(renderer, film_texture_.get(), nullptr, &place);
    }
    for (const ShownOverlay& overlay : overlays_) {
        if (overlay.texture == nullptr) continue;
        const SDL_Rect place = sdl_rect(overlay.place);
        SDL_RenderCopy(renderer, overlay.texture.get(), nullptr, &place);
    }
    draw_interface();
}

void GpuPainter::draw_interface() {
    SDL_Renderer* renderer = renderer_.get();
    SDL_SetRenderDrawBlendMode(renderer, SDL_BLENDMODE_BLEND);
    for (const MeshCommand& command : interface_.commands) {
        const std::size_t end = std::size_t{command.first_index} + command.index_count;
        if (command.index_count == 0 || end > interface_.indices.size()) continue;
        SDL_Texture* texture = nullptr;
        if (command.texture != 0) {
            const auto found = textures_.find(command.texture);
            if (found == textures_.end() || found->second.texture == nullptr) continue;
            texture = found->second.texture.get();
        }
        const SDL_Rect clip = sdl_rect(command.clip);
        if (clip.w <= 0 || clip.h <= 0) continue;
        SDL_RenderSetClipRect(renderer, &clip);
        const MeshVertex* vertices = interface_.vertices.data();
        SDL_RenderGeometryRaw(renderer, texture, &vertices->x, sizeof(MeshVertex),
                              reinterpret_cast<const SDL_Color*>(&vertices->rgba),
                              sizeof(MeshVertex), &vertices->u, sizeof(MeshVertex),
                              static_cast<int>(interface_.vertices.size()),
                              interface_.indices.data() + command.first_index,
                              static_cast<int>(command.index_count), sizeof(std::uint32_t));
    }
    SDL_RenderSetClipRect(renderer, nullptr);
}

// What is presented is gone: drawn once more, from what is still in the GPU, and not presented.
std::vector<std::uint8_t> GpuPainter::pixels() {
    const RectPx whole = size();
    std::vector<std::uint8_t> copy(4 * static_cast<std::size_t>(whole.width) * whole.height);
    draw();
    SDL_RenderReadPixels(renderer_.get(), nullptr, SDL_PIXELFORMAT_ARGB8888, copy.data(),
                         4 * whole.width);
    return copy;
}

}  // namespace screen
