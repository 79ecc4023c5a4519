#include "player/media/filter_library.h"

#include <optional>

#ifdef __linux__
#include <dlfcn.h>
#endif

namespace media {

namespace {

#ifdef __linux__

template <class Function>
bool find(void* library, const char* name, Function& function) {
    function = reinterpret_cast<Function>(::dlsym(library, name));
    return function != nullptr;
}

std::optional<FilterLibrary> load() {
    // Never closed: other libraries may have entered functions of theirs to be called at the end.
    void* library =
        ::dlopen("libavfilter.so." AV_STRINGIFY(LIBAVFILTER_VERSION_MAJOR), RTLD_LAZY | RTLD_LOCAL);
    FilterLibrary found{};
    if (library == nullptr || !find(library, "avfilter_graph_alloc", found.graph_alloc) ||
        !find(library, "avfilter_graph_free", found.graph_free) ||
        !find(library, "avfilter_graph_create_filter", found.graph_create_filter) ||
        !find(library, "avfilter_graph_config", found.graph_config) ||
        !find(library, "avfilter_get_by_name", found.get_by_name) ||
        !find(library, "avfilter_link", found.link) ||
        !find(library, "av_buffersrc_add_frame", found.buffersrc_add_frame) ||
        !find(library, "av_buffersink_get_frame", found.buffersink_get_frame)) {
        return std::nullopt;
    }
    return found;
}

#else  // linked as any other; Windows loads a library late by an option of its linker

std::optional<FilterLibrary> load() {
    return FilterLibrary{avfilter_graph_alloc,         avfilter_graph_free,
                         avfilter_graph_create_filter, avfilter_graph_config,
                         avfilter_get_by_name,         avfilter_link,
                         av_buffersrc_add_frame,       av_buffersink_get_frame};
}

#endif

}  // namespace

const FilterLibrary* filter_library() {
    static const std::optional<FilterLibrary> loaded = load();
    return loaded ? &*loaded : nullptr;
}

}  // namespace media
