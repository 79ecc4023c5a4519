#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>

#include "player/screen/platform.h"

// One platform for all tests, off screen: SDL has one window system in a process.
int main(int argc, char** argv) {
    const auto platform = screen::Platform::open(screen::Display::OffScreen);
    if (!platform) {
        std::fprintf(stderr, "%s\n", to_text(platform.error()).c_str());
        return 1;
    }
    ::setenv("LANGUAGE", "en", 1);
    return doctest::Context(argc, argv).run();
}
