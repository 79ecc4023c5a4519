// How much of the processor a thread gets. The platform's rules live in thread_priority.cpp.
#pragma once

namespace screen {

// The calling thread comes before others from now on, where the platform grants it (on Linux by way
// of rtkit, for instance); threads that it starts do not. For the thread that shows pictures: it
// needs a little at the right moment, while decoders use up whatever there is.
void raise_own_priority();

// From now on the calling thread, and every thread it starts, gives way to all others. Where the
// platform has no such thing, nothing changes.
void lower_own_priority();

}  // namespace screen
