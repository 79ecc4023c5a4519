#include "catalogue/plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "catalogue/fields.h"
#include "catalogue/local_text.h"
#include "catalogue/text.h"
#include "catalogue/time_text.h"
#include "catalogue/words.h"

namespace catalogue {
namespace {

using Kind = YamlNode::Kind;
using namespace std::chrono_literals;

constexpr std::size_t most_cues = 60;
constexpr std::size_t most_clips = 20;
constexpr int most_minutes = 240;
constexpr std::array benchmarks_of_film{2, 3, 8};

constexpr std::array<Named<Talk>, 6> talks{{{"alone", Talk::Alone},
                                            {"pair", Talk::Pair},
                                            {"four", Talk::Four},
                                            {"circle", Talk::Circle},
                                            {"all", Talk::All},
                                            {"adviser", Talk::Adviser}}};

constexpr std::array<Named<Watched>, 2> watchings{
    {{"together", Watched::Together}, {"headsets", Watched::WithHeadsets}}};

constexpr std::array<Named<CareerArea>, career_area_count> career_areas{
    {{"grow-throughout-life", CareerArea::GrowThroughoutLife},
     {"explore-possibilities", CareerArea::ExplorePossibilities},
     {"manage-career", CareerArea::ManageCareer},
     {"create-opportunities", CareerArea::CreateOpportunities},
     {"balance-life-and-work", CareerArea::BalanceLifeAndWork},
     {"see-the-big-picture", CareerArea::SeeTheBigPicture}}};

constexpr std::array<const char*, career_area_count> area_titles{
    said_later("Grow throughout life"),  said_later("Explore possibilities"),
    said_later("Manage career"),         said_later("Create opportunities"),
    said_later("Balance life and work"), said_later("See the big picture")};

class Reader {
public:
    Reader(std::string id, TextLanguages languages, Report& report)
        : report_(report), texts_(std::move(languages), report) {
        plan_.id.text = std::move(id);
    }

    std::optional<Plan> read(const YamlNode& root) {
        if (!expect_kind(root, Kind::Map, _("a lesson plan"), report_)) return std::nullopt;
        const Fields fields{
            root,
            _("the plan"),
            {"format", "title", "about", "minutes", "group", "needs", "areas", "benchmarks",
             "content_note", "ground_rules", "help_card", "weeks", "cues"},
            report_};
        if (!known_format(fields, report_)) return std::nullopt;
        read_head(fields);
        if (const YamlNode* cues = fields.list("cues", Missing::Wrong)) read_cues(*cues);
        if (plan_.cues.empty()) return std::nullopt;
        check_weeks(root);
        check_ends();
        return std::move(plan_);
    }

    std::vector<WrittenText> take_notes() { return texts_.take_notes(); }

private:
    void read_head(const Fields& fields) {
        const auto title = texts_.read(fields, "title", Missing::Wrong);
        plan_.title = title ? title->text() : plan_.id.text;
        plan_.language = title ? title->language() : texts_.languages().own;
        plan_.about = texts_.text(fields, "about", Missing::Odd).value_or("");
        plan_.minutes = std::chrono::minutes{
            fields.number("minutes", 1, most_minutes, Missing::Wrong).value_or(0)};
        if (const YamlNode* group = fields.map("group")) read_group(*group);
        read_needs(fields);
        for (const YamlNode* item : fields.scalars("areas", _("an area"))) {
            if (const auto area = named_value(*item, career_areas, _("an area"), report_)) {
                plan_.areas.push_back(*area);
            }
        }
        for (const YamlNode* item : fields.scalars("benchmarks", _("a benchmark"))) {
            read_benchmark(*item);
        }
        plan_.content_note = texts_.text(fields, "content_note").value_or("");
        plan_.ground_rules = texts_.text(fields, "ground_rules").value_or("");
        plan_.help_card = fields.flag("help_card", false);
        plan_.weeks = fields.number("weeks", 1, 40).value_or(1);
    }

    void read_needs(const Fields& fields) {
        const YamlNode* needs = fields.list("needs");
        if (needs == nullptr) return;
        for (const YamlNode& item : needs->items) {
            if (auto text = texts_.read(item, "needs")) plan_.needs.push_back(text->text());
        }
    }

    void read_group(const YamlNode& node) {
        const Fields fields{node, "'group'", {"from", "to"}, report_};
        plan_.fewest_pupils = fields.number("from", 1, 500).value_or(plan_.fewest_pupils);
        plan_.most_pupils = fields.number("to", 1, 500).value_or(plan_.most_pupils);
        if (plan_.most_pupils < plan_.fewest_pupils) {
            report_.error(fields.at("to"), _("the largest group is smaller than the smallest"),
                          _("'to' must not be less than 'from'"));
            std::swap(plan_.fewest_pupils, plan_.most_pupils);
        }
    }

    void read_benchmark(const YamlNode& node) {
        const std::string text = shown_text(node, report_);
        const auto number = whole_number_in(text);
        if (number && std::ranges::find(benchmarks_of_film, *number) != benchmarks_of_film.end()) {
            plan_.benchmarks.push_back(*number);
        } else if (number == 5) {
            report_.error(node.place, _("a film is no encounter with an employer"),
                          _("benchmark 5 cannot be met by watching: take it out"));
        } else {
            report_.error(node.place, _("{} is no benchmark of a film", in_quotes(text)),
                          _("write 2, 3 or 8"));
        }
    }

    void read_cues(const YamlNode& list) {
        for (const YamlNode& item : list.items) {
            if (plan_.cues.size() == most_cues) {
                report_.error(item.place, _("the plan goes on for too long"),
                              _("a plan has at most {} cues", most_cues));
                return;
            }
            if (expect_kind(item, Kind::Map, _("a cue"), report_)) read_cue(item);
        }
        if (plan_.cues.empty()) {
            report_.error(list.place, _("there is no cue that can be used"),
                          _("add at least one, with a title and a prompt"));
        }
    }

    void read_cue(const YamlNode& node) {
        const Fields fields{
            node,
            _("cue {}", plan_.cues.size() + 1),
            {"title", "clips", "before", "after", "talk", "minutes", "watch", "sound", "job_last",
             "keep", "optional", "content_note", "notes", "week"},
            report_};
        PlanCue cue;
        cue.title = texts_.text(fields, "title", Missing::Wrong)
                        .value_or(_("Step {}", plan_.cues.size() + 1));
        cue.before = texts_.text(fields, "before").value_or("");
        cue.after = texts_.text(fields, "after").value_or("");
        cue.talk = fields.choice("talk", talks, Talk::All);
        cue.minutes = std::chrono::minutes{fields.number("minutes", 0, most_minutes).value_or(0)};
        cue.watched = fields.choice("watch", watchings, Watched::Together);
        cue.sound = fields.flag("sound", true);
        cue.job_last = fields.flag("job_last", false);
        cue.keep = fields.flag("keep", false);
        cue.optional = fields.flag("optional", false);
        if (cue.keep && cue.optional) {
            report_.error(fields.at("optional"), _("a cue cannot be kept and be left out first"),
                          _("write 'keep' or 'optional', not both"));
            cue.optional = false;
        }
        cue.content_note = texts_.text(fields, "content_note").value_or("");
        cue.notes = texts_.text(fields, "notes").value_or("");
        cue.week = fields.number("week", 1, 40).value_or(1);
        if (const YamlNode* clips = fields.list("clips")) read_clips(*clips, cue);
        if (cue.clips.empty() && cue.before.empty() && cue.after.empty()) {
            report_.error(node.place, _("cue {} has nothing in it", in_quotes(cue.title)),
                          _("give it 'clips', or a prompt as 'before' or 'after'"));
        }
        plan_.cues.push_back(std::move(cue));
    }

    void read_clips(const YamlNode& list, PlanCue& cue) {
        for (const YamlNode& item : list.items) {
            if (cue.clips.size() == most_clips) {
                report_.error(item.place, _("there are too many clips in this cue"),
                              _("a cue has at most {}", most_clips));
                return;
            }
            if (!expect_kind(item, Kind::Map, _("a clip"), report_)) continue;
            if (auto clips = read_clip(item)) cue.clips.push_back(*std::move(clips));
        }
    }

    std::optional<PlanClips> read_clip(const YamlNode& node) {
        const Fields fields{
            node,
            _("a clip"),
            {"question", "person", "people", "differ_in", "picked", "pauses", "prompts"},
            report_};
        PlanClips clips;
        if (const YamlNode* list = fields.list("pauses")) read_prompts(*list, true, clips);
        if (const YamlNode* list = fields.list("prompts")) read_prompts(*list, false, clips);
        std::ranges::stable_sort(clips.prompts, {}, &ClipPrompt::at);
        if (fields.find("picked")) {
            if (const auto count = fields.number("picked", 1, 12)) {
                clips.chosen = ClassPick{*count};
                return clips;
            }
            return std::nullopt;
        }
        const auto question = fields.id("question", Missing::Wrong);
        if (!question) return std::nullopt;
        clips.question.text = *question;
        if (const auto people = fields.text("people")) {
            if (*people == "same") {
                clips.chosen = SamePeople{};
                return clips;
            }
            PeopleWhoDiffer differ;
            differ.people = fields.number("people", 2, 12).value_or(differ.people);
            if (const auto fact = fields.id("differ_in")) differ.fact = FactId{*fact};
            clips.chosen = differ;
            return clips;
        }
        const auto person = fields.id("person", Missing::Wrong);
        if (!person) return std::nullopt;
        if (*person == "any") {
            clips.chosen = Anybody{};
        } else if (*person == "same") {
            clips.chosen = SamePerson{};
        } else {
            clips.chosen = ThisPerson{PersonId{*person}};
        }
        return clips;
    }

    void read_prompts(const YamlNode& list, bool stops, PlanClips& clips) {
        const char* what = stops ? _("a pause") : _("a prompt");
        for (const YamlNode& item : list.items) {
            if (!expect_kind(item, Kind::Map, what, report_)) continue;
            const Fields fields{item, what, {"at", "prompt"}, report_};
            const auto at = fields.text("at", Missing::Wrong);
            auto prompt = texts_.text(fields, "prompt", Missing::Wrong);
            if (!at || !prompt) continue;
            const Result<SourceTime> time = parse_time(*at);
            if (!time) {
                report_.error(fields.at("at"), time.error().what, time.error().hint);
            } else if (time->time_since_epoch() <= SourceDuration::zero()) {
                report_.error(fields.at("at"), _("{} cannot come before the clip begins", what),
                              _("put this prompt into 'before' of the cue"));
            } else {
                clips.prompts.push_back({time->time_since_epoch(), *std::move(prompt), stops});
            }
        }
    }

    void check_weeks(const YamlNode& root) {
        int before = 1;
        for (PlanCue& cue : plan_.cues) {
            if (cue.week < before || cue.week > plan_.weeks) {
                report_.error(root.place, _("cue {} is in week {}", in_quotes(cue.title), cue.week),
                              _("weeks go from 1 to {}, one after another", plan_.weeks));
                cue.week = std::clamp(cue.week, before, std::max(before, plan_.weeks));
            }
            before = cue.week;
        }
        plan_.weeks = std::max(plan_.weeks, before);
        for (int week = 1; week <= plan_.weeks; ++week) {
            if (std::ranges::count(plan_.cues, week, &PlanCue::week) == 0) {
                report_.error(root.place, _("there is no cue in week {}", week),
                              _("every week needs one"));
            }
        }
    }

    // The talk goes between people: nobody is left alone with it.
    void check_ends() {
        for (std::size_t i = 0; i < plan_.cues.size(); ++i) {
            const bool last =
                i + 1 == plan_.cues.size() || plan_.cues[i].week != plan_.cues[i + 1].week;
            if (last && plan_.cues[i].talk == Talk::Alone) {
                report_.error({report_.file()},
                              _("the lesson ends alone, with {}", in_quotes(plan_.cues[i].title)),
                              _("end it in a talk: 'all', 'circle', 'four', 'pair' or 'adviser'"));
                plan_.cues[i].talk = Talk::All;
            }
        }
    }

    Report& report_;
    LocalTexts texts_;
    Plan plan_;
};

}  // namespace

PlanReading read_plan(std::string_view text, const std::filesystem::path& file,
                      TextLanguages languages) {
    Report report{file};
    PlanReading reading;
    YamlReading yaml = read_yaml(text, file);
    for (Problem& problem : yaml.problems) {
        report.add(std::move(problem));
    }
    const std::string id = id_from(file.stem().string());
    if (id != file.stem().string()) {
        report.error({file}, _("{} is not an id", in_quotes(file.stem().string())),
                     _("name the file with small letters, digits and hyphens"));
    }
    if (yaml.root) {
        Reader reader{id.empty() ? "plan" : id, std::move(languages), report};
        reading.plan = reader.read(*yaml.root);
        reading.texts = reader.take_notes();
    }
    reading.problems = report.take();
    std::ranges::stable_sort(reading.problems, {}, &Problem::place);
    return reading;
}

std::string_view name_of(Talk talk) {
    return talks[static_cast<std::size_t>(talk)].name;
}

std::string_view name_of(CareerArea area) {
    return career_areas[static_cast<std::size_t>(area)].name;
}

std::string_view title_of(CareerArea area) {
    return _(area_titles[static_cast<std::size_t>(area)]);
}

}  // namespace catalogue
