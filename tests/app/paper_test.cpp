#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>

#include "player/app/sheets/export_paper.h"
#include "player/app/sheets/sheet_keeper.h"
#include "player/app/storage/folders.h"
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

    bool has(const std::string& ending) const {
        return std::ranges::any_of(files(), [&](const fs::path& file) {
            return file.filename().string().ends_with(ending);
        });
    }

private:
    support::ScratchFolder folder_;
};

std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

paper::Sheet sheet(const std::string& title) {
    paper::Sheet made;
    made.title = title;
    return made;
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
    REQUIRE(program.wait([&] { return documents.has(" worksheet.pdf"); }));
    REQUIRE(documents.files().size() == 1);
    const fs::path worksheet = documents.files()[0];
    CHECK(worksheet.filename().string().ends_with(" worksheet.pdf"));
    CHECK(text_of(worksheet).starts_with("%PDF-"));
    program.tick({screen::KeyDown{print_key, true, {}}});  // held
    program.run("lesson_screen");
    program.press(print_key);
    REQUIRE(program.wait([&] { return documents.has(" handout.pdf"); }));
    REQUIRE(documents.files().size() == 2);  // kept in their order: none of the held key
    for (const fs::path& file : documents.files()) {
        CHECK_FALSE(file.filename().string().find("ann") != std::string::npos);
        CHECK_FALSE(file.filename().string().find("bob") != std::string::npos);
    }
}

TEST_CASE("where a sheet is, or why it is nowhere, is said once the folder has answered") {
    const support::ScratchFolder folder;
    std::ofstream(folder.path() / "no-folder") << "a file";
    const fs::path good = folder.path() / "documents" / "a.md";
    app::SheetKeeper keeper([] {});
    keeper.keep({"handout", sheet("A"), {"a.md", "a.pdf"}, true, good.parent_path()});
    keeper.keep({"record", sheet("B"), {"b.md"}, true, folder.path() / "no-folder"});
    std::vector<app::SheetKeeper::News> news;
    const auto until = std::chrono::steady_clock::now() + made_up::patience;
    while (news.size() < 2 && std::chrono::steady_clock::now() < until) {
        for (app::SheetKeeper::News& one : keeper.take_news())
            news.push_back(std::move(one));
        std::this_thread::yield();
    }
    REQUIRE(news.size() == 2);
    CHECK(news[0].sentence == "The handout is in " + good.string());
    CHECK(news[0].to_show == good);
    CHECK(text_of(good) == "# A\n");
    CHECK(text_of(good.parent_path() / "a.pdf").starts_with("%PDF-"));
    CHECK(news[1].sentence.starts_with("The record could not be kept: "));
    CHECK(news[1].to_show.empty());
}

TEST_CASE("a sheet is kept although the program ends right after it was asked for") {
    const support::ScratchFolder folder;
    const fs::path file = folder.path() / "handout.md";
    {
        app::SheetKeeper keeper([] {});
        keeper.keep({"handout",
                     sheet("A"),
                     {"handout.md"},
                     false,
                     folder.path(),
                     {{"beside.txt", "what goes with it"}}});
    }
    CHECK(text_of(file) == "# A\n");
    CHECK(text_of(folder.path() / "beside.txt") == "what goes with it");
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
