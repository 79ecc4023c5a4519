#include "player/ui/text_edit.h"

#include <algorithm>
#include <utility>

#include "player/ui/graphemes.h"
#include "player/ui/text.h"

namespace ui {

namespace {

constexpr std::size_t most_steps = 500;

}  // namespace

TextEdit::TextEdit(std::string text)
    : text_(std::move(text)), caret_(text_.size()), anchor_(caret_) {}

std::string TextEdit::selected() const {
    return text_.substr(selected_from(), selected_to() - selected_from());
}

void TextEdit::move_to(std::size_t at, Selecting selecting) {
    caret_ = code_point_start(text_, at);
    // The middle of a character is no place either.
    if (caret_ > 0 && caret_ < text_.size()) {
        const std::size_t before = grapheme_before(text_, caret_);
        if (grapheme_after(text_, before) > caret_) caret_ = before;
    }
    if (selecting == Selecting::No) anchor_ = caret_;
    moved_ = true;
}

void TextEdit::move_left(Selecting selecting) {
    const bool collapses = has_selection() && selecting == Selecting::No;
    move_to(collapses ? selected_from() : grapheme_before(text_, caret_), selecting);
}

void TextEdit::move_right(Selecting selecting) {
    const bool collapses = has_selection() && selecting == Selecting::No;
    move_to(collapses ? selected_to() : grapheme_after(text_, caret_), selecting);
}

void TextEdit::move_word_left(Selecting selecting) {
    move_to(word_before(text_, caret_), selecting);
}

void TextEdit::move_word_right(Selecting selecting) {
    move_to(word_after(text_, caret_), selecting);
}

void TextEdit::select_all() {
    move_to(0, Selecting::No);
    move_to(text_.size(), Selecting::Yes);
}

void TextEdit::select_word_at(std::size_t at) {
    at = std::min(code_point_start(text_, at), text_.size());
    const std::size_t to = word_after(text_, word_before(text_, grapheme_after(text_, at)));
    const std::size_t from = word_before(text_, to);
    move_to(from, Selecting::No);
    move_to(to, Selecting::Yes);
}

bool TextEdit::joins(const Change& change) const {
    if (moved_ || done_.empty()) return false;
    const Change& last = done_.back();
    if (last.kind != change.kind) return false;
    if (change.kind == Kind::Typed) {
        const bool next_word = change.inserted != " " && last.inserted.ends_with(' ');
        return change.removed.empty() && last.at + last.inserted.size() == change.at &&
               !next_word && change.inserted != "\n";
    }
    return change.kind == Kind::Erased && change.inserted.empty() &&
           (change.at + change.removed.size() == last.at || change.at == last.at);
}

void TextEdit::replace(std::size_t from, std::size_t to, std::string words, Kind kind) {
    Change change{kind, from, text_.substr(from, to - from), std::move(words), caret_, anchor_};
    if (change.removed.empty() && change.inserted.empty()) return;
    text_.replace(from, to - from, change.inserted);
    caret_ = anchor_ = from + change.inserted.size();
    if (joins(change)) {
        Change& last = done_.back();
        last.inserted += change.inserted;
        if (change.at < last.at) {
            last.removed.insert(0, change.removed);
            last.at = change.at;
        } else {
            last.removed += change.removed;
        }
    } else {
        done_.push_back(std::move(change));
        if (done_.size() > most_steps) done_.erase(done_.begin());
    }
    undone_.clear();
    moved_ = false;
}

bool TextEdit::insert(std::string_view words, std::size_t most_bytes) {
    std::string clean = clean_text(words);
    const std::size_t kept = text_.size() - (selected_to() - selected_from());
    const std::size_t room = most_bytes > kept ? most_bytes - kept : 0;
    const bool fits = clean.size() <= room;
    if (!fits) clean.resize(code_point_start(clean, room));
    const bool one = !clean.empty() && grapheme_after(clean, 0) == clean.size();
    replace(selected_from(), selected_to(), std::move(clean), one ? Kind::Typed : Kind::Other);
    return fits;
}

void TextEdit::erase_selected() {
    replace(selected_from(), selected_to(), {}, Kind::Other);
}

void TextEdit::erase_left() {
    if (has_selection()) return erase_selected();
    replace(grapheme_before(text_, caret_), caret_, {}, Kind::Erased);
}

void TextEdit::erase_right() {
    if (has_selection()) return erase_selected();
    replace(caret_, grapheme_after(text_, caret_), {}, Kind::Erased);
}

void TextEdit::erase_word_left() {
    if (has_selection()) return erase_selected();
    replace(word_before(text_, caret_), caret_, {}, Kind::Other);
}

void TextEdit::erase_word_right() {
    if (has_selection()) return erase_selected();
    replace(caret_, word_after(text_, caret_), {}, Kind::Other);
}

bool TextEdit::undo() {
    if (done_.empty()) return false;
    Change change = std::move(done_.back());
    done_.pop_back();
    text_.replace(change.at, change.inserted.size(), change.removed);
    caret_ = change.caret_before;
    anchor_ = change.anchor_before;
    undone_.push_back(std::move(change));
    moved_ = true;
    return true;
}

bool TextEdit::redo() {
    if (undone_.empty()) return false;
    Change change = std::move(undone_.back());
    undone_.pop_back();
    text_.replace(change.at, change.removed.size(), change.inserted);
    caret_ = anchor_ = change.at + change.inserted.size();
    done_.push_back(std::move(change));
    moved_ = true;
    return true;
}

}  // namespace ui
