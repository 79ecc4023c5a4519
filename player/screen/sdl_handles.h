// SDL's things, owned. Private to this folder.
#pragma once

#include <SDL.h>

#include <memory>

namespace screen {

template <auto Free>
struct SdlFree {
    template <class T>
    void operator()(T* thing) const noexcept {
        Free(thing);
    }
};

using WindowHandle = std::unique_ptr<SDL_Window, SdlFree<SDL_DestroyWindow>>;
using RendererHandle = std::unique_ptr<SDL_Renderer, SdlFree<SDL_DestroyRenderer>>;
using TextureHandle = std::unique_ptr<SDL_Texture, SdlFree<SDL_DestroyTexture>>;
using SurfaceHandle = std::unique_ptr<SDL_Surface, SdlFree<SDL_FreeSurface>>;

}  // namespace screen
