#include "tests/end_to_end/sound_server.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace end_to_end {

namespace {

using namespace std::chrono_literals;

constexpr auto patience = 20s;

}  // namespace

std::vector<std::pair<std::string, std::string>> SoundServer::environment() const {
    const std::string folder = scratch_.path().string();
    return {{"SDL_AUDIODRIVER", "pulseaudio"},
            {"HOME", folder},
            {"XDG_RUNTIME_DIR", folder},
            {"PULSE_RUNTIME_PATH", folder},
            {"PULSE_STATE_PATH", folder},
            {"PULSE_COOKIE", folder + "/cookie"},
            {"PULSE_SERVER", "unix:" + folder + "/native"}};
}

SoundServer::SoundServer() {
    Launch launch;
    launch.command = {"pulseaudio",
                      "-n",
                      "--daemonize=no",
                      "--use-pid-file=no",
                      "--exit-idle-time=-1",
                      "--load=module-native-protocol-unix auth-anonymous=1 socket=" +
                          (scratch_.path() / "native").string(),
                      "--load=module-rescue-streams"};
    launch.environment = environment();
    launch.log = scratch_.path() / "pulseaudio.log";
    server_ = std::make_unique<ChildProcess>(launch);
    for (const auto until = std::chrono::steady_clock::now() + patience;
         ask({"info"}).find("Server Name") == std::string::npos;) {
        if (std::chrono::steady_clock::now() > until || !server_->alive()) {
            throw std::runtime_error("PulseAudio does not come: is it installed?");
        }
        std::this_thread::sleep_for(50ms);
    }
}

// What pactl says to that.
std::string SoundServer::ask(const std::vector<std::string>& words) const {
    Launch launch;
    launch.command = {"pactl"};
    launch.command.insert(launch.command.end(), words.begin(), words.end());
    launch.environment = environment();
    launch.log = scratch_.path() / "answer";
    std::ofstream(launch.log, std::ios::trunc).close();
    ChildProcess asking(launch);
    asking.wait_ended(patience);
    std::ifstream answer(launch.log);
    std::ostringstream text;
    text << answer.rdbuf();
    return text.str();
}

void SoundServer::keep_a_dummy() const {
    ask({"load-module", "module-always-sink"});
}

void SoundServer::plug_in(const std::string& device) const {
    ask({"load-module", "module-null-sink", "sink_name=" + device, "rate=48000", "norewinds=1"});
}

void SoundServer::pull_out(const std::string& device) const {
    std::istringstream modules(ask({"list", "short", "modules"}));
    for (std::string line; std::getline(modules, line);) {
        if (line.find("sink_name=" + device) != std::string::npos) {
            ask({"unload-module", line.substr(0, line.find('\t'))});
        }
    }
}

void SoundServer::block(const std::string& device, bool on) const {
    ask({"suspend-sink", device, on ? "1" : "0"});
}

void SoundServer::make_usual(const std::string& device) const {
    ask({"set-default-sink", device});
    std::istringstream streams(ask({"list", "short", "sink-inputs"}));
    for (std::string line; std::getline(streams, line);) {
        ask({"move-sink-input", line.substr(0, line.find('\t')), device});
    }
}

int SoundServer::streams() const {
    const std::string all = ask({"list", "short", "sink-inputs"});
    return static_cast<int>(std::count(all.begin(), all.end(), '\n'));
}

std::unique_ptr<ChildProcess> SoundServer::record(const std::string& device,
                                                  const std::filesystem::path& file) const {
    Launch launch;
    launch.command = {"parec",
                      "--device=" + device + ".monitor",
                      "--format=float32le",
                      "--rate=48000",
                      "--channels=2",
                      "--latency-msec=5"};
    launch.environment = environment();
    launch.log = file;
    return std::make_unique<ChildProcess>(launch);
}

}  // namespace end_to_end
