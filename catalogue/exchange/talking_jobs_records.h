// A Talking Jobs file as records with fields, whatever their elements and attributes are called.
// Private to the folder.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "catalogue/exchange/talking_jobs.h"
#include "catalogue/exchange/talking_jobs_names.h"

namespace catalogue {

struct TalkingJobsField {
    std::string value;  // of Training HTML, else words
    int rank = 0;
    std::string written;  // the name that said it
};

struct TalkingJobsRecord {
    Role role;
    Place place;
    std::map<Role, TalkingJobsField> fields;
    std::vector<TalkingJobsRecord> inside;  // questions of a type, responses of an interview
};

struct TalkingJobsRecords {
    std::vector<TalkingJobsRecord> records;
    std::vector<Problem> problems;
};

// @param question_ids  elements in an interview that are called so are responses
TalkingJobsRecords read_talking_jobs_records(const XmlText& xml, const TalkingJobsNames& names,
                                             const std::set<std::string>& question_ids);

}  // namespace catalogue
