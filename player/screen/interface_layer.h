// The interface as pixels of its own, drawn again only where its triangles changed.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <vector>

#include "player/screen/primitive.h"
#include "player/screen/soft_texture.h"

namespace screen {

// The window is divided into small squares. For each a number stands for all the triangles that
// touch it: where the number is the old one, the pixels are too.
class InterfaceLayer {
public:
    void resize(int width_px, int height_px);  // forgets everything when the size differs

    // Draws the squares that changed. `mesh` may be nothing: no interface.
    // @returns where pixels may differ from before, as rectangles that do not overlap
    const std::vector<RectPx>& update(const Mesh* mesh, const SoftTextures& textures);

    // Blends the layer over the part `area` of a canvas of the same size.
    void blend_over(const Canvas& canvas, const RectPx& area) const;

    // The smallest rectangle that holds all of `area` that can be seen through the layer, as of the
    // last update; to the row, and to a square's width across. Empty when it hides everything.
    RectPx seen_through(const RectPx& area) const;

    std::int64_t drawn_px() const { return drawn_px_; }  // by the last update

private:
    // One bit for each row of pixels of a square.
    using Rows = std::uint32_t;
    static constexpr int square_px = 32;
    static constexpr Rows all_rows = 0xFFFFFFFF;
    struct Square {
        std::uint64_t hash = 0;
        Rows empty = all_rows;  // nothing is drawn there
        Rows opaque = 0;        // nothing is seen through it
        bool changed = false;

        bool is_empty() const { return empty == all_rows; }
        bool is_opaque() const { return opaque == all_rows; }
    };

    struct Free {
        void operator()(std::uint32_t* pixels) const noexcept { std::free(pixels); }
    };

    void sort_into_squares();
    void draw_square(const Mesh& mesh, int column, int row);
    void look_at_rows(Square& square, const RectPx& place);
    const Primitive* primitive(const Mesh& mesh, std::uint32_t outline);
    void gather_changed();
    RectPx place_of(int column, int row) const;
    std::size_t index_of(int column, int row) const {
        return static_cast<std::size_t>(row) * columns_ + column;
    }
    Canvas canvas();

    int width_px_ = 0;
    int height_px_ = 0;
    int columns_ = 0;
    int rows_ = 0;
    std::unique_ptr<std::uint32_t[], Free> pixels_;
    std::vector<Square> squares_;
    std::uint64_t mesh_hash_ = 0;
    std::int64_t drawn_px_ = 0;

    // Kept between updates for their memory only.
    std::vector<Outline> outlines_;
    std::vector<std::uint32_t> first_in_square_;  // into members_; one more than there are squares
    std::vector<std::uint32_t> members_;          // outlines by square, each in drawing order
    std::vector<std::uint32_t> next_in_square_;
    std::vector<std::uint32_t> primitive_of_outline_;  // into primitives_, or one of two marks
    std::vector<Primitive> primitives_;                // of the squares that changed
    std::vector<std::uint64_t> new_hashes_;
    std::vector<RectPx> changed_;
};

}  // namespace screen
