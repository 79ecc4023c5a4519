// What finding takes while somebody types, in a module of ten thousand answers: build the release
// preset, then run search_bench [people] [questions].
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "player/app/search/finder.h"

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr int words_in_answer = 142;  // 52 s at 164 words a minute, as in real modules
constexpr int words_in_passage = 13;

double ms_since(Clock::time_point then) {
    return std::chrono::duration<double, std::milli>(Clock::now() - then).count();
}

// Words as often as in a language: the n-th most frequent one 1/n as often as the first.
class Speech {
public:
    Speech() {
        for (const char* word : {"the",     "and",    "to",     "a",       "i",
                                 "of",      "you",    "it",     "that",    "in",
                                 "was",     "so",     "is",     "they",    "but",
                                 "we",      "my",     "on",     "for",     "have",
                                 "work",    "people", "school", "uniform", "apprenticeship",
                                 "teacher", "money"}) {
            words_.emplace_back(word);
        }
        std::uniform_int_distribution<int> letter('a', 'z');
        std::uniform_int_distribution<int> length(3, 11);
        while (words_.size() < 15'000) {
            std::string word;
            for (int i = length(chance_); i > 0; --i)
                word += static_cast<char>(letter(chance_));
            words_.push_back(std::move(word));
        }
        std::vector<double> weights;
        for (std::size_t i = 0; i < words_.size(); ++i)
            weights.push_back(1.0 / static_cast<double>(i + 1));
        pick_ = std::discrete_distribution<std::size_t>(weights.begin(), weights.end());
    }
    std::vector<catalogue::Passage> answer() {
        std::vector<catalogue::Passage> passages;
        for (int said = 0; said < words_in_answer; said += words_in_passage) {
            catalogue::Passage passage;
            for (int i = 0; i < words_in_passage; ++i)
                passage.text += (i == 0 ? "" : " ") + words_[pick_(chance_)];
            passage.cues = {{0, catalogue::SourceTime{said * 400ms}}};
            passages.push_back(std::move(passage));
        }
        return passages;
    }

private:
    std::mt19937 chance_{1};
    std::vector<std::string> words_;
    std::discrete_distribution<std::size_t> pick_;
};

}  // namespace

int main(int argc, char** argv) {
    const int people = argc > 1 ? std::atoi(argv[1]) : 250;
    const int questions = argc > 2 ? std::atoi(argv[2]) : 40;
    Speech speech;
    std::vector<std::vector<catalogue::Passage>> answers;
    for (int i = 0; i < people * questions; ++i)
        answers.push_back(speech.answer());

    catalogue::Result<app::Finder> opened = app::Finder::open(1);
    if (!opened) {
        std::fputs(catalogue::to_text(opened.error()).c_str(), stderr);
        return 1;
    }
    app::Finder finder = *std::move(opened);
    const Clock::time_point began = Clock::now();
    for (int i = 0; i < people * questions; ++i)
        finder.add({i / questions, i % questions}, std::move(answers[static_cast<std::size_t>(i)]));
    std::printf("%d answers are findable after %.0f ms\n", people * questions, ms_since(began));

    std::vector<double> all;
    for (const char* words :
         {"the", "uniform", "apprenticeship", "school uniform", "that was my teacher", "i have to",
          "unifrom", "zzz", "\"people and money\""}) {
        std::string typed;
        double worst = 0;
        for (const char* c = words; *c != '\0'; ++c) {
            typed += *c;
            const Clock::time_point pressed = Clock::now();
            const app::Findings found = finder.find(typed);
            const double took = ms_since(pressed);
            all.push_back(took);
            if (took <= worst) continue;
            worst = took;
        }
        std::printf("%-24s worst key %6.1f ms, %zu passages\n", words, worst,
                    finder.find(typed).passages_in_all);
    }
    std::sort(all.begin(), all.end());
    std::printf("%zu keys: median %.1f ms, worst %.1f ms\n", all.size(), all[all.size() / 2],
                all.back());
    return 0;
}
