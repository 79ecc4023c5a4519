// What went wrong with something that came from outside, in words for a person.
#pragma once

#include <cassert>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace catalogue {

// Where in the files of a module. Lines and columns count from 1; 0 means "the file as a whole".
struct Place {
    std::filesystem::path file;
    int line = 0;
    int column = 0;

    auto operator<=>(const Place&) const = default;
};

enum class Severity {
    Error,    // something cannot be used
    Warning,  // everything can be used, but it is probably not what was meant
};

// A problem has a place, what is wrong, and what to do about it. `what` and `hint` are sentences
// for a teacher, without a full stop.
struct Problem {
    Place place;
    std::string what;
    std::string hint;
    Severity severity = Severity::Error;

    bool operator==(const Problem&) const = default;
};

// "module.yaml:14:9: what (hint)"; the place is left out where it is empty.
std::string to_text(const Problem& problem);

// A value, or the problem that kept us from having it. Has the verbs of std::expected, to become
// an alias of it once the compiler has it.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
    Result(Problem problem) : held_(std::in_place_index<1>, std::move(problem)) {}

    bool has_value() const { return held_.index() == 0; }
    explicit operator bool() const { return has_value(); }

    // The value; only when has_value().
    T& value() & { return *std::get_if<0>(&held_); }
    const T& value() const& { return *std::get_if<0>(&held_); }
    T&& value() && { return std::move(*std::get_if<0>(&held_)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return std::get_if<0>(&held_); }
    const T* operator->() const { return std::get_if<0>(&held_); }

    // The problem; only when !has_value().
    const Problem& error() const { return *std::get_if<1>(&held_); }

private:
    std::variant<T, Problem> held_;
};

// Success without a value.
using Outcome = Result<std::monostate>;
inline Outcome done() {
    return std::monostate{};
}

inline Problem fail(Place place, std::string what, std::string hint = {}) {
    return Problem{std::move(place), std::move(what), std::move(hint), Severity::Error};
}

}  // namespace catalogue
