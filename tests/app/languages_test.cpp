#include "player/app/languages.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdlib>
#include <optional>
#include <string>

#include "catalogue/words.h"

namespace {

constexpr std::array variables{"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"};

void set(const char* variable, const std::optional<std::string>& value) {
    if (value) {
        ::setenv(variable, value->c_str(), 1);
    } else {
        ::unsetenv(variable);
    }
}

// What the variables were, put back at the end.
class Environment {
public:
    Environment() {
        for (std::size_t i = 0; i < variables.size(); ++i) {
            if (const char* value = std::getenv(variables[i])) before_[i] = value;
            set(variables[i], std::nullopt);
        }
    }
    ~Environment() {
        for (std::size_t i = 0; i < variables.size(); ++i)
            set(variables[i], before_[i]);
        app::speak_language("en");
    }

private:
    std::array<std::optional<std::string>, variables.size()> before_;
};

}  // namespace

TEST_CASE("the program speaks the first language of the computer that it has") {
    struct Row {
        const char* language;
        const char* lc_all;
        const char* lang;
        const char* spoken;
    };
    for (const Row& row :
         {Row{"", "", "", "en"}, Row{"", "", "cy_GB.UTF-8", "cy"}, Row{"cy", "", "", "cy"},
          Row{"de:cy:en", "", "", "cy"}, Row{"de", "", "en_GB", "en"}, Row{"", "C", "cy_GB", "en"},
          Row{"", "C.UTF-8", "", "en"}, Row{"", "cy@x", "en_GB", "cy"}, Row{":::", "", "cy", "cy"},
          Row{"en_XA", "", "", "en_XA"}, Row{"../../cy", "", "", "en"}}) {
        CAPTURE(row.language);
        CAPTURE(row.lang);
        const Environment environment;
        set("LANGUAGE", row.language);
        set("LC_ALL", row.lc_all);
        set("LANG", row.lang);
        CHECK(app::language_of_environment() == row.spoken);
    }
}

TEST_CASE("the language changes at once, and what is no language is what the computer is set to") {
    const Environment environment;
    app::speak_language("cy");
    CHECK(catalogue::spoken_language() == "cy");
    CHECK(std::string{catalogue::_("Open")} == "Agor");
    app::speak_language("en");
    CHECK(std::string{catalogue::_("Open")} == "Open");
    app::speak_language("../cy");
    CHECK(catalogue::spoken_language() == "en");
    set("LANGUAGE", "cy");
    app::speak_language("");
    CHECK(catalogue::spoken_language() == "cy");
}
