#pragma once

#include <filesystem>
#include <memory>

#include "mock_host/staffing/key_keeper.hpp"

namespace mock_host {

enum class KeyPlace {
    file,       ///< the file beside the database, for data that does not last
    automatic,  ///< that file if it is there; else the keyring where there is one; else that file
};

/// Who keeps the key of this database's credentials; a key file is called `<database_file>.key`.
/// Asks nothing before it is asked.
std::unique_ptr<KeyKeeper> key_keeper(const std::filesystem::path& database_file, KeyPlace place);

}  // namespace mock_host
