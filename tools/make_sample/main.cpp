// make_sample: makes the module "A cross-section" on this machine: speaks, draws and films it.
#include <unistd.h>

#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>

#include "tools/make_sample/production.h"

namespace {

using namespace sample;

constexpr int exit_incomplete = 1;
constexpr int exit_usage = 2;
constexpr int exit_stopped = 130;  // as a shell says it of an interrupt

constexpr const char* usage =
    "make_sample [--people N|id,id] [--questions N] [--jobs N] [--words DIR] OUT\n"
    "    makes the sample module in OUT, or what is missing of it\n"
    "make_sample --is-complete OUT\n"
    "    ends with 0 when all of it is there, made from these words\n"
    "make_sample --wait-for N OUT\n"
    "    waits until N people are ready while another make_sample is at work\n";

enum class Errand { Make, IsComplete, WaitFor };

struct Order {
    Errand errand = Errand::Make;
    Wishes wishes;
    std::size_t wait_for = 0;
};

std::optional<std::size_t> number_of(std::string_view text) {
    std::size_t number = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (code != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::vector<std::string> ids_of(std::string_view text) {
    std::vector<std::string> ids;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(',', at), text.size());
        if (end > at) ids.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return ids;
}

// The words lie beside the sources that this program was built from, or where it was installed.
std::filesystem::path usual_words() {
    std::error_code error;
    std::filesystem::path folder = std::filesystem::read_symlink("/proc/self/exe", error);
    while (folder.has_relative_path()) {
        folder = folder.parent_path();
        for (const char* below : {"assets/sample", "share/crosscut/assets/sample"}) {
            if (std::filesystem::exists(folder / below / "cast.yaml", error)) {
                return folder / below;
            }
        }
    }
    return "assets/sample";
}

// @returns nothing when the arguments make no sense
std::optional<Order> order_of(int count, char** arguments) {
    Order order;
    order.wishes.jobs = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    for (int i = 1; i < count; ++i) {
        const std::string_view word = arguments[i];
        if (!word.starts_with("--")) {
            if (!order.wishes.module.empty()) return std::nullopt;
            order.wishes.module = word;
            continue;
        }
        if (word == "--is-complete") {
            order.errand = Errand::IsComplete;
            continue;
        }
        if (++i == count) return std::nullopt;
        const std::string_view value = arguments[i];
        const std::optional<std::size_t> number = number_of(value);
        if (word == "--words") {
            order.wishes.words = value;
        } else if (word == "--people" && number) {
            order.wishes.people_limit = number;
        } else if (word == "--people") {
            order.wishes.people = ids_of(value);
        } else if (word == "--questions" && number) {
            order.wishes.questions_limit = number;
        } else if (word == "--jobs" && number && *number > 0 && *number < 256) {
            order.wishes.jobs = static_cast<int>(*number);
        } else if (word == "--wait-for" && number) {
            order.errand = Errand::WaitFor;
            order.wait_for = *number;
        } else {
            return std::nullopt;
        }
    }
    if (order.wishes.module.empty()) return std::nullopt;
    if (order.wishes.words.empty()) order.wishes.words = usual_words();
    return order;
}

void complain(const catalogue::Problem& problem) {
    std::fprintf(stderr, "make_sample: %s\n", catalogue::to_text(problem).c_str());
}

class ProgressLine {
public:
    void show(const Progress& progress) {
        last_ = progress;
        if (!terminal_) {
            const int tenth = static_cast<int>(progress.share * 20);
            if (tenth == tenth_) return;
            tenth_ = tenth;
            std::printf("%3.0f %%, %zu of %zu people ready\n", progress.share * 100, progress.ready,
                        progress.of);
            std::fflush(stdout);
            return;
        }
        constexpr int width = 30;
        const int full = static_cast<int>(progress.share * width);
        std::string bar(static_cast<std::size_t>(full), '#');
        bar.resize(width, '.');
        std::printf("\r[%s] %3.0f %%  %zu of %zu people ready ", bar.c_str(), progress.share * 100,
                    progress.ready, progress.of);
        std::fflush(stdout);
    }
    void say(const std::string& text) {
        if (terminal_) std::printf("\r\033[K");
        std::printf("%s\n", text.c_str());
        if (terminal_ && last_.of > 0) show(last_);
        std::fflush(stdout);
    }
    void finish() const {
        if (terminal_) std::printf("\n");
    }

private:
    const bool terminal_ = isatty(STDOUT_FILENO) == 1;
    Progress last_;
    int tenth_ = -1;
};

int make(const Order& order, const Plan& plan) {
    ProgressLine line;
    const Spectator spectator{
        [&](const Progress& progress) { line.show(progress); },
        [&](const PersonWords& person) {
            line.say(person.name + " is ready (" + person.job_title + ")");
        },
        [&](const catalogue::Problem& problem) {
            line.finish();
            complain(problem);
        },
        [&] { line.say("Another run is making this module; waiting for it."); }};
    const Making end = make_module(plan, order.wishes, spectator);
    line.finish();
    switch (end) {
        case Making::Done:
            return EXIT_SUCCESS;
        case Making::Stopped:
            line.say("Stopped. What is finished is kept; start again to go on.");
            return exit_stopped;
        case Making::Failed:
            break;
    }
    return exit_incomplete;
}

int wait_for(const Order& order, const Plan& plan) {
    using namespace std::chrono_literals;
    // The run to wait for may only just have been started.
    auto patience = std::chrono::steady_clock::now() + 10s;
    for (;;) {
        if (is_complete(plan, order.wishes.module)) return EXIT_SUCCESS;
        if (is_being_made(order.wishes.module)) {
            patience = std::chrono::steady_clock::now() + 2s;
            const std::optional<Progress> progress = read_progress(order.wishes.module);
            if (progress && progress->ready >= std::min(order.wait_for, progress->of)) {
                return EXIT_SUCCESS;
            }
        } else if (std::chrono::steady_clock::now() > patience) {
            std::fprintf(stderr, "make_sample: nobody is making %s\n", order.wishes.module.c_str());
            return exit_incomplete;
        }
        std::this_thread::sleep_for(200ms);
    }
}

}  // namespace

int main(int count, char** arguments) {
    const std::optional<Order> order = order_of(count, arguments);
    if (!order) {
        std::fputs(usage, stderr);
        return exit_usage;
    }
    const catalogue::Result<Plan> plan = plan_of(order->wishes);
    if (!plan) {
        complain(plan.error());
        return exit_incomplete;
    }
    switch (order->errand) {
        case Errand::IsComplete:
            return is_complete(*plan, order->wishes.module) ? EXIT_SUCCESS : exit_incomplete;
        case Errand::WaitFor:
            return wait_for(*order, *plan);
        case Errand::Make:
            break;
    }
    return make(*order, *plan);
}
