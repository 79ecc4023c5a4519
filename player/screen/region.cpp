#include "player/screen/region.h"

namespace screen {

void subtract(const RectPx& from, const RectPx& hole, std::vector<RectPx>& into) {
    const RectPx cut = common(from, hole);
    if (is_empty(cut)) {
        into.push_back(from);
        return;
    }
    const auto push = [&](const RectPx& rect) {
        if (!is_empty(rect)) into.push_back(rect);
    };
    push({from.x, from.y, from.width, cut.y - from.y});
    push({from.x, cut.y, cut.x - from.x, cut.height});
    push({right_of(cut), cut.y, right_of(from) - right_of(cut), cut.height});
    push({from.x, bottom_of(cut), from.width, bottom_of(from) - bottom_of(cut)});
}

void Region::add(const RectPx& rect) {
    if (is_empty(rect)) return;
    std::vector<RectPx> fresh{rect};
    for (const RectPx& part : parts_) {
        std::vector<RectPx> left;
        for (const RectPx& piece : fresh)
            subtract(piece, part, left);
        fresh.swap(left);
        if (fresh.empty()) return;
    }
    parts_.insert(parts_.end(), fresh.begin(), fresh.end());
}

std::int64_t Region::area() const {
    std::int64_t sum = 0;
    for (const RectPx& part : parts_)
        sum += area_of(part);
    return sum;
}

}  // namespace screen
