#include "catalogue/person_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "catalogue/fields.h"
#include "catalogue/language_tag.h"
#include "catalogue/local_text.h"
#include "catalogue/text.h"
#include "catalogue/time_text.h"
#include "catalogue/words.h"
#include "catalogue/yaml_tree.h"

namespace catalogue {
namespace {

using Kind = YamlNode::Kind;

// What both kinds of document have in common.
class Reader {
public:
    Reader(const ModuleDocument& module, Report& report)
        : module_(module), report_(report), texts_(module.languages, report) {}

    std::optional<PersonDocument> read_person(const YamlNode& root, const std::string& name) {
        if (!expect_kind(root, Kind::Map, _("a person"), report_)) return std::nullopt;
        const Fields fields{
            root,
            in_quotes(name),
            {"format", "name", "job", "facts", "film", "captions", "second_captions", "captions_by",
             "descriptions", "pictures", "shows_job", "consent", "way_in", "answers"},
            report_};
        if (!known_format(fields, report_)) return std::nullopt;
        PersonDocument document;
        document.place = root.place;
        document.person.name = fields.text("name", Missing::Wrong).value_or(name);
        document.person.job = read_job(fields);
        document.person.facts.resize(module_.module.facts.size());
        if (const YamlNode* facts = fields.map("facts")) read_facts(*facts, document.person);
        document.person.consent_withdrawn = is_withdrawn(fields, in_quotes(name));
        read_shows_job(fields, document.person.shows_job);
        document.person.way_in = texts_.text(fields, "way_in").value_or("");
        document.film = file(fields, "film");
        document.film_refused = !document.film && is_named(fields, "film");
        document.captions = file(fields, "captions");
        document.tracks = tracks(fields);
        document.captions_by = captions_by(fields);
        if (const YamlNode* pictures = fields.map("pictures")) read_pictures(*pictures, document);
        if (const YamlNode* answers = fields.map("answers")) {
            for (const YamlNode::Entry& entry : answers->entries) {
                read_answer(entry, document.answers);
            }
        }
        document.texts = texts_.take_notes();
        return document;
    }

    std::optional<IndexDocument> read_index(const YamlNode& root, const std::string& name) {
        if (!expect_kind(root, Kind::Map, _("an index"), report_)) return std::nullopt;
        const Fields fields{
            root, _("an index"), {"format", "person", "film", "made", "answers", "marks"}, report_};
        if (!known_format(fields, report_)) return std::nullopt;
        const auto person = fields.text("person", Missing::Wrong);
        if (person && *person != name) {
            report_.error(fields.at("person"),
                          _("this index is of {}, but the file's name says {}", in_quotes(*person),
                            in_quotes(name)),
                          _("let the index be made again; until then it is not used"));
            return std::nullopt;
        }
        fields.map("made");
        fields.list("marks");  // an author's, for answers whose question is not said yet
        IndexDocument document;
        document.film = file(fields, "film");
        if (const YamlNode* answers = fields.map("answers")) {
            for (const YamlNode::Entry& entry : answers->entries) {
                read_stretch(entry, document.answers);
            }
        }
        return document;
    }

private:
    Job read_job(const Fields& fields) {
        const YamlNode* node = fields.find("job", Missing::Wrong);
        if (!node) return {};
        if (node->kind == Kind::Scalar) {
            const std::string title = shown_text(*node, report_);
            report_.error(node->place, _("'job' must say its title and its article"),
                          _("write 'job: {{title: {}, article: a}}'", printable(title)));
            return {title, ""};
        }
        if (!expect_kind(*node, Kind::Map, "'job'", report_)) return {};
        const Fields job{*node, "'job'", {"title", "article"}, report_};
        const auto title = texts_.read(job, "title", Missing::Wrong);
        if (!title) return {};
        Job read{title->text(), "", title->language()};
        for (const LocalText::Wording& wording : title->wordings) {
            if (wording.text != read.title) read.other_titles.push_back(wording.text);
        }
        read.article = article_for(job, read.language);
        return read;
    }

    // Only the one of the title's own language: Welsh has none.
    std::string article_for(const Fields& job, const std::string& language) {
        const YamlNode* node = job.find("article");
        if (node == nullptr) return "";
        LocalTexts articles{texts_.languages(), report_};  // where there is none, none is missing
        const auto article = articles.read(*node, "article");
        if (!article) return "";
        for (const LocalText::Wording& wording : article->wordings) {
            if (first_part(wording.language) == first_part(language)) return wording.text;
        }
        return "";
    }

    void read_facts(const YamlNode& node, Person& person) {
        for (const YamlNode::Entry& entry : node.entries) {
            if (entry.repeated || entry.value.kind == Kind::Null) continue;
            if (!module_.facts.known(entry.key)) {
                if (report_.full()) return;
                report_.error(entry.key_place,
                              _("module.yaml has no fact {}", in_quotes(entry.key)),
                              did_you_mean(entry.key, module_.facts.all(),
                                           _("add it to 'facts' in module.yaml")));
                continue;
            }
            const auto place = module_.facts.place(entry.key);
            if (!place) continue;
            if (const auto value = texts_.read(entry.value, entry.key)) {
                person.facts[*place] = Fact{value->text(), value->wordings[value->own].text};
            }
        }
    }

    // A slip must not show what was to stay covered: a word that is not understood covers all.
    void read_shows_job(const Fields& fields, ShowsJob& shows) {
        const YamlNode* list = fields.list("shows_job");
        if (list == nullptr) {
            if (is_named(fields, "shows_job")) shows = {true, true, true};
            return;
        }
        const std::vector<std::string> known{"now", "then", "stills"};
        for (const YamlNode& item : list->items) {
            const std::string word{item.kind == Kind::Scalar ? trimmed(item.text) : ""};
            const bool is_known = std::find(known.begin(), known.end(), word) != known.end();
            if (!is_known) {
                report_.error(item.place, _("{} is no picture", in_quotes(word)),
                              did_you_mean(word, known,
                                           _("write now, then or stills; all of them count now")));
            }
            if (!is_known || word == "now") shows.now = true;
            if (!is_known || word == "then") shows.then = true;
            if (!is_known || word == "stills") shows.stills = true;
        }
    }

    // Consent must not come back by a slip: whatever is said and is not "given" counts as taken
    // back, also where it is said twice.
    bool is_withdrawn(const Fields& fields, const std::string& name) {
        const bool is_said = fields.any("consent", [](const YamlNode& value) {
            return value.kind != Kind::Null &&
                   (value.kind != Kind::Scalar || !trimmed(value.text).empty());
        });
        if (!is_said) {
            report_.warning(fields.at("consent"), _("{} has no {}", name, in_quotes("consent")),
                            _("write 'consent: given' once this person has agreed in writing"));
        }
        if (const auto consent = fields.text("consent");
            consent && *consent != "given" && *consent != "withdrawn") {
            report_.error(fields.at("consent"), _("consent is {}", in_quotes(*consent)),
                          _("write 'given' or 'withdrawn'; it counts as withdrawn now"));
        }
        return fields.any("consent", [](const YamlNode& value) {
            return value.kind != Kind::Null && trimmed(value.text) != "given";
        });
    }

    void read_pictures(const YamlNode& node, PersonDocument& document) {
        const Fields fields{node, "'pictures'", {"now", "then"}, report_};
        read_picture(fields, "now", document.now, document.now_alt);
        read_picture(fields, "then", document.then, document.then_alt);
    }

    void read_picture(const Fields& pictures, std::string_view key,
                      std::optional<NamedFile>& picture, std::string& alt) {
        const YamlNode* node = pictures.map(key);
        if (!node) return;
        const Fields fields{*node, _("the picture '{}'", key), {"file", "alt"}, report_};
        picture = file(fields, "file", Missing::Wrong);
        // Without it the picture can be seen, but not heard of.
        alt = texts_.text(fields, "alt", Missing::Odd).value_or("");
    }

    CaptionsBy captions_by(const Fields& fields) {
        const auto word = fields.text("captions_by");
        if (!word) return CaptionsBy::NotSaid;
        if (*word == "machine") return CaptionsBy::Machine;
        if (*word == "person") return CaptionsBy::Person;
        report_.error(fields.at("captions_by"), _("captions are by {}", in_quotes(*word)),
                      _("write 'machine', or 'person' once somebody has checked them"));
        return CaptionsBy::NotSaid;
    }

    NamedTracks tracks(const Fields& fields) {
        NamedTracks tracks;
        tracks.descriptions = file(fields, "descriptions");
        if (const YamlNode* node = fields.map("second_captions")) {
            const Fields second{*node, "'second_captions'", {"file", "language"}, report_};
            tracks.second_captions = file(second, "file", Missing::Wrong);
            tracks.second_language = language(second, "language", Missing::Odd, report_);
        }
        return tracks;
    }

    std::optional<NamedFile> file(const Fields& fields, std::string_view key,
                                  Missing missing = Missing::Fine) {
        auto text = fields.text(key, missing);
        if (!text) return std::nullopt;
        return NamedFile{*std::move(text), fields.at(key)};
    }

    // A cell as a person's own document says it.
    void read_answer(const YamlNode::Entry& entry, std::vector<AnswerEntry>& answers) {
        // A request to withhold counts also where the question is there twice.
        const bool withheld =
            entry.value.kind == Kind::Scalar && trimmed(entry.value.text) == "withheld";
        if (entry.repeated) {
            for (AnswerEntry& answer : answers) {
                if (withheld && answer.name == entry.key) answer.withheld = true;
            }
            return;
        }
        auto answer = answer_to(entry);
        if (!answer) return;
        answer->withheld = withheld;
        if (entry.value.kind == Kind::Scalar && !withheld) {
            report_.error(
                entry.value.place,
                _("the answer to {} is {}", in_quotes(entry.key), in_quotes(entry.value.text)),
                _("write {in: \"mm:ss.mmm\", out: \"mm:ss.mmm\"}, {film: ...}, or withheld"));
            answer->unusable = true;
        } else if (entry.value.kind == Kind::Map) {
            const Fields fields{
                entry.value,
                answer_name(entry.key),
                {"film", "captions", "second_captions", "descriptions", "in", "out"},
                report_};
            read_times(fields, *answer);
            answer->film = file(fields, "film");
            answer->captions = file(fields, "captions");
            answer->tracks = tracks(fields);
            // A film that was named, but cannot be read, is not the person's usual film.
            if (!answer->film && is_named(fields, "film")) answer->unusable = true;
        } else if (entry.value.kind != Kind::Null && !withheld) {
            expect_kind(entry.value, Kind::Map, answer_name(entry.key), report_);
            answer->unusable = true;
        }
        answers.push_back(*std::move(answer));
    }

    // A cell as a tool found it.
    void read_stretch(const YamlNode::Entry& entry, std::vector<AnswerEntry>& answers) {
        if (entry.repeated) return;
        auto answer = answer_to(entry);
        if (!answer) return;
        if (!expect_kind(entry.value, Kind::Map, answer_name(entry.key), report_)) return;
        const Fields fields{
            entry.value, answer_name(entry.key), {"film", "in", "out", "loudness"}, report_};
        read_times(fields, *answer);
        answer->film = file(fields, "film");
        answer->loudness_lufs = loudness(fields);
        if (!answer->film && is_named(fields, "film")) answer->unusable = true;
        answers.push_back(*std::move(answer));
    }

    // Nothing is heard below -70 LUFS (EBU R128's absolute gate), and films end little above 0.
    std::optional<double> loudness(const Fields& fields) {
        constexpr double quietest_lufs = -70;
        constexpr double loudest_lufs = 5;
        const auto text = fields.text("loudness");
        if (!text) return std::nullopt;
        double lufs = 0;
        const char* end = text->data() + text->size();
        const auto read = std::from_chars(text->data(), end, lufs);
        const bool is_number = read.ec == std::errc{} && read.ptr == end;
        if (is_number && lufs >= quietest_lufs && lufs <= loudest_lufs) return lufs;
        report_.error(fields.at("loudness"), _("{} is not a loudness in LUFS", in_quotes(*text)),
                      _("write it as in \"-23.0\", or leave it out: it is measured then"));
        return std::nullopt;
    }

    static bool is_named(const Fields& fields, std::string_view key) {
        return fields.any(key, [](const YamlNode& value) { return value.kind != Kind::Null; });
    }

    std::optional<AnswerEntry> answer_to(const YamlNode::Entry& entry) {
        if (!module_.questions.known(entry.key)) {
            // Without any question there is one problem, and it is in module.yaml.
            if (report_.full() || module_.questions.all().empty()) return std::nullopt;
            report_.error(
                entry.key_place, _("module.yaml has no question {}", in_quotes(entry.key)),
                did_you_mean(entry.key, module_.questions.all(),
                             _("add it to 'questions' in module.yaml, or correct the id")));
            return std::nullopt;
        }
        const auto question = module_.questions.place(entry.key);
        if (!question) return std::nullopt;
        AnswerEntry answer;
        answer.question = *question;
        answer.name = entry.key;
        answer.place = entry.key_place;
        return answer;
    }

    void read_times(const Fields& fields, AnswerEntry& answer) {
        answer.in = time(fields, "in", answer);
        answer.out = time(fields, "out", answer);
    }

    std::optional<NamedTime> time(const Fields& fields, std::string_view key, AnswerEntry& answer) {
        const auto text = fields.text(key);
        if (!text) {
            if (is_named(fields, key)) answer.unusable = true;
            return std::nullopt;
        }
        const Place& place = fields.at(key);
        const Result<SourceTime> read = parse_time(*text);
        if (!read) {
            report_.error(place, read.error().what, read.error().hint);
            answer.unusable = true;
            return std::nullopt;
        }
        if (!fields.find(key)->quoted) {
            report_.warning(place, _("the time {} is not in quotes", *text),
                            _("write \"{}\": some programs read it as a number", *text));
        }
        return NamedTime{*read, place};
    }

    static std::string answer_name(std::string_view question) {
        return _("the answer to {}", in_quotes(question));
    }

    const ModuleDocument& module_;
    Report& report_;
    LocalTexts texts_;
};

std::optional<YamlNode> tree_of(std::string_view yaml, Report& report) {
    YamlReading reading = read_yaml(yaml, report.file());
    for (Problem& problem : reading.problems) {
        report.add(std::move(problem));
    }
    return std::move(reading.root);
}

}  // namespace

std::optional<PersonDocument> read_person_document(std::string_view yaml, const std::string& name,
                                                   const ModuleDocument& module, Report& report) {
    const auto root = tree_of(yaml, report);
    if (!root) return std::nullopt;
    return Reader{module, report}.read_person(*root, name);
}

std::optional<IndexDocument> read_index_document(std::string_view yaml, const std::string& name,
                                                 const ModuleDocument& module, Report& report) {
    const auto root = tree_of(yaml, report);
    if (!root) return std::nullopt;
    return Reader{module, report}.read_index(*root, name);
}

}  // namespace catalogue
