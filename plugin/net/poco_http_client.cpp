#include "net/poco_http_client.hpp"

#include <Poco/DateTimeFormat.h>
#include <Poco/DateTimeParser.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/NumberParser.h>
#include <Poco/URI.h>
#include <openssl/evp.h>

#include <algorithm>
#include <sstream>
#include <string_view>

#include "core/time.hpp"
#include "net/answer_reader.hpp"

namespace send_text {

namespace {

using Poco::Net::HTTPMessage;
using Poco::Net::HTTPRequest;
using Poco::Net::HTTPResponse;

/// A text with a secret in it, wiped at its end. Grows within the size that it is given first.
class WipedText {
  public:
    explicit WipedText(std::size_t size) { text_.reserve(size); }
    explicit WipedText(const Form& form) : text_(form_encoded(form)) {}
    ~WipedText() { wipe(text_); }
    WipedText(const WipedText&) = delete;
    WipedText& operator=(const WipedText&) = delete;

    std::string& get() { return text_; }

  private:
    std::string text_;
};

/// Poco's encoder writes into streams, whose memory nobody wipes.
Secret basic_authorization(const HttpLogin& login) {
    if (login.username.find(':') != std::string::npos)
        throw std::invalid_argument("The username for the carrier must not contain a colon.");
    const std::string& password = login.password.reveal();
    WipedText plain(login.username.size() + 1 + password.size());
    plain.get().append(login.username).append(1, ':').append(password);

    constexpr std::string_view scheme = "Basic ";
    const std::size_t encoded_size = (plain.get().size() + 2) / 3 * 4;
    WipedText value(scheme.size() + encoded_size + 1);
    value.get() = scheme;
    value.get().resize(scheme.size() + encoded_size + 1);  // it ends what it writes with a zero
    EVP_EncodeBlock(reinterpret_cast<unsigned char*>(value.get().data() + scheme.size()),
                    reinterpret_cast<const unsigned char*>(plain.get().data()),
                    static_cast<int>(plain.get().size()));
    value.get().pop_back();
    return Secret(value.get());
}

/// A token is characters of RFC 6750 only: no other could stand in a header.
Secret bearer_authorization(const HttpLogin& login) {
    const std::string& token = login.password.reveal();
    const bool is_token = std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < 127; });
    if (token.empty() || !is_token)
        throw std::invalid_argument("The key for the carrier must be one word of plain letters and digits.");
    constexpr std::string_view scheme = "Bearer ";
    WipedText value(scheme.size() + token.size());
    value.get().append(scheme).append(token);
    return Secret(value.get());
}

Secret authorization(const HttpLogin& login) {
    return login.is_bearer ? bearer_authorization(login) : basic_authorization(login);
}

std::chrono::steady_clock::time_point now() {
    return std::chrono::steady_clock::now();
}

// The time in "Fri, 13 Nov 2020 17:01:17 GMT".
std::optional<TimePoint> parse_time(const std::string& text) {
    if (std::count(text.begin(), text.end(), ':') != 2)
        return std::nullopt;  // what is missing would become 0
    Poco::DateTime moment;
    int zone_seconds = 0;
    if (!Poco::DateTimeParser::tryParse(Poco::DateTimeFormat::HTTP_FORMAT, text, moment, zone_seconds))
        return std::nullopt;
    moment.makeUTC(zone_seconds);
    return TimePoint(Milliseconds(moment.timestamp().epochMicroseconds() / 1000));
}

// Nothing for a server that does not know the time, nor for an answer out of a cache, whose date is old.
std::optional<TimePoint> date(const HTTPResponse& response) {
    constexpr TimePoint begin_of_2020 = std::chrono::sys_days(std::chrono::year(2020) / 1 / 1);
    constexpr TimePoint begin_of_2100 = std::chrono::sys_days(std::chrono::year(2100) / 1 / 1);
    if (response.has("Age")) return std::nullopt;
    const auto dated_at = parse_time(response.get("Date", ""));
    const bool makes_sense = dated_at && *dated_at >= begin_of_2020 && *dated_at < begin_of_2100;
    return makes_sense ? dated_at : std::nullopt;
}

// Seconds, or a date: that one counts from the server's own Date, whatever our clock says.
std::optional<Seconds> retry_after(const HTTPResponse& response) {
    const std::string value = response.get("Retry-After", "");
    Poco::Int64 seconds = 0;
    if (Poco::NumberParser::tryParse64(value, seconds)) return Seconds(std::max<Poco::Int64>(0, seconds));
    if (value.empty()) return std::nullopt;
    const auto from = parse_time(response.get("Date", ""));
    const auto until = parse_time(value);
    if (!from || !until) return std::nullopt;
    return std::max(Seconds::zero(), std::chrono::duration_cast<Seconds>(*until - *from));
}

// "Keep-Alive: timeout=5, max=100": how long the server waits for the next request.
std::optional<std::chrono::seconds> announced_idle_time(const HTTPResponse& response) {
    const std::string value = response.get("Keep-Alive", "");
    const std::size_t at = value.find("timeout=");
    unsigned seconds = 0;
    if (at == std::string::npos) return std::nullopt;
    const std::string digits = value.substr(at + 8, value.find_first_not_of("0123456789", at + 8) - at - 8);
    if (!Poco::NumberParser::tryParseUnsigned(digits, seconds)) return std::nullopt;
    return std::chrono::seconds(std::min(seconds, 3600U));
}

}  // namespace

PocoHttpClient::PocoHttpClient(const std::string& base_url, const std::string& ca_file,
                               const HttpLimits& limits, const Cancellation& cancellation,
                               const std::optional<HttpLogin>& login)
    : limits_(limits), cancellation_(cancellation), authorization_(login ? authorization(*login) : Secret()) {
    Poco::URI url;
    try {
        url = base_url;
    } catch (const Poco::Exception&) {
        throw std::invalid_argument("The base URL '" + base_url + "' is not a URL.");
    }
    const bool is_secure = url.getScheme() == "https";
    if ((!is_secure && url.getScheme() != "http") || url.getHost().empty() || url.getPort() == 0) {
        throw std::invalid_argument("The base URL '" + base_url +
                                    "' must look like https://api.example.com.");
    }
    if (!url.getUserInfo().empty() || !url.getRawQuery().empty() || !url.getFragment().empty()) {
        throw std::invalid_argument(
            "The base URL must be no more than scheme, host, port and path: credentials, '?' and '#' have no "
            "place in it.");
    }
    host_ = url.getHost();
    port_ = url.getPort();
    base_path_ = url.getPathEtc();
    while (base_path_.ends_with('/'))
        base_path_.pop_back();
    if (is_secure) trust_ = std::make_unique<TlsTrust>(ca_file);
}

PocoHttpClient::~PocoHttpClient() = default;

HttpAnswer PocoHttpClient::post(const std::string& path, const Form& form) {
    WipedText body(form);
    HTTPRequest request(HTTPRequest::HTTP_POST, base_path_ + path, HTTPMessage::HTTP_1_1);
    request.setContentType("application/x-www-form-urlencoded; charset=UTF-8");
    request.setContentLength64(static_cast<Poco::Int64>(body.get().size()));
    return exchange(request, body.get());
}

HttpAnswer PocoHttpClient::get(const std::string& path, const Form& form) {
    const std::string query = form.empty() ? std::string() : "?" + form_encoded(form);
    HTTPRequest request(HTTPRequest::HTTP_GET, base_path_ + path + query, HTTPMessage::HTTP_1_1);
    return exchange(request, {});
}

HttpAnswer PocoHttpClient::post_json(const std::string& path, const std::string& body) {
    HTTPRequest request(HTTPRequest::HTTP_POST, base_path_ + path, HTTPMessage::HTTP_1_1);
    request.setContentType("application/json; charset=UTF-8");
    request.setContentLength64(static_cast<Poco::Int64>(body.size()));
    return exchange(request, body);
}

HttpAnswer PocoHttpClient::exchange(HTTPRequest& request, const std::string& body) {
    request.setHost(host_, port_);
    request.setKeepAlive(true);
    request.set("Accept", "application/json");

    if (cancellation_.is_cancelled()) throw cancelled(HttpError::Kind::not_sent);
    if (!connection_is_usable()) connect();
    const auto deadline = now() + limits_.answer_timeout;
    send(request, body, deadline);
    try {
        AnswerReader reader(*connection_, deadline, limits_.max_answer_bytes);
        HTTPResponse response;
        HttpAnswer answer;
        answer.body = reader.read(response);
        answer.status = response.getStatus();
        answer.retry_after = retry_after(response);
        answer.dated_at = date(response);
        keep_or_close(response, reader.may_be_reused());
        return answer;
    } catch (const StreamError& cause) {
        connection_.reset();
        throw error(HttpError::Kind::answer_lost, cause);
    } catch (...) {
        connection_.reset();  // an answer left on it would be taken for that to the next request
        throw;
    }
}

// From the first byte that left on, nothing is tried again here.
void PocoHttpClient::send(const HTTPRequest& request, const std::string& body, Deadline deadline) {
    constexpr std::string_view line_end = "\r\n";
    constexpr std::string_view field_name = "Authorization: ";
    std::ostringstream written;
    request.write(written);
    const std::string head = written.str();
    WipedText text(head.size() + field_name.size() + authorization_.reveal().size() + line_end.size() +
                   body.size());
    text.get().append(head, 0, head.size() - line_end.size());  // without the empty line at its end
    if (!authorization_.empty())
        text.get().append(field_name).append(authorization_.reveal()).append(line_end);
    text.get().append(line_end).append(body);
    try {
        connection_->write(text.get(), deadline);
    } catch (const StreamError& cause) {
        connection_.reset();
        throw error(cause.bytes_left() ? HttpError::Kind::answer_lost : HttpError::Kind::not_sent, cause);
    } catch (...) {
        connection_.reset();
        throw;
    }
}

void PocoHttpClient::connect() {
    connection_.reset();
    const auto deadline = now() + limits_.connect_timeout;
    try {
        auto connection = connect_tcp(host_, port_, deadline, cancellation_);
        if (trust_) connection = start_tls(*trust_, std::move(connection), host_, deadline);
        connection_ = std::move(connection);
    } catch (const StreamError& cause) {
        throw error(HttpError::Kind::not_sent, cause);
    }
}

bool PocoHttpClient::connection_is_usable() {
    return connection_ && now() < usable_until_ && connection_->is_quiet();
}

void PocoHttpClient::keep_or_close(const HTTPResponse& response, bool may_be_reused) {
    if (!may_be_reused) {
        connection_.reset();
        return;
    }
    // A second less than announced: the request must arrive before the server closes.
    const auto announced = announced_idle_time(response);
    usable_until_ = now() + (announced ? *announced - std::chrono::seconds(1) : limits_.idle_timeout);
}

HttpError PocoHttpClient::error(HttpError::Kind kind, const StreamError& cause) const {
    if (cancellation_.is_cancelled()) return cancelled(kind);
    const std::string where = this->where();
    if (kind == HttpError::Kind::not_sent) {
        return {kind, where + " could not be reached: " + cause.what() +
                          ". Nothing was sent. Check the network and the base URL in the settings."};
    }
    return {kind, where + " was reached, but gave no complete answer: " + cause.what() + "."};
}

HttpError PocoHttpClient::cancelled(HttpError::Kind kind) const {
    const bool is_sent = kind != HttpError::Kind::not_sent;
    return {kind,
            is_sent ? "Send Text was ended before " + where() + " answered."
                    : "Send Text was ended before anything was sent to " + where() + ".",
            true};
}

std::string PocoHttpClient::where() const {
    return host_ + ":" + std::to_string(port_);
}

}  // namespace send_text
