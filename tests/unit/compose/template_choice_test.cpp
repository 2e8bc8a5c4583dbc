#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "compose/templates/template_choice.hpp"

using namespace send_text;
using nlohmann::json;

namespace {

const SessionUser alexander{true, true, 1, 3, "Alexander Swanson", "Memphis NE"};
const std::vector<MessageTemplate> templates = {{5, TemplateOwner::user, 1, "Night shift", "Hi"},
                                                {2, TemplateOwner::branch, 3, "Night shift", "Hello"}};

}  // namespace

TEST_CASE("while there is no template, there is nothing to see of it") {
    const TemplateChoice choice(alexander);
    CHECK(choice.element() == json{{"kind", "text"}, {"id", "template"}, {"text", ""}});
    CHECK(choice.chosen() == nullptr);
}

TEST_CASE("one chooses among one's own templates and the branch's") {
    TemplateChoice choice(alexander);
    choice.set(templates);
    const json choices = {{{"value", ""}, {"label", "(none)"}},
                          {{"value", "5"}, {"label", "Night shift"}},
                          {{"value", "2"}, {"label", "Night shift (Memphis NE)"}}};
    CHECK(choice.element() == json{{"kind", "choice"},
                                   {"id", "template"},
                                   {"label", "Template"},
                                   {"value", ""},
                                   {"choices", choices}});
    choice.choose("2");
    REQUIRE(choice.chosen() != nullptr);
    CHECK(choice.chosen()->body == "Hello");
    CHECK(choice.element().at("value") == "2");
    choice.choose("77");
    CHECK(choice.chosen() == nullptr);
    choice.choose("5");
    choice.choose("");
    CHECK(choice.element().at("value") == "");
}

TEST_CASE("what was chosen stays chosen as long as it is there") {
    TemplateChoice choice(alexander);
    choice.choose(std::int64_t{2});  // saved just now, not yet looked up
    CHECK(choice.chosen() == nullptr);
    choice.set(templates);
    CHECK(choice.chosen()->id == 2);
    choice.set({templates[0]});
    CHECK(choice.chosen() == nullptr);
    CHECK(choice.element().at("value") == "");
}
