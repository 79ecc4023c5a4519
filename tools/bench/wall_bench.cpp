// How long a frame of the scrolling wall takes without a GPU: processor time for laying it out and
// for drawing it, with a module of 100 x 40. Draws off screen, so without the way from memory to
// the screen.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "catalogue/key_table.h"
#include "player/screen/platform.h"
#include "player/screen/window.h"
#include "player/ui/interface.h"
#include "player/ui/wall_view.h"
#include "tools/bench/mesh_maker.h"

namespace {

constexpr int people = 100;
constexpr int questions = 40;
constexpr int frames = 121;

double ms_since(std::clock_t start) {
    return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

ui::WallView made_up_wall() {
    ui::WallView view;
    view.themes = {"Work", "Learning", "Life"};
    for (int i = 0; i < people; ++i)
        view.people.push_back({"Person " + std::to_string(i), "a hand"});
    for (int i = 0; i < questions; ++i) {
        view.questions.push_back({"What would you say to question " + std::to_string(i) + "?",
                                  static_cast<std::size_t>(i * 3 / questions)});
    }
    view.cells.resize(static_cast<std::size_t>(people) * questions);
    for (std::size_t i = 0; i < view.cells.size(); ++i) {
        view.cells[i].heard = i % 3 == 0;
        view.cells[i].length_s = static_cast<float>(20 + i % 90);
    }
    return view;
}

struct Cost {
    double lay_out_ms = 0;
    double draw_ms = 0;
};

bool measure(int width_px, int height_px) {
    screen::WindowOptions options;
    options.title = "bench";
    options.width_px = width_px;
    options.height_px = height_px;
    options.force_software = true;
    auto window = screen::Window::open(options);
    auto interface = ui::Interface::open(CROSSCUT_ASSETS);
    if (!window || !interface) {
        const auto problem = window ? interface.error() : window.error();
        std::fprintf(stderr, "%s\n", to_text(problem).c_str());
        return false;
    }
    ui::Interface& drawing = **interface;
    drawing.set_display(width_px, height_px, 1);
    const ui::FontAtlas atlas = drawing.atlas();
    drawing.set_atlas_texture(
        window->make_letters(atlas.coverage, atlas.width_px, atlas.height_px));
    std::ifstream stream(CROSSCUT_ASSETS "/keys.yaml", std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    const catalogue::KeyTable keys = catalogue::read_key_table(text, "keys.yaml").table;

    ui::WallView view = made_up_wall();
    ui::UiState ui_state;
    ui::WallState state;
    ui::WallDrawn drawn;
    std::vector<screen::TextureId> stills;
    std::vector<Cost> costs;
    for (int frame = 0; frame < frames; ++frame) {
        // As fast as a hand scrolls: a row in five frames, across and down at once.
        if (frame > 1) {
            state.wanted =
                state.shown = {static_cast<float>(frame * 15), static_cast<float>(frame * 15)};
        }
        if (stills.empty() && drawn.picture_px.width > 0) {
            for (int i = 0; i < 50; ++i) {
                stills.push_back(window->make_texture(
                    bench::made_up_picture(drawn.picture_px.width, drawn.picture_px.height),
                    drawn.picture_px.width, drawn.picture_px.height));
            }
            for (std::size_t i = 0; i < view.cells.size(); ++i)
                view.cells[i].image = stills[i % stills.size()];
        }
        const std::clock_t start = std::clock();
        drawing.begin_frame(1.0 / 60);
        drawn = ui::wall_screen(view, keys, ui_state, state);
        const ui::Drawn triangles = drawing.end_frame();
        screen::Mesh mesh;
        for (const ui::DrawnVertex& v : triangles.vertices)
            mesh.vertices.push_back({v.x, v.y, v.u, v.v, v.rgba});
        mesh.indices = triangles.indices;
        for (const ui::DrawnCommand& c : triangles.commands) {
            mesh.commands.push_back({c.texture,
                                     {c.clip_x, c.clip_y, c.clip_width, c.clip_height},
                                     c.first_index,
                                     c.index_count});
        }
        const double lay_out_ms = ms_since(start);
        screen::Scene scene;
        scene.interface = &mesh;
        const std::clock_t drawing_start = std::clock();
        window->show(scene);
        if (frame > 3) costs.push_back({lay_out_ms, ms_since(drawing_start)});
    }
    const auto middle = [&](auto member) {
        std::ranges::nth_element(costs, costs.begin() + frames / 2 - 2, {}, member);
        return costs[frames / 2 - 2].*member;
    };
    std::printf("%dx%d, %zu cells in sight: laid out in %.2f ms, drawn in %.2f ms\n", width_px,
                height_px, drawn.in_sight.size(), middle(&Cost::lay_out_ms),
                middle(&Cost::draw_ms));
    return true;
}

}  // namespace

int main() {
    const auto platform = screen::Platform::open(screen::Display::OffScreen);
    if (!platform) {
        std::fprintf(stderr, "%s\n", to_text(platform.error()).c_str());
        return 1;
    }
    return measure(1366, 768) && measure(1920, 1080) ? 0 : 1;
}
