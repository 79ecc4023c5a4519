// What the elements and attributes of a Talking Jobs folder mean. How the original player called
// them is known only in words, so there is a table of likely names, and an author who has such a
// folder can say what theirs mean.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/problem.h"

namespace catalogue {

// Where in the files one is.
enum class Around { Top, Kind, Question, Interview, Response };

// What a name means there.
enum class Role {
    Kind,  // a type of questions
    Question,
    Interview,
    Response,
    KindKey,
    KindName,
    KindColour,
    QuestionKey,
    QuestionKind,
    QuestionText,
    QuestionLabel,
    InterviewKey,
    Contributor,
    PanelTitle,
    JobTitle,
    Article,
    Training,
    Link,
    LinkWords,
    NowImage,
    ThenImage,
    ResponseQuestion,
    ResponseFile,
    ResponseCaptions,
    Frame,    // around others, and of no meaning
    Nothing,  // known to mean nothing here
};

struct Meaning {
    Role role;
    int rank = 0;  // of two names for one thing the lower counts
};

// Small letters and digits only, without a prefix: "tj:Panel-Title" is "paneltitle".
std::string plain_name(std::string_view name);

class TalkingJobsNames {
public:
    // A YAML document: a role's key and the name, or a list of names, that it has. What an author
    // says counts before what the table says. Fails at the first thing that is not understood.
    static Result<TalkingJobsNames> read(std::string_view yaml,
                                         const std::filesystem::path& file_name);

    // `name` is a plain one.
    std::optional<Meaning> meaning(Around around, std::string_view name) const;

    // The keys that an author may use.
    static std::vector<std::string> keys();

private:
    std::map<Around, std::map<std::string, Meaning, std::less<>>> said_;
};

}  // namespace catalogue
