#include "player/app/settings_file.h"

#include <fmt/format.h>

#include <system_error>

#include "player/app/storage.h"

namespace app {

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
    const std::filesystem::path aside = file.string() + ".damaged";
    std::error_code failed;
    std::filesystem::rename(file, aside, failed);
    opened.sentence = "The settings could not be read, so everything is set as it was at first.";
    if (!failed) {
        *opened.sentence +=
            fmt::format(" The damaged file is kept as {}.", aside.filename().string());
    }
    return opened;
}

}  // namespace app
