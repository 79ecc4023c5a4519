#include "player/paper/pdf.h"

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>

#include "catalogue/words.h"
#include "player/paper/composition.h"
#include "player/paper/pdf_catalog.h"

#include <cairo-pdf.h>

namespace paper {
using catalogue::_;
namespace {

using Kind = Block::Kind;

cairo_status_t append(void* text, const unsigned char* bytes, unsigned int size) {
    static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(bytes), size);
    return CAIRO_STATUS_SUCCESS;
}

std::vector<int> fewest_lines(const Sheet& sheet, bool scarce) {
    std::vector<int> lines;
    for (const Block& block : sheet.blocks) {
        lines.push_back(scarce ? std::min(block.fewest_lines, 1) : block.fewest_lines);
    }
    return lines;
}

// One line more for each in turn, as long as there is room.
void fill(const Sheet& sheet, std::vector<int>& lines, double room) {
    bool added = true;
    while (added) {
        added = false;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (lines[i] < sheet.blocks[i].most_lines && room >= writing_pitch_pt) {
                ++lines[i];
                room -= writing_pitch_pt;
                added = true;
            }
        }
    }
}

// Draws pages and says what their parts are: the tags of a document's structure are opened and
// closed as blocks begin and end, and anew on every page.
class Drawing {
public:
    Drawing(cairo_t* cairo, Composition& composition) : cairo_(cairo), composition_(composition) {}

    void draw_page(std::size_t number) {
        const Page& page = composition_.pages()[number];
        for (std::size_t i = 0; i < page.size();) {
            const Item& first = item(page[i]);
            std::size_t end = i + 1;  // behind the items of the same block
            while (end < page.size() && first.block != Item::head &&
                   item(page[end]).block == first.block) {
                ++end;
            }
            draw_frame(page, i, end);
            for (; i < end; ++i) {
                draw_item(item(page[i]), page[i].y);
            }
        }
        go_to(nullptr, nullptr);
        end_list();
        draw_foot(number);
        cairo_show_page(cairo_);
        last_block_ = Item::head;
        last_part_ = -1;
    }

private:
    const Item& item(const Placed& placed) const { return composition_.items()[placed.item]; }

    Kind kind_of(const Item& of) const { return composition_.sheet().blocks[of.block].kind; }

    // What is drawn around a whole block: the bar of a quote, the box of what needs care.
    void draw_frame(const Page& page, std::size_t begin, std::size_t end) {
        const Item& first = item(page[begin]);
        if (first.block == Item::head) return;
        const Kind kind = kind_of(first);
        if (kind != Kind::Quote && kind != Kind::Care) return;
        go_to(nullptr, nullptr);
        const double top = page[begin].y;
        const double bottom = page[end - 1].y + item(page[end - 1]).height;
        cairo_set_source_rgb(cairo_, 0.45, 0.45, 0.45);
        if (kind == Kind::Quote) {
            constexpr double bar = 1.5;
            const double x = first.from_right ? column_width_pt - bar : 0;
            cairo_rectangle(cairo_, margin_pt + x, top + 1, bar, bottom - top - 2);
            cairo_fill(cairo_);
        } else {
            constexpr double line = 0.6;
            cairo_set_line_width(cairo_, line);
            cairo_rectangle(cairo_, margin_pt + line / 2, top + line / 2, column_width_pt - line,
                            bottom - top - line);
            cairo_stroke(cairo_);
        }
    }

    void draw_item(const Item& drawn, double y) {
        const double baseline = y + drawn.baseline;
        switch (drawn.role) {
            case Item::Role::Text:
                go_to_part(drawn);
                if (drawn.marker != nullptr) {
                    tag("Lbl");
                    show(drawn.marker, drawn.marker_x, baseline);
                    untag("Lbl");
                }
                show(drawn.words, drawn.words_x, baseline);
                if (drawn.aside != nullptr) show(drawn.aside, drawn.aside_x, baseline);
                break;
            case Item::Role::WritingLine:
                if (drawn.words != nullptr) {
                    go_to_part(drawn);
                    show(drawn.words, drawn.words_x, baseline - 1.5);
                }
                go_to(nullptr, nullptr);
                draw_line(drawn.rule_x, baseline, 0.5, 0.55);
                break;
            case Item::Role::Rule:
                go_to(nullptr, nullptr);
                draw_line(0, baseline, 0.8, 0);
                break;
        }
    }

    void show(PangoLayoutLine* words, double x, double baseline) {
        cairo_set_source_rgb(cairo_, 0, 0, 0);
        cairo_move_to(cairo_, margin_pt + x, baseline);
        pango_cairo_show_layout_line(cairo_, words);
    }

    void draw_line(double x, double y, double width, double grey) {
        cairo_set_source_rgb(cairo_, grey, grey, grey);
        cairo_set_line_width(cairo_, width);
        cairo_move_to(cairo_, margin_pt + x, y - width / 2);
        cairo_line_to(cairo_, margin_pt + column_width_pt, y - width / 2);
        cairo_stroke(cairo_);
    }

    void draw_foot(std::size_t page) {
        const auto draw = [&](PangoLayout* words) {
            if (words == nullptr) return;
            tag("P");
            cairo_move_to(cairo_, margin_pt, composition_.foot_top());
            pango_cairo_show_layout(cairo_, words);
            untag("P");
        };
        draw(composition_.foot());
        draw(composition_.page_number(page));
    }

    // --- tags ---
    void tag(const char* name) { cairo_tag_begin(cairo_, name, nullptr); }
    void untag(const char* name) { cairo_tag_end(cairo_, name); }

    void end_list() {
        if (list_ != Kind::Paragraph) untag("L");
        list_ = Kind::Paragraph;
    }

    // Closes what is open and opens `outer` (may be nothing) and in it `inner`.
    void go_to(const char* outer, const char* inner) {
        if (inner_ != nullptr) untag(inner_);
        if (outer_ != nullptr) untag(outer_);
        outer_ = outer;
        inner_ = inner;
        if (inner == nullptr) {
            last_block_ = Item::head;
            last_part_ = -1;
            return;
        }
        if (outer != nullptr) tag(outer);
        tag(inner);
    }

    void go_to_part(const Item& of) {
        if (inner_ != nullptr && of.block == last_block_ && of.part == last_part_) return;
        const Kind kind = of.block == Item::head ? Kind::Paragraph : kind_of(of);
        const bool in_list = kind == Kind::Bullet || kind == Kind::Numbered;
        go_to(nullptr, nullptr);
        if (list_ != Kind::Paragraph && list_ != kind) end_list();
        if (in_list && list_ != kind) {
            tag("L");
            list_ = kind;
        }
        if (of.block == Item::head) {
            go_to(nullptr, of.part == 1 ? "H1" : "P");
        } else if (in_list) {
            go_to("LI", "LBody");
        } else if (kind == Kind::Quote) {
            go_to("BlockQuote", "P");
        } else {
            go_to(nullptr, kind == Kind::Heading ? "H2" : "P");
        }
        last_block_ = of.block;
        last_part_ = of.part;
    }

    cairo_t* cairo_;
    Composition& composition_;
    const char* outer_ = nullptr;
    const char* inner_ = nullptr;
    Kind list_ = Kind::Paragraph;  // of which kind of items a list is open; Paragraph: none
    std::size_t last_block_ = Item::head;
    int last_part_ = -1;
};

}  // namespace

catalogue::Result<FittedSheet> fit(const Sheet& sheet, const std::filesystem::path& fonts) {
    const auto map = lettering::font_map(fonts);
    if (!map) return map.error();
    constexpr double step_pt = 0.25;
    FittedSheet fitted;
    fitted.sheet = sheet;
    const auto limit = static_cast<std::size_t>(std::max(0, sheet.most_pages));
    bool scarce = false;  // one line to write on must do
    for (;;) {
        fitted.lines = fewest_lines(fitted.sheet, scarce);
        const Composition set(fitted.sheet, fitted.lines, fitted.text_pt, *map);
        fitted.pages = set.pages().size();
        const bool fits = limit == 0 || fitted.pages <= limit;
        if (!fits && fitted.text_pt > smallest_text_pt) {
            fitted.text_pt = std::max(smallest_text_pt, fitted.text_pt - step_pt);
            continue;
        }
        if (!fits && !scarce) {
            scarce = true;
            continue;
        }
        const std::size_t spare = next_to_spare(fitted.sheet);
        if (!fits && spare < fitted.sheet.blocks.size()) {
            const auto going = fitted.sheet.blocks.begin() + static_cast<std::ptrdiff_t>(spare);
            if (going->kind != Kind::Lines) ++fitted.left_out;  // that is room, not words
            fitted.sheet.blocks.erase(going);
            fitted.sheet.foot = foot_text(sheet, fitted.left_out);
            continue;
        }
        if (fits && limit > 0) fill(fitted.sheet, fitted.lines, set.room_left());
        return fitted;
    }
}

catalogue::Result<std::string> to_pdf(const FittedSheet& fitted,
                                      const std::filesystem::path& fonts) {
    const auto map = lettering::font_map(fonts);
    if (!map) return map.error();
    std::string pdf;
    const lettering::SurfaceHandle surface{
        cairo_pdf_surface_create_for_stream(append, &pdf, page_width_pt, page_height_pt)};
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE,
                                   fitted.sheet.title.c_str());
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_SUBJECT,
                                   fitted.sheet.kind.c_str());
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATOR, "Crosscut");
    {
        const lettering::CairoHandle cairo{cairo_create(surface.get())};
        Composition composition(fitted.sheet, fitted.lines, fitted.text_pt, *map);
        Drawing drawing(cairo.get(), composition);
        for (std::size_t page = 0; page < composition.pages().size(); ++page) {
            drawing.draw_page(page);
        }
        if (cairo_status(cairo.get()) != CAIRO_STATUS_SUCCESS) {
            return catalogue::fail({}, _("the page cannot be drawn: {}",
                                         cairo_status_to_string(cairo_status(cairo.get()))));
        }
    }
    cairo_surface_finish(surface.get());
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) {
        return catalogue::fail({}, _("the PDF cannot be made: {}",
                                     cairo_status_to_string(cairo_surface_status(surface.get()))));
    }
    return with_catalog_entries(std::move(pdf), fitted.sheet.language);
}

}  // namespace paper
