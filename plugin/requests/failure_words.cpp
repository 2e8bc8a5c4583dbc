#include "requests/failure_words.hpp"

#include "core/phone_format.hpp"
#include "core/pluralize.hpp"

namespace send_text {
namespace {

constexpr const char* what_to_do =
    "It will not be sent again automatically. Choose Send Text on the record to write again or use another "
    "number, or reach the person another way.";
constexpr const char* what_to_do_about_several =
    "They will not be sent again automatically. Choose Send Text on the records to write again or use other "
    "numbers, or reach the people another way.";

/// "Ann Poe, (651) 555-0143"
std::string person(const UnreportedFailure& failure, const std::string& name) {
    return (name.empty() ? "" : name + ", ") + national_format(failure.number.str());
}

FailureWords describe_one(const UnreportedFailure& failure, const std::string& name) {
    const std::string number = national_format(failure.number.str());
    return {"Not delivered: " + (name.empty() ? number : name),
            "Your text to " + (name.empty() ? "" : name + " at ") + number + " was not delivered. " +
                failure.reason + " " + what_to_do};
}

}  // namespace

FailureWords describe(const std::vector<UnreportedFailure>& failures, const std::vector<std::string>& names) {
    if (failures.size() == 1) return describe_one(failures.front(), names.front());
    FailureWords words{pluralize(failures.size(), "text was not delivered", "texts were not delivered"), {}};
    for (std::size_t index = 0; index < names.size(); ++index)
        words.text += person(failures[index], names[index]) + ": " + failures[index].reason + "\n";
    if (failures.size() > names.size())
        words.text += "And " + std::to_string(failures.size() - names.size()) + " more.\n";
    words.text += what_to_do_about_several;
    return words;
}

}  // namespace send_text
