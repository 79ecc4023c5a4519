// A text that is being written: what was typed, the caret, what is selected, and the way back.
// Knows nothing of letters' widths or of keys: text_field.h asks it for what was pressed. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

enum class Selecting { No, Yes };  // whether a move of the caret takes the selection along

// All places are bytes of UTF-8 and never within a character as graphemes.h counts them.
class TextEdit {
public:
    TextEdit() = default;
    // The caret stands at the end.
    explicit TextEdit(std::string text);

    const std::string& text() const { return text_; }
    std::size_t caret() const { return caret_; }
    // From and to: the same when nothing is selected.
    std::size_t selected_from() const { return caret_ < anchor_ ? caret_ : anchor_; }
    std::size_t selected_to() const { return caret_ < anchor_ ? anchor_ : caret_; }
    bool has_selection() const { return caret_ != anchor_; }
    std::string selected() const;

    // --- moves: nothing of them is undone ---
    void move_to(std::size_t at, Selecting selecting);
    // By one character or word. Without selecting, a selection collapses to its end on that side.
    void move_left(Selecting selecting);
    void move_right(Selecting selecting);
    void move_word_left(Selecting selecting);
    void move_word_right(Selecting selecting);
    void select_all();
    void select_word_at(std::size_t at);

    // --- changes: each takes the place of what is selected ---
    // Cleaned (text.h), line ends kept; as much of it as `most_bytes` of text leave room for.
    // Returns whether all of it found room.
    bool insert(std::string_view words, std::size_t most_bytes);
    void erase_left();
    void erase_right();
    void erase_word_left();
    void erase_word_right();
    void erase_selected();

    // What was typed in one go is one step, a word at a time. Each returns whether there was one.
    bool undo();
    bool redo();

private:
    enum class Kind { Typed, Erased, Other };
    struct Change {
        Kind kind = Kind::Other;
        std::size_t at = 0;
        std::string removed;
        std::string inserted;
        std::size_t caret_before = 0;
        std::size_t anchor_before = 0;
    };
    void replace(std::size_t from, std::size_t to, std::string words, Kind kind);
    bool joins(const Change& change) const;

    std::string text_;
    std::size_t caret_ = 0;
    std::size_t anchor_ = 0;
    bool moved_ = true;  // since the last change: the next one is a step of its own
    std::vector<Change> done_;
    std::vector<Change> undone_;
};

}  // namespace ui
