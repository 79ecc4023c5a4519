// Every screen in every state as pictures, for those who judge what a class sees:
//
//     build/dev/tests/ui/picture_scenes FOLDER 1366 768 2 cream en_XA stage
//
// Width, height, size of everything, colours, language (en, cy, or en_XA: longer words) and a part
// of the scenes' names; what is left out is as usual. montage (ImageMagick) makes sheets of them.
// shortened.tsv beside the pictures lists what ends in dots: picture, what is shown, all of it.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "catalogue/words.h"
#include "player/app/drawn_mesh.h"
#include "player/media/making/still_writer.h"
#include "player/screen/interface_layer.h"
#include "tests/ui/every_screen.h"

namespace {

namespace fs = std::filesystem;
using namespace ui_tests;

struct Wanted {
    fs::path folder;
    Size size{1366, 768, 1};
    catalogue::ThemeChoice theme = catalogue::ThemeChoice::Dark;
    std::string language = "en";
    std::string only;  // scenes whose name has this in it
};

catalogue::Translation translation_of(const std::string& language) {
    if (language == "en_XA") {
        catalogue::Translation stretched;
        stretched.stretched = true;
        return stretched;
    }
    const fs::path file = fs::path{CROSSCUT_ASSETS} / "locale" / (language + ".po");
    std::ifstream stream(file, std::ios::binary);
    const std::string po{std::istreambuf_iterator<char>(stream), {}};
    return catalogue::read_translation(po, file).translation;
}

// "stage: the end of an answer" as a name of a file.
std::string file_name(std::size_t number, const std::string& scene) {
    std::string name = fmt::format("{:03}-", number);
    for (const char c : scene) {
        const bool plain = std::isalnum(static_cast<unsigned char>(c)) != 0;
        if (plain) name += c;
        if (!plain && !name.ends_with('-')) name += '-';
    }
    return name + ".png";
}

// Where the film would be: a plain grey, so that it cannot be taken for the interface.
void paint_film(std::vector<std::uint32_t>& pixels, const ui::FilmPlace& film, const Size& size) {
    constexpr std::uint32_t grey = 0xFF5A6470;
    for (int y = std::max(0, static_cast<int>(film.y));
         y < std::min(size.height_px, static_cast<int>(film.y + film.height)); ++y) {
        for (int x = std::max(0, static_cast<int>(film.x));
             x < std::min(size.width_px, static_cast<int>(film.x + film.width)); ++x) {
            pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(size.width_px) +
                   static_cast<std::size_t>(x)] = grey;
        }
    }
}

int write_pictures(const Wanted& wanted) {
    fs::create_directories(wanted.folder);
    catalogue::Translation translation = translation_of(wanted.language);
    if (wanted.language != "en") catalogue::speak(&translation);
    Driver driver(wanted.size);
    driver.interface->set_theme(wanted.theme);
    const ui::FontAtlas atlas = driver.interface->atlas();
    constexpr std::uint64_t letters = 1000;
    driver.interface->set_atlas_texture(letters);
    const std::vector<std::uint8_t> still{0x7A, 0x6A, 0x5A, 0xFF};  // as scenes have for a picture
    screen::SoftTextures textures;
    textures.emplace(letters,
                     screen::soft_letters(atlas.coverage, atlas.width_px, atlas.height_px));
    textures.emplace(1, screen::soft_texture(still, 1, 1));
    screen::InterfaceLayer layer;
    layer.resize(wanted.size.width_px, wanted.size.height_px);
    const auto count = static_cast<std::size_t>(wanted.size.width_px) *
                       static_cast<std::size_t>(wanted.size.height_px);
    std::ofstream shortened(wanted.folder / "shortened.tsv", std::ios::binary);
    std::size_t number = 0;
    for (const Scene& scene : every_scene()) {
        ++number;
        if (scene.name.find(wanted.only) == std::string::npos) continue;
        driver.film = {};
        scene.set(driver);
        driver.frames(20);  // what fades in is there
        for (const ui::TextRecord& text : ui::drawn_texts()) {
            if (text.whole.empty()) continue;
            shortened << file_name(number, scene.name) << '\t' << text.text << '\t' << text.whole
                      << '\n';
        }
        std::vector<std::uint32_t> pixels(count, 0xFF000000U | driver.interface->backdrop_rgb());
        paint_film(pixels, driver.film, wanted.size);
        const screen::Mesh mesh = app::mesh_of(driver.drawn);
        layer.update(&mesh, textures);
        const screen::RectPx whole{0, 0, wanted.size.width_px, wanted.size.height_px};
        layer.blend_over({pixels.data(), whole.width, whole.width, whole.height}, whole);
        const std::span<const std::uint8_t> bytes{
            reinterpret_cast<const std::uint8_t*>(pixels.data()), pixels.size() * 4};
        const catalogue::Outcome written = media::write_png(
            wanted.folder / file_name(number, scene.name), bytes, whole.width, whole.height);
        if (!written) {
            std::fprintf(stderr, "%s\n", catalogue::to_text(written.error()).c_str());
            return 1;
        }
    }
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    doctest::Context outside_of_tests;  // the scenes' own checks
    outside_of_tests.setAsDefaultForAssertsOutOfTestCases();
    if (argc < 2) {
        std::fputs("picture_scenes FOLDER [WIDTH HEIGHT SCALE COLOURS LANGUAGE SCENES]\n", stderr);
        return 2;
    }
    Wanted wanted;
    wanted.folder = argv[1];
    if (argc > 3) wanted.size = {std::atoi(argv[2]), std::atoi(argv[3]), 1};
    if (argc > 4) wanted.size.scale = std::strtof(argv[4], nullptr);
    for (const auto& [choice, name] : catalogue::theme_names) {
        if (argc > 5 && std::string_view{argv[5]} == name) wanted.theme = choice;
    }
    if (argc > 6) wanted.language = argv[6];
    if (argc > 7) wanted.only = argv[7];
    return write_pictures(wanted);
}
