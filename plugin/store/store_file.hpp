#pragma once

#include <string>

#include "store/database.hpp"

namespace send_text {

/// Opens the file for this plug-in alone, checks that it is a store of ours (or new) and sets up durability.
/// Throws StoreError, StoreUnavailable among them, and then has changed nothing. The file stays locked while
/// the session lives; a plug-in that dies releases it, however it dies.
Poco::Data::Session open_store_file(const std::string& path, StoreFile kind);

}  // namespace send_text
