#include "tools/make_sample/words.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace sample {

namespace {

using catalogue::fail;
using catalogue::Result;

Result<std::string> read_text(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        return fail({file}, "cannot be read", "run this from a complete copy of the program");
    }
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

// Line breaks of a folded or literal block are only there for the author.
std::string in_one_paragraph(const std::string& text) {
    std::string out;
    bool space = false;
    for (const char c : text) {
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
            space = !out.empty();
        } else {
            if (space) out += ' ';
            space = false;
            out += c;
        }
    }
    return out;
}

std::string text_of(const YAML::Node& map, const char* key) {
    const YAML::Node node = map[key];
    return node && node.IsScalar() ? node.Scalar() : std::string{};
}

AnswerWords answer_of(const YAML::Node& answers, const std::string& question) {
    AnswerWords answer{question, CellWords::Empty, {}};
    if (!answers || !answers.IsMap()) return answer;
    const YAML::Node cell = answers[question];
    if (!cell || cell.IsNull()) return answer;
    if (cell.IsMap() || cell.Scalar() == "withheld") {
        answer.state = CellWords::Withheld;
        return answer;
    }
    answer.text = in_one_paragraph(cell.Scalar());
    answer.state = answer.text.empty() ? CellWords::Empty : CellWords::Spoken;
    return answer;
}

}  // namespace

std::size_t PersonWords::spoken_words() const {
    std::size_t count = 0;
    for (const AnswerWords& answer : answers) {
        if (answer.state == CellWords::Spoken) {
            count += 1 + std::count(answer.text.begin(), answer.text.end(), ' ');
        }
    }
    return count;
}

Result<ModuleWords> read_module_words(const std::filesystem::path& folder) {
    const std::filesystem::path file = folder / "module.yaml";
    Result<std::string> text = read_text(file);
    if (!text) return text.error();
    ModuleWords words{std::move(*text), {}, {}};
    try {
        const YAML::Node root = YAML::Load(words.document);
        for (const YAML::Node& question : root["questions"]) {
            words.questions.push_back(question["id"].as<std::string>());
        }
        if (const YAML::Node order = root["people_order"]) {
            words.people_order = order.as<std::vector<std::string>>();
        }
    } catch (const YAML::Exception& error) {
        return fail({file, error.mark.line + 1, error.mark.column + 1}, error.msg);
    }
    if (words.questions.empty()) return fail({file}, "has no questions");
    return words;
}

std::string document_with(const ModuleWords& words, const std::vector<std::string>& present) {
    constexpr std::string_view key = "people_order:";
    const std::size_t begins = words.document.find("\n" + std::string(key));
    if (begins == std::string::npos) return words.document;
    const std::size_t ends = words.document.find(']', begins);
    std::string names;
    for (const std::string& id : words.people_order) {
        if (std::find(present.begin(), present.end(), id) == present.end()) continue;
        if (!names.empty()) names += ", ";
        names += id;
    }
    return words.document.substr(0, begins + 1 + key.size()) + " [" + names +
           words.document.substr(ends);
}

Result<PersonWords> read_person_words(const std::filesystem::path& folder, const std::string& id,
                                      const std::vector<std::string>& questions) {
    const std::filesystem::path file = folder / "people" / (id + ".yaml");
    Result<std::string> text = read_text(file);
    if (!text) return text.error();
    PersonWords person;
    person.id = id;
    person.document = std::move(*text);
    try {
        const YAML::Node root = YAML::Load(person.document);
        person.name = text_of(root, "name");
        person.now_alt = in_one_paragraph(text_of(root, "now_alt"));
        person.then_alt = in_one_paragraph(text_of(root, "then_alt"));
        person.way_in = text_of(root, "way_in");
        if (const YAML::Node job = root["job"]) {
            person.job_title = text_of(job, "title");
            person.job_article = text_of(job, "article");
        }
        if (const YAML::Node facts = root["facts"]) {
            for (const auto& fact : facts) {
                person.facts.emplace_back(fact.first.Scalar(), fact.second.Scalar());
            }
        }
        for (const std::string& question : questions) {
            person.answers.push_back(answer_of(root["answers"], question));
        }
    } catch (const YAML::Exception& error) {
        return fail({file, error.mark.line + 1, error.mark.column + 1}, error.msg);
    }
    if (person.name.empty()) return fail({file}, "has no name");
    return person;
}

std::vector<std::string> people_with_words(const std::filesystem::path& folder) {
    std::vector<std::string> ids;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder / "people", error)) {
        if (entry.path().extension() == ".yaml") ids.push_back(entry.path().stem().string());
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

}  // namespace sample
