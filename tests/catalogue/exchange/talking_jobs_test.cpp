#include "catalogue/exchange/talking_jobs.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "catalogue/exchange/talking_jobs_module.h"
#include "catalogue/exchange/talking_jobs_names.h"
#include "catalogue/module_reader.h"

using namespace catalogue;

namespace {

// One folder in two manners of writing: everything an element, and everything an attribute.
const char* const element_questions = R"(<?xml version="1.0" encoding="UTF-8"?>
<talkingJobs>
 <questionTypes>
  <questionType><id>1</id><name>Work</name><colour>#ff6600</colour></questionType>
  <questionType><id>2</id><name>Learning</name><colour>#0066ff</colour></questionType>
 </questionTypes>
 <questions>
  <question><id>1</id><type>1</type><text>How did you become {please select a job}?</text></question>
  <question><id>2</id><type>2</type><text>What are you learning?</text></question>
 </questions>
</talkingJobs>)";
const char* const element_interviews = R"(<?xml version="1.0" encoding="UTF-8"?>
<interviews>
 <interview>
  <panelTitle>Up on the hill</panelTitle>
  <jobTitle>hill farmer</jobTitle>
  <article>a</article>
  <contributor>Moira</contributor>
  <aboutTraining><![CDATA[<p>Grow up on <b>a farm</b>.</p>]]></aboutTraining>
  <link>http://example.org/farm</link>
  <images><now>pictures/moira.png</now><then>pictures/young.jpg</then></images>
  <responses>
   <response><questionId>1</questionId><file>media/m1.mp4</file></response>
   <response><questionId>2</questionId><file>media/m2.mp4</file></response>
  </responses>
 </interview>
</interviews>)";

const char* const attribute_questions = R"(<Questions xmlns:tj="urn:x">
 <tj:CATEGORY ID="1" NAME="Work" BG-COLOR="#ff6600">
  <Question ID="1" Text="How did you become a/an { Please Select A Job }?"/>
 </tj:CATEGORY>
 <tj:CATEGORY ID="2" NAME="Learning" BG-COLOR="#0066ff">
  <Question ID="2">What are
     you learning?</Question>
 </tj:CATEGORY>
</Questions>)";
const char* const attribute_interviews = R"(<root>
 <Case_Study Panel-Title="Up on the hill" By="Moira" URL="http://example.org/farm">
  <Job Title="hill farmer" Article="a"/>
  <Html>&lt;p&gt;Grow up on a farm.&lt;/p&gt;</Html>
  <Image type="now" src="pictures/moira.png"/>
  <Image type="then" src="pictures/young.jpg"/>
  <Media><Media Question="1" Src="media\m1.mp4"/><Media Question="2">media\m2.mp4</Media></Media>
 </Case_Study>
</root>)";

TalkingJobs read(const std::string& questions, const std::string& interviews,
                 const std::string& names = {}) {
    TalkingJobsNames known;
    if (!names.empty()) {
        auto said = TalkingJobsNames::read(names, "names.yaml");
        REQUIRE_MESSAGE(said, to_text(said.error()));
        known = *said;
    }
    return read_talking_jobs({"questions.xml", questions}, {"interviews.xml", interviews}, known);
}

std::string texts(const std::vector<Problem>& problems) {
    std::string all;
    for (const Problem& problem : problems)
        all += to_text(problem) + "\n";
    return all;
}

const std::vector<std::filesystem::path> folder = {
    "interviews.xml", "media/M1.MP4", "media/m1.ttml",     "media/m2.mp4",
    "questions.xml",  "moira.png",    "pictures/young.jpg"};

// As the files would lie in the module.
ModuleReading open(const ImportedModule& made) {
    MemoryFiles files;
    for (const TextDocument& document : made.documents)
        files.files[document.file.generic_string()] = document.text;
    for (const ImportedFile& file : made.files)
        files.files[file.to.generic_string()] = "x";
    return read_module(files);
}

ImportOrder agreed_order() {
    return {{"hill", "By the hill", "en"}, true};
}

}  // namespace

TEST_CASE("a folder means the same whether elements or attributes say it") {
    const std::pair<const char*, const char*> styles[] = {
        {element_questions, element_interviews}, {attribute_questions, attribute_interviews}};
    for (const auto& [questions, interviews] : styles) {
        const TalkingJobs made = read(questions, interviews);
        CAPTURE(texts(made.problems));
        CHECK(made.problems.empty());
        REQUIRE(made.kinds.size() == 2);
        CHECK(made.kinds[1].name == "Learning");
        CHECK(made.kinds[0].colour == "#ff6600");
        REQUIRE(made.questions.size() == 2);
        CHECK(made.questions[1].text == "What are you learning?");
        CHECK(made.questions[1].kind == "2");
        REQUIRE(made.interviews.size() == 1);
        const TalkingJobs::Interview& moira = made.interviews.front();
        CHECK(moira.contributor == "Moira");
        CHECK(moira.panel_title == "Up on the hill");
        CHECK(moira.job_title == "hill farmer");
        CHECK(moira.article == "a");
        CHECK(moira.training == std::vector<std::string>{"Grow up on a farm."});
        CHECK(moira.link == "http://example.org/farm");
        CHECK(moira.now_image == "pictures/moira.png");
        CHECK(moira.then_image == "pictures/young.jpg");
        REQUIRE(moira.responses.size() == 2);
        CHECK(moira.responses[1].question == "2");
    }
}

TEST_CASE("what is made of a folder opens without a problem") {
    const std::pair<const char*, const char*> styles[] = {
        {element_questions, element_interviews}, {attribute_questions, attribute_interviews}};
    for (const auto& [questions, interviews] : styles) {
        const ImportedModule made =
            module_from(read(questions, interviews), folder, agreed_order());
        CHECK_MESSAGE(made.problems.empty(), texts(made.problems));
        CHECK(made.responses == 2);
        const ModuleReading reading = open(made);
        CHECK_MESSAGE(reading.problems.empty(), texts(reading.problems));
        REQUIRE(reading.module);
        const Module& module = *reading.module;
        REQUIRE(module.people.size() == 1);
        CHECK(module.people[0].name == "Moira");
        CHECK(question_text(module.questions[0], module.people[0]) ==
              "How did you become a hill farmer?");
        CHECK(module.themes[module.questions[1].theme].name == "Learning");
        CHECK(module.people[0].way_in == "Grow up on a farm.\n\nhttp://example.org/farm");
        CHECK(module.people[0].shows_job.now);
        REQUIRE(module.cell(0, 0).answer);
        CHECK(module.cell(0, 0).answer->film == "films/moira-q1.mp4");
        CHECK(module.cell(0, 0).answer->captions == "captions/moira-q1.vtt");
        CHECK_FALSE(module.cell(0, 0).answer->trim);
    }
}

TEST_CASE("without a word on consent nobody counts as having agreed") {
    const ImportedModule made = module_from(read(element_questions, element_interviews), folder,
                                            {{"hill", "By the hill", "en"}, false});
    CHECK(texts(open(made).problems).find("has no 'consent'") != std::string::npos);
}

TEST_CASE("every name that is not understood is said once, with its lines") {
    const TalkingJobs made = read(
        "<questions>\n<question id='1' mood='x'>Why?</question>\n"
        "<question id='2' mood='y'>How?</question>\n<sponsor>Us</sponsor>\n</questions>",
        "<interviews>\n<interview by='A' job='vet'>\n<shoe size='4'/>\n<box>\n"
        "<now>a.png</now></box></interview></interviews>");
    CHECK(
        texts(made.problems) ==
        "questions.xml:2: the attribute 'mood' of 'question' is not understood; also in the lines "
        "3 (say what it means with '--names', or leave it)\n"
        "questions.xml:4: the element 'sponsor' is not understood (say what it means with "
        "'--names', or leave it)\n"
        "interviews.xml:3: the attribute 'size' of 'shoe' is not understood (say what it means "
        "with '--names', or leave it)\n"
        "interviews.xml:3: the element 'shoe' is not understood (say what it means with "
        "'--names', or leave it)\n"
        "interviews.xml:4: the element 'box' is not understood (say what it means with "
        "'--names', or leave it)\n");
    REQUIRE(made.interviews.size() == 1);
    CHECK(made.interviews[0].now_image == "a.png");  // what is in it counts all the same
}

TEST_CASE("an author's names count before the table's") {
    const std::string questions = "<x><frage nr='7'>Warum?</frage></x>";
    const std::string interviews =
        "<x><mensch><wer>Ada</wer><name>ignored</name><beruf>Bauer</beruf>"
        "<film frage='7'>a.mp4</film></mensch></x>";
    CHECK(texts(read(questions, interviews).problems).find("no question was found") !=
          std::string::npos);
    const TalkingJobs made = read(questions, interviews,
                                  "question: Frage\nquestion-id: nr\ninterview: [Mensch, Person]\n"
                                  "contributor: wer\njob-title: beruf\nignore: [name, x]\n"
                                  "response-question: frage\n");
    // What is ignored is not looked into, so "x" may not be around everything.
    CHECK(made.questions.empty());
    const TalkingJobs better = read(questions, interviews,
                                    "question: Frage\nquestion-id: nr\nframe: x\n"
                                    "interview: [Mensch, Person]\ncontributor: wer\n"
                                    "job-title: beruf\nignore: name\nresponse-question: frage\n");
    CAPTURE(texts(better.problems));
    CHECK(better.problems.empty());
    REQUIRE(better.interviews.size() == 1);
    CHECK(better.interviews[0].contributor == "Ada");
    CHECK(better.interviews[0].job_title == "Bauer");
    REQUIRE(better.interviews[0].responses.size() == 1);
    CHECK(better.interviews[0].responses[0].question == "7");
}

TEST_CASE("a file of names is refused with what was probably meant") {
    const auto said = [](const std::string& yaml) {
        const auto names = TalkingJobsNames::read(yaml, "n.yaml");
        return names ? std::string{"fine"} : to_text(names.error());
    };
    CHECK(said("contributor: Who\nnow-image: [A, B]\n") == "fine");
    CHECK(said("contributer: Who\n").find("n.yaml:1:1: 'contributer'") == 0);
    CHECK(said("contributer: Who\n").find("did you mean 'contributor'?") != std::string::npos);
    CHECK(said("- a\n").find("this is no list of names") != std::string::npos);
    CHECK(said("link: \"?\"\n").find("cannot be a name") != std::string::npos);
    CHECK(said("link: [").find("n.yaml:") == 0);
}

TEST_CASE("a name does not tell the job") {
    const auto name = [](const std::string& fields) {
        const TalkingJobs read_in =
            read(element_questions, "<interviews><interview " + fields + "/></interviews>");
        const ModuleReading reading = open(module_from(read_in, {}, agreed_order()));
        return reading.module->people.front().name;
    };
    CHECK(name("by='Jane Smith' job='vet'") == "Jane Smith");
    CHECK(name("by='Jane Smith, vet' job='vet'") == "Jane Smith");
    CHECK(name("by='The vet' title='Jane' job='vet'") == "Jane");
    CHECK(name("by='The vet' title='A Vet at work' job='vet'") == "Person 1");
    CHECK(name("job='vet'") == "Person 1");
}

TEST_CASE("responses that cannot be placed are left out with a word") {
    const auto told = [](const std::string& responses, std::vector<std::filesystem::path> there) {
        const ImportedModule made =
            module_from(read(element_questions, "<interviews><interview by='A' job='b'>" +
                                                    responses + "</interview></interviews>"),
                        there, agreed_order());
        return std::to_string(made.responses) + " " + texts(made.problems);
    };
    CHECK(told("<response question='1'>a.mp4</response>", {"a.mp4"}) == "1 ");
    CHECK(told("<response question='Q1'>a.mp4</response>", {"a.mp4"}) == "1 ");
    CHECK(told("<response question='1'>a%20b.mp4</response>", {"media/A b.mp4"}) == "1 ");
    CHECK(told("<response question='1'>a.mp4</response>", {}).find("no media file 'a.mp4'") !=
          std::string::npos);
    CHECK(told("<response question='9'>a.mp4</response>", {"a.mp4"}).find("no question '9'") !=
          std::string::npos);
    CHECK(told("<response question='1'>a.flv</response>", {"a.flv"}).find("not played here") !=
          std::string::npos);
    CHECK(told("<response question='1'>a.flv</response>", {"a.flv", "a.mp4"}) == "1 ");
    for (const char* out : {"../a.mp4", "/etc/passwd", "C:\\a.mp4", "http://example.org/a.mp4"}) {
        CAPTURE(out);
        CHECK(told(std::string{"<response question='1'>"} + out + "</response>", {"b.mp4"})
                  .find("0 ") == 0);
    }
    const std::string twice = told(
        "<response question='1'>a.mp4</response><response question='1'>b.mp4</response>"
        "<response question='2'>a.mp4</response>",
        {"a.mp4", "b.mp4"});
    CHECK(twice.find("1 ") == 0);
    CHECK(twice.find("a response to '1' already") != std::string::npos);
    CHECK(twice.find("is another response already") != std::string::npos);
}

TEST_CASE("hostile files are refused or read with a sentence, and never expanded") {
    const auto said = [](const std::string& questions) {
        return texts(read(questions, element_interviews).problems);
    };
    CHECK(said("").find("questions.xml:1: this is not XML") == 0);
    CHECK(said("<questions>\n<question>").find("this is not XML") != std::string::npos);
    CHECK(said("hello").find("this is not XML") != std::string::npos);
    CHECK(said("<html><body>404</body></html>").find("no question was found") != std::string::npos);

    const TalkingJobs bomb = read(
        "<!DOCTYPE q [<!ENTITY a \"bomb\"><!ENTITY b \"&a;&a;\"><!ENTITY f SYSTEM "
        "\"file:///etc/passwd\">]>\n<questions><question id='1'>&b;&f;</question></questions>",
        element_interviews);
    CHECK(texts(bomb.problems).find("questions.xml:1: the file makes up entities") == 0);
    REQUIRE(bomb.questions.size() == 1);
    CHECK(bomb.questions[0].text == "&b;&f;");

    std::string deep = "<questions><question id='1'>Why?</question>";
    for (int i = 0; i < 100'000; ++i)
        deep += "<a>";
    for (int i = 0; i < 100'000; ++i)
        deep += "</a>";
    CHECK(said(deep + "</questions>").find("elements lie within elements") != std::string::npos);

    const TalkingJobs latin = read(
        "<?xml version='1.0' encoding='ISO-8859-1'?><questions><question id='1'>caf\xE9?</question>"
        "</questions>",
        element_interviews);
    CHECK_MESSAGE(texts(latin.problems).find("UTF-8") == std::string::npos, texts(latin.problems));
    REQUIRE(latin.questions.size() == 1);
    CHECK(latin.questions[0].text == "caf\xC3\xA9?");
    CHECK(said("<questions>\n<question id='1'>caf\xE9?</question></questions>")
              .find("questions.xml:2: the file is not UTF-8") == 0);
}

TEST_CASE("a folder cut anywhere never makes a module that cannot be opened") {
    const std::string questions = attribute_questions;
    const std::string interviews = element_interviews;
    for (std::size_t length = 0; length < interviews.size(); length += 7) {
        const TalkingJobs part = read(questions, interviews.substr(0, length));
        CHECK_FALSE(part.problems.empty());
        const ModuleReading reading = open(module_from(part, folder, agreed_order()));
        CHECK(reading.module);
    }
}
