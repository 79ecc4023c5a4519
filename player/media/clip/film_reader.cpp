#include "player/media/clip/film_reader.h"

#include <algorithm>
#include <array>

#include "player/media/making/prelude_reader.h"
#include "player/media/making/proxy_reader.h"

namespace media {

namespace {

// How much further before the target each attempt begins, when a container jumped too far.
constexpr std::array<SourceDuration, 4> back_off{SourceDuration{}, SourceDuration{2'000'000},
                                                 SourceDuration{10'000'000},
                                                 SourceDuration{60'000'000}};
// A fresh film is simply read from its start for targets this near it.
constexpr SourceDuration near_head{500'000};
// Sound decoders need what comes before a place to get it right, and its packets may lie a little
// before the pictures of the same time.
constexpr SourceDuration sound_run_up{300'000};

}  // namespace

FilmReader::FilmReader(ClipDesk& desk, PacketStore& packets, ReadGuard& guard)
    : desk_(desk), packets_(packets), guard_(guard) {}

catalogue::Result<Source> FilmReader::open_film() {
    auto proxy = open_proxy(desk_.means().proxies, desk_.order().film, guard_);
    from_proxy_ = proxy.has_value();
    if (proxy) return std::move(*proxy);
    return Source::open(desk_.order().film, guard_);
}

bool FilmReader::open() {
    auto source = open_film();
    if (!source) {
        desk_.fail_with(source.error());
        return false;
    }
    source_.emplace(std::move(*source));
    auto decoders = std::make_unique<Decoders>();
    std::optional<catalogue::Problem> problem;
    if (source_->pictures() != nullptr) {
        if (auto decoder = VideoDecoder::open(*source_, desk_.means().hardware)) {
            decoders->pictures.emplace(std::move(*decoder));
            decoders->maker.emplace(*source_->pictures());
        } else {
            problem = decoder.error();
        }
    }
    if (source_->sound() != nullptr) {
        if (auto decoder = AudioDecoder::open(*source_)) {
            decoders->sound.emplace(std::move(*decoder));
        } else if (!problem) {
            problem = decoder.error();
        }
    }
    pictures_ = decoders->pictures.has_value();
    sound_ = decoders->sound.has_value();
    if (!pictures_ && !sound_) {
        desk_.fail_with(*problem);
        return false;
    }
    packets_.set_lanes(pictures_, sound_);

    ClipInfo info;
    info.has_pictures = pictures_;
    info.has_sound = sound_;
    info.picture_length = source_->picture_length();
    const std::optional<TimeRange>& trim = desk_.order().trim;
    const SourceTime claimed = source_->claimed_end();
    info.range = {desk_.in(), trim ? trim->out : claimed};
    if (claimed > info.range.in) info.range.out = std::min(info.range.out, claimed);
    desk_.set_open(info, std::move(decoders));
    return true;
}

void FilmReader::work(const std::stop_token& stop) {
    if (!open()) return;
    while (!stop.stop_requested()) {
        std::optional<Jump> jump = packets_.next_job(stop);
        if (stop.stop_requested()) return;
        if (jump) {
            go_to(std::move(*jump), stop);
            if (!source_) return;
        } else {
            PacketHandle packet{av_packet_alloc()};
            fresh_ = false;
            if (source_->read(*packet) == Source::Read::Packet) {
                pass_on(std::move(packet));
            } else if (!source_->problem()) {
                packets_.put_end();
            }
        }
        if (source_->problem()) {
            desk_.fail_with(*source_->problem());
            return;
        }
    }
}

// Only a clip's beginning was kept. The picture thread has opened what the first run begins with.
// A proxy begins as fast by itself.
void FilmReader::find_prelude(Jump& jump, const std::stop_token& stop) {
    const std::shared_ptr<PreludeReader> left = desk_.take_prelude(stop);
    const std::filesystem::path& preludes = desk_.means().preludes;
    const RunStart& start = jump.run->start;
    const bool at_in = start.pictures_before == 0 && start.target == desk_.in();
    if (jump.attempt > 0 || !at_in || !pictures_ || from_proxy_ || preludes.empty()) return;
    if (left && left->film() == source_->stamp()) {
        jump.prelude = left;
    } else {
        jump.prelude = PreludeReader::open(preludes, desk_.order(), source_->stamp(), guard_);
    }
    if (jump.prelude) desk_.note_prelude();
}

void FilmReader::go_to(Jump jump, const std::stop_token& stop) {
    find_prelude(jump, stop);
    const RunStart& start = jump.run->start;
    const SourceTime pictures_from = jump.prelude ? jump.prelude->span().until : start.target;
    const SourceDuration length = source_->picture_length();
    const auto attempt = static_cast<std::size_t>(jump.attempt);
    // A key picture that is itself the nearest one may start half a picture after the target.
    SourceTime from = pictures_ ? pictures_from - start.pictures_before * length + length / 2
                                : start.target - sound_run_up;
    from = attempt < back_off.size() ? from - back_off[attempt] : SourceTime{};
    from_key_.reset();
    jump.from_head = from <= SourceTime{} + (fresh_ ? near_head : SourceDuration{});
    if (!(fresh_ && jump.from_head)) {
        if (!jump_or_reopen(from)) jump.from_head = true;
        if (!source_) return;
    }
    const bool may_miss_sound = pictures_ && sound_ && !jump.from_head;
    Ahead ahead = may_miss_sound ? make_room_for_sound(start.target) : Ahead{};
    packets_.begin(jump);
    for (PacketHandle& packet : ahead.packets)
        pass_on(std::move(packet));
    if (ahead.film_ends) packets_.put_end();
}

// False when it cannot jump: then it reads on from the film's head.
bool FilmReader::jump_or_reopen(SourceTime time) {
    if (source_->jump_before(time)) return true;
    if (fresh_ || source_->problem()) return false;
    auto again = source_->open_again();
    if (again) {
        source_.emplace(std::move(*again));
    } else {
        source_.reset();
        desk_.fail_with(again.error());
    }
    return false;
}

// A jump lands on a key picture. When that lies at the target itself or after it, the sound before
// it was jumped over: goes back for the sound, and leaves out the pictures on the way, undecoded.
// What is read before that is known is held back: a decoder that got it would take the hole before
// it for silence.
FilmReader::Ahead FilmReader::make_room_for_sound(SourceTime target) {
    Ahead ahead;
    fresh_ = false;
    for (;;) {
        PacketHandle packet{av_packet_alloc()};
        if (source_->read(*packet) == Source::Read::End) {
            ahead.film_ends = !source_->problem();
            return ahead;
        }
        const bool is_picture = packet->stream_index == source_->pictures()->index;
        const bool is_key = (packet->flags & AV_PKT_FLAG_KEY) != 0;
        const auto key = is_key ? picture_start(*packet) : std::nullopt;
        if (key && *key > target - sound_run_up &&
            source_->jump_before(std::min(*key, target) - sound_run_up)) {
            from_key_ = key;
            return {};
        }
        ahead.packets.push_back(std::move(packet));
        if (is_picture) return ahead;  // early enough, or nothing to go by
    }
}

std::optional<SourceTime> FilmReader::picture_start(const AVPacket& packet) const {
    const AVStream* stream = source_->pictures();
    if (!pictures_ || packet.stream_index != stream->index || packet.pts == AV_NOPTS_VALUE) {
        return std::nullopt;
    }
    return source_->ticks(*stream).time(packet.pts);
}

void FilmReader::pass_on(PacketHandle packet) {
    const AVStream* pictures = source_->pictures();
    const bool is_picture = pictures != nullptr && packet->stream_index == pictures->index;
    if (!(is_picture ? pictures_ : sound_)) return;
    if (is_picture && from_key_) {
        const auto start = picture_start(*packet);
        const bool is_key = (packet->flags & AV_PKT_FLAG_KEY) != 0;
        if (!is_key || !start || *start < *from_key_) return;
        from_key_.reset();
    }
    const Ticks ticks = source_->ticks(is_picture ? *pictures : *source_->sound());
    const SourceDuration length = ticks.length(std::max<std::int64_t>(packet->duration, 0));
    packets_.put(is_picture ? Lane::Pictures : Lane::Sound, std::move(packet), length);
}

}  // namespace media
