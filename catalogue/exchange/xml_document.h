// An XML file from outside, read so that it can do no harm: in any encoding, without an entity ever
// being filled in and without another file being opened. Private to the folder.
#pragma once

#include <filesystem>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/lines.h"
#include "catalogue/problem.h"

namespace catalogue {

class XmlDocument {
public:
    // @param more  what pugixml is to keep besides elements, text and document types
    XmlDocument(std::filesystem::path file, std::string_view bytes, unsigned more = 0);
    XmlDocument(const XmlDocument&) = delete;
    XmlDocument& operator=(const XmlDocument&) = delete;

    const std::filesystem::path& file() const { return file_; }

    // The outermost element; null where this is not XML.
    pugi::xml_node top() const { return document_.document_element(); }

    // What is wrong with the file as a whole: by whom reads it to be handed on.
    const std::vector<Problem>& problems() const { return problems_; }

    Place place_of(const pugi::xml_node& node) const;

private:
    Place place_at(std::size_t offset) const;

    std::filesystem::path file_;
    std::string text_;
    Lines lines_{{}};
    pugi::xml_document document_;
    std::vector<Problem> problems_;
};

// The words directly in an element, without blanks around them.
std::string own_text(const pugi::xml_node& node);

}  // namespace catalogue
