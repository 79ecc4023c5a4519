#include "tools/make_sample/film_maker.h"

#include <algorithm>
#include <cmath>
#include <fstream>

#include "tools/make_sample/caption_file.h"
#include "tools/make_sample/chance.h"
#include "tools/make_sample/film_encoder.h"
#include "tools/make_sample/performance.h"
#include "tools/make_sample/scene.h"
#include "tools/make_sample/sound_track.h"
#include "tools/make_sample/speech.h"

namespace sample {

namespace {

using catalogue::done;
using catalogue::fail;
using catalogue::Outcome;
using catalogue::Result;

constexpr double breath_s = 0.4;   // before the first and after the last word of an answer
constexpr double between_s = 0.5;  // belongs to no answer
constexpr double lead_s = 1.0;     // of one long film
constexpr int portrait_px = 512;
constexpr std::int64_t pictures_per_report = 25;

// An answer's place in a film, in pictures.
struct Placed {
    std::size_t spoken = 0;  // place among the answers that are spoken
    std::int64_t first = 0;
    std::int64_t end = 0;
};

struct Spoken {
    std::string question;
    Speech speech;
};

// Drawn on twos, as animators do: every drawing is held for two pictures, which halves the work and
// reads as the same movement. Films that are faster than this store every picture all the same:
// they are there to be different.
constexpr std::int64_t pictures_per_drawing = 2;
constexpr int fastest_held_fps = 25;

std::int64_t pictures_for(double length_s, int rate_fps) {
    return static_cast<std::int64_t>(std::ceil(length_s * rate_fps - 1e-6));
}

// What the player shows upright is stored lying on its left side.
void turn_left(const Picture& upright, Picture& stored) {
    for (int y = 0; y < stored.height_px(); ++y) {
        std::uint32_t* row = stored.row(y);
        for (int x = 0; x < stored.width_px(); ++x) {
            row[x] = upright.row(x)[upright.width_px() - 1 - y];
        }
    }
}

Outcome write_text(const std::filesystem::path& file, const std::string& text) {
    std::ofstream out(file, std::ios::binary);
    out << text;
    out.close();
    if (!out) return fail({file}, "cannot be written", "see whether the disk is full");
    return done();
}

class FilmMaker {
public:
    explicit FilmMaker(const FilmJob& job)
        : job_(job),
          shape_(job.member.film),
          scene_(job.member, shape_.width_px, shape_.height_px),
          picture_(shape_.width_px, shape_.height_px),
          turned_(shape_.height_px, shape_.width_px) {}

    Result<std::vector<MadeAnswer>> make(const std::vector<Spoken>& spoken, double factor);
    void expect(std::int64_t pictures) { expected_ = pictures; }

private:
    Outcome make_film(const std::vector<Spoken>& spoken, const std::vector<Placed>& placed,
                      std::int64_t pictures, const std::string& name, double factor,
                      double scene_starts_s);
    std::vector<MadeAnswer> records(const std::vector<Spoken>& spoken,
                                    const std::vector<Placed>& placed,
                                    const std::string& name) const;

    const FilmJob& job_;
    const FilmShape& shape_;
    Scene scene_;
    Picture picture_;
    Picture turned_;
    std::int64_t expected_ = 0;
    std::int64_t done_ = 0;
};

std::string film_name(const std::string& name) {
    return "films/" + name + ".mp4";
}

Outcome FilmMaker::make_film(const std::vector<Spoken>& spoken, const std::vector<Placed>& placed,
                             std::int64_t pictures, const std::string& name, double factor,
                             double scene_starts_s) {
    const int rate = shape_.rate_fps;
    const auto time_of = [rate](std::int64_t picture) {
        return static_cast<double>(picture) / rate;
    };
    std::vector<float> sound(static_cast<std::size_t>(pictures * film_sound_rate_hz / rate));
    std::vector<SpokenStretch> stretches;
    std::vector<TimedCaption> captions;
    for (const Placed& place : placed) {
        const Speech& speech = spoken[place.spoken].speech;
        const double starts_s = time_of(place.first) + breath_s;
        stretches.push_back({scene_starts_s + starts_s, speech});
        const Result<std::vector<float>> spoken_sound = film_sound_of(speech);
        if (!spoken_sound) return spoken_sound.error();
        const auto at = static_cast<std::size_t>(std::llround(starts_s * film_sound_rate_hz));
        for (std::size_t i = 0; i < spoken_sound->size() && at + i < sound.size(); ++i) {
            sound[at + i] = static_cast<float>((*spoken_sound)[i] * factor);
        }
        const std::vector<TimedCaption> own =
            captions_of(speech.words, starts_s, time_of(place.end));
        captions.insert(captions.end(), own.begin(), own.end());
    }
    Room(std::pow(10, shape_.gain_db / 20)).add_to(sound);

    FilmFormat format{shape_.width_px, shape_.height_px, rate, 0};
    if (shape_.on_its_side) {
        format.width_px = shape_.height_px;
        format.height_px = shape_.width_px;
        format.turn_degrees = 90;
    }
    Result<FilmEncoder> encoder = FilmEncoder::open(job_.folder / film_name(name), format);
    if (!encoder) return encoder.error();

    const Performance performance(job_.member.manner, stretches, seed_of(job_.member.id));
    const auto samples_per_picture = static_cast<std::size_t>(film_sound_rate_hz / rate);
    auto next = placed.begin();
    for (std::int64_t picture = 0; picture < pictures; ++picture) {
        const double now_s = scene_starts_s + time_of(picture);
        const bool opens = next != placed.end() && next->first == picture;
        if (opens) ++next;
        const bool draws = opens || picture % pictures_per_drawing == 0;
        if (draws) {
            scene_.draw(performance.at(now_s), now_s, picture_);
            if (shape_.on_its_side) turn_left(picture_, turned_);
        }
        Outcome outcome = done();
        if (draws || rate > fastest_held_fps) {
            outcome = encoder->add_picture(shape_.on_its_side ? turned_ : picture_,
                                           opens ? PictureKind::FirstOfAnswer : PictureKind::Usual);
            if (!outcome) return outcome;
        } else {
            encoder->hold_picture();
        }
        const std::size_t at = static_cast<std::size_t>(picture) * samples_per_picture;
        outcome = encoder->add_sound(std::span(sound).subspan(at, samples_per_picture));
        if (!outcome) return outcome;
        if (++done_ % pictures_per_report == 0) job_.progress(done_, expected_);
    }
    Outcome outcome = encoder->finish();
    if (!outcome) return outcome;
    const std::string caption_file = "captions/" + name + caption_ending(shape_.captions);
    return write_text(job_.folder / caption_file,
                      caption_text(captions, shape_.captions, job_.words.name));
}

std::vector<MadeAnswer> FilmMaker::records(const std::vector<Spoken>& spoken,
                                           const std::vector<Placed>& placed,
                                           const std::string& name) const {
    std::vector<MadeAnswer> made;
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(job_.folder / film_name(name), error);
    for (const Placed& place : placed) {
        made.push_back({spoken[place.spoken].question, film_name(name),
                        "captions/" + name + caption_ending(shape_.captions),
                        place.first * 1000 / shape_.rate_fps, place.end * 1000 / shape_.rate_fps,
                        error ? 0 : static_cast<std::uint64_t>(size)});
    }
    return made;
}

Result<std::vector<MadeAnswer>> FilmMaker::make(const std::vector<Spoken>& spoken, double factor) {
    const int rate = shape_.rate_fps;
    std::vector<MadeAnswer> made;
    std::vector<Placed> placed;
    std::int64_t at = pictures_for(lead_s, rate);
    for (std::size_t i = 0; i < spoken.size(); ++i) {
        const std::int64_t length = pictures_for(spoken[i].speech.length_s() + 2 * breath_s, rate);
        placed.push_back({i, at, at + length});
        at += length + pictures_for(between_s, rate);
    }
    const int part = job_.part;
    const int parts = job_.member.parts;
    if (shape_.one_film) {
        expected_ = at;
        Outcome outcome = make_film(spoken, placed, at, job_.member.id, factor, 0);
        if (!outcome) return outcome.error();
        return records(spoken, placed, job_.member.id);
    }
    for (const Placed& place : placed) {
        if (static_cast<int>(place.spoken) % parts == part) expected_ += place.end - place.first;
    }
    for (const Placed& place : placed) {
        if (static_cast<int>(place.spoken) % parts != part) continue;
        const std::string name = job_.member.id + "/" + spoken[place.spoken].question;
        const std::vector<Placed> alone{{place.spoken, 0, place.end - place.first}};
        // The sky and the traffic go on from answer to answer.
        const double scene_starts_s = static_cast<double>(place.first) / rate;
        Outcome outcome = make_film(spoken, alone, alone[0].end, name, factor, scene_starts_s);
        if (!outcome) return outcome.error();
        for (MadeAnswer& answer : records(spoken, alone, name))
            made.push_back(std::move(answer));
    }
    return made;
}

Outcome save_picture(Picture& picture, const std::filesystem::path& file) {
    const cairo_status_t status = cairo_surface_write_to_png(picture.surface().get(), file.c_str());
    if (status != CAIRO_STATUS_SUCCESS) {
        return fail({file}, std::string("cannot be written: ") + cairo_status_to_string(status),
                    "see whether the disk is full");
    }
    return done();
}

Outcome make_pictures(const FilmJob& job) {
    for (const Age age : {Age::Now, Age::Ten}) {
        Scene scene(job.member, portrait_px, portrait_px, age);
        Pose pose;
        pose.smile = age == Age::Ten ? 1.0 : 0.8;
        pose.yaw = 0.1 * job.member.manner.turned;
        Picture picture(portrait_px, portrait_px);
        scene.draw(pose, 20, picture);
        const std::string name = job.member.id + (age == Age::Now ? "-now.png" : "-then.png");
        Outcome outcome = save_picture(picture, job.folder / "pictures" / name);
        if (!outcome) return outcome;
    }
    return done();
}

}  // namespace

std::int64_t estimated_pictures(const CastMember& member, const PersonWords& words) {
    double length_s = 0;
    for (const AnswerWords& answer : words.answers) {
        if (answer.state == CellWords::Spoken) length_s += 2 * breath_s + between_s;
    }
    length_s += static_cast<double>(words.spoken_words()) * 60 / member.voice.rate_wpm;
    return std::llround(length_s * member.film.rate_fps);
}

Result<std::vector<MadeAnswer>> make_films(const FilmJob& job) {
    silence_encoders();
    for (const char* name : {"films", "captions", "pictures"}) {
        std::error_code error;
        const bool inner = !job.member.film.one_film && std::string_view(name) != "pictures";
        const std::filesystem::path folder =
            inner ? job.folder / name / job.member.id : job.folder / name;
        std::filesystem::create_directories(folder, error);
        if (error) return fail({folder}, "cannot be made: " + error.message());
    }
    Result<Speaker> speaker = Speaker::open(job.member.voice);
    if (!speaker) return speaker.error();
    std::vector<Spoken> spoken;
    for (const AnswerWords& answer : job.words.answers) {
        if (answer.state != CellWords::Spoken) continue;
        Result<Speech> speech = speaker->say(answer.text);
        if (!speech) return speech.error();
        spoken.push_back({answer.question, std::move(*speech)});
    }
    std::vector<Speech> speeches;
    for (const Spoken& one : spoken)
        speeches.push_back(one.speech);
    const double factor = loudness_factor(speeches, job.member.film.gain_db);

    if (job.part == 0) {
        Outcome outcome = make_pictures(job);
        if (!outcome) return outcome.error();
    }
    if (spoken.empty()) return std::vector<MadeAnswer>{};
    return FilmMaker(job).make(spoken, factor);
}

}  // namespace sample
