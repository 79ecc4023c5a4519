#include "catalogue/words.h"

#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "catalogue/preferences.h"

using namespace catalogue;

namespace {

constexpr const char* head =
    "msgid \"\"\nmsgstr \"\"\n\"Language: cy\\n\"\n"
    "\"Plural-Forms: nplurals=4; plural=(n==1) ? 0 : (n==2) ? 1 : (n==8 || n==11) ? 2 : "
    "3;\\n\"\n\n";

TranslationReading read(const std::string& entries) {
    return read_translation(head + entries, "cy.po");
}

// The language of a test, and English again after it.
struct Spoken {
    explicit Spoken(const Translation& translation) { speak(&translation); }
    ~Spoken() { speak(nullptr); }
};

std::string file_text(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("without a translation every sentence is said in English, with its values") {
    CHECK(std::string{_("Open")} == "Open");
    CHECK(_("Volume {:.0f} %", 49.7) == "Volume 50 %");
    CHECK(plural("{} person", "{} people", 1) == "1 person");
    CHECK(plural("{} person", "{} people", 0) == "0 people");
    CHECK(plural("One answer from {1}", "{0} answers from {1}", 3, "Moira") ==
          "3 answers from Moira");
    CHECK(spoken_language() == "en");
}

TEST_CASE("a translation is said whole, with its values in its own order") {
    const TranslationReading reading = read(
        "# a remark\n#: player/ui/start_screen.cpp\nmsgid \"Open\"\nmsgstr \"Agor\"\n\n"
        "msgid \"{} of {}\"\nmsgstr \"{1}: {0}\"\n\n"
        "msgid \"two \"\n\"lines\\n\\\"quoted\\\"\"\nmsgstr \"\"\n\"dwy \"\n\"linell\"\n\n"
        "msgid \"{} person\"\nmsgid_plural \"{} people\"\nmsgstr[0] \"un person\"\n"
        "msgstr[1] \"{} berson\"\nmsgstr[2] \"{} o bobl!\"\nmsgstr[3] \"{} o bobl\"\n");
    CHECK(reading.problems.empty());
    const Spoken welsh(reading.translation);
    CHECK(spoken_language() == "cy");
    CHECK(std::string{_("Open")} == "Agor");
    CHECK(std::string{_("Close")} == "Close");  // not translated
    CHECK(_("{} of {}", 2, 7) == "7: 2");
    CHECK(std::string{_("two lines\n\"quoted\"")} == "dwy linell");
    CHECK(plural("{} person", "{} people", 1) == "un person");
    CHECK(plural("{} person", "{} people", 2) == "2 berson");
    CHECK(plural("{} person", "{} people", 11) == "11 o bobl!");
    CHECK(plural("{} person", "{} people", 20) == "20 o bobl");
    CHECK(plural("{} clip", "{} clips", 2) == "2 clips");
}

TEST_CASE("a sentence with braces of its own is said as it was translated") {
    const TranslationReading reading =
        read("msgid \"text with '{' in it\"\nmsgstr \"testun gyda '{' neu '}' ynddo\"\n");
    CHECK(reading.problems.empty());
    const Spoken welsh(reading.translation);
    CHECK(std::string{_("text with '{' in it")} == "testun gyda '{' neu '}' ynddo");
}

TEST_CASE("a translation that could not be filled in is left out, with its line, for English") {
    struct Row {
        const char* english;
        const char* said;
    };
    for (const Row& row :
         {Row{"Volume {:.0f} %", "Sain {} %"}, Row{"Volume {:.0f} %", "Sain"},
          Row{"{} of {}", "{} o {} o {}"}, Row{"{} of {}", "{0} o {}"}, Row{"{} of {}", "{"},
          Row{"{} of {}", "}"}, Row{"{} of {}", "{} o {:d}"}, Row{"{} of {}", "{} o {{}"},
          Row{"Open", "Agor {}"}, Row{"Open", "Agor\xFF"}}) {
        CAPTURE(row.said);
        const TranslationReading reading =
            read(std::string{"msgid \""} + row.english + "\"\nmsgstr \"" + row.said + "\"\n");
        CHECK(reading.translation.sentences.empty());
        REQUIRE(reading.problems.size() == 1);
        CHECK(reading.problems.front().place.line == 6);
    }
}

TEST_CASE("what is fuzzy, not translated or has too few forms is said in English") {
    const TranslationReading reading = read(
        "#, fuzzy\nmsgid \"Open\"\nmsgstr \"Agor\"\n\nmsgid \"Close\"\nmsgstr \"\"\n\n"
        "#~ msgid \"Gone\"\n#~ msgstr \"Wedi mynd\"\n\n"
        "msgid \"{} person\"\nmsgid_plural \"{} people\"\nmsgstr[0] \"un\"\nmsgstr[1] \"dau\"\n");
    CHECK(reading.translation.sentences.empty());
    CHECK(reading.problems.size() == 1);  // of the forms
}

TEST_CASE("any bytes can be read as a translation") {
    const std::string whole =
        head +
        std::string{
            "msgid \"{} person\"\nmsgid_plural \"{} people\"\nmsgstr[0] \"un\"\nmsgstr[1] \"{} "
            "a\"\n"
            "msgstr[2] \"{}\"\nmsgstr[3] \"{} o bobl\"\n\nmsgid \"Open\"\nmsgstr \"Agor\"\n"};
    for (std::size_t i = 0; i < whole.size(); ++i) {
        for (const char other : {'"', '\\', '{', '\n', '\0', '\xFF', '9'}) {
            std::string damaged = whole;
            damaged[i] = other;
            const TranslationReading reading = read_translation(damaged, "cy.po");
            const Spoken anything(reading.translation);
            CHECK_NOTHROW(plural("{} person", "{} people", 8));
        }
        CHECK(read_translation(whole.substr(0, i), "cy.po").translation.sentences.size() <= 2);
    }
}

TEST_CASE("a number's plural form is that of the rule") {
    const char* welsh = "(n==1) ? 0 : (n==2) ? 1 : (n==8 || n==11) ? 2 : 3";
    const char* polish = "n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2";
    struct Row {
        const char* rule;
        std::size_t forms;
        unsigned long number;
        std::size_t form;
    };
    for (const Row& row :
         {Row{"n != 1", 2, 1, 0}, Row{"n != 1", 2, 0, 1}, Row{"n > 1", 2, 0, 0}, Row{"0", 1, 7, 0},
          Row{welsh, 4, 1, 0}, Row{welsh, 4, 2, 1}, Row{welsh, 4, 8, 2}, Row{welsh, 4, 11, 2},
          Row{welsh, 4, 12, 3}, Row{polish, 3, 22, 1}, Row{polish, 3, 12, 2}, Row{polish, 3, 5, 2},
          // What cannot be understood gives the last form.
          Row{"", 2, 1, 1}, Row{"n ==", 2, 1, 1}, Row{"n % 0", 2, 1, 0}, Row{"system(n)", 3, 1, 2},
          Row{"99", 2, 1, 1}}) {
        CAPTURE(row.rule);
        CAPTURE(row.number);
        CHECK(plural_form(row.rule, row.forms, row.number) == row.form);
    }
    CHECK(plural_form(std::string(100000, '('), 2, 1) == 1);
}

TEST_CASE("a stretched sentence is longer, in brackets, with its places for values") {
    for (const char* english : {"Open", "{} of {} people are ready", "Volume {:.0f} %"}) {
        CAPTURE(english);
        const std::string text = stretched_text(english);
        CHECK(text.starts_with("["));
        CHECK(text.ends_with("]"));
        CHECK(text.size() >= std::string_view{english}.size() * 14 / 10);
        CHECK(same_places(english, text, Places::All));
    }
    Translation stretched;
    stretched.stretched = true;
    const Spoken nobody(stretched);
    CHECK(_("{} of {}", 2, 7).find("2 ") != std::string::npos);
    CHECK(_("Open") == _("Open"));
}

TEST_CASE("every language of the settings is read without a problem and knows every sentence") {
    const std::filesystem::path folder = std::filesystem::path{CROSSCUT_ASSETS} / "locale";
    const TranslationReading all = read_translation(file_text(folder / "crosscut.pot"), "pot");
    CHECK(all.problems.empty());
    for (const Language& language : languages) {
        if (language.code == "en") continue;
        CAPTURE(language.code);
        const std::filesystem::path file = folder / (std::string{language.code} + ".po");
        const TranslationReading reading = read_translation(file_text(file), file);
        for (const Problem& problem : reading.problems)
            FAIL_CHECK(to_text(problem));
        CHECK(reading.translation.language == language.code);
        CHECK(reading.translation.sentences.size() > 400);
    }
}
