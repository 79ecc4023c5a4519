// A sheet of paper as plain data: what stands on it and in which order, not how it looks. Pure
// functions make sheets of plans, notebooks and modules; three writers make PDF, HTML and Markdown
// of them. All words are valid UTF-8 without control characters but line ends (see clean()).
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace paper {

enum class Weight { Regular, Strong, Quiet };

struct Run {
    std::string text;
    Weight weight = Weight::Regular;

    bool operator==(const Run&) const = default;
};

struct Block {
    enum class Kind {
        Heading,
        Paragraph,
        Care,  // a paragraph to see before anything else of its part: content notes, help lines
        Bullet,
        Numbered,
        Quote,  // what a person said on film
        Lines,  // to write on, after a label that may be empty
        Rule,
    };

    Kind kind = Kind::Paragraph;
    std::string id;  // by which it can be left out; unique in its sheet; empty: it stays
    std::vector<Run> runs;
    // Of a heading: what stands at its end ("In pairs, 5 minutes"). Of a quote: whose words these
    // are, and where they are in the film.
    std::string aside;
    int number = 0;      // of a Numbered
    bool close = false;  // belongs to the block before it, and stands close to it
    // Lines: so many at least, and at most where there is room.
    int fewest_lines = 0;
    int most_lines = 0;
    // The higher, the sooner it is left out where a sheet has too few pages; 0: never.
    int spare = 0;

    bool operator==(const Block&) const = default;
};

// In which letters. Andika was drawn for people who learn to read.
enum class Letters { Inter, Andika };

struct Sheet {
    std::string kind;  // "Worksheet"; stands above the title
    std::string title;
    std::string subtitle;
    std::string language;  // BCP 47 tag; may be empty
    std::vector<Block> blocks;
    std::string foot;    // at the bottom of every page
    int most_pages = 0;  // 1: it says that it fits one side; 0: as many as it takes
    Letters letters = Letters::Inter;

    bool operator==(const Sheet&) const = default;
};

// The sizes of running text between which a sheet is set; headings are in proportion.
inline constexpr double largest_text_pt = 11.5;
inline constexpr double smallest_text_pt = 9.0;

// A sheet that was made to fit its pages.
struct FittedSheet {
    Sheet sheet;             // without what has no room; its foot says how many lines that is
    std::vector<int> lines;  // to write on, for each block
    double text_pt = largest_text_pt;
    std::size_t pages = 0;
    int left_out = 0;
};

// Words from outside as they may stand on a sheet, in one line: what is no UTF-8 becomes U+FFFD,
// control characters and line ends become blanks.
std::string clean(std::string_view text);
// The same with its line ends kept, as the runs of a block may have them.
std::string clean_lines(std::string_view text);

// --- blocks ---
Block heading(std::string_view text, std::string_view aside = {});
Block paragraph(std::string_view text, Weight weight = Weight::Regular);
Block care(std::string_view label, std::string_view text);
Block bullet(std::string_view text);
Block numbered(int number, std::string_view text);
Block quote(std::string_view words, std::string_view source);
Block lines(std::string_view label, int fewest, int most);

// The Markdown of plans as blocks; its headings become strong paragraphs.
std::vector<Block> blocks_of_markdown(std::string_view markdown);

// The sheet without the blocks of these ids. A heading whose every line with an id is gone goes
// too, with all that stands below it up to the next heading. Numbers close up.
Sheet without(Sheet sheet, const std::set<std::string>& ids);

// What would be left out next for want of room: of the highest `spare`, the last block. Nothing
// (the number of blocks) when all others must stay.
std::size_t next_to_spare(const Sheet& sheet);

// Says in the sheet's foot that this many parts did not fit.
std::string foot_text(const Sheet& sheet, int left_out);

// All words of the sheet in the order in which they are read.
std::string words_of(const Sheet& sheet);

}  // namespace paper
