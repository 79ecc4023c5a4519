#include "catalogue/translation.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include "catalogue/text.h"
#include "catalogue/words.h"

namespace catalogue {
namespace {

constexpr std::size_t largest_file_bytes = 4U << 20U;
constexpr std::size_t most_forms = 6;  // Arabic has them all

// The places for values in order: number and how it is written ("0", ":.0f"). Nothing when the text
// could not be filled in at all.
std::optional<std::set<std::string>> places_of(std::string_view text) {
    std::set<std::string> places;
    std::size_t next = 0;
    bool automatic = false;
    bool by_number = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool twice = i + 1 < text.size() && text[i + 1] == text[i];
        if ((text[i] == '{' || text[i] == '}') && twice) {
            ++i;
        } else if (text[i] == '}') {
            return std::nullopt;
        } else if (text[i] == '{') {
            const std::size_t end = text.find_first_of("{}", i + 1);
            if (end == std::string_view::npos || text[end] == '{') return std::nullopt;
            std::string place{text.substr(i + 1, end - i - 1)};
            const bool unnumbered = place.empty() || place.front() == ':';
            automatic = automatic || unnumbered;
            by_number = by_number || !unnumbered;
            if (unnumbered) place = std::to_string(next++) + place;
            places.insert(std::move(place));
            i = end;
        }
    }
    if (automatic && by_number) return std::nullopt;
    return places;
}

struct Entry {
    int line = 0;  // where it begins
    bool fuzzy = false;
    bool context = false;
    std::string english;
    std::string english_many;
    std::vector<std::string> said;
};

// The text between the quotes of a line, with what was escaped.
std::optional<std::string> unquoted(std::string_view line) {
    line = trimmed(line);
    if (line.size() < 2 || line.front() != '"' || line.back() != '"') return std::nullopt;
    line = line.substr(1, line.size() - 2);
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"') return std::nullopt;
        if (line[i] != '\\') {
            text += line[i];
            continue;
        }
        if (++i == line.size()) return std::nullopt;
        switch (line[i]) {
            case 'n':
                text += '\n';
                break;
            case 't':
                text += '\t';
                break;
            case '"':
            case '\\':
                text += line[i];
                break;
            default:
                return std::nullopt;
        }
    }
    return text;
}

class Reader {
public:
    explicit Reader(const std::filesystem::path& file) : file_(file) {}

    TranslationReading read(std::string_view po) {
        if (po.size() > largest_file_bytes) {
            problem(0, _("this translation is too large to be one"),
                    _("see assets/locale for others"));
            return std::move(reading_);
        }
        while (!po.empty()) {
            const std::size_t end = std::min(po.find('\n'), po.size());
            ++line_;
            take(po.substr(0, end));
            po.remove_prefix(std::min(end + 1, po.size()));
        }
        finish();
        return std::move(reading_);
    }

private:
    void take(std::string_view line) {
        line = trimmed(line);
        if (line.empty()) {
            finish();
        } else if (line.front() == '#') {
            if (!entry_.said.empty()) finish();
            if (line.starts_with("#,") && line.find("fuzzy") != std::string_view::npos) {
                entry_.fuzzy = true;
            }
        } else if (line.front() == '"') {
            append(line);
        } else if (line.starts_with("msgctxt")) {
            if (!entry_.said.empty()) finish();
            entry_.context = true;
            text_ = nullptr;
        } else if (line.starts_with("msgid_plural")) {
            begin(entry_.english_many, line.substr(12));
        } else if (line.starts_with("msgid")) {
            if (!entry_.said.empty()) finish();
            entry_.line = line_;
            begin(entry_.english, line.substr(5));
        } else if (line.starts_with("msgstr") && entry_.said.size() < most_forms) {
            const std::size_t quote = line.find('"');
            begin(entry_.said.emplace_back(),
                  quote == std::string_view::npos ? std::string_view{} : line.substr(quote));
        } else {
            problem(line_, _("this line is no part of a translation"),
                    _("see assets/locale/cy.po"));
        }
    }

    void begin(std::string& text, std::string_view quoted) {
        text_ = &text;
        append(quoted);
    }

    void append(std::string_view quoted) {
        const std::optional<std::string> more = unquoted(quoted);
        if (!more) {
            problem(line_, _("this text does not stand between two quotes"),
                    _("write a quote inside a text as \\\""));
        } else if (text_ != nullptr) {
            *text_ += *more;
        }
    }

    void finish() {
        text_ = nullptr;
        Entry entry = std::exchange(entry_, {});
        if (entry.said.empty()) return;
        if (entry.english.empty()) {
            take_head(entry.said.front());
        } else if (!entry.fuzzy && !entry.context) {
            take_sentence(std::move(entry));
        }
    }

    void take_head(std::string_view head) {
        constexpr std::string_view language = "Language: ";
        if (const std::size_t begin = head.find(language); begin != std::string_view::npos) {
            const std::string_view rest = head.substr(begin + language.size());
            reading_.translation.language = rest.substr(0, rest.find('\n'));
        }
        constexpr std::string_view forms = "nplurals=";
        constexpr std::string_view rule = "plural=";
        const std::size_t at = head.find(forms);
        if (at == std::string_view::npos) return;
        head.remove_prefix(at + forms.size());
        if (head.empty() || head.front() < '1' || head.front() > '6') return;
        Translation& translation = reading_.translation;
        translation.plural_forms = static_cast<std::size_t>(head.front() - '0');
        if (const std::size_t begin = head.find(rule); begin != std::string_view::npos) {
            head.remove_prefix(begin + rule.size());
            translation.plural_rule = head.substr(0, head.find_first_of(";\n"));
        }
    }

    void take_sentence(Entry entry) {
        const bool numbered = !entry.english_many.empty();
        const auto missing = [](const std::string& text) { return text.empty(); };
        if (std::any_of(entry.said.begin(), entry.said.end(), missing)) return;
        const std::size_t forms = numbered ? reading_.translation.plural_forms : 1;
        if (entry.said.size() != forms) {
            problem(entry.line,
                    _("{} has {} forms, and the language has {}", in_quotes(entry.english),
                      entry.said.size(), forms),
                    _("write one for each"));
            return;
        }
        for (const std::string& said : entry.said) {
            if (find_invalid_utf8(said)) {
                problem(entry.line, _("what is said for {} is not UTF-8", in_quotes(entry.english)),
                        _("save the file as UTF-8"));
                return;
            }
            if (!same_places(numbered ? entry.english_many : entry.english, said,
                             numbered ? Places::Some : Places::All)) {
                problem(entry.line,
                        _("{} has other places for values than {}", in_quotes(said),
                          in_quotes(entry.english)),
                        _("keep what stands in braces"));
                return;
            }
        }
        reading_.translation.sentences.insert_or_assign(std::move(entry.english),
                                                        std::move(entry.said));
    }

    void problem(int line, std::string what, std::string hint) {
        constexpr std::size_t enough = 50;
        if (reading_.problems.size() < enough) {
            reading_.problems.push_back(
                fail({file_, line, line > 0 ? 1 : 0}, std::move(what), std::move(hint)));
        }
    }

    const std::filesystem::path& file_;
    TranslationReading reading_;
    Entry entry_;
    std::string* text_ = nullptr;  // of entry_: what a further quoted line goes to
    int line_ = 0;
};

// A letter with an accent that stands for it; itself, where there is none.
std::string_view accented(char letter) {
    constexpr std::string_view plain = "aceginosuwyACEGINOSUWY";
    static constexpr std::array<std::string_view, 22> with{
        "\u00E5", "\u00E7", "\u00E9", "\u011F", "\u00EE", "\u00F1", "\u00F6", "\u0161",
        "\u00FB", "\u0175", "\u00FD", "\u00C5", "\u00C7", "\u00C9", "\u011E", "\u00CE",
        "\u00D1", "\u00D6", "\u0160", "\u00DB", "\u0174", "\u00DD"};
    const std::size_t at = plain.find(letter);
    return at == std::string_view::npos ? std::string_view{} : with[at];
}

}  // namespace

bool same_places(std::string_view english, std::string_view translated, Places wanted) {
    const auto in_english = places_of(english);
    const auto here = places_of(translated);
    if (!in_english) return true;  // it has braces of its own: nothing is ever filled in
    if (!here) return false;
    if (wanted == Places::All) return *in_english == *here;
    return std::includes(in_english->begin(), in_english->end(), here->begin(), here->end());
}

TranslationReading read_translation(std::string_view po, const std::filesystem::path& file) {
    return Reader(file).read(po);
}

std::string stretched_text(std::string_view english) {
    std::string text = "[";
    bool in_place = false;
    std::size_t letters = 0;
    for (const char letter : english) {
        if (letter == '{') in_place = true;
        if (letter == '}') in_place = false;
        const std::string_view other = in_place ? std::string_view{} : accented(letter);
        if (other.empty()) {
            text += letter;
        } else {
            text += other;
        }
        if (!in_place) ++letters;
    }
    // Longer by words, as other languages are, so that it can be divided into lines.
    constexpr std::string_view more =
        " \u00F4\u00F1\u00E9 t\u0175\u00F6 thr\u00E9\u00E9 f\u00F6\u00FBr";
    const std::size_t wanted = (letters * 2 + 4) / 5;
    std::string tail;
    for (std::size_t i = 0, added = 0; added < wanted; ++added) {
        const std::size_t length = utf8_sequence_length(more.substr(i));
        tail += more.substr(i, length);
        i = (i + length) % more.size();
    }
    return text + tail + "]";
}

}  // namespace catalogue
