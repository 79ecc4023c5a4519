#include "catalogue/language_tag.h"

#include <doctest/doctest.h>

#include <vector>

using catalogue::is_language_tag;
using catalogue::nearest_language;

TEST_CASE("a language tag has letters that are given to a language") {
    for (const char* tag :
         {"en", "cy", "en-GB", "EN-gb", "zh-Hant-TW", "gsw", "sr-Latn", "de-1996"}) {
        CAPTURE(tag);
        CHECK(is_language_tag(tag));
    }
    // Wales and the Ukraine as countries, no language, and what is written otherwise.
    for (const char* tag : {"", "e", "xx", "we", "ua-UA", "welsh", "plain english", "en_GB", "en-",
                            "en--GB", "-en", "en-toolonggroup", "1a", "c y", "en-\xc3\xa9"}) {
        CAPTURE(tag);
        CHECK_FALSE(is_language_tag(tag));
    }
}

TEST_CASE("a reader gets their language, else it without its region, else it of another region") {
    struct Row {
        std::vector<std::string> tags;
        const char* wanted;
        int place;  // -1: none
    };
    for (const Row& row :
         {Row{{"en", "cy"}, "cy", 1}, Row{{"en", "cy"}, "cy-GB", 1},
          Row{{"en-GB", "en", "cy"}, "en-US", 1}, Row{{"cy", "en-GB"}, "en", 1},
          Row{{"cy", "EN-gb"}, "en-GB", 1}, Row{{"pt-PT", "pt-BR"}, "pt-BR", 1},
          Row{{"zh-Hans", "zh-Hant"}, "zh-Hant-TW", 1}, Row{{"cy", "en"}, "en_XA", 1},
          Row{{"en", "cy"}, "de", -1}, Row{{"en", ""}, "", -1}, Row{{}, "en", -1}}) {
        CAPTURE(row.wanted);
        const auto found = nearest_language(row.tags, row.wanted);
        CHECK((found ? static_cast<int>(*found) : -1) == row.place);
    }
}
