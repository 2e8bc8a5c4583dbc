#pragma once

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "gateway/paging.hpp"
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

/// All pages as the inbox and the reconciler read them, each overlapping the one before by an entry.
inline Ids walk(send_text::Gateway& gateway, std::int64_t limit) {
    Ids ids;
    std::int64_t start = 0;
    for (int pages = 0; pages < 1000; ++pages) {
        const send_text::CarrierPage page = gateway.list_messages(start, limit);
        const Ids more = ids_of(page);
        const bool overlaps = !ids.empty() && !more.empty() && more.front() == ids.back();
        ids.insert(ids.end(), more.begin() + (overlaps ? 1 : 0), more.end());
        start = send_text::next_start(start, page);
        if (page.is_last) return ids;
    }
    FAIL("the list has no end");
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
    explicit Walk(const std::string& of = line) : gateway(account.client(), TwilioAccount::sid, of) {}

    send_text::CarrierPage page(std::int64_t start = 0, std::int64_t limit = 100) {
        return gateway.list_messages(start, limit);
    }

    TwilioAccount account;
    send_text::twilio::TwilioGateway gateway;
};
