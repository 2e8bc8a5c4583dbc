#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "carrier/list_fault.hpp"

namespace mock_host {

/// Names and values in the order in which they came; a name may come more than once.
using Parameters = std::vector<std::pair<std::string, std::string>>;

/// What an Authorization header of HTTP Basic says (RFC 7617).
struct BasicCredentials {
    std::string user;
    std::string password;
};

/// One request, free of the HTTP library.
struct ApiRequest {
    std::string method;
    std::string path;       ///< decoded, without the query
    Parameters parameters;  ///< of the query, then of the body: a form's, or what stands in a JSON object
    std::string body;       ///< as it came
    std::optional<BasicCredentials> credentials = {};
    ListFault list_fault = {};      ///< what goes wrong with it if it asks for a list of messages
    std::string bearer_token = {};  ///< of an Authorization header of that kind (RFC 6750)

    /// The first value under `name`, or nothing.
    std::optional<std::string> parameter(std::string_view name) const;
    /// Every value under `name`, in the order in which they came.
    std::vector<std::string> all_parameters(std::string_view name) const;
};

/// What is answered to it.
struct ApiAnswer {
    int status = 200;
    std::string content_type = "application/json;charset=UTF-8";
    std::string body;
    Parameters headers = {};

    // Besides, for the simulator's own records:
    std::vector<std::string> message_ids = {};  ///< of the texts that it took
    std::optional<int> error_code = {};         ///< of a refusal
    std::string error = {};                     ///< the words of a refusal
};

}  // namespace mock_host
