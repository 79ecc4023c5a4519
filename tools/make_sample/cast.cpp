#include "tools/make_sample/cast.h"

#include <yaml-cpp/yaml.h>

#include <array>
#include <cstdlib>
#include <string_view>

namespace sample {

namespace {

using catalogue::fail;

template <class Value>
struct Named {
    std::string_view name;
    Value value;
};

constexpr Named<HairStyle> hair_styles[] = {
    {"none", HairStyle::None},           {"shaved", HairStyle::Shaved},
    {"crop", HairStyle::Crop},           {"swept", HairStyle::Swept},
    {"windblown", HairStyle::Windblown}, {"messy", HairStyle::Messy},
    {"close", HairStyle::Close},         {"curly long", HairStyle::CurlyLong},
    {"curly up", HairStyle::CurlyUp},    {"silver", HairStyle::Silver},
    {"shoulder", HairStyle::Shoulder},   {"plait", HairStyle::Plait},
    {"knot", HairStyle::Knot},           {"fringe", HairStyle::Fringe},
    {"spiky", HairStyle::Spiky},         {"two plaits", HairStyle::TwoPlaits},
    {"bunches", HairStyle::Bunches},
};
constexpr Named<BeardStyle> beard_styles[] = {
    {"none", BeardStyle::None},           {"stubble", BeardStyle::Stubble},
    {"moustache", BeardStyle::Moustache}, {"short", BeardStyle::Short},
    {"full", BeardStyle::Full},
};
constexpr Named<GlassesStyle> glasses_styles[] = {
    {"none", GlassesStyle::None},      {"round", GlassesStyle::Round},
    {"square", GlassesStyle::Square},  {"big", GlassesStyle::Big},
    {"on head", GlassesStyle::OnHead},
};
constexpr Named<Headwear> headwears[] = {
    {"none", Headwear::None},
    {"scarf", Headwear::Scarf},
    {"headset", Headwear::Headset},
    {"pencil", Headwear::Pencil},
};
constexpr Named<Earrings> earrings_kinds[] = {
    {"none", Earrings::None}, {"studs", Earrings::Studs}, {"hoops", Earrings::Hoops}};
constexpr Named<Extra> extras[] = {
    {"none", Extra::None},       {"watch", Extra::Watch},   {"spanner", Extra::Spanner},
    {"lanyard", Extra::Lanyard}, {"paint", Extra::Paint},   {"bow", Extra::Bow},
    {"glasses", Extra::Glasses}, {"pearls", Extra::Pearls}, {"plaster", Extra::Plaster},
};
constexpr Named<Clothes> clothes_kinds[] = {
    {"tunic", Clothes::Tunic},
    {"scrubs", Clothes::Scrubs},
    {"check shirt", Clothes::CheckShirt},
    {"work shirt", Clothes::WorkShirt},
    {"harness", Clothes::Harness},
    {"fleece", Clothes::Fleece},
    {"jumper", Clothes::Jumper},
    {"apron", Clothes::Apron},
    {"polo", Clothes::Polo},
    {"hoodie", Clothes::Hoodie},
    {"wax jacket", Clothes::WaxJacket},
    {"coat", Clothes::Coat},
    {"lab coat", Clothes::LabCoat},
    {"gown", Clothes::Gown},
    {"work jacket", Clothes::WorkJacket},
    {"t-shirt", Clothes::TShirt},
    {"cardigan", Clothes::Cardigan},
    {"striped jumper", Clothes::StripedJumper},
    {"white shirt", Clothes::WhiteShirt},
    {"blazer", Clothes::Blazer},
    {"frock", Clothes::Frock},
};
constexpr Named<Setting> settings[] = {
    {"hillside", Setting::Hillside},
    {"corridor", Setting::Corridor},
    {"lorry cab", Setting::LorryCab},
    {"workshop", Setting::Workshop},
    {"chambers", Setting::Chambers},
    {"control room", Setting::ControlRoom},
    {"nursery", Setting::Nursery},
    {"stage", Setting::Stage},
    {"sea", Setting::Sea},
    {"kitchen", Setting::Kitchen},
    {"taxi at night", Setting::TaxiAtNight},
    {"lab bench", Setting::LabBench},
    {"studio", Setting::Studio},
    {"youth club", Setting::YouthClub},
    {"butcher shop", Setting::ButcherShop},
    {"office", Setting::Office},
    {"lounge", Setting::Lounge},
    {"parlour", Setting::Parlour},
    {"ward", Setting::Ward},
    {"storeroom", Setting::Storeroom},
    {"school photo", Setting::SchoolPhoto},
    {"harbour", Setting::Harbour},
    {"barn", Setting::Barn},
    {"beach", Setting::Beach},
    {"cafe", Setting::Cafe},
    {"quarry row", Setting::QuarryRow},
    {"works", Setting::Works},
    {"village", Setting::Village},
    {"pitch", Setting::Pitch},
    {"railway", Setting::Railway},
    {"balcony", Setting::Balcony},
    {"convent yard", Setting::ConventYard},
    {"front room", Setting::FrontRoom},
    {"corner shop", Setting::CornerShop},
    {"piano room", Setting::PianoRoom},
    {"dance hall", Setting::DanceHall},
    {"stairs", Setting::Stairs},
    {"chapel", Setting::Chapel},
    {"star room", Setting::StarRoom},
};
constexpr Named<CaptionForm> caption_forms[] = {
    {"vtt", CaptionForm::WebVtt}, {"srt", CaptionForm::Srt}, {"ttml", CaptionForm::Ttml}};

// Reads the keys of one map and remembers which it knows, so that a slip of the pen is found.
class MapReader {
public:
    explicit MapReader(const YAML::Node& map) : map_(map) {}

    void read(const char* key, double& value) {
        if (const YAML::Node node = known(key)) value = node.as<double>();
    }
    void read(const char* key, int& value) {
        if (const YAML::Node node = known(key)) value = node.as<int>();
    }
    void read(const char* key, bool& value) {
        if (const YAML::Node node = known(key)) value = node.as<bool>();
    }
    void read(const char* key, std::string& value) {
        if (const YAML::Node node = known(key)) value = node.as<std::string>();
    }
    void read(const char* key, Colour& value) {
        const YAML::Node node = known(key);
        if (!node) return;
        const std::string text = node.as<std::string>();
        char* end = nullptr;
        const long code = text.size() == 7 ? std::strtol(text.c_str() + 1, &end, 16) : -1;
        if (text.size() != 7 || text[0] != '#' || *end != '\0') {
            throw YAML::RepresentationException(node.Mark(), "a colour is written \"#rrggbb\"");
        }
        value = {static_cast<double>((code >> 16) & 255) / 255,
                 static_cast<double>((code >> 8) & 255) / 255,
                 static_cast<double>(code & 255) / 255};
    }
    template <class Value, std::size_t Count>
    void read(const char* key, Value& value, const Named<Value> (&names)[Count]) {
        const YAML::Node node = known(key);
        if (!node) return;
        for (const Named<Value>& named : names) {
            if (named.name == node.Scalar()) {
                value = named.value;
                return;
            }
        }
        throw YAML::RepresentationException(node.Mark(), "unknown value '" + node.Scalar() + "'");
    }
    // The map under `key`, to be read by another reader; an undefined node when there is none.
    YAML::Node map(const char* key) { return known(key); }

    void finish() const {
        if (!map_ || !map_.IsMap()) return;
        for (const auto& entry : map_) {
            bool is_known = false;
            for (const std::string& key : known_)
                is_known = is_known || key == entry.first.Scalar();
            if (!is_known) {
                throw YAML::RepresentationException(entry.first.Mark(),
                                                    "unknown key '" + entry.first.Scalar() + "'");
            }
        }
    }

private:
    YAML::Node known(const char* key) {
        known_.emplace_back(key);
        return map_ && map_.IsMap() ? map_[key] : YAML::Node(YAML::NodeType::Undefined);
    }

    const YAML::Node map_;
    std::vector<std::string> known_;
};

void read_face(const YAML::Node& node, Face& face) {
    MapReader map(node);
    const std::pair<const char*, double*> shapes[] = {
        {"width", &face.width},
        {"length", &face.length},
        {"jaw", &face.jaw},
        {"chin", &face.chin},
        {"cheeks", &face.cheeks},
        {"nose width", &face.nose_width},
        {"nose length", &face.nose_length},
        {"nose bridge", &face.nose_bridge},
        {"lips", &face.lips},
        {"mouth", &face.mouth},
        {"brow ridge", &face.brow_ridge},
        {"ears", &face.ears},
        {"eyes", &face.eyes},
        {"eye gap", &face.eye_gap},
        {"eye tilt", &face.eye_tilt},
        {"hooded", &face.hooded},
    };
    for (const auto& [key, value] : shapes)
        map.read(key, *value);
    map.finish();
}

void read_looks(const YAML::Node& node, Looks& looks) {
    MapReader map(node);
    map.read("skin", looks.skin);
    map.read("ruddy", looks.ruddy);
    map.read("freckles", looks.freckles);
    map.read("lines", looks.lines);
    map.read("bags", looks.bags);
    map.read("makeup", looks.makeup);
    read_face(map.map("face"), looks.face);
    map.read("iris", looks.iris);
    map.read("hair", looks.hair, hair_styles);
    const Colour before = looks.hair_colour;
    map.read("hair colour", looks.hair_colour);
    if (!(looks.hair_colour == before)) {
        looks.brow = looks.hair_colour;
        looks.beard_colour = looks.hair_colour;
    }
    map.read("brow", looks.brow);
    map.read("brow weight", looks.brow_weight);
    map.read("grey", looks.grey);
    map.read("beard", looks.beard, beard_styles);
    map.read("beard colour", looks.beard_colour);
    map.read("glasses", looks.glasses, glasses_styles);
    map.read("glasses colour", looks.glasses_colour);
    map.read("hearing aids", looks.hearing_aids);
    map.read("earrings", looks.earrings, earrings_kinds);
    map.read("wheelchair", looks.wheelchair);
    map.read("extra", looks.extra, extras);
    map.read("headwear", looks.headwear, headwears);
    map.read("headwear colour", looks.headwear_colour);
    map.read("clothes", looks.clothes, clothes_kinds);
    map.read("clothes colour", looks.clothes_colour);
    map.read("second colour", looks.second_colour);
    map.read("shoulders", looks.shoulders);
    map.finish();
}

// What ten-year-olds do not have yet; the hair is said in the document.
Looks as_a_child(Looks looks) {
    looks.lines = 0;
    looks.bags = 0;
    looks.makeup = 0;
    looks.grey = 0;
    looks.ruddy = 0.35;
    looks.beard = BeardStyle::None;
    looks.glasses = GlassesStyle::None;
    looks.headwear = Headwear::None;
    looks.earrings = Earrings::None;
    looks.extra = Extra::None;
    looks.hair = HairStyle::Fringe;
    looks.clothes = Clothes::Jumper;
    looks.brow_weight *= 0.7;
    return looks;
}

CastMember member_of(const std::string& id, const YAML::Node& node) {
    CastMember member;
    member.id = id;
    member.document = YAML::Dump(node);
    MapReader map(node);
    {
        MapReader voice(map.map("voice"));
        voice.read("name", member.voice.name);
        voice.read("pitch", member.voice.pitch);
        voice.read("range", member.voice.range);
        voice.read("rate", member.voice.rate_wpm);
        voice.finish();
    }
    read_looks(map.map("looks"), member.looks);
    member.then = as_a_child(member.looks);
    read_looks(map.map("then"), member.then);
    {
        MapReader manner(map.map("manner"));
        manner.read("nods", member.manner.nods);
        manner.read("brows", member.manner.brows);
        manner.read("sway", member.manner.sway);
        manner.read("smile", member.manner.smile);
        manner.read("turned", member.manner.turned);
        manner.finish();
    }
    map.read("setting", member.setting, settings);
    map.read("then setting", member.then_setting, settings);
    {
        MapReader light(map.map("light"));
        light.read("from", member.light.from);
        light.read("warmth", member.light.warmth);
        light.read("level", member.light.level);
        light.finish();
    }
    {
        FilmShape& film = member.film;
        MapReader shape(map.map("film"));
        shape.read("width", film.width_px);
        shape.read("height", film.height_px);
        shape.read("fps", film.rate_fps);
        shape.read("on its side", film.on_its_side);
        shape.read("one film", film.one_film);
        shape.read("gain", film.gain_db);
        shape.read("first", film.first);
        shape.read("captions", film.captions, caption_forms);
        shape.read("parts", member.parts);
        shape.finish();
    }
    map.finish();
    const FilmShape& film = member.film;
    if (film.width_px < 64 || film.height_px < 64 || film.width_px % 2 || film.height_px % 2 ||
        film.width_px > 1920 || film.height_px > 1920 || film.rate_fps < 5 ||
        1000 % film.rate_fps) {
        throw YAML::RepresentationException(node.Mark(), "this film cannot be made: " + id);
    }
    if (member.parts < 1 || (film.one_film && member.parts != 1)) {
        throw YAML::RepresentationException(node.Mark(), "one film is one part: " + id);
    }
    return member;
}

}  // namespace

const CastMember* Cast::find(const std::string& id) const {
    for (const CastMember& member : members) {
        if (member.id == id) return &member;
    }
    return nullptr;
}

catalogue::Result<Cast> read_cast(const std::filesystem::path& file) {
    try {
        Cast cast;
        for (const auto& entry : YAML::LoadFile(file.string())["people"]) {
            cast.members.push_back(member_of(entry.first.Scalar(), entry.second));
        }
        return cast;
    } catch (const YAML::BadFile&) {
        return fail({file}, "cannot be read", "run this from a complete copy of the program");
    } catch (const YAML::Exception& error) {
        return fail({file, error.mark.line + 1, error.mark.column + 1}, error.msg);
    }
}

}  // namespace sample
