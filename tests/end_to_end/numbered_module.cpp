#include "tests/end_to_end/numbered_module.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <fstream>
#include <stdexcept>

#include "tests/support/numbered_film.h"

namespace end_to_end {

namespace {

constexpr int question_count = 6;
constexpr double long_answer_s = 45;

enum class Films {
    OneLong,       // all answers in one film, with in and out points amid its groups of pictures
    FileEach,      // an answer is a whole file
    FileEachTrim,  // an answer is a stretch of a file of its own
};

struct PersonPlan {
    const char* id;
    const char* name;
    const char* left;  // a fact, for the mix to compare by
    Films films;
    int rate_num;
    int rate_den;
    int b_pictures;
    int first_film;  // its id in the pictures; with a file each the next ones follow

    double rate() const { return static_cast<double>(rate_num) / rate_den; }
};

constexpr std::array<PersonPlan, 5> plans{{
    {"ada", "Ada", "16", Films::OneLong, 25, 1, 3, 1},
    {"bo", "Bo", "18", Films::FileEach, 30, 1, 2, 20},
    {"cy", "Cy", "21", Films::OneLong, 30, 1, 3, 2},
    {"dot", "Dot", "16", Films::OneLong, 30000, 1001, 2, 3},
    {"eli", "Eli", "30", Films::FileEachTrim, 50, 1, 3, 50},
}};

std::string time_text(double seconds) {
    const auto ms = static_cast<long long>(std::llround(seconds * 1000));
    return fmt::format("\"{:02}:{:02}.{:03}\"", ms / 60'000, ms / 1000 % 60, ms % 1000);
}

int picture_at(double seconds, const PersonPlan& plan) {
    return static_cast<int>(std::lround(seconds * plan.rate()));
}

// 1.4 to 2.2 s, not the same for neighbours.
double length_s(Cell cell) {
    if (cell == NumberedModule::long_answer) return long_answer_s;
    return 1.4 + 0.2 * ((cell.person * 3 + cell.question) % 5);
}

NumberedClip planned_clip(Cell cell) {
    const PersonPlan& plan = plans[static_cast<std::size_t>(cell.person)];
    NumberedClip clip;
    clip.film = plan.first_film;
    clip.rate = plan.rate();
    switch (plan.films) {
        case Films::OneLong:
            clip.first = picture_at(6.1 + 4.7 * cell.question, plan);
            break;
        case Films::FileEach:
            clip.film += cell.question;
            clip.first = 0;
            break;
        case Films::FileEachTrim:
            clip.film += cell.question;
            clip.first = picture_at(0.9 + 0.3 * cell.question, plan);
            break;
    }
    clip.last = clip.first + picture_at(length_s(cell), plan) - 1;
    return clip;
}

std::string in_and_out(const NumberedClip& clip) {
    return fmt::format("in: {}, out: {}", time_text(clip.first / clip.rate),
                       time_text((clip.last + 1) / clip.rate));
}

std::string film_name(const PersonPlan& plan, int question) {
    return plan.films == Films::OneLong ? fmt::format("films/{}.mp4", plan.id)
                                        : fmt::format("films/{}/q{}.mp4", plan.id, question);
}

}  // namespace

NumberedModule::NumberedModule(std::filesystem::path folder)
    : folder_(std::move(folder)), clips_(plans.size() * question_count) {
    std::string questions;
    for (int question = 0; question < question_count; ++question) {
        questions += fmt::format(
            "  - {{id: q{0}, theme: {1}, text: \"Question {0} for {{job}}?\", label: Label {0}}}\n",
            question, question < 3 ? "work" : "life");
    }
    write("module.yaml",
          "format: 1\nid: numbered\nversion: \"1\"\ntitle: Numbered pictures\nlanguage: en\n"
          "licence: CC0-1.0\nthemes:\n  - {id: work, name: Work}\n  - {id: life, name: Life}\n"
          "facts:\n  - {id: left, label: Left school, says: \"left school at {value}\"}\n"
          "questions:\n" +
              questions + "people: [ada, bo, cy, dot, eli]\n");

    for (std::size_t person = 0; person < plans.size(); ++person) {
        const PersonPlan& plan = plans[person];
        std::string text = fmt::format(
            "format: 1\nname: {}\njob: {{title: tester, article: a}}\nfacts: {{left: \"{}\"}}\n"
            "way_in: |\n  People get into this work by numbers.\n",
            plan.name, plan.left);
        std::string index = fmt::format("format: 1\nperson: {}\n", plan.id);
        if (plan.films == Films::OneLong) {
            text += fmt::format("film: {}\n", film_name(plan, 0));
            index += fmt::format("film: {}\n", film_name(plan, 0));
        }
        if (static_cast<int>(person) == long_answer.person) {
            text += fmt::format("captions: captions/{}.vtt\n", plan.id);
        }
        text += "answers:\n";
        index += "answers:\n";
        for (int question = 0; question < question_count; ++question) {
            const Cell cell{static_cast<int>(person), question};
            if (cell == empty) continue;
            if (cell == withheld) {
                text += fmt::format("  q{}: withheld\n", question);
                continue;
            }
            const NumberedClip planned = planned_clip(cell);
            clips_[person * question_count + static_cast<std::size_t>(question)] = planned;
            switch (plan.films) {
                case Films::OneLong:
                    text += fmt::format("  q{}: {{}}\n", question);
                    index += fmt::format("  q{}: {{{}}}\n", question, in_and_out(planned));
                    break;
                case Films::FileEach:
                    text +=
                        fmt::format("  q{}: {{film: {}}}\n", question, film_name(plan, question));
                    break;
                case Films::FileEachTrim:
                    text += fmt::format("  q{}: {{film: {}, {}}}\n", question,
                                        film_name(plan, question), in_and_out(planned));
                    break;
            }
        }
        write(fmt::format("people/{}.yaml", plan.id), text);
        if (plan.films == Films::OneLong) write(fmt::format("index/{}.yaml", plan.id), index);
        make_films(person);
    }

    // In the film's own time: from the start of the long answer on, with a pause amid it.
    const NumberedClip spoken = planned_clip(long_answer);
    const double in_s = spoken.first / spoken.rate;
    const auto stamp = [&](double s) {
        const std::string quoted = time_text(in_s + s);
        return quoted.substr(1, quoted.size() - 2);
    };
    write("captions/cy.vtt",
          fmt::format("WEBVTT\n\n{} --> {}\nHere is what I say,\nand here is more of it.\n\n"
                      "{} --> {}\nAnd this comes after a pause.\n",
                      stamp(0), stamp(caption_pause_from_s), stamp(caption_pause_to_s),
                      stamp(long_answer_s)));
}

void NumberedModule::make_films(std::size_t person) {
    const PersonPlan& plan = plans[person];
    for (int question = 0; question < question_count; ++question) {
        const Cell cell{static_cast<int>(person), question};
        const bool one_film = plan.films == Films::OneLong;
        if (one_film && question + 1 < question_count) continue;  // the last answer says how long
        if (!playable(cell)) continue;
        const NumberedClip& planned = *clip(cell);
        support::FilmRecipe recipe;
        recipe.film = planned.film;
        recipe.pictures = planned.last + 1;
        // A file that is an answer ends with it; other films go on after their last answer.
        if (plan.films != Films::FileEach) recipe.pictures += picture_at(1.5, plan);
        recipe.width_px = 320;
        recipe.height_px = 180;
        recipe.rate_num = plan.rate_num;
        recipe.rate_den = plan.rate_den;
        recipe.gop = 250;
        recipe.b_pictures = plan.b_pictures;
        recipe.sound = support::FilmSound::Beeps;
        const std::filesystem::path file = folder_ / film_name(plan, question);
        std::filesystem::create_directories(file.parent_path());
        const catalogue::Outcome made = support::make_numbered_film(file, recipe);
        if (!made) throw std::runtime_error(catalogue::to_text(made.error()));
    }
}

void NumberedModule::write(const std::string& file, const std::string& text) const {
    const std::filesystem::path path = folder_ / file;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream out(path, std::ios::binary);
    out << text;
    out.close();
    if (!out) throw std::runtime_error("cannot write " + path.string());
}

int NumberedModule::people() const {
    return static_cast<int>(plans.size());
}
int NumberedModule::questions() const {
    return question_count;
}

const NumberedClip* NumberedModule::clip(Cell cell) const {
    const auto& found =
        clips_[static_cast<std::size_t>(cell.person * question_count + cell.question)];
    return found ? &*found : nullptr;
}

std::optional<Cell> NumberedModule::cell_of(const NumberedPicture& picture) const {
    for (const Cell cell : playable_cells()) {
        if (clip(cell)->contains(picture)) return cell;
    }
    return std::nullopt;
}

std::vector<Cell> NumberedModule::playable_cells() const {
    std::vector<Cell> cells;
    for (int person = 0; person < people(); ++person) {
        for (int question = 0; question < questions(); ++question) {
            if (playable({person, question})) cells.push_back({person, question});
        }
    }
    return cells;
}

}  // namespace end_to_end
