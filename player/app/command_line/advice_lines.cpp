#include "player/app/command_line/advice_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>

namespace app {
namespace {

namespace fs = std::filesystem;
using catalogue::Module;
using catalogue::Problem;

// Whose file it is; nothing for what several people share.
using Owners = std::map<fs::path, std::optional<std::size_t>>;

Owners owners_in(const Module& module) {
    Owners owners;
    const auto claim = [&](const fs::path& file, std::size_t person) {
        const auto [owner, is_new] = owners.try_emplace(file, person);
        if (!is_new && owner->second != person) owner->second.reset();
    };
    for (std::size_t person = 0; person < module.people.size(); ++person) {
        claim("people/" + module.people[person].id.text + ".yaml", person);
        for (std::size_t question = 0; question < module.questions.size(); ++question) {
            const auto& answer = module.cell(person, question).answer;
            if (!answer) continue;
            claim(answer->film, person);
            if (answer->captions) claim(*answer->captions, person);
            if (answer->second_captions) claim(answer->second_captions->file, person);
        }
    }
    return owners;
}

// What is said of several files in the same way has the same way out.
struct Alike {
    const Problem* first = nullptr;
    std::size_t files = 0;
};

std::string words_of(const Alike& alike) {
    const Problem& first = *alike.first;
    const std::string file = first.place.file.generic_string();
    if (file.starts_with("people/")) return first.what;
    // After a semicolon comes what is so in this file only.
    const std::string what = first.what.substr(0, first.what.find(';'));
    if (alike.files == 1) return fmt::format("{} ({})", what, file);
    return fmt::format("{} ({} and {} more)", what, file,
                       alike.files == 2 ? "one file" : fmt::format("{} files", alike.files - 1));
}

}  // namespace

std::vector<std::string> advice_by_person(const Module& module,
                                          const std::vector<Problem>& advice) {
    const Owners owners = owners_in(module);
    std::vector<std::vector<Alike>> of_people(module.people.size());
    std::vector<std::string> of_nobody;
    for (const Problem& one : advice) {
        const auto owner = owners.find(one.place.file);
        if (owner == owners.end() || !owner->second) {
            of_nobody.push_back(catalogue::to_text(one));
            continue;
        }
        std::vector<Alike>& theirs = of_people[*owner->second];
        const auto alike = std::ranges::find_if(
            theirs, [&](const Alike& known) { return known.first->hint == one.hint; });
        if (alike == theirs.end()) {
            theirs.push_back({&one, 1});
        } else {
            ++alike->files;
        }
    }
    std::vector<std::string> lines;
    for (std::size_t person = 0; person < of_people.size(); ++person) {
        if (of_people[person].empty()) continue;
        std::vector<std::string> words;
        for (const Alike& alike : of_people[person])
            words.push_back(words_of(alike));
        lines.push_back(
            fmt::format("{}: {}", module.people[person].id.text, fmt::join(words, "; ")));
    }
    lines.insert(lines.end(), of_nobody.begin(), of_nobody.end());
    return lines;
}

}  // namespace app
