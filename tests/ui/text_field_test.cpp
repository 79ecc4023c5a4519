// A field for several lines, with a made-up keyboard and pointer.
#include "player/ui/text_field.h"

#include <doctest/doctest.h>
#include <memory>
#include <string>

#include "player/ui/controls.h"
#include "player/ui/interface.h"
#include "player/ui/look.h"
#include "player/ui/paint.h"
#include "player/ui/text.h"
#include "player/ui/widget_layer.h"

namespace {

using ui::UiKey;

const std::string smile = "\U0001F600";

TEST_CASE("a character that there is no letter for is one box, in every size of letters") {
    auto opened = ui::Interface::open(CROSSCUT_ASSETS);
    REQUIRE(opened.has_value());
    (*opened)->set_display(1280, 720, 1);
    for (const ui::Type type : {ui::Type::Small, ui::Type::BodyStrong, ui::Type::Poster}) {
        const ImFont& font = *ui::look().font(type);
        CHECK(font.FindGlyph(ui::replacement_character)->Codepoint == 0x25A1);
        CHECK(ui::paint::text_width(type, smile) == ui::paint::text_width(type, "\u25A1"));
        CHECK(ui::paint::text_width(type, smile) > ui::paint::text_width(type, "i"));
    }
}

struct Page {
    std::unique_ptr<ui::Interface> interface;
    ui::Writing state;
    std::string text;
    std::string other = "another one";
    ui::Rect place{100, 100, 300, 160};
    ui::Written written;
    bool one_line = false;
    std::size_t most_bytes = 1000;

    explicit Page(std::string words) : text(std::move(words)) {
        auto opened = ui::Interface::open(CROSSCUT_ASSETS);
        REQUIRE(opened.has_value());
        interface = *std::move(opened);
        interface->set_display(1280, 720, 1);
        interface->set_atlas_texture(1);
        frame();
    }
    void frame(int count = 2) {
        for (int i = 0; i < count; ++i) {
            interface->begin_frame(1.0 / 30);
            ui::begin_surface("page", {0, 0, 1280, 720});
            written = ui::writing_field(place,
                                        {.id = "one",
                                         .name = "A thought",
                                         .hint = "Write here",
                                         .text = text,
                                         .most_bytes = most_bytes,
                                         .one_line = one_line},
                                        state);
            if (written.text) text = *written.text;
            const ui::Written second = ui::writing_field(
                {100, 400, 300, 60},
                {.id = "two", .name = "Another", .text = other, .most_bytes = 1000}, state);
            if (second.text) other = *second.text;
            ui::end_surface();
            interface->end_frame();
        }
    }
    void click(float x, float y) {
        interface->mouse_moved(x, y);
        frame(1);
        interface->mouse_button(0, true);
        frame(1);
        interface->mouse_button(0, false);
        frame(2);
    }
    void begin() {
        interface->focus_next(false);
        frame(2);
        REQUIRE(interface->typing());
    }
    void type(const std::string& words) {
        interface->text(words);
        frame(1);
    }
    void press(UiKey key, bool ctrl = false, bool shift = false) {
        interface->key(key, true, ctrl, shift, false);
        interface->key(key, false, ctrl, shift, false);
        frame(3);
    }
};

TEST_CASE("focus alone changes nothing, whatever characters there are") {
    const std::string words =
        "a " + smile + " \U0001F468\u200D\U0001F469\u200D\U0001F467 \uA000 \u0627\n\ne\u0301";
    Page page(words);
    page.begin();
    page.type("!");
    CHECK(page.text == words + "!");
    page.press(UiKey::Backspace);
    CHECK(page.text == words);
    page.press(UiKey::Z, true);
    page.press(UiKey::Z, true);
    CHECK(page.text == words);
}

TEST_CASE("letters and keys are taken in the order in which they came") {
    Page page("");
    page.begin();
    page.interface->text("ac");
    page.interface->key(UiKey::Left, true, false, false, false);
    page.interface->key(UiKey::Left, false, false, false, false);
    page.interface->text("b");
    page.frame(3);
    CHECK(page.text == "abc");
}

TEST_CASE("a held key acts as often as it came, even in one slow frame") {
    Page page("abcdefgh");
    page.begin();
    for (int i = 0; i < 5; ++i)
        page.interface->key(UiKey::Backspace, true, false, false, false);
    page.interface->key(UiKey::Backspace, false, false, false, false);
    page.frame(1);
    CHECK(page.text == "abc");
}

TEST_CASE("lines are wrapped at spaces, and Up and Down keep their place along the line") {
    Page page("one two three four five six seven eight nine ten eleven twelve thirteen");
    const auto lines = ui::lines_of(ui::Type::Body, page.text, 200);
    REQUIRE(lines.size() > 2);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        CHECK(lines[i].to == lines[i + 1].from);
        CHECK(page.text[lines[i].to - 1] == ' ');
    }
    page.begin();
    page.press(UiKey::Home, true);
    for (int i = 0; i < 6; ++i)
        page.press(UiKey::Right);
    page.press(UiKey::Down);
    const std::size_t below = page.state.edit.caret();
    CHECK(below > 15);
    page.press(UiKey::Up);
    CHECK(page.state.edit.caret() == 6);
    page.press(UiKey::Up);
    CHECK(page.state.edit.caret() == 0);
    page.press(UiKey::End);
    page.press(UiKey::Down, false, true);
    CHECK(page.state.edit.has_selection());
}

TEST_CASE("a word that is longer than the field is divided, and an empty last line is a line") {
    Page page("");
    CHECK(ui::lines_of(ui::Type::Body, std::string(300, 'x'), 200).size() > 5);
    CHECK(ui::lines_of(ui::Type::Body, "a\n", 200) == std::vector<ui::TextLine>{{0, 1}, {2, 2}});
    CHECK(ui::lines_of(ui::Type::Body, "", 200) == std::vector<ui::TextLine>{{0, 0}});
    CHECK(ui::writing_height("a\n", 300, 1) > ui::writing_height("a", 300, 1));
}

TEST_CASE("Enter is a line end, but not in a field of one line") {
    Page page("a");
    page.begin();
    page.press(UiKey::Enter);
    page.type("b");
    CHECK(page.text == "a\nb");
    page.one_line = true;
    page.interface->key(UiKey::Enter, true, false, false, false);
    page.frame(1);
    CHECK(page.written.entered);
    CHECK(page.text == "a\nb");
}

TEST_CASE("copy, cut and paste keep line ends and every character") {
    Page page("one\n" + smile);
    page.begin();
    page.press(UiKey::A, true);
    page.press(UiKey::X, true);
    CHECK(page.text.empty());
    page.press(UiKey::V, true);
    page.press(UiKey::V, true);
    CHECK(page.text == "one\n" + smile + "one\n" + smile);
    page.press(UiKey::Y, true);
    page.press(UiKey::Z, true);
    CHECK(page.text == "one\n" + smile);
    page.press(UiKey::Z, true, true);
    CHECK(page.text == "one\n" + smile + "one\n" + smile);
}

TEST_CASE("a press puts the caret there, dragging selects, a press elsewhere ends it") {
    Page page("hello there");
    page.click(page.place.x + 2, page.place.y + 12);
    CHECK(page.interface->typing());
    CHECK(page.state.edit.caret() == 0);
    page.type("x");
    CHECK(page.text == "xhello there");
    page.interface->mouse_moved(page.place.x + 2, page.place.y + 12);
    page.frame(1);
    page.interface->mouse_button(0, true);
    page.frame(1);
    page.interface->mouse_moved(page.place.x + 290, page.place.y + 12);
    page.frame(2);
    page.interface->mouse_button(0, false);
    page.frame(2);
    CHECK(page.state.edit.selected() == "xhello there");
    page.click(700, 500);
    CHECK_FALSE(page.interface->typing());
    page.type("lost?");
    CHECK(page.text == "xhello there");
}

TEST_CASE("what is typed goes into one field alone, and Tab goes on to the next") {
    Page page("");
    page.begin();
    page.type("1");
    page.interface->focus_next(false);
    page.frame(2);
    page.type("2");
    CHECK(page.text == "1");
    CHECK(page.other == "another one2");
    CHECK(page.interface->typing());
    page.interface->drop_focus();
    page.frame(2);
    CHECK_FALSE(page.interface->typing());
}

TEST_CASE("nothing moves while nobody types: the caret does not blink") {
    Page page("words");
    page.begin();
    page.frame(8);
    CHECK(page.interface->typing());
    CHECK_FALSE(page.interface->animating());
}

TEST_CASE("what others write into the text meanwhile is not written over") {
    Page page("mine");
    page.begin();
    page.text = "theirs";
    page.frame(1);
    page.type("!");
    CHECK(page.text == "theirs!");
}

TEST_CASE("a full field says so and keeps what it has") {
    Page page("");
    page.most_bytes = 4;
    page.begin();
    page.interface->text("abc" + smile);
    page.frame(1);
    CHECK(page.text == "abc");
    CHECK(page.written.full);
}

TEST_CASE("the control's record says its name and what is in it") {
    Page page("words");
    const auto records = ui::widgets();
    const auto found = std::find_if(records.begin(), records.end(),
                                    [](const auto& r) { return r.name == "A thought"; });
    REQUIRE(found != records.end());
    CHECK(found->role == ui::Role::TextField);
    CHECK(found->value == "words");
    CHECK(found->place.width == 300);
}

}  // namespace
