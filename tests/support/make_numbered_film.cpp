// make_numbered_film FILE [name=value ...]: makes a film whose pictures carry its id and their
// numbers, for tests that look at the whole program from outside.
#include <fmt/core.h>

#include <cstdlib>
#include <functional>
#include <map>
#include <string>

#include "tests/support/numbered_film.h"

namespace {

constexpr const char* usage =
    "make_numbered_film FILE [film=1] [pictures=100] [width=320] [height=180] [rate=25/1]\n"
    "    [gop=250] [b=2] [codec=libx264] [format=yuv420p] [turns=0] [aspect=1/1]\n"
    "    [sound=none|silence|beeps|talk|numbers] [sound_codec=aac] [sound_rate=48000] "
    "[channels=2]\n"
    "    [beep_ms=1000] [sound_ms=-1]\n";

bool set(support::FilmRecipe& recipe, const std::string& name, const std::string& value) {
    const std::size_t slash = value.find('/');
    const int number = std::atoi(value.c_str());
    const int below = slash == std::string::npos ? 1 : std::atoi(value.c_str() + slash + 1);
    const std::map<std::string, support::FilmSound> sounds{
        {"none", support::FilmSound::None},
        {"silence", support::FilmSound::Silence},
        {"beeps", support::FilmSound::Beeps},
        {"talk", support::FilmSound::Talk},
        {"numbers", support::FilmSound::Numbers}};
    const std::map<std::string, int*> numbers{
        {"film", &recipe.film},         {"pictures", &recipe.pictures},
        {"width", &recipe.width_px},    {"height", &recipe.height_px},
        {"gop", &recipe.gop},           {"b", &recipe.b_pictures},
        {"turns", &recipe.turns},       {"sound_rate", &recipe.sound_rate_hz},
        {"channels", &recipe.channels}, {"beep_ms", &recipe.beep_every_ms},
        {"sound_ms", &recipe.sound_ms}};
    const std::map<std::string, std::string*> words{{"codec", &recipe.picture_codec},
                                                    {"format", &recipe.pixel_format},
                                                    {"sound_codec", &recipe.sound_codec}};
    if (numbers.contains(name)) {
        *numbers.at(name) = number;
    } else if (words.contains(name)) {
        *words.at(name) = value;
    } else if (name == "rate") {
        recipe.rate_num = number;
        recipe.rate_den = below;
    } else if (name == "aspect") {
        recipe.pixel_aspect_num = number;
        recipe.pixel_aspect_den = below;
    } else if (name == "sound" && sounds.contains(value)) {
        recipe.sound = sounds.at(value);
    } else {
        return false;
    }
    return true;
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 2) {
        fmt::print(stderr, "{}", usage);
        return 2;
    }
    support::FilmRecipe recipe;
    for (int i = 2; i < count; ++i) {
        const std::string text = arguments[i];
        const std::size_t equals = text.find('=');
        if (equals == std::string::npos ||
            !set(recipe, text.substr(0, equals), text.substr(equals + 1))) {
            fmt::print(stderr, "cannot understand '{}'\n{}", text, usage);
            return 2;
        }
    }
    const auto made = support::make_numbered_film(arguments[1], recipe);
    if (!made) {
        fmt::print(stderr, "{}\n", catalogue::to_text(made.error()));
        return 1;
    }
    return 0;
}
