#include "unit/recipients/number_corpus.hpp"

#include <phonenumbers/phonenumberutil.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "recipients/plain_number.hpp"

namespace send_text {

namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// `national` (ten digits) put in the place of the A, E and L of a pattern.
std::string written(const std::string& pattern, const std::string& national) {
    std::string value;
    for (const char c : pattern) {
        if (c == 'A') {
            value += national.substr(0, 3);
        } else if (c == 'E') {
            value += national.substr(3, 3);
        } else if (c == 'L') {
            value += national.substr(6);
        } else {
            value += c;
        }
    }
    return value;
}

std::string full_width(const std::string& value) {
    std::string wide;
    for (const char c : value) {
        if (is_digit(c)) {
            wide += "\xEF\xBC";
            wide += static_cast<char>(0x90 + (c - '0'));
        } else {
            wide += c;
        }
    }
    return wide;
}

constexpr const char* patterns[] = {"(A) E-L", "A-E-L", "AEL",      "+1AEL",      "A.E.L",     "1AEL",
                                    "1-A-E-L", "A E L", "+1 A E L", "+1 (A) E-L", "1 (A) E-L", "(A)E-L",
                                    "(A) E L", "A/E-L", "AEL x7",   "(A) E-Lx123"};

}  // namespace

std::string NumberCorpus::digits(std::size_t count) {
    std::string run;
    while (run.size() < count)
        run += static_cast<char>('0' + below(10));
    return run;
}

std::vector<TypedNumber> NumberCorpus::north_american(int count) {
    std::vector<TypedNumber> numbers;
    for (int code = 0; code < 1000; ++code) {
        const std::string three_digits = std::to_string(1000 + code).substr(1);
        const bool is_whole = plain_north_american_number(three_digits + "5550123").has_value();
        for (int i = 0; i < (is_whole ? count : count / 5); ++i) {
            const char* pattern = patterns[below(std::size(patterns))];
            numbers.push_back({written(pattern, three_digits + digits(7)), below(4) == 0 ? "CA" : "US"});
        }
    }
    return numbers;
}

std::vector<TypedNumber> NumberCorpus::examples() const {
    const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
    std::set<std::string> regions;
    util.GetSupportedRegions(&regions);
    std::vector<TypedNumber> numbers;
    for (const std::string& region : regions) {
        for (int type = 0; type <= PhoneNumberUtil::VOICEMAIL; ++type) {
            PhoneNumber example;
            if (!util.GetExampleNumberForType(region, static_cast<PhoneNumberUtil::PhoneNumberType>(type),
                                              &example))
                continue;
            std::string national, international, e164;
            util.Format(example, PhoneNumberUtil::NATIONAL, &national);
            util.Format(example, PhoneNumberUtil::INTERNATIONAL, &international);
            util.Format(example, PhoneNumberUtil::E164, &e164);
            numbers.insert(numbers.end(),
                           {{national, region}, {national, "US"}, {international, "US"}, {e164, region}});
        }
    }
    return numbers;
}

std::string NumberCorpus::with_slip(std::string value) {
    const std::size_t at = below(value.size());
    switch (below(8)) {
        case 0:
            return value.erase(at, 1);
        case 1:
            return value.insert(at, digits(1));
        case 2:
            return value.replace(at, 1, digits(1));
        case 3:
            if (at > 0) std::swap(value[at], value[at - 1]);
            return value;
        case 4:
            return value.insert(at, 1, " -.()/"[below(6)]);
        case 5:
            return "\u00A0 " + value + "\t ";
        case 6:
            return full_width(value);
        default:
            std::erase_if(value, [](char c) { return !is_digit(c) && c != '+'; });
            return value;
    }
}

TypedNumber NumberCorpus::mutated(const TypedNumber& original) {
    static constexpr const char* prefixes[] = {"1",    "+1",  "+",     "011", "0", "1-",
                                               "+1 (", "001", "cell ", "C: ", "("};
    static constexpr const char* extensions[] = {"x", " x", " ext. ", " ext ", " extension ", "#", ",,"};
    std::string value = with_slip(original.value);
    if (below(2) == 0 && !value.empty()) value = with_slip(value);
    // Words last, or a slip would make them other words.
    const bool has_extension = value.find('x') != std::string::npos;
    if (below(4) == 0 && !has_extension)
        value += extensions[below(std::size(extensions))] + digits(1 + below(4));
    if (below(4) == 0) value.insert(0, prefixes[below(std::size(prefixes))]);
    return value.empty() ? original : TypedNumber{value, original.region};
}

}  // namespace send_text
