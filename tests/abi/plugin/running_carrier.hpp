#pragma once

#include "carrier/carrier_server.hpp"

namespace abi {

/// A carrier that serves. To be a base before the plug-in's, so that it ends after it: the server waits for a
/// connection that the plug-in keeps open.
struct RunningCarrier {
    RunningCarrier() { carrier.start(); }
    mock_host::CarrierServer carrier;
};

}  // namespace abi
