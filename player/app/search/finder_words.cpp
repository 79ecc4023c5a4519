// Words worth looking for, for whoever cannot type.
#include <algorithm>
#include <cmath>
#include <set>

#include "catalogue/plain_words.h"
#include "player/app/search/finder.h"

namespace app {
namespace {

constexpr std::size_t shortest = 5;  // letters: shorter ones are "and" and "with"
constexpr std::uint32_t fewest_places = 2;
constexpr std::size_t most_looked_at = 400;
constexpr std::size_t fewest_speakers = 2;
// What is said in answer to most of what is asked is of no matter in particular: "could".
constexpr std::ptrdiff_t most_questions = 6;

struct Telling {
    std::string word;
    double score = 0;
    std::size_t speakers = 0;
};

bool has_digit(const std::string& word) {
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// As it stands in the text, rather in small letters: what a class reads keeps its accents.
std::string written(const Findings& found) {
    std::string best = found.typed;
    bool first = true;
    for (const FoundPassage& passage : found.passages) {
        for (const catalogue::Stretch& stretch : passage.words) {
            std::string form = passage.text.substr(stretch.from, stretch.to - stretch.from);
            if (form.find_first_of(" \n") != form.npos) continue;
            const bool small = form[0] < 'A' || form[0] > 'Z';
            if (first || small) best = std::move(form);
            if (small) return best;
            first = false;
        }
    }
    return best;
}

}  // namespace

std::vector<Findings> Finder::telling_words(std::size_t most) const {
    std::vector<double> asked;  // passages in answer to each question
    double passages = 0;
    for (const Entry& entry : entries_) {
        if (entry.kind != Kind::Passage) continue;
        asked.resize(std::max(asked.size(), static_cast<std::size_t>(entry.cell.question) + 1));
        ++asked[static_cast<std::size_t>(entry.cell.question)];
        ++passages;
    }
    auto words = index_.all_words();
    std::erase_if(words, [](const auto& entry) {
        return entry.first.size() < shortest || entry.second < fewest_places ||
               has_digit(entry.first) || catalogue::is_plain_word(entry.first);
    });
    std::sort(words.begin(), words.end(), [](const auto& one, const auto& other) {
        return one.second != other.second ? one.second > other.second : one.first < other.first;
    });
    words.resize(std::min(words.size(), most_looked_at));

    std::vector<Telling> telling;
    for (const auto& [word, places] : words) {
        std::vector<double> said(asked.size());
        std::set<int> speakers;
        double all = 0;
        for (const catalogue::Match& match : index_.find(word)) {
            const Entry& entry = entries_[match.text];
            if (entry.kind != Kind::Passage) continue;
            ++said[static_cast<std::size_t>(entry.cell.question)];
            speakers.insert(entry.cell.person);
            ++all;
        }
        if (speakers.size() < fewest_speakers) continue;
        const auto questions =
            std::count_if(said.begin(), said.end(), [](double n) { return n > 0; });
        if (questions > most_questions && 2 * questions > std::ssize(said)) continue;
        // How far from chance it is that it is said in answer to these questions (Dunning's G).
        double score = 0;
        for (std::size_t question = 0; question < said.size(); ++question) {
            if (said[question] == 0) continue;
            score += said[question] * std::log(said[question] * passages / (all * asked[question]));
        }
        telling.push_back({word, score, speakers.size()});
    }
    std::stable_sort(telling.begin(), telling.end(), [](const Telling& one, const Telling& other) {
        return one.score != other.score ? one.score > other.score : one.speakers > other.speakers;
    });

    std::vector<Findings> chosen;
    std::vector<std::string> taken;
    for (const Telling& one : telling) {
        if (chosen.size() == most) break;
        const std::string stem = one.word.substr(0, shortest);
        if (std::find(taken.begin(), taken.end(), stem) != taken.end()) continue;
        taken.push_back(stem);
        Findings found = find(one.word);
        found.typed = written(found);
        chosen.push_back(std::move(found));
    }
    return chosen;
}

}  // namespace app
