#include <doctest/doctest.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "catalogue/inside_file.h"
#include "catalogue/module_reader.h"
#include "catalogue/pack_format.h"
#include "catalogue/pack_writer.h"
#include "tests/catalogue/spoilt_pack.h"
#include "tests/catalogue/temporary_folder.h"

using namespace catalogue;
namespace fs = std::filesystem;

namespace {

const std::map<std::string, std::string> made_up_files = {
    {"module.yaml",
     "format: 1\nid: made-up\nversion: \"1\"\ntitle: Made up\nlanguage: en\nlicence: CC0-1.0\n"
     "themes:\n  - {id: work, name: Work}\nquestions:\n"
     "  - {id: q0, theme: work, text: \"First?\", label: First}\n"},
    {"people/ada.yaml",
     "format: 1\nname: Ada\njob: {title: baker, article: a}\nconsent: given\nanswers:\n"
     "  q0: {film: films/ada.mp4}\n"},
    {"films/ada.mp4", "not a film"}};

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// Packs all that is in the folder; returns the pack.
fs::path packed_of(const TemporaryFolder& place, const std::vector<std::string>& names) {
    const fs::path file = place.path() / "made.crosscut";
    const int descriptor = open(file.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    REQUIRE(descriptor >= 0);
    PackWriter writer{descriptor};
    REQUIRE(writer.begin());
    for (const std::string& name : names) {
        const auto opened = open_inside(place.path() / "module", name);
        REQUIRE(opened);
        REQUIRE(writer.add(name, *opened, [](std::uint64_t) {}));
    }
    REQUIRE(writer.finish());
    close(descriptor);
    return file;
}

struct Made {
    TemporaryFolder place;
    fs::path folder = place.path() / "module";
    fs::path packed;

    Made() {
        std::vector<std::string> names;
        for (const auto& [name, text] : made_up_files) {
            place.write("module/" + name, text);
            names.push_back(name);
        }
        packed = packed_of(place, names);
    }
};

}  // namespace

TEST_CASE("a pack looks like the folder that it was made of") {
    const Made made;
    for (const auto& [name, text] : made_up_files) {
        CAPTURE(name);
        const auto opened = open_inside(made.packed, name);
        REQUIRE(opened);
        CHECK(opened->size_bytes() == text.size());
        const auto whole = read_whole(*opened, 1000);
        REQUIRE(whole);
        CHECK(*whole == text);
        CHECK(FolderFiles{made.packed}.usable(name));
    }
    CHECK(names_inside(made.packed, "people") == std::vector<std::string>{"ada.yaml"});
    CHECK(names_inside(made.packed, "").size() == 4);  // and what says that it is a pack
    CHECK(names_inside(made.packed, "plans").empty());
    const ModuleReading reading = read_module(FolderFiles{made.packed});
    CHECK(reading.problems.empty());
    REQUIRE(reading.module);
    CHECK(reading.module->cell(0, 0).state == CellState::Playable);
}

TEST_CASE("a pack says by its first bytes what it is") {
    const Made made;
    const std::string bytes = text_of(made.packed);
    CHECK(bytes.substr(30, 8 + 35) == "mimetypeapplication/vnd.crosscut.module+zip");
}

TEST_CASE("the same files make the same pack") {
    const Made one;
    const Made other;
    CHECK(text_of(one.packed) == text_of(other.packed));
}

TEST_CASE("a file in a pack ends where it ends, and is read from anywhere") {
    const Made made;
    const auto film = open_inside(made.packed, "films/ada.mp4");
    REQUIRE(film);
    std::string bytes(100, '\0');
    CHECK(film->read_at(0, bytes.data(), bytes.size()) == 10);
    CHECK(bytes.substr(0, 10) == "not a film");
    CHECK(film->read_at(4, bytes.data(), 3) == 3);
    CHECK(bytes.substr(0, 3) == "a f");
    CHECK(film->read_at(10, bytes.data(), bytes.size()) == 0);
    CHECK(film->read_at(1U << 30, bytes.data(), bytes.size()) == 0);
    CHECK_FALSE(film->whole_file());
    REQUIRE(film->state());
    CHECK(film->state()->size_bytes == 10);
}

TEST_CASE("what is not in a pack is said as in a folder") {
    const Made made;
    struct Row {
        const char* path;
        const char* what;
        const char* hint;
    };
    for (const Row& row : {Row{"films/ads.mp4", "there is no 'films/ads.mp4'", "'ada.mp4'"},
                           Row{"films", "is a folder", "name a file"},
                           Row{"../ada.mp4", "leaves the module", "into the module's folder"}}) {
        CAPTURE(row.path);
        const auto opened = open_inside(made.packed, row.path);
        REQUIRE_FALSE(opened);
        CHECK_MESSAGE(holds(opened.error().what, row.what), opened.error().what);
        CHECK_MESSAGE(holds(opened.error().hint, row.hint), opened.error().hint);
        CHECK_FALSE(out_of_reach(made.packed, row.path));
    }
}

TEST_CASE("a pack that was exchanged is another one") {
    const Made made;
    const auto before = open_inside(made.packed, "films/ada.mp4");
    REQUIRE(before);
    made.place.write("module/films/ada.mp4", "another film");
    packed_of(made.place, {"module.yaml", "films/ada.mp4"});
    const auto after = open_inside(made.packed, "films/ada.mp4");
    REQUIRE(after);
    CHECK(*read_whole(*after, 100) == "another film");
    REQUIRE(before->state());
    CHECK(before->state()->size_bytes != before->size_bytes());
}

TEST_CASE("a pack that is gone is out of reach, and its folder may be") {
    const TemporaryFolder place;
    CHECK(out_of_reach(place.path() / "no/made.crosscut", "films/ada.mp4"));
}

TEST_CASE(
    "a text that was damaged in a pack is not read, and a film is found when all is compared") {
    const Made made;
    const auto spoil = [&](const char* part) {
        std::string bytes = text_of(made.packed);
        bytes[bytes.find(part)] ^= 1;
        std::ofstream(made.packed, std::ios::binary) << bytes;
    };
    const auto compared = [&] {
        std::uint64_t last = 0;
        std::vector<std::string> found;
        for (const Problem& one :
             damage_in(made.packed, [&](std::uint64_t done_bytes, std::uint64_t of_bytes) {
                 CHECK(done_bytes > last);
                 CHECK(done_bytes <= of_bytes);
                 last = done_bytes;
             })) {
            found.push_back(one.place.file.string());
        }
        return found;
    };
    CHECK(compared().empty());
    spoil("not a film");
    CHECK(read_module(FolderFiles{made.packed}).problems.empty());
    CHECK(compared() == std::vector<std::string>{"films/ada.mp4"});
    spoil("name: Ada");
    const ModuleReading reading = read_module(FolderFiles{made.packed});
    REQUIRE_FALSE(reading.problems.empty());
    CHECK(to_text(reading.problems.front()) ==
          "people/ada.yaml: 'people/ada.yaml' is damaged in the pack (copy it again, or make it "
          "again with 'crosscut pack')");
    CHECK(compared() == std::vector<std::string>{"films/ada.mp4", "people/ada.yaml"});
    CHECK(damage_in(made.folder, {}).empty());
}

TEST_CASE("text that another program has compressed is read") {
    // A deflated block that holds its bytes as they are; and the checksum of "hello".
    const std::string block{"\x01\x05\x00\xfa\xffhello", 10};
    constexpr std::uint32_t checksum = 0x3610a686;
    const TemporaryFolder place;
    spoilt::Entry entry{.name = "a.txt", .bytes = block, .method = 8, .size = 5};
    entry.checksum = checksum;
    spoilt::Entry wrong = entry;
    wrong.name = "wrong.txt";
    wrong.checksum = 1;
    spoilt::Entry more = entry;
    more.name = "more.txt";
    more.size = 4;  // than it says
    place.write("a.crosscut", spoilt::bytes_of({{entry, wrong, more}}));
    const auto opened = open_inside(place.path() / "a.crosscut", "a.txt");
    REQUIRE(opened);
    CHECK(*read_whole(*opened, 100) == "hello");
    for (const char* name : {"wrong.txt", "more.txt"}) {
        CAPTURE(name);
        const auto damaged = open_inside(place.path() / "a.crosscut", name);
        REQUIRE_FALSE(damaged);
        CHECK(holds(damaged.error().what, "is damaged in the pack"));
    }
}

TEST_CASE("what a module must not hold is left out of a pack, and the rest plays") {
    struct Row {
        spoilt::Entry entry;
        const char* what;
    };
    const std::vector<Row> rows = {
        {{.name = "../evil.yaml", .bytes = "x"}, "leaves the module by '..'"},
        {{.name = "/etc/passwd", .bytes = "x"}, "starts at the root of the disk"},
        {{.name = "a\\b.txt", .bytes = "x"}, "backslash"},
        {{.name = "C:/a.txt", .bytes = "x"}, "drive letter"},
        {{.name = "nul", .bytes = "x"}, "device on Windows"},
        {{.name = "", .bytes = "x"}, "the path is empty"},
        {{.name = std::string("a\0b", 3), .bytes = "x"}, "control character"},
        {{.name = "caf\xe9", .bytes = "x"}, "not UTF-8"},
        {{.name = "link", .bytes = "/etc/passwd", .mode = S_IFLNK | 0777}, "is a link"},
        {{.name = "pipe", .bytes = "", .mode = S_IFIFO | 0777}, "a device or a pipe"},
        {{.name = "secret", .bytes = "x", .flags = 1}, "is encrypted"},
        {{.name = "hidden", .bytes = "x", .flags = 1U << 13}, "is encrypted"},
        {{.name = "odd", .bytes = "x", .method = 12}, "packed in a way that is not known"},
        {{.name = "two", .bytes = "x", .size = 9}, "says two sizes of itself"},
        {{.name = "large", .bytes = "x", .method = 8, .size = 65U << 20}, "larger than 64 MiB"},
        {{.name = "bomb", .bytes = "x", .method = 8, .size = 60U << 20}, "more than 200 times"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        spoilt::Pack made;
        for (const auto& [name, text] : made_up_files) {
            made.entries.push_back({.name = name, .bytes = text});
        }
        made.entries.push_back(row.entry);
        const TemporaryFolder place;
        place.write("a.crosscut", spoilt::bytes_of(made));
        const ModuleReading reading = read_module(FolderFiles{place.path() / "a.crosscut"});
        REQUIRE_FALSE(reading.problems.empty());
        const std::string said = to_text(reading.problems.front());
        CHECK_MESSAGE(holds(said, row.what), said);
        CHECK_MESSAGE(holds(said, "a.crosscut: "), said);
        CHECK(reading.problems.size() == 1);
        REQUIRE(reading.module);
        CHECK(reading.module->cell(0, 0).state == CellState::Playable);
        CHECK_FALSE(open_inside(place.path() / "a.crosscut", row.entry.name));
    }
}

TEST_CASE("a file that is in a pack twice counts for neither") {
    const TemporaryFolder place;
    place.write(
        "a.crosscut",
        spoilt::bytes_of({{{.name = "a.txt", .bytes = "one"}, {.name = "a.txt", .bytes = "two"}}}));
    CHECK_FALSE(open_inside(place.path() / "a.crosscut", "a.txt"));
    const auto left_out = left_out_of(place.path() / "a.crosscut");
    REQUIRE(left_out.size() == 1);
    CHECK(holds(left_out[0].what, "more than once"));
}

TEST_CASE("what is a file and a folder in a pack is no file") {
    const TemporaryFolder place;
    place.write(
        "a.crosscut",
        spoilt::bytes_of({{{.name = "a", .bytes = "one"}, {.name = "a/b", .bytes = "two"}}}));
    CHECK_FALSE(open_inside(place.path() / "a.crosscut", "a"));
    CHECK(open_inside(place.path() / "a.crosscut", "a/b"));
    const auto left_out = left_out_of(place.path() / "a.crosscut");
    REQUIRE(left_out.size() == 1);
    CHECK(holds(left_out[0].what, "is a file and a folder"));
}

TEST_CASE("a pack that is damaged as a whole, or made to do harm, is refused with a sentence") {
    const spoilt::Entry one{.name = "a.txt", .bytes = "one"};
    spoilt::Entry again = one;
    again.name = "b.txt";
    again.header = 0;
    spoilt::Entry far = one;
    far.header = 5000;
    spoilt::Entry renamed = one;
    renamed.local_name = "x.txt";
    struct Row {
        std::string bytes;
        const char* what;
    };
    const std::string good = spoilt::bytes_of({{one}});
    const std::vector<Row> rows = {
        {"", "not a pack"},
        {"PK", "not a pack"},
        {"what somebody wrote, and called a pack", "not a pack"},
        {good.substr(0, good.size() - 1), "not a pack"},
        {good + "x", "not a pack"},
        {spoilt::bytes_of({.entries = {one}, .more_entries = 1}), "directory of this pack"},
        {spoilt::bytes_of({.entries = {one}, .directory_shift = 1}), "directory of this pack"},
        {spoilt::bytes_of({.entries = {one}, .disk = 1}), "in several parts"},
        {spoilt::bytes_of({.entries = {one, again}}), "lie over each other"},
        {spoilt::bytes_of({.entries = {far}}), "lie over each other"},
        {spoilt::bytes_of({.entries = {renamed}}), "is damaged in the pack"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        const TemporaryFolder place;
        place.write("a.crosscut", row.bytes);
        const auto opened = open_inside(place.path() / "a.crosscut", "a.txt");
        REQUIRE_FALSE(opened);
        CHECK_MESSAGE(holds(opened.error().what, row.what), opened.error().what);
        CHECK_FALSE(opened.error().hint.empty());
    }
}

TEST_CASE("what stands behind the end of a pack as its comment is passed over") {
    const TemporaryFolder place;
    place.write("a.crosscut", spoilt::bytes_of({.entries = {{.name = "a.txt", .bytes = "one"}},
                                                .comment = "PK\5\6 and more"}));
    CHECK(open_inside(place.path() / "a.crosscut", "a.txt"));
}

TEST_CASE("a pack in which any byte was changed or that was cut anywhere does no harm") {
    const Made made;
    const std::string good = text_of(made.packed);
    for (std::size_t at = 0; at < good.size(); ++at) {
        CAPTURE(at);
        std::string changed = good;
        changed[at] = static_cast<char>(changed[at] ^ 0xFF);
        for (const std::string& bytes : {changed, good.substr(0, at)}) {
            made.place.write("spoilt.crosscut", bytes);
            const ModuleReading reading =
                read_module(FolderFiles{made.place.path() / "spoilt.crosscut"});
            CHECK((reading.module.has_value() || !reading.problems.empty()));
        }
    }
}

TEST_CASE("a pack of more than four gigabytes, with more than 65535 files, is read") {
    constexpr std::uint64_t film_bytes = 5'000'000'000;
    std::vector<std::pair<std::string, PackEntry>> entries;
    PackEntry film;
    film.packed_bytes = film.size_bytes = film_bytes;
    entries.emplace_back("films/long.mp4", film);
    const std::string film_header = local_header(film, "films/long.mp4");
    PackEntry small;
    small.packed_bytes = small.size_bytes = 3;
    std::string rest;
    for (int i = 0; i < 66'000; ++i) {
        const std::string name = fmt::format("captions/{}.vtt", i);
        small.header = film_header.size() + film_bytes + rest.size();
        entries.emplace_back(name, small);
        rest += local_header(small, name) + "abc";
    }
    const TemporaryFolder place;
    const fs::path file = place.path() / "large.crosscut";
    {
        // Full of holes: it takes no room.
        std::ofstream out(file, std::ios::binary);
        out << film_header;
        out.seekp(static_cast<std::streamoff>(film_header.size() + film_bytes));
        out << rest << directory_text(entries, film_header.size() + film_bytes + rest.size());
    }
    const auto long_film = open_inside(file, "films/long.mp4");
    REQUIRE(long_film);
    CHECK(long_film->size_bytes() == film_bytes);
    char byte = 'x';
    CHECK(long_film->read_at(film_bytes - 1, &byte, 1) == 1);
    CHECK(byte == '\0');
    CHECK(long_film->read_at(film_bytes, &byte, 1) == 0);
    const auto last = open_inside(file, "captions/65999.vtt");
    REQUIRE(last);
    CHECK(*read_whole(*last, 10) == "abc");
    CHECK(left_out_of(file).empty());
}
