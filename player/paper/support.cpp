#include "player/paper/support.h"

#include <fmt/format.h>

#include "catalogue/words.h"

namespace paper {
using catalogue::_;

std::vector<Block> help_lines(const catalogue::Module& module) {
    if (module.support.empty()) return {};
    std::string lines;
    for (const catalogue::SupportLine& line : module.support) {
        lines += fmt::format("{}{}: {}", lines.empty() ? "" : ". ", line.name, line.contact);
    }
    return {care(_("Somebody to talk to."), lines + ".")};
}

}  // namespace paper
