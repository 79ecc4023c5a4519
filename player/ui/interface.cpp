#include "player/ui/interface.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

#include "player/ui/input_queue.h"
#include "player/ui/look.h"
#include "player/ui/text.h"
#include "player/ui/widget_layer.h"

#include <imgui.h>

namespace ui {

namespace {

constexpr float base_width = 1280;
constexpr float base_height = 720;
// Scales in steps, so that dragging the edge of a window does not make fonts for every pixel.
constexpr float scale_step = 20;

std::uint32_t packed_rgb(Colour c) {
    return (std::uint32_t{c.r} << 16) | (std::uint32_t{c.g} << 8) | c.b;
}

}  // namespace

struct Interface::Impl {
    FontFiles files;
    Look look;
    Layer layer;
    InputQueue input;
    ImGuiContext* context = nullptr;
    float wanted_scale = 1;  // asked for by the user, 0.75 to 2
    float width_px = base_width;
    float height_px = base_height;
    bool built = false;
    bool posters = true;
    bool built_posters = false;
    std::function<std::string()> get_clipboard;
    std::function<void(const std::string&)> set_clipboard;
    std::string clipboard;

    ~Impl() {
        use_layer(nullptr);
        use_look(nullptr);
        if (context != nullptr) ImGui::DestroyContext(context);
    }

    // Fonts for the present display and scale; false when those in use fit.
    bool rebuild(float density) {
        const float fit = std::min(width_px / base_width, height_px / base_height);
        const float raw = std::clamp(fit * wanted_scale, 0.5F, 6.0F);
        const float scale = std::floor(raw * scale_step + 0.001F) / scale_step;
        if (built && scale == look.scale && density == look.density && posters == built_posters) {
            return false;
        }
        look.scale = scale;
        look.density = density;
        build_fonts(look, files, posters);
        built = true;
        built_posters = posters;
        return true;
    }
};

Interface::Interface() : impl_(std::make_unique<Impl>()) {}
Interface::~Interface() = default;

catalogue::Result<std::unique_ptr<Interface>> Interface::open(
    const std::filesystem::path& asset_folder) {
    catalogue::Result<FontFiles> files = read_font_files(asset_folder / "fonts");
    if (!files) return files.error();
    std::unique_ptr<Interface> opened(new Interface);
    Impl& impl = *opened->impl_;
    impl.files = *std::move(files);
    impl.context = ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    io.MouseDragThreshold = 8;
    io.DisplaySize = {impl.width_px, impl.height_px};
    InputQueue::map_keys();
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.WindowMinSize = {1, 1};
    style.FrameBorderSize = 0;
    style.AntiAliasedLinesUseTex = false;
    style.CircleTessellationMaxError = 0.1F;
    use_look(&impl.look);
    use_layer(&impl.layer);
    return opened;
}

bool Interface::set_display(int width_px, int height_px, float density) {
    impl_->width_px = static_cast<float>(std::max(1, width_px));
    impl_->height_px = static_cast<float>(std::max(1, height_px));
    ImGui::GetIO().DisplaySize = {impl_->width_px, impl_->height_px};
    return impl_->rebuild(std::clamp(density, 0.5F, 4.0F));
}

bool Interface::set_scale(float scale) {
    impl_->wanted_scale = std::clamp(scale, 0.75F, 2.0F);
    return impl_->built && impl_->rebuild(impl_->look.density);
}

bool Interface::set_posters(bool there) {
    impl_->posters = there;
    return impl_->built && impl_->rebuild(impl_->look.density);
}

void Interface::set_theme(catalogue::ThemeChoice theme) {
    impl_->look.palette = &palette_of(theme);
}

void Interface::set_reduced_motion(bool reduced) {
    impl_->look.still = reduced;
}

FontAtlas Interface::atlas() const {
    unsigned char* pixels = nullptr;
    FontAtlas atlas;
    ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&pixels, &atlas.width_px, &atlas.height_px);
    const auto bytes =
        static_cast<std::size_t>(atlas.width_px) * static_cast<std::size_t>(atlas.height_px);
    atlas.coverage = {pixels, bytes};
    return atlas;
}

void Interface::set_atlas_texture(std::uint64_t texture) {
    ImGui::GetIO().Fonts->SetTexID(
        reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture)));
}

std::uint32_t Interface::backdrop_rgb() const {
    return packed_rgb(impl_->look.palette->backdrop);
}

std::uint32_t Interface::film_surround_rgb() {
    return packed_rgb(black_screen);
}

void Interface::mouse_moved(float x, float y) {
    impl_->input.mouse_moved(x, y);
}
void Interface::mouse_left() {
    impl_->input.mouse_left();
}
void Interface::mouse_button(int button, bool down) {
    impl_->input.mouse_button(button, down);
}
void Interface::mouse_wheel(float x, float y) {
    impl_->input.mouse_wheel(x, y);
}
void Interface::key(UiKey key, bool down, bool ctrl, bool shift, bool alt) {
    impl_->input.key(key, down, ctrl, shift, alt);
}
void Interface::text(const std::string& utf8) {
    impl_->input.text(utf8);
}

bool Interface::typing() const {
    return impl_->layer.typing();
}
bool Interface::has_focus() const {
    return impl_->layer.focus_shown();
}
bool Interface::focus_next(bool backwards) {
    return impl_->layer.focus_next(backwards);
}
bool Interface::focus_area_next(bool backwards) {
    return impl_->layer.focus_area_next(backwards);
}
bool Interface::activate_focused() {
    return impl_->layer.activate_focused();
}
bool Interface::focus_move(UiKey key) {
    return impl_->layer.focus_move(key);
}
void Interface::drop_focus() {
    impl_->layer.drop_focus();
}

void Interface::begin_frame(double seconds_since_last) {
    ImGui::GetIO().DeltaTime = static_cast<float>(std::clamp(seconds_since_last, 0.0001, 1.0));
    impl_->input.apply(impl_->layer);
    ImGui::NewFrame();
    impl_->layer.begin_frame(seconds_since_last, impl_->width_px, impl_->height_px);
}

Drawn Interface::end_frame() {
    impl_->layer.end_frame();
    ImGui::Render();
    Drawn drawn;
    const ImDrawData& data = *ImGui::GetDrawData();
    drawn.vertices.reserve(static_cast<std::size_t>(data.TotalVtxCount));
    drawn.indices.reserve(static_cast<std::size_t>(data.TotalIdxCount));
    for (int n = 0; n < data.CmdListsCount; ++n) {
        const ImDrawList& list = *data.CmdLists[n];
        const auto base = static_cast<std::uint32_t>(drawn.vertices.size());
        const auto first = static_cast<std::uint32_t>(drawn.indices.size());
        for (const ImDrawVert& v : list.VtxBuffer) {
            drawn.vertices.push_back({v.pos.x, v.pos.y, v.uv.x, v.uv.y, v.col});
        }
        drawn.indices.insert(drawn.indices.end(), list.IdxBuffer.begin(), list.IdxBuffer.end());
        for (const ImDrawCmd& command : list.CmdBuffer) {
            if (command.ElemCount == 0) continue;
            for (std::uint32_t i = 0; i < command.ElemCount; ++i) {
                drawn.indices[first + command.IdxOffset + i] += base + command.VtxOffset;
            }
            const float left = std::max(0.0F, command.ClipRect.x);
            const float top = std::max(0.0F, command.ClipRect.y);
            const float right = std::min(impl_->width_px, command.ClipRect.z);
            const float bottom = std::min(impl_->height_px, command.ClipRect.w);
            if (right <= left || bottom <= top) continue;
            drawn.commands.push_back(
                {static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(command.TextureId)),
                 static_cast<int>(left), static_cast<int>(top), static_cast<int>(right - left),
                 static_cast<int>(bottom - top), first + command.IdxOffset, command.ElemCount});
        }
    }
    return drawn;
}

bool Interface::animating() const {
    return impl_->layer.animating() || !impl_->input.empty();
}

void Interface::set_clipboard(std::function<std::string()> get,
                              std::function<void(const std::string&)> set) {
    impl_->layer.set_clipboard({get, set, {}});
    impl_->get_clipboard = std::move(get);
    impl_->set_clipboard = std::move(set);
    ImGuiIO& io = ImGui::GetIO();
    io.ClipboardUserData = impl_.get();
    io.GetClipboardTextFn = [](void* user) -> const char* {
        Impl& impl = *static_cast<Impl*>(user);
        impl.clipboard = to_field_text(clean_line(impl.get_clipboard ? impl.get_clipboard() : ""));
        return impl.clipboard.c_str();
    };
    io.SetClipboardTextFn = [](void* user, const char* text) {
        const Impl& impl = *static_cast<Impl*>(user);
        if (impl.set_clipboard) impl.set_clipboard(from_field_text(text));
    };
}

}  // namespace ui
