#include "player/screen/interface_layer.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <cstring>
#include <new>

namespace screen {

namespace {

constexpr std::uint64_t nothing_drawn = 0;
constexpr std::uint32_t not_asked_yet = 0xFFFFFFFF;
constexpr std::uint32_t covers_nothing = 0xFFFFFFFE;

template <class T>
std::uint64_t hash_of(const std::vector<T>& values, std::uint64_t state) {
    static_assert(std::is_trivially_copyable_v<T> && sizeof(T) % 4 == 0);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(values.data());
    const std::size_t size = values.size() * sizeof(T);
    std::size_t at = 0;
    for (; at + 8 <= size; at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes + at, 8);
        state = (state ^ word) * 0x9E3779B97F4A7C15ULL;
        state ^= state >> 32;
    }
    if (at < size) {
        std::uint32_t word = 0;
        std::memcpy(&word, bytes + at, 4);
        state = (state ^ word) * 0x9E3779B97F4A7C15ULL;
    }
    return (state ^ size) * 0x9E3779B97F4A7C15ULL;
}

std::uint64_t hash_of(const Mesh& mesh) {
    static_assert(sizeof(MeshVertex) == 20 && sizeof(MeshCommand) == 32, "no gaps to be hashed");
    return hash_of(mesh.commands, hash_of(mesh.indices, hash_of(mesh.vertices, 1)));
}

}  // namespace

void InterfaceLayer::resize(int width_px, int height_px) {
    if (width_px == width_px_ && height_px == height_px_) return;
    width_px_ = width_px;
    height_px_ = height_px;
    columns_ = (width_px + square_px - 1) / square_px;
    rows_ = (height_px + square_px - 1) / square_px;
    // Empty pages are the system's until something is drawn there: most of a film's place is none.
    const std::size_t count = static_cast<std::size_t>(width_px) * height_px;
    pixels_.reset(static_cast<std::uint32_t*>(std::calloc(count, sizeof(std::uint32_t))));
    if (pixels_ == nullptr) throw std::bad_alloc{};
    squares_.assign(static_cast<std::size_t>(columns_) * rows_, {});
    mesh_hash_ = 0;
}

Canvas InterfaceLayer::canvas() {
    return {pixels_.get(), width_px_, width_px_, height_px_};
}

RectPx InterfaceLayer::place_of(int column, int row) const {
    return common({column * square_px, row * square_px, square_px, square_px},
                  {0, 0, width_px_, height_px_});
}

const std::vector<RectPx>& InterfaceLayer::update(const Mesh* mesh, const SoftTextures& textures) {
    static const Mesh none;
    const Mesh& shown = mesh != nullptr ? *mesh : none;
    changed_.clear();
    drawn_px_ = 0;
    const std::uint64_t hash = hash_of(shown);
    if (hash == mesh_hash_) return changed_;
    mesh_hash_ = hash;

    take_apart(shown, textures, {0, 0, width_px_, height_px_}, outlines_);
    primitive_of_outline_.assign(outlines_.size(), not_asked_yet);
    primitives_.clear();
    sort_into_squares();
    for (int row = 0; row < rows_; ++row) {
        for (int column = 0; column < columns_; ++column) {
            Square& square = squares_[index_of(column, row)];
            const std::uint64_t fresh = new_hashes_[index_of(column, row)];
            square.changed = fresh != square.hash;
            if (!square.changed) continue;
            square.hash = fresh;
            draw_square(shown, column, row);
        }
    }
    gather_changed();
    return changed_;
}

// A counting sort: how many in each square, then where each square's list begins, then the lists.
void InterfaceLayer::sort_into_squares() {
    const std::size_t count = squares_.size();
    first_in_square_.assign(count + 1, 0);
    new_hashes_.assign(count, nothing_drawn);
    const auto for_each_square = [&](const Outline& outline, auto&& act) {
        const RectPx& b = outline.bounds;
        const int last_column = (right_of(b) - 1) / square_px;
        const int last_row = (bottom_of(b) - 1) / square_px;
        for (int row = b.y / square_px; row <= last_row; ++row) {
            for (int column = b.x / square_px; column <= last_column; ++column) {
                act(index_of(column, row));
            }
        }
    };
    for (const Outline& outline : outlines_) {
        for_each_square(outline, [&](std::size_t square) {
            ++first_in_square_[square + 1];
            std::uint64_t& hash = new_hashes_[square];
            hash = (hash ^ outline.hash) * 0x9E3779B97F4A7C15ULL;
            hash ^= hash >> 32;
        });
    }
    for (std::size_t i = 0; i < count; ++i)
        first_in_square_[i + 1] += first_in_square_[i];
    members_.resize(first_in_square_.back());
    next_in_square_.assign(first_in_square_.begin(), first_in_square_.end() - 1);
    for (std::uint32_t i = 0; i < outlines_.size(); ++i) {
        for_each_square(outlines_[i],
                        [&](std::size_t square) { members_[next_in_square_[square]++] = i; });
    }
}

// Worked out at most once in an update, and only for what is drawn. Valid until the next one is
// asked for.
const Primitive* InterfaceLayer::primitive(const Mesh& mesh, std::uint32_t outline) {
    std::uint32_t& known = primitive_of_outline_[outline];
    if (known == not_asked_yet) {
        known = covers_nothing;
        if (auto made = primitive_of(mesh, outlines_[outline])) {
            known = static_cast<std::uint32_t>(primitives_.size());
            primitives_.push_back(std::move(*made));
        }
    }
    return known == covers_nothing ? nullptr : &primitives_[known];
}

void InterfaceLayer::draw_square(const Mesh& mesh, int column, int row) {
    const RectPx place = place_of(column, row);
    const std::size_t square = index_of(column, row);
    const std::uint32_t* begin = members_.data() + first_in_square_[square];
    const std::uint32_t* end = members_.data() + first_in_square_[square + 1];
    // Whatever lies below something that hides the whole square need not be drawn.
    const std::uint32_t* from = end;
    bool hidden = false;
    while (from != begin && !hidden) {
        --from;
        const Primitive* one = primitive(mesh, *from);
        hidden = one != nullptr && contains(one->bounds, place) && one->hides_all();
    }
    const Canvas target = canvas();
    if (!hidden) {
        for (int y = place.y; y < bottom_of(place); ++y) {
            std::fill_n(target.at(place.x, y), place.width, 0U);
        }
    }
    for (; from != end; ++from) {
        if (const Primitive* one = primitive(mesh, *from)) draw(*one, place, target);
    }
    drawn_px_ += area_of(place);

    look_at_rows(squares_[square], place);
}

// Rows that the window's lower edge cuts off are as those that are there, so that they hinder
// nothing.
void InterfaceLayer::look_at_rows(Square& square, const RectPx& place) {
    square.empty = 0;
    square.opaque = 0;
    for (int y = 0; y < square_px; ++y) {
        const std::uint32_t* pixels = canvas().at(place.x, place.y + std::min(y, place.height - 1));
        std::uint32_t all = 0xFFFFFFFFU;
        std::uint32_t any = 0;
        for (int x = 0; x < place.width; ++x) {
            all &= pixels[x];
            any |= pixels[x];
        }
        square.empty |= Rows{any == 0} << y;
        square.opaque |= Rows{alpha_of(all) == 255} << y;
    }
}

// Runs of changed squares in a row, joined with the same run in the row above.
void InterfaceLayer::gather_changed() {
    for (int row = 0; row < rows_; ++row) {
        for (int column = 0; column < columns_;) {
            if (!squares_[index_of(column, row)].changed) {
                ++column;
                continue;
            }
            RectPx run = place_of(column, row);
            for (++column; column < columns_ && squares_[index_of(column, row)].changed; ++column) {
                run.width += place_of(column, row).width;
            }
            bool joined = false;
            for (RectPx& above : changed_) {
                if (above.x == run.x && above.width == run.width && bottom_of(above) == run.y) {
                    above.height += run.height;
                    joined = true;
                    break;
                }
            }
            if (!joined) changed_.push_back(run);
        }
    }
}

RectPx InterfaceLayer::seen_through(const RectPx& area) const {
    const RectPx part = common(area, {0, 0, width_px_, height_px_});
    if (is_empty(part)) return {};
    int left = right_of(part);
    int top = bottom_of(part);
    int right = part.x;
    int bottom = part.y;
    for (int row = part.y / square_px; row <= (bottom_of(part) - 1) / square_px; ++row) {
        const int above = std::max(part.y - row * square_px, 0);
        const int below = std::max((row + 1) * square_px - bottom_of(part), 0);
        const Rows in_part = (all_rows << above) & (all_rows >> below);
        for (int column = part.x / square_px; column <= (right_of(part) - 1) / square_px;
             ++column) {
            const Rows seen = in_part & ~squares_[index_of(column, row)].opaque;
            if (seen == 0) continue;
            const int first = std::countr_zero(seen);
            const int end = square_px - std::countl_zero(seen);
            const RectPx piece =
                common({column * square_px, row * square_px + first, square_px, end - first}, part);
            left = std::min(left, piece.x);
            top = std::min(top, piece.y);
            right = std::max(right, right_of(piece));
            bottom = std::max(bottom, bottom_of(piece));
        }
    }
    if (right <= left) return {};
    return {left, top, right - left, bottom - top};
}

void InterfaceLayer::blend_over(const Canvas& target, const RectPx& area) const {
    const RectPx part = common(area, {0, 0, width_px_, height_px_});
    if (is_empty(part)) return;
    for (int row = part.y / square_px; row <= (bottom_of(part) - 1) / square_px; ++row) {
        for (int column = part.x / square_px; column <= (right_of(part) - 1) / square_px;
             ++column) {
            const Square& square = squares_[index_of(column, row)];
            if (square.is_empty()) continue;
            const RectPx piece = common(place_of(column, row), part);
            for (int y = piece.y; y < bottom_of(piece); ++y) {
                const Rows bit = Rows{1} << (y - row * square_px);
                if ((square.empty & bit) != 0) continue;
                const std::uint32_t* source =
                    pixels_.get() + static_cast<std::ptrdiff_t>(y) * width_px_ + piece.x;
                std::uint32_t* under = target.at(piece.x, y);
                if ((square.opaque & bit) != 0) {
                    std::copy_n(source, piece.width, under);
                } else {
                    blend_row(under, source, piece.width);
                }
            }
        }
    }
}

}  // namespace screen
