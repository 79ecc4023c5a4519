// Names of things in a module: [a-z0-9-]+, unique among their kind, and a type for each kind so
// that a person's id cannot be handed in for a question's.
#pragma once

#include <compare>
#include <functional>
#include <string>

namespace catalogue {

template <class Kind>
struct Id {
    std::string text;

    auto operator<=>(const Id&) const = default;
};

using ModuleId = Id<struct ModuleKind>;
using ThemeId = Id<struct ThemeKind>;
using QuestionId = Id<struct QuestionKind>;
using PersonId = Id<struct PersonKind>;
using FactId = Id<struct FactKind>;

}  // namespace catalogue

template <class Kind>
struct std::hash<catalogue::Id<Kind>> {
    std::size_t operator()(const catalogue::Id<Kind>& id) const noexcept {
        return std::hash<std::string>{}(id.text);
    }
};
