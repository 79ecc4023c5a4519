// The window system's life, and what belongs to no single window.
#pragma once

#include <filesystem>
#include <string>

#include "catalogue/problem.h"

namespace screen {

enum class Display {
    OfTheMachine,  // what SDL finds, or SDL_VIDEODRIVER names
    OffScreen,     // nothing is seen; pictures are had from Window::pixels()
};

// Main thread only; one at a time, made before the first window and gone after the last. Sound is
// started by the first speaker only, and ended here.
class Platform {
public:
    // Fails when there is no display: the caller says so, or goes on off screen.
    static catalogue::Result<Platform> open(Display display);
    ~Platform();
    Platform(Platform&& other) noexcept;
    Platform& operator=(Platform&&) = delete;
    Platform(const Platform&) = delete;
    Platform& operator=(const Platform&) = delete;

private:
    Platform() = default;
    bool owns_ = true;
};

// Whether windows are seen by nobody: then they have no screen to fill.
bool is_off_screen();

// Memory of the machine, in MiB.
int memory_mib();

// From now on large blocks of memory, such as pictures, go back to the system when they are freed.
// Call it before there are any. Where the platform does so anyway, nothing changes.
void give_large_blocks_back();

// Gives back what lies free in the gaps between small blocks. Takes milliseconds: for a thread that
// nobody waits for. Any thread.
void give_gaps_back();

// Has the desktop open a document, to be read or printed. Where nobody sees a window, or the
// desktop has nothing to open it with, nothing happens. Main thread only.
void show_document(const std::filesystem::path& file);

// The text of the clipboard; empty when there is none. Main thread only.
std::string clipboard_text();
void set_clipboard_text(const std::string& utf8);

}  // namespace screen
