// What the interface looks like, as triangles: the screen knows no interface library.
#pragma once

#include <cstdint>
#include <vector>

namespace screen {

using TextureId = std::uint64_t;  // 0: no texture

struct RectPx {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;

    bool operator==(const RectPx&) const = default;
};

struct MeshVertex {
    float x = 0;  // pixels of the window
    float y = 0;
    float u = 0;  // 0 to 1
    float v = 0;
    std::uint32_t rgba = 0;  // bytes R, G, B, A in memory
};

struct MeshCommand {
    TextureId texture = 0;
    RectPx clip;
    std::uint32_t first_index = 0;
    std::uint32_t index_count = 0;
};

struct Mesh {
    std::vector<MeshVertex> vertices;
    std::vector<std::uint32_t> indices;
    std::vector<MeshCommand> commands;
};

}  // namespace screen
