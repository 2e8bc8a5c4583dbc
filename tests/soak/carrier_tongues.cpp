// What the carrier says, in the words of its two APIs.

#include <algorithm>

#include "soak/lying_carrier.hpp"

namespace soak {
namespace {

using nlohmann::json;

std::string sid(std::int64_t serial) {
    std::string digits = std::to_string(serial);
    return "SM" + std::string(32 - digits.size(), '0') + digits;
}

std::string zipwhip_id(std::int64_t serial) {
    return std::to_string(327545678963723008 + serial);
}

/// What came from a short code was written by no person; a number of ours may be garbled.
std::string listed_number(const KeptMessage& message) {
    if (!message.is_unreadable) return message.number;
    return message.is_outbound ? "(hidden)" : "83361";
}

json zipwhip_entry(const KeptMessage& message) {
    json entry = {{"id", zipwhip_id(message.serial)},
                  {"type", message.is_outbound ? "ZO" : "MO"},
                  {"body", message.body},
                  {"dateCreated", iso_time(message.stamp_ms)},
                  {message.is_outbound ? "destAddress" : "sourceAddress", listed_number(message)},
                  {"statusCode", 4}};
    return entry;
}

json twilio_entry(const KeptMessage& message) {
    const std::string number = listed_number(message);
    return {{"sid", sid(message.serial)},
            {"direction", message.is_outbound ? "outbound-api" : "inbound"},
            {"from", message.is_outbound ? message.line : number},
            {"to", message.is_outbound ? number : message.line},
            {"body", message.body},
            {"num_media", "0"},
            {"status", message.is_outbound ? "delivered" : "received"},
            {"error_code", nullptr},
            {"messaging_service_sid", nullptr},
            {"date_created", mail_time(message.stamp_ms)},
            {"date_sent", mail_time(message.stamp_ms)}};
}

}  // namespace

json LyingCarrier::zipwhip(const json& question) {
    const std::string path = question.at("path");
    if (path == "/user/login")
        return answered(200, {{"success", true}, {"response", "session:" + parameter(question, "username")}});
    const std::string session = parameter(question, "session");
    const std::string line = "+1" + session.substr(session.find(':') + 1);
    if (path == "/message/send") {
        return send({"zipwhip", question.at("account"), line, parameter(question, "contacts"),
                     parameter(question, "body")});
    }
    if (is_list_down) return busy_list("zipwhip");
    maybe_shift(question);
    const std::vector<const KeptMessage*> all = listed(question);
    const auto start =
        std::min(static_cast<std::size_t>(std::stoll(parameter(question, "start"))), all.size());
    const auto wanted = static_cast<std::size_t>(std::stoll(parameter(question, "limit")));
    json entries = json::array();
    const std::size_t length = page_length(wanted, all.size() - start);
    for (std::size_t i = start; i < start + length; ++i)
        entries.push_back(zipwhip_entry(*all[i]));
    json body = {{"success", true}, {"response", std::move(entries)}};
    if (lies.reports_total) body["total"] = all.size();
    return answered(200, body);
}

json LyingCarrier::twilio(const json& question) {
    if (question.at("http") == "POST") {
        return send({"twilio", question.at("account"), parameter(question, "From"), parameter(question, "To"),
                     parameter(question, "Body")});
    }
    if (is_list_down) return busy_list("twilio");
    maybe_shift(question);
    const std::string from = parameter(question, "From");
    const std::string to = parameter(question, "To");
    std::vector<const KeptMessage*> all = listed(question);
    std::erase_if(all, [&](const KeptMessage* message) {
        const json entry = twilio_entry(*message);
        return (!from.empty() && entry.at("from") != from) || (!to.empty() && entry.at("to") != to);
    });
    const std::string after = parameter(question, "PageToken");
    auto first = all.begin();
    if (!after.empty()) {
        first = std::find_if(all.begin(), all.end(),
                             [&](const KeptMessage* message) { return message->serial < std::stoll(after); });
    }
    const std::size_t length =
        page_length(static_cast<std::size_t>(std::stoll(parameter(question, "PageSize"))),
                    static_cast<std::size_t>(all.end() - first));
    json entries = json::array();
    for (auto message = first; message != first + static_cast<std::ptrdiff_t>(length); ++message)
        entries.push_back(twilio_entry(**message));
    json next = nullptr;
    if (first + static_cast<std::ptrdiff_t>(length) != all.end() && length > 0) {
        const std::int64_t last = (*(first + static_cast<std::ptrdiff_t>(length) - 1))->serial;
        next = std::string(question.at("path")) + "?PageSize=" + parameter(question, "PageSize") +
               (from.empty() ? "" : "&From=%2B" + from.substr(1)) +
               (to.empty() ? "" : "&To=%2B" + to.substr(1)) + "&Page=1&PageToken=" + std::to_string(last);
    }
    return answered(200, {{"messages", std::move(entries)}, {"next_page_uri", next}});
}

json LyingCarrier::taken(const Order& order, std::int64_t serial) const {
    if (order.carrier == "zipwhip") {
        return answered(200, {{"success", true},
                              {"response", {{"tokens", json::array({{{"message", zipwhip_id(serial)}}})}}}});
    }
    return answered(201, {{"sid", sid(serial)}, {"status", "queued"}, {"body", order.body}});
}

json LyingCarrier::own_error(const std::string& carrier) {
    const json zipwhips_own = {{"success", false}};
    const json a_page = "<html>Bad Gateway</html>";
    const bool is_zipwhip = carrier == "zipwhip";
    switch (dice_.between(0, 7)) {
        case 0:
            return answered(500,
                            is_zipwhip ? zipwhips_own : json{{"code", 20500}, {"message", "Internal Error"}});
        case 1: {
            json busy = answered(503, is_zipwhip ? zipwhips_own : json{{"code", 20503}, {"message", "Busy"}});
            busy["retry_after"] = 30;
            return busy;
        }
        case 2:
            return answered(504, a_page);
        case 3:
            return answered(408, is_zipwhip ? zipwhips_own : json{{"code", 20408}, {"message", "Timeout"}});
        case 4:
            return is_zipwhip ? answered(200, {{"success", false}, {"errorCode", -1}})
                              : answered(502, a_page);
        case 5:
            return is_zipwhip ? answered(200, {{"success", false}, {"errorCode", -855}})
                              : answered(200, a_page);
        case 6:
            return is_zipwhip ? answered(200, zipwhips_own) : answered(500, json::object());
        default:
            return answered(503, a_page);
    }
}

json LyingCarrier::rejected(const std::string& carrier) const {
    if (carrier == "zipwhip") return answered(200, {{"success", false}, {"errorCode", -703}});
    return answered(400, {{"code", 21211}, {"message", "Invalid 'To' Phone Number"}, {"status", 400}});
}

json LyingCarrier::busy_list(const std::string& carrier) const {
    return answered(503, carrier == "zipwhip" ? json{{"success", false}} : json{{"code", 20503}});
}

}  // namespace soak
