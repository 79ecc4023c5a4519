// Finds texts by the words that are being typed: the beginnings of words are enough, capital
// letters and accents make no difference. Knows nothing of what the texts are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/problem.h"

namespace catalogue {

// Bytes of a text.
struct Stretch {
    std::size_t from = 0;
    std::size_t to = 0;

    bool operator==(const Stretch&) const = default;
};

// How well a text fits what was typed, the best first.
enum class Likeness : std::uint8_t {
    AsTyped,     // the words stand there one after the other
    WholeWords,  // all of them, anywhere in the text
    Beginnings,  // words that begin with them
};
inline constexpr std::size_t likenesses = 3;

struct Match {
    std::size_t text = 0;
    Likeness likeness = Likeness::AsTyped;

    bool operator==(const Match&) const = default;
};

// In memory, and gone with the object. One thread at a time.
class SearchIndex {
public:
    static Result<SearchIndex> open();
    ~SearchIndex();
    SearchIndex(SearchIndex&& other) noexcept;
    SearchIndex& operator=(SearchIndex&& other) noexcept;

    // Texts are numbered from 0 on. Adding many is much quicker between begin() and end().
    void begin();
    void add(std::string text);
    void end();
    std::size_t size() const;
    const std::string& text(std::size_t number) const;

    // The texts that hold all the typed words, each once, the best likeness first and then as they
    // were added. Of the last word, and of others of three letters and more, the beginning is
    // enough; between quotation marks the words stand one after the other. Nothing for no words.
    std::vector<Match> find(std::string_view typed) const;
    // What of this text was meant by it, in order.
    std::vector<Stretch> meant_by(std::string_view typed, std::size_t number) const;
    // The words in what was typed.
    std::vector<std::string> words_of(std::string_view typed) const;

    // Every word of the texts, as words_of() writes it, and in how many places it stands.
    std::vector<std::pair<std::string, std::uint32_t>> all_words() const;
    // Words of the texts that are spelt much like this one, the likest first.
    std::vector<std::string> spelt_like(std::string_view word, std::size_t most) const;

private:
    SearchIndex();
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace catalogue
