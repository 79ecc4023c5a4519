#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>

#include "player/app/export_paper.h"
#include "player/app/folders.h"
#include "tests/app/running_program.h"
#include "tests/support/scratch_folder.h"

namespace {

namespace fs = std::filesystem;

// Documents of its own, for one test.
class Documents {
public:
    Documents() { ::setenv("XDG_DOCUMENTS_DIR", folder_.path().c_str(), 1); }
    ~Documents() { ::unsetenv("XDG_DOCUMENTS_DIR"); }
    Documents(const Documents&) = delete;
    Documents& operator=(const Documents&) = delete;

    std::vector<fs::path> files() const {
        std::vector<fs::path> found;
        std::error_code error;
        for (const auto& entry : fs::directory_iterator(folder_.path() / "Crosscut", error)) {
            found.push_back(entry.path());
        }
        return found;
    }

private:
    support::ScratchFolder folder_;
};

std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

const catalogue::Chord print_key{true, false, false, "P"};

}  // namespace

TEST_CASE(
    "printing keeps a worksheet on the stage and a handout in a lesson, under nobody's name") {
    const Documents documents;
    made_up::RunningProgram program;
    made_up::write_two_people(program.module);
    program.open();
    program.press(print_key);
    REQUIRE(documents.files().size() == 1);
    const fs::path worksheet = documents.files()[0];
    CHECK(worksheet.filename().string().ends_with(" worksheet.pdf"));
    CHECK(text_of(worksheet).starts_with("%PDF-"));
    program.tick({screen::KeyDown{print_key, true, {}}});  // held
    CHECK(documents.files().size() == 1);
    program.run("lesson_screen");
    program.press(print_key);
    REQUIRE(documents.files().size() == 2);
    for (const fs::path& file : documents.files()) {
        CHECK_FALSE(file.filename().string().find("ann") != std::string::npos);
        CHECK_FALSE(file.filename().string().find("bob") != std::string::npos);
    }
}

TEST_CASE("a sheet from the command line overwrites nothing") {
    const made_up::ModuleFolder module;
    module.add_person("ann");
    const support::ScratchFolder folder;
    const fs::path out = folder.path() / "sheet.md";
    std::ofstream(out) << "mine";
    const auto made = app::export_worksheet({module.path(), out}, "ann", "q0", std::cout);
    REQUIRE_FALSE(made);
    CHECK(text_of(out) == "mine");
}

TEST_CASE("without a lesson under way there is no record") {
    const made_up::ModuleFolder module;
    module.add_person("ann");
    const support::ScratchFolder folder;
    const auto made = app::export_record({module.path(), folder.path() / "r.pdf"}, std::cout);
    REQUIRE_FALSE(made);
    CHECK(made.error().what.find("no lesson") != std::string::npos);
}
