#include "player/app/modules/import_talking_jobs.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "catalogue/captions.h"
#include "catalogue/exchange/captions_out.h"
#include "catalogue/exchange/talking_jobs.h"
#include "catalogue/exchange/talking_jobs_names.h"
#include "catalogue/inside_file.h"
#include "catalogue/module_files.h"
#include "catalogue/words.h"
#include "player/app/modules/new_files.h"
#include "player/media/analysis/clip_still.h"

namespace app {
namespace {

namespace fs = std::filesystem;
using catalogue::_;
using catalogue::fail;
using catalogue::ImportedFile;
using catalogue::Outcome;
using catalogue::Result;

constexpr std::size_t most_files = 100'000;

// Regular files below the folder, relative to it and sorted; no link is followed.
std::vector<fs::path> files_below(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end;
         at.increment(error)) {
        std::error_code one;
        if (at->symlink_status(one).type() != fs::file_type::regular) continue;
        files.push_back(at->path().lexically_relative(folder));
        if (files.size() == most_files) break;
    }
    std::ranges::sort(files);
    return files;
}

std::string in_small(std::string name) {
    std::ranges::transform(name, name.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return name;
}

Result<catalogue::XmlText> document(const fs::path& folder, const std::vector<fs::path>& files,
                                    const std::string& name) {
    const auto found = std::ranges::find_if(
        files, [&](const fs::path& file) { return in_small(file.filename().string()) == name; });
    if (found == files.end()) {
        return fail({folder}, _("there is no {} in this folder", name),
                    _("name the folder in which the original player has it"));
    }
    const auto opened = catalogue::open_inside(folder, *found);
    if (!opened) return opened.error();
    auto text = catalogue::read_whole(*opened, catalogue::max_text_bytes);
    if (!text) return fail({*found}, text.error().what, text.error().hint);
    return catalogue::XmlText{*found, *std::move(text)};
}

Result<catalogue::TalkingJobsNames> names_of(const std::optional<fs::path>& file) {
    if (!file) return catalogue::TalkingJobsNames{};
    const fs::path folder = file->has_parent_path() ? file->parent_path() : fs::path{"."};
    auto text = catalogue::FolderFiles{folder}.read(file->filename());
    if (!text) return text.error();
    return catalogue::TalkingJobsNames::read(*text, *file);
}

bool lies_inside(const fs::path& inner, const fs::path& outer) {
    std::error_code error;
    const fs::path in = fs::weakly_canonical(fs::absolute(inner, error), error);
    const fs::path out = fs::weakly_canonical(fs::absolute(outer, error), error);
    return std::mismatch(out.begin(), out.end(), in.begin(), in.end()).first == out.end();
}

Outcome check_place(const fs::path& original, const fs::path& out) {
    std::error_code error;
    if (!fs::is_directory(original, error)) {
        return fail({original}, _("there is no such folder"));
    }
    if (fs::exists(out, error) && !(fs::is_directory(out, error) && fs::is_empty(out, error))) {
        return fail({out}, _("there is something already"),
                    _("name a new folder, or empty this one first"));
    }
    if (lies_inside(out, original)) {
        return fail({out}, _("this lies inside the original, which is only read"),
                    _("choose a place outside of it"));
    }
    return catalogue::done();
}

// Captions with an end each, short enough to be read.
Outcome write_captions(const fs::path& original, const fs::path& out, const ImportedFile& file,
                       std::vector<catalogue::Problem>& problems) {
    const auto opened = catalogue::open_inside(original, file.from);
    if (!opened) return opened.error();
    const auto text = catalogue::read_whole(*opened, catalogue::max_text_bytes);
    if (!text) return fail({file.from}, text.error().what, text.error().hint);
    std::optional<catalogue::SourceTime> film_end;
    if (const auto length = media::claimed_length({original, file.film})) {
        film_end = catalogue::SourceTime{*length};
    }
    // Whatever its name ends in, the original's captions are of one kind.
    fs::path name = file.from;
    auto reading = catalogue::read_captions(*text, name.replace_extension(".ttml"), film_end);
    for (catalogue::Problem& problem : reading.problems) {
        problem.place.file = file.from;
        problems.push_back(std::move(problem));
    }
    const catalogue::TextDocument made{
        file.to, catalogue::webvtt_text(catalogue::in_short_captions(reading.cues))};
    return write_new_documents(out, {&made, 1});
}

}  // namespace

Result<TalkingJobsImport> import_talking_jobs(const fs::path& original, const fs::path& out,
                                              const TalkingJobsOrder& order,
                                              const Progress& progress) {
    if (const Outcome place = check_place(original, out); !place) return place.error();
    const auto names = names_of(order.names);
    if (!names) return names.error();
    const std::vector<fs::path> there = files_below(original);
    const auto questions = document(original, there, "questions.xml");
    if (!questions) return questions.error();
    const auto interviews = document(original, there, "interviews.xml");
    if (!interviews) return interviews.error();

    const catalogue::TalkingJobs read =
        catalogue::read_talking_jobs(*questions, *interviews, *names);
    TalkingJobsImport told;
    told.kinds = read.kinds.size();
    told.questions = read.questions.size();
    told.interviews = read.interviews.size();
    for (const auto& interview : read.interviews)
        told.responses += interview.responses.size();
    told.problems = read.problems;
    if (std::ranges::any_of(told.problems, [](const catalogue::Problem& one) {
            return one.severity == catalogue::Severity::Error;
        })) {
        return told;
    }

    catalogue::ImportedModule module = catalogue::module_from(read, there, order.import);
    std::ranges::move(module.problems, std::back_inserter(told.problems));
    told.films = module.responses;
    std::size_t done = 0;
    for (const ImportedFile& file : module.files) {
        const bool is_film = file.what == ImportedFile::What::Film;
        const Outcome brought = file.what == ImportedFile::What::TtmlOfAnswer
                                    ? write_captions(original, out, file, told.problems)
                                    : bring_file_to(original, file.from, out / file.to,
                                                    is_film ? order.films : Bringing::Copied);
        if (!brought) return brought.error();
        progress(++done, module.files.size());
    }
    if (const Outcome written = write_new_documents(out, module.documents); !written) {
        return written.error();
    }
    std::ranges::stable_sort(told.problems, {},
                             [](const catalogue::Problem& one) { return one.place; });
    told.made = true;
    return told;
}

}  // namespace app
