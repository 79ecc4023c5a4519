// Who the people of the sample are to eye and ear: assets/sample/cast.yaml as checked values.
// Shares of something run from 0 to 1; sizes of a face are factors, 1 being the usual one.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/problem.h"

namespace sample {

struct Colour {
    double r = 0;  // 0 to 1, sRGB
    double g = 0;
    double b = 0;

    bool operator==(const Colour&) const = default;
};

struct Voice {
    std::string name = "gmw/en";  // as the speech library names it, with a variant: "gmw/en+f2"
    int pitch = 50;               // 0 to 100
    int range = 50;               // 0 flat to 100 lively
    int rate_wpm = 165;
};

struct Face {
    double width = 1;
    double length = 1;
    double jaw = 1;       // its width
    double chin = 1;      // its width
    double cheeks = 0.5;  // fullness
    double nose_width = 1;
    double nose_length = 1;
    double nose_bridge = 1;  // how far it stands out
    double lips = 1;         // fullness
    double mouth = 1;        // width
    double brow_ridge = 0.5;
    double ears = 1;
    double eyes = 1;  // size
    double eye_gap = 1;
    double eye_tilt = 0;  // outer corners: + up
    double hooded = 0.3;  // how far the fold of the upper lid comes down
};

enum class HairStyle {
    None,  // bald on top, a short rim
    Shaved,
    Crop,       // short, straight, brushed to one side
    Swept,      // short, brushed back
    Windblown,  // short, grey as a rule, never in order
    Messy,
    Close,      // a few millimetres of tight coils
    CurlyLong,  // to the jaw, tucked behind the ears
    CurlyUp,    // tied up on the crown
    Silver,     // short, full, set
    Shoulder,   // straight, to the shoulders
    Plait,      // one, over a shoulder
    Knot,       // low, at the nape
    Fringe,     // a child's, straight across
    Spiky,
    TwoPlaits,
    Bunches,
};

enum class BeardStyle { None, Stubble, Moustache, Short, Full };
enum class GlassesStyle { None, Round, Square, Big, OnHead };
// Something small that belongs to the clothes.
enum class Extra { None, Watch, Spanner, Lanyard, Paint, Bow, Pearls, Plaster, Glasses };
enum class Earrings { None, Studs, Hoops };
enum class Headwear { None, Scarf, Headset, Pencil };  // a pencil: behind the ear

enum class Clothes {
    Tunic,  // care worker, cleaner, midwife: collar and piping, a watch
    Scrubs,
    CheckShirt,
    WorkShirt,
    Harness,  // over a work jacket
    Fleece,
    Jumper,
    Apron,  // striped, over white
    Polo,
    Hoodie,
    WaxJacket,
    Coat,
    LabCoat,
    Gown,  // barrister: dark suit, white collar, two bands
    WorkJacket,
    TShirt,
    Cardigan,
    StripedJumper,
    WhiteShirt,
    Blazer,
    Frock,
};

struct Looks {
    Colour skin{0.86, 0.67, 0.55};
    double ruddy = 0.4;
    double freckles = 0;
    double lines = 0.2;  // what the years have drawn: 0 none, 1 deep
    double bags = 0.2;   // under the eyes
    double makeup = 0;
    Face face;
    Colour iris{0.35, 0.25, 0.16};
    Colour brow{0.25, 0.17, 0.12};
    double brow_weight = 1;
    HairStyle hair = HairStyle::Crop;
    Colour hair_colour{0.2, 0.13, 0.09};
    double grey = 0;
    BeardStyle beard = BeardStyle::None;
    Colour beard_colour{0.2, 0.13, 0.09};
    GlassesStyle glasses = GlassesStyle::None;
    Colour glasses_colour{0.1, 0.1, 0.12};
    bool hearing_aids = false;
    Earrings earrings = Earrings::None;
    bool wheelchair = false;
    Extra extra = Extra::None;
    Headwear headwear = Headwear::None;
    Colour headwear_colour{0.2, 0.3, 0.4};
    Clothes clothes = Clothes::Jumper;
    Colour clothes_colour{0.3, 0.35, 0.45};
    Colour second_colour{0.85, 0.85, 0.85};
    double shoulders = 1;  // width
};

// How somebody holds themselves while they talk.
struct Manner {
    double nods = 0.5;
    double brows = 0.5;
    double sway = 0.5;
    double smile = 0.3;
    double turned = 0.4;  // towards the interviewer: - left, + right of the camera
};

enum class Setting {
    Hillside,
    Corridor,
    LorryCab,
    Workshop,
    Chambers,
    ControlRoom,
    Nursery,
    Stage,
    Sea,
    Kitchen,
    TaxiAtNight,
    LabBench,
    Studio,
    YouthClub,
    ButcherShop,
    Office,
    Lounge,
    Parlour,
    Ward,
    Storeroom,
    // Of childhoods:
    SchoolPhoto,
    Harbour,
    Barn,
    Beach,
    Cafe,
    QuarryRow,
    Works,
    Village,
    Pitch,
    Railway,
    Balcony,
    ConventYard,
    FrontRoom,
    CornerShop,
    PianoRoom,
    DanceHall,
    Stairs,
    Chapel,
    StarRoom,
};

struct Light {
    double from = -1;     // -1 from the left, +1 from the right
    double warmth = 0.5;  // 0 cold, 1 late sun
    double level = 1;     // of the whole picture
};

enum class CaptionForm { WebVtt, Srt, Ttml };

struct FilmShape {
    int width_px = 640;  // as it is shown
    int height_px = 360;
    int rate_fps = 25;
    bool on_its_side = false;  // stored turned by a quarter, as telephones do
    bool one_film = true;      // one long film; otherwise a file for each answer
    double gain_db = 0;
    bool first = false;  // made before the others, so that there is soon somebody to see
    CaptionForm captions = CaptionForm::WebVtt;
};

struct CastMember {
    std::string id;
    Voice voice;
    Looks looks;
    Looks then;  // at about ten
    Manner manner;
    Setting setting = Setting::Workshop;
    Setting then_setting = Setting::SchoolPhoto;
    Light light;
    FilmShape film;
    int parts = 1;         // how many jobs the answers are divided into; only without one_film
    std::string document;  // what cast.yaml says about this person, to see when it changes
};

struct Cast {
    std::vector<CastMember> members;  // in the order in which they are to be made

    const CastMember* find(const std::string& id) const;
};

catalogue::Result<Cast> read_cast(const std::filesystem::path& file);

}  // namespace sample
