#include "player/screen/soft_screen.h"

#include <algorithm>

namespace screen {

namespace {

bool has_our_pixels(const SDL_Surface& surface) {
    return (surface.format->format == SDL_PIXELFORMAT_RGB888 ||
            surface.format->format == SDL_PIXELFORMAT_ARGB8888) &&
           !SDL_MUSTLOCK(&surface) && surface.pitch % 4 == 0;
}

Canvas canvas_of(const SDL_Surface& surface) {
    return {static_cast<std::uint32_t*>(surface.pixels), surface.pitch / 4, surface.w, surface.h};
}

std::vector<SDL_Rect> sdl_rects(std::span<const RectPx> parts) {
    std::vector<SDL_Rect> rects;
    rects.reserve(parts.size());
    for (const RectPx& part : parts)
        rects.push_back({part.x, part.y, part.width, part.height});
    return rects;
}

}  // namespace

SoftScreen::SoftScreen(SDL_Window* window) : window_(window) {
    // Asked while the window is still hidden: a renderer may have to make the window anew.
    canvas();
}

SoftScreen::Lease SoftScreen::canvas() {
    if (renderer_ == nullptr) {
        surface_ = SDL_GetWindowSurface(window_);
        if (surface_ == nullptr) {
            renderer_.reset(SDL_CreateRenderer(window_, -1, 0));
            if (renderer_ == nullptr) return {};
        }
    }
    if (renderer_ != nullptr) {
        int width_px = 0;
        int height_px = 0;
        SDL_GetRendererOutputSize(renderer_.get(), &width_px, &height_px);
        return own_canvas(width_px, height_px);
    }
    if (!has_our_pixels(*surface_)) return own_canvas(surface_->w, surface_->h);
    // SDL makes a new surface for a window that was resized, perhaps at the old one's address: a
    // mark of ours tells them apart.
    const bool fresh = surface_->userdata != this;
    surface_->userdata = this;
    return {canvas_of(*surface_), fresh};
}

SoftScreen::Lease SoftScreen::own_canvas(int width_px, int height_px) {
    const bool fits = own_ != nullptr && own_->w == width_px && own_->h == height_px;
    if (!fits) {
        own_.reset(
            SDL_CreateRGBSurfaceWithFormat(0, width_px, height_px, 32, SDL_PIXELFORMAT_RGB888));
        if (own_ == nullptr) return {};
        if (renderer_ != nullptr) {
            texture_.reset(SDL_CreateTexture(renderer_.get(), SDL_PIXELFORMAT_RGB888,
                                             SDL_TEXTUREACCESS_STREAMING, width_px, height_px));
        }
    }
    return {canvas_of(*own_), !fits};
}

void SoftScreen::send(std::span<const RectPx> parts) {
    if (renderer_ != nullptr) {
        send_through_renderer(parts);
        return;
    }
    std::vector<SDL_Rect> rects = sdl_rects(parts);
    if (own_ != nullptr) {
        for (SDL_Rect& rect : rects) {
            SDL_Rect to = rect;
            SDL_BlitSurface(own_.get(), &rect, surface_, &to);
        }
    }
    SDL_UpdateWindowSurfaceRects(window_, rects.data(), static_cast<int>(rects.size()));
}

void SoftScreen::send_through_renderer(std::span<const RectPx> parts) {
    if (texture_ == nullptr) return;
    const Canvas canvas = canvas_of(*own_);
    for (const SDL_Rect& rect : sdl_rects(parts)) {
        SDL_UpdateTexture(texture_.get(), &rect, canvas.at(rect.x, rect.y), canvas.stride_px * 4);
    }
    SDL_RenderCopy(renderer_.get(), texture_.get(), nullptr, nullptr);
    SDL_RenderPresent(renderer_.get());
}

}  // namespace screen
