// A PDF as a reader shows it: its pages as pictures, its words as they are copied.
#pragma once

#include <string>
#include <vector>

namespace paper_test {

struct PrintedPage {
    int width_px = 0;  // at 72 dots an inch: a pixel is a point
    int height_px = 0;
    std::vector<unsigned char> grey;  // 255 is white

    // The smallest rectangle with all ink in it; empty pages have left > right.
    struct Ink {
        int left = 0, top = 0, right = 0, bottom = 0;
    };
    Ink ink() const;
    double share_of_ink() const;  // of the whole page, if it were black
};

struct Printed {
    std::vector<PrintedPage> pages;
    std::string words;  // without any blanks
};

// Fails the test that calls it where poppler cannot read the PDF.
Printed printed(const std::string& pdf);

// Without blanks and line ends of any kind.
std::string without_blanks(const std::string& text);

}  // namespace paper_test
