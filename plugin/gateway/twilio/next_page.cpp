#include "gateway/twilio/next_page.hpp"

#include <Poco/Exception.h>
#include <Poco/String.h>
#include <Poco/URI.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "gateway/json_values.hpp"

namespace send_text::twilio {
namespace {

NextPage problem(const std::string& what) {
    return {false, std::nullopt, what};
}

/// Scheme and port may differ: between us and Twilio there may be a proxy that changes them.
bool is_of_host(const Poco::URI& uri, const std::string& host) {
    return uri.getHost().empty() || Poco::icompare(uri.getHost(), host) == 0;
}

/// A path as it is, without its first slash, or relative to where the list lies; what is before it is the
/// base URL's.
bool is_of_path(const std::string& path, const std::string& list_path) {
    if (path.empty()) return true;  // a query alone
    if (path.starts_with('/')) return path.ends_with(list_path);
    const std::string name = list_path.substr(list_path.rfind('/') + 1);
    return path == name || ("/" + path).ends_with(list_path);
}

/// A plus stands for itself. Throws Poco::Exception for an escape that there is not.
Form parameters_of(std::string_view query) {
    const auto decoded = [](std::string_view text) {
        std::string plain;
        Poco::URI::decode(std::string(text), plain);
        return plain;
    };
    Form parameters;
    while (!query.empty()) {
        const std::string_view pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(pair.size() + 1, query.size()));
        if (pair.empty()) continue;
        const std::size_t equals = std::min(pair.find('='), pair.size());
        parameters.emplace_back(decoded(pair.substr(0, equals)),
                                decoded(pair.substr(std::min(equals + 1, pair.size()))));
    }
    return parameters;
}

/// Whether all that is wanted stands among the parameters. Where a plus has become a space on its way, it is
/// put right.
bool contains_all(Form& parameters, const Form& wanted) {
    return std::all_of(wanted.begin(), wanted.end(), [&parameters](const auto& parameter) {
        std::string with_spaces = parameter.second;
        std::replace(with_spaces.begin(), with_spaces.end(), '+', ' ');
        const auto found = std::find_if(parameters.begin(), parameters.end(), [&](const auto& given) {
            return given.first == parameter.first &&
                   (given.second == parameter.second || given.second == with_spaces);
        });
        if (found == parameters.end()) return false;
        found->second = parameter.second;
        return true;
    });
}

}  // namespace

NextPage next_page(const ListPlace& place, const nlohmann::json* uri) {
    // A list that only seems to end could make a text that was sent seem absent.
    if (uri == nullptr) return problem("does not say whether there is a next page");
    if (uri->is_null()) return {true, std::nullopt, {}};
    const std::string text(text_of(uri));
    if (text.empty()) return problem("does not say where the next page is");
    try {
        const Poco::URI address(text.starts_with("//") ? "https:" + text : text);
        if (!is_of_host(address, place.host) || !is_of_path(address.getPath(), place.path))
            return problem("has its next page outside of the account");
        Form query = parameters_of(address.getRawQuery());
        if (query.empty()) return problem("does not say where the next page is");
        if (!contains_all(query, place.filter)) return problem("continues as another list");
        return {false, std::move(query), {}};
    } catch (const Poco::Exception&) {
        return problem("has an invalid address for its next page");
    }
}

}  // namespace send_text::twilio
