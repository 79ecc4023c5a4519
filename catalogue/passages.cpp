#include "catalogue/passages.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace catalogue {
namespace {

using namespace std::chrono_literals;

constexpr SourceDuration pause = 2s;
constexpr int fewest_words = 4;  // a sentence of fewer stays with what follows
constexpr int most_words = 45;
constexpr std::size_t longest_abbreviation = 3;  // "Dr.", "St.", "Mrs."

std::string one_line(std::string_view text) {
    std::string line;
    for (const char c : text) {
        const bool blank = c == '\n' || c == '\t' || c == ' ';
        if (!blank) line += c;
        if (blank && !line.empty() && line.back() != ' ') line += ' ';
    }
    while (!line.empty() && line.back() == ' ')
        line.pop_back();
    return line;
}

// How many bytes of `text` at its beginning are one of these; 0: none.
template <std::size_t Count>
std::size_t one_of(std::string_view text, const std::array<std::string_view, Count>& signs) {
    for (const std::string_view sign : signs) {
        if (text.starts_with(sign)) return sign.size();
    }
    return 0;
}

constexpr std::array<std::string_view, 8> stops{".",      "!",      "?",      "\u2026",
                                                "\u3002", "\uFF01", "\uFF1F", "\u061F"};
constexpr std::array<std::string_view, 6> closing{"\"", "'", ")", "\u201D", "\u2019", "\u00BB"};

bool is_abbreviation(std::string_view before_stop) {
    const std::size_t begin = before_stop.rfind(' ') + 1;  // npos + 1 is 0
    const std::string_view word = before_stop.substr(begin);
    return !word.empty() && word.size() <= longest_abbreviation && word[0] >= 'A' &&
           word[0] <= 'Z' && word != "I";
}

// Where the sentence that `line` begins with ends; all of it when it goes on.
struct Piece {
    std::size_t bytes = 0;
    bool ends_sentence = false;
};
Piece first_piece(std::string_view line) {
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t stop = one_of(line.substr(at), stops);
        if (stop == 0) {
            ++at;
            continue;
        }
        const bool plain = line[at] == '.';
        std::size_t end = at + stop;
        while (const std::size_t more = one_of(line.substr(end), stops))
            end += more;
        while (const std::size_t more = one_of(line.substr(end), closing))
            end += more;
        const bool last = end == line.size();
        const bool divides = last || line[end] == ' ' || stop > 1;
        if (divides && !(plain && !last && is_abbreviation(line.substr(0, at)))) {
            return {end, true};
        }
        at = end;
    }
    return {line.size(), false};
}

int words_in(std::string_view text) {
    return text.empty() ? 0 : 1 + static_cast<int>(std::count(text.begin(), text.end(), ' '));
}

class Gatherer {
public:
    void take(const CaptionCue& cue, TimeRange time) {
        const bool another_voice = cue.speaker != speaker_;
        if (another_voice || time.in - open_.time.out > pause || words_in(open_.text) > most_words)
            close();
        speaker_ = cue.speaker;
        std::string line = one_line(cue.text);
        for (std::string_view rest = line; !rest.empty();) {
            const Piece piece = first_piece(rest);
            const auto before = static_cast<std::int64_t>(line.size() - rest.size());
            const auto all = static_cast<std::int64_t>(line.size());
            append(rest.substr(0, piece.bytes), time, time.in + time.length() * before / all);
            if (piece.ends_sentence && words_in(open_.text) >= fewest_words) close();
            rest.remove_prefix(piece.bytes);
            rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
        }
    }
    std::vector<Passage> all() {
        close();
        return std::move(closed_);
    }

private:
    void append(std::string_view words, TimeRange time, SourceTime said_at) {
        if (open_.text.empty()) {
            open_.time.in = time.in;
            open_.begins = said_at;
            open_.speaker = speaker_;
        } else {
            open_.text += ' ';
        }
        if (open_.cues.empty() || open_.cues.back().time != time.in)
            open_.cues.push_back({open_.text.size(), time.in});
        open_.text += words;
        open_.time.out = std::max(open_.time.out, time.out);
    }
    void close() {
        if (!open_.text.empty()) closed_.push_back(std::move(open_));
        open_ = {};
    }

    Passage open_;
    std::string speaker_;
    std::vector<Passage> closed_;
};

}  // namespace

SourceTime said_at(const Passage& passage, std::size_t byte) {
    SourceTime time = passage.time.in;
    for (const Passage::CueBegins& cue : passage.cues) {
        if (cue.byte > byte) break;
        time = cue.time;
    }
    return time;
}

std::vector<Passage> passages_of(const std::vector<CaptionCue>& cues,
                                 const std::optional<TimeRange>& within) {
    Gatherer gatherer;
    for (const CaptionCue& cue : cues) {
        TimeRange time = cue.time;
        if (within) {
            if (!within->contains(time.in + time.length() / 2)) continue;
            time = {std::max(time.in, within->in), std::min(time.out, within->out)};
        }
        gatherer.take(cue, time);
    }
    return gatherer.all();
}

}  // namespace catalogue
