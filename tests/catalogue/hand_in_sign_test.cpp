#include "catalogue/hand_in_sign.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

using namespace catalogue;

namespace {

HandInId id_of(int number) {
    return {fmt::format("{:016x}", number)};
}

std::string first_sign_of(const HandInId& id) {
    return signs_of({id}).at(id);
}

std::set<HandInId> first_ids(int count) {
    std::set<HandInId> ids;
    for (int i = 0; i < count; ++i)
        ids.insert(id_of(i));
    return ids;
}

std::set<std::string> words_of(const std::map<HandInId, std::string>& signs) {
    std::set<std::string> words;
    for (const auto& [id, sign] : signs)
        words.insert(sign);
    return words;
}

}  // namespace

TEST_CASE("a sign is two plain words, always the same") {
    for (int i = 0; i < 500; ++i)
        CHECK(std::ranges::count(first_sign_of(id_of(i)), ' ') == 1);
    CHECK(signs_of(first_ids(40)) == signs_of(first_ids(40)));
    CHECK(signs_of({}).empty());
}

TEST_CASE("no two in a folder have the same sign, however many there are") {
    for (const int count : {2, 30, 400, static_cast<int>(most_signs)}) {
        CAPTURE(count);
        CHECK(words_of(signs_of(first_ids(count))).size() == static_cast<std::size_t>(count));
    }
    CHECK(signs_of(first_ids(1100)).size() == 1100);
}

TEST_CASE("of two who would have the same sign the lower id has it, and the other one near it") {
    std::map<std::string, HandInId> chosen;
    std::optional<std::pair<HandInId, HandInId>> same;
    for (int i = 0; !same; ++i) {
        const auto [there, is_new] = chosen.emplace(first_sign_of(id_of(i)), id_of(i));
        if (!is_new) same.emplace(there->second, id_of(i));
    }
    const auto signs = signs_of({same->first, same->second});
    CHECK(signs.at(same->first) == first_sign_of(same->first));
    CHECK(signs.at(same->second) != signs.at(same->first));
}

TEST_CASE("one more whose first sign nobody has changes nobody's sign") {
    std::set<HandInId> ids;
    int came = 0;
    int gave_way = 0;
    for (int i = 0; i < 600; ++i) {
        const auto before = signs_of(ids);
        const HandInId id = id_of(i);
        const bool is_free = !words_of(before).contains(first_sign_of(id));
        ids.insert(id);
        auto after = signs_of(ids);
        if (!is_free) {
            ++gave_way;
            continue;
        }
        ++came;
        CHECK(after.at(id) == first_sign_of(id));
        after.erase(id);
        CHECK(after == before);
    }
    CHECK(came > 100);
    CHECK(gave_way > 100);
}
