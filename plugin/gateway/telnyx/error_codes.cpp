#include "gateway/telnyx/error_codes.hpp"

#include <nlohmann/json.hpp>

#include "gateway/carrier_words.hpp"
#include "gateway/json_values.hpp"

namespace send_text::telnyx {
namespace {

constexpr std::int64_t least_code = 10'000;

constexpr const char* wrong_key =
    "Telnyx refused the login. Check the account's API key under administration > external services.";
constexpr const char* no_number = "Telnyx says that this is not a phone number. Check it.";
constexpr const char* busy = "Telnyx is busy.";

}  // namespace

std::optional<Error> first_error(const nlohmann::json& holder) {
    const nlohmann::json* errors = member(&holder, "errors");
    if (errors == nullptr || !errors->is_array()) return std::nullopt;
    for (const nlohmann::json& error : *errors) {
        const auto code = whole_number(member(&error, "code"));
        if (!code || *code < least_code) continue;
        std::string words(text_of(member(&error, "detail")));
        if (words.empty()) words = text_of(member(&error, "title"));
        return Error{*code, std::move(words)};
    }
    return std::nullopt;
}

std::optional<CodeMeaning> meaning_of_code(std::int64_t code) {
    switch (code) {
        case 10002:
        case 10016:
            return CodeMeaning{SendOutcome::rejected, no_number};
        case 10009:
        case 10010:
            return CodeMeaning{SendOutcome::line_stopped, wrong_key};
        case 10011:
        case 40011:
            return CodeMeaning{SendOutcome::refused, busy};
        case 40001:
            return CodeMeaning{
                SendOutcome::rejected,
                "The number is a landline, or its phone company accepts no texts. Choose another.",
                NumberFact::takes_no_texts};
        case 40002:
            return CodeMeaning{SendOutcome::rejected,
                               "The text was blocked as spam. Change its wording, or wait before sending the "
                               "same to many."};
        case 40003:
            return CodeMeaning{SendOutcome::line_stopped,
                               "The line's number is blocked by a phone company, so it cannot text. Look in "
                               "Telnyx's portal, or ask its support."};
        case 40004:
            return CodeMeaning{SendOutcome::rejected, "The recipient's phone company rejected the text."};
        case 40005:
            return CodeMeaning{SendOutcome::rejected,
                               "The text expired before it could be delivered. Write again later."};
        case 40006:
            return CodeMeaning{SendOutcome::rejected,
                               "The recipient's phone company could not be reached. Write again later."};
        case 40008:
            return CodeMeaning{SendOutcome::rejected, "The text could not be delivered."};
        case 40009:
            return CodeMeaning{SendOutcome::rejected, "Telnyx does not accept these words. Change them."};
        case 40300:
            return CodeMeaning{SendOutcome::rejected,
                               "The person has sent STOP. They must text START to this line before they can "
                               "be texted again.",
                               NumberFact::opted_out};
        default:
            return std::nullopt;
    }
}

std::string named_error(const Error& error, const std::string& body) {
    const std::string words = shown_carrier_words(error.words, body);
    const std::string name = "Telnyx's error " + std::to_string(error.code);
    if (words.empty()) return name + ".";
    const bool is_sentence = words.ends_with('.') || words.ends_with('!') || words.ends_with('?');
    return name + ": " + words + (is_sentence ? "" : ".");
}

}  // namespace send_text::telnyx
