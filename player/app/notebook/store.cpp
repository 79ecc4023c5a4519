#include "player/app/notebook/store.h"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>
#include <random>
#include <utility>

#include "catalogue/notebook_lineage.h"
#include "player/app/notebook/threads.h"
#include "player/app/notebook/words.h"

namespace app {
namespace {

using catalogue::Note;
using catalogue::Notebook;
using catalogue::NoteId;
using namespace std::chrono_literals;

// A disk that works answers sooner.
constexpr auto hangs_after = 1s;
constexpr std::size_t most_name_bytes = 60;

std::shared_ptr<Disk> or_real(std::shared_ptr<Disk> disk) {
    if (disk) return disk;
    return {std::shared_ptr<void>{}, &real_disk()};  // nobody's: it is there for ever
}

bool has_room(const Notebook& notebook) {
    if (notebook.notes.size() > catalogue::most_notes) return false;
    std::size_t bytes = 0;
    for (const Note& note : notebook.notes) {
        if (std::max(note.text.size(), note.quoted.size()) > catalogue::most_note_text_bytes) {
            return false;
        }
        constexpr std::size_t around = 500;  // more than keys, ids and times take
        bytes += 2 * (note.text.size() + note.quoted.size()) + around;
    }
    // Quoted, a character may take more than two bytes for one; so near the end it is counted.
    return bytes < catalogue::most_notebook_bytes / 4 ||
           catalogue::to_text(notebook).size() <=
               catalogue::most_notebook_bytes - catalogue::most_lineage_bytes;
}

void clean(Note& note) {
    note.text = catalogue::clean_note_text(note.text);
    note.quoted = catalogue::clean_note_text(note.quoted);
}

// Only pins that are there, each once.
void clean_board(Notebook& notebook) {
    std::vector<NoteId> board;
    for (NoteId& id : notebook.board) {
        if (find_note(notebook, id) != nullptr && std::ranges::find(board, id) == board.end()) {
            board.push_back(std::move(id));
        }
    }
    notebook.board = std::move(board);
}

// A file that is still what the journal began with is behind it. Of any other nobody knows whether
// what it lacks was taken away: then nothing is.
Notebook with_what_is_there(const std::optional<Notebook>& base, const Notebook& ours,
                            const Notebook& there) {
    return merge(base == there ? base : std::nullopt, ours, there);
}

bool hangs(const std::optional<NotebookTime>& since, NotebookTime now) {
    return since && now - *since >= hangs_after;
}

}  // namespace

bool is_notebook_name(std::string_view name) {
    constexpr std::string_view refused = "/\\<>:\"|?*";  // some shares know other rules than we
    return !name.empty() && name.size() <= most_name_bytes && name.front() != '.' &&
           name.front() != ' ' && name.back() != ' ' && name.back() != '.' &&
           catalogue::clean_note_text(name) == name && name.find_first_of("\n\t") == name.npos &&
           name.find_first_of(refused) == name.npos;
}

NoteId new_note_id() {
    static thread_local std::random_device chance;
    return {fmt::format("{:08x}{:08x}", chance(), chance())};
}

NotebookStore::NotebookStore(NotebookPlace place, const catalogue::ModuleId& module,
                             std::function<void()> wake, NotebookPace pace, NotebookDisks disks)
    : place_(std::move(place)), shared_(std::make_shared<NotebookShared>()) {
    notebook_.module = module;
    shared_->wake = wake ? std::move(wake) : [] {};
    shared_->wanted = notebook_;
    const auto start = [&](auto* keep, std::shared_ptr<Disk> disk) {
        return std::jthread([shared = shared_, place = place_, pace, keep,
                             disk = or_real(std::move(disk))](const std::stop_token& stop) {
            keep(*shared, place, pace, disk, stop);
        });
    };
    closing_ = pace.closing;
    journal_thread_ = start(&keep_notebook_journal, std::move(disks.kept_in));
    file_thread_ = start(&keep_notebook_file, std::move(disks.folder));
}

NotebookStore::~NotebookStore() {
    take_news();
    std::unique_lock lock(shared_->mutex);
    shared_->closing = true;
    shared_->changed.notify_all();
    shared_->changed.wait_for(lock, closing_,
                              [this] { return shared_->journal_done && shared_->file_done; });
}

void NotebookStore::changed(Changed how) {
    ++generation_;
    {
        const std::lock_guard lock(shared_->mutex);
        if (shared_->erase) return;
        shared_->wanted = notebook_;
        shared_->generation = generation_;
        if (how == Changed::Typed && !shared_->unsaved_since) {
            shared_->unsaved_since = std::chrono::steady_clock::now();
        }
    }
    shared_->changed.notify_all();
}

bool NotebookStore::change(Notebook notebook) {
    for (Note& note : notebook.notes)
        clean(note);
    clean_board(notebook);
    notebook.module = notebook_.module;
    if (!has_room(notebook)) return false;
    if (notebook == notebook_) return true;
    notebook_ = std::move(notebook);
    changed(Changed::Typed);
    return true;
}

bool NotebookStore::put(Note note) {
    Notebook next = notebook_;
    const auto found = std::ranges::find(next.notes, note.id, &Note::id);
    if (found == next.notes.end()) {
        next.notes.push_back(std::move(note));
    } else {
        *found = std::move(note);
    }
    return change(std::move(next));
}

void NotebookStore::remove(const NoteId& id) {
    Notebook next = notebook_;
    std::erase_if(next.notes, [&](const Note& note) { return note.id == id; });
    change(std::move(next));
}

void NotebookStore::set_board(std::vector<NoteId> board) {
    Notebook next = notebook_;
    next.board = std::move(board);
    change(std::move(next));
}

void NotebookStore::set_initials(std::string initials) {
    Notebook next = notebook_;
    next.initials = catalogue::clean_note_text(initials);
    change(std::move(next));
}

bool NotebookStore::take_news() {
    std::unique_lock lock(shared_->mutex);
    auto left = std::exchange(shared_->left, std::nullopt);
    auto found = std::exchange(shared_->found, std::nullopt);
    auto together = std::exchange(shared_->together, std::nullopt);
    copies_ = shared_->copies;
    is_copy_ = shared_->is_copy;
    erased_ = shared_->journal_erased && shared_->folder_erased;
    const bool erasing = shared_->erase;
    lock.unlock();
    const bool nothing_came = !left && !found && !together;
    if (erasing || nothing_came) return false;

    const Notebook before = notebook_;
    for (const NotebookJournalFile::Left& one :
         left.value_or(std::vector<NotebookJournalFile::Left>{})) {
        notebook_ = with_what_is_there(one.base, one.latest, notebook_);
        found_base_ = left->size() == 1 ? one.base : std::nullopt;
    }
    journals_read_ = journals_read_ || left.has_value();
    if (found) {
        opened_ = true;
        if (found->opened.notebook) {
            notebook_ = with_what_is_there(found_base_, notebook_, *found->opened.notebook);
        }
    }
    if (together) notebook_ = merge(together->ours, notebook_, together->together);
    if (notebook_ != before) changed(Changed::TakenIn);
    {
        const std::lock_guard again(shared_->mutex);
        if (left && !left->empty()) shared_->found_is_in = true;
        const auto text = together ? together->text : found ? found->text : std::nullopt;
        if (text) {
            shared_->base = text;
            ++shared_->base_number;
        }
        if (found || together) shared_->awaits_main = false;
    }
    shared_->changed.notify_all();
    return notebook_ != before;
}

NotebookStore::Kept NotebookStore::kept() const {
    const std::lock_guard lock(shared_->mutex);
    if (shared_->saved == generation_) return Kept::InFolder;
    return shared_->recorded == generation_ ? Kept::OnThisComputer : Kept::InMemory;
}

std::optional<std::string> NotebookStore::status(NotebookTime now) const {
    const std::lock_guard lock(shared_->mutex);
    NotebookTrouble trouble;
    trouble.folder_error = shared_->folder_error;
    trouble.folder_hangs = hangs(shared_->folder_busy_since, now);
    trouble.kept_error = shared_->journal_error;
    trouble.kept_hangs = hangs(shared_->journal_busy_since, now);
    trouble.was_damaged = shared_->was_damaged;
    trouble.has_version = shared_->has_version;
    trouble.is_foreign = shared_->is_foreign;
    trouble.erasing = shared_->erase;
    return sentence_about(trouble);
}

std::optional<NotebookTime> NotebookStore::next_change(NotebookTime now) const {
    const std::lock_guard lock(shared_->mutex);
    std::optional<NotebookTime> next;
    for (const auto& since : {shared_->folder_busy_since, shared_->journal_busy_since}) {
        if (!since || hangs(since, now)) continue;
        const NotebookTime then = *since + hangs_after;
        next = next ? std::min(*next, then) : then;
    }
    return next;
}

void NotebookStore::flush() {
    {
        const std::lock_guard lock(shared_->mutex);
        shared_->flush = shared_->saved != shared_->generation;
    }
    shared_->changed.notify_all();
}

void NotebookStore::bring_together() {
    {
        const std::lock_guard lock(shared_->mutex);
        shared_->bring_together = true;
    }
    shared_->changed.notify_all();
}

void NotebookStore::erase() {
    notebook_ = Notebook{notebook_.module, {}, {}, {}};
    {
        const std::lock_guard lock(shared_->mutex);
        shared_->erase = true;
        shared_->wanted = notebook_;
    }
    shared_->changed.notify_all();
}

}  // namespace app
