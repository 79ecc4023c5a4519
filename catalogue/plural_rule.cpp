// Which plural form a number has: the rule at the head of a .po file, which is an expression in C.
#include <algorithm>
#include <array>
#include <cctype>

#include "catalogue/translation.h"

namespace catalogue {
namespace {

constexpr std::size_t longest_rule = 400;  // bounds how deep the reader can call itself

// Reads and reckons at once, from the loosest operator to the tightest.
class Rule {
public:
    Rule(std::string_view text, unsigned long number) : rest_(text), number_(number) {}

    unsigned long whole() {
        const unsigned long value = choice();
        skip_blanks();
        understood_ = understood_ && rest_.empty();
        return value;
    }
    bool understood() const { return understood_; }

private:
    struct Operator {
        std::string_view sign;
        unsigned long (*apply)(unsigned long, unsigned long);
    };
    using Level = std::array<Operator, 4>;  // unused ones are empty
    static constexpr std::array<Level, 6> levels{{
        {{{"||", [](unsigned long a, unsigned long b) { return (a || b) ? 1UL : 0UL; }}}},
        {{{"&&", [](unsigned long a, unsigned long b) { return (a && b) ? 1UL : 0UL; }}}},
        {{{"==", [](unsigned long a, unsigned long b) { return a == b ? 1UL : 0UL; }},
          {"!=", [](unsigned long a, unsigned long b) { return a != b ? 1UL : 0UL; }}}},
        {{{"<=", [](unsigned long a, unsigned long b) { return a <= b ? 1UL : 0UL; }},
          {">=", [](unsigned long a, unsigned long b) { return a >= b ? 1UL : 0UL; }},
          {"<", [](unsigned long a, unsigned long b) { return a < b ? 1UL : 0UL; }},
          {">", [](unsigned long a, unsigned long b) { return a > b ? 1UL : 0UL; }}}},
        {{{"+", [](unsigned long a, unsigned long b) { return a + b; }},
          {"-", [](unsigned long a, unsigned long b) { return a - b; }}}},
        {{{"*", [](unsigned long a, unsigned long b) { return a * b; }},
          {"/", [](unsigned long a, unsigned long b) { return b == 0 ? 0UL : a / b; }},
          {"%", [](unsigned long a, unsigned long b) { return b == 0 ? 0UL : a % b; }}}},
    }};

    void skip_blanks() {
        while (!rest_.empty() && std::isspace(static_cast<unsigned char>(rest_.front())) != 0)
            rest_.remove_prefix(1);
    }
    bool take(std::string_view sign) {
        skip_blanks();
        if (sign.empty() || !rest_.starts_with(sign)) return false;
        rest_.remove_prefix(sign.size());
        return true;
    }

    unsigned long choice() {
        const unsigned long asked = joined(0);
        if (!take("?")) return asked;
        const unsigned long yes = choice();
        understood_ = take(":") && understood_;
        const unsigned long no = choice();
        return asked != 0 ? yes : no;
    }

    unsigned long joined(std::size_t level) {
        if (level == levels.size()) return value();
        unsigned long left = joined(level + 1);
        for (bool more = true; more;) {
            more = false;
            for (const Operator& one : levels[level]) {
                if (!take(one.sign)) continue;
                left = one.apply(left, joined(level + 1));
                more = true;
                break;
            }
        }
        return left;
    }

    unsigned long value() {
        if (take("!")) return value() == 0 ? 1 : 0;
        if (take("n")) return number_;
        if (take("(")) {
            const unsigned long inside = choice();
            understood_ = take(")") && understood_;
            return inside;
        }
        skip_blanks();
        unsigned long number = 0;
        std::size_t digits = 0;
        while (digits < rest_.size() && rest_[digits] >= '0' && rest_[digits] <= '9') {
            number = number * 10 + static_cast<unsigned long>(rest_[digits] - '0');
            ++digits;
        }
        rest_.remove_prefix(digits);
        understood_ = digits > 0 && understood_;
        return number;
    }

    std::string_view rest_;
    unsigned long number_;
    bool understood_ = true;
};

}  // namespace

std::size_t plural_form(std::string_view text, std::size_t forms, unsigned long number) {
    if (forms == 0) return 0;
    if (text.size() > longest_rule) return forms - 1;
    Rule rule(text, number);
    const unsigned long form = rule.whole();
    return rule.understood() ? std::min<std::size_t>(form, forms - 1) : forms - 1;
}

}  // namespace catalogue
