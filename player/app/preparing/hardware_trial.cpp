#include "player/app/preparing/hardware_trial.h"

#include <system_error>

#include "player/app/storage/storage.h"
#include "player/screen/thread_priority.h"

namespace app {

namespace fs = std::filesystem;

void TrialMark::begin() const {
    (void)save_document(file_, "Hardware for decoding is being tried out.\n");
}

void TrialMark::end() const {
    std::error_code ignored;
    fs::remove(file_, ignored);
}

bool TrialMark::was_left() const {
    std::error_code absent;
    const fs::file_time_type left = fs::last_write_time(file_, absent);
    return !absent && fs::file_time_type::clock::now() - left < believed;
}

std::shared_ptr<media::Hardware> hardware_to_try(const fs::path& state_folder) {
    media::HardwareTrial trial;
    if (state_folder.empty()) {
        trial.begins = screen::lower_own_priority;
    } else {
        const TrialMark mark(state_folder / "hardware-trial");
        if (mark.was_left()) return nullptr;
        trial.begins = [mark] {
            screen::lower_own_priority();
            mark.begin();
        };
        trial.ended = [mark] { mark.end(); };
    }
    return media::Hardware::of_machine(std::move(trial));
}

}  // namespace app
