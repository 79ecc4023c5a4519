#include "tests/paper/made_up_sheets.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "catalogue/plan.h"
#include "lessons/record.h"
#include "player/paper/handout.h"
#include "player/paper/notebook_sheets.h"
#include "player/paper/session_record.h"
#include "player/paper/worksheet.h"

namespace paper_test {

using namespace catalogue;
using namespace std::chrono_literals;

Module module() {
    Module made;
    made.id = {"made-up"};
    made.title = "Made up";
    made.language = "en-GB";
    made.support = {{"A help line", "0800 1111"}, {"Your tutor", "room 12"}};
    made.themes = {{{"work"}, "Work"}};
    made.questions = {{{"w1"}, 0, "How did you become {job}?", "In a nutshell", false},
                      {{"w2"}, 0, "What does your pay rule out?", "The pay", true}};
    const auto add = [&](const char* id, const char* name, Job job, CellState state) {
        Person person;
        person.id = {id};
        person.name = name;
        person.job = std::move(job);
        person.consent_withdrawn = state == CellState::Withdrawn;
        made.people.push_back(person);
        const Answer answer{"film.mp4", TimeRange{SourceTime{10s}, SourceTime{90s}}, {}};
        for (std::size_t i = 0; i < made.questions.size(); ++i) {
            made.cells.push_back({state, state == CellState::Playable
                                             ? std::optional<Answer>{answer}
                                             : std::nullopt});
        }
    };
    add("moira", "Moira Lennox", {"hill farmer", "a"}, CellState::Playable);
    add("dev", "Dev Rao", {"engineer", "an"}, CellState::Playable);
    add("amara", "Amara Nkemelu", {"head of year", ""}, CellState::Withdrawn);
    return made;
}

Notebook notebook() {
    const auto about = [](const char* person) { return CellName{{person}, {"w1"}}; };
    Notebook made;
    made.module = {"made-up"};
    made.initials = "KM";
    made.notes = {{{"n1"},
                   NoteKind::Pin,
                   about("moira"),
                   TimeRange{SourceTime{52s}, SourceTime{60s}},
                   "A hill farmer does not choose the rain",
                   "She did not choose it.\nI might."},
                  {{"n2"}, NoteKind::Pin, about("dev"), {}, "", "His hands."},
                  {{"n3"}, NoteKind::Noticed, {}, {}, "", "Nobody planned it."},
                  {{"n4"}, NoteKind::Ask, about("dev"), {}, "", "Would you do it again?"},
                  {{"n5"}, NoteKind::Myself, {}, {}, "", "I like rain."}};
    return made;
}

paper::Sheet every_block() {
    paper::Sheet sheet;
    sheet.kind = "Kind";
    sheet.title = "A title of its own";
    sheet.subtitle = "Below it";
    sheet.language = "en-GB";
    sheet.foot = "At the foot.";
    paper::Block runs;
    runs.runs = {{"Strong ", paper::Weight::Strong}, {"and "}, {"quiet", paper::Weight::Quiet}};
    paper::Block rule;
    rule.kind = paper::Block::Kind::Rule;
    sheet.blocks = {paper::heading("First part", "In pairs"),
                    paper::paragraph("A paragraph."),
                    runs,
                    paper::care("Take care.", "Somebody is sad."),
                    paper::bullet("One point"),
                    paper::bullet("Another point"),
                    paper::numbered(1, "First"),
                    paper::numbered(2, "Second"),
                    paper::quote("What was said", "Moira, at 0:42"),
                    paper::lines("Who:", 1, 1),
                    rule,
                    paper::lines("", 2, 3)};
    return sheet;
}

std::vector<Named> every_sheet() {
    std::vector<Named> sheets{{"every block", every_block()},
                              {"notebook", paper::notebook_sheet(notebook(), module())},
                              {"hook sheet", paper::hook_sheet(notebook(), module())},
                              {"worksheet", *paper::worksheet_of(module(), 0, 0)},
                              {"sensitive worksheet", *paper::worksheet_of(module(), 1, 1)}};
    sheets.push_back(
        {"record", paper::session_record_of({"A plan",
                                             "Made up",
                                             "28.11.2026",
                                             "Week 1 of 4",
                                             {"Manage career"},
                                             {2, 8},
                                             {{"Step", {"Moira: The lift"}, {"- What *now*?"}}},
                                             {"The last step"}})});
    const std::filesystem::path plans = std::filesystem::path(CROSSCUT_ASSETS) / "plans";
    for (const auto& file : std::filesystem::directory_iterator(plans)) {
        std::ifstream in(file.path());
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        const PlanReading reading = read_plan(text, file.path());
        REQUIRE(reading.plan);
        sheets.push_back({file.path().stem().string(), paper::handout_of(*reading.plan, module())});
    }
    return sheets;
}

bool has(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

}  // namespace paper_test
