// How long drawing takes without a GPU: milliseconds for the whole interface, for a picture of
// film, and for nothing new. Draws off screen, so without the way from memory to the screen.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <vector>

#include "player/screen/platform.h"
#include "player/screen/window.h"
#include "tools/bench/mesh_maker.h"

namespace {

// A film that is never the same picture twice.
class MadeUpFilm {
public:
    MadeUpFilm(int width_px, int height_px)
        : luma_(static_cast<std::size_t>(width_px) * height_px),
          chroma_(luma_.size() / 4, 128),
          width_px_(width_px) {
        for (std::size_t i = 0; i < luma_.size(); ++i) {
            luma_[i] = static_cast<std::uint8_t>(16 + i * 2654435761U % 220);
        }
        picture_.width_px = width_px;
        picture_.height_px = height_px;
        picture_.strides_bytes = {width_px_, width_px_ / 2, width_px_ / 2};
        picture_.planes = {luma_.data(), chroma_.data(), chroma_.data()};
    }
    const media::Picture& next() {
        ++picture_.serial;
        return picture_;
    }

private:
    std::vector<std::uint8_t> luma_;
    std::vector<std::uint8_t> chroma_;
    int width_px_;
    media::Picture picture_;
};

// Milliseconds of processor time of the middle one of several runs: what else the machine does
// counts little. `prepare` comes before each and is not counted.
double middle_ms(const std::function<void()>& prepare, const std::function<void()>& run) {
    constexpr int runs = 41;
    std::vector<double> all;
    for (int i = 0; i < runs; ++i) {
        prepare();
        const std::clock_t start = std::clock();
        run();
        all.push_back(1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    std::sort(all.begin(), all.end());
    return all[all.size() / 2];
}

bool measure(int width_px, int height_px) {
    screen::WindowOptions options;
    options.title = "bench";
    options.width_px = width_px;
    options.height_px = height_px;
    options.force_software = true;
    auto window = screen::Window::open(options);
    if (!window) {
        std::fprintf(stderr, "%s\n", to_text(window.error()).c_str());
        return false;
    }
    const bench::BlobFont font = bench::blob_font();
    const auto font_texture = window->make_letters(font.coverage, font.width_px, font.height_px);
    const auto face_texture = window->make_texture(bench::made_up_picture(96, 96), 96, 96);
    const auto stage = [&](double progress) {
        return bench::made_up_stage(width_px, height_px, progress, font, font_texture,
                                    face_texture);
    };
    MadeUpFilm film(1920, 1080);
    const screen::Mesh mesh = stage(0.3);
    const screen::Mesh empty;

    screen::Scene scene;
    scene.interface = &mesh;
    scene.film = &film.next();
    const int film_width = width_px * 74 / 100;
    scene.film_place = {10, 70, film_width, std::min(film_width * 9 / 16, height_px - 250)};

    std::printf("%dx%d, film 1920x1080 in %dx%d, %zu triangles\n", width_px, height_px,
                scene.film_place.width, scene.film_place.height, mesh.indices.size() / 3);
    const auto show = [&] { window->show(scene); };
    screen::Scene bare = scene;
    bare.film = nullptr;
    const screen::ShowCost all = [&] {
        window->show(bare);
        return window->last_cost();
    }();
    const double whole_ms = middle_ms(
        [&] {
            bare.interface = &empty;
            window->show(bare);
            bare.interface = &mesh;
        },
        [&] { window->show(bare); });
    std::printf("  whole interface    %6.2f ms (%lld of %d pixels)\n", whole_ms,
                static_cast<long long>(all.interface_drawn_px), width_px * height_px);

    show();
    double progress = 0.3;
    screen::Mesh moved;
    const double bar_ms = middle_ms([&] { moved = stage(progress += 0.004); },
                                    [&] {
                                        scene.interface = &moved;
                                        show();
                                    });
    std::printf("  progress bar moves %6.2f ms\n", bar_ms);
    const double film_ms = middle_ms([&] { scene.film = &film.next(); }, show);
    std::printf("  picture of film    %6.2f ms\n", film_ms);
    const double both_ms = middle_ms(
        [&] {
            scene.film = &film.next();
            moved = stage(progress -= 0.004);
        },
        show);
    std::printf("  both together      %6.2f ms\n", both_ms);
    std::printf("  nothing new        %6.2f ms\n", middle_ms([] {}, show));
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
