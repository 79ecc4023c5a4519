// export reel: answers one after another, for editing programs and other players.
#include <fmt/format.h>

#include <chrono>
#include <map>
#include <memory>
#include <ostream>

#include "catalogue/exchange/reel.h"
#include "catalogue/module_reader.h"
#include "player/app/command_line/command.h"
#include "player/app/modules/new_files.h"
#include "player/media/analysis/clip_still.h"
#include "player/media/film/film_codecs.h"

namespace app {
namespace {

namespace fs = std::filesystem;
using catalogue::Module;
using catalogue::ReelClip;

struct ReelArguments {
    fs::path folder;
    std::string of;
    fs::path out;
};

struct Reel {
    std::vector<ReelClip> clips;
    std::string title;
};

// A question comes first where a person has the same id.
std::optional<Reel> reel_of(const Module& module, const std::string& id) {
    if (const auto question = module.find_question({id})) {
        return Reel{catalogue::reel_of_question(module, *question),
                    catalogue::for_everybody(module.questions[*question].text)};
    }
    if (const auto person = module.find_person({id})) {
        return Reel{catalogue::reel_of_person(module, *person), module.people[*person].name};
    }
    return std::nullopt;
}

// Films get their length. Answers that are whole films need it: without one they are left out, with
// a word.
void find_lengths(std::vector<ReelClip>& clips, const fs::path& folder, const Console& console) {
    std::map<fs::path, std::optional<catalogue::SourceDuration>> lengths;
    std::erase_if(clips, [&](ReelClip& clip) {
        const auto [known, is_new] = lengths.try_emplace(clip.film);
        if (is_new) known->second = media::claimed_length({folder, clip.film});
        clip.film_length = known->second;
        if (clip.time) return false;
        if (clip.film_length) {
            clip.time = catalogue::TimeRange{{}, catalogue::SourceTime{*clip.film_length}};
            return false;
        }
        const auto problem = catalogue::fail({clip.film}, "left out: its length is not known",
                                             "is it a whole film?");
        console.out << catalogue::to_text(problem) << "\n";
        return true;
    });
}

// Of the first film with pictures; of 25 a second where there is none.
catalogue::SourceDuration picture_length(const std::vector<ReelClip>& clips,
                                         const fs::path& folder) {
    for (const ReelClip& clip : clips) {
        const auto codecs = media::codecs_of({folder, clip.film});
        if (codecs && codecs->picture_length > catalogue::SourceDuration{}) {
            return codecs->picture_length;
        }
    }
    return std::chrono::milliseconds(40);
}

int export_reel(const ReelArguments& arguments, const Console& console) {
    const auto failed = [&](catalogue::Problem problem) {
        return say_problem(console, problem, exit_failed);
    };
    const catalogue::ModuleReading reading =
        catalogue::read_module(catalogue::FolderFiles{arguments.folder});
    if (!reading.module) return say_problem(console, reading.problems.front(), exit_unreadable);
    const auto form = catalogue::reel_form_of(arguments.out);
    if (!form) {
        return failed(catalogue::fail({arguments.out}, "its ending says no format",
                                      "name it .otio, .edl or .m3u"));
    }
    auto reel = reel_of(*reading.module, arguments.of);
    if (!reel) {
        return failed(catalogue::fail({arguments.of}, "this is no question and no person",
                                      "'crosscut info --json' lists their ids"));
    }
    find_lengths(reel->clips, arguments.folder, console);
    if (reel->clips.empty()) {
        return failed(catalogue::fail({arguments.of}, "there is no answer that can be shown"));
    }
    std::error_code error;
    const catalogue::TextDocument document{
        arguments.out.filename(),
        catalogue::reel_text(reel->clips, reel->title, fs::canonical(arguments.folder, error),
                             *form, picture_length(reel->clips, arguments.folder))};
    const fs::path into = arguments.out.has_parent_path() ? arguments.out.parent_path() : ".";
    if (const auto written = write_new_documents(into, {&document, 1}); !written) {
        return failed(written.error());
    }
    console.out << fmt::format("{} {}\n", reel->clips.size(),
                               reel->clips.size() == 1 ? "clip" : "clips");
    return exit_ok;
}

}  // namespace

void add_reel(CommandTree& tree, CLI::App& exports) {
    const auto arguments = std::make_shared<ReelArguments>();
    CLI::App& command =
        tree.add(exports, "reel", "answers one after another, for editing programs and players",
                 "crosscut export reel modules/harbour w1 everybody-on-w1.otio");
    add_module_folder(command, arguments->folder);
    command
        .add_option("of", arguments->of, "id of a question (everybody's answers) or of a person")
        ->type_name("ID")
        ->required();
    command
        .add_option("out", arguments->out,
                    "a new file: .otio (OpenTimelineIO), .edl (mpv) or .m3u (VLC)")
        ->type_name(file_value)
        ->required();
    tree.when_asked(
        command, [arguments](const Console& console) { return export_reel(*arguments, console); });
}

}  // namespace app
