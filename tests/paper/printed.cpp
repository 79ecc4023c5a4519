#include "tests/paper/printed.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string_view>

#include "tests/support/scratch_folder.h"

namespace paper_test {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

PrintedPage read_pgm(const fs::path& file) {
    const std::string bytes = text_of(file);
    std::istringstream in(bytes);
    std::string kind;
    PrintedPage page;
    int white = 0;
    in >> kind >> page.width_px >> page.height_px >> white;
    REQUIRE(kind == "P5");
    REQUIRE(white == 255);
    const auto begin = bytes.begin() + static_cast<std::ptrdiff_t>(in.tellg()) + 1;
    page.grey.assign(begin, bytes.end());
    REQUIRE(page.grey.size() == static_cast<std::size_t>(page.width_px * page.height_px));
    return page;
}

}  // namespace

PrintedPage::Ink PrintedPage::ink() const {
    Ink found{width_px, height_px, -1, -1};
    for (int y = 0; y < height_px; ++y) {
        for (int x = 0; x < width_px; ++x) {
            if (grey[static_cast<std::size_t>(y * width_px + x)] > 250) continue;
            found = {std::min(found.left, x), std::min(found.top, y), std::max(found.right, x),
                     std::max(found.bottom, y)};
        }
    }
    return found;
}

double PrintedPage::share_of_ink() const {
    double ink = 0;
    for (const unsigned char pixel : grey) {
        ink += (255.0 - pixel) / 255.0;
    }
    return ink / static_cast<double>(grey.size());
}

Printed printed(const std::string& pdf) {
    const support::ScratchFolder folder;
    const fs::path file = folder.path() / "sheet.pdf";
    std::ofstream(file, std::ios::binary) << pdf;
    const std::string at = folder.path().string();
    REQUIRE(std::system(
                fmt::format("{} -raw '{}' '{}/words.txt'", PDFTOTEXT, file.string(), at).c_str()) ==
            0);
    REQUIRE(std::system(fmt::format("{} -r 72 -gray '{}' '{}/page'", PDFTOPPM, file.string(), at)
                            .c_str()) == 0);
    std::vector<fs::path> pages;
    for (const auto& entry : fs::directory_iterator(folder.path())) {
        if (entry.path().extension() == ".pgm") pages.push_back(entry.path());
    }
    std::ranges::sort(pages);
    Printed read;
    for (const fs::path& page : pages) {
        read.pages.push_back(read_pgm(page));
    }
    read.words = without_blanks(text_of(folder.path() / "words.txt"));
    return read;
}

std::string without_blanks(const std::string& text) {
    std::string kept;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (std::string_view{" \n\r\t\f"}.find(text[i]) != std::string_view::npos) continue;
        if (text.compare(i, 2, "\u00a0") == 0) {
            ++i;
            continue;
        }
        kept += text[i];
    }
    return kept;
}

}  // namespace paper_test
