#include "compose/sending/failure_words.hpp"

#include "core/counted.hpp"
#include "recipients/phone_format.hpp"

namespace send_text {
namespace {

constexpr const char* what_to_do =
    "Nothing is sent again by itself. Choose Send Text on the record to write again or to choose another "
    "number, or reach the person in another way.";
constexpr const char* what_to_do_about_several =
    "Nothing is sent again by itself. Choose Send Text on their records to write again or to choose other "
    "numbers, or reach them in another way.";

/// "Ann Poe, (651) 555-0143"
std::string person(const UntoldFailure& failure, const std::string& name) {
    return (name.empty() ? "" : name + ", ") + national_format(failure.number);
}

FailureWords words_of_one(const UntoldFailure& failure, const std::string& name) {
    const std::string who = name.empty() ? national_format(failure.number) : name;
    return {"Not delivered: " + who, "Your text to " + person(failure, name) + " was not delivered. " +
                                         failure.reason + " " + what_to_do};
}

}  // namespace

FailureWords words_of(const std::vector<UntoldFailure>& failures, const std::vector<std::string>& names) {
    if (failures.size() == 1) return words_of_one(failures.front(), names.front());
    FailureWords words{counted(failures.size(), "text was not delivered", "texts were not delivered"), {}};
    for (std::size_t index = 0; index < names.size(); ++index)
        words.text += person(failures[index], names[index]) + ": " + failures[index].reason + "\n";
    if (failures.size() > names.size())
        words.text += "And " + std::to_string(failures.size() - names.size()) + " more.\n";
    words.text += what_to_do_about_several;
    return words;
}

}  // namespace send_text
