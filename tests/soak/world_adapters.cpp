#include "soak/world_adapters.hpp"

#include <unistd.h>

#include "gateway/normalizing_gateway.hpp"
#include "gateway/timed_http_client.hpp"
#include "gateway/twilio/twilio_gateway.hpp"
#include "gateway/zipwhip/zipwhip_gateway.hpp"

namespace soak {
namespace {

using nlohmann::json;
using send_text::Form;
using send_text::HttpAnswer;
using send_text::HttpError;
using send_text::Milliseconds;
using send_text::Seconds;
using send_text::TimePoint;

/// HTTP to a carrier in the world. Lossless: what is lost, the world decides.
class WorldHttp final : public send_text::HttpClient {
  public:
    WorldHttp(Wire& wire, json account) : wire_(wire), account_(std::move(account)) {}

    HttpAnswer post(const std::string& path, const Form& form) override { return ask("POST", path, form); }
    HttpAnswer get(const std::string& path, const Form& form) override { return ask("GET", path, form); }

  private:
    HttpAnswer ask(const char* method, const std::string& path, const Form& form) {
        json parameters = json::array();
        for (const auto& [name, value] : form)
            parameters.push_back({name, value});
        const json answer = ask_world(wire_, {{"http", method},
                                              {"carrier", account_.at("carrier")},
                                              {"account", account_.at("account")},
                                              {"path", path},
                                              {"form", std::move(parameters)}});
        if (answer.contains("not_sent"))
            throw HttpError(HttpError::Kind::not_sent, "The carrier cannot be reached.");
        if (answer.contains("lost"))
            throw HttpError(HttpError::Kind::answer_lost, "The carrier's answer did not come.");
        HttpAnswer result{answer.at("status"), answer.at("body"), std::nullopt};
        if (answer.contains("retry_after"))
            result.retry_after = Seconds(answer.at("retry_after").get<std::int64_t>());
        if (answer.contains("date_ms"))
            result.dated_at = TimePoint(Milliseconds(answer.at("date_ms").get<std::int64_t>()));
        return result;
    }

    Wire& wire_;
    json account_;
};

}  // namespace

json ask_world(Wire& wire, const json& question) {
    wire.send({{"ask", question}});
    auto answer = wire.receive();
    if (!answer) _exit(0);  // there is no world any more
    return std::move(*answer);
}

void WorldLines::set(const json& lines) {
    lines_ = lines;
    gateways_.clear();
}

std::vector<send_text::Line> WorldLines::lines() {
    std::vector<send_text::Line> result;
    for (const json& line : lines_)
        result.push_back({.id = send_text::LineId(line.at("number"))});
    return result;
}

send_text::Gateway* WorldLines::gateway_of(const send_text::LineId& line) {
    for (const json& candidate : lines_) {
        if (candidate.at("number") != line.str()) continue;
        auto& gateway = gateways_[line];
        if (!gateway) gateway = make(candidate);
        return gateway.get();
    }
    return nullptr;
}

send_text::LineAccount WorldLines::account_of(const send_text::LineId& line) {
    for (const json& candidate : lines_) {
        if (candidate.at("number") == line.str())
            return {{candidate.at("carrier"), candidate.at("account")},
                    TimePoint(Milliseconds(candidate.at("since_ms").get<std::int64_t>()))};
    }
    throw std::logic_error("no account of the line");
}

std::unique_ptr<send_text::Gateway> WorldLines::make(const json& line) {
    const std::string carrier = line.at("carrier");
    const std::string account = line.at("account");
    const std::string number = line.at("number");
    const auto carrier_clock = shared_.carrier_clocks.of(carrier + account + number);
    auto http = std::make_unique<send_text::TimedHttpClient>(std::make_unique<WorldHttp>(wire_, line),
                                                             carrier_clock, clock_);
    std::unique_ptr<send_text::Gateway> gateway;
    if (carrier == "zipwhip") {
        const send_text::Credentials credentials{number, send_text::Secret("password"), account,
                                                 send_text::LineId(number)};
        gateway = std::make_unique<send_text::zipwhip::ZipwhipGateway>(
            std::move(http), credentials, shared_.sessions.of(carrier, credentials));
    } else {
        gateway = std::make_unique<send_text::twilio::TwilioGateway>(
            std::move(http), account, send_text::LineId(number), "api.twilio.com");
    }
    return std::make_unique<send_text::NormalizingGateway>(std::move(gateway), carrier_clock, clock_,
                                                           [](Milliseconds) {});
}

send_text::CounterVault world_vault(Wire& wire) {
    return {[&wire]() -> std::optional<std::string> {
                const json answer = ask_world(wire, {{"vault", "read"}});
                return answer.contains("lines") ? std::optional(answer.at("lines").get<std::string>())
                                                : std::nullopt;
            },
            [&wire](const std::string& lines) {
                ask_world(wire, {{"vault", "write"}, {"lines", lines}});
            }};
}

std::string WorldMessageLog::add(const send_text::LoggedMessage& message) {
    const json answer = ask_world(wire_, {{"log", message.key}, {"text", message.text}});
    if (answer.contains("error")) throw send_text::MessageLogError(answer.at("error"));
    return answer.at("id");
}

}  // namespace soak
