#include "catalogue/search_index.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <tuple>
#include <unordered_map>

#include "catalogue/text.h"
#include "catalogue/words.h"

namespace catalogue {
namespace {

// The texts themselves are kept beside the table, because SQLite would copy each for every look at
// it. Beginnings of up to three letters have lists of their own: they are what is typed first.
constexpr const char* make_table =
    "CREATE VIRTUAL TABLE texts USING fts5(words, content='', columnsize=0, prefix='1 2 3',"
    " tokenize='unicode61 remove_diacritics 2')";

constexpr std::size_t long_enough_to_begin = 3;
constexpr std::size_t most_words = 12;  // of what was typed; the others are left out

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
};
struct FinishStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, FinishStatement>;

Statement prepared(sqlite3* database, const char* sql) {
    sqlite3_stmt* raw = nullptr;
    sqlite3_prepare_v2(database, sql, -1, &raw, nullptr);
    return Statement{raw};
}

// Words as the table divides texts into them, so that both always agree.
class WordDivider {
public:
    struct Word {
        std::string text;  // small letters without accents
        Stretch place;
    };

    explicit WordDivider(sqlite3* database) {
        fts5_api* api = nullptr;
        const Statement statement = prepared(database, "SELECT fts5(?1)");
        if (!statement) return;
        sqlite3_bind_pointer(statement.get(), 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
        sqlite3_step(statement.get());
        void* context = nullptr;
        if (api == nullptr ||
            api->xFindTokenizer(api, "unicode61", &context, &tokenizer_) != SQLITE_OK) {
            return;
        }
        std::array<const char*, 2> options{"remove_diacritics", "2"};
        if (tokenizer_.xCreate(context, options.data(), static_cast<int>(options.size()),
                               &instance_) != SQLITE_OK) {
            instance_ = nullptr;
        }
    }
    ~WordDivider() {
        if (instance_ != nullptr) tokenizer_.xDelete(instance_);
    }
    WordDivider(const WordDivider&) = delete;
    WordDivider& operator=(const WordDivider&) = delete;

    bool usable() const { return instance_ != nullptr; }

    std::vector<Word> words(std::string_view text) const {
        std::vector<Word> found;
        const auto take = [](void* to, int /*flags*/, const char* word, int length, int from,
                             int end) {
            static_cast<std::vector<Word>*>(to)->push_back(
                {std::string(word, static_cast<std::size_t>(length)),
                 {static_cast<std::size_t>(from), static_cast<std::size_t>(end)}});
            return SQLITE_OK;
        };
        tokenizer_.xTokenize(instance_, &found, FTS5_TOKENIZE_DOCUMENT, text.data(),
                             static_cast<int>(text.size()), take);
        return found;
    }

private:
    fts5_tokenizer tokenizer_{};
    Fts5Tokenizer* instance_ = nullptr;
};

using Words = std::vector<WordDivider::Word>;

bool may_begin(const Words& typed, std::size_t word) {
    return word + 1 == typed.size() || typed[word].text.size() >= long_enough_to_begin;
}

// Words have letters and digits only, so that nothing that is typed can be more than words.
std::string in_one_piece(const Words& typed) {
    std::string words;
    for (const auto& word : typed)
        words += (words.empty() ? "" : " ") + word.text;
    return "\"" + words + "\" *";
}

std::string whole(const Words& typed) {
    std::string words;
    for (const auto& word : typed)
        words += (words.empty() ? "\"" : " AND \"") + word.text + "\"";
    return words;
}

std::string beginnings(const Words& typed) {
    std::string words;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        words +=
            (i == 0 ? "\"" : " AND \"") + typed[i].text + (may_begin(typed, i) ? "\" *" : "\"");
    }
    return words;
}

bool is_quoted(std::string_view typed) {
    return typed.find('"') != std::string_view::npos ||
           typed.find("\u201C") != std::string_view::npos;
}

}  // namespace

struct SearchIndex::Impl {
    Database database;
    std::unique_ptr<WordDivider> divider;  // before the database goes
    Statement insert;
    Statement select;
    std::vector<std::string> texts;
    std::unordered_map<std::string, std::uint32_t> vocabulary;  // in how many places

    Words typed_words(std::string_view typed) const {
        Words words = divider->words(typed);
        words.resize(std::min(words.size(), most_words));
        return words;
    }
    void run(const char* sql) const {
        sqlite3_exec(database.get(), sql, nullptr, nullptr, nullptr);
    }
    void find(const std::string& expression, Likeness likeness, std::vector<bool>& seen,
              std::vector<Match>& found) const {
        sqlite3_bind_text(select.get(), 1, expression.data(), static_cast<int>(expression.size()),
                          SQLITE_STATIC);
        while (sqlite3_step(select.get()) == SQLITE_ROW) {
            const auto number = static_cast<std::size_t>(sqlite3_column_int64(select.get(), 0)) - 1;
            if (number >= texts.size() || seen[number]) continue;
            seen[number] = true;
            found.push_back({number, likeness});
        }
        sqlite3_reset(select.get());
    }
};

SearchIndex::SearchIndex() : impl_(std::make_unique<Impl>()) {}
SearchIndex::~SearchIndex() = default;
SearchIndex::SearchIndex(SearchIndex&& other) noexcept = default;
SearchIndex& SearchIndex::operator=(SearchIndex&& other) noexcept = default;

Result<SearchIndex> SearchIndex::open() {
    SearchIndex index;
    Impl& impl = *index.impl_;
    sqlite3* raw = nullptr;
    const int opened =
        sqlite3_open_v2(":memory:", &raw,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    impl.database.reset(raw);
    if (opened == SQLITE_OK) {
        impl.run(make_table);
        impl.divider = std::make_unique<WordDivider>(raw);
        impl.insert = prepared(raw, "INSERT INTO texts(rowid, words) VALUES (?1, ?2)");
        impl.select = prepared(raw, "SELECT rowid FROM texts WHERE texts MATCH ?1");
    }
    if (!impl.insert || !impl.select || !impl.divider->usable()) {
        return fail({}, _("searching is not possible: this machine's SQLite has no FTS5"),
                    _("install the package libsqlite3-0 again"));
    }
    return index;
}

void SearchIndex::begin() {
    impl_->run("BEGIN");
}

void SearchIndex::end() {
    impl_->run("COMMIT");
}

void SearchIndex::add(std::string text) {
    Impl& impl = *impl_;
    for (WordDivider::Word& word : impl.divider->words(text))
        ++impl.vocabulary[std::move(word.text)];
    sqlite3_stmt* insert = impl.insert.get();
    sqlite3_bind_int64(insert, 1, static_cast<sqlite3_int64>(impl.texts.size()) + 1);
    sqlite3_bind_text(insert, 2, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
    sqlite3_step(insert);
    sqlite3_reset(insert);
    impl.texts.push_back(std::move(text));
}

std::size_t SearchIndex::size() const {
    return impl_->texts.size();
}

const std::string& SearchIndex::text(std::size_t number) const {
    return impl_->texts[number];
}

std::vector<Match> SearchIndex::find(std::string_view typed) const {
    const Words words = impl_->typed_words(typed);
    std::vector<Match> found;
    if (words.empty()) return found;
    std::vector<bool> seen(impl_->texts.size());
    if (words.size() > 1) impl_->find(in_one_piece(words), Likeness::AsTyped, seen, found);
    if (words.size() > 1 && is_quoted(typed)) return found;
    impl_->find(whole(words), words.size() > 1 ? Likeness::WholeWords : Likeness::AsTyped, seen,
                found);
    impl_->find(beginnings(words), Likeness::Beginnings, seen, found);
    return found;
}

std::vector<Stretch> SearchIndex::meant_by(std::string_view typed, std::size_t number) const {
    const Words wanted = impl_->typed_words(typed);
    const std::string& text = impl_->texts[number];
    std::vector<Stretch> meant;
    bool before = false;  // the word before this one was meant, too
    for (const WordDivider::Word& word : impl_->divider->words(text)) {
        bool is_meant = false;
        for (std::size_t i = 0; i < wanted.size() && !is_meant; ++i) {
            is_meant = may_begin(wanted, i) ? word.text.starts_with(wanted[i].text)
                                            : word.text == wanted[i].text;
        }
        if (is_meant && before) {
            meant.back().to = word.place.to;
        } else if (is_meant) {
            meant.push_back(word.place);
        }
        before = is_meant;
    }
    return meant;
}

std::vector<std::string> SearchIndex::words_of(std::string_view typed) const {
    std::vector<std::string> words;
    for (WordDivider::Word& word : impl_->typed_words(typed))
        words.push_back(std::move(word.text));
    return words;
}

std::vector<std::pair<std::string, std::uint32_t>> SearchIndex::all_words() const {
    return {impl_->vocabulary.begin(), impl_->vocabulary.end()};
}

std::vector<std::string> SearchIndex::spelt_like(std::string_view word, std::size_t most) const {
    constexpr std::size_t short_word = 5;
    constexpr std::size_t shortest = 3;
    if (word.size() < shortest) return {};
    const std::size_t limit = word.size() <= short_word ? 1 : 2;
    std::vector<std::tuple<std::size_t, std::string>> near;
    for (const auto& [known, places] : impl_->vocabulary) {
        if (known.size() < shortest || known.size() > word.size() + limit ||
            word.size() > known.size() + limit) {
            continue;
        }
        const std::size_t distance = edit_distance(word, known, limit);
        if (distance <= limit && distance > 0) near.emplace_back(distance, known);
    }
    std::sort(near.begin(), near.end());
    std::vector<std::string> likest;
    for (auto& [distance, known] : near) {
        if (likest.size() == most) break;
        likest.push_back(std::move(known));
    }
    return likest;
}

}  // namespace catalogue
