#include "tools/make_sample/module_writer.h"

#include <fmt/format.h>

extern "C" {
#include <libavutil/mem.h>
#include <libavutil/sha.h>
}

#include <algorithm>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>

namespace sample {

namespace {

using catalogue::done;
using catalogue::fail;
using catalogue::Outcome;

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c == '\n' ? ' ' : c;
    }
    return out + '"';
}

std::string time_text(std::int64_t ms) {
    return fmt::format("\"{:02}:{:02}.{:03}\"", ms / 60'000, ms / 1000 % 60, ms % 1000);
}

std::string block(const std::string& text, const char* indent) {
    std::istringstream lines(text);
    std::string out;
    for (std::string line; std::getline(lines, line);) {
        out += line.empty() ? "\n" : indent + line + "\n";
    }
    return out;
}

std::string words_line(const std::string& hash) {
    return "# Made from words " + hash + "\n";
}

std::string read_text(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

const MadeAnswer* find(const std::vector<MadeAnswer>& made, const std::string& question) {
    const auto found = std::find_if(made.begin(), made.end(), [&](const MadeAnswer& answer) {
        return answer.question == question;
    });
    return found == made.end() ? nullptr : &*found;
}

Outcome move_over(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::error_code error;
    if (!std::filesystem::exists(from, error)) return done();
    std::filesystem::remove_all(to, error);
    std::filesystem::create_directories(to.parent_path(), error);
    std::filesystem::rename(from, to, error);
    if (error) return fail({to}, "cannot be put in its place: " + error.message());
    return done();
}

}  // namespace

Outcome write_whole(const std::filesystem::path& file, const std::string& text) {
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    std::filesystem::path aside = file;
    aside += ".part";
    {
        std::ofstream out(aside, std::ios::binary | std::ios::trunc);
        out << text;
        out.close();
        if (!out) {
            std::filesystem::remove(aside, error);
            return fail({file}, "cannot be written", "see whether the disk is full");
        }
    }
    std::filesystem::rename(aside, file, error);
    if (error) return fail({file}, "cannot be written: " + error.message());
    return done();
}

std::string person_document(const CastMember& member, const PersonWords& words,
                            const std::vector<MadeAnswer>& made) {
    std::string text = "format: 1\n";
    text += "name: " + quoted(words.name) + "\n";
    text += fmt::format("job: {{title: {}, article: {}}}\n", quoted(words.job_title),
                        quoted(words.job_article));
    text += "consent: given\nfacts:\n";
    for (const auto& [id, value] : words.facts) {
        text += fmt::format("  {}: {}\n", id, quoted(value));
    }
    text += "pictures:\n";
    text += fmt::format("  now: {{file: pictures/{}-now.png, alt: {}}}\n", member.id,
                        quoted(words.now_alt));
    text += fmt::format("  then: {{file: pictures/{}-then.png, alt: {}}}\n", member.id,
                        quoted(words.then_alt));
    text += "shows_job: [now, stills]\n";  // drawn where they work, in what they wear there
    if (member.film.one_film && !made.empty()) {
        text += "film: " + made.front().film + "\n";
        text += "captions: " + made.front().captions + "\n";
    }
    text += "answers:\n";
    for (const AnswerWords& answer : words.answers) {
        if (answer.state == CellWords::Withheld) {
            text += fmt::format("  {}: withheld\n", answer.question);
        } else if (const MadeAnswer* film = find(made, answer.question)) {
            text += member.film.one_film ? fmt::format("  {}: {{}}\n", answer.question)
                                         : fmt::format("  {}: {{film: {}, captions: {}}}\n",
                                                       answer.question, film->film, film->captions);
        }
    }
    if (!words.way_in.empty()) text += "way_in: |\n" + block(words.way_in, "  ");
    return text;
}

std::string index_document(const CastMember& member, const std::vector<MadeAnswer>& made,
                           const std::string& words_hash, const std::string& date) {
    std::map<std::string, std::uint64_t> sizes;
    for (const MadeAnswer& answer : made)
        sizes[answer.film] = answer.film_bytes;
    std::uint64_t size_bytes = 0;
    for (const auto& [film, bytes] : sizes)
        size_bytes += bytes;
    std::string text = words_line(words_hash);
    text += "format: 1\nperson: " + member.id + "\n";
    if (member.film.one_film && !made.empty()) text += "film: " + made.front().film + "\n";
    text += fmt::format("made: {{by: make_sample, date: {}, size_bytes: {}}}\n", quoted(date),
                        size_bytes);
    if (!member.film.one_film || made.empty()) return text + "answers: {}\n";
    text += "answers:\n";
    for (const MadeAnswer& answer : made) {
        text += fmt::format("  {}: {{in: {}, out: {}}}\n", answer.question, time_text(answer.in_ms),
                            time_text(answer.out_ms));
    }
    return text;
}

bool is_made(const std::filesystem::path& module, const std::string& id,
             const std::string& words_hash) {
    std::error_code error;
    if (!std::filesystem::exists(module / "people" / (id + ".yaml"), error)) return false;
    return read_text(module / "index" / (id + ".yaml")).starts_with(words_line(words_hash));
}

Outcome publish(const std::filesystem::path& module, const std::filesystem::path& made_in,
                const CastMember& member, const PersonWords& words,
                const std::vector<MadeAnswer>& made, const std::string& words_hash,
                const std::string& date) {
    std::vector<std::string> moved{"pictures/" + member.id + "-now.png",
                                   "pictures/" + member.id + "-then.png"};
    if (!member.film.one_film) {
        moved.push_back("films/" + member.id);
        moved.push_back("captions/" + member.id);
    } else if (!made.empty()) {
        moved.push_back(made.front().film);
        moved.push_back(made.front().captions);
    }
    for (const std::string& file : moved) {
        Outcome outcome = move_over(made_in / file, module / file);
        if (!outcome) return outcome;
    }
    Outcome outcome = write_whole(module / "index" / (member.id + ".yaml"),
                                  index_document(member, made, words_hash, date));
    if (!outcome) return outcome;
    return write_whole(module / "people" / (member.id + ".yaml"),
                       person_document(member, words, made));
}

void retract(const std::filesystem::path& module, const std::string& id) {
    std::error_code error;
    std::filesystem::remove(module / "people" / (id + ".yaml"), error);
    std::filesystem::remove(module / "index" / (id + ".yaml"), error);
}

std::string hash_of(const std::string& text) {
    struct Free {
        void operator()(AVSHA* p) const noexcept { av_free(p); }
    };
    const std::unique_ptr<AVSHA, Free> sha(av_sha_alloc());
    std::uint8_t digest[32] = {};
    if (sha && av_sha_init(sha.get(), 256) == 0) {
        av_sha_update(sha.get(), reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
        av_sha_final(sha.get(), digest);
    }
    std::string hex;
    for (int i = 0; i < 8; ++i)
        hex += fmt::format("{:02x}", digest[i]);
    return hex;
}

}  // namespace sample
