#include "player/app/storage/settings_file.h"

#include <fmt/format.h>

#include <system_error>

#include "catalogue/words.h"
#include "player/app/storage/storage.h"

namespace app {
using catalogue::_;
namespace {

// Gives what is damaged another name, and says so behind `sentence`.
std::string with_aside(std::string sentence, const std::filesystem::path& file) {
    const std::filesystem::path aside = file.string() + ".damaged";
    std::error_code failed;
    std::filesystem::rename(file, aside, failed);
    if (!failed) {
        sentence += " " + _("The damaged file is kept as {}.", aside.filename().string());
    }
    return sentence;
}

}  // namespace

OpenedSettings open_settings(const std::filesystem::path& file) {
    OpenedSettings opened;
    const catalogue::Result<std::optional<std::string>> text = load_document(file);
    if (text && !*text) return opened;
    if (text) {
        catalogue::Result<catalogue::SavedSettings> read =
            catalogue::read_saved_settings(**text, file);
        if (read) {
            opened.settings = *std::move(read);
            return opened;
        }
    }
    opened.sentence = with_aside(
        _("The settings could not be read, so everything is set as it was at first."), file);
    return opened;
}

OpenedPlace open_saved_sitting(const std::filesystem::path& file) {
    const catalogue::Result<std::optional<std::string>> text = load_document(file);
    if (text && !*text) return {};
    if (text) {
        if (auto read = catalogue::read_saved_sitting(**text, file)) {
            return {*std::move(read), std::nullopt};
        }
    }
    return {
        std::nullopt,
        with_aside(_("Where you were in this module could not be read, so it begins anew."), file)};
}

}  // namespace app
