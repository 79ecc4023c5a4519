#include "catalogue/module_reader.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "catalogue/answer_join.h"
#include "catalogue/fields.h"
#include "catalogue/module_document.h"
#include "catalogue/person_document.h"
#include "catalogue/text.h"
#include "catalogue/words.h"

namespace catalogue {
namespace {

// A person's documents, before it is settled who comes when.
struct Found {
    std::string name;  // of the file, without its ending
    PersonDocument document;
    std::optional<IndexDocument> index;
    bool placed = false;
};

class Reader {
public:
    Reader(const ModuleFiles& files, std::string_view language)
        : files_(files), language_(language) {}

    ModuleReading read() {
        reading_.problems = files_.left_out();
        if (auto document = read_module_file()) {
            document_ = *std::move(document);
            read_people();
            read_indexes();
            place_people();
            reading_.module = std::move(document_.module);
            reading_.notes = std::move(document_.notes);
        }
        std::ranges::stable_sort(reading_.problems, {}, &Problem::place);
        return std::move(reading_);
    }

private:
    std::optional<ModuleDocument> read_module_file() {
        Report report{"module.yaml"};
        std::optional<ModuleDocument> document;
        if (const auto text = files_.read(report.file())) {
            document = read_module_document(*text, language_, report);
        } else {
            report.add(text.error());
        }
        keep(report);
        return document;
    }

    void read_people() {
        for (const std::filesystem::path& path : files_.list("people", ".yml")) {
            problem(fail({path}, _("this file is not read"), _("its name must end in '.yaml'")));
        }
        const auto paths = files_.list("people", ".yaml");
        for (const std::filesystem::path& path : paths) {
            const std::string name = path.stem().string();
            if (people_.size() == max_people) {
                problem(fail({path}, _("there are more than {} people", max_people),
                             _("divide the module: this person and those after are left out")));
                return;
            }
            Report report{path};
            read_person(name, report);
            keep(report);
        }
        if (paths.empty()) {
            problem(fail({"module.yaml"}, _("there are no people in this module"),
                         _("put a file for each person into the folder 'people', such as "
                           "people/moira.yaml")));
        }
    }

    void read_person(const std::string& name, Report& report) {
        known_.insert(name);
        const std::string id = id_from(name);
        if (!is_id(name)) {
            report.error({}, _("{} cannot be a person's id", in_quotes(name)),
                         id.empty() ? _("name the file with a-z, 0-9 and '-'")
                                    : _("name the file '{}.yaml'", id));
        }
        if (id.empty()) return;
        if (!ids_.insert(id).second) {
            report.error({}, _("there is another person with the id {}", in_quotes(id)),
                         _("give one of the files another name; this one is left out"));
            return;
        }
        const auto text = files_.read(report.file());
        if (!text) {
            report.add(text.error());
            return;
        }
        auto document = read_person_document(*text, name, document_, report);
        if (!document) return;
        document->person.id.text = id;
        std::ranges::move(document->texts, std::back_inserter(document_.notes.texts));
        people_.push_back({name, *std::move(document), std::nullopt, false});
    }

    void read_indexes() {
        for (const std::filesystem::path& path : files_.list("index", ".yaml")) {
            const std::string name = path.stem().string();
            Report report{path};
            read_index(name, report);
            keep(report);
        }
    }

    void read_index(const std::string& name, Report& report) {
        if (!known_.contains(name)) {
            report.error({}, _("there is no person {}", in_quotes(name)),
                         did_you_mean(name, known_names(),
                                      _("add people/{}.yaml, or delete this file", name)));
            return;
        }
        const auto found = std::ranges::find(people_, name, &Found::name);
        if (found == people_.end()) return;
        const auto text = files_.read(report.file());
        if (!text) {
            report.add(text.error());
            return;
        }
        found->index = read_index_document(*text, name, document_, report);
    }

    // First those that module.yaml puts in order, then the others by their files' names.
    void place_people() {
        Report report{"module.yaml"};
        for (const ModuleDocument::Named& named : document_.people_order) {
            const auto found = std::ranges::find(people_, named.text, &Found::name);
            if (found == people_.end()) {
                if (known_.contains(named.text) || report.full()) continue;
                report.error(named.place, _("there is no person {}", in_quotes(named.text)),
                             did_you_mean(named.text, known_names(),
                                          _("add the file to the folder 'people', or take the name "
                                            "away")));
            } else if (found->placed) {
                report.warning(
                    named.place,
                    _("{} is in 'people_order' for a second time", in_quotes(named.text)),
                    _("take one of them away"));
            } else {
                place(*found);
            }
        }
        keep(report);
        for (Found& found : people_) {
            if (!found.placed) place(found);
        }
    }

    void place(Found& found) {
        found.placed = true;
        AnswerJoin join{files_, document_.module, found.name, found.document,
                        found.index ? &*found.index : nullptr};
        JoinedPerson joined = join.join();
        for (Problem& one : joined.problems) {
            problem(std::move(one));
        }
        document_.module.people.push_back(std::move(joined.person));
        document_.notes.captions_by.push_back(found.document.captions_by);
        std::ranges::move(joined.cells, std::back_inserter(document_.module.cells));
    }

    std::vector<std::string> known_names() const { return {known_.begin(), known_.end()}; }

    void keep(Report& report) {
        for (Problem& one : report.take()) {
            problem(std::move(one));
        }
    }
    void problem(Problem one) { reading_.problems.push_back(std::move(one)); }

    const FilesLookedAtOnce files_;
    const std::string language_;
    ModuleReading reading_;
    ModuleDocument document_;
    std::vector<Found> people_;
    std::set<std::string> known_;  // names of files, also of those that could not be read
    std::set<std::string> ids_;
};

}  // namespace

ModuleReading read_module(const ModuleFiles& files, std::string_view language) {
    return Reader{files, language}.read();
}

}  // namespace catalogue
