#include "tools/make_sample/production.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <sstream>

#include "tools/make_sample/film_encoder.h"
#include "tools/make_sample/film_maker.h"
#include "tools/make_sample/jobs.h"
#include "tools/make_sample/module_writer.h"

namespace sample {

namespace {

using catalogue::fail;
using catalogue::Outcome;
using catalogue::Problem;
using catalogue::Result;

// Goes up whenever the same words make other films.
constexpr int version = 4;

constexpr char between_fields = '\t';

class Lock {
public:
    explicit Lock(const std::filesystem::path& module)
        : descriptor_(open((module / ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644)) {}
    ~Lock() {
        if (descriptor_ >= 0) close(descriptor_);
    }
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;

    bool usable() const { return descriptor_ >= 0; }
    bool try_take() const { return flock(descriptor_, LOCK_EX | LOCK_NB) == 0; }
    bool wait_and_take() const { return flock(descriptor_, LOCK_EX) == 0; }

private:
    int descriptor_;
};

std::string today() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    return fmt::format("{:04}-{:02}-{:02}", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
}

std::string line_of(const MadeAnswer& answer) {
    return fmt::format("answer\t{}\t{}\t{}\t{}\t{}\t{}", answer.question, answer.film,
                       answer.captions, answer.in_ms, answer.out_ms, answer.film_bytes);
}

std::vector<std::string> fields_of(const std::string& line) {
    std::vector<std::string> fields;
    std::istringstream in(line);
    for (std::string field; std::getline(in, field, between_fields);)
        fields.push_back(field);
    return fields;
}

std::string in_one_line(std::string text) {
    for (char& c : text) {
        if (c == '\n' || c == between_fields) c = ' ';
    }
    return text;
}

// One person on the way to being ready.
struct InWork {
    int parts_left = 0;
    std::vector<MadeAnswer> made;
    std::vector<std::int64_t> part_done;   // pictures
    std::vector<std::int64_t> part_total;  // estimated, then known
    bool failed = false;
};

class Production {
public:
    Production(const Plan& plan, const Wishes& wishes, const Spectator& spectator)
        : plan_(plan),
          module_(wishes.module),
          workshop_(wishes.module / ".making"),
          jobs_(wishes.jobs),
          spectator_(spectator),
          in_work_(plan.people.size()) {}

    Making run();

private:
    struct Job {
        std::size_t person;
        int part;
    };

    void add_jobs_for(std::size_t person);
    Outcome write_module() const;
    void work(const Job& job, const SayLine& say) const;
    void on_line(const Job& job, const std::string& line);
    void on_end(const Job& job, bool ended_well);
    void report();
    void fail_with(const Problem& problem);

    const Plan& plan_;
    const std::filesystem::path module_;
    const std::filesystem::path workshop_;
    const int jobs_;
    const Spectator& spectator_;
    std::vector<InWork> in_work_;
    std::vector<Job> job_list_;
    std::size_t ready_ = 0;
    bool failed_ = false;
    std::string last_report_;
};

void Production::fail_with(const Problem& problem) {
    failed_ = true;
    spectator_.on_problem(problem);
}

void Production::add_jobs_for(std::size_t person) {
    const Plan::Entry& entry = plan_.people[person];
    InWork& work = in_work_[person];
    const int parts = entry.member.parts;
    work.parts_left = parts;
    work.part_done.assign(static_cast<std::size_t>(parts), 0);
    work.part_total.assign(static_cast<std::size_t>(parts),
                           estimated_pictures(entry.member, entry.words) / parts);
    for (int part = 0; part < parts; ++part)
        job_list_.push_back({person, part});
}

Outcome Production::write_module() const {
    std::vector<std::string> present;
    for (const Plan::Entry& entry : plan_.people) {
        if (is_made(module_, entry.member.id, entry.hash)) present.push_back(entry.member.id);
    }
    return write_whole(module_ / "module.yaml", document_with(plan_.module, present));
}

// Runs in a child.
void Production::work(const Job& job, const SayLine& say) const {
    const Plan::Entry& entry = plan_.people[job.person];
    const FilmJob films{entry.member, entry.words, job.part, workshop_ / entry.member.id,
                        [&](std::int64_t done, std::int64_t total) {
                            say(fmt::format("pictures\t{}\t{}", done, total));
                        }};
    const Result<std::vector<MadeAnswer>> made = make_films(films);
    if (!made) {
        const Problem& problem = made.error();
        say(fmt::format("problem\t{}\t{}\t{}", in_one_line(problem.place.file.string()),
                        in_one_line(problem.what), in_one_line(problem.hint)));
        return;
    }
    for (const MadeAnswer& answer : *made)
        say(line_of(answer));
    say("whole");
}

void Production::on_line(const Job& job, const std::string& line) {
    InWork& work = in_work_[job.person];
    const std::vector<std::string> fields = fields_of(line);
    if (fields[0] == "pictures" && fields.size() == 3) {
        work.part_done[static_cast<std::size_t>(job.part)] = std::stoll(fields[1]);
        work.part_total[static_cast<std::size_t>(job.part)] = std::stoll(fields[2]);
        report();
    } else if (fields[0] == "answer" && fields.size() == 7) {
        work.made.push_back({fields[1], fields[2], fields[3], std::stoll(fields[4]),
                             std::stoll(fields[5]), std::stoull(fields[6])});
    } else if (fields[0] == "problem" && fields.size() >= 3) {
        work.failed = true;
        fail_with(fail({fields[1]}, fields[2], fields.size() > 3 ? fields[3] : ""));
    } else if (fields[0] == "whole") {
        --work.parts_left;
    }
}

void Production::on_end(const Job& job, bool ended_well) {
    const Plan::Entry& entry = plan_.people[job.person];
    InWork& work = in_work_[job.person];
    if (!ended_well && !work.failed) {
        work.failed = true;
        fail_with(fail({}, "the films of " + entry.words.name + " could not be made",
                       "start again; what is finished is kept"));
    }
    if (work.failed || work.parts_left > 0) return;
    std::sort(work.made.begin(), work.made.end(), [&](const MadeAnswer& a, const MadeAnswer& b) {
        const auto place = [&](const MadeAnswer& answer) {
            return std::find(plan_.module.questions.begin(), plan_.module.questions.end(),
                             answer.question);
        };
        return place(a) < place(b);
    });
    Outcome outcome = publish(module_, workshop_ / entry.member.id, entry.member, entry.words,
                              work.made, entry.hash, today());
    if (outcome) outcome = write_module();
    if (!outcome) {
        fail_with(outcome.error());
        return;
    }
    std::error_code error;
    std::filesystem::remove_all(workshop_ / entry.member.id, error);
    ++ready_;
    work.part_done = work.part_total;
    spectator_.on_ready(entry.words);
    report();
}

void Production::report() {
    double done = 0;
    double total = 0;
    for (std::size_t person = 0; person < in_work_.size(); ++person) {
        const InWork& work = in_work_[person];
        if (work.part_total.empty()) {  // was there before
            const auto pictures = static_cast<double>(
                estimated_pictures(plan_.people[person].member, plan_.people[person].words));
            done += pictures;
            total += pictures;
        }
        for (const std::int64_t pictures : work.part_done)
            done += static_cast<double>(pictures);
        for (const std::int64_t pictures : work.part_total)
            total += static_cast<double>(pictures);
    }
    const Progress progress{ready_, plan_.people.size(),
                            total > 0 ? std::min(1.0, done / total) : 1.0};
    const std::string text =
        fmt::format("{} {} {:.3f}\n", progress.ready, progress.of, progress.share);
    if (text == last_report_) return;
    last_report_ = text;
    const Outcome outcome = write_whole(module_ / "progress.txt", text);
    if (!outcome && !failed_) fail_with(outcome.error());
    spectator_.on_progress(progress);
}

Making Production::run() {
    std::error_code error;
    std::filesystem::remove_all(workshop_, error);
    std::filesystem::remove(module_ / "complete.txt", error);
    for (std::size_t person = 0; person < plan_.people.size(); ++person) {
        const Plan::Entry& entry = plan_.people[person];
        if (is_made(module_, entry.member.id, entry.hash)) {
            ++ready_;
        } else {
            retract(module_, entry.member.id);
            add_jobs_for(person);
        }
    }
    Outcome outcome = write_module();
    if (!outcome) {
        fail_with(outcome.error());
        return Making::Failed;
    }
    report();
    std::vector<Work> works;
    for (const Job& job : job_list_) {
        works.push_back([this, job](const SayLine& say) { work(job, say); });
    }
    const JobEvents events{
        [this](std::size_t job, const std::string& line) { on_line(job_list_[job], line); },
        [this](std::size_t job, bool well) { on_end(job_list_[job], well); }};
    const JobsEnd end = run_jobs(works, jobs_, events, [this] { return !failed_; });
    std::filesystem::remove_all(workshop_, error);
    if (end == JobsEnd::Stopped) return Making::Stopped;
    if (failed_) return Making::Failed;
    outcome = write_whole(module_ / "complete.txt", plan_.hash + "\n");
    if (!outcome) {
        fail_with(outcome.error());
        return Making::Failed;
    }
    return Making::Done;
}

// Those who are to be made first come first, the shortest before the others, so that there is soon
// something to watch; then the longest first, so that no core waits at the end.
bool is_made_before(const Plan::Entry& a, const Plan::Entry& b) {
    if (a.member.film.first != b.member.film.first) return a.member.film.first;
    const std::int64_t length_a = estimated_pictures(a.member, a.words);
    const std::int64_t length_b = estimated_pictures(b.member, b.words);
    return a.member.film.first ? length_a < length_b : length_a > length_b;
}

bool is_of_another_hand(const std::filesystem::path& module) {
    std::error_code error;
    return std::filesystem::exists(module / "module.yaml", error) &&
           !std::filesystem::exists(module / "progress.txt", error);
}

}  // namespace

Result<Plan> plan_of(const Wishes& wishes) {
    Plan plan;
    Result<ModuleWords> module = read_module_words(wishes.words);
    if (!module) return module.error();
    plan.module = std::move(*module);
    if (wishes.questions_limit && *wishes.questions_limit < plan.module.questions.size()) {
        plan.module.questions.resize(*wishes.questions_limit);
    }
    const Result<Cast> cast = read_cast(wishes.words / "cast.yaml");
    if (!cast) return cast.error();
    std::vector<std::string> ids = wishes.people;
    if (ids.empty()) ids = people_with_words(wishes.words);
    std::string asked = fmt::format("make_sample {}\n", version);
    for (const std::string& question : plan.module.questions)
        asked += question + "\n";
    for (const std::string& id : ids) {
        const CastMember* member = cast->find(id);
        if (!member) {
            return fail({wishes.words / "cast.yaml"}, "has nobody called '" + id + "'",
                        "add how they look and sound");
        }
        Result<PersonWords> words = read_person_words(wishes.words, id, plan.module.questions);
        if (!words) return words.error();
        const std::string hash = hash_of(asked + words->document + member->document);
        plan.people.push_back({*member, std::move(*words), hash});
    }
    std::stable_sort(plan.people.begin(), plan.people.end(), is_made_before);
    if (wishes.people_limit && *wishes.people_limit < plan.people.size()) {
        plan.people.erase(plan.people.begin() + static_cast<std::ptrdiff_t>(*wishes.people_limit),
                          plan.people.end());
    }
    if (plan.people.empty()) return fail({wishes.words / "people"}, "nobody is there");
    std::string all = asked + plan.module.document;
    for (const Plan::Entry& entry : plan.people)
        all += entry.hash;
    plan.hash = hash_of(all);
    return plan;
}

bool is_complete(const Plan& plan, const std::filesystem::path& module) {
    std::ifstream in(module / "complete.txt");
    std::string hash;
    return std::getline(in, hash) && hash == plan.hash;
}

Making make_module(const Plan& plan, const Wishes& wishes, const Spectator& spectator) {
    if (is_of_another_hand(wishes.module)) {
        spectator.on_problem(fail({wishes.module}, "holds a module that was not made here",
                                  "choose an empty folder"));
        return Making::Failed;
    }
    const Outcome encoders = encoders_present();
    std::error_code error;
    std::filesystem::create_directories(wishes.module, error);
    const Lock lock(wishes.module);
    if (!encoders || error || !lock.usable()) {
        spectator.on_problem(encoders ? fail({wishes.module}, "cannot be written to")
                                      : encoders.error());
        return Making::Failed;
    }
    if (!lock.try_take()) {
        spectator.on_wait();
        if (!lock.wait_and_take()) return Making::Stopped;
    }
    if (is_complete(plan, wishes.module)) return Making::Done;
    return Production(plan, wishes, spectator).run();
}

std::optional<Progress> read_progress(const std::filesystem::path& module) {
    std::ifstream in(module / "progress.txt");
    Progress progress;
    if (in >> progress.ready >> progress.of >> progress.share) return progress;
    return std::nullopt;
}

bool is_being_made(const std::filesystem::path& module) {
    std::error_code error;
    if (!std::filesystem::exists(module / ".lock", error)) return false;
    const Lock lock(module);
    return lock.usable() && !lock.try_take();
}

}  // namespace sample
