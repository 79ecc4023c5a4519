#include "catalogue/module_document.h"

#include <algorithm>
#include <array>
#include <set>

#include "catalogue/fields.h"
#include "catalogue/local_text.h"
#include "catalogue/text.h"
#include "catalogue/words.h"
#include "catalogue/yaml_tree.h"

namespace catalogue {
namespace {

using Kind = YamlNode::Kind;

class Reader {
public:
    Reader(std::string language, Report& report)
        : report_(report), texts_({std::move(language), {}}, report) {}

    std::optional<ModuleDocument> read(const YamlNode& root) {
        if (!expect_kind(root, Kind::Map, "module.yaml", report_)) return std::nullopt;
        const Fields fields{
            root,
            "module.yaml",
            {"format", "id", "version", "title", "language", "licence", "about", "notice",
             "credits", "support", "themes", "questions", "facts", "people_order", "brands"},
            report_};
        if (!known_format(fields, report_)) return std::nullopt;

        read_head(fields);
        if (const YamlNode* credits = fields.map("credits")) read_credits(*credits);
        each_map(fields.list("support"), _("a line of support"),
                 [this](const YamlNode& node) { read_support(node); });
        each_map(fields.list("themes", Missing::Wrong), _("a theme"),
                 [this](const YamlNode& node) { read_theme(node); });
        each_map(fields.list("facts"), _("a fact"),
                 [this](const YamlNode& node) { read_fact(node); });
        const YamlNode* questions = fields.list("questions", Missing::Wrong);
        each_map(questions, _("a question"), [this](const YamlNode& node) { read_question(node); });
        if (questions && document_.module.questions.empty()) {
            report_.error(questions->place, _("there is no question that can be used"),
                          _("add at least one, with an id, a theme and a text"));
        }
        if (const YamlNode* order = fields.list("people_order")) read_order(*order);
        if (const YamlNode* brands = fields.map("brands")) read_brands(*brands);
        document_.notes.texts = texts_.take_notes();
        document_.languages = texts_.languages();
        return std::move(document_);
    }

private:
    template <class Read>
    void each_map(const YamlNode* list, std::string_view name, Read read) {
        if (!list) return;
        for (const YamlNode& item : list->items) {
            if (expect_kind(item, Kind::Map, name, report_)) read(item);
        }
    }

    void read_head(const Fields& fields) {
        Module& module = document_.module;
        const std::string id = fields.text("id", Missing::Wrong).value_or("");
        module.id.text = id;
        if (!id.empty() && !is_id(id)) {
            module.id.text = id_from(id);
            say_wrong_id(fields, id);
        }
        if (module.id.text.empty()) module.id.text = "untitled";
        module.language = language(fields, "language", Missing::Odd, report_);
        texts_.set_own_language(module.language);
        const auto title = texts_.read(fields, "title", Missing::Wrong);
        module.title = title ? title->text() : module.id.text;
        module.words_language = title ? title->language() : module.language;
        module.version = fields.text("version", Missing::Odd).value_or("");
        module.licence = licence(fields);
        module.about = texts_.text(fields, "about").value_or("");
        module.notice = texts_.text(fields, "notice").value_or("");
    }

    // The name of a licence is the same in every language; a sentence may be there in several.
    std::string licence(const Fields& fields) {
        const YamlNode* node = fields.find("licence", Missing::Odd);
        if (node == nullptr) return "";
        return (node->kind == Kind::Map ? texts_.text(fields, "licence")
                                        : fields.text("licence", Missing::Odd))
            .value_or("");
    }

    void read_credits(const YamlNode& node) {
        const Fields fields{node, "'credits'", {"funder", "nominated_by", "date"}, report_};
        document_.module.credits = {texts_.text(fields, "funder").value_or(""),
                                    texts_.text(fields, "nominated_by").value_or(""),
                                    fields.text("date").value_or("")};
    }

    void read_support(const YamlNode& node) {
        const Fields fields{node, _("a line of support"), {"name", "contact"}, report_};
        auto name = texts_.text(fields, "name", Missing::Wrong);
        auto contact = texts_.text(fields, "contact", Missing::Wrong);
        if (name && contact) {
            document_.module.support.push_back({*std::move(name), *std::move(contact)});
        }
    }

    void read_theme(const YamlNode& node) {
        const Fields fields{node, _("a theme"), {"id", "name"}, report_};
        const auto id = new_id(fields, said_later("theme"), themes_);
        if (!id) return;
        themes_.add(id->written, document_.module.themes.size());
        document_.module.themes.push_back(
            {{id->safe}, texts_.text(fields, "name", Missing::Wrong).value_or(id->written)});
    }

    void read_fact(const YamlNode& node) {
        const Fields fields{
            node, _("a fact"), {"id", "label", "says", "contrast", "tells_job"}, report_};
        const auto id = new_id(fields, said_later("fact"), document_.facts);
        if (!id) return;
        FactDefinition fact;
        fact.id.text = id->safe;
        fact.label = texts_.text(fields, "label", Missing::Wrong).value_or(id->written);
        const auto says = texts_.read(fields, "says", Missing::Wrong);
        fact.says = says ? says->text() : fact.label + ": {value}";
        if (says) check_says(*says);
        fact.for_contrasts = is_true(fields, "contrast", Slip::False).value_or(true);
        fact.tells_job = is_true(fields, "tells_job", Slip::True).value_or(false);
        document_.facts.add(id->written, document_.module.facts.size());
        document_.module.facts.push_back(std::move(fact));
    }

    void read_question(const YamlNode& node) {
        const Fields fields{
            node, _("a question"), {"id", "theme", "text", "label", "sensitive"}, report_};
        const auto id = new_id(fields, said_later("question"), document_.questions);
        if (!id) return;
        const auto text = texts_.read(fields, "text", Missing::Wrong);
        if (!text || document_.module.questions.size() == max_questions) {
            if (text) {
                report_.error(
                    node.place, _("there are more than {} questions", max_questions),
                    _("divide the module: this question and those after it are left out"));
            }
            document_.questions.add(id->written, std::nullopt);
            return;
        }
        check_places(*text, "{job}");
        Question question;
        question.id.text = id->safe;
        question.text = text->text();
        question.language = text->language();
        question.theme = theme_of(fields);
        question.label = texts_.text(fields, "label", Missing::Odd).value_or(question.text);
        question.sensitive = is_true(fields, "sensitive", Slip::True).value_or(false);
        document_.questions.add(id->written, document_.module.questions.size());
        document_.module.questions.push_back(std::move(question));
    }

    std::size_t theme_of(const Fields& fields) {
        if (const auto theme = fields.text("theme", Missing::Wrong)) {
            if (const auto place = themes_.place(*theme)) return *place;
            if (!themes_.known(*theme)) {
                report_.error(fields.at("theme"), _("there is no theme {}", in_quotes(*theme)),
                              did_you_mean(*theme, themes_.all(), _("add it to 'themes'")));
            }
        }
        // The question stays, where everybody can see that its theme is not settled.
        if (!other_theme_) {
            other_theme_ = document_.module.themes.size();
            std::string id = "other";
            while (used_ids_["theme"].contains(id)) {
                id += "-other";
            }
            document_.module.themes.push_back({{id}, _("Other")});
        }
        return *other_theme_;
    }

    // What a slip counts as: it must not take a note away, nor bring in what is to stay out.
    enum class Slip { False, True };

    // The truth of a switch; nothing where it is not set.
    std::optional<bool> is_true(const Fields& fields, std::string_view key, Slip slip) {
        const auto text = fields.text(key);
        if (!text) return std::nullopt;
        if (*text == "true" || *text == "false") return *text == "true";
        const bool counts_as = slip == Slip::True;
        report_.error(
            fields.at(key), _("{} is neither true nor false", in_quotes(*text)),
            _("write '{}: {}' or leave it out; it counts as {} now", key, counts_as, counts_as));
        return counts_as;
    }

    void read_order(const YamlNode& list) {
        for (const YamlNode& item : list.items) {
            if (!expect_kind(item, Kind::Scalar, _("a person in 'people_order'"), report_))
                continue;
            document_.people_order.push_back({shown_text(item, report_), item.place});
        }
    }

    void read_brands(const YamlNode& node) {
        const Fields fields{node, "'brands'", {"also", "except"}, report_};
        read_names(fields.list("also"), document_.notes.also_brands);
        read_names(fields.list("except"), document_.notes.no_brands);
    }

    void read_names(const YamlNode* list, std::vector<std::string>& names) {
        if (!list) return;
        for (const YamlNode& item : list->items) {
            if (!expect_kind(item, Kind::Scalar, "a name in 'brands'", report_)) continue;
            std::string name = shown_text(item, report_);
            if (!name.empty()) names.push_back(std::move(name));
        }
    }

    void check_says(const LocalText& says) {
        check_places(says, "{value}");
        for (const LocalText::Wording& wording : says.wordings) {
            if (wording.text.find("{value}") != std::string::npos) continue;
            report_.warning(wording.place,
                            _("{} does not say the fact itself", in_quotes(wording.text)),
                            _("write {value} where it belongs, as in 'left school at {value}'"));
        }
    }

    // "{jbo}" in a text that is filled in later.
    void check_places(const LocalText& text, std::string_view right) {
        for (const LocalText::Wording& wording : text.wordings) {
            check_places(wording.text, right, wording.place);
        }
    }
    void check_places(std::string_view text, std::string_view right, const Place& place) {
        for (std::size_t from = text.find('{'); from != text.npos;
             from = text.find('{', from + 1)) {
            const std::size_t end = text.find('}', from);
            if (end == text.npos) return;
            const std::string_view name = text.substr(from, end + 1 - from);
            if (name == right) continue;
            report_.warning(place, _("nothing is filled in for {}", in_quotes(name)),
                            _("only {} is", right));
        }
    }

    struct NewId {
        std::string written;  // what the documents call it
        std::string safe;     // what the program calls it
    };

    // The id of a thing that is defined here. Nothing when there is none, or it was there before.
    std::optional<NewId> new_id(const Fields& fields, const char* kind, const Names& names) {
        const auto written = fields.text("id", Missing::Wrong);
        if (!written) return std::nullopt;
        const Place& place = fields.at("id");
        NewId id{*written, *written};
        if (!is_id(*written)) {
            id.safe = id_from(*written);
            say_wrong_id(fields, *written);
        }
        if (names.known(*written) || id.safe.empty() || !used_ids_[kind].insert(id.safe).second) {
            if (names.known(*written) || !id.safe.empty()) {
                report_.error(
                    place, _("the {} {} is here for a second time", _(kind), in_quotes(*written)),
                    _("give each its own id; this one is left out"));
            }
            return std::nullopt;
        }
        return id;
    }

    void say_wrong_id(const Fields& fields, const std::string& written) {
        const std::string safe = id_from(written);
        report_.error(fields.at("id"), _("{} cannot be an id", in_quotes(written)),
                      safe.empty() ? _("ids have a-z, 0-9 and '-', at most 64 of them")
                                   : _("ids have a-z, 0-9 and '-', at most 64 of them: write '{}', "
                                       "here and where it is named",
                                       safe));
    }

    Report& report_;
    LocalTexts texts_;
    ModuleDocument document_;
    Names themes_;
    std::map<std::string, std::set<std::string>> used_ids_;  // by kind of thing
    std::optional<std::size_t> other_theme_;
};

}  // namespace

void Names::add(const std::string& written, std::optional<std::size_t> place) {
    if (places_.emplace(written, place).second) all_.push_back(written);
}

std::optional<std::size_t> Names::place(const std::string& written) const {
    const auto found = places_.find(written);
    return found == places_.end() ? std::nullopt : found->second;
}

std::optional<ModuleDocument> read_module_document(std::string_view yaml, std::string language,
                                                   Report& report) {
    YamlReading reading = read_yaml(yaml, report.file());
    for (Problem& problem : reading.problems) {
        report.add(std::move(problem));
    }
    if (!reading.root) return std::nullopt;
    return Reader{std::move(language), report}.read(*reading.root);
}

}  // namespace catalogue
