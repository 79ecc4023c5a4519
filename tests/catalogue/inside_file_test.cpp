#include "catalogue/inside_file.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "catalogue/module_files.h"
#include "tests/catalogue/temporary_folder.h"

using namespace catalogue;
namespace fs = std::filesystem;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::size_t open_descriptors() {
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry : fs::directory_iterator("/proc/self/fd")) {
        ++count;
    }
    return count;
}

}  // namespace

TEST_CASE("a path inside the module is allowed") {
    for (const std::string path :
         {"a.mp4", "films/moira.mp4", "films/a b.mp4", "films/a..b.mp4", "films/...a", ".hidden",
          "films/caf\u00E9.mp4", "console/comet.mp4", "films/com.mp4", "films/lpt10.mp4",
          "films/aux-in.mp4", "a/b/c/d/e/f"}) {
        CAPTURE(path);
        const Outcome outcome = check_relative_path(path);
        CHECK(outcome);
    }
}

TEST_CASE("a path that leaves the module, or that not every system can keep, is refused") {
    struct Row {
        std::string path;
        std::string what;  // a part of it
    };
    const std::vector<Row> rows = {
        {"", "empty"},
        {"/etc/passwd", "root of the disk"},
        {"//server/share/a.mp4", "root of the disk"},
        {"~/a.mp4", "home"},
        {"..", "'..'"},
        {"../a.mp4", "'..'"},
        {"films/../../a.mp4", "'..'"},
        {"films/..", "'..'"},
        {"films/", "empty or '.'"},
        {"films//a.mp4", "empty or '.'"},
        {"./a.mp4", "empty or '.'"},
        {"films/./a.mp4", "empty or '.'"},
        {"C:/a.mp4", "drive letter"},
        {"c:a.mp4", "drive letter"},
        {"films/a.mp4:stream", "colon"},
        {"films\\a.mp4", "backslash"},
        {"\\\\server\\share\\a.mp4", "backslash"},
        {"..\\a.mp4", "backslash"},
        {"http://example.org/a.mp4", "internet address"},
        {"concat:a.mp4|b.mp4", "colon"},
        {"CON", "device"},
        {"films/con.mp4", "device"},
        {"nul", "device"},
        {"Aux.yaml", "device"},
        {"com1", "device"},
        {"films/LPT9.mp4", "device"},
        {"prn .txt", "device"},
        {"com\u00B9.mp4", "device"},
        {"CONIN$", "device"},
        {"nul/a.mp4", "device"},
        {"films/a.mp4.", "blank or a dot"},
        {"films /a.mp4", "blank or a dot"},
        {" films/a.mp4", "blank or a dot"},
        {std::string("films/a\0.mp4", 12), "control"},
        {"films/a\n.mp4", "control"},
        {"films/a\x7F.mp4", "control"},
        {"films/caf\xE9.mp4", "not UTF-8"},
        {std::string(1001, 'a'), "too long"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.path);
        const Outcome outcome = check_relative_path(row.path);
        REQUIRE_FALSE(outcome);
        CAPTURE(outcome.error().what);
        CHECK(holds(outcome.error().what, row.what));
        CHECK_FALSE(outcome.error().hint.empty());
    }
}

TEST_CASE("an ordinary file inside the module is opened and read whole") {
    const TemporaryFolder module;
    module.write("films/deep/a.mp4", "picture");
    const Result<InsideFile> file = open_inside(module.path(), "films/deep/a.mp4");
    REQUIRE(file);
    CHECK(file->size_bytes() == 7);
    REQUIRE(file->whole_file());
    CHECK((fcntl(*file->whole_file(), F_GETFD) & FD_CLOEXEC) != 0);
    const Result<std::string> text = read_whole(*file, 7);
    REQUIRE(text);
    CHECK(*text == "picture");
    CHECK_FALSE(read_whole(*file, 6));
}

TEST_CASE("the module's own folder may be reached by a link") {
    const TemporaryFolder module;
    module.write("real/a.mp4", "picture");
    fs::create_directory_symlink("real", module.path() / "link");
    CHECK(open_inside(module.path() / "link", "a.mp4"));
}

TEST_CASE("nothing but an ordinary file that is not empty is opened") {
    const TemporaryFolder outside;
    outside.write("secret.mp4", "secret");
    const TemporaryFolder module;
    module.write("films/a.mp4", "picture");
    module.write("films/empty.mp4", "");
    module.write("films/Moira.MP4", "picture");
    const fs::path films = module.path() / "films";
    fs::create_symlink(outside.path() / "secret.mp4", films / "link.mp4");
    fs::create_symlink("a.mp4", films / "link_inside.mp4");
    fs::create_symlink("nowhere", films / "broken.mp4");
    fs::create_directory_symlink(outside.path(), module.path() / "linked");
    REQUIRE(mkfifo((films / "pipe.mp4").c_str(), 0600) == 0);

    struct Row {
        fs::path path;
        std::string what;
        std::string hint;
    };
    const std::vector<Row> rows = {
        {"films/link.mp4", "reached through a link", "the file itself"},
        {"films/link_inside.mp4", "reached through a link", "the file itself"},
        {"films/broken.mp4", "reached through a link", "the file itself"},
        {"linked/secret.mp4", "reached through a link", "the file itself"},
        {"films/pipe.mp4", "device or a pipe", "ordinary file"},
        {"films/empty.mp4", "is empty", "copy it again"},
        {"films", "is a folder", "name a file in it"},
        {"films/a.mp4/b.mp4", "not a folder", "the file itself"},
        {"films/b.mp4", "there is no 'films/b.mp4'", "did you mean 'a.mp4'?"},
        {"films/moira.mp4", "there is no", "did you mean 'Moira.MP4'?"},
        {"film/a.mp4", "there is no", "did you mean 'films'?"},
        {"nothing/like/it.mp4", "there is no", "put it there"},
        {"../secret.mp4", "'..'", "module's folder"},
        {"/etc/passwd", "root of the disk", "relative"},
    };
    const std::size_t open_before = open_descriptors();
    for (const Row& row : rows) {
        CAPTURE(row.path.string());
        const Result<InsideFile> file = open_inside(module.path(), row.path);
        REQUIRE_FALSE(file);
        CAPTURE(to_text(file.error()));
        CHECK(holds(file.error().what, row.what));
        CHECK(holds(file.error().hint, row.hint));
    }
    CHECK(open_descriptors() == open_before);
}

TEST_CASE("a module's folder that is not there is said") {
    const TemporaryFolder module;
    const Result<InsideFile> file = open_inside(module.path() / "gone", "a.mp4");
    REQUIRE_FALSE(file);
    CHECK(holds(file.error().what, "module's folder"));
}

TEST_CASE("a folder of documents is listed sorted, without hidden files and through no link") {
    const TemporaryFolder outside;
    outside.write("x.yaml", "x");
    const TemporaryFolder module;
    module.write("people/b.yaml", "b");
    module.write("people/a.yaml", "a");
    module.write("people/._a.yaml", "a");
    module.write("people/notes.txt", "n");
    fs::create_directory_symlink(outside.path(), module.path() / "index");
    const FolderFiles files{module.path()};
    CHECK(files.list("people", ".yaml") == std::vector<fs::path>{"people/a.yaml", "people/b.yaml"});
    CHECK(files.list("index", ".yaml").empty());
    CHECK(files.list("plans", ".yaml").empty());
    CHECK(files.list("..", ".yaml").empty());
}

TEST_CASE("a document over the limit is not read") {
    const TemporaryFolder module;
    module.write("ok.yaml", std::string(max_text_bytes, 'x'));
    module.write("large.yaml", std::string(max_text_bytes + 1, 'x'));
    const FolderFiles folder{module.path()};
    MemoryFiles memory;
    memory.files["ok.yaml"] = std::string(max_text_bytes, 'x');
    memory.files["large.yaml"] = std::string(max_text_bytes + 1, 'x');
    for (const ModuleFiles* files : std::vector<const ModuleFiles*>{&folder, &memory}) {
        CHECK(files->read("ok.yaml"));
        const Result<std::string> text = files->read("large.yaml");
        REQUIRE_FALSE(text);
        CHECK(text.error().place == Place{"large.yaml"});
        CHECK(holds(text.error().what, "larger than 4 MiB"));
    }
}

TEST_CASE("files in memory behave as files in a folder") {
    const TemporaryFolder module;
    MemoryFiles memory;
    for (const std::string name :
         {"module.yaml", "people/b.yaml", "people/a.yaml", "people/deep/c.yaml", "films/a.mp4"}) {
        module.write(name, "text of " + name);
        memory.files[name] = "text of " + name;
    }
    module.write("films/empty.mp4", "");
    memory.files["films/empty.mp4"] = "";
    const FolderFiles folder{module.path()};
    CHECK(folder.list("people", ".yaml") == memory.list("people", ".yaml"));
    CHECK(folder.list("plans", ".yaml") == memory.list("plans", ".yaml"));
    for (const fs::path path : {"module.yaml", "films/a.mp4", "films/b.mp4", "films/empty.mp4",
                                "../x", "/etc/passwd", "people/nul.yaml"}) {
        CAPTURE(path.string());
        CHECK(folder.usable(path).has_value() == memory.usable(path).has_value());
        const Result<std::string> on_disk = folder.read(path);
        const Result<std::string> in_memory = memory.read(path);
        REQUIRE(on_disk.has_value() == in_memory.has_value());
        if (on_disk) CHECK(*on_disk == *in_memory);
        if (!on_disk) CHECK(on_disk.error().place == in_memory.error().place);
    }
}
