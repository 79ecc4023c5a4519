#include "catalogue/notebook_journal.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace catalogue;

namespace {

const std::vector<std::string> texts = {"first", "", "the third, which is longer"};

std::string journal() {
    std::string all;
    for (const std::string& text : texts)
        all += journal_record(text);
    return all;
}

}  // namespace

TEST_CASE("a journal gives back its last record") {
    const JournalReading read = read_journal(journal());
    CHECK(read.latest == texts.back());
    CHECK(read.first == texts.front());
    CHECK(read.records == texts.size());
    CHECK(read.whole_bytes == journal().size());
    CHECK_FALSE(read_journal("").latest);
}

TEST_CASE("a journal that was cut off anywhere gives back the last record that is whole") {
    std::size_t whole = 0;
    std::size_t next_end = journal_record(texts[0]).size();
    for (std::size_t length = 0; length <= journal().size(); ++length) {
        if (whole < texts.size() && length == next_end) {
            ++whole;
            if (whole < texts.size()) next_end += journal_record(texts[whole]).size();
        }
        CAPTURE(length);
        const JournalReading read = read_journal(journal().substr(0, length));
        CHECK(read.records == whole);
        CHECK(read.latest.has_value() == (whole > 0));
        if (read.latest) CHECK(*read.latest == texts[whole - 1]);
    }
}

TEST_CASE("a bit that differs takes away its record and those behind it, and no other") {
    const std::size_t first = journal_record(texts[0]).size();
    const std::size_t second = first + journal_record(texts[1]).size();
    for (std::size_t bit = 0; bit < journal().size() * 8; ++bit) {
        std::string damaged = journal();
        damaged[bit / 8] ^= static_cast<char>(1 << bit % 8);
        CAPTURE(bit);
        const std::size_t before = bit / 8 < first ? 0 : bit / 8 < second ? 1 : 2;
        CHECK(read_journal(damaged).records == before);
    }
}

TEST_CASE("zeros, as a file system leaves them after a power cut, are no records") {
    CHECK(read_journal(std::string(4096, '\0')).records == 0);
    CHECK(read_journal(journal() + std::string(4096, '\0')).latest == texts.back());
}
