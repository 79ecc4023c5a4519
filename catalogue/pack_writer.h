// Makes a pack: one file that holds a module, to be played without unpacking it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/inside_file.h"
#include "catalogue/problem.h"

namespace catalogue {

struct PackEntry;

// Writes into an open file that is empty and may be read and written anywhere, such as one on a
// disk. Everything is stored as it is; the same files make the same pack. One thread.
class PackWriter {
public:
    explicit PackWriter(int descriptor);
    ~PackWriter();
    PackWriter(const PackWriter&) = delete;
    PackWriter& operator=(const PackWriter&) = delete;

    // Begins with what tells programs that it is a pack.
    Outcome begin();
    // Adds what `file` holds as `name`, a path that check_relative_path() allows.
    // @param went_on  called now and then with how many bytes were copied since the last time
    Outcome add(const std::string& name, const InsideFile& file,
                const std::function<void(std::uint64_t)>& went_on);
    // Adds `text`, which is not empty, as `name`.
    Outcome add_text(const std::string& name, std::string_view text);
    // Ends it; the file is whole then, but not flushed.
    Outcome finish();

private:
    Outcome write(std::string_view bytes, std::uint64_t position);

    const int descriptor_;
    std::uint64_t position_ = 0;
    std::vector<std::pair<std::string, PackEntry>> entries_;
};

}  // namespace catalogue
