// As much of JSON Schema (draft 7) as the schemas in assets/schemas use, and no more: a word that
// is not known here fails the test that meets it.
#pragma once

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <stdexcept>
#include <string>

#include "catalogue/yaml_tree.h"

namespace schema {

using Json = nlohmann::ordered_json;

// YAML as editors hand it to a schema: plain words may be numbers, truth values or nothing.
inline Json json_of(const catalogue::YamlNode& node) {
    using Kind = catalogue::YamlNode::Kind;
    if (node.kind == Kind::Sequence) {
        Json list = Json::array();
        for (const catalogue::YamlNode& item : node.items)
            list.push_back(json_of(item));
        return list;
    }
    if (node.kind == Kind::Map) {
        Json map = Json::object();
        for (const catalogue::YamlNode::Entry& entry : node.entries) {
            map[entry.key] = json_of(entry.value);
        }
        return map;
    }
    if (node.kind != Kind::Scalar) return nullptr;
    if (node.quoted) return node.text;
    if (node.text == "true" || node.text == "false") return node.text == "true";
    static const std::regex number("-?[0-9]+(\\.[0-9]+)?");
    if (std::regex_match(node.text, number)) return std::stod(node.text);
    return node.text;
}

class Checker {
public:
    explicit Checker(Json schema) : schema_(std::move(schema)) {}

    bool accepts(const Json& value) const { return accepts(value, schema_); }

private:
    static bool is_type(const Json& value, const std::string& type) {
        if (type == "object") return value.is_object();
        if (type == "array") return value.is_array();
        if (type == "string") return value.is_string();
        if (type == "number") return value.is_number();
        if (type == "integer") {
            return value.is_number() && std::trunc(value.get<double>()) == value.get<double>();
        }
        if (type == "boolean") return value.is_boolean();
        if (type == "null") return value.is_null();
        throw std::logic_error("unknown type " + type);
    }

    static bool matches(const std::string& text, const Json& pattern) {
        return std::regex_search(text, std::regex(pattern.get<std::string>()));
    }

    bool accepts(const Json& value, const Json& schema) const {
        for (const auto& [word, rule] : schema.items()) {
            if (!accepts(value, schema, word, rule)) return false;
        }
        return true;
    }

    bool accepts(const Json& value, const Json& schema, const std::string& word,
                 const Json& rule) const {
        static const std::set<std::string> says_nothing{"$schema", "title", "description",
                                                        "definitions"};
        if (says_nothing.contains(word)) return true;
        if (word == "$ref") {
            const std::string name = rule.get<std::string>();
            return accepts(value, schema_.at(Json::json_pointer(name.substr(1))));
        }
        if (word == "type") {
            if (rule.is_string()) return is_type(value, rule);
            return std::any_of(rule.begin(), rule.end(),
                               [&](const Json& one) { return is_type(value, one); });
        }
        if (word == "const") return value == rule;
        if (word == "enum") return std::find(rule.begin(), rule.end(), value) != rule.end();
        if (word == "anyOf") {
            return std::any_of(rule.begin(), rule.end(),
                               [&](const Json& one) { return accepts(value, one); });
        }
        if (word == "oneOf") {
            return std::count_if(rule.begin(), rule.end(),
                                 [&](const Json& one) { return accepts(value, one); }) == 1;
        }
        if (word == "pattern") return !value.is_string() || matches(value, rule);
        if (word == "minLength") {
            return !value.is_string() || value.get<std::string>().size() >= rule.get<std::size_t>();
        }
        if (word == "minimum") return !value.is_number() || value.get<double>() >= rule;
        if (word == "maximum") return !value.is_number() || value.get<double>() <= rule;
        if (word == "minProperties") return !value.is_object() || value.size() >= rule;
        if (word == "minItems") return !value.is_array() || value.size() >= rule;
        if (word == "maxItems") return !value.is_array() || value.size() <= rule;
        if (word == "items") {
            return !value.is_array() ||
                   std::all_of(value.begin(), value.end(),
                               [&](const Json& one) { return accepts(one, rule); });
        }
        if (word == "required") {
            return !value.is_object() ||
                   std::all_of(rule.begin(), rule.end(), [&](const Json& key) {
                       return value.contains(key.get<std::string>());
                   });
        }
        if (word == "properties" || word == "additionalProperties" || word == "propertyNames") {
            return !value.is_object() || accepts_keys(value, schema, word, rule);
        }
        throw std::logic_error("unknown word " + word);
    }

    bool accepts_keys(const Json& value, const Json& schema, const std::string& word,
                      const Json& rule) const {
        const Json known = schema.value("properties", Json::object());
        for (const auto& [key, held] : value.items()) {
            if (word == "propertyNames") {
                if (!accepts(Json(key), rule)) return false;
            } else if (word == "properties") {
                if (rule.contains(key) && !accepts(held, rule.at(key))) return false;
            } else if (!known.contains(key)) {
                if (rule == false || (rule.is_object() && !accepts(held, rule))) return false;
            }
        }
        return true;
    }

    const Json schema_;
};

}  // namespace schema
