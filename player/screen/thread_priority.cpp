#include "player/screen/thread_priority.h"

#include <SDL.h>

#ifdef __linux__
#include <sched.h>
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace screen {

void raise_own_priority() {
#ifdef __linux__
    // Niceness is inherited there, unless it is said that it is not.
    const sched_param usual{};
    if (::sched_setscheduler(0, SCHED_OTHER | SCHED_RESET_ON_FORK, &usual) != 0) return;
#endif
    SDL_SetThreadPriority(SDL_THREAD_PRIORITY_HIGH);
}

void lower_own_priority() {
#ifdef __linux__
    // On Linux niceness is a thread's own, and disks heed it, too. But it counts only among the
    // threads of one session, and the sound server is in another: it waited 140 ms once. The
    // policy counts everywhere.
    constexpr int gives_way_to_all = 19;
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), gives_way_to_all);
    const sched_param none{};
    ::sched_setscheduler(0, SCHED_IDLE, &none);
#endif
}

}  // namespace screen
