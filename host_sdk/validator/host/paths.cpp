#include <filesystem>

#include "host/extension_tables.hpp"
#include "host/host_call.hpp"

namespace validator {
namespace {

const char* folder_of(staffing_path_kind kind) {
    switch (kind) {
        case STAFFING_PATH_DATA:
            return "data";
        case STAFFING_PATH_CACHE:
            return "cache";
        case STAFFING_PATH_TEMPORARY:
            return "temporary";
        default:
            throw staffing::StatusError(STAFFING_STATUS_NOT_FOUND, "There is no such folder.");
    }
}

staffing_status STAFFING_CALL get(const staffing_host* host, staffing_path_kind kind,
                                  const staffing_string_sink* path,
                                  const staffing_error_sink* error) noexcept {
    return host_call(host, "paths.get", CalledOn::any_thread, error, [&](ValidatorHost& self) {
        staffing::required(path, "a sink for the path");
        const std::filesystem::path folder = std::filesystem::path(self.options().folder) / folder_of(kind);
        std::filesystem::create_directories(folder);
        staffing::write_to(path, folder.string());
    });
}

}  // namespace

const staffing_paths paths_table{&get};

}  // namespace validator
