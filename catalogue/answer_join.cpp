#include "catalogue/answer_join.h"

#include <algorithm>
#include <tuple>

#include "catalogue/text.h"
#include "catalogue/time_text.h"
#include "catalogue/words.h"

namespace catalogue {
namespace {

const std::optional<NamedFile> nowhere;

const AnswerEntry* entry_of(const std::vector<AnswerEntry>& answers, std::size_t question) {
    const auto found = std::ranges::find(answers, question, &AnswerEntry::question);
    return found == answers.end() ? nullptr : &*found;
}

}  // namespace

AnswerJoin::AnswerJoin(const ModuleFiles& files, const Module& module, std::string name,
                       const PersonDocument& document, const IndexDocument* index)
    : files_(files),
      module_(module),
      name_(std::move(name)),
      document_(document),
      index_(index),
      report_(document.place.file) {}

JoinedPerson AnswerJoin::join() {
    joined_.person = document_.person;
    joined_.cells.resize(module_.questions.size());
    if (document_.person.consent_withdrawn) {
        join_withdrawn();
    } else {
        join_answers();
    }
    joined_.problems = report_.take();
    return std::move(joined_);
}

// Their films may be deleted already, and shall be: nothing is looked at.
void AnswerJoin::join_withdrawn() {
    for (Module::Cell& cell : joined_.cells) {
        cell.state = CellState::Withdrawn;
    }
}

void AnswerJoin::join_answers() {
    joined_.person.now = picture_of(document_.now, document_.now_alt);
    joined_.person.then = picture_of(document_.then, document_.then_alt);
    if (index_ && index_->film && document_.film && index_->film->path != document_.film->path) {
        report_.warning(index_->film->place,
                        _("the index was made from {}, but the film of {} is {}",
                          in_quotes(index_->film->path.generic_string()), in_quotes(name_),
                          in_quotes(document_.film->path.generic_string())),
                        _("let the index be made again; its times belong to the film it names"));
    }
    bool any = false;
    for (std::size_t question = 0; question < joined_.cells.size(); ++question) {
        const AnswerEntry* own = entry_of(document_.answers, question);
        const AnswerEntry* found = index_ ? entry_of(index_->answers, question) : nullptr;
        if (!own && !found) continue;
        any = true;
        joined_.cells[question] = cell_of(own, found);
    }
    if (!any) {
        report_.warning(document_.place, _("{} has no answers", in_quotes(name_)),
                        _("mark them with 'crosscut index edit', or write them under 'answers:'"));
    }
    check_overlaps();
}

Module::Cell AnswerJoin::cell_of(const AnswerEntry* own, const AnswerEntry* found) {
    Module::Cell cell;
    if (own && own->withheld) {
        cell.state = CellState::Withheld;
        return cell;
    }
    cell.answer = answer_of(own, found);
    if (cell.answer) cell.state = CellState::Playable;
    return cell;
}

std::optional<Answer> AnswerJoin::answer_of(const AnswerEntry* own, const AnswerEntry* found) {
    if (own && own->unusable) return std::nullopt;
    if (found && found->unusable && !own) return std::nullopt;
    // Times that were found on one film say nothing about another.
    if (own && found && own->film) {
        const std::optional<NamedFile> other = film_of(nullptr, found, true);
        if (!other || other->path != own->film->path) found = nullptr;
    }

    const AnswerEntry& first = own ? *own : *found;
    std::optional<NamedTime> in = own ? own->in : std::nullopt;
    std::optional<NamedTime> out = own ? own->out : std::nullopt;
    const bool times_found = found && ((!in && found->in) || (!out && found->out));
    if (!in && found) in = found->in;
    if (!out && found) out = found->out;

    const std::optional<NamedFile> film = film_of(own, found, times_found);
    if (!film) {
        say_no_film(first);
        return std::nullopt;
    }

    Answer answer;
    answer.film = film->path;
    const bool has_own_film = (own && own->film) || (found && found->film);
    if (in || out || !has_own_film) {
        // What the index lacks because it could not be read was said there.
        if ((!in || !out) && found && found->unusable) return std::nullopt;
        answer.trim = range_of(first, in, out);
        if (!answer.trim) return std::nullopt;
    }
    if (!usable(*film)) return std::nullopt;

    const bool usual = document_.film && film->path == document_.film->path;
    // What belongs to the person's usual film says nothing about another.
    const auto named = [&](const std::optional<NamedFile>* of_answer,
                           const std::optional<NamedFile>& of_film) {
        const std::optional<NamedFile>& file = of_answer && *of_answer ? *of_answer
                                               : usual                 ? of_film
                                                                       : nowhere;
        return file && usable(*file) ? std::optional{file->path} : std::nullopt;
    };
    answer.captions = named(own ? &own->captions : nullptr, document_.captions);
    answer.descriptions =
        named(own ? &own->tracks.descriptions : nullptr, document_.tracks.descriptions);
    if (auto second =
            named(own ? &own->tracks.second_captions : nullptr, document_.tracks.second_captions)) {
        const bool of_answer = own && own->tracks.second_captions;
        answer.second_captions =
            SecondCaptions{*std::move(second), of_answer ? own->tracks.second_language
                                                         : document_.tracks.second_language};
    }

    // A stretch that was corrected by hand is not the one that was measured.
    const auto same_time = [](const std::optional<NamedTime>& time,
                              const std::optional<NamedTime>& measured) {
        return time.has_value() == measured.has_value() && (!time || time->time == measured->time);
    };
    if (found && same_time(in, found->in) && same_time(out, found->out)) {
        const std::optional<NamedFile> measured = film_of(nullptr, found, true);
        if (measured && measured->path == film->path) answer.loudness_lufs = found->loudness_lufs;
    }

    constexpr TimeRange whole{SourceTime{}, SourceTime::max()};
    stretches_.push_back(
        {film->path, answer.trim.value_or(whole), first.name, in ? in->place : first.place});
    return answer;
}

// Once for a person: the cause is one line that is missing or wrong.
void AnswerJoin::say_no_film(const AnswerEntry& answer) {
    if (document_.film_refused || no_film_said_) return;
    no_film_said_ = true;
    report_.error(answer.place, _("no film is named for the answer to {}", in_quotes(answer.name)),
                  _("write 'film: films/{}.mp4' for all answers of this person, or a "
                    "film for each",
                    name_));
}

std::optional<TimeRange> AnswerJoin::range_of(const AnswerEntry& answer,
                                              const std::optional<NamedTime>& in,
                                              const std::optional<NamedTime>& out) {
    if (!in || !out) {
        const std::string_view lacks = in ? "out" : out ? "in" : _("in and out");
        report_.error(answer.place, _("the answer to {} has no {}", in_quotes(answer.name), lacks),
                      in || out
                          ? _("write {} as \"mm:ss.mmm\"; index/{}.yaml does not have it either",
                              lacks, name_)
                          : _("write {} as \"mm:ss.mmm\"; index/{}.yaml does not have them either",
                              lacks, name_));
        return std::nullopt;
    }
    if (out->time <= in->time) {
        report_.error(out->place,
                      _("the answer to {} ends at {}, not after it begins at {}",
                        in_quotes(answer.name), format_time(out->time), format_time(in->time)),
                      _("'out' must be later than 'in'"));
        return std::nullopt;
    }
    return TimeRange{in->time, out->time};
}

std::optional<NamedFile> AnswerJoin::film_of(const AnswerEntry* own, const AnswerEntry* found,
                                             bool times_found) const {
    if (own && own->film) return own->film;
    if (found && found->film) return found->film;
    if (times_found && index_->film) return index_->film;
    return usual_film();
}

const std::optional<NamedFile>& AnswerJoin::usual_film() const {
    if (document_.film || !index_) return document_.film;
    return index_->film;
}

void AnswerJoin::check_overlaps() {
    std::ranges::stable_sort(stretches_, [](const Stretch& one, const Stretch& other) {
        return std::tie(one.film, one.range) < std::tie(other.film, other.range);
    });
    const Stretch* before = nullptr;  // of those on the same film, the one that ends last
    for (const Stretch& stretch : stretches_) {
        if (!before || before->film != stretch.film) {
            before = &stretch;
            continue;
        }
        if (stretch.range.in < before->range.out) {
            const bool whole = before->range.out == SourceTime::max();
            report_.warning(stretch.place,
                            whole
                                ? _("the answer to {} lies in the film that is the answer to {} as "
                                    "a whole",
                                    in_quotes(stretch.question), in_quotes(before->question))
                                : _("the answer to {} begins at {}, but the answer to {} only ends "
                                    "at {}",
                                    in_quotes(stretch.question), format_time(stretch.range.in),
                                    in_quotes(before->question), format_time(before->range.out)),
                            _("answers in one film must not overlap: correct one of the times"));
        }
        if (stretch.range.out > before->range.out) before = &stretch;
    }
}

// A file is looked at, and complained of, once for each place where it is named.
bool AnswerJoin::usable(const NamedFile& file) {
    const auto [known, is_new] = usable_.emplace(std::pair{file.path, file.place}, false);
    if (!is_new) return known->second;
    const Outcome outcome = files_.usable(file.path);
    known->second = outcome.has_value();
    if (!outcome) report_.error(file.place, outcome.error().what, outcome.error().hint);
    return known->second;
}

std::optional<Picture> AnswerJoin::picture_of(const std::optional<NamedFile>& file,
                                              const std::string& alt) {
    if (!file || !usable(*file)) return std::nullopt;
    return Picture{file->path, alt};
}

}  // namespace catalogue
