// A sheet set in type: lines of a known height, and where pages end. Private to the folder.
#pragma once

#include <cstddef>
#include <vector>

#include "player/lettering/font_map.h"
#include "player/paper/sheet.h"

namespace paper {

// A4 in points (1/72 inch).
inline constexpr double page_width_pt = 595.276;
inline constexpr double page_height_pt = 841.89;
inline constexpr double margin_pt = 48;  // 17 mm
inline constexpr double column_width_pt = page_width_pt - 2 * margin_pt;
inline constexpr double writing_pitch_pt = 22.7;  // 8 mm between lines to write on

// What one line on paper is.
struct Item {
    enum class Role { Text, WritingLine, Rule };

    static constexpr std::size_t head = static_cast<std::size_t>(-1);  // of the sheet, no block

    Role role = Role::Text;
    std::size_t block = head;
    int part = 0;  // of the head: kind, title, subtitle; of a block: its words, its aside
    PangoLayoutLine* words = nullptr;   // owned by the composition; may be nothing
    PangoLayoutLine* marker = nullptr;  // bullet or number before it
    PangoLayoutLine* aside = nullptr;   // at the other end of the same line
    double words_x = 0;                 // from the left margin, as all x
    double marker_x = 0;
    double aside_x = 0;
    double rule_x = 0;  // where a line to write on begins
    bool from_right = false;
    double above = 0;  // white before it, but not at the top of a page
    double height = 0;
    double baseline = 0;  // from its top
    bool keep_with_next = false;
};

struct Placed {
    std::size_t item = 0;
    double y = 0;  // of its top, from the top of the page
};
using Page = std::vector<Placed>;

class Composition {
public:
    // `lines` is how many lines to write on each block gets.
    Composition(const Sheet& sheet, const std::vector<int>& lines, double text_pt,
                PangoFontMap* fonts);

    const Sheet& sheet() const { return sheet_; }
    const std::vector<Item>& items() const { return items_; }
    const std::vector<Page>& pages() const { return pages_; }
    double room_left() const { return room_left_; }  // on the last page
    double text_pt() const { return text_pt_; }

    // What stands at the bottom of every page, and the number of one of several pages; nothing
    // where there is none.
    PangoLayout* foot() const { return foot_; }
    PangoLayout* page_number(std::size_t page);
    double foot_top() const { return page_height_pt - margin_pt - foot_height_; }

private:
    enum class Face { Regular, Strong };
    struct Style {
        double pt = 0;
        Face face = Face::Regular;
    };
    struct Setting {  // how the lines of one layout become items
        std::size_t block = Item::head;
        int part = 0;
        double indent = 0;  // at the side where reading begins
        double pad = 0;     // inside a box, on all sides
        double above = 0;
        bool keep_whole = false;  // together, as far as a page has room
        bool keep_with_next = false;
    };

    PangoLayout* layout(const std::vector<Run>& runs, const Style& style, double width,
                        Weight weight = Weight::Regular);
    void add(PangoLayout* layout, const Setting& setting);
    void add_head();
    void add_block(std::size_t place, int lines);
    void add_heading(std::size_t place);
    void add_list_item(std::size_t place);
    void add_lines(std::size_t place, int count);
    void set_foot();
    void paginate();
    double bottom() const;

    const Sheet& sheet_;
    double text_pt_;
    lettering::GObjectHandle<PangoContext> context_;
    std::vector<lettering::GObjectHandle<PangoLayout>> layouts_;
    PangoLayout* foot_ = nullptr;
    double foot_height_ = 0;
    std::vector<Item> items_;
    std::vector<Page> pages_;
    double room_left_ = 0;
};

}  // namespace paper
