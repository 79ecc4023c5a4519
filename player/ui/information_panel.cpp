#include <algorithm>

#include "player/ui/controls.h"
#include "player/ui/stage_parts.h"
#include "player/ui/text.h"

namespace ui {

namespace {

void portrait(Rect place, std::uint64_t image, float aspect, const char* when,
              const std::string& alt) {
    const Palette& p = palette();
    const Rect caption = place.cut_bottom(look().line_px(Type::Small) + px(space::hair));
    paint::fill(place, p.pressed);
    if (image != 0) {
        paint::picture(place, image, aspect);
    } else {
        const float height =
            std::min(place.height, paint::paragraph_height(Type::Small, alt, place.width, 4));
        Rect room = place.inset(px(space::small), 0);
        room.cut_top((room.height - height) / 2);
        paint::paragraph(room, Type::Small, p.quiet, alt, 4, paint::Align::Middle);
    }
    paint::text(caption, Type::SmallStrong, p.quiet, when);
}

float fact_height(const std::string& value, float width) {
    const std::string_view words = value.empty() ? std::string_view("-") : value;
    return paint::paragraph_height(Type::Body, words, width, 3) + px(space::small);
}

// The paragraphs of a text, divided by empty lines.
std::vector<std::string> paragraphs(const std::string& text) {
    std::vector<std::string> all;
    std::string one;
    std::size_t start = 0;
    while (start <= text.size()) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        const std::string line = text.substr(start, end - start);
        if (line.find_first_not_of(" \t\r") == std::string::npos) {
            if (!one.empty()) all.push_back(std::move(one));
            one.clear();
        } else {
            one += (one.empty() ? "" : " ") + line;
        }
        start = end + 1;
    }
    if (!one.empty()) all.push_back(std::move(one));
    return all;
}

}  // namespace

void draw_information(const Rect& place, const StageView& view, UiState& state, Actions& asked) {
    const Palette& p = palette();
    const InformationView& about = view.information;
    const std::string title = about.name.empty() ? _("About this person") : about.name;
    const PanelRoom panel = begin_panel(place, {.id = "information panel",
                                                .title = title,
                                                .icon = Icon::Information,
                                                .command = "information",
                                                .covering = false});
    if (state.request_focus) {
        layer().enter_panel(id_of("close"));
        state.request_focus = false;
    }
    Rect room = panel.inside;
    const float width = room.width - px(space::medium);
    const std::vector<std::string> texts = paragraphs(about.way_in);
    const bool pictures =
        about.now != 0 || about.then != 0 || !about.now_alt.empty() || !about.then_alt.empty();
    const float half = std::floor((width - px(space::medium)) / 2);
    const float picture = std::round(half * 0.75F) + look().line_px(Type::Small) + px(space::hair);
    const float heading = look().line_px(Type::Lead) + px(space::huge);

    // Measured first: what follows scrolls as one.
    const std::string covered = about.job_covered ? job_comes_last() : "";
    float content = about.job.empty() ? 0 : look().line_px(Type::Lead) + px(space::medium);
    if (!covered.empty()) {
        content += paint::paragraph_height(Type::Body, covered, width) + px(space::medium);
    }
    if (pictures) content += picture + px(space::medium);
    const float value_px = std::floor(width * 0.52F) - px(space::small);
    for (const auto& [label, value] : about.facts) {
        content += fact_height(value, value_px);
    }
    if (!texts.empty()) content += heading;
    for (const std::string& text : texts) {
        content += paint::paragraph_height(Type::Body, text, width) + px(space::medium);
    }
    std::string nothing_more;
    if (texts.empty() && about.facts.empty() && !pictures && covered.empty()) {
        nothing_more =
            _("The module says nothing more about this person. Hear the answers: they tell most.");
        content += paint::paragraph_height(Type::Body, nothing_more, width);
    }
    const Layer::Scrolled scrolled =
        layer().begin_scroll(id_of("information"), room, Axis::Down, content, 0, {});
    Rect flow{room.x, room.y - scrolled.offset, width, content + 1};
    if (!about.job.empty()) {
        paint::text(flow.cut_top(look().line_px(Type::Lead)), Type::Lead, p.accent,
                    upper_first(about.job));
        flow.cut_top(px(space::medium));
    }
    if (!covered.empty()) {
        const float tall = paint::paragraph_height(Type::Body, covered, width);
        paint::paragraph(flow.cut_top(tall), Type::Body, p.quiet, covered);
        flow.cut_top(px(space::medium));
    }
    if (pictures) {
        Rect pair = flow.cut_top(picture);
        portrait(pair.cut_left(half), about.then, about.then_aspect, _("Then"), about.then_alt);
        portrait(pair.cut_right(half), about.now, about.now_aspect, _("Now"), about.now_alt);
        flow.cut_top(px(space::medium));
    }
    for (const auto& [label, value] : about.facts) {
        Rect strip = flow.cut_top(fact_height(value, value_px));
        paint::fill({strip.x, strip.bottom() - 1, strip.width, 1}, p.line);
        strip.cut_top(px(space::hair));
        const Rect values = strip.cut_right(value_px);
        strip.cut_right(px(space::small));
        paint::paragraph(strip, Type::Body, p.quiet, label, 1);
        paint::paragraph(values, Type::Body, p.text, value, 3);
    }
    if (!texts.empty()) {
        Rect head = flow.cut_top(heading);
        paint::text(head.cut_bottom(look().line_px(Type::Lead) + px(space::small)), Type::Lead,
                    p.text, _("How people get into this work"));
    }
    // Rows for the keyboard, so that arrows scroll through what does not fit.
    layer().begin_list(id_of("information"), Axis::Down);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const float height = paint::paragraph_height(Type::Body, texts[i], width);
        const Rect block = flow.cut_top(height);
        flow.cut_top(px(space::medium));
        const ControlSpec row{.id = id_of("paragraph", i),
                              .role = Role::ListItem,
                              .name = texts[i],
                              .place = block.grown(px(space::hair))};
        if (block.common(room).empty()) {
            layer().unseen(row);
            continue;
        }
        const Touch touch = layer().control(row);
        paint::paragraph(block, Type::Body, p.text, texts[i]);
        if (touch.focused) layer().ring(block);
    }
    layer().end_list();
    paint::paragraph(flow, Type::Body, p.quiet, nothing_more);
    layer().end_scroll();
    end_panel();
    if (panel.closed) asked.push_back(Command{"information"});
}

}  // namespace ui
