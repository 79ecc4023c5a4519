#include "catalogue/exchange/xml_document.h"

#include <algorithm>

#include "catalogue/text.h"
#include "catalogue/text_encoding.h"
#include "catalogue/words.h"

namespace catalogue {

XmlDocument::XmlDocument(std::filesystem::path file, std::string_view bytes, unsigned more)
    : file_(std::move(file)) {
    const Decoded raw = decoded(bytes);
    text_ = with_plain_lines(raw.text);
    lines_ = Lines{text_};
    const std::string head = text_.substr(0, 200);
    const bool says_so = head.find("8859-1") != head.npos || head.find("1252") != head.npos;
    if (raw.encoding != Encoding::Utf8 && !(raw.encoding == Encoding::Latin1 && says_so)) {
        const std::size_t bad = with_plain_lines(raw.text.substr(0, raw.first_bad)).size();
        problems_.push_back(
            {place_at(bad),
             raw.encoding == Encoding::Latin1
                 ? _("the file is not UTF-8; it is read as Western European (Windows-1252)")
                 : _("the file has a byte here that is not UTF-8"),
             _("save the file as UTF-8 if letters look wrong"), Severity::Warning});
    }
    // Document types are kept apart, so that no entity is ever expanded and no other file read.
    const unsigned how = pugi::parse_default | pugi::parse_doctype | more;
    const pugi::xml_parse_result parsed =
        document_.load_buffer(text_.data(), text_.size(), how, pugi::encoding_utf8);
    if (!parsed) {
        const auto offset = std::max<std::ptrdiff_t>(parsed.offset, 0);
        problems_.push_back(fail(place_at(static_cast<std::size_t>(offset)),
                                 _("this is not XML: {}", parsed.description()),
                                 _("mend the file with the program that wrote it")));
        document_.reset();
        return;
    }
    for (const pugi::xml_node& child : document_.children()) {
        if (child.type() == pugi::node_doctype &&
            std::string_view{child.value()}.find("<!ENTITY") != std::string_view::npos) {
            problems_.push_back({place_of(child),
                                 _("the file makes up entities; none of them is filled in"),
                                 _("write out what they stand for"), Severity::Warning});
        }
    }
}

Place XmlDocument::place_at(std::size_t offset) const {
    return {file_, lines_.place_of(std::min(offset, text_.size())).line, 0};
}

Place XmlDocument::place_of(const pugi::xml_node& node) const {
    return place_at(static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0)));
}

std::string own_text(const pugi::xml_node& node) {
    std::string text;
    for (const pugi::xml_node& child : node.children()) {
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
            text += child.value();
        }
    }
    return std::string{trimmed(text)};
}

}  // namespace catalogue
