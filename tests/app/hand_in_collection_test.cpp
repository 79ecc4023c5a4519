#include "player/app/class_wall/hand_in_collection.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <vector>

#include "tests/app/made_up_hand_in.h"

using namespace app;
using namespace std::chrono_literals;
using made_up::hand_in;

namespace {

using Time = HandInCollection::Time;

FolderLook look_at(std::vector<FolderLook::File> files) {
    FolderLook look;
    look.files = std::move(files);
    return look;
}

FolderLook failed(int error) {
    FolderLook look;
    look.error = error;
    return look;
}

FolderLook::File whole(const catalogue::HandIn& hand_in) {
    return {catalogue::hand_in_file_name(hand_in.id), to_text(hand_in)};
}

std::string half(const catalogue::HandIn& hand_in) {
    const std::string text = to_text(hand_in);
    return text.substr(0, text.size() / 2);
}

std::vector<std::string> thoughts(const HandInCollection& collection) {
    std::vector<std::string> texts;
    for (const catalogue::HandIn& hand_in : collection.hand_ins())
        texts.push_back(hand_in.notebook.notes[0].text);
    return texts;
}

}  // namespace

TEST_CASE("the wall fills with the folder, and says when something is new") {
    HandInCollection collection{10s};
    const Time now{};
    CHECK_FALSE(collection.looked());
    CHECK(collection.take(look_at({}), now));
    CHECK(collection.looked());
    CHECK_FALSE(collection.take(look_at({}), now + 1s));
    CHECK(collection.take(look_at({whole(hand_in('a', "one"))}), now + 2s));
    CHECK(collection.take(look_at({whole(hand_in('b', "two")), whole(hand_in('a', "one"))}), now));
    CHECK(thoughts(collection) == std::vector<std::string>{"one", "two"});
    CHECK_FALSE(
        collection.take(look_at({whole(hand_in('a', "one")), whole(hand_in('b', "two"))}), now));
}

TEST_CASE("a file that is not whole is waited for, then named, and whole it is shown") {
    for (const std::optional<std::string>& broken :
         {std::optional<std::string>{half(hand_in('a', "one"))}, std::optional<std::string>{""},
          std::optional<std::string>{}, std::optional<std::string>{"something else\n"}}) {
        HandInCollection collection{10s};
        const Time now{};
        const auto name = catalogue::hand_in_file_name(hand_in('a', "one").id);
        collection.take(look_at({{name, broken}}), now);
        CHECK(collection.unreadable().empty());
        CHECK_FALSE(collection.take(look_at({{name, broken}}), now + 9s));
        CHECK(collection.unreadable().empty());
        CHECK(collection.take(look_at({{name, broken}}), now + 10s));
        CHECK(collection.unreadable() == std::vector{name});
        CHECK_FALSE(collection.take(look_at({{name, broken}}), now + 20s));
        CHECK(collection.take(look_at({whole(hand_in('a', "one"))}), now + 21s));
        CHECK(collection.unreadable().empty());
        CHECK(thoughts(collection) == std::vector<std::string>{"one"});
    }
}

TEST_CASE("a file that still grows is waited for as long as it grows") {
    HandInCollection collection{10s};
    const std::string text = to_text(hand_in('a', "one"));
    for (std::size_t length = 0; length < text.size(); ++length) {
        collection.take(look_at({{"a.handin", text.substr(0, length)}}),
                        Time{} + 9s * static_cast<int>(length));
        REQUIRE(collection.unreadable().empty());
    }
}

TEST_CASE("what was whole stays on the wall while it is written anew") {
    HandInCollection collection{10s};
    const auto file = whole(hand_in('a', "one"));
    collection.take(look_at({file}), Time{});
    collection.take(look_at({{file.name, half(hand_in('a', "two", 1))}}), Time{} + 1s);
    CHECK(thoughts(collection) == std::vector<std::string>{"one"});
    collection.take(look_at({{file.name, half(hand_in('a', "two", 1))}}), Time{} + 20s);
    CHECK(thoughts(collection) == std::vector<std::string>{"one"});
    CHECK(collection.unreadable() == std::vector{file.name});
    collection.take(look_at({whole(hand_in('a', "two", 1))}), Time{} + 21s);
    CHECK(thoughts(collection) == std::vector<std::string>{"two"});
}

TEST_CASE("two files of one notebook are the newer one, whatever they are called") {
    const auto early = hand_in('a', "early", 5);
    const auto late = hand_in('a', "late", 6);
    for (const bool swapped : {false, true}) {
        HandInCollection collection{10s};
        collection.take(look_at({{"a (2).handin", to_text(swapped ? early : late)},
                                 {"a.handin", to_text(swapped ? late : early)}}),
                        Time{});
        CHECK(thoughts(collection) == std::vector<std::string>{"late"});
    }
}

TEST_CASE("what is taken out of the folder leaves the wall") {
    HandInCollection collection{10s};
    collection.take(look_at({whole(hand_in('a', "one")), whole(hand_in('b', "two"))}), Time{});
    CHECK(collection.take(look_at({whole(hand_in('b', "two"))}), Time{}));
    CHECK(thoughts(collection) == std::vector<std::string>{"two"});
}

TEST_CASE("a folder that is gone takes nothing from the wall, and comes back") {
    HandInCollection collection{10s};
    collection.take(look_at({whole(hand_in('a', "one"))}), Time{});
    CHECK(collection.take(failed(ENOENT), Time{}));
    CHECK(collection.error() == ENOENT);
    CHECK(thoughts(collection) == std::vector<std::string>{"one"});
    CHECK_FALSE(collection.take(failed(ENOENT), Time{}));
    CHECK(collection.take(look_at({whole(hand_in('a', "one"))}), Time{}));
    CHECK(collection.error() == 0);
}

TEST_CASE("only hand-ins are looked at, and so many as a wall can take") {
    std::vector<std::string> names{"b.handin", ".a.handin", "a.handin.1-2.new", "x.notebook",
                                   "a.handin"};
    CHECK_FALSE(keep_hand_in_names(names));
    CHECK(names == std::vector<std::string>{"a.handin", "b.handin"});
    for (std::size_t i = 0; i < most_hand_ins; ++i)
        names.push_back(fmt::format("{}.handin", i));
    CHECK(keep_hand_in_names(names));
    CHECK(names.size() == most_hand_ins);
}

TEST_CASE("what is amiss is a sentence with the folder, or the files, in it") {
    for (const int error : {ENOENT, ENOTDIR, EACCES, EIO, ESTALE}) {
        const auto words = folder_words("/media/class 7b", error);
        REQUIRE(words);
        CHECK(words->find("\u201c/media/class 7b\u201d") != words->npos);
        CHECK(words->ends_with('.'));
    }
    CHECK_FALSE(folder_words("/media/class 7b", 0));
    CHECK_FALSE(unreadable_words({}));
    const auto words = unreadable_words({"a\n\x1b[2J.handin", "b\xff.handin", "c", "d", "e"});
    REQUIRE(words);
    CHECK(words->find('\n') == words->npos);
    CHECK(words->find('\x1b') == words->npos);
    CHECK(words->find('\xff') == words->npos);
    CHECK(words->find("and others") != words->npos);
    CHECK(words->find("\u201cd\u201d") == words->npos);
}
