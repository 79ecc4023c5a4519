#include "player/app/modules/new_files.h"

#include "catalogue/words.h"

#include <cerrno>
#include <cstdio>
#include <memory>
#include <vector>

#include "catalogue/inside_file.h"

namespace app {
using catalogue::_;
namespace {

namespace fs = std::filesystem;

struct Closes {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

// "x": the system itself refuses a file that is there, also one that came a moment ago.
catalogue::Outcome write_new(const fs::path& file, const std::string& text) {
    std::unique_ptr<std::FILE, Closes> out{std::fopen(file.c_str(), "wbx")};
    if (!out && errno == EEXIST) {
        return catalogue::fail(
            {file}, _("there is such a file already"),
            _("it is left as it is; choose another name, or move it away first"));
    }
    if (!out)
        return catalogue::fail({file}, _("this cannot be written"), _("may you write there?"));
    const bool written = std::fwrite(text.data(), 1, text.size(), out.get()) == text.size();
    if (std::fclose(out.release()) != 0 || !written) {
        std::error_code error;
        fs::remove(file, error);
        return catalogue::fail({file}, _("this could not be written whole"),
                               _("is the disk full?"));
    }
    return catalogue::done();
}

}  // namespace

catalogue::Outcome is_to_be_written(const fs::path& module) {
    if (!catalogue::is_pack(module)) return catalogue::done();
    return catalogue::fail({module}, _("this is a pack, and nothing is written into it"),
                           _("change the folder that it was made of, and pack that again"));
}

catalogue::Outcome write_new_documents(const fs::path& folder,
                                       std::span<const catalogue::TextDocument> documents) {
    if (const auto writable = is_to_be_written(folder); !writable) return writable;
    std::vector<fs::path> written;
    const auto take_back = [&] {
        std::error_code error;
        for (const fs::path& file : written)
            fs::remove(file, error);
    };
    for (const catalogue::TextDocument& document : documents) {
        const fs::path file = folder / document.file;
        std::error_code error;
        fs::create_directories(file.parent_path(), error);
        if (const catalogue::Outcome one = write_new(file, document.text); !one) {
            take_back();
            return one;
        }
        written.push_back(file);
    }
    return catalogue::done();
}

}  // namespace app
