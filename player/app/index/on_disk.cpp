#include "player/app/index/on_disk.h"

#include <system_error>
#include <utility>

#include "catalogue/captions.h"
#include "catalogue/exchange/index_chapters.h"
#include "catalogue/module_files.h"
#include "catalogue/module_reader.h"
#include "catalogue/words.h"
#include "player/app/modules/new_files.h"
#include "player/app/storage/storage.h"

namespace app {
namespace {

namespace fs = std::filesystem;
using catalogue::_;
using catalogue::CellState;
using catalogue::fail;
using catalogue::Markable;
using catalogue::MarkedAnswer;
using catalogue::Module;

// The captions of the film: those of any answer that lies in it.
std::vector<catalogue::CaptionCue> captions_of(const catalogue::FolderFiles& files,
                                               const Module& module, std::size_t person,
                                               const fs::path& film,
                                               const catalogue::WrittenByHand& by_hand) {
    std::optional<fs::path> file;
    if (by_hand.film == film) file = by_hand.captions;
    for (std::size_t question = 0; question < module.questions.size(); ++question) {
        const auto& answer = module.cell(person, question).answer;
        if (answer && answer->film == film && answer->captions) file = answer->captions;
    }
    if (!file) return {};
    const auto text = files.read(*file);
    if (!text) return {};
    return catalogue::read_captions(*text, *file).cues;
}

}  // namespace

catalogue::Result<IndexOnDisk> read_index_from_disk(const fs::path& root, const IndexWanted& wanted,
                                                    const fs::path& rescue) {
    if (const auto may = is_to_be_written(root); !may) return may.error();
    const catalogue::FolderFiles files{root};
    catalogue::ModuleReading reading = catalogue::read_module(files);
    if (!reading.module) return reading.problems.front();
    Module& module = *reading.module;
    const fs::path person_file = "people/" + wanted.person + ".yaml";
    const fs::path index_file = "index/" + wanted.person + ".yaml";
    const auto person = module.find_person({wanted.person});
    if (!person) {
        return fail({person_file}, _("there is no such person in the module"),
                    _("'crosscut info' lists them; 'add-person' adds one"));
    }
    if (module.people[*person].consent_withdrawn) {
        return fail({person_file}, _("this person has withdrawn their consent"),
                    _("nothing of them is played, so there is nothing to mark"));
    }
    const auto person_yaml = files.read(person_file);
    if (!person_yaml) return person_yaml.error();
    const catalogue::WrittenByHand by_hand = catalogue::written_by_hand(*person_yaml, module);
    const fs::path film = wanted.film.empty() ? by_hand.film.value_or("") : wanted.film;
    if (film.empty()) {
        return fail({person_file}, _("it is not clear which film is to be marked"),
                    _("name it: --film films/{}.mp4", wanted.person));
    }
    if (const auto usable = files.usable(film); !usable) return usable.error();

    std::vector<Markable> questions;
    std::vector<MarkedAnswer> fixed;
    for (std::size_t question = 0; question < module.questions.size(); ++question) {
        const Module::Cell& cell = module.cell(*person, question);
        const bool withheld = cell.state == CellState::Withheld;
        questions.push_back(withheld                    ? Markable::Withheld
                            : by_hand.answers[question] ? Markable::ByHand
                                                        : Markable::Yes);
        if (questions.back() == Markable::ByHand && cell.answer && cell.answer->trim &&
            cell.answer->film == film) {
            fixed.push_back({question, *cell.answer->trim});
        }
    }
    const auto loaded = load_document(root / index_file);
    if (!loaded) return loaded.error();
    auto file = catalogue::read_index_file(loaded->value_or(""), index_file, module, questions,
                                           wanted.person, film);
    if (!file) return file.error();
    std::error_code error;
    file->film_bytes = fs::file_size(root / film, error);
    if (error) file->film_bytes = 0;

    IndexOnDisk found;
    found.draft = catalogue::IndexDraft(std::move(questions), std::move(fixed), file->answers);
    found.asked = catalogue::questions_asked(captions_of(files, module, *person, film, by_hand),
                                             module, *person);
    const fs::path mine = index_file.string() + ".mine";
    if (!rescue.empty() && fs::exists(rescue, error)) {
        found.sentence =
            _("Marks that could not be saved the last time lie in {}", rescue.string());
    } else if (fs::exists(root / mine, error)) {
        found.sentence = _("Marks that were made while somebody else changed this index lie in {}",
                           mine.generic_string());
    }
    found.root = root;
    found.person = *person;
    found.film = {root, film};
    found.path = root / index_file;
    found.text = *loaded;
    found.file = *std::move(file);
    found.module = *std::move(reading.module);
    return found;
}

}  // namespace app
