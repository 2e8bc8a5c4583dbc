#include "mock_host/app/temporary_folder.hpp"

#include <cstdlib>
#include <stdexcept>
#include <string>

namespace mock_host {

TemporaryFolder::TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "mock_host-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr)
        throw std::runtime_error("No temporary folder can be made: " + name + ".");
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace mock_host
