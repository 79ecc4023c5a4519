#include "player/paper/composition.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace paper {
namespace {

using Kind = Block::Kind;

constexpr double leading = 1.22;  // of a line, times what its font asks for
constexpr double title_size = 1.85;
constexpr double heading_size = 1.16;
constexpr double small_size = 0.86;
constexpr double foot_pt = 8;
constexpr double foot_gap_pt = 10;
constexpr guint16 quiet = 0x5500;  // of 0xffff: 7:1 on white

double points(int pango_units) {
    return static_cast<double>(pango_units) / PANGO_SCALE;
}

int units(double in_points) {
    return static_cast<int>(std::lround(in_points * PANGO_SCALE));
}

struct AttributesFree {
    void operator()(PangoAttrList* list) const noexcept { pango_attr_list_unref(list); }
};

struct IterFree {
    void operator()(PangoLayoutIter* iter) const noexcept { pango_layout_iter_free(iter); }
};

PangoLayoutLine* only_line(PangoLayout* layout) {
    return pango_layout_get_line_readonly(layout, 0);
}

double width_of(PangoLayout* layout) {
    PangoRectangle logical;
    pango_layout_get_extents(layout, nullptr, &logical);
    return points(logical.width);
}

bool reads_from_right(PangoLayout* layout) {
    return pango_layout_get_direction(layout, 0) == PANGO_DIRECTION_RTL;
}

}  // namespace

Composition::Composition(const Sheet& sheet, const std::vector<int>& lines, double text_pt,
                         PangoFontMap* fonts)
    : sheet_(sheet), text_pt_(text_pt), context_(pango_font_map_create_context(fonts)) {
    pango_cairo_context_set_resolution(context_.get(), 72);
    pango_context_set_round_glyph_positions(context_.get(), FALSE);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context_.get(), options);
    cairo_font_options_destroy(options);
    if (!sheet.language.empty()) {
        pango_context_set_language(context_.get(),
                                   pango_language_from_string(sheet.language.c_str()));
    }
    add_head();
    for (std::size_t i = 0; i < sheet.blocks.size(); ++i) {
        add_block(i, lines[i]);
    }
    set_foot();
    paginate();
}

PangoLayout* Composition::layout(const std::vector<Run>& runs, const Style& style, double width,
                                 Weight weight) {
    layouts_.emplace_back(pango_layout_new(context_.get()));
    PangoLayout* made = layouts_.back().get();
    std::string text;
    const std::unique_ptr<PangoAttrList, AttributesFree> attributes{pango_attr_list_new()};
    const auto set = [&](PangoAttribute* attribute, std::size_t begin, std::size_t end) {
        attribute->start_index = static_cast<guint>(begin);
        attribute->end_index = static_cast<guint>(end);
        pango_attr_list_insert(attributes.get(), attribute);
    };
    for (const Run& run : runs) {
        const std::size_t begin = text.size();
        text += run.text;
        const bool strong = style.face == Face::Strong || run.weight == Weight::Strong;
        // Only Inter comes in a strong face.
        const bool andika = sheet_.letters == Letters::Andika && !strong;
        set(pango_attr_family_new(andika ? "Andika" : "Inter"), begin, text.size());
        set(pango_attr_weight_new(strong ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL), begin,
            text.size());
        if (run.weight == Weight::Quiet || weight == Weight::Quiet) {
            set(pango_attr_foreground_new(quiet, quiet, quiet), begin, text.size());
        }
    }
    set(pango_attr_size_new_absolute(units(style.pt)), 0, text.size());
    set(pango_attr_insert_hyphens_new(FALSE), 0, text.size());  // what is copied is as written
    pango_layout_set_text(made, text.data(), static_cast<int>(text.size()));
    pango_layout_set_attributes(made, attributes.get());
    pango_layout_set_line_spacing(made, static_cast<float>(leading));
    pango_layout_set_wrap(made, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_width(made, width > 0 ? units(width) : -1);
    return made;
}

void Composition::add(PangoLayout* layout, const Setting& setting) {
    const std::unique_ptr<PangoLayoutIter, IterFree> iter{pango_layout_get_iter(layout)};
    const int count = pango_layout_get_line_count(layout);
    const bool from_right = reads_from_right(layout);
    int line = 0;
    do {
        int top = 0;
        int bottom = 0;
        pango_layout_iter_get_line_yrange(iter.get(), &top, &bottom);
        PangoRectangle logical;
        pango_layout_iter_get_line_extents(iter.get(), nullptr, &logical);
        const bool first = line == 0;
        const bool last = line == count - 1;
        Item item;
        item.block = setting.block;
        item.part = setting.part;
        item.words = pango_layout_iter_get_line_readonly(iter.get());
        item.words_x = (from_right ? 0 : setting.indent) + setting.pad + points(logical.x);
        item.from_right = from_right;
        item.height = points(bottom - top);
        item.baseline = points(pango_layout_iter_get_baseline(iter.get()) - top);
        item.above = first ? setting.above : 0;
        if (setting.pad > 0 && first) {
            item.height += setting.pad;
            item.baseline += setting.pad;
        }
        if (setting.pad > 0 && last) item.height += setting.pad;
        // No line of a paragraph stands alone.
        item.keep_with_next =
            last ? setting.keep_with_next : setting.keep_whole || first || line == count - 2;
        items_.push_back(item);
        ++line;
    } while (pango_layout_iter_next_line(iter.get()));
}

void Composition::add_head() {
    const double small = text_pt_ * small_size;
    const auto say = [&](const std::string& text, const Style& style, int part, double above) {
        if (text.empty()) return;
        add(layout({{text}}, style, column_width_pt, part == 1 ? Weight::Regular : Weight::Quiet),
            {.part = part, .above = above, .keep_whole = true, .keep_with_next = true});
    };
    say(sheet_.kind, {small}, 0, 0);
    say(sheet_.title, {text_pt_ * title_size, Face::Strong}, 1, 0);
    say(sheet_.subtitle, {small}, 2, text_pt_ * 0.15);
    Item rule;
    rule.role = Item::Role::Rule;
    rule.height = text_pt_ * 0.7;
    rule.baseline = rule.height;
    rule.keep_with_next = true;
    items_.push_back(rule);
}

void Composition::add_block(std::size_t place, int lines) {
    const Block& block = sheet_.blocks[place];
    // A prompt keeps away from lines that were written on before it.
    const bool after_lines = place > 0 && sheet_.blocks[place - 1].kind == Kind::Lines;
    const double gap = text_pt_ * (block.close ? 0.25 : after_lines ? 1.1 : 0.5);
    switch (block.kind) {
        case Kind::Heading:
            add_heading(place);
            break;
        case Kind::Paragraph: {
            // What leads to lines to write on stays with the first of them.
            const bool leads =
                place + 1 < sheet_.blocks.size() && sheet_.blocks[place + 1].kind == Kind::Lines;
            add(layout(block.runs, {text_pt_}, column_width_pt),
                {.block = place, .above = gap, .keep_with_next = leads});
            break;
        }
        case Kind::Care: {
            const double pad = text_pt_ * 0.6;
            add(layout(block.runs, {text_pt_ * 0.94}, column_width_pt - 2 * pad),
                {.block = place, .pad = pad, .above = text_pt_ * 0.8, .keep_whole = true});
            break;
        }
        case Kind::Bullet:
        case Kind::Numbered:
            add_list_item(place);
            break;
        case Kind::Quote: {
            const double bar = text_pt_ * 1.1;
            std::vector<Run> words = block.runs;
            words.insert(words.begin(), {"\u201c"});
            words.push_back({"\u201d"});
            const bool sourced = !block.aside.empty();
            add(layout(words, {text_pt_}, column_width_pt - bar), {.block = place,
                                                                   .indent = bar,
                                                                   .above = text_pt_ * 0.75,
                                                                   .keep_with_next = sourced});
            if (sourced) {
                add(layout({{block.aside}}, {text_pt_ * small_size}, column_width_pt - bar,
                           Weight::Quiet),
                    {.block = place, .part = 1, .indent = bar, .keep_whole = true});
            }
            break;
        }
        case Kind::Lines:
            add_lines(place, lines);
            break;
        case Kind::Rule: {
            Item rule;
            rule.role = Item::Role::Rule;
            rule.block = place;
            rule.above = gap;
            rule.height = gap;
            rule.baseline = gap;
            items_.push_back(rule);
            break;
        }
    }
}

void Composition::add_heading(std::size_t place) {
    const Block& block = sheet_.blocks[place];
    const Setting setting{
        .block = place, .above = text_pt_ * 1.25, .keep_whole = true, .keep_with_next = true};
    PangoLayout* words =
        layout(block.runs, {text_pt_ * heading_size, Face::Strong}, column_width_pt);
    const std::size_t begin = items_.size();
    add(words, setting);
    if (block.aside.empty()) return;
    PangoLayout* aside = layout({{block.aside}}, {text_pt_ * small_size}, -1, Weight::Quiet);
    const double width = width_of(aside);
    if (pango_layout_get_line_count(words) == 1 && !reads_from_right(words) &&
        width_of(words) + width + text_pt_ < column_width_pt) {
        items_[begin].aside = only_line(aside);
        items_[begin].aside_x = column_width_pt - width;
        return;
    }
    add(layout({{block.aside}}, {text_pt_ * small_size}, column_width_pt, Weight::Quiet),
        {.block = place, .part = 1, .keep_whole = true, .keep_with_next = true});
}

void Composition::add_list_item(std::size_t place) {
    const Block& block = sheet_.blocks[place];
    const std::string mark =
        block.kind == Kind::Bullet ? "\u2022" : fmt::format("{}.", block.number);
    PangoLayout* marker = layout({{mark}}, {text_pt_}, -1);
    const double marker_width = width_of(marker);
    const double indent = std::max(text_pt_ * 1.5, marker_width + text_pt_ * 0.5);
    const std::size_t begin = items_.size();
    add(layout(block.runs, {text_pt_}, column_width_pt - indent),
        {.block = place, .indent = indent, .above = text_pt_ * 0.3});
    items_[begin].marker = only_line(marker);
    items_[begin].marker_x = items_[begin].from_right ? column_width_pt - marker_width : 0;
}

void Composition::add_lines(std::size_t place, int count) {
    const Block& block = sheet_.blocks[place];
    const bool labelled = !block.runs.empty() && !block.runs.front().text.empty();
    for (int i = 0; i < count; ++i) {
        Item line;
        line.role = Item::Role::WritingLine;
        line.block = place;
        line.height = writing_pitch_pt;
        line.baseline = writing_pitch_pt - 1;
        line.above = i == 0 && labelled ? text_pt_ * 0.2 : 0;
        line.keep_with_next = i == 0 && count > 1;
        if (i == 0 && labelled) {
            // The line begins after its label where enough of it is left.
            PangoLayout* label = layout(block.runs, {text_pt_}, column_width_pt);
            const double width = width_of(label);
            if (pango_layout_get_line_count(label) == 1 && width < column_width_pt * 0.6 &&
                !reads_from_right(label)) {
                line.words = only_line(label);
                line.rule_x = width + text_pt_ * 0.5;
            } else {
                add(label, {.block = place, .above = text_pt_ * 0.5, .keep_with_next = true});
            }
        }
        items_.push_back(line);
    }
}

void Composition::set_foot() {
    foot_height_ = foot_pt * 1.5;  // room for a page number
    if (sheet_.foot.empty()) return;
    foot_ = layout({{sheet_.foot}}, {foot_pt}, column_width_pt * 0.88, Weight::Quiet);
    PangoRectangle logical;
    pango_layout_get_extents(foot_, nullptr, &logical);
    foot_height_ = std::max(foot_height_, points(logical.height));
}

PangoLayout* Composition::page_number(std::size_t page) {
    if (pages_.size() < 2) return nullptr;
    PangoLayout* number = layout({{fmt::format("{} / {}", page + 1, pages_.size())}}, {foot_pt},
                                 column_width_pt, Weight::Quiet);
    pango_layout_set_alignment(number, PANGO_ALIGN_RIGHT);
    return number;
}

double Composition::bottom() const {
    return foot_top() - foot_gap_pt;
}

void Composition::paginate() {
    pages_.assign(1, {});
    double y = margin_pt;
    std::size_t i = 0;
    while (i < items_.size()) {
        std::size_t end = i + 1;  // behind those that stay together
        double needed = items_[i].height;
        while (items_[end - 1].keep_with_next && end < items_.size()) {
            needed += items_[end].above + items_[end].height;
            ++end;
        }
        const double above = pages_.back().empty() ? 0 : items_[i].above;
        const bool whole_fits = needed <= bottom() - margin_pt;
        if (!whole_fits) {
            end = i + 1;
            needed = items_[i].height;
        }
        if (!pages_.back().empty() && y + above + needed > bottom()) {
            pages_.emplace_back();
            y = margin_pt;
        }
        for (; i < end; ++i) {
            if (!pages_.back().empty()) y += items_[i].above;
            pages_.back().push_back({i, y});
            y += items_[i].height;
        }
    }
    room_left_ = std::max(0.0, bottom() - y);
}

}  // namespace paper
