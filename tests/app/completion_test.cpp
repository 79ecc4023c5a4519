#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <memory>

#include "tests/app/command_runner.h"
#include "tests/app/module_folder.h"

namespace {

struct Closes {
    void operator()(std::FILE* pipe) const { ::pclose(pipe); }
};

std::string output_of(const std::string& shell_line) {
    const std::unique_ptr<std::FILE, Closes> pipe{::popen(shell_line.c_str(), "r")};
    REQUIRE(pipe);
    std::string text;
    std::array<char, 4096> buffer{};
    while (const std::size_t read = std::fread(buffer.data(), 1, buffer.size(), pipe.get())) {
        text.append(buffer.data(), read);
    }
    return text;
}

// What bash offers for the last of the words, one a line.
std::string offered_by_bash(const made_up::ModuleFolder& folder,
                            const std::vector<std::string>& words) {
    folder.write("completion.bash", run({"completion", "bash"}).out);
    std::string line;
    for (const std::string& word : words)
        line += fmt::format(" '{}'", word);
    folder.write("question.bash",
                 fmt::format("source ./completion.bash\nCOMP_WORDS=(crosscut{})\n"
                             "COMP_CWORD={}\n_crosscut\nprintf '%s\\n' \"${{COMPREPLY[@]}}\"\n",
                             line, words.size()));
    return output_of(fmt::format("cd '{}' && bash ./question.bash 2>&1", folder.path().string()));
}

}  // namespace

TEST_CASE("bash offers what may stand there, and nothing else") {
    const made_up::ModuleFolder folder;
    folder.write("a module/module.yaml", "");
    folder.write("a film.mp4", "");
    struct Row {
        std::vector<std::string> words;
        std::string offered;
    };
    const Row rows[] = {
        {{"chec"}, "check\n"},
        {{"e"}, "export\n"},
        {{"export", ""}, run({"export", "--help"}).code == 0 ? "html\n" : ""},
        {{"check", "--j"}, "--json\n"},
        {{"check", "-"}, "-h\n--help\n--no-advice\n--flashes\n--all\n--json\n"},
        {{"check", "a"}, "a module\n"},
        {{"a"}, "add-person\na module\n"},
        {{"add-person", "a f"}, "a film.mp4\n"},
        {{"--way", ""}, "talk\nwhole\nhang\nmix\n"},
        {{"play", "--way", "h"}, "hang\n"},
        {{"--seed", ""}, "\n"},
        {{"completion", ""}, "bash\nzsh\nfish\n"},
        {{"export", "html", "--h"}, "--help\n"},
    };
    for (const Row& row : rows) {
        std::string line;
        for (const std::string& word : row.words)
            line += word + "|";
        CAPTURE(line);
        const std::string offered = offered_by_bash(folder, row.words);
        if (row.words == std::vector<std::string>{"export", ""}) {
            CHECK(holds(offered, row.offered));  // further exports come
        } else {
            CHECK(offered == row.offered);
        }
    }
}

TEST_CASE("every command, and every option of every command, is completed and is in the manual") {
    for (const std::vector<std::string>& maker :
         std::vector<std::vector<std::string>>{{"completion", "bash"},
                                               {"completion", "zsh"},
                                               {"completion", "fish"},
                                               {"manual-page"}}) {
        std::string text = run(maker).out;
        std::erase(text, '\\');  // hyphens of troff
        CAPTURE(maker.back());
        for (const char* word :
             {"play", "check", "new", "add-person", "info", "prepare", "export", "import",
              "talking-jobs", "html", "tour", "completion", "manual-page", "json", "seed", "agreed",
              "full-screen", "loudness", "language"}) {
            CAPTURE(word);
            CHECK(holds(text, word));
        }
    }
}

TEST_CASE("an unknown shell is a mistake of usage") {
    const Said said = run({"completion", "tcsh"});
    CHECK(said.code == 2);
    CHECK(holds(said.err, "tcsh not in {bash,zsh,fish}"));
}

TEST_CASE("the manual page has its sections, and no line of text is a request") {
    const std::string page = run({"manual-page"}).out;
    for (const char* section :
         {"NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "COMMANDS", "EXIT STATUS", "FILES"}) {
        CHECK(holds(page, std::string("\n.SH ") + section + "\n"));
    }
    std::istringstream lines(page);
    const std::vector<std::string> requests{".\\\"", ".TH", ".SH", ".SS", ".TP", ".PP",
                                            ".RS",   ".RE", ".nf", ".fi", ".br"};
    for (std::string line; std::getline(lines, line);) {
        CAPTURE(line);
        CHECK_FALSE(line.starts_with('\''));
        CHECK_FALSE(line.empty());
        if (!line.starts_with('.')) continue;
        CHECK(std::ranges::find(requests, line.substr(0, line.find(' '))) != requests.end());
    }
}
