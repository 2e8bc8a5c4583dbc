#pragma once

#include <Poco/Net/StreamSocket.h>

#include <chrono>
#include <cstddef>
#include <cstdint>

#include "webhooks/request_reader.hpp"

namespace send_text {

/// Somebody who is connected to the webhook listener.
struct Connection {
    enum class Stage {
        reading,   ///< the listener's thread reads the call
        checking,  ///< the call is whole, and a worker's: nobody else touches anything here
        ending,    ///< it is answered, and what may still come is passed over until the other side hangs up
    };

    Poco::Net::StreamSocket socket;
    std::uint64_t number = 0;                    ///< in the order of their coming
    std::chrono::steady_clock::time_point ends;  ///< its stage, unless it is checking
    Stage stage = Stage::reading;
    RequestReader reader = {};
    std::size_t passed_over_bytes = 0;
};

}  // namespace send_text
