#pragma once

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "gateway/list_reader.hpp"
#include "gateway/twilio/twilio_gateway.hpp"
#include "unit/gateway/twilio_account.hpp"

// What the tests of Twilio's lists have in common.

inline const std::string line = "+16515550100";
inline const std::string other_line = "+16515550200";
inline const std::string person = "+16515551299";
inline const std::string service = "MG0123456789abcdef0123456789abcdef";
inline const std::string other_service = "MG00000000000000000000000000000000";

using Ids = std::vector<std::string>;

inline Ids ids_of(const send_text::CarrierPage& page) {
    Ids ids;
    for (const send_text::CarrierMessage& message : page.messages)
        ids.push_back(message.id);
    return ids;
}

/// All pages as the inbox and the reconciler read them.
inline Ids walk(send_text::Gateway& gateway, std::int64_t limit) {
    Ids ids;
    send_text::ListReader reader(gateway, limit);
    for (int pages = 0; pages < 1000 && !reader.is_over(); ++pages) {
        const Ids more = ids_of(reader.next());
        ids.insert(ids.end(), more.begin(), more.end());
    }
    CHECK(reader.is_over());
    return ids;
}

inline send_text::GatewayError failure(send_text::Gateway& gateway, std::int64_t start = 0) {
    try {
        gateway.list_messages(start, 100);
    } catch (const send_text::GatewayError& error) {
        return error;
    }
    FAIL("the list did not fail");
    return {send_text::GatewayError::Kind::unreachable, ""};
}

struct Walk {
    explicit Walk(const std::string& of = line)
        : gateway(account.client(), TwilioAccount::sid, send_text::LineId(of)) {}

    send_text::CarrierPage page(std::int64_t start = 0, std::int64_t limit = 100) {
        return gateway.list_messages(start, limit);
    }

    TwilioAccount account;
    send_text::twilio::TwilioGateway gateway;
};
