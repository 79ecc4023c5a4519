// A module whose every picture can be told: five people, six questions, films of all the kinds
// that modules have.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "lessons/grid.h"
#include "tests/support/numbered_picture.h"

namespace end_to_end {

using lessons::Cell;
using support::NumberedPicture;

// The pictures of an answer, the last one included.
struct NumberedClip {
    int film = 0;
    int first = 0;
    int last = 0;
    double rate = 25;  // pictures a second

    bool contains(const NumberedPicture& picture) const {
        return picture.film == film && picture.number >= first && picture.number <= last;
    }
    NumberedPicture first_picture() const { return {film, first}; }
    NumberedPicture last_picture() const { return {film, last}; }
    double length_s() const { return (last - first + 1) / rate; }
};

// Made into a folder, once; writing it takes some seconds.
class NumberedModule {
public:
    // Throws std::runtime_error when a film cannot be made.
    explicit NumberedModule(std::filesystem::path folder);

    const std::filesystem::path& folder() const { return folder_; }
    int people() const;
    int questions() const;
    bool playable(Cell cell) const { return clip(cell) != nullptr; }
    // Nothing for an empty and for a withheld cell.
    const NumberedClip* clip(Cell cell) const;
    // Whose answer to what a picture belongs to; nothing for one that is in no answer, which is
    // never to be seen.
    std::optional<Cell> cell_of(const NumberedPicture& picture) const;
    std::vector<Cell> playable_cells() const;

    // Its answer is long enough for seeking about, and has captions.
    static constexpr Cell long_answer{2, 5};
    static constexpr double caption_pause_from_s = 20;  // into the answer
    static constexpr double caption_pause_to_s = 25;
    static constexpr Cell empty{3, 1};
    static constexpr Cell withheld{0, 3};

private:
    void make_films(std::size_t person);
    void write(const std::string& file, const std::string& text) const;

    std::filesystem::path folder_;
    std::vector<std::optional<NumberedClip>> clips_;  // one person after another
};

}  // namespace end_to_end
