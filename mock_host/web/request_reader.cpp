#include "mock_host/web/request_reader.hpp"

#include <Poco/Exception.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/URI.h>

#include <algorithm>
#include <istream>
#include <set>

#include "staffing_json/bounded_json.hpp"

namespace mock_host {

namespace {

namespace net = Poco::Net;
using nlohmann::json;

constexpr std::size_t max_body_bytes = 1'000'000;
/// So much more is read and thrown away, so that whoever sends it gets to hear the answer.
constexpr std::size_t max_unread_bytes = 16'000'000;

bool has_body(const net::HTTPServerRequest& request) {
    return request.getChunkedTransferEncoding() ||
           (request.hasContentLength() && request.getContentLength64() > 0);
}

bool is_read_only(const std::string& method) {
    return method == "GET" || method == "HEAD";
}

void check_method(const std::string& method) {
    static const std::set<std::string> known{"GET", "POST", "PUT", "DELETE"};
    if (!known.contains(method))
        throw ApiError(405, "The mock host does not support the method " + method + ".");
}

[[noreturn]] void refuse_large_body(std::istream& stream) {
    stream.ignore(max_unread_bytes);
    throw ApiError(413, "The request is larger than 1 MB.");
}

std::string read_body(net::HTTPServerRequest& request) {
    if (!has_body(request)) return {};
    std::istream& stream = request.stream();
    std::string body;
    char part[8192];
    while (stream.read(part, sizeof part), stream.gcount() > 0) {
        body.append(part, static_cast<std::size_t>(stream.gcount()));
        if (body.size() > max_body_bytes) refuse_large_body(stream);
    }
    // A client that went away in the middle has not said what it wanted.
    if (request.hasContentLength() && static_cast<Poco::Int64>(body.size()) < request.getContentLength64())
        throw ApiError(400, "The request's body ends before its length.");
    return body;
}

json json_of(const net::HTTPServerRequest& request, const std::string& body) {
    if (body.empty()) return json::object();
    const std::string& type = request.getContentType();
    if (type != "application/json" && !type.starts_with("application/json;"))
        throw ApiError(415, "The request's body must be JSON (Content-Type: application/json).");
    try {
        json parsed = staffing::json_from(body, "The request's body", max_body_bytes);
        if (parsed.is_object()) return parsed;
    } catch (const staffing::JsonError& error) {
        if (error.fault() != staffing::JsonFault::not_json) throw ApiError(400, error.what());
    }
    throw ApiError(400, "The request's body is not a JSON object.");
}

std::string decoded(const std::string& part) {
    std::string result;
    Poco::URI::decode(part, result);
    return result;
}

template <class Work>
auto or_unreadable(Work work) {
    try {
        return work();
    } catch (const Poco::SyntaxException&) {
        throw ApiError(400, "The requested address is invalid.");
    }
}

}  // namespace

RequestReader::RequestReader(std::uint16_t port, std::string token)
    : host_names_{"127.0.0.1:" + std::to_string(port), "localhost:" + std::to_string(port)},
      token_(std::move(token)) {}

void RequestReader::check_sender(const net::HTTPServerRequest& request) const {
    const std::string host = request.get("Host", "");
    if (host != host_names_[0] && host != host_names_[1]) {
        throw ApiError(
            403, "This is the mock host on http://" + host_names_[0] + "/, which answers only to that name.");
    }
    if (request.has("Origin") && request.get("Origin") != "http://" + host)
        throw ApiError(403, "Only the mock host's own pages may ask it for anything.");
}

std::vector<std::string> RequestReader::path(const net::HTTPServerRequest& request) {
    const std::string whole = request.getURI().substr(0, request.getURI().find('?'));
    if (!whole.starts_with('/')) throw ApiError(400, "The requested address is invalid.");
    std::vector<std::string> parts;
    if (whole == "/") return parts;
    for (std::size_t begin = 1; begin <= whole.size();) {
        const std::size_t end = std::min(whole.find('/', begin), whole.size());
        parts.push_back(or_unreadable([&] { return decoded(whole.substr(begin, end - begin)); }));
        begin = end + 1;
    }
    return parts;
}

ApiCall RequestReader::read(net::HTTPServerRequest& request, std::vector<std::string> path) const {
    ApiCall call;
    call.method = request.getMethod();
    call.path = std::move(path);
    call.body = json::object();
    check_method(call.method);
    or_unreadable([&] {
        for (const auto& [name, value] : Poco::URI(request.getURI()).getQueryParameters())
            call.query[name] = value;
    });
    if (is_read_only(call.method)) {
        if (has_body(request)) throw ApiError(400, "A request that only reads must not have a body.");
        return call;
    }
    if (request.get("X-Mock-Host-Token", "") != token_) {
        throw ApiError(403, "This page is from an earlier run of the mock host. Reload it.");
    }
    call.body = json_of(request, read_body(request));
    return call;
}

}  // namespace mock_host
