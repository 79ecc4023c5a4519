// JSON as other programs get it from the command line. Private to the folder.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace app {

// Indented; what is not UTF-8 (a file's name may be) is replaced, so that it is always JSON.
inline std::string json_text(const nlohmann::ordered_json& json) {
    return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace app
