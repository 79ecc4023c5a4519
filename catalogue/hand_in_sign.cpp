#include "catalogue/hand_in_sign.h"

#include <fmt/format.h>

#include <array>
#include <vector>

#include "catalogue/checksum.h"

namespace catalogue {
namespace {

constexpr std::array colours{"Red",     "Blue",   "Green", "Golden", "Silver",  "White", "Black",
                             "Brown",   "Purple", "Grey",  "Orange", "Copper",  "Coral", "Amber",
                             "Scarlet", "Azure",  "Ivory", "Olive",  "Crimson", "Violet"};
constexpr std::array animals{
    "heron", "otter",   "fox",      "badger",  "falcon", "hare",     "lynx",   "owl",
    "raven", "salmon",  "seal",     "stag",    "swift",  "toad",     "trout",  "whale",
    "wren",  "beaver",  "crane",    "dolphin", "eagle",  "finch",    "gecko",  "heifer",
    "ibis",  "jackdaw", "kestrel",  "lark",    "marten", "newt",     "osprey", "puffin",
    "quail", "robin",   "starling", "tern",    "urchin", "vole",     "walrus", "yak",
    "zebra", "bison",   "camel",    "ferret",  "gannet", "hedgehog", "koala",  "lizard"};

static_assert(colours.size() * animals.size() == most_signs);

// By its number, from 0.
std::string sign(std::size_t number) {
    return fmt::format("{} {}", colours.at(number / animals.size()),
                       animals.at(number % animals.size()));
}

std::size_t first_choice(const HandInId& id) {
    const auto drawn = sha256(id.text);
    const std::size_t colour = (drawn[0] * 256U + drawn[1]) % colours.size();
    const std::size_t animal = (drawn[2] * 256U + drawn[3]) % animals.size();
    return colour * animals.size() + animal;
}

}  // namespace

std::map<HandInId, std::string> signs_of(const std::set<HandInId>& ids) {
    std::set<std::size_t> taken;
    std::map<HandInId, std::string> signs;
    // All first choices before anybody's second: else whoever gives way takes a sign that somebody
    // else was told already.
    std::vector<const HandInId*> gives_way;
    for (const HandInId& id : ids) {
        const std::size_t number = first_choice(id);
        if (taken.insert(number).second) {
            signs.emplace(id, sign(number));
        } else {
            gives_way.push_back(&id);
        }
    }
    for (const HandInId* id : gives_way) {
        std::size_t number = first_choice(*id);
        for (std::size_t tried = 0; tried < most_signs && taken.contains(number); ++tried)
            number = (number + 1) % most_signs;
        taken.insert(number);
        signs.emplace(*id, sign(number));
    }
    return signs;
}

}  // namespace catalogue
