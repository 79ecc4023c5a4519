#include "tools/make_sample/mouth.h"

#include <algorithm>

namespace sample {

namespace {

struct LetterShape {
    char32_t letter;
    MouthShape shape;
};

//                            open  wide  round teeth tuck tongue press
constexpr MouthShape closed{0.00, 0.05, 0.05, 0.0, 0.0, 0.0, 1.0};
constexpr MouthShape lip_teeth{0.12, 0.10, 0.00, 0.7, 1.0, 0.0, 0.0};
constexpr MouthShape between_teeth{0.22, 0.10, 0.00, 0.7, 0.0, 1.0, 0.0};
constexpr MouthShape tip{0.20, 0.18, 0.00, 0.6, 0.0, 0.7, 0.0};
constexpr MouthShape hiss{0.13, 0.40, 0.00, 1.0, 0.0, 0.1, 0.0};
constexpr MouthShape hush{0.20, -0.35, 0.65, 0.8, 0.0, 0.0, 0.0};
constexpr MouthShape back{0.25, 0.12, 0.00, 0.4, 0.0, 0.0, 0.0};
constexpr MouthShape r_sound{0.18, -0.25, 0.50, 0.4, 0.0, 0.2, 0.0};
constexpr MouthShape w_sound{0.10, -0.70, 1.00, 0.0, 0.0, 0.0, 0.0};
constexpr MouthShape breath{0.30, 0.05, 0.00, 0.3, 0.0, 0.0, 0.0};
constexpr MouthShape wide_close{0.20, 0.75, 0.00, 0.7, 0.0, 0.0, 0.0};
constexpr MouthShape wide_near{0.28, 0.50, 0.00, 0.6, 0.0, 0.0, 0.0};
constexpr MouthShape wide_mid{0.45, 0.50, 0.00, 0.6, 0.0, 0.0, 0.0};
constexpr MouthShape wide_open{0.72, 0.40, 0.00, 0.6, 0.0, 0.0, 0.0};
constexpr MouthShape full_open{0.90, 0.05, 0.00, 0.4, 0.0, 0.0, 0.0};
constexpr MouthShape mid{0.36, 0.08, 0.00, 0.5, 0.0, 0.0, 0.0};
constexpr MouthShape mid_open{0.60, 0.12, 0.00, 0.5, 0.0, 0.0, 0.0};
constexpr MouthShape round_open{0.68, -0.30, 0.50, 0.1, 0.0, 0.0, 0.0};
constexpr MouthShape round_mid{0.45, -0.50, 0.80, 0.0, 0.0, 0.0, 0.0};
constexpr MouthShape round_close{0.20, -0.65, 1.00, 0.0, 0.0, 0.0, 0.0};
constexpr MouthShape round_loose{0.28, -0.35, 0.60, 0.1, 0.0, 0.0, 0.0};

constexpr LetterShape letter_shapes[] = {
    {U'p', closed},
    {U'b', closed},
    {U'm', closed},
    {U'f', lip_teeth},
    {U'v', lip_teeth},
    {U'\u0271', lip_teeth},
    {U'\u03b8', between_teeth},
    {U'\u00f0', between_teeth},
    {U't', tip},
    {U'd', tip},
    {U'n', tip},
    {U'l', tip},
    {U'\u026b', tip},
    {U'\u026c', tip},
    {U'\u027e', tip},
    {U'\u0272', tip},
    {U's', hiss},
    {U'z', hiss},
    {U'\u0283', hush},
    {U'\u0292', hush},
    {U'\u00e7', hush},
    {U'k', back},
    {U'\u0261', back},
    {U'g', back},
    {U'\u014b', back},
    {U'x', back},
    {U'\u0263', back},
    {U'q', back},
    {U'\u0294', back},
    {U'h', breath},
    {U'\u0266', breath},
    {U'\u0279', r_sound},
    {U'r', r_sound},
    {U'\u027b', r_sound},
    {U'\u0281', back},
    {U'\u0280', back},
    {U'w', w_sound},
    {U'\u028d', w_sound},
    {U'j', wide_close},
    {U'i', wide_close},
    {U'\u026a', wide_near},
    {U'\u0268', wide_near},
    {U'e', wide_mid},
    {U'\u025b', wide_mid},
    {U'\u00e6', wide_open},
    {U'a', wide_open},
    {U'\u0251', full_open},
    {U'\u0250', mid_open},
    {U'\u028c', mid_open},
    {U'\u0259', mid},
    {U'\u025a', mid},
    {U'\u025c', mid},
    {U'\u025d', mid},
    {U'\u0275', mid},
    {U'\u0254', round_mid},
    {U'\u0252', round_open},
    {U'o', round_mid},
    {U'u', round_close},
    {U'\u0289', round_close},
    {U'\u02b2', wide_close},
    {U'y', round_close},
    {U'\u028a', round_loose},
    {U'\u00f8', round_mid},
    {U'\u0153', round_mid},
    {U'\u0264', mid},
    {U'\u026f', wide_near},
    {U'\u0258', mid},
};

constexpr char32_t marks[] = {
    U'\u02c8', U'\u02cc',  // stress
    U'\u02d0', U'\u02d1',  // length
    U'\u0329', U'\u032f', U'\u0303', U'\u0361', U'\u02b0', U'\u02b7', U'\u02de', U'\u0325',
    U'\u030a', U'\u032a', U'-',      U'_',      U'\u200d', U'\u0306', U'1',
};

// The letters of valid UTF-8.
std::vector<char32_t> letters_of(std::string_view text) {
    std::vector<char32_t> letters;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t letter = size == 1 ? lead : lead & (0xFF >> (size + 1));
        for (std::size_t k = 1; k < size && i + k < text.size(); ++k) {
            letter = (letter << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3F);
        }
        letters.push_back(letter);
        i += size;
    }
    return letters;
}

bool is_vowel(char32_t letter) {
    constexpr std::u32string_view vowels =
        U"aeiouy\u0251\u0250\u0252\u00e6\u028c\u0259\u025a\u025c\u025d\u025b\u026a\u0268\u0254"
        U"\u028a\u00f8\u0153\u0275\u0264\u026f\u0258";
    return vowels.find(letter) != std::u32string_view::npos;
}

double smooth(double x) {
    x = std::clamp(x, 0.0, 1.0);
    return x * x * (3 - 2 * x);
}

}  // namespace

MouthShape mix(const MouthShape& a, const MouthShape& b, double share) {
    const auto between = [share](double from, double to) { return from + (to - from) * share; };
    return {between(a.open, b.open),   between(a.wide, b.wide), between(a.round, b.round),
            between(a.teeth, b.teeth), between(a.tuck, b.tuck), between(a.tongue, b.tongue),
            between(a.press, b.press)};
}

std::optional<MouthShape> mouth_shape_of(char32_t letter) {
    for (const LetterShape& entry : letter_shapes) {
        if (entry.letter == letter) return entry.shape;
    }
    return std::nullopt;
}

bool is_sound_mark(char32_t letter) {
    return std::find(std::begin(marks), std::end(marks), letter) != std::end(marks);
}

std::vector<MouthShape> mouth_shapes_of(std::string_view ipa) {
    std::vector<MouthShape> vowels;
    std::optional<MouthShape> consonant;
    for (const char32_t letter : letters_of(ipa)) {
        const std::optional<MouthShape> shape = mouth_shape_of(letter);
        if (!shape) continue;
        if (is_vowel(letter)) {
            vowels.push_back(*shape);
        } else {
            consonant = shape;  // of a pair such as t and sh the second is seen
        }
    }
    if (vowels.empty() && consonant) return {*consonant};
    if (vowels.size() > 2) return {vowels.front(), vowels.back()};
    return vowels;
}

void MouthTrack::add(double at_s, const MouthShape& shape) {
    if (!keys_.empty()) at_s = std::max(at_s, keys_.back().at_s + 0.001);
    keys_.push_back({at_s, shape});
}

MouthTrack::MouthTrack(const Speech& speech) {
    add(-0.16, {});
    for (std::size_t i = 0; i < speech.sounds.size(); ++i) {
        const SpokenSound& sound = speech.sounds[i];
        const double end_s =
            i + 1 < speech.sounds.size() ? speech.sounds[i + 1].at_s : speech.length_s();
        const double length_s = end_s - sound.at_s;
        const std::vector<MouthShape> shapes = mouth_shapes_of(sound.ipa);
        if (shapes.size() == 2) {
            add(sound.at_s + 0.28 * length_s, shapes[0]);
            add(sound.at_s + 0.80 * length_s, shapes[1]);
        } else if (shapes.size() == 1) {
            // Lips that close stay closed for a moment, or it would not be seen at all.
            if (shapes[0].press > 0.5) {
                add(sound.at_s + 0.15 * length_s, shapes[0]);
                add(sound.at_s + 0.65 * length_s, shapes[0]);
            } else if (length_s > 0.14) {
                add(sound.at_s + 0.30 * length_s, shapes[0]);
                add(sound.at_s + 0.70 * length_s, shapes[0]);
            } else {
                add(sound.at_s + 0.45 * length_s, shapes[0]);
            }
        } else if (length_s > 0.22) {
            add(sound.at_s + 0.14, {});
            add(end_s - 0.07, {0.06, 0, 0, 0.2, 0, 0, 0});  // parting for the next word
        }
    }
    add(speech.length_s() + 0.14, {});
}

MouthShape MouthTrack::at(double at_s) const {
    const auto next = std::upper_bound(keys_.begin(), keys_.end(), at_s,
                                       [](double t, const Key& key) { return t < key.at_s; });
    if (next == keys_.begin() || next == keys_.end()) return {};
    const Key& before = *std::prev(next);
    return mix(before.shape, next->shape,
               smooth((at_s - before.at_s) / (next->at_s - before.at_s)));
}

}  // namespace sample
