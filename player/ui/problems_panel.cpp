#include <algorithm>

#include "player/ui/controls.h"
#include "player/ui/stage_parts.h"
#include "player/ui/text.h"

namespace ui {

namespace {

std::string place_text(const catalogue::Place& place) {
    std::string text = place.file.generic_string();
    if (place.line > 0) text += ":" + std::to_string(place.line);
    if (place.line > 0 && place.column > 0) text += ":" + std::to_string(place.column);
    return text.empty() ? _("the module") : text;
}

struct Measured {
    std::string place;
    float what = 0;
    float hint = 0;
    float height = 0;
};

}  // namespace

void draw_problems(const Rect& display, const StageView& view, UiState& state) {
    const Palette& p = palette();
    const float width = std::min(display.width - 2 * px(space::large), px(960));
    const Rect place = display.centred(width, display.height - 2 * px(space::huge));
    const std::size_t count = view.problems.size();
    const std::string title =
        plural("{} problem in this module", "{} problems in this module", count);
    const PanelRoom panel = begin_panel(
        place,
        {.id = "problems panel", .title = title, .icon = Icon::Problem, .command = "problems"});
    if (state.request_focus) {
        layer().enter_panel(id_of("close"));
        state.request_focus = false;
    }
    Rect room = panel.inside;
    const std::string sentence =
        count == 0
            ? _("Nothing is wrong with this module.")
            : _("Everything that could be understood plays as usual. Whoever looks after the "
                "module can put these right; nothing here was changed by this program.");
    const float said = paint::paragraph_height(Type::Body, sentence, room.width);
    paint::paragraph(room.cut_top(said), Type::Body, p.quiet, sentence);
    room.cut_top(px(space::medium));

    const float line = look().line_px(Type::Small);
    const float inner = room.width - 2 * px(space::medium);
    std::vector<Measured> rows;
    float content = 0;
    for (const catalogue::Problem& problem : view.problems) {
        Measured row;
        row.place = place_text(problem.place);
        row.what = paint::paragraph_height(Type::BodyStrong, problem.what, inner, 4);
        row.hint = paint::paragraph_height(Type::Body, problem.hint, inner, 4);
        row.height = line + row.what + row.hint + px(space::large);
        content += row.height + px(space::hair);
        rows.push_back(std::move(row));
    }
    const std::uint32_t scroll = id_of("problems");
    const Layer::Scrolled scrolled = layer().begin_scroll(scroll, room, Axis::Down, content, 0, {});
    layer().begin_list(scroll, Axis::Down);
    float y = room.y - scrolled.offset;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const catalogue::Problem& problem = view.problems[i];
        const Rect card{room.x, y, room.width - px(space::small), rows[i].height};
        y += rows[i].height + px(space::hair);
        const std::string name = problem.what.empty() ? _("Problem") : problem.what;
        const ControlSpec row{.id = id_of("problem", i),
                              .role = Role::ListItem,
                              .name = name,
                              .value = rows[i].place,
                              .place = card};
        if (card.common(room).empty()) {
            layer().unseen(row);
            continue;
        }
        const Touch touch = layer().control(row);
        paint::fill(card, p.raised);
        const bool warning = problem.severity == catalogue::Severity::Warning;
        paint::fill({card.x, card.y, std::max(3.0F, px(4)), card.height},
                    warning ? p.edge : p.alert);
        Rect inside = card.inset(px(space::medium), px(space::small));
        paint::paragraph(inside.cut_top(rows[i].what), Type::BodyStrong, p.text,
                         upper_first(problem.what), 4);
        paint::paragraph(inside.cut_top(rows[i].hint), Type::Body, p.quiet,
                         upper_first(problem.hint), 4);
        // Last: it is for whoever looks after the module.
        paint::text(inside.cut_top(line), Type::Small, p.quiet,
                    rows[i].place + (warning ? std::string{"  \u00B7  "} + _("a warning") : ""));
        if (touch.focused) layer().ring(card.inset(px(5)));
    }
    layer().end_list();
    layer().end_scroll();
    end_panel();
    if (panel.closed) state.panel = Panel::None;
}

}  // namespace ui
