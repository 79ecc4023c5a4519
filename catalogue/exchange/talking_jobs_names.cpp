#include "catalogue/exchange/talking_jobs_names.h"

#include <algorithm>
#include <array>

#include "catalogue/text.h"
#include "catalogue/words.h"
#include "catalogue/yaml_tree.h"

namespace catalogue {
namespace {

// Names are divided by blanks; the first is the likeliest.
struct Row {
    Role role;
    std::string_view key;  // in an author's file
    std::string_view names;
    std::vector<Around> around;
};

const std::vector<Row>& table() {
    using enum Role;
    static const std::vector<Row> rows = {
        {Kind,
         "type",
         "questiontype type category theme section group questioncategory questiongroup",
         {Around::Top}},
        {Question, "question", "question q item", {Around::Top, Around::Kind}},
        {Interview, "interview", "interview person interviewee casestudy profile", {Around::Top}},
        {Response,
         "response",
         "response answer clip media video film movie question q",
         {Around::Interview}},
        {KindKey, "type-id", "id typeid questiontypeid key ref code number no", {Around::Kind}},
        {KindName,
         "type-name",
         "name typename title label text caption heading description",
         {Around::Kind}},
        {KindColour,
         "type-colour",
         "colour color typecolour typecolor rgb hex background backgroundcolour backgroundcolor "
         "bgcolour bgcolor",
         {Around::Kind}},
        {QuestionKey,
         "question-id",
         "id questionid qid key code number no num ref",
         {Around::Question}},
        {QuestionKind,
         "question-type",
         "type questiontype typeid questiontypeid category categoryid theme themeid section group "
         "kind",
         {Around::Question}},
        {QuestionText,
         "question-text",
         "text questiontext question title wording words value body q",
         {Around::Question}},
        {QuestionLabel,
         "question-label",
         "label short shorttext shorttitle shortlabel caption summary",
         {Around::Question}},
        {InterviewKey,
         "interview-id",
         "id interviewid key code number no ref",
         {Around::Interview}},
        {Contributor,
         "contributor",
         "contributor contributorname name by interviewee person personname fullname",
         {Around::Interview}},
        {PanelTitle, "panel-title", "paneltitle title panel heading", {Around::Interview}},
        {JobTitle,
         "job-title",
         "jobtitle job jobname occupation profession role",
         {Around::Interview}},
        {Article,
         "article",
         "article jobarticle jobtitlearticle aan aoran indefinitearticle indefinite",
         {Around::Interview}},
        {Training,
         "training",
         "training abouttraining traininghtml traininginfo traininginformation trainingtext html "
         "information about waysin wayin",
         {Around::Interview}},
        {Link,
         "link",
         "link url weblink website web href linkurl linkhref traininglink",
         {Around::Interview}},
        {LinkWords, "link-words", "linktext linktitle linklabel linkname", {Around::Interview}},
        {NowImage,
         "now-image",
         "nowimage imagenow now nowpicture nowphoto nowpic nowimg picturenow photonow",
         {Around::Interview}},
        {ThenImage,
         "then-image",
         "thenimage imagethen then thenpicture thenphoto thenpic thenimg picturethen photothen",
         {Around::Interview}},
        {ResponseQuestion,
         "response-question",
         "questionid question qid q questionref ref for id key number no",
         {Around::Response}},
        {ResponseFile,
         "response-file",
         "file filename src source href url media mediafile video videofile film movie clip path "
         "response answer flv mp4",
         {Around::Response}},
        {ResponseCaptions,
         "response-captions",
         "captions caption captionfile captionsfile subtitles subtitle subs ttml cc timedtext text",
         {Around::Response}},
        {Frame,
         "frame",
         "talkingjobs data root document config settings content contents list questions "
         "questionlist questiontypes types categories themes interviews interviewlist interviewees "
         "people persons casestudies profiles responses answers clips medialist mediafiles videos "
         "films images pictures photos details media video film xml",
         {Around::Top, Around::Kind, Around::Question, Around::Interview, Around::Response}},
        {Nothing,
         "ignore",
         "",
         {Around::Top, Around::Kind, Around::Question, Around::Interview, Around::Response}},
    };
    return rows;
}

// The place of the word among words divided by blanks.
std::optional<int> place_among(std::string_view word, std::string_view words) {
    int place = 0;
    for (std::size_t start = 0; start < words.size(); ++place) {
        const std::size_t end = std::min(words.find(' ', start), words.size());
        if (words.substr(start, end - start) == word) return place;
        start = end + 1;
    }
    return std::nullopt;
}

}  // namespace

std::string plain_name(std::string_view name) {
    name.remove_prefix(std::min(name.rfind(':') + 1, name.size()));
    std::string plain;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z') plain += static_cast<char>(c - 'A' + 'a');
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) plain += c;
    }
    return plain;
}

std::vector<std::string> TalkingJobsNames::keys() {
    std::vector<std::string> all;
    for (const Row& row : table())
        all.emplace_back(row.key);
    return all;
}

Result<TalkingJobsNames> TalkingJobsNames::read(std::string_view yaml,
                                                const std::filesystem::path& file_name) {
    YamlReading reading = read_yaml(yaml, file_name);
    if (!reading.problems.empty()) return std::move(reading.problems.front());
    TalkingJobsNames names;
    if (!reading.root || reading.root->kind != YamlNode::Kind::Map) {
        return fail({file_name, 1, 1}, _("this is no list of names"),
                    _("write lines like 'contributor: WhoIsIt'"));
    }
    for (const YamlNode::Entry& entry : reading.root->entries) {
        const auto row = std::ranges::find(table(), entry.key, &Row::key);
        if (row == table().end()) {
            return fail(
                entry.key_place, _("{} is nothing that names can mean", in_quotes(entry.key)),
                did_you_mean(entry.key, keys(), _("'import talking-jobs --help' lists them")));
        }
        std::vector<YamlNode> written = entry.value.items;
        if (entry.value.kind == YamlNode::Kind::Scalar) written.push_back(entry.value);
        for (const YamlNode& one : written) {
            const std::string plain = plain_name(one.text);
            if (plain.empty()) {
                return fail(one.place, _("{} cannot be a name in XML", in_quotes(one.text)),
                            _("write it as it stands in the file"));
            }
            for (const Around around : row->around)
                names.said_[around].insert_or_assign(plain, Meaning{row->role, -1});
        }
    }
    return names;
}

std::optional<Meaning> TalkingJobsNames::meaning(Around around, std::string_view name) const {
    if (const auto said = said_.find(around); said != said_.end()) {
        if (const auto one = said->second.find(name); one != said->second.end()) return one->second;
    }
    for (const Row& row : table()) {
        if (std::ranges::find(row.around, around) == row.around.end()) continue;
        if (const auto place = place_among(name, row.names)) return Meaning{row.role, *place};
    }
    return std::nullopt;
}

}  // namespace catalogue
