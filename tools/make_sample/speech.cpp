#include "tools/make_sample/speech.h"

#include <espeak-ng/speak_lib.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace sample {

namespace {

using catalogue::fail;
using catalogue::Result;

struct WordStart {
    double at_s = 0;
    std::size_t character = 0;  // from 0, in the text
};

struct Take {
    std::vector<std::int16_t> samples;
    std::vector<SpokenSound> sounds;
    std::vector<WordStart> words;
};

// The library calls back without a pointer of ours in every event, so the take under way is here.
Take* current_take = nullptr;

int on_speech(short* samples, int count, espeak_EVENT* events) {
    if (!current_take) return 1;
    for (; events->type != espeakEVENT_LIST_TERMINATED; ++events) {
        const double at_s = events->audio_position / 1000.0;
        if (events->type == espeakEVENT_PHONEME) {
            char name[9] = {};
            std::memcpy(name, events->id.string, 8);
            current_take->sounds.push_back({at_s, name});
        } else if (events->type == espeakEVENT_WORD && events->length > 0 &&
                   events->text_position > 0) {
            current_take->words.push_back(
                {at_s, static_cast<std::size_t>(events->text_position - 1)});
        }
    }
    if (samples && count > 0) {
        current_take->samples.insert(current_take->samples.end(), samples, samples + count);
    }
    return 0;
}

struct WrittenWord {
    std::size_t first_character = 0;
    std::size_t end_character = 0;
    std::string text;
};

std::vector<WrittenWord> written_words(const std::string& text) {
    std::vector<WrittenWord> words;
    std::size_t character = 0;
    bool inside = false;
    for (const char c : text) {
        const bool continues = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
        if (c == ' ') {
            inside = false;
        } else {
            if (!inside) words.push_back({character, character, {}});
            inside = true;
            words.back().text += c;
            if (!continues) words.back().end_character = character + 1;
        }
        if (!continues) ++character;
    }
    return words;
}

// A dash that stands alone is said with the word before it.
void join_lone_marks(std::vector<WrittenWord>& words) {
    for (std::size_t i = 1; i < words.size();) {
        const bool letters = std::any_of(words[i].text.begin(), words[i].text.end(), [](char c) {
            return std::isalnum(static_cast<unsigned char>(c));
        });
        const bool dash = words[i].text == "-" || words[i].text == "\u2013" ||
                          words[i].text == "\u2014" || words[i].text == "\u2026";
        if (letters || !dash) {
            ++i;
            continue;
        }
        words[i - 1].text += " " + words[i].text;
        words[i - 1].end_character = words[i].end_character;
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

std::vector<SpokenWord> timed_words(const std::string& text, const Take& take, double length_s) {
    std::vector<WrittenWord> written = written_words(text);
    join_lone_marks(written);
    std::vector<SpokenWord> words;
    std::size_t next_start = 0;
    for (const WrittenWord& word : written) {
        while (next_start < take.words.size() &&
               take.words[next_start].character < word.first_character) {
            ++next_start;
        }
        // A word without an event of its own begins where the one before it began.
        double at_s = words.empty() ? 0 : words.back().at_s;
        if (next_start < take.words.size() &&
            take.words[next_start].character < word.end_character) {
            at_s = std::max(at_s, take.words[next_start].at_s);
        }
        words.push_back({at_s, length_s, word.text});
    }
    // A word ends where a silence begins, or else where the next word begins.
    for (std::size_t i = 0; i < words.size(); ++i) {
        const double next_s = i + 1 < words.size() ? words[i + 1].at_s : length_s;
        words[i].end_s = next_s;
        for (const SpokenSound& sound : take.sounds) {
            if (sound.ipa.empty() && sound.at_s > words[i].at_s && sound.at_s < next_s) {
                words[i].end_s = sound.at_s;
                break;
            }
        }
    }
    return words;
}

}  // namespace

Result<Speaker> Speaker::open(const Voice& voice) {
    const int rate_hz =
        espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, nullptr,
                          espeakINITIALIZE_PHONEME_EVENTS | espeakINITIALIZE_PHONEME_IPA |
                              espeakINITIALIZE_DONT_EXIT);
    if (rate_hz <= 0) {
        return fail({}, "the speech library espeak-ng does not start",
                    "install the package espeak-ng-data");
    }
    if (espeak_SetVoiceByName(voice.name.c_str()) != EE_OK) {
        return fail({}, "the speech library has no voice '" + voice.name + "'",
                    "install the package espeak-ng-data");
    }
    espeak_SetParameter(espeakRATE, voice.rate_wpm, 0);
    espeak_SetParameter(espeakPITCH, voice.pitch, 0);
    espeak_SetParameter(espeakRANGE, voice.range, 0);
    espeak_SetParameter(espeakVOLUME, 90, 0);
    espeak_SetSynthCallback(on_speech);
    return Speaker{rate_hz};
}

Result<Speech> Speaker::say(const std::string& text) {
    Take take;
    current_take = &take;
    const espeak_ERROR code = espeak_Synth(text.c_str(), text.size() + 1, 0, POS_CHARACTER, 0,
                                           espeakCHARS_UTF8, nullptr, nullptr);
    current_take = nullptr;
    if (code != EE_OK || take.samples.empty()) {
        return fail({}, "the speech library cannot say '" + text.substr(0, 40) + "'");
    }
    constexpr int silence_level = 60;
    const auto loud = [](std::int16_t sample) { return std::abs(int{sample}) > silence_level; };
    const auto last = std::find_if(take.samples.rbegin(), take.samples.rend(), loud);
    take.samples.erase(last.base(), take.samples.end());

    Speech speech;
    speech.rate_hz = rate_hz_;
    speech.samples = std::move(take.samples);
    const double length_s = speech.length_s();
    std::erase_if(take.sounds, [&](const SpokenSound& s) { return s.at_s >= length_s; });
    speech.words = timed_words(text, take, length_s);
    speech.sounds = std::move(take.sounds);
    return speech;
}

}  // namespace sample
