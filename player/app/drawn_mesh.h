// What the interface drew, as the screen wants it: neither knows the other.
#pragma once

#include "player/screen/mesh.h"
#include "player/ui/interface.h"

namespace app {

inline screen::Mesh mesh_of(const ui::Drawn& drawn) {
    screen::Mesh mesh;
    mesh.vertices.reserve(drawn.vertices.size());
    for (const ui::DrawnVertex& vertex : drawn.vertices) {
        mesh.vertices.push_back({vertex.x, vertex.y, vertex.u, vertex.v, vertex.rgba});
    }
    mesh.indices = drawn.indices;
    for (const ui::DrawnCommand& command : drawn.commands) {
        mesh.commands.push_back(
            {command.texture,
             {command.clip_x, command.clip_y, command.clip_width, command.clip_height},
             command.first_index,
             command.index_count});
    }
    return mesh;
}

}  // namespace app
