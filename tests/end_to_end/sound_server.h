// A PulseAudio of the test's own, with devices that can be plugged in and out.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "tests/end_to_end/child_process.h"
#include "tests/support/scratch_folder.h"

namespace end_to_end {

// Loudspeakers of it are "null sinks": they take time as a sound card does, and what they play can
// be recorded.
class SoundServer {
public:
    // Starts it without any device (a program that begins then fails in SDL 2.26), and waits until
    // it answers; throws std::runtime_error when it does not come.
    SoundServer();

    // For a program that is to be heard there.
    std::vector<std::pair<std::string, std::string>> environment() const;

    // As desktops do: where there is no device, one that plays to nobody.
    void keep_a_dummy() const;
    void plug_in(const std::string& device) const;
    void pull_out(const std::string& device) const;
    // A device that neither plays nor goes away, as when a Bluetooth headset is out of reach.
    void block(const std::string& device, bool on) const;
    // New streams go there; those that play are moved as well.
    void make_usual(const std::string& device) const;
    // How many programs are heard somewhere.
    int streams() const;

    // Records what the device plays into `file`, as 48 kHz stereo floats, until it ends.
    std::unique_ptr<ChildProcess> record(const std::string& device,
                                         const std::filesystem::path& file) const;

    ChildProcess& process() const { return *server_; }

private:
    std::string ask(const std::vector<std::string>& words) const;

    support::ScratchFolder scratch_;
    std::unique_ptr<ChildProcess> server_;
};

}  // namespace end_to_end
