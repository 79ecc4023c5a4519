#include "player/app/index/keeper.h"

#include <utility>

#include "player/app/storage/storage.h"

namespace app {
namespace {

namespace fs = std::filesystem;
using State = IndexSafety::State;

fs::path beside(const fs::path& file, const char* ending) {
    fs::path name = file;
    name += ending;
    return name;
}

}  // namespace

IndexSaver::IndexSaver(fs::path file, std::optional<std::string> loaded, fs::path rescue,
                       Disk& disk)
    : file_(std::move(file)), rescue_(std::move(rescue)), disk_(disk), left_(std::move(loaded)) {}

IndexSafety IndexSaver::save(const std::string& text) {
    const auto there = load_document(file_, disk_);
    if (!there) return rescue(text, there.error());
    if (*there == left_ || (tried_ && *there == tried_)) return write(text, *there);
    const fs::path mine = beside(file_, ".mine");
    if (const auto saved = save_document(mine, text, disk_); !saved) {
        return rescue(text, saved.error());
    }
    return {State::Beside, mine, {}};
}

IndexSafety IndexSaver::save_over(const std::string& text) {
    const auto there = load_document(file_, disk_);
    if (!there) return rescue(text, there.error());
    before_kept_ = false;
    IndexSafety safety = write(text, *there);
    if (safety.state == State::Saved) disk_.remove(beside(file_, ".mine"));
    return safety;
}

IndexSafety IndexSaver::write(const std::string& text, const std::optional<std::string>& there) {
    if (there == text) {
        left_ = text;
        return {State::Saved, {}, {}};
    }
    if (there && !before_kept_) {
        if (const auto kept = save_document(beside(file_, ".before"), *there, disk_); !kept) {
            return rescue(text, kept.error());
        }
    }
    before_kept_ = true;
    tried_ = text;
    if (const auto saved = save_document(file_, text, disk_); !saved) {
        return rescue(text, saved.error());
    }
    left_ = text;
    let_others_read();
    if (std::exchange(rescued_, false)) disk_.remove(rescue_);
    return {State::Saved, {}, {}};
}

// The program's own documents are for its user alone; a module belongs to whoever may read it.
void IndexSaver::let_others_read() {
    std::error_code error;
    const fs::path people = file_.parent_path().parent_path() / "people";
    const fs::perms of_folder = fs::status(people, error).permissions();
    if (error || of_folder == fs::perms::unknown) return;
    constexpr fs::perms reads = fs::perms::group_read | fs::perms::others_read;
    constexpr fs::perms enters = reads | fs::perms::group_exec | fs::perms::others_exec;
    fs::permissions(file_.parent_path(), of_folder & enters, fs::perm_options::add, error);
    fs::permissions(file_, of_folder & reads, fs::perm_options::add, error);
}

IndexSafety IndexSaver::rescue(const std::string& text, const catalogue::Problem& problem) {
    if (rescue_.empty() || !save_document(rescue_, text, disk_)) {
        return {State::Nowhere, {}, problem.what};
    }
    rescued_ = true;
    return {State::Rescued, rescue_, problem.what};
}

IndexKeeper::IndexKeeper(IndexSaver saver, std::function<void()> wake)
    : saver_(std::move(saver)),
      wake_(std::move(wake)),
      thread_([this](const std::stop_token& stop) { work(stop); }) {}

IndexKeeper::~IndexKeeper() {
    thread_.request_stop();
}

void IndexKeeper::keep(std::string text) {
    {
        const std::lock_guard lock(shared_.mutex);
        shared_.waiting = std::move(text);
        shared_.safety.state = State::Saving;
    }
    shared_.changed.notify_one();
}

void IndexKeeper::keep_over(std::string text) {
    {
        const std::lock_guard lock(shared_.mutex);
        shared_.over = true;
    }
    keep(std::move(text));
}

IndexSafety IndexKeeper::safety() const {
    const std::lock_guard lock(shared_.mutex);
    return shared_.safety;
}

// What waits is saved also when it is to stop.
void IndexKeeper::work(const std::stop_token& stop) {
    std::unique_lock lock(shared_.mutex);
    const auto waits = [this] { return shared_.waiting.has_value(); };
    while (shared_.changed.wait(lock, stop, waits)) {
        const std::string text = *std::exchange(shared_.waiting, std::nullopt);
        const bool over = std::exchange(shared_.over, false);
        lock.unlock();
        IndexSafety safety = over ? saver_.save_over(text) : saver_.save(text);
        lock.lock();
        if (!shared_.waiting) shared_.safety = std::move(safety);
        lock.unlock();
        wake_();
        lock.lock();
    }
}

}  // namespace app
