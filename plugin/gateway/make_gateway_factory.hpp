#pragma once

#include <memory>

#include "gateway/gateway_factory.hpp"

namespace send_text {

/// The factory of the carriers that the plug-in speaks to. Its gateways of one account share what the
/// carrier wants kept, such as a session; they may outlive it. Any thread.
std::unique_ptr<GatewayFactory> make_gateway_factory();

}  // namespace send_text
