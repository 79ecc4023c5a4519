#include "catalogue/own_file.h"

#include <fstream>
#include <system_error>

namespace catalogue {

Result<std::string> read_own_file(const std::filesystem::path& file) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    std::string bytes(error ? 0 : static_cast<std::size_t>(size), '\0');
    std::ifstream stream(file, std::ios::binary);
    if (bytes.empty() || !stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) {
        return fail({file}, "a file of the program cannot be read", "install Crosscut again");
    }
    return bytes;
}

}  // namespace catalogue
