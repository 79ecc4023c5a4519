// damaged_films [COPIES [FIRST]]: makes damaged copies of small films (flipped bits, cut ends, runs
// of zeros, in MP4, MKV, WebM and TS), and opens, seeks in, plays and closes each of them, as the
// player would. Fails when one takes too long or the program grows too large; a crash or a leak is
// the sanitizers' business. Each copy follows from its number: FIRST begins with that one.
#include <fmt/core.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "tests/media/stage_hand.h"
#include "tests/support/numbered_film.h"

namespace {

using namespace std::chrono_literals;
using Bytes = std::vector<char>;

constexpr int usual_copies = 60;
constexpr auto longest = 5s;
constexpr long most_kib = 400 * 1024;
constexpr int seeks = 5;
constexpr int pictures_after_each = 12;

struct Original {
    std::string name;
    Bytes bytes;
};

std::optional<std::vector<Original>> make_originals(const support::ScratchFolder& folder) {
    struct Row {
        const char* file;
        const char* pictures;
        const char* sound;
    };
    std::vector<Original> originals;
    for (const Row& row :
         {Row{"a.mp4", "libx264", "aac"}, Row{"b.mkv", "libx265", "flac"},
          Row{"c.webm", "libvpx-vp9", "libopus"}, Row{"d.ts", "mpeg2video", "libmp3lame"},
          Row{"e.mkv", "mpeg4", "libvorbis"}, Row{"f.ts", "libx264", "aac"}}) {
        support::FilmRecipe recipe;
        recipe.pictures = 75;
        recipe.gop = 25;
        recipe.width_px = 160;
        recipe.height_px = 90;
        recipe.b_pictures = std::string(row.pictures) == "libx264" ? 2 : 0;
        recipe.picture_codec = row.pictures;
        recipe.sound = support::FilmSound::Beeps;
        recipe.sound_codec = row.sound;
        const auto file = folder.path() / row.file;
        if (auto made = support::make_numbered_film(file, recipe); !made) {
            fmt::print(stderr, "{}\n", catalogue::to_text(made.error()));
            return std::nullopt;
        }
        std::ifstream in(file, std::ios::binary);
        originals.push_back({row.file, Bytes{std::istreambuf_iterator<char>(in), {}}});
    }
    return originals;
}

// Small numbers only from `random`: the standard's distributions differ between libraries.
class Damage {
public:
    explicit Damage(unsigned seed) : random_(seed) {}

    std::string apply(Bytes& bytes) {
        switch (below(4)) {
            case 0:
                return flip(bytes, 1 + below(8), bytes.size());
            case 1:  // where the container says what is in it
                return flip(bytes, 1 + below(24), std::min<std::size_t>(bytes.size(), 2000));
            case 2: {
                bytes.resize(1 + below(bytes.size()));
                return fmt::format("cut to {} bytes", bytes.size());
            }
            default: {
                const std::size_t length = 1 + below(bytes.size() / 4);
                const std::size_t from = below(bytes.size() - length);
                std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(from), length, '\0');
                return fmt::format("{} zeros at {}", length, from);
            }
        }
    }

private:
    std::size_t below(std::size_t limit) { return random_() % limit; }

    std::string flip(Bytes& bytes, std::size_t count, std::size_t within) {
        for (std::size_t i = 0; i < count; ++i)
            bytes[below(within)] ^= static_cast<char>(1 << below(8));
        return fmt::format("{} bits flipped in {} bytes", count, within);
    }

    std::mt19937 random_;
};

// False when the engine never answered.
bool play(const media::FilmFile& film, std::string& became) {
    support::StageHand hand;
    hand.order.playing = true;
    if (!hand.cue({film, std::nullopt})) return false;
    const auto failed = [&] { return hand.count<media::Failed>() > 0; };
    int shown = 0;
    for (int i = 0; i < seeks && !failed(); ++i) {
        for (int k = 0; k < pictures_after_each && hand.next_picture(); ++k)
            ++shown;
        // Forth and back, also beyond the end.
        const auto to = media::SourceTime{std::chrono::milliseconds{(i * 1700) % 4000}};
        hand.order.seek = media::SeekOrder{static_cast<std::uint64_t>(i) + 1, to};
        const bool answered =
            hand.look_until([&] { return failed() || !hand.engine().status(hand.now).waiting; });
        if (!answered) return false;
    }
    const auto problem = hand.engine().status(hand.now).problem;
    became = problem ? catalogue::to_text(*problem) : fmt::format("{} pictures", shown);
    return true;
}

long peak_kib() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

}  // namespace

int main(int count, char** arguments) {
    const char* wanted = count > 1 ? arguments[1] : std::getenv("CROSSCUT_DAMAGED_COPIES");
    const int copies = wanted != nullptr ? std::atoi(wanted) : usual_copies;
    const int first = count > 2 ? std::atoi(arguments[2]) : 0;
    const support::ScratchFolder folder;
    const auto originals = make_originals(folder);
    if (!originals) return 1;
    // Encoders take memory of their own: what films cost is counted from here.
    int failed = 0;
    int refused = 0;
    std::chrono::duration<double> slowest{};
    int slowest_copy = 0;
    const long before_kib = peak_kib();
    for (int copy = first; copy < first + copies; ++copy) {
        const Original& original = (*originals)[static_cast<std::size_t>(copy) % originals->size()];
        Bytes bytes = original.bytes;
        const std::string damage = Damage{static_cast<unsigned>(copy)}.apply(bytes);
        const std::string name = fmt::format("copy{}_{}", copy, original.name);
        fmt::print("{}: {}", name, damage);
        std::fflush(stdout);  // a crash must leave its copy's name
        std::ofstream(folder.path() / name, std::ios::binary)
            .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));

        std::string became = "no answer";
        const auto start = std::chrono::steady_clock::now();
        const bool answered = play({folder.path(), name}, became);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        fmt::print(": {} ({:.2f} s)\n", became, took.count());
        if (became.find(name) != std::string::npos) ++refused;
        if (!answered || took > longest) {
            ++failed;
            fmt::print("WRONG: {} took too long\n", name);
        }
        if (took > slowest) {
            slowest = took;
            slowest_copy = copy;
        }
        std::filesystem::remove(folder.path() / name);
    }
    const long peak = peak_kib();
    fmt::print(
        "{} copies, {} refused with a sentence, slowest {:.2f} s (copy {}), "
        "peak {} MiB (before the first {} MiB)\n",
        copies, refused, slowest.count(), slowest_copy, peak / 1024, before_kib / 1024);
    std::fflush(stdout);
    if (peak > most_kib) fmt::print("WRONG: more than {} MiB\n", most_kib / 1024);
    return failed == 0 && peak <= most_kib ? 0 : 1;
}
