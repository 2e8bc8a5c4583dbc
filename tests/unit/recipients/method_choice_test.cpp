#include "recipients/method_choice.hpp"

#include <catch2/catch_test_macros.hpp>
#include <vector>

#include "model/settings.hpp"

using send_text::ContactMethod;
using send_text::methods_to_text;
using send_text::MethodType;

namespace {

std::int64_t chosen_id(const std::vector<ContactMethod>& methods,
                       const std::vector<MethodType>& order = send_text::Settings().method_order) {
    const auto found = methods_to_text(methods, order);
    return found.empty() ? 0 : found[0]->id;
}

}  // namespace

TEST_CASE("the first type in the order that has a value is used, wherever it is listed") {
    const ContactMethod home{1, MethodType::home_phone, "651-555-0001"};
    const ContactMethod office{2, MethodType::office_phone, "651-555-0002"};
    const ContactMethod phone{3, MethodType::phone, "651-555-0003"};
    const ContactMethod cell{4, MethodType::cell_phone, "651-555-0004"};
    const ContactMethod sms{5, MethodType::sms, "651-555-0005"};
    CHECK(chosen_id({home, office, phone, cell, sms}) == 5);
    CHECK(chosen_id({home, office, phone, cell}) == 4);
    CHECK(chosen_id({home, office, phone}) == 3);
    CHECK(chosen_id({home, office}) == 2);
    CHECK(chosen_id({home}) == 1);
    CHECK(chosen_id({}) == 0);
    CHECK(chosen_id({home, office, phone, cell, sms}, {MethodType::home_phone, MethodType::sms}) == 1);
    CHECK(chosen_id({office, phone}, {MethodType::home_phone, MethodType::sms}) == 0);
    CHECK(chosen_id({sms}, {}) == 0);
}

TEST_CASE("of one type the first listed with a value is used") {
    CHECK(chosen_id({{1, MethodType::cell_phone, "651-555-0001"},
                     {2, MethodType::cell_phone, "651-555-0002"}}) == 1);
    CHECK(chosen_id({{1, MethodType::cell_phone, " \t"}, {2, MethodType::cell_phone, "651-555-0002"}}) == 2);
}

TEST_CASE("a blank value is passed over, an unusable one is not") {
    CHECK(chosen_id({{1, MethodType::sms, "\u00A0"}, {2, MethodType::cell_phone, "651-555-0002"}}) == 2);
    CHECK(chosen_id({{1, MethodType::sms, "n/a"}, {2, MethodType::cell_phone, "651-555-0002"}}) == 1);
}

TEST_CASE("methods of other types are never used, even if the order names them") {
    const std::vector<MethodType> order{MethodType::other, MethodType::unspecified, MethodType::sms};
    CHECK(chosen_id({{1, MethodType::other, "651-555-0001"}, {2, MethodType::unspecified, "651-555-0002"}},
                    order) == 0);
}

TEST_CASE("the others follow by type, those of one type as listed") {
    const std::vector<ContactMethod> methods{{1, MethodType::home_phone, "651-555-0001"},
                                             {2, MethodType::cell_phone, "651-555-0002"},
                                             {3, MethodType::other, "651-555-0003"},
                                             {4, MethodType::cell_phone, "n/a"},
                                             {5, MethodType::sms, " "}};
    std::vector<std::int64_t> ids;
    for (const auto* method : methods_to_text(methods, send_text::Settings().method_order))
        ids.push_back(method->id);
    CHECK(ids == std::vector<std::int64_t>{2, 4, 1});
}
