#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include <nlohmann/json.hpp>

#include "compose/compose_services.hpp"
#include "compose/sending/confirmation_view.hpp"
#include "compose/sending/invalid_words.hpp"
#include "model/ids.hpp"
#include "recipients/recipient.hpp"

namespace send_text {

/// What is said of a request once its texts are in the outbox. Made where it keeps nobody waiting: it takes
/// longer the more recipients there are.
struct SentRequest {
    /// `recipients`: all that the compose dialog had, the rejected ones too.
    SentRequest(std::size_t texts, const std::vector<Recipient>& recipients);

    std::size_t texts = 0;
    std::shared_ptr<const Addressees> addressees;
    InvalidWords invalid_words;                ///< of those who got none; unless there are none
    std::vector<nlohmann::json> invalid_rows;  ///< theirs, a few in each
};

struct CommittedRequest {
    RequestId id{};
    std::shared_ptr<const SentRequest> sent;
    std::shared_ptr<const void> coming;  ///< the window that will show it: see RequestWatch::expect_view
};

/// Says what became of pressing Send: first who was invalid, if anybody was, then the confirmation. Main
/// thread.
void show_sent(const ComposeServices& services, const CommittedRequest& committed);

}  // namespace send_text
