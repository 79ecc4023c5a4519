#include <doctest/doctest.h>

#include <cstdlib>

int main(int argc, char** argv) {
    // Tests compare sentences, whatever language this computer is set to.
    ::setenv("LANGUAGE", "en", 1);
    return doctest::Context(argc, argv).run();
}
