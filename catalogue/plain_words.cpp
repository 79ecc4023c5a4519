#include "catalogue/plain_words.h"

#include <algorithm>
#include <array>

namespace catalogue {
namespace {

// In order, of four letters and more: whoever asks passes over shorter ones anyway.
constexpr auto english = std::to_array<std::string_view>(
    {"about",    "above",     "across",     "actually",     "after",      "again",
     "against",  "almost",    "along",      "already",      "also",       "although",
     "always",   "among",     "another",    "anybody",      "anyone",     "anything",
     "anyway",   "around",    "away",       "basically",    "became",     "because",
     "become",   "been",      "before",     "began",        "behind",     "being",
     "below",    "besides",   "better",     "between",      "beyond",     "both",
     "bring",    "brought",   "came",       "cannot",       "certainly",  "come",
     "comes",    "coming",    "could",      "couldn",       "couldnt",    "definitely",
     "didn",     "didnt",     "different",  "does",         "doesn",      "doesnt",
     "doing",    "done",      "dont",       "down",         "during",     "each",
     "either",   "else",      "enough",     "especially",   "even",       "ever",
     "every",    "everybody", "everyone",   "everything",   "exactly",    "except",
     "found",    "from",      "gave",       "gets",         "getting",    "give",
     "given",    "giving",    "goes",       "going",        "gone",       "gonna",
     "gotta",    "hadn",      "hadnt",      "hardly",       "hasn",       "hasnt",
     "have",     "haven",     "havent",     "having",       "hence",      "here",
     "herself",  "himself",   "however",    "indeed",       "inside",     "instead",
     "into",     "isn",       "isnt",       "itself",       "just",       "keep",
     "keeps",    "kept",      "kind",       "knew",         "know",       "known",
     "knows",    "least",     "less",       "like",         "liked",      "likely",
     "little",   "look",      "looked",     "looking",      "looks",      "made",
     "make",     "makes",     "making",     "many",         "maybe",      "mean",
     "means",    "meant",     "might",      "more",         "most",       "mostly",
     "much",     "must",      "myself",     "near",         "nearly",     "need",
     "needed",   "needs",     "neither",    "never",        "nobody",     "none",
     "normally", "nothing",   "obviously",  "often",        "once",       "only",
     "onto",     "other",     "others",     "otherwise",    "ought",      "ourselves",
     "outside",  "over",      "particular", "particularly", "perhaps",    "please",
     "possible", "possibly",  "pretty",     "probably",     "quite",      "rather",
     "really",   "right",     "said",       "same",         "says",       "seem",
     "seemed",   "seems",     "seen",       "several",      "shall",      "should",
     "shouldn",  "shouldnt",  "simply",     "since",        "some",       "somebody",
     "somehow",  "someone",   "something",  "sometimes",    "somewhere",  "sort",
     "still",    "stuff",     "such",       "suppose",      "sure",       "take",
     "taken",    "takes",     "taking",     "tell",         "tells",      "than",
     "that",     "thats",     "their",      "theirs",       "them",       "themselves",
     "then",     "there",     "therefore",  "theres",       "these",      "they",
     "thing",    "things",    "think",      "thinking",     "thinks",     "this",
     "those",    "though",    "thought",    "through",      "throughout", "thus",
     "till",     "together",  "told",       "took",         "toward",     "towards",
     "tried",    "tries",     "trying",     "under",        "unless",     "unlike",
     "until",    "upon",      "used",       "using",        "usual",      "usually",
     "various",  "very",      "wanna",      "want",         "wanted",     "wants",
     "wasn",     "wasnt",     "well",       "went",         "were",       "weren",
     "werent",   "what",      "whatever",   "when",         "whenever",   "where",
     "wherever", "whether",   "which",      "while",        "whilst",     "whoever",
     "whole",    "whom",      "whose",      "will",         "with",       "within",
     "without",  "would",     "wouldn",     "wouldnt",      "yeah",       "your",
     "yours",    "yourself",  "yourselves"});

constexpr auto welsh = std::to_array<std::string_view>(
    {"achos",    "aeth",    "aethon",   "allan",    "allech",   "allwch",   "amdana",   "amdanat",
     "amdani",   "amdano",  "amdanom",  "amdanyn",  "arall",    "arni",     "arno",     "bawb",
     "bellach",  "beth",    "bethau",   "bopeth",   "bron",     "buais",    "bues",     "buodd",
     "buont",    "bydd",    "byddaf",   "byddai",   "byddan",   "byddant",  "byddech",  "bydded",
     "byddem",   "byddet",  "byddi",    "byddwch",  "byddwn",   "bynnag",   "byth",     "cael",
     "cafodd",   "chwaith", "chwi",     "chwithau", "cwpwl",    "daeth",    "ddim",     "deud",
     "digon",    "dipyn",   "doedd",    "doedden",  "doeddwn",  "dros",     "dweud",    "dydi",
     "dydw",     "dydy",    "dyma",     "dyna",     "dywedodd", "efallai",  "eisiau",   "eithaf",
     "ella",     "eraill",  "erbyn",    "erioed",   "faint",    "falle",    "fedra",    "fedrwch",
     "felly",    "fydd",    "fyddaf",   "fyddai",   "fyddan",   "fyddant",  "fyddech",  "fyddwch",
     "fyddwn",   "fyny",    "fyth",     "gafodd",   "gallai",   "gallech",  "gallu",    "gallwch",
     "gallwn",   "gennych", "gennyf",   "gennym",   "gennyn",   "gormod",   "gweld",    "gwneud",
     "gwybod",   "gyda",    "gydag",    "gymaint",  "heblaw",   "hefo",     "hefyd",    "honno",
     "hwnna",    "hwnnw",   "hynna",    "hynny",    "iawn",     "iddi",     "iddo",     "iddyn",
     "jyst",     "lawer",   "lawr",     "llawer",   "maen",     "maent",    "meddwl",   "medru",
     "mewn",     "minnau",  "mynd",     "nesaf",    "neud",     "nhwythau", "ninnau",   "oedd",
     "oeddech",  "oeddem",  "oedden",   "oeddent",  "oeddet",   "oeddwn",   "oherwydd", "ohoni",
     "ohono",    "ohonon",  "ohonyn",   "pawb",     "peth",     "pethau",   "pethe",    "popeth",
     "pryd",     "rhag",    "rhai",     "rhaid",    "rhain",    "rheini",   "rheiny",   "rhoi",
     "rhwng",    "rhyw",    "rhywbeth", "rhywle",   "rhywun",   "roedd",    "roeddech", "roedden",
     "roeddwn",  "rwan",    "rydw",     "rydych",   "rydym",    "rydyn",    "rywbeth",  "siwr",
     "sydd",     "tipyn",   "trwy",     "unig",     "unrhyw",   "wastad",   "wedi",     "wedyn",
     "weithiau", "wnaeth",  "wnaethon", "wnes",     "wneud",    "wrth",     "wybod",    "ychydig",
     "ydych",    "ydym",    "ydyn",     "ydyw",     "ynddi",    "ynddo",    "ynddyn",   "ynghylch",
     "ynglyn",   "yntau"});

static_assert(std::ranges::is_sorted(english) && std::ranges::is_sorted(welsh));

}  // namespace

bool is_plain_word(std::string_view folded) {
    return std::ranges::binary_search(english, folded) || std::ranges::binary_search(welsh, folded);
}

}  // namespace catalogue
