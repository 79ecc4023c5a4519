#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <pugixml.hpp>
#include <utility>

#include "catalogue/caption_formats.h"
#include "catalogue/lines.h"
#include "catalogue/text.h"
#include "catalogue/words.h"

namespace catalogue {
namespace {

using namespace std::chrono_literals;

// How long the last caption stays when nothing says its end: 15 letters a second are read easily.
constexpr SourceDuration last_open_cue = 5s;
constexpr SourceDuration for_a_letter = std::chrono::microseconds{1s} / 15;
// A double holds every microsecond up to here.
constexpr double longest_seconds = 100'000.0 * 3600.0;

std::string_view without_prefix(std::string_view name) {
    return name.substr(name.rfind(':') + 1);
}

std::string_view name_of(const pugi::xml_node& node) {
    return without_prefix(node.name());
}

// The attribute of this name, whatever the prefix is bound to; nothing when there is none.
std::optional<std::string_view> attribute_of(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_attribute& attribute : node.attributes()) {
        if (without_prefix(attribute.name()) == name) return trimmed(attribute.value());
    }
    return std::nullopt;
}

// What frames and ticks are worth.
struct Rates {
    double frames = 30;  // in a second
    double ticks = 1;
    long frame_names = 30;  // hh:mm:ss:ff goes up to one less
};

std::optional<double> seconds_from(double seconds) {
    if (!std::isfinite(seconds) || seconds < 0 || seconds > longest_seconds) return std::nullopt;
    return seconds;
}

// Digits with or without a fraction, and nothing else.
std::optional<double> decimal(std::string_view text) {
    constexpr std::size_t most_digits = 24;
    const std::size_t point = std::min(text.find('.'), text.size());
    constexpr std::string_view digits = "0123456789";
    if (text.empty() || text.size() > most_digits || point == 0 || point + 1 == text.size()) {
        return std::nullopt;
    }
    if (text.substr(0, point).find_first_not_of(digits) != text.npos) return std::nullopt;
    if (point < text.size() && text.find_first_not_of(digits, point + 1) != text.npos) {
        return std::nullopt;
    }
    double number = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || stop != text.data() + text.size()) return std::nullopt;
    return number;
}

// "hh:mm:ss", "hh:mm:ss.fff" or "hh:mm:ss:ff".
std::optional<double> clock_seconds(std::string_view text, const Rates& rates) {
    std::array<std::string_view, 4> parts;
    std::size_t count = 0;
    for (std::size_t start = 0; start <= text.size(); ++count) {
        if (count == parts.size()) return std::nullopt;
        const std::size_t end = std::min(text.find(':', start), text.size());
        parts[count] = text.substr(start, end - start);
        start = end + 1;
    }
    if (count < 3) return std::nullopt;
    const std::optional<long> hours = whole_number(parts[0]);
    const std::optional<long> minutes = whole_number(parts[1]);
    const std::optional<double> seconds = decimal(parts[2]);
    const std::size_t whole_digits = std::min(parts[2].find('.'), parts[2].size());
    if (parts[0].size() < 2 || parts[1].size() != 2 || whole_digits != 2) return std::nullopt;
    // 60 is a leap second, which the format allows.
    if (!hours || !minutes || !seconds || *minutes > 59 || *seconds > 60) return std::nullopt;
    double sum = static_cast<double>(*hours) * 3600 + static_cast<double>(*minutes) * 60 + *seconds;
    if (count == 4) {
        const std::optional<long> frame = whole_number(parts[3]);
        if (parts[2].size() != 2 || !frame || *frame >= rates.frame_names) return std::nullopt;
        sum += static_cast<double>(*frame) / rates.frames;
    }
    return seconds_from(sum);
}

// A number with a unit: "12.5s".
std::optional<double> offset_seconds(std::string_view text, const Rates& rates) {
    const std::size_t unit_at = text.find_first_not_of("0123456789.");
    if (unit_at == text.npos) return std::nullopt;
    const std::optional<double> number = decimal(text.substr(0, unit_at));
    const std::string_view unit = text.substr(unit_at);
    if (!number) return std::nullopt;
    if (unit == "h") return seconds_from(*number * 3600);
    if (unit == "m") return seconds_from(*number * 60);
    if (unit == "s") return seconds_from(*number);
    if (unit == "ms") return seconds_from(*number / 1000);
    if (unit == "f") return seconds_from(*number / rates.frames);
    if (unit == "t") return seconds_from(*number / rates.ticks);
    return std::nullopt;
}

std::optional<SourceDuration> time_expression(std::string_view text, const Rates& rates) {
    const std::optional<double> seconds =
        text.find(':') == text.npos ? offset_seconds(text, rates) : clock_seconds(text, rates);
    if (!seconds) return std::nullopt;
    return SourceDuration{std::llround(*seconds * 1e6)};
}

// A node in the order of the document, without calling ourselves: files may nest as deep as
// they are long. Goes into children only where `into` says so, and stays inside `top`.
template <class Leave>
pugi::xml_node next_node(pugi::xml_node node, const pugi::xml_node& top, bool into, Leave leave) {
    if (into && node.first_child()) return node.first_child();
    while (node != top) {
        leave(node);
        if (node.next_sibling()) return node.next_sibling();
        node = node.parent();
    }
    return {};
}

// The words of a caption: spans flattened, blanks run together, lines divided by <br/>.
std::string text_of(const pugi::xml_node& paragraph) {
    std::string text;
    const auto append = [&](std::string_view part) {
        for (const char c : part) {
            const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
            if (!blank) {
                text += c;
            } else if (!text.empty() && text.back() != ' ' && text.back() != '\n') {
                text += ' ';
            }
        }
    };
    const auto ignore = [](const pugi::xml_node&) {};
    pugi::xml_node node = next_node(paragraph, paragraph, true, ignore);
    while (node) {
        const bool element = node.type() == pugi::node_element;
        const std::string_view name = name_of(node);
        const bool about = element && (name == "metadata" || name == "desc" || name == "title");
        if (element && name == "br") text += '\n';
        if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
            append(node.value());
        }
        node = next_node(node, paragraph, !about, ignore);
    }
    return text;
}

// The time of an element, after adding those of the elements around it.
struct Timing {
    SourceDuration begin{};
    std::optional<SourceDuration> end;
    bool given = false;    // by the element or one around it
    bool open = true;      // the element itself has no end
    bool damaged = false;  // a time that cannot be read, here or around
};

// A caption whose end may still have to be found.
struct Caption {
    std::size_t offset = 0;
    Timing time;
    std::string text;
};

class TtmlReader {
public:
    explicit TtmlReader(CaptionDraft& draft) : draft_(draft) {}

    void read() {
        // Document types are passed over, so that no entity is ever expanded and no other file
        // ever read.
        constexpr unsigned how = pugi::parse_default | pugi::parse_ws_pcdata;
        const std::string_view text = draft_.text();
        pugi::xml_document document;
        const pugi::xml_parse_result parsed =
            document.load_buffer(text.data(), text.size(), how, pugi::encoding_utf8);
        if (!parsed) {
            draft_.complain(static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0)),
                            _("this is not XML: {}", parsed.description()),
                            _("mend the file with the program that wrote it"));
        }
        const pugi::xml_node top = document.document_element();
        if (name_of(top) != "tt") {
            if (parsed) {
                draft_.complain(place_of(top), _("this XML is not TTML"),
                                _("the outermost element of a TTML file is 'tt'"));
            }
            return;
        }
        read_rates(top);
        walk(top);
        close_captions();
    }

private:
    static std::size_t place_of(const pugi::xml_node& node) {
        return static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0));
    }

    // A positive number from an attribute of <tt>; `otherwise` when it is missing or damaged.
    double rate(const pugi::xml_node& top, std::string_view name, double otherwise) {
        constexpr double greatest = 1e9;
        const std::optional<std::string_view> text = attribute_of(top, name);
        if (!text) return otherwise;
        const std::optional<double> number = decimal(*text);
        if (number && *number >= 1 && *number <= greatest) return *number;
        draft_.complain(place_of(top), _("{} is not a {}", in_quotes(*text), name),
                        _("write a whole number of one or more"), Severity::Warning);
        return otherwise;
    }

    void read_rates(const pugi::xml_node& top) {
        const double nominal = rate(top, "frameRate", 30);
        rates_.frame_names = std::lround(std::ceil(nominal));
        rates_.frames = nominal;
        if (const auto text = attribute_of(top, "frameRateMultiplier")) {
            // "1000 1001", in old files with a colon
            const std::size_t gap = std::min(text->find_first_of(" :"), text->size());
            const std::optional<long> over = whole_number(text->substr(0, gap));
            const std::optional<long> under =
                gap < text->size() ? whole_number(trimmed(text->substr(gap + 1))) : 1;
            if (over && under && *over > 0 && *under > 0) {
                rates_.frames *= static_cast<double>(*over) / static_cast<double>(*under);
            } else {
                draft_.complain(place_of(top),
                                _("{} is not a frameRateMultiplier", in_quotes(*text)),
                                _("write it like '1000 1001'"), Severity::Warning);
            }
        }
        const bool has_frames = attribute_of(top, "frameRate").has_value();
        rates_.ticks =
            rate(top, "tickRate", has_frames ? rates_.frames * rate(top, "subFrameRate", 1) : 1);
        const std::string_view base = attribute_of(top, "timeBase").value_or("media");
        if (base != "media") {
            draft_.complain(
                place_of(top),
                _("times of the kind {} are read as times of the film", in_quotes(base)),
                _("save the captions with the time base 'media'"), Severity::Warning);
        }
    }

    // Elements that hold others get their time on the way in and lose it on the way out.
    void walk(const pugi::xml_node& top) {
        std::vector<Timing> around(1);
        const auto leave = [&](const pugi::xml_node& left) {
            if (holds_others(left)) around.pop_back();
        };
        pugi::xml_node node = top;
        while (node) {
            const bool holds = holds_others(node);
            if (holds) {
                around.push_back(time_of(node, around.back()));
                if (attribute_of(node, "timeContainer") == "seq") {
                    draft_.complain(
                        place_of(node),
                        _("the captions here are to follow one another ('seq'), but all times are "
                          "counted from the same moment"),
                        _("give each caption times of its own"), Severity::Warning);
                }
            } else if (name_of(node) == "p") {
                read_caption(node, around.back());
            }
            node = next_node(node, top, holds, leave);
        }
    }

    static bool holds_others(const pugi::xml_node& node) {
        const std::string_view name = name_of(node);
        return name == "tt" || name == "body" || name == "div";
    }

    void read_caption(const pugi::xml_node& paragraph, const Timing& around) {
        const Timing time = time_of(paragraph, around);
        std::string text = text_of(paragraph);
        if (time.damaged || trimmed(text).empty()) return;
        if (!time.given) {
            if (draft_.is_full()) return;
            draft_.complain(place_of(paragraph), _("the caption {} has no time", in_quotes(text)),
                            _("give it 'begin' and 'end'"));
            return;
        }
        captions_.push_back({place_of(paragraph), time, std::move(text)});
    }

    // An attribute of time; a damaged one is complained about.
    std::optional<SourceDuration> time_in(const pugi::xml_node& node, std::string_view name,
                                          Timing& time) {
        const std::optional<std::string_view> text = attribute_of(node, name);
        if (!text || *text == "indefinite") return std::nullopt;
        const std::optional<SourceDuration> duration = time_expression(*text, rates_);
        if (!duration) time.damaged = true;
        if (!duration && !draft_.is_full()) {
            draft_.complain(place_of(node),
                            _("'{}' has {}, which is not a time", name, in_quotes(*text)),
                            _("write times as hh:mm:ss.mmm, or as seconds like 12.5s"));
        }
        return duration;
    }

    Timing time_of(const pugi::xml_node& node, const Timing& around) {
        Timing time = around;
        const std::optional<SourceDuration> begin = time_in(node, "begin", time);
        const std::optional<SourceDuration> end = time_in(node, "end", time);
        const std::optional<SourceDuration> length = time_in(node, "dur", time);
        if (begin) time.begin = std::min(around.begin + *begin, latest);
        const auto end_by = [&](SourceDuration limit) {
            time.end = std::min({time.end.value_or(latest), limit, latest});
        };
        if (end) end_by(around.begin + *end);
        if (length) end_by(time.begin + *length);
        time.given = around.given || begin || end || length;
        time.open = !end && !length && (begin || around.open);
        return time;
    }

    // Captions without an end of their own stay until the next one begins, no longer than what is
    // around them; the last one until the film ends, or for some seconds.
    void close_captions() {
        std::vector<SourceDuration> begins;
        begins.reserve(captions_.size());
        for (const Caption& caption : captions_) {
            begins.push_back(caption.time.begin);
        }
        std::sort(begins.begin(), begins.end());
        for (const Caption& caption : captions_) {
            const Timing& time = caption.time;
            SourceDuration end = time.end.value_or(last_end(caption));
            if (time.open) {
                const auto next = std::upper_bound(begins.begin(), begins.end(), time.begin);
                if (next != begins.end()) end = std::min(time.end.value_or(*next), *next);
            }
            draft_.add(caption.offset, {SourceTime{time.begin}, SourceTime{end}}, {}, caption.text);
        }
    }

    SourceDuration last_end(const Caption& caption) const {
        const auto film_end = draft_.film_end();
        if (film_end && film_end->time_since_epoch() > caption.time.begin) {
            return film_end->time_since_epoch();
        }
        const auto letters = static_cast<SourceDuration::rep>(characters_in(caption.text));
        return caption.time.begin + std::max(last_open_cue, letters * for_a_letter);
    }

    // Nested times add up; far below what would overflow.
    static constexpr SourceDuration latest = 1'000'000h;

    CaptionDraft& draft_;
    Rates rates_;
    std::vector<Caption> captions_;
};

}  // namespace

void read_ttml(CaptionDraft& draft) {
    TtmlReader{draft}.read();
}

}  // namespace catalogue
