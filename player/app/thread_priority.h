// How much of the processor a thread gets. The platform's rules live in thread_priority.cpp.
#pragma once

namespace app {

// From now on the calling thread, and every thread it starts, gives way to all others. Where the
// platform has no such thing, nothing changes.
void lower_own_priority();

}  // namespace app
