#include "catalogue/advice.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <initializer_list>
#include <optional>
#include <set>

#include "catalogue/brand_names.h"
#include "catalogue/lines.h"
#include "catalogue/text.h"
#include "catalogue/time_text.h"
#include "catalogue/words.h"

namespace catalogue {
namespace {

// What differs by more than this is heard as louder even after somebody turned the sound down.
constexpr double widest_loudness_lu = 15;
// Fewer links than this are no pattern.
constexpr std::size_t links_for_a_pattern = 3;
// Shorter lists of ids are written out.
constexpr std::size_t most_ids = 8;

std::string list_of(const std::vector<std::string>& ids) {
    if (ids.size() <= most_ids) return fmt::format("{}", fmt::join(ids, ", "));
    return _("{} and {} more", fmt::join(ids.begin(), ids.begin() + most_ids, ", "),
             ids.size() - most_ids);
}

// Hosts of the web addresses in a text, as they are written.
std::vector<std::string> hosts_in(std::string_view text) {
    std::vector<std::string> hosts;
    for (std::size_t at = text.find("://"); at != text.npos; at = text.find("://", at + 3)) {
        const std::string_view rest = text.substr(at + 3);
        std::string host{rest.substr(0, rest.find_first_of("/?#:) \t\n\"'<>"))};
        if (host.starts_with("www.")) host.erase(0, 4);
        if (!host.empty()) hosts.push_back(std::move(host));
    }
    return hosts;
}

// How often each brand is named, and when first, where the text has times.
class Mentions {
public:
    explicit Mentions(const BrandNames& brands) : brands_(brands) {}

    void look_at(std::string_view text, std::optional<SourceTime> at = std::nullopt) {
        for (const std::string_view name : brands_.in(text)) {
            ++mentions_.try_emplace(name, Mention{0, at}).first->second.times;
        }
    }

    // "Tesco (twice, first at 00:12.300), IKEA (once)"; empty without any.
    std::string said() const {
        std::vector<std::string> parts;
        for (const auto& [name, mention] : mentions_) {
            parts.push_back(
                mention.first
                    ? plural("{1} (once, at {2})", "{1} ({0} times, first at {2})", mention.times,
                             printable(name), format_time(*mention.first))
                    : plural("{1} (once)", "{1} ({0} times)", mention.times, printable(name)));
        }
        return fmt::format("{}", fmt::join(parts, ", "));
    }

private:
    struct Mention {
        std::size_t times;
        std::optional<SourceTime> first;
    };

    const BrandNames& brands_;
    std::map<std::string_view, Mention> mentions_;  // the names are those of brands_
};

bool has_captions(const Module& module, std::size_t person) {
    for (std::size_t question = 0; question < module.questions.size(); ++question) {
        const auto& answer = module.cell(person, question).answer;
        if (answer && answer->captions) return true;
    }
    return false;
}

class Adviser {
public:
    Adviser(const Module& module, const AuthorNotes& notes, const CaptionFiles& captions)
        : module_(module), notes_(notes), captions_(captions), brands_(notes) {}

    std::vector<Problem> advise() {
        for (std::size_t person = 0; person < module_.people.size(); ++person) {
            if (!module_.people[person].consent_withdrawn) look_at_person(person);
        }
        look_at_first_words();
        look_at_questions();
        for (const auto& [file, cues] : captions_)
            look_at_captions(file, cues);
        look_at_brands();
        look_at_loudness();
        look_at_links();
        return std::move(advice_);
    }

private:
    void say(std::filesystem::path file, std::string what, std::string hint) {
        advice_.push_back({{std::move(file)}, std::move(what), std::move(hint), Severity::Warning});
    }

    std::filesystem::path file_of(std::size_t person) const {
        return "people/" + module_.people[person].id.text + ".yaml";
    }

    const Module::Cell& cell(std::size_t person, std::size_t question) const {
        return module_.cell(person, question);
    }

    void look_at_person(std::size_t person) {
        std::vector<std::string> unanswered;
        std::vector<std::string> uncaptioned;
        for (std::size_t question = 0; question < module_.questions.size(); ++question) {
            const std::string& id = module_.questions[question].id.text;
            const Module::Cell& here = cell(person, question);
            if (here.state == CellState::Empty) unanswered.push_back(id);
            if (here.answer && !here.answer->captions) uncaptioned.push_back(id);
        }
        if (!unanswered.empty()) {
            say(file_of(person),
                _("{} of {} questions are not answered: {}", unanswered.size(),
                  module_.questions.size(), list_of(unanswered)),
                _("fine if they were not asked; a class that hangs on one passes this person "
                  "over"));
        }
        if (!uncaptioned.empty()) {
            say(file_of(person),
                plural("{} answer has no captions: {}", "{} answers have no captions: {}",
                       uncaptioned.size(), list_of(uncaptioned)),
                _("some pupils cannot follow without, and search finds nothing that is said"));
        }
        if (notes_.captions_by[person] == CaptionsBy::Machine && has_captions(module_, person)) {
            say(file_of(person),
                _("the captions were made by a machine, and nobody has checked them"),
                _("read them while the film plays, correct them, and write 'captions_by: "
                  "person'"));
        }
        if (!module_.people[person].now) {
            say(file_of(person), _("there is no picture 'now'"),
                _("the first letter of the name stands for it"));
        }
    }

    // What 'crosscut new' wrote as a place to fill in is read by a class as it stands.
    void look_at_first_words() {
        const auto is_a_place = [](std::string_view text) {
            text = trimmed(text);
            return text.starts_with('(') && text.ends_with(')');
        };
        std::vector<std::string> places;
        const auto look_at = [&](const std::string& name,
                                 std::initializer_list<std::string_view> texts) {
            if (std::ranges::any_of(texts, is_a_place)) places.push_back(name);
        };
        look_at("about", {module_.about});
        const Credits& credits = module_.credits;
        look_at("credits", {credits.funder, credits.nominated_by, credits.date});
        for (const Question& question : module_.questions) {
            look_at(question.id.text, {question.text, question.label});
        }
        if (places.empty()) return;
        say("module.yaml", _("still to be filled in: {}", list_of(places)),
            _("what stands in round brackets is shown as it stands"));
    }

    void look_at_questions() {
        for (std::size_t question = 0; question < module_.questions.size(); ++question) {
            std::size_t answers = 0;
            for (std::size_t person = 0; person < module_.people.size(); ++person) {
                answers += cell(person, question).state == CellState::Playable ? 1 : 0;
            }
            if (answers > 1 || module_.people.size() < 2) continue;
            say("module.yaml",
                _("{} is answered by {}", in_quotes(module_.questions[question].id.text),
                  answers == 0 ? _("nobody") : _("one person only")),
                _("there is nothing to compare in it"));
        }
    }

    void look_at_captions(const std::filesystem::path& file, const std::vector<CaptionCue>& cues) {
        std::size_t fast = 0;
        double fastest = fastest_characters_per_s;
        std::optional<SourceTime> fastest_at;
        std::size_t wide = 0;
        std::size_t widest = longest_caption_line;
        std::optional<SourceTime> widest_at;
        std::size_t high = 0;
        std::optional<SourceTime> high_at;
        for (const CaptionCue& cue : cues) {
            const double seconds = std::chrono::duration<double>(cue.time.length()).count();
            const double speed = static_cast<double>(characters_in(cue.text)) / seconds;
            if (speed > fastest_characters_per_s) ++fast;
            if (speed > fastest) {
                fastest = speed;
                fastest_at = cue.time.in;
            }
            const Lines lines(cue.text);
            std::size_t longest = 0;
            for (std::size_t i = 0; i < lines.count(); ++i) {
                longest = std::max(longest, characters_in(lines.line(i)));
            }
            if (longest > longest_caption_line) ++wide;
            if (longest > widest) {
                widest = longest;
                widest_at = cue.time.in;
            }
            if (lines.count() > most_caption_lines) {
                ++high;
                if (!high_at) high_at = cue.time.in;
            }
        }
        if (fastest_at) {
            say(file,
                _("{} of {} captions are faster than {:.0f} characters a second; the "
                  "fastest, at {}, has {:.1f}",
                  fast, cues.size(), fastest_characters_per_s, format_time(*fastest_at), fastest),
                _("let them stand longer, or divide them"));
        }
        if (widest_at) {
            say(file,
                _("{} of {} captions have lines of more than {} characters; the longest, "
                  "at {}, has {}",
                  wide, cues.size(), longest_caption_line, format_time(*widest_at), widest),
                _("break the lines where the sense does; the player breaks them anyhow"));
        }
        if (high_at) {
            say(file,
                _("{} of {} captions have more than {} lines, the first at {}", high, cues.size(),
                  most_caption_lines, format_time(*high_at)),
                _("divide them: they cover the face"));
        }
    }

    void look_at_brands() {
        for (const auto& [file, cues] : captions_) {
            Mentions mentions(brands_);
            for (const CaptionCue& cue : cues)
                mentions.look_at(cue.text, cue.time.in);
            say_brands(file, mentions);
        }
        for (std::size_t i = 0; i < module_.people.size(); ++i) {
            const Person& person = module_.people[i];
            if (person.consent_withdrawn) continue;
            Mentions mentions(brands_);
            mentions.look_at(person.job.title);
            mentions.look_at(person.way_in);
            say_brands(file_of(i), mentions);
        }
        Mentions mentions(brands_);
        mentions.look_at(module_.about);
        for (const Question& question : module_.questions)
            mentions.look_at(question.text);
        say_brands("module.yaml", mentions);
    }

    void say_brands(const std::filesystem::path& file, const Mentions& mentions) {
        if (const std::string names = mentions.said(); !names.empty()) {
            say(file, _("names of brands: {}", names),
                _("a class may hear an advertisement: cut it, or write the name under 'except' of "
                  "'brands' in module.yaml"));
        }
    }

    // Only what an index has measured.
    void look_at_loudness() {
        struct Heard {
            double lufs;
            std::size_t person;
            std::size_t question;
        };
        std::vector<Heard> all;
        for (std::size_t person = 0; person < module_.people.size(); ++person) {
            for (std::size_t question = 0; question < module_.questions.size(); ++question) {
                const auto& answer = cell(person, question).answer;
                if (answer && answer->loudness_lufs) {
                    all.push_back({*answer->loudness_lufs, person, question});
                }
            }
        }
        if (all.empty()) return;
        const auto [quiet, loud] = std::ranges::minmax_element(all, {}, &Heard::lufs);
        if (loud->lufs - quiet->lufs <= widest_loudness_lu) return;
        say(file_of(quiet->person),
            _("the answer to {} has {:.0f} LUFS, and that of {} to {} {:.0f}",
              in_quotes(module_.questions[quiet->question].id.text), quiet->lufs,
              in_quotes(module_.people[loud->person].id.text),
              in_quotes(module_.questions[loud->question].id.text), loud->lufs),
            _("the player makes them equal, as far as the quiet one has no noise in it: listen"));
    }

    void look_at_links() {
        std::vector<std::string> hosts = hosts_in(module_.about);
        for (const SupportLine& line : module_.support) {
            std::ranges::move(hosts_in(line.contact), std::back_inserter(hosts));
        }
        for (const Person& person : module_.people) {
            if (!person.consent_withdrawn) {
                std::ranges::move(hosts_in(person.way_in), std::back_inserter(hosts));
            }
        }
        const std::set<std::string> different(hosts.begin(), hosts.end());
        if (hosts.size() < links_for_a_pattern || different.size() != 1) return;
        say("module.yaml", _("all {} links lead to {}", hosts.size(), in_quotes(hosts.front())),
            _("a class should be able to compare; name a second place, or say who it is"));
    }

    const Module& module_;
    const AuthorNotes& notes_;
    const CaptionFiles& captions_;
    BrandNames brands_;
    std::vector<Problem> advice_;
};

}  // namespace

std::vector<Problem> advice_on(const Module& module, const AuthorNotes& notes,
                               const CaptionFiles& captions) {
    return Adviser{module, notes, captions}.advise();
}

std::string caption_status(const Module& module, const AuthorNotes& notes) {
    std::size_t none = 0;
    std::map<CaptionsBy, std::size_t> by;
    for (std::size_t person = 0; person < module.people.size(); ++person) {
        if (module.people[person].consent_withdrawn) continue;
        if (has_captions(module, person)) {
            ++by[notes.captions_by[person]];
        } else {
            ++none;
        }
    }
    std::vector<std::string> parts;
    const auto say = [&](std::string part, std::size_t people) {
        if (people > 0) parts.push_back(std::move(part));
    };
    const std::size_t person = by[CaptionsBy::Person];
    const std::size_t machine = by[CaptionsBy::Machine];
    const std::size_t not_said = by[CaptionsBy::NotSaid];
    say(_("checked by a person ({})", person), person);
    say(_("made by a machine ({})", machine), machine);
    say(_("not said by whom ({})", not_said), not_said);
    say(_("none ({})", none), none);
    return parts.empty() ? "" : _("Captions: {}", fmt::format("{}", fmt::join(parts, ", ")));
}

std::vector<std::string> told_facts(const Module& module) {
    std::vector<std::string> lines;
    for (std::size_t fact = 0; fact < module.facts.size(); ++fact) {
        std::map<std::string, std::size_t> values;
        std::size_t not_told = 0;
        for (const Person& person : module.people) {
            if (person.consent_withdrawn) continue;
            if (const auto& value = person.facts[fact]) {
                ++values[value->text];
            } else {
                ++not_told;
            }
        }
        std::vector<std::string> parts;
        for (const auto& [value, people] : values) {
            parts.push_back(fmt::format("{} ({})", printable(value), people));
        }
        if (not_told > 0) parts.push_back(_("not told ({})", not_told));
        if (parts.empty()) continue;
        lines.push_back(
            fmt::format("{}: {}", printable(module.facts[fact].label), fmt::join(parts, ", ")));
    }
    return lines;
}

}  // namespace catalogue
