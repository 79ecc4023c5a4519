#include "tools/make_sample/caption_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace sample {

namespace {

// Characters, not bytes.
std::size_t length_of(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
}

bool ends_with_any(const std::string& text, std::string_view marks) {
    return !text.empty() && marks.find(text.back()) != std::string_view::npos;
}

// How good it is to stop after this word: 0 best.
double break_cost(const std::string& word) {
    if (ends_with_any(word, ".?!")) return 0;
    if (ends_with_any(word, ";:") || word.ends_with("\u2014") || word.ends_with("\u2013")) return 6;
    if (ends_with_any(word, ",")) return 10;
    static constexpr std::string_view leaning[] = {
        "a",  "an", "the", "my",  "your", "his", "her", "our", "their", "of",  "to",
        "in", "on", "at",  "for", "and",  "or",  "but", "I",   "with",  "from"};
    const bool leans = std::find(std::begin(leaning), std::end(leaning), word) != std::end(leaning);
    return leans ? 45 : 22;
}

using Words = std::vector<SpokenWord>;

std::size_t length_of(const Words& words, std::size_t first, std::size_t end) {
    std::size_t length = end - first - 1;
    for (std::size_t i = first; i < end; ++i)
        length += length_of(words[i].text);
    return length;
}

std::string join(const Words& words, std::size_t first, std::size_t end) {
    std::string text;
    for (std::size_t i = first; i < end; ++i) {
        if (i > first) text += ' ';
        text += words[i].text;
    }
    return text;
}

// Where the second line begins; `end` when one line is enough, `first` when two are not.
std::size_t second_line(const Words& words, std::size_t first, std::size_t end) {
    if (length_of(words, first, end) <= caption_line_limit) return end;
    std::size_t best = first;
    double best_cost = std::numeric_limits<double>::max();
    for (std::size_t at = first + 1; at < end; ++at) {
        const std::size_t upper = length_of(words, first, at);
        const std::size_t lower = length_of(words, at, end);
        if (upper > caption_line_limit || lower > caption_line_limit) continue;
        const double uneven = std::abs(static_cast<double>(upper) - static_cast<double>(lower));
        const double cost = break_cost(words[at - 1].text) + 0.8 * uneven;
        if (cost < best_cost) {
            best_cost = cost;
            best = at;
        }
    }
    return best;
}

// Whether only the last word or two of a sentence are left for the start of a caption, or only the
// first word or two fit at its end: they belong to the rest of it.
bool begins_with_a_remnant(const Words& words, std::size_t first, std::size_t end) {
    if (first == 0 || ends_with_any(words[first - 1].text, ".?!")) return false;
    for (std::size_t i = first; i < first + 2 && i + 1 < end; ++i) {
        if (ends_with_any(words[i].text, ".?!")) return true;
    }
    return false;
}

bool ends_with_a_beginning(const Words& words, std::size_t first, std::size_t end) {
    if (ends_with_any(words[end - 1].text, ".?!")) return false;
    for (std::size_t i = end - 1; i-- > first && i + 3 >= end;) {
        if (ends_with_any(words[i].text, ".?!")) return true;
    }
    return false;
}

double caption_cost(const Words& words, std::size_t first, std::size_t end) {
    if (end - first > 1 && second_line(words, first, end) == first) return -1;
    const double length = static_cast<double>(length_of(words, first, end));
    const double short_of = std::max(0.0, 34 - length);
    double cost = 12 + break_cost(words[end - 1].text) + 0.04 * short_of * short_of;
    // A pause inside a caption gives away what comes after it.
    for (std::size_t i = first; i + 1 < end; ++i) {
        if (ends_with_any(words[i].text, ".?!")) cost += 9;
        if (words[i + 1].at_s - words[i].end_s > 0.5) cost += 12;
    }
    if (begins_with_a_remnant(words, first, end)) cost += 30;
    if (ends_with_a_beginning(words, first, end)) cost += 20;
    return cost;
}

std::string clock_text(std::int64_t ms, char comma) {
    return fmt::format("{:02}:{:02}:{:02}{}{:03}", ms / 3'600'000, ms / 60'000 % 60, ms / 1000 % 60,
                       comma, ms % 1000);
}

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

std::string joined_lines(const TimedCaption& caption, const char* between, bool escape) {
    std::string text;
    for (std::size_t i = 0; i < caption.lines.size(); ++i) {
        if (i > 0) text += between;
        text += escape ? escaped(caption.lines[i]) : caption.lines[i];
    }
    return text;
}

}  // namespace

std::vector<TimedCaption> captions_of(const std::vector<SpokenWord>& words, double starts_s,
                                      double ends_s) {
    // The cheapest way to divide the first n words, for every n.
    const std::size_t count = words.size();
    std::vector<double> cost(count + 1, std::numeric_limits<double>::max());
    std::vector<std::size_t> begins(count + 1, 0);
    cost[0] = 0;
    for (std::size_t end = 1; end <= count; ++end) {
        for (std::size_t first = end; first-- > 0;) {
            const double own = caption_cost(words, first, end);
            if (own < 0) break;
            if (cost[first] + own < cost[end]) {
                cost[end] = cost[first] + own;
                begins[end] = first;
            }
        }
    }
    std::vector<std::pair<std::size_t, std::size_t>> stretches;
    for (std::size_t end = count; end > 0; end = begins[end]) {
        stretches.insert(stretches.begin(), {begins[end], end});
    }

    std::vector<TimedCaption> captions;
    const auto to_ms = [&](double s) { return std::llround((starts_s + s) * 1000); };
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        const auto [first, end] = stretches[i];
        TimedCaption caption;
        caption.in_ms = to_ms(words[first].at_s);
        // It stays as long as it takes to read, if the next one lets it.
        const double reading_s = static_cast<double>(end - first) * 60 / caption_rate_wpm;
        const double out_s = std::max(words[end - 1].end_s + 0.12, words[first].at_s + reading_s);
        const std::int64_t next_ms =
            i + 1 < stretches.size() ? to_ms(words[end].at_s) : std::llround(ends_s * 1000);
        caption.out_ms = std::min<std::int64_t>(to_ms(out_s), next_ms);
        // A short gap only flickers.
        if (next_ms - caption.out_ms < 250) caption.out_ms = next_ms;
        const std::size_t turn = second_line(words, first, end);
        caption.lines.push_back(join(words, first, turn == first ? end : turn));
        if (turn != end && turn != first) caption.lines.push_back(join(words, turn, end));
        captions.push_back(std::move(caption));
    }
    return captions;
}

std::string caption_text(const std::vector<TimedCaption>& captions, CaptionForm form,
                         const std::string& speaker) {
    std::string text;
    int number = 0;
    switch (form) {
        case CaptionForm::WebVtt:
            text = "WEBVTT\n";
            for (const TimedCaption& c : captions) {
                text += fmt::format("\n{} --> {}\n<v {}>{}\n", clock_text(c.in_ms, '.'),
                                    clock_text(c.out_ms, '.'), escaped(speaker),
                                    joined_lines(c, "\n", true));
            }
            break;
        case CaptionForm::Srt:
            for (const TimedCaption& c : captions) {
                text += fmt::format("{}{}\n{} --> {}\n{}\n", number ? "\n" : "", number + 1,
                                    clock_text(c.in_ms, ','), clock_text(c.out_ms, ','),
                                    joined_lines(c, "\n", false));
                ++number;
            }
            break;
        case CaptionForm::Ttml:
            text =
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<tt xmlns=\"http://www.w3.org/ns/ttml\" xml:lang=\"en-GB\">\n<body><div>\n";
            for (const TimedCaption& c : captions) {
                text += fmt::format("<p begin=\"{}\" end=\"{}\">{}</p>\n", clock_text(c.in_ms, '.'),
                                    clock_text(c.out_ms, '.'), joined_lines(c, "<br/>", true));
            }
            text += "</div></body>\n</tt>\n";
            break;
    }
    return text;
}

const char* caption_ending(CaptionForm form) {
    switch (form) {
        case CaptionForm::Srt:
            return ".srt";
        case CaptionForm::Ttml:
            return ".ttml";
        case CaptionForm::WebVtt:
            break;
    }
    return ".vtt";
}

}  // namespace sample
