#include "player/app/thread_priority.h"

#ifdef __linux__
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace app {

void lower_own_priority() {
#ifdef __linux__
    // On Linux niceness is a thread's own; disks that heed priorities heed it, too.
    constexpr int gives_way_to_all = 19;
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), gives_way_to_all);
#endif
}

}  // namespace app
