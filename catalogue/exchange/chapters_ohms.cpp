// An index as OHMS has it, the Oral History Metadata Synchronizer of the Nunn Center: points with a
// beginning in whole seconds (its schema says xs:int), and no end.
#include <fmt/format.h>

#include <algorithm>

#include "catalogue/exchange/chapter_forms.h"
#include "catalogue/exchange/csv_table.h"
#include "catalogue/exchange/xml_document.h"
#include "catalogue/text.h"
#include "catalogue/time_text.h"
#include "catalogue/words.h"

namespace catalogue {
namespace {

constexpr std::size_t max_points = 10'000;
constexpr std::size_t max_problems = 100;

// What OHMS has no place for stands in a processing instruction in each point, which programs
// that do not know it pass over: <?crosscut in="00:01.250" out="00:02.500"?>
constexpr const char* exact_times = "crosscut";

std::int64_t whole_seconds(SourceTime time) {
    return std::chrono::floor<std::chrono::seconds>(time.time_since_epoch()).count();
}

// XML has no U+FFFE and no U+FFFF, whose last bytes are these.
std::string xml_text(std::string_view words) {
    std::string text;
    for (const char c : cue_text(printable(words))) {
        const bool is_none = (c == '\xBE' || c == '\xBF') && text.ends_with("\xEF\xBF");
        text += c == '"' ? "&quot;" : std::string(1, is_none ? '\xBD' : c);
    }
    return text;
}

// Names may be written with a prefix: <ohms:point>.
bool is_called(const pugi::xml_node& node, std::string_view name) {
    std::string_view own = node.name();
    if (const std::size_t colon = own.find(':'); colon != own.npos) own.remove_prefix(colon + 1);
    return node.type() == pugi::node_element && own == name;
}

pugi::xml_node child_called(const pugi::xml_node& node, std::string_view name) {
    return node.find_child([&](const pugi::xml_node& one) { return is_called(one, name); });
}

struct Point {
    SourceTime in{};
    std::optional<SourceTime> out;
    std::string title;
    int line = 0;
};

std::optional<SourceTime> exact_time(std::string_view instruction, std::string_view name) {
    const std::string begin = fmt::format("{}=\"", name);
    const std::size_t from = instruction.find(begin);
    if (from == instruction.npos) return std::nullopt;
    const std::string_view rest = instruction.substr(from + begin.size());
    return lenient_time(rest.substr(0, rest.find('"')));
}

// Only where nobody has moved the point since.
void take_exact_times(Point& point, const pugi::xml_node& node) {
    for (const pugi::xml_node& child : node.children()) {
        if (child.type() != pugi::node_pi || child.name() != std::string_view(exact_times))
            continue;
        const auto in = exact_time(child.value(), "in");
        const auto out = exact_time(child.value(), "out");
        if (!in || !out || *out <= *in || whole_seconds(*in) != whole_seconds(point.in)) continue;
        point.in = *in;
        point.out = *out;
    }
}

class OhmsReader {
public:
    OhmsReader(std::string_view text, const std::filesystem::path& file)
        : file_(file), xml_(file, text, pugi::parse_pi) {
        reading_.problems = xml_.problems();
    }

    ChapterReading read(std::optional<SourceTime> film_end) {
        if (!xml_.top()) return std::move(reading_);
        const pugi::xml_node record =
            is_called(xml_.top(), "record") ? xml_.top() : child_called(xml_.top(), "record");
        const pugi::xml_node index = child_called(record, "index");
        if (!index) {
            complain(xml_.place_of(xml_.top()).line, _("this is not an index of OHMS"),
                     _("in ROOT there is a record, and in it an index with points"));
            return std::move(reading_);
        }
        for (pugi::xml_node more = record.next_sibling(); more; more = more.next_sibling()) {
            if (is_called(more, "record")) {
                complain(xml_.place_of(more).line, _("there is a second record in the file"),
                         _("only the first is read"));
                break;
            }
        }
        if (!film_end) film_end = lenient_time(own_text(child_called(record, "duration")));
        if (film_end == SourceTime{}) film_end.reset();  // written where nobody measured it
        std::vector<Point> points = points_of(index);
        std::ranges::stable_sort(points, {}, &Point::in);
        for (std::size_t i = 0; i < points.size(); ++i) {
            keep(points[i], i + 1 < points.size() ? std::optional(points[i + 1].in) : film_end,
                 i + 1 < points.size());
        }
        return std::move(reading_);
    }

private:
    void complain(int line, std::string what, std::string hint) {
        if (reading_.problems.size() < max_problems) {
            reading_.problems.push_back(fail({file_, line}, std::move(what), std::move(hint)));
        }
    }

    std::vector<Point> points_of(const pugi::xml_node& index) {
        std::vector<Point> points;
        for (const pugi::xml_node& node : index.children()) {
            if (!is_called(node, "point")) continue;
            const int line = xml_.place_of(node).line;
            if (points.size() == max_points) {
                complain(line, _("there are too many points"), _("the rest is not read"));
                break;
            }
            const std::string written = own_text(child_called(node, "time"));
            const auto time = lenient_time(written);
            if (!time) {
                complain(line, _("{} is not a time", in_quotes(written)),
                         _("write it in seconds, as in <time>75</time>"));
                continue;
            }
            points.push_back({*time, {}, own_text(child_called(node, "title")), line});
            take_exact_times(points.back(), node);
        }
        return points;
    }

    void keep(const Point& point, std::optional<SourceTime> end, bool is_next) {
        SourceTime out = point.out.value_or(end.value_or(point.in));
        if (is_next) out = std::min(out, *end);
        Chapter chapter{{point.in, out}, {}, {}};
        set_whole_title(chapter, point.title);
        if (!end && !point.out) {
            complain(point.line, _("it is not known when {} ends", in_quotes(whole_title(chapter))),
                     _("the last point needs the film, or a duration in the record"));
        } else if (reading_.problems.size() < max_problems || chapter.time.in < chapter.time.out) {
            keep_chapter(reading_, std::move(chapter), file_, point.line);
        }
    }

    const std::filesystem::path& file_;
    XmlDocument xml_;
    ChapterReading reading_;
};

std::string duration_text(SourceTime end) {
    const std::int64_t s = whole_seconds(end + std::chrono::seconds(1) - SourceDuration(1));
    return fmt::format("{}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60);
}

}  // namespace

std::string chapters_ohms(const std::vector<Chapter>& chapters, const FilmRecord& record) {
    // The order of the elements is the schema's.
    std::string text = fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<ROOT xmlns=\"https://www.weareavp.com/nunncenter/ohms\""
        " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
        " xsi:schemaLocation=\"https://www.weareavp.com/nunncenter/ohms"
        " https://www.weareavp.com/nunncenter/ohms/ohms.xsd\">\n"
        "  <record id=\"1\" dt=\"{}\">\n"
        "    <version>5.4</version>\n"
        "    <date value=\"\" format=\"yyyy-mm-dd\"/>\n"
        "    <title>{}</title>\n",
        xml_text(record.date), xml_text(record.title));
    if (record.end) text += "    <duration>" + duration_text(*record.end) + "</duration>\n";
    text += fmt::format(
        "    <interviewee>{}</interviewee>\n"
        "    <file_name>{}</file_name>\n"
        "    <media_url/>\n"
        "    <mediafile>\n"
        "      <host>Other</host>\n"
        "      <clip_format>video</clip_format>\n"
        "    </mediafile>\n"
        "    <language>{}</language>\n"
        "    <index>\n",
        xml_text(record.speaker), xml_text(record.film), xml_text(record.language));
    for (const Chapter& chapter : chapters) {
        const std::vector<CaptionCue> cues = captions_in(chapter, record.captions);
        text += fmt::format(
            "      <point>\n"
            "        <?{} in=\"{}\" out=\"{}\"?>\n"
            "        <time>{}</time>\n"
            "        <title>{}</title>\n"
            "        <partial_transcript>{}</partial_transcript>\n"
            "        <synopsis/>\n"
            "        <keywords/>\n"
            "        <subjects/>\n"
            "      </point>\n",
            exact_times, format_time(chapter.time.in), format_time(chapter.time.out),
            whole_seconds(chapter.time.in), xml_text(whole_title(chapter)),
            cues.empty() ? std::string{} : xml_text(cues.front().text));
    }
    return text + "    </index>\n    <fmt>video</fmt>\n  </record>\n</ROOT>\n";
}

ChapterReading read_chapters_ohms(std::string_view text, const std::filesystem::path& file_name,
                                  std::optional<SourceTime> film_end) {
    return OhmsReader{text, file_name}.read(film_end);
}

}  // namespace catalogue
