// The folder of the original Talking Jobs player: questions.xml and interviews.xml, with a media
// file for each response. In only. How it names things is known only in words: what is not
// understood is said, with its line. Pure; what is read is untrusted.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/problem.h"

namespace catalogue {

struct TalkingJobs {
    struct Kind {  // of questions
        std::string id;
        std::string name;
        std::string colour;
    };
    struct Question {
        std::string id;
        std::string kind;  // its id or name; may be empty
        std::string text;  // with the original's placeholder
        std::string label;
        Place place;
    };
    struct Response {
        std::string question;  // the question's id
        std::string file;      // as it is written: not checked
        std::string captions;  // may be empty
        Place place;
    };
    struct Interview {
        std::string id;
        std::string contributor;
        std::string panel_title;
        std::string job_title;
        std::string article;
        std::vector<std::string> training;  // paragraphs, without tags
        std::string link;
        std::string link_words;
        std::string now_image;  // as it is written: not checked
        std::string then_image;
        std::vector<Response> responses;
        Place place;
    };
    std::vector<Kind> kinds;
    std::vector<Question> questions;
    std::vector<Interview> interviews;
    // Errors: a file is not XML, or lacks what cannot be done without. Warnings: every name that
    // was not understood, once, with all its lines.
    std::vector<Problem> problems;
};

// An XML file of unknown encoding, and what it is called.
struct XmlText {
    std::filesystem::path file;
    std::string text;
};

class TalkingJobsNames;

// Each file of what the author says it is: questions first.
TalkingJobs read_talking_jobs(const XmlText& questions, const XmlText& interviews,
                              const TalkingJobsNames& names);

}  // namespace catalogue
