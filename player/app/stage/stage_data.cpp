#include "player/app/stage/stage_data.h"

#include <fmt/format.h>

#include <algorithm>

#include "catalogue/words.h"
#include "player/app/stage/stage_lines.h"

namespace app {
using catalogue::_;
namespace {

using catalogue::CellState;

const catalogue::Person& person_of(const catalogue::Module& module, lessons::Cell cell) {
    return module.people[static_cast<std::size_t>(cell.person)];
}

const catalogue::Question& question_of(const catalogue::Module& module, lessons::Cell cell) {
    return module.questions[static_cast<std::size_t>(cell.question)];
}

double seconds(catalogue::SourceDuration duration) {
    return std::chrono::duration<double>(duration).count();
}

ui::PlayState play_state(const media::EngineStatus& status, const lessons::Cue& cue) {
    if (cue.standing == lessons::Standing::Absent) {
        return ui::PlayState::Nothing;
    }
    if (status.stalled) {
        return ui::PlayState::Stalled;
    }
    switch (status.phase) {
        case media::Phase::Idle:
        case media::Phase::Failed:
            return ui::PlayState::Nothing;
        case media::Phase::Opening:
            return ui::PlayState::Opening;
        case media::Phase::Playing:
            return ui::PlayState::Playing;
        case media::Phase::Paused:
            return ui::PlayState::Paused;
        case media::Phase::Ended:
            return ui::PlayState::Ended;
    }
    return ui::PlayState::Nothing;
}

ui::TransportView transport_view_of(const lessons::Walk& walk, const StageContext& context) {
    const media::EngineStatus& status = *context.status;
    ui::TransportView view;
    view.state = play_state(status, walk.cue());
    if (view.state != ui::PlayState::Nothing && view.state != ui::PlayState::Opening) {
        view.length_s = seconds(status.range.length());
        view.position_s =
            std::clamp(seconds(status.position - status.range.in), 0.0, view.length_s);
    }
    view.speed = context.transport->rate;
    if (const auto& loop = context.transport->loop; loop && loop->cue == walk.cue().number) {
        view.loop_from_s = seconds(loop->from - status.range.in);
        if (loop->to) {
            view.loop_to_s = seconds(*loop->to - status.range.in);
        }
    }
    view.volume = context.transport->volume;
    view.muted = context.transport->muted;
    view.sound_present = context.sound_present;
    view.captions = context.captions_on;
    view.captions_available = context.captions_there;
    view.descriptions = context.descriptions_on;
    view.descriptions_available = context.descriptions_there;
    view.can_go_back = walk.can_go_back();
    view.full_screen = context.full_screen;
    return view;
}

ui::InformationView information_of(const catalogue::Module& module, std::size_t index,
                                   const StageContext& context) {
    const catalogue::Person& person = module.people[index];
    ui::InformationView view;
    view.name = person.name;
    view.job = catalogue::job_with_article(person.job);
    view.job_covered = person.job_covered;
    view.way_in = person.way_in;
    for (std::size_t kind = 0; kind < module.facts.size(); ++kind) {
        if (kind < person.facts.size() && person.facts[kind]) {
            view.facts.emplace_back(module.facts[kind].label, person.facts[kind]->text);
        }
    }
    if (person.now) {
        const ShownPicture shown = context.picture_of(index, false);
        view.now = shown.image;
        view.now_aspect = shown.aspect;
        view.now_alt = person.now->alt;
    }
    if (person.job_covered && person.shows_job.now) view.now_alt = _("Covered, as the job is");
    if (person.job_covered && person.shows_job.then) view.then_alt = _("Covered, as the job is");
    if (person.then) {
        const ShownPicture shown = context.picture_of(index, true);
        view.then = shown.image;
        view.then_aspect = shown.aspect;
        view.then_alt = person.then->alt;
    }
    return view;
}

ui::GuessesView guesses_view_of(const catalogue::Person& person, const StageContext& context) {
    ui::GuessesView view;
    view.cover = person.job_covered ? ui::JobCover::Covered
                 : context.job_last ? ui::JobCover::Uncovered
                                    : ui::JobCover::Off;
    if (context.guesses != nullptr) {
        view.lines = context.guesses->lines;
        view.unfinished = context.guesses->unfinished;
    }
    // After what was guessed comes what it was.
    if (!person.job_covered && !view.lines.empty()) view.surprise = context.surprise;
    return view;
}

ui::AbsentView absent_view_of(const catalogue::Module& module, const lessons::Walk& walk,
                              const std::optional<catalogue::Problem>& problem) {
    const lessons::Cue& cue = walk.cue();
    ui::AbsentView view;
    view.hint = _("Go on with Next, or choose an answer near this one.");
    view.what = absence_text(module, cue.cell);
    if (walk.grid().playable(cue.cell) && problem) {
        view.hint = problem->what + ".";
        if (!problem->hint.empty()) view.hint += " " + problem->hint + ".";
    }
    for (const lessons::Cell cell : walk.nearest()) {
        view.nearest.push_back({cell_name(module, cell), cell});
    }
    return view;
}

// Said to a class that looks at a picture which does not move.
std::optional<std::string> waiting_text(const media::EngineStatus& status) {
    if (!status.stalled) {
        return std::nullopt;
    }
    if (!status.hindrance) {
        return _("Waiting for the film");
    }
    switch (*status.hindrance) {
        case media::Hindrance::SlowDisk:
            return _("The film does not come: waiting for the network or the stick it is on");
        case media::Hindrance::DiskGone:
            return _(
                "The film is not there any more: waiting for its network or stick to come back");
        case media::Hindrance::Decoding:
            return _("This computer needs time to prepare the film");
    }
    return std::nullopt;
}

}  // namespace

std::string absence_text(const catalogue::Module& module, lessons::Cell cell) {
    const std::string& name = person_of(module, cell).name;
    const auto& found =
        module.cell(static_cast<std::size_t>(cell.person), static_cast<std::size_t>(cell.question));
    switch (found.state) {
        case CellState::Empty:
            return _("There is no answer from {} to this question.", name);
        case CellState::Withheld:
            return _("{} asked us not to show this answer.", name);
        case CellState::Withdrawn:
            return _("{} no longer wants to be shown in this module.", name);
        case CellState::Playable:
            break;
    }
    return _("{}'s answer cannot be played.", name);
}

std::string label_for_all(const catalogue::Question& question) {
    static constexpr std::string_view job = "{job}";
    std::string words = question.label;
    for (std::size_t at = 0; (at = words.find(job, at)) != std::string::npos;) {
        words.replace(at, job.size(), "\u2026");
    }
    return words;
}

std::string cell_name(const catalogue::Module& module, lessons::Cell cell) {
    return fmt::format("{} \u2013 {}", person_of(module, cell).name,
                       label_for_all(question_of(module, cell)));
}

ui::StageView stage_view_of(const catalogue::Module& module, const lessons::Walk& walk,
                            const std::vector<catalogue::Problem>& problems,
                            const StageContext& context) {
    const lessons::Cue& cue = walk.cue();
    const catalogue::Person& person = person_of(module, cue.cell);
    const catalogue::Question& question = question_of(module, cue.cell);

    ui::StageView view;
    view.module_title = module.title;
    view.cell = cue.cell;
    view.question = catalogue::question_text(question, person);
    view.theme = module.themes[question.theme].name;
    view.theme_index = question.theme;
    view.person = person.name;
    view.job = catalogue::job_with_article(person.job);
    view.way = walk.way();
    view.seed = lessons::seed_text(walk.seed());
    for (const catalogue::Theme& theme : module.themes) {
        view.themes.push_back(theme.name);
    }
    for (std::size_t q = 0; q < module.questions.size(); ++q) {
        const catalogue::Question& row = module.questions[q];
        const lessons::Cell cell{cue.cell.person, static_cast<int>(q)};
        view.questions.push_back({label_for_all(row), catalogue::question_text(row, person),
                                  row.theme, walk.grid().state(cell), walk.heard(cell),
                                  row.sensitive});
    }
    for (std::size_t p = 0; p < module.people.size(); ++p) {
        const lessons::Cell cell{static_cast<int>(p), cue.cell.question};
        const ShownPicture shown = context.picture_of(p, false);
        ui::FaceView face;
        face.name = module.people[p].name;
        face.job = module.people[p].job.title;
        face.image = shown.image;
        face.image_aspect = shown.aspect;
        face.state = walk.grid().state(cell);
        face.heard = walk.heard(cell);
        view.faces.push_back(std::move(face));
    }
    view.transport = transport_view_of(walk, context);
    view.transcript = context.transcript;
    if (cue.standing == lessons::Standing::Absent) {
        view.absent = absent_view_of(module, walk, context.problem);
    }
    if (cue.standing != lessons::Standing::Absent) {
        view.waiting = waiting_text(*context.status);
    }
    const StageLine line = stage_line_of(module, walk, view.transport.state);
    view.line = line.text.empty() && line.next.empty() ? context.hint : line.text;
    view.line_asks = !line.next.empty();
    view.next_text = line.next;
    view.information = information_of(module, static_cast<std::size_t>(cue.cell.person), context);
    view.guesses = guesses_view_of(person, context);
    view.problems = problems;
    view.toast = context.toast;
    view.black = context.black;
    return view;
}

}  // namespace app
