#include "catalogue/brand_names.h"

#include <algorithm>
#include <array>

namespace catalogue {
namespace {

// Brands that are no other word when they are written so ("Apple" begins too many sentences).
constexpr std::array known_names{
    "Adidas",
    "Airbnb",
    "Airbus",
    "Aldi",
    "Amazon",
    "Argos",
    "Asda",
    "ASDA",
    "Asos",
    "ASOS",
    "Audi",
    "B&Q",
    "Barclays",
    "BMW",
    "Boeing",
    "Burberry",
    "Burger King",
    "Cadbury",
    "Carrefour",
    "Coca-Cola",
    "Costa Coffee",
    "Currys",
    "Deliveroo",
    "Deloitte",
    "Disney",
    "Domino's",
    "Dyson",
    "easyJet",
    "EasyJet",
    "eBay",
    "Facebook",
    "Google",
    "Greggs",
    "Gucci",
    "H&M",
    "Halfords",
    "Heinz",
    "Honda",
    "HSBC",
    "Huawei",
    "Hyundai",
    "IBM",
    "IKEA",
    "Ikea",
    "Instagram",
    "iPad",
    "iPhone",
    "John Lewis",
    "Just Eat",
    "Kellogg's",
    "KFC",
    "KPMG",
    "L'Oréal",
    "Lego",
    "LEGO",
    "Lenovo",
    "Lidl",
    "LinkedIn",
    "M&S",
    "Marks & Spencer",
    "Marks and Spencer",
    "McDonald's",
    "McDonalds",
    "Mercedes",
    "Microsoft",
    "Morrisons",
    "Nando's",
    "Nestlé",
    "Netflix",
    "Nike",
    "Nintendo",
    "Nissan",
    "Nokia",
    "Ocado",
    "PayPal",
    "Pepsi",
    "Photoshop",
    "PlayStation",
    "PowerPoint",
    "Primark",
    "PwC",
    "Rolls-Royce",
    "Ryanair",
    "Sainsbury's",
    "Samsung",
    "Santander",
    "Siemens",
    "Snapchat",
    "Sony",
    "Spotify",
    "Starbucks",
    "Superdrug",
    "Tesco",
    "Tesla",
    "TikTok",
    "Toyota",
    "Twitter",
    "Uber",
    "Unilever",
    "Vodafone",
    "Volkswagen",
    "Volvo",
    "Waitrose",
    "Wetherspoons",
    "WhatsApp",
    "WHSmith",
    "Wickes",
    "Xbox",
    "YouTube",
    "Zara",
};

// Bytes above ASCII belong to letters of other alphabets, or with accents.
bool is_in_word(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z');
}

bool stands_alone(std::string_view text, std::size_t at, std::size_t size) {
    return (at == 0 || !is_in_word(text[at - 1])) &&
           (at + size == text.size() || !is_in_word(text[at + size]));
}

}  // namespace

BrandNames::BrandNames(const AuthorNotes& notes) : names_(known_names.begin(), known_names.end()) {
    for (const std::string& name : notes.also_brands) {
        if (!std::ranges::count(names_, name)) names_.push_back(name);
    }
    std::erase_if(names_, [&](const std::string& name) {
        return name.empty() || std::ranges::count(notes.no_brands, name) > 0;
    });
}

std::vector<std::string_view> BrandNames::in(std::string_view text) const {
    std::vector<std::string_view> found;
    for (const std::string& name : names_) {
        for (std::size_t at = text.find(name); at != text.npos;
             at = text.find(name, at + name.size())) {
            if (stands_alone(text, at, name.size())) found.push_back(name);
        }
    }
    return found;
}

}  // namespace catalogue
