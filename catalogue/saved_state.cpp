#include "catalogue/saved_state.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "catalogue/text.h"
#include "catalogue/time_text.h"
#include "catalogue/words.h"
#include "catalogue/yaml_tree.h"

namespace catalogue {
namespace {

constexpr std::size_t most_cells = 20'000;  // of one list: five times the largest module

std::string cell_text(const CellName& cell) {
    return yaml_quoted(cell.person.text + "/" + cell.question.text);
}

template <class List, class ToText>
std::string list_text(const List& list, ToText to_text) {
    std::string text = "[";
    for (const auto& item : list) {
        if (text.size() > 1) text += ", ";
        text += to_text(item);
    }
    return text + "]";
}

std::string cells_text(const std::vector<CellName>& cells) {
    return list_text(cells, cell_text);
}

template <class Kind>
std::string ids_text(const std::vector<Id<Kind>>& ids) {
    return list_text(ids, [](const Id<Kind>& id) { return yaml_quoted(id.text); });
}

std::string guesses_text(const Guesses& guesses) {
    return fmt::format("{{person: {}, lines: {}, unfinished: {}}}",
                       yaml_quoted(guesses.person.text), list_text(guesses.lines, yaml_quoted),
                       yaml_quoted(guesses.unfinished));
}

CellName cell_from(std::string_view text) {
    const std::size_t slash = std::min(text.find('/'), text.size());
    return {{std::string{text.substr(0, slash)}},
            {std::string{text.substr(std::min(slash + 1, text.size()))}}};
}

std::string text_at(const YamlNode& map, std::string_view key) {
    const YamlNode* node = map.find(key);
    return node != nullptr && node->kind == YamlNode::Kind::Scalar ? node->text : std::string{};
}

template <class Item, class FromText>
std::vector<Item> list_at(const YamlNode& map, std::string_view key, FromText from_text) {
    std::vector<Item> list;
    if (const YamlNode* node = map.find(key)) {
        for (const YamlNode& item : node->items) {
            if (item.kind == YamlNode::Kind::Scalar && list.size() < most_cells) {
                list.push_back(from_text(item.text));
            }
        }
    }
    return list;
}

std::vector<CellName> cells_at(const YamlNode& map, std::string_view key) {
    return list_at<CellName>(map, key, cell_from);
}

template <class Item>
std::vector<Item> ids_at(const YamlNode& map, std::string_view key) {
    return list_at<Item>(map, key, [](const std::string& text) { return Item{text}; });
}

std::vector<Guesses> guesses_at(const YamlNode& map) {
    std::vector<Guesses> all;
    const YamlNode* node = map.find("guesses");
    if (node == nullptr) return all;
    for (const YamlNode& item : node->items) {
        if (item.kind != YamlNode::Kind::Map || all.size() == most_cells) continue;
        Guesses guesses;
        guesses.person = {text_at(item, "person")};
        guesses.lines = list_at<std::string>(item, "lines", [](const std::string& t) { return t; });
        guesses.unfinished = text_at(item, "unfinished");
        all.push_back(std::move(guesses));
    }
    return all;
}

template <class Number>
std::optional<Number> number_from(const std::string& text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

double number_at(const YamlNode& map, std::string_view key, double least, double most,
                 double otherwise) {
    const std::optional<double> number = number_from<double>(text_at(map, key));
    return number && *number >= least && *number <= most ? *number : otherwise;
}

bool flag_at(const YamlNode& map, std::string_view key, bool otherwise) {
    const std::string text = text_at(map, key);
    return text == "true" || (text != "false" && otherwise);
}

template <class Choice, std::size_t count>
std::string_view name_of(const std::array<ChoiceName<Choice>, count>& names, Choice choice) {
    const auto found = std::find_if(names.begin(), names.end(),
                                    [&](const auto& entry) { return entry.choice == choice; });
    return found == names.end() ? std::string_view{} : found->name;
}

template <class Choice, std::size_t count>
Choice choice_at(const YamlNode& map, std::string_view key,
                 const std::array<ChoiceName<Choice>, count>& names, Choice otherwise) {
    const std::string text = text_at(map, key);
    const auto found = std::find_if(names.begin(), names.end(),
                                    [&](const auto& entry) { return entry.name == text; });
    return found == names.end() ? otherwise : found->choice;
}

std::string preferences_text(const Preferences& p) {
    std::string text;
    text += fmt::format("theme: {}\n", name_of(theme_names, p.theme));
    text += fmt::format("interface_size: {:.2f}\n", p.interface_size);
    text += fmt::format("reduced_motion: {}\n", p.reduced_motion);
    text += fmt::format("loudness: {:.1f}\n", p.loudness_lufs);
    text += fmt::format("single_keys: {}\n", p.single_keys);
    text += fmt::format("read_aloud: {}\n", p.read_aloud);
    text += fmt::format("voice_rate: {}\n", p.voice_rate);
    text += fmt::format("job_last: {}\n", p.job_last);
    const CaptionPreferences& c = p.captions;
    text += fmt::format("captions: {}\n", c.shown);
    text += fmt::format("caption_size: {:.2f}\n", c.size);
    text += fmt::format("caption_font: {}\n", name_of(caption_font_names, c.font));
    text += fmt::format("caption_colours: {}\n", name_of(caption_colours_names, c.colours));
    text += fmt::format("caption_ground: {}\n", name_of(caption_ground_names, c.ground));
    text += fmt::format("caption_position: {}\n", name_of(caption_position_names, c.position));
    text += fmt::format("caption_speakers: {}\n", c.speakers);
    text += fmt::format("caption_languages: {}\n", name_of(caption_languages_names, c.languages));
    text += fmt::format("descriptions: {}\n", p.descriptions);
    text += fmt::format("language: {}\n", yaml_quoted(p.language));
    text += fmt::format("keep_until: \"{}\"\n", name_of(keep_day_names, p.keep_until));
    return text;
}

Preferences preferences_at(const YamlNode& map) {
    Preferences p;
    p.theme = choice_at(map, "theme", theme_names, p.theme);
    p.interface_size = number_at(map, "interface_size", interface_sizes.front(),
                                 interface_sizes.back(), p.interface_size);
    p.reduced_motion = flag_at(map, "reduced_motion", p.reduced_motion);
    p.loudness_lufs = number_at(map, "loudness", quietest_lufs, loudest_lufs, p.loudness_lufs);
    p.single_keys = flag_at(map, "single_keys", p.single_keys);
    p.read_aloud = flag_at(map, "read_aloud", p.read_aloud);
    p.voice_rate =
        static_cast<int>(number_at(map, "voice_rate", slowest_voice, fastest_voice, p.voice_rate));
    p.job_last = flag_at(map, "job_last", p.job_last);
    CaptionPreferences& c = p.captions;
    c.shown = flag_at(map, "captions", c.shown);
    c.size = number_at(map, "caption_size", caption_sizes.front(), caption_sizes.back(), c.size);
    c.font = choice_at(map, "caption_font", caption_font_names, c.font);
    c.colours = choice_at(map, "caption_colours", caption_colours_names, c.colours);
    c.ground = choice_at(map, "caption_ground", caption_ground_names, c.ground);
    c.position = choice_at(map, "caption_position", caption_position_names, c.position);
    c.speakers = flag_at(map, "caption_speakers", c.speakers);
    c.languages = choice_at(map, "caption_languages", caption_languages_names, c.languages);
    p.descriptions = flag_at(map, "descriptions", p.descriptions);
    p.language = text_at(map, "language");
    p.keep_until = choice_at(map, "keep_until", keep_day_names, p.keep_until);
    return p;
}

Result<YamlNode> read_document(std::string_view text, const std::filesystem::path& file) {
    YamlReading reading = read_yaml(text, file);
    if (!reading.root) return reading.problems.front();
    if (reading.root->kind != YamlNode::Kind::Map || text_at(*reading.root, "format") != "1") {
        return fail({file}, _("this file was not written by this program"),
                    _("it may be deleted; only the last place is lost"));
    }
    return std::move(*reading.root);
}

}  // namespace

std::string to_yaml(const SavedSitting& sitting) {
    std::string text = "format: 1\n";
    const auto line = [&text](std::string_view key, const std::string& value) {
        text += fmt::format("{}: {}\n", key, value);
    };
    line("module", yaml_quoted(sitting.module.text));
    line("cell", cell_text(sitting.cell));
    line("into_clip", yaml_quoted(format_time(SourceTime{sitting.into_clip})));
    line("way", yaml_quoted(sitting.way));
    line("seed", yaml_quoted(sitting.seed));
    line("scope_people", ids_text(sitting.scope_people));
    line("scope_questions", ids_text(sitting.scope_questions));
    line("draws", cells_text(sitting.draws));
    line("by_hand", cells_text(sitting.by_hand));
    line("heard", cells_text(sitting.heard));
    line("history", cells_text(sitting.history));
    line("ahead", cells_text(sitting.ahead));
    if (sitting.hang_question) {
        line("hang_question", yaml_quoted(sitting.hang_question->text));
        line("hang_people", ids_text(sitting.hang_people));
    }
    line("guesses", list_text(sitting.guesses, guesses_text));
    return text;
}

Result<SavedSitting> read_saved_sitting(std::string_view text, const std::filesystem::path& file) {
    Result<YamlNode> root = read_document(text, file);
    if (!root) return root.error();
    SavedSitting sitting;
    sitting.module = {text_at(*root, "module")};
    sitting.cell = cell_from(text_at(*root, "cell"));
    if (const Result<SourceTime> time = parse_time(text_at(*root, "into_clip"))) {
        sitting.into_clip = time->time_since_epoch();
    }
    sitting.way = text_at(*root, "way");
    sitting.seed = text_at(*root, "seed");
    sitting.scope_people = ids_at<PersonId>(*root, "scope_people");
    sitting.scope_questions = ids_at<QuestionId>(*root, "scope_questions");
    sitting.draws = cells_at(*root, "draws");
    sitting.by_hand = cells_at(*root, "by_hand");
    sitting.heard = cells_at(*root, "heard");
    sitting.history = cells_at(*root, "history");
    sitting.ahead = cells_at(*root, "ahead");
    if (root->find("hang_question") != nullptr) {
        sitting.hang_question = QuestionId{text_at(*root, "hang_question")};
        sitting.hang_people = ids_at<PersonId>(*root, "hang_people");
    }
    sitting.guesses = guesses_at(*root);
    return sitting;
}

std::string to_yaml(const SavedSettings& settings) {
    std::string text = "format: 1\n";
    text += fmt::format("volume: {:.3f}\n", settings.volume);
    text += fmt::format("muted: {}\n", settings.muted);
    text += preferences_text(settings.preferences);
    text += fmt::format("full_screen: {}\n", settings.full_screen);
    if (settings.window) {
        text +=
            fmt::format("window: {{x: {}, y: {}, width: {}, height: {}}}\n", settings.window->x,
                        settings.window->y, settings.window->width_px, settings.window->height_px);
    }
    text += fmt::format("recent: {}\n", list_text(settings.recent, yaml_quoted));
    text += fmt::format("hints_done: {}\n", list_text(settings.hints_done, yaml_quoted));
    text += fmt::format("hand_in_folder: {}\n", yaml_quoted(settings.hand_in_folder));
    text += fmt::format("collects_hand_ins: {}\n", settings.collects_hand_ins);
    text += fmt::format("marks_films: {}\n", settings.marks_films);
    return text;
}

Result<SavedSettings> read_saved_settings(std::string_view text,
                                          const std::filesystem::path& file) {
    Result<YamlNode> root = read_document(text, file);
    if (!root) return root.error();
    SavedSettings settings;
    settings.volume = number_at(*root, "volume", 0, 1, settings.volume);
    settings.muted = flag_at(*root, "muted", settings.muted);
    settings.preferences = preferences_at(*root);
    settings.full_screen = flag_at(*root, "full_screen", settings.full_screen);
    if (const YamlNode* window = root->find("window")) {
        const auto x = number_from<int>(text_at(*window, "x"));
        const auto y = number_from<int>(text_at(*window, "y"));
        const auto width = number_from<int>(text_at(*window, "width"));
        const auto height = number_from<int>(text_at(*window, "height"));
        if (x && y && width && height && *width > 0 && *height > 0) {
            settings.window = SavedWindow{*x, *y, *width, *height};
        }
    }
    settings.recent =
        list_at<std::string>(*root, "recent", [](const std::string& folder) { return folder; });
    settings.hints_done =
        list_at<std::string>(*root, "hints_done", [](const std::string& name) { return name; });
    settings.hand_in_folder = text_at(*root, "hand_in_folder");
    settings.collects_hand_ins = flag_at(*root, "collects_hand_ins", settings.collects_hand_ins);
    settings.marks_films = flag_at(*root, "marks_films", settings.marks_films);
    return settings;
}

std::string to_yaml(const SavedLesson& lesson) {
    std::string text = "format: 1\n";
    text += fmt::format("plan: {}\n", yaml_quoted(lesson.plan));
    text += fmt::format("week: {}\n", lesson.week);
    text += fmt::format("seed: {}\n", yaml_quoted(lesson.seed));
    text += fmt::format("part: {}\n", yaml_quoted(lesson.part));
    text += fmt::format("item: {}\n", lesson.item);
    text += fmt::format("clip: {}\n", lesson.clip);
    if (lesson.timer_left_s) text += fmt::format("timer_left: {}\n", *lesson.timer_left_s);
    if (lesson.bell_left_s) text += fmt::format("bell_left: {}\n", *lesson.bell_left_s);
    text += fmt::format("pupils: {}\n", lesson.pupils);
    text += fmt::format("headsets: {}\n", lesson.headsets);
    text += fmt::format("picked: {}\n", cells_text(lesson.picked));
    const auto seen = [](const SavedLesson::Seen& clip) {
        return fmt::format("{{cue: {}, cell: {}}}", clip.cue, cell_text(clip.cell));
    };
    text += fmt::format("seen: {}\n", list_text(lesson.seen, seen));
    const auto week = [](const SavedLesson::Week& of) {
        const auto person = [](const PersonId& id) { return yaml_quoted(id.text); };
        return fmt::format("{{plan: {}, next: {}, heard: {}}}", yaml_quoted(of.plan), of.next,
                           list_text(of.heard, person));
    };
    text += fmt::format("weeks: {}\n", list_text(lesson.weeks, week));
    return text;
}

Result<SavedLesson> read_saved_lesson(std::string_view text, const std::filesystem::path& file) {
    Result<YamlNode> root = read_document(text, file);
    if (!root) return root.error();
    const auto count_at = [](const YamlNode& map, std::string_view key) {
        return std::max(0, number_from<int>(text_at(map, key)).value_or(0));
    };
    SavedLesson lesson;
    lesson.plan = text_at(*root, "plan");
    lesson.week = std::max(1, count_at(*root, "week"));
    lesson.seed = text_at(*root, "seed");
    lesson.part = text_at(*root, "part");
    lesson.item = count_at(*root, "item");
    lesson.clip = count_at(*root, "clip");
    lesson.timer_left_s = number_from<int>(text_at(*root, "timer_left"));
    lesson.bell_left_s = number_from<int>(text_at(*root, "bell_left"));
    lesson.pupils = count_at(*root, "pupils");
    lesson.headsets = count_at(*root, "headsets");
    lesson.picked = cells_at(*root, "picked");
    const auto each = [&](std::string_view key, auto read) {
        if (const YamlNode* list = root->find(key)) {
            for (const YamlNode& item : list->items) {
                if (item.kind == YamlNode::Kind::Map) read(item);
            }
        }
    };
    each("seen", [&](const YamlNode& item) {
        lesson.seen.push_back({count_at(item, "cue"), cell_from(text_at(item, "cell"))});
    });
    each("weeks", [&](const YamlNode& item) {
        SavedLesson::Week week{text_at(item, "plan"), std::max(1, count_at(item, "next")), {}};
        if (const YamlNode* heard = item.find("heard")) {
            for (const YamlNode& person : heard->items) {
                week.heard.push_back({person.text});
            }
        }
        lesson.weeks.push_back(std::move(week));
    });
    return lesson;
}

}  // namespace catalogue
