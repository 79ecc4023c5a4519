// A module on disk, written for one test and gone after it. Its films are not films: nothing here
// plays them.
#pragma once

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace made_up {

class ModuleFolder {
public:
    ModuleFolder() {
        write("module.yaml",
              "format: 1\nid: made-up\nversion: \"1\"\ntitle: Made up\nlanguage: en\n"
              "licence: CC0-1.0\nthemes:\n  - {id: work, name: Work}\nquestions:\n"
              "  - {id: q0, theme: work, text: \"First?\", label: First}\n"
              "  - {id: q1, theme: work, text: \"Second?\", label: Second}\n");
    }
    ~ModuleFolder() { std::filesystem::remove_all(path_); }
    ModuleFolder(const ModuleFolder&) = delete;
    ModuleFolder& operator=(const ModuleFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }

    void write(const std::string& name, const std::string& text) const {
        const std::filesystem::path file = path_ / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << text;
    }

    void add_person(const std::string& id) const {
        write("films/" + id + "-q0.mp4", "not a film");
        write("films/" + id + "-q1.mp4", "not a film");
        write("people/" + id + ".yaml",
              fmt::format("format: 1\nname: {0}\njob: {{title: baker, article: a}}\nanswers:\n"
                          "  q0: {{film: films/{0}-q0.mp4}}\n  q1: {{film: films/{0}-q1.mp4}}\n",
                          id));
    }

private:
    std::filesystem::path path_ =
        std::filesystem::temp_directory_path() / fmt::format("crosscut-module-{}", ::getpid());
};

}  // namespace made_up
