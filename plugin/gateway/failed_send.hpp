#pragma once

#include <functional>
#include <string>

#include "gateway/code_meaning.hpp"
#include "gateway/gateway.hpp"
#include "net/http_client.hpp"

namespace send_text {

/// What a carrier's gateway has to say of an answer to a send that is no success. Which of it counts is
/// decided by the status, for all carriers alike.
struct FailedSend {
    bool names_message = false;  ///< whatever it says besides: what has an id has been taken
    /// By the carrier's own word; null: the answer is not the carrier's.
    std::function<SendResult()> refusal = nullptr;
    std::string busy;  ///< the reasons, in words
    std::string not_the_carrier;
    std::string no_proof;
};

/// How it ended: `refused` or `not_the_carrier` where the status proves that nothing was taken for now, the
/// carrier's refusal where it proves that for good, else `unknown`.
SendResult failed_send(const HttpAnswer& answer, const FailedSend& failed);

/// The end of a send that the carrier refused with a code of this meaning.
SendResult refused_by_code(const HttpAnswer& answer, const CodeMeaning& meaning);

/// The end of a send that may have been taken, without a full stop: "…; the text may or may not have been
/// accepted."
SendResult maybe_taken(const std::string& what);

/// "A proxy, or another program on the way to the carrier, answered in its place …": `detail` is in brackets
/// with a blank before it, `where` is what the settings call the carrier's address.
std::string describe_proxy(const std::string& carrier, const std::string& detail, const std::string& where);

/// What a refusal concerns by its status alone, when the carrier gave it.
enum class RefusedPart {
    text,     ///< this one alone
    login,    ///< 401: whom the account logs in as
    rights,   ///< 403: what it may do
    address,  ///< there is no such account, or no such service
};
RefusedPart refused_part(int status);

/// Whether a question may be asked again as it is: the carrier was busy, or did not get to an answer.
bool is_busy_or_broken(int status);

/// "HTTP 502".
std::string status_words(const HttpAnswer& answer);

}  // namespace send_text
