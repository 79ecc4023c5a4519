#include "tools/make_sample/caption_file.h"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include "catalogue/captions.h"

namespace sample {

namespace {

// Words said one after the other, with a pause after each sentence.
std::vector<SpokenWord> said(const std::string& text, double rate_wpm) {
    std::vector<SpokenWord> words;
    std::istringstream in(text);
    double at_s = 0;
    for (std::string word; in >> word;) {
        const double end_s = at_s + 60 / rate_wpm;
        words.push_back({at_s, end_s, word});
        at_s = end_s + (word.back() == '.' ? 0.3 : 0);
    }
    return words;
}

std::size_t characters(const std::string& text) {
    std::size_t count = 0;
    for (const char c : text)
        count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return count;
}

const char* const answers[] = {
    "Yes.",
    "I'm Tom, I work in a nursery. I've got the two-year-olds, so it's lunch, naps, paint, "
    "nappies, "
    "dinosaurs. I'm the only man in the building, apart from the goldfish.",
    "a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j k l m n o p q r s t",
    "Unbelievablylongwordsthatnobodywouldsay andstilltheyhavetofitonthescreen somehow or other.",
    "Caf\u00e9, na\u00efve, \u201cquoted\u201d \u2014 d\u00e9j\u00e0 vu; and then, of course, one "
    "more "
    "thing & another <thing>.",
};

}  // namespace

TEST_CASE("a caption has at most two lines of at most 37 characters") {
    for (const char* answer : answers) {
        CAPTURE(answer);
        for (const TimedCaption& caption : captions_of(said(answer, 170), 0.4, 60)) {
            REQUIRE(!caption.lines.empty());
            CHECK(caption.lines.size() <= caption_lines_limit);
            for (const std::string& line : caption.lines) {
                const bool one_word = line.find(' ') == std::string::npos;
                CHECK((characters(line) <= caption_line_limit || one_word));
            }
        }
    }
}

TEST_CASE("a sentence's last word does not begin a caption when the sentence began in another") {
    for (const char* answer :
         {"Up at five, because getting ready takes me an hour and I refuse to be late. Drove in. "
          "Twelve hours, about fifty calls.",
          "Near the end, when it's all joined up again and you test it and it doesn't leak. "
          "Everyone's gone quiet for that.",
          "Twenty minutes I stood there with my thumb on it while Daz found the stopcock. He's "
          "never shut up about it."}) {
        CAPTURE(answer);
        bool in_sentence = false;
        for (const TimedCaption& caption : captions_of(said(answer, 170), 0, 60)) {
            const std::string& line = caption.lines.front();
            const std::size_t stop = line.find('.');
            const auto before = line.begin() + static_cast<std::ptrdiff_t>(
                                                   stop == std::string::npos ? line.size() : stop);
            CAPTURE(line);
            CHECK_FALSE((in_sentence && stop != std::string::npos &&
                         std::count(line.begin(), before, ' ') < 2));
            in_sentence = caption.lines.back().back() != '.';
        }
    }
}

TEST_CASE("captions say every word once and in order") {
    for (const char* answer : answers) {
        CAPTURE(answer);
        std::string all;
        for (const TimedCaption& caption : captions_of(said(answer, 170), 0.4, 60)) {
            for (const std::string& line : caption.lines)
                all += (all.empty() ? "" : " ") + line;
        }
        std::string wanted;
        for (const SpokenWord& word : said(answer, 170)) {
            wanted += (wanted.empty() ? "" : " ") + word.text;
        }
        CHECK(all == wanted);
    }
}

TEST_CASE("captions follow each other without overlapping and end with their answer") {
    for (const char* answer : answers) {
        CAPTURE(answer);
        const std::vector<SpokenWord> words = said(answer, 170);
        const double ends_s = 12.4 + words.back().end_s + 0.4;
        std::int64_t before_ms = 12'400;
        for (const TimedCaption& caption : captions_of(words, 12.4, ends_s)) {
            CHECK(caption.in_ms >= before_ms);
            CHECK(caption.out_ms > caption.in_ms);
            before_ms = caption.out_ms;
        }
        CHECK(before_ms <= std::llround(ends_s * 1000));
    }
}

TEST_CASE("nobody has to read faster than the words are spoken") {
    for (const double rate_wpm : {120.0, 160.0, 179.0}) {
        CAPTURE(rate_wpm);
        for (const TimedCaption& caption : captions_of(said(answers[1], rate_wpm), 0, 600)) {
            std::size_t words = 0;
            for (const std::string& line : caption.lines) {
                words += 1 + static_cast<std::size_t>(std::count(line.begin(), line.end(), ' '));
            }
            const double shown_s = static_cast<double>(caption.out_ms - caption.in_ms) / 1000;
            CHECK(static_cast<double>(words) * 60 / shown_s <= caption_rate_wpm * 1.02);
        }
    }
}

TEST_CASE("every form of captions is read back as it was written") {
    const std::vector<TimedCaption> captions = captions_of(said(answers[4], 165), 61.5, 90);
    struct Row {
        CaptionForm form;
        std::string_view ending;
    };
    for (const Row& row : {Row{CaptionForm::WebVtt, ".vtt"}, Row{CaptionForm::Srt, ".srt"},
                           Row{CaptionForm::Ttml, ".ttml"}}) {
        CAPTURE(row.ending);
        CHECK(caption_ending(row.form) == row.ending);
        const catalogue::CaptionReading reading =
            catalogue::read_captions(caption_text(captions, row.form, "Ines"),
                                     std::string("answer") + caption_ending(row.form));
        CHECK(reading.problems.empty());
        REQUIRE(reading.cues.size() == captions.size());
        for (std::size_t i = 0; i < captions.size(); ++i) {
            const std::chrono::milliseconds in(captions[i].in_ms);
            const std::chrono::milliseconds out(captions[i].out_ms);
            CHECK(reading.cues[i].time.in == catalogue::SourceTime{in});
            CHECK(reading.cues[i].time.out == catalogue::SourceTime{out});
            std::string text = captions[i].lines[0];
            if (captions[i].lines.size() > 1) text += "\n" + captions[i].lines[1];
            CHECK(reading.cues[i].text == text);
        }
    }
}

}  // namespace sample
