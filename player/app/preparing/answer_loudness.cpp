#include "player/app/preparing/answer_loudness.h"

#include <algorithm>

#include "player/media/analysis/loudness.h"

namespace app {
namespace {

std::optional<media::Loudness> certain(const catalogue::Answer& answer,
                                       const KnownLoudness& known) {
    if (answer.loudness_lufs) {
        return media::Loudness{*answer.loudness_lufs, std::nullopt};
    }
    const auto found = known.find(stretch_of(answer));
    return found == known.end() ? std::nullopt : std::optional{found->second};
}

// The mean of those that were added.
class Expectation {
public:
    void add(const media::Loudness& loudness) {
        if (loudness.lufs <= media::nothing_heard_lufs) {
            return;
        }
        sum_lufs_ += loudness.lufs;
        ++count_;
        if (loudness.true_peak_dbtp) {
            peak_ = std::max(peak_.value_or(*loudness.true_peak_dbtp), *loudness.true_peak_dbtp);
        }
    }

    std::optional<media::Loudness> mean() const {
        if (count_ == 0) {
            return std::nullopt;
        }
        return media::Loudness{sum_lufs_ / count_, peak_};
    }

private:
    double sum_lufs_ = 0;
    int count_ = 0;
    std::optional<double> peak_;
};

}  // namespace

Stretch stretch_of(const catalogue::Answer& answer) {
    return {answer.film, answer.trim};
}

std::optional<media::Loudness> loudness_of(const catalogue::Module& module, lessons::Cell cell,
                                           const KnownLoudness& known) {
    const auto person = static_cast<std::size_t>(cell.person);
    const auto& own = module.cell(person, static_cast<std::size_t>(cell.question)).answer;
    if (!own) {
        return std::nullopt;
    }
    if (const std::optional<media::Loudness> loudness = certain(*own, known)) {
        return loudness;
    }
    Expectation of_film;
    Expectation of_person;
    for (std::size_t question = 0; question < module.questions.size(); ++question) {
        const auto& other = module.cell(person, question).answer;
        const auto loudness = other ? certain(*other, known) : std::nullopt;
        if (!loudness) {
            continue;
        }
        of_person.add(*loudness);
        if (other->film == own->film) {
            of_film.add(*loudness);
        }
    }
    const std::optional<media::Loudness> expected = of_film.mean();
    return expected ? expected : of_person.mean();
}

}  // namespace app
