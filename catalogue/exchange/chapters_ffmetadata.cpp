// Chapters as FFmpeg's metadata files have them (ffmpeg-formats, "Metadata").
#include <fmt/format.h>

#include <charconv>
#include <cstdint>

#include "catalogue/exchange/chapter_forms.h"
#include "catalogue/text.h"
#include "catalogue/words.h"

namespace catalogue {
namespace {

constexpr std::size_t max_chapters = 10'000;
constexpr std::size_t max_problems = 100;
constexpr std::string_view special = "=;#\\\n";
constexpr double longest_s = 100.0 * 3600;

std::string escaped(std::string_view value) {
    std::string text;
    for (const char c : value) {
        if (special.find(c) != special.npos) text += '\\';
        text += c;
    }
    return text;
}

struct Entry {
    int line = 0;
    std::string key;  // of "[CHAPTER]" the whole line
    std::string value;
};

// Lines, with what a backslash protects taken as it is.
std::vector<Entry> entries_of(std::string_view text) {
    std::vector<Entry> entries;
    int line = 1;
    std::size_t at = 0;
    while (at < text.size()) {
        Entry entry{line, {}, {}};
        const bool is_comment = text[at] == ';' || text[at] == '#';
        bool in_value = false;
        for (; at < text.size() && text[at] != '\n'; ++at) {
            char c = text[at];
            if (c == '\\' && at + 1 < text.size()) {
                c = text[++at];
                if (c == '\n') ++line;
            } else if (c == '=' && !in_value) {
                in_value = true;
                continue;
            } else if (c == '\r') {
                continue;
            }
            (in_value ? entry.value : entry.key) += c;
        }
        ++at;
        ++line;
        if (!is_comment && !entry.key.empty()) entries.push_back(std::move(entry));
    }
    return entries;
}

std::optional<std::int64_t> whole(std::string_view text) {
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
    return number;
}

// A chapter while its lines are being read.
struct Draft {
    int line = 0;
    double tick_s = 1e-9;  // where nothing is said
    std::optional<std::int64_t> start;
    std::optional<std::int64_t> end;
    std::string title;
};

std::optional<double> tick_of(std::string_view fraction) {
    const std::size_t slash = fraction.find('/');
    if (slash == fraction.npos) return std::nullopt;
    const auto above = whole(fraction.substr(0, slash));
    const auto below = whole(fraction.substr(slash + 1));
    if (!above || !below || *above <= 0 || *below <= 0) return std::nullopt;
    return static_cast<double>(*above) / static_cast<double>(*below);
}

class MetadataReader {
public:
    explicit MetadataReader(const std::filesystem::path& file) : file_(file) {}

    ChapterReading read(std::string_view text) {
        if (!text.starts_with(";FFMETADATA")) {
            complain(1, _("this is not a metadata file of FFmpeg"),
                     _("its first line is ;FFMETADATA1"));
            return std::move(reading_);
        }
        std::optional<Draft> draft;
        for (const Entry& entry : entries_of(text)) {
            if (entry.key.starts_with('[')) {
                keep(draft);
                draft.reset();
                if (entry.key == "[CHAPTER]") draft = Draft{entry.line, 1e-9, {}, {}, {}};
            } else if (draft) {
                take(*draft, entry);
            }
        }
        keep(draft);
        return std::move(reading_);
    }

private:
    void complain(int line, std::string what, std::string hint) {
        if (reading_.problems.size() < max_problems) {
            reading_.problems.push_back(fail({file_, line}, std::move(what), std::move(hint)));
        }
    }

    void take(Draft& draft, const Entry& entry) {
        if (entry.key == "TIMEBASE") {
            if (const auto tick = tick_of(entry.value)) {
                draft.tick_s = *tick;
            } else {
                complain(entry.line, _("{} is not a time base", in_quotes(entry.value)),
                         _("write it as in TIMEBASE=1/1000"));
                draft.start.reset();
                draft.tick_s = 0;
            }
        } else if (entry.key == "START") {
            draft.start = whole(entry.value);
        } else if (entry.key == "END") {
            draft.end = whole(entry.value);
        } else if (entry.key == "title") {
            draft.title = entry.value;
        }
    }

    void keep(const std::optional<Draft>& draft) {
        if (!draft || draft->tick_s == 0 || reading_.chapters.size() == max_chapters) return;
        if (!draft->start || !draft->end) {
            complain(draft->line, _("a chapter has no START or no END that is a whole number"),
                     _("write it as in START=12000"));
            return;
        }
        const double in_s = static_cast<double>(*draft->start) * draft->tick_s;
        const double out_s = static_cast<double>(*draft->end) * draft->tick_s;
        if (in_s < 0 || out_s > longest_s || in_s > longest_s) {
            complain(draft->line, _("a chapter lies outside of any film"),
                     _("look at START, END and TIMEBASE"));
            return;
        }
        const auto at = [](double seconds) {
            return SourceTime{
                std::chrono::round<SourceDuration>(std::chrono::duration<double>(seconds))};
        };
        Chapter chapter{{at(in_s), at(out_s)}, {}, {}};
        set_whole_title(chapter, draft->title);
        if (reading_.problems.size() < max_problems || chapter.time.in < chapter.time.out) {
            keep_chapter(reading_, std::move(chapter), file_, draft->line);
        }
    }

    const std::filesystem::path& file_;
    ChapterReading reading_;
};

}  // namespace

std::string chapters_ffmetadata(const std::vector<Chapter>& chapters) {
    std::string text = ";FFMETADATA1\n";
    for (const Chapter& chapter : chapters) {
        const auto ms = [](SourceTime time) {
            return std::chrono::round<std::chrono::milliseconds>(time.time_since_epoch()).count();
        };
        text +=
            fmt::format("\n[CHAPTER]\nTIMEBASE=1/1000\nSTART={}\nEND={}\ntitle={}\n",
                        ms(chapter.time.in), ms(chapter.time.out), escaped(whole_title(chapter)));
    }
    return text;
}

ChapterReading read_chapters_ffmetadata(std::string_view text,
                                        const std::filesystem::path& file_name) {
    return MetadataReader{file_name}.read(text);
}

}  // namespace catalogue
