#include "catalogue/exchange/talking_jobs_records.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "catalogue/exchange/xml_document.h"
#include "catalogue/text.h"
#include "catalogue/words.h"

namespace catalogue {
namespace {

constexpr int most_depth = 64;
constexpr std::size_t most_lines_told = 12;

Around around_of(Role record) {
    switch (record) {
        case Role::Kind:
            return Around::Kind;
        case Role::Question:
            return Around::Question;
        case Role::Interview:
            return Around::Interview;
        case Role::Response:
            return Around::Response;
        default:
            return Around::Top;
    }
}

bool is_record(Role role) {
    return around_of(role) != Around::Top;
}

// What stands in a record without a name of its own.
std::optional<Role> own_words_of(Role record) {
    if (record == Role::Kind) return Role::KindName;
    if (record == Role::Question) return Role::QuestionText;
    if (record == Role::Response) return Role::ResponseFile;
    return std::nullopt;
}

bool has_elements(const pugi::xml_node& node) {
    return static_cast<bool>(node.find_child(
        [](const pugi::xml_node& one) { return one.type() == pugi::node_element; }));
}

// HTML may stand as text, with "&lt;p&gt;" or in CDATA, or as elements.
void append_html(std::string& html, const pugi::xml_node& node, int depth) {
    const bool mixed = has_elements(node);
    for (const pugi::xml_node& child : node.children()) {
        if (child.type() == pugi::node_cdata) html += child.value();
        if (child.type() == pugi::node_pcdata) {
            for (const char c : std::string_view{child.value()}) {
                // Beside elements a bracket is a letter and no tag.
                html += mixed && c == '<' ? "&lt;" : std::string(1, c);
            }
        }
        if (child.type() != pugi::node_element || depth >= most_depth) continue;
        const std::string name = plain_name(child.name());
        html += "<" + name;
        if (const std::string_view href = child.attribute("href").value(); !href.empty()) {
            std::string address{href};
            std::erase(address, '"');
            html += " href=\"" + address + "\"";
        }
        html += ">";
        append_html(html, child, depth + 1);
        html += "</" + name + ">";
    }
}

class RecordReader {
public:
    RecordReader(const XmlText& xml, const TalkingJobsNames& names,
                 const std::set<std::string>& question_ids)
        : xml_(xml.file, xml.text), names_(names), question_ids_(question_ids) {
        told_.problems = xml_.problems();
    }

    TalkingJobsRecords read() {
        if (!xml_.top()) return std::move(told_);
        TalkingJobsRecord top{Role::Frame, {}, {}, {}};
        read_child(xml_.top(), top, "", 0);
        told_.records = std::move(top.inside);
        say_unknown();
        return std::move(told_);
    }

private:
    Place place_of(const pugi::xml_node& node) const { return xml_.place_of(node); }

    void not_understood(const pugi::xml_node& node, const std::string& what) {
        unknown_[what].push_back(place_of(node).line);
    }
    static std::string attribute_words(const pugi::xml_node& node, std::string_view name) {
        return _("the attribute {} of {}", in_quotes(name), in_quotes(node.name()));
    }

    void set(const pugi::xml_node& node, TalkingJobsRecord& record, const Meaning& meaning,
             std::string value, const std::string& written) {
        if (meaning.role == Role::Nothing || trimmed(value).empty()) return;
        const auto [field, is_new] =
            record.fields.try_emplace(meaning.role, TalkingJobsField{value, meaning.rank, written});
        if (is_new || field->second.value == value) return;
        if (meaning.rank < field->second.rank) {
            not_understood(node, field->second.written);
            field->second = {std::move(value), meaning.rank, written};
        } else {
            not_understood(node, written);
        }
    }

    // A field of the record; not what begins another, and not what is only around others.
    std::optional<Meaning> field_meaning(Role record, const std::string& name) const {
        const auto meaning = names_.meaning(around_of(record), name);
        if (!meaning || is_record(meaning->role) || meaning->role == Role::Frame) return {};
        return meaning;
    }

    void read_attributes(const pugi::xml_node& node, TalkingJobsRecord& record,
                         const std::string& prefix) {
        for (const pugi::xml_attribute& attribute : node.attributes()) {
            const std::string_view name = attribute.name();
            if (name.starts_with("xmlns") || name.starts_with("xml:") || name.starts_with("xsi:"))
                continue;
            const std::string plain = plain_name(name);
            auto meaning = field_meaning(record.role, prefix + plain);
            if (!meaning && prefix.empty() && record.role == Role::Response) {
                // <response q1="a.mp4"/>
                if (question_ids_.contains(plain)) {
                    set(node, record, {Role::ResponseQuestion, 0}, plain,
                        attribute_words(node, name));
                    meaning = Meaning{Role::ResponseFile, 0};
                }
            }
            if (meaning) {
                set(node, record, *meaning, attribute.value(), attribute_words(node, name));
            } else {
                not_understood(node, attribute_words(node, name));
            }
        }
    }

    void read_children(const pugi::xml_node& node, TalkingJobsRecord& record,
                       const std::string& prefix, int depth) {
        for (const pugi::xml_node& child : node.children()) {
            if (child.type() == pugi::node_element) read_child(child, record, prefix, depth + 1);
        }
    }

    void read_child(const pugi::xml_node& node, TalkingJobsRecord& record,
                    const std::string& prefix, int depth) {
        if (depth > most_depth) {
            if (!std::exchange(too_deep_, true)) {
                told_.problems.push_back(
                    fail(place_of(node),
                         _("elements lie within elements more than {} deep here", most_depth),
                         _("what lies deeper is not read")));
            }
            return;
        }
        const std::string name = plain_name(node.name());
        const auto meaning = names_.meaning(around_of(record.role), name);
        if (meaning && meaning->role == Role::Nothing) return;
        if (meaning && is_record(meaning->role) && !holds_same(node, record.role, meaning->role)) {
            read_record(node, record, meaning->role, depth);
            return;
        }
        auto field = prefix.empty() ? std::nullopt : field_meaning(record.role, prefix + name);
        if (!field) field = field_meaning(record.role, name);
        if (field) {
            read_field(node, record, *field, name, depth);
            return;
        }
        if (meaning) {  // it is around others
            read_attributes(node, record, "");
            if (!own_text(node).empty()) not_understood(node, words_in(node));
            read_children(node, record, "", depth);
            return;
        }
        if (record.role == Role::Interview && question_ids_.contains(name)) {
            TalkingJobsRecord& response = begin(node, record, Role::Response);
            response.fields[Role::ResponseQuestion] = {name, -1, node.name()};
            fill(node, response, depth);
            return;
        }
        if (read_named_value(node, record)) return;
        not_understood(node, _("the element {}", in_quotes(node.name())));
        for (const pugi::xml_attribute& attribute : node.attributes())
            not_understood(node, attribute_words(node, attribute.name()));
        read_children(node, record, "", depth);
    }

    // <media> around <media>, or <answers> around <answer>: only the inner ones are records.
    bool holds_same(const pugi::xml_node& node, Role around, Role role) const {
        return static_cast<bool>(node.find_child([&](const pugi::xml_node& one) {
            if (one.type() != pugi::node_element) return false;
            const std::string name = plain_name(one.name());
            const auto inner = names_.meaning(around_of(around), name);
            if (!inner || inner->role != role) return false;
            // Inside a record of its own the name may be a field: <question><question>Why?
            const bool is_record_itself = one.first_attribute() || has_elements(one);
            return !field_meaning(role, name) || (is_record_itself && !node.first_attribute());
        }));
    }

    TalkingJobsRecord& begin(const pugi::xml_node& node, TalkingJobsRecord& around, Role role) {
        around.inside.push_back({role, place_of(node), {}, {}});
        return around.inside.back();
    }

    void read_record(const pugi::xml_node& node, TalkingJobsRecord& around, Role role, int depth) {
        fill(node, begin(node, around, role), depth);
    }

    void fill(const pugi::xml_node& node, TalkingJobsRecord& record, int depth) {
        read_attributes(node, record, "");
        if (const std::string text = own_text(node); !text.empty()) {
            if (const auto role = own_words_of(record.role)) {
                set(node, record, {*role, 0}, text, words_in(node));
            } else {
                not_understood(node, words_in(node));
            }
        }
        read_children(node, record, "", depth);
    }

    void read_field(const pugi::xml_node& node, TalkingJobsRecord& record, const Meaning& meaning,
                    const std::string& name, int depth) {
        const std::string written = _("the element {}", in_quotes(node.name()));
        if (meaning.role == Role::Training) {
            std::string html;
            append_html(html, node, depth);
            set(node, record, meaning, std::move(html), written);
            read_attributes(node, record, name);
            return;
        }
        std::string value = own_text(node);
        std::string_view taken;
        if (value.empty()) {
            static constexpr std::array holders = {"src",  "href",  "file",    "url",
                                                   "path", "value", "filename"};
            for (const char* holder : holders) {
                const pugi::xml_attribute attribute = node.attribute(holder);
                if (!attribute) continue;
                value = attribute.value();
                taken = holder;
                break;
            }
        }
        set(node, record, meaning, std::move(value), written);
        for (const pugi::xml_attribute& attribute : node.attributes()) {
            if (attribute.name() == taken) continue;
            if (const auto inner =
                    field_meaning(record.role, name + plain_name(attribute.name()))) {
                set(node, record, *inner, attribute.value(),
                    attribute_words(node, attribute.name()));
            } else {
                not_understood(node, attribute_words(node, attribute.name()));
            }
        }
        read_children(node, record, name, depth);
    }

    // <image type="now" src="a.jpg"/>, <field name="jobTitle">vet</field>: the name is in a value.
    bool read_named_value(const pugi::xml_node& node, TalkingJobsRecord& record) {
        static constexpr std::array tellers = {"type", "name", "kind", "when", "role", "id", "key"};
        for (const char* teller : tellers) {
            const pugi::xml_attribute attribute = node.attribute(teller);
            if (!attribute) continue;
            const std::string said = plain_name(attribute.value());
            auto meaning = field_meaning(record.role, said);
            if (!meaning) meaning = field_meaning(record.role, said + plain_name(node.name()));
            if (!meaning) continue;
            std::string value = own_text(node);
            if (meaning->role == Role::Training) {
                value.clear();
                append_html(value, node, 0);
            }
            for (const pugi::xml_attribute& other : node.attributes()) {
                if (other == attribute) continue;
                if (value.empty()) {
                    value = other.value();
                } else {
                    not_understood(node, attribute_words(node, other.name()));
                }
            }
            set(node, record, *meaning, std::move(value),
                _("the element {}", in_quotes(node.name())));
            return true;
        }
        return false;
    }

    static std::string words_in(const pugi::xml_node& node) {
        return _("the words in {}", in_quotes(node.name()));
    }

    void say_unknown() {
        std::vector<Problem> all;
        for (const auto& [what, lines] : unknown_) {
            std::vector<int> more(lines.begin() + 1, lines.end());
            const std::size_t beyond =
                more.size() > most_lines_told ? more.size() - most_lines_told : 0;
            more.resize(more.size() - beyond);
            std::string sentence = _("{} is not understood", what);
            if (beyond > 0) {
                sentence = _("{} is not understood; also in the lines {} and {} more", what,
                             fmt::format("{}", fmt::join(more, ", ")), beyond);
            } else if (!more.empty()) {
                sentence = _("{} is not understood; also in the lines {}", what,
                             fmt::format("{}", fmt::join(more, ", ")));
            }
            all.push_back({{xml_.file(), lines.front(), 0},
                           std::move(sentence),
                           _("say what it means with '--names', or leave it"),
                           Severity::Warning});
        }
        std::ranges::stable_sort(all, {}, [](const Problem& one) { return one.place; });
        std::ranges::move(all, std::back_inserter(told_.problems));
    }

    XmlDocument xml_;
    const TalkingJobsNames& names_;
    const std::set<std::string>& question_ids_;
    bool too_deep_ = false;
    std::map<std::string, std::vector<int>> unknown_;  // lines, by what it is
    TalkingJobsRecords told_;
};

}  // namespace

TalkingJobsRecords read_talking_jobs_records(const XmlText& xml, const TalkingJobsNames& names,
                                             const std::set<std::string>& question_ids) {
    return RecordReader{xml, names, question_ids}.read();
}

}  // namespace catalogue
