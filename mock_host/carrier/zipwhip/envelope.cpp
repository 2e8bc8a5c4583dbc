#include "carrier/zipwhip/envelope.hpp"

#include <Poco/NumberParser.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "carrier/text_encoding.hpp"

namespace mock_host::zipwhip {

namespace {

using nlohmann::json;

std::int64_t number_from(const std::string& name, const std::string& text) {
    Poco::Int64 number = 0;
    if (!Poco::NumberParser::tryParse64(text, number)) {
        throw Refusal(code::bad_argument, "The parameter '" + name + "' must be a whole number.");
    }
    return number;
}

std::size_t size_from(const ApiRequest& request, const std::string& name, std::size_t otherwise) {
    const auto text = request.parameter(name);
    if (!text) return otherwise;
    const std::int64_t number = number_from(name, *text);
    if (number < 0) throw Refusal(code::bad_argument, "The parameter '" + name + "' must not be negative.");
    return static_cast<std::size_t>(number);
}

}  // namespace

ApiAnswer success(const json& response) {
    ApiAnswer answer;
    answer.body = json{{"success", true}, {"response", response}}.dump();
    return answer;
}

ApiAnswer success(const json& list, std::size_t total, std::size_t size, Range range) {
    const std::size_t of_page = std::max<std::size_t>(range.limit, 1);
    ApiAnswer answer;
    answer.body = json{{"success", true},
                       {"response", list},
                       {"sessions", nullptr},
                       {"total", total},
                       {"size", size},
                       {"page", range.start / of_page + 1},
                       {"pages", std::max<std::size_t>((total + of_page - 1) / of_page, 1)}}
                      .dump();
    return answer;
}

ApiAnswer failure(std::optional<int> code, const std::string& message) {
    json envelope{{"success", false}, {"response", nullptr}};
    if (!message.empty()) envelope["message"] = message;
    if (code) envelope["errorCode"] = *code;
    ApiAnswer answer;
    answer.body = envelope.dump(-1, ' ', false, json::error_handler_t::replace);
    answer.error_code = code;
    answer.error = message;
    return answer;
}

std::string needed(const ApiRequest& request, const std::string& name) {
    const auto value = request.parameter(name);
    if (!value) throw Refusal(code::bad_argument, "The parameter '" + name + "' is missing.");
    if (!is_utf8(*value)) throw Refusal(code::bad_argument, "The parameter '" + name + "' is not UTF-8.");
    return *value;
}

std::int64_t needed_number(const ApiRequest& request, const std::string& name) {
    return number_from(name, needed(request, name));
}

std::vector<std::int64_t> needed_numbers(const ApiRequest& request, const std::string& name) {
    std::vector<std::int64_t> numbers;
    for (const std::string& text : request.all_parameters(name))
        numbers.push_back(number_from(name, text));
    if (numbers.empty()) throw Refusal(code::bad_argument, "The parameter '" + name + "' is missing.");
    return numbers;
}

Range range_of(const ApiRequest& request) {
    return {size_from(request, "start", 0), size_from(request, "limit", 100)};
}

}  // namespace mock_host::zipwhip
