#include "player/app/notebook/versions.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace app {

using namespace std::chrono;

std::vector<NotebookVersion> versions_to_drop(std::vector<NotebookVersion> versions,
                                              const std::string& ours) {
    std::ranges::sort(versions, std::greater{});  // the newest first
    std::vector<NotebookVersion> dropped;
    std::set<sys_days> days_kept;
    std::set<std::pair<std::string, bool>> writers_kept;
    std::size_t recent_kept = 0;
    std::optional<sys_seconds> last_recent;
    for (const NotebookVersion& version : versions) {
        bool keep = false;
        if (recent_kept < recent_versions &&
            (!last_recent || *last_recent - version.written >= between_versions)) {
            last_recent = version.written;
            ++recent_kept;
            keep = true;
        }
        const sys_days day = floor<days>(version.written);
        if (days_kept.size() < daily_versions && days_kept.insert(day).second) keep = true;
        const bool counts = days_kept.contains(day) || version.writer == ours;
        if (counts && writers_kept.emplace(version.writer, version.of_copy).second) keep = true;
        if (!keep) dropped.push_back(version);
    }
    return dropped;
}

bool asks_whether_still_needed(year_month_day last_written, year_month_day today) {
    year_month_day end{last_written.year(), August, day{31}};
    if (end < last_written) end += years{1};
    return today > end;
}

}  // namespace app
