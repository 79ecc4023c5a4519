// Keeps the program alive when the X server answers late. Private to this folder.
#pragma once

namespace screen {

// From now on a message to a window that is gone is lost, and nothing more. SDL wakes the main
// thread by a message over a connection of its own: when a window is closed at that moment, the
// message comes after its end, and Xlib would end the program for it. Any other error goes where it
// went before. Call it once SDL has its video; where there is no X server it does nothing.
void forgive_messages_to_lost_windows();

}  // namespace screen
