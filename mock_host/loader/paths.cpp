#include "mock_host/loader/extensions.hpp"
#include "mock_host/loader/host_call.hpp"

namespace mock_host {

namespace {

const char* folder_name(staffing_path_kind kind) {
    switch (kind) {
        case STAFFING_PATH_DATA:
            return "data";
        case STAFFING_PATH_CACHE:
            return "cache";
        case STAFFING_PATH_TEMPORARY:
            return "temporary";
        default:
            throw staffing::StatusError(STAFFING_STATUS_INVALID_ARGUMENT,
                                        "There is no kind " + std::to_string(kind) + " of path.");
    }
}

staffing_status STAFFING_CALL get(const staffing_host* host, staffing_path_kind kind,
                                  const staffing_string_sink* path,
                                  const staffing_error_sink* error) noexcept {
    return host_call(host, "paths.get", CalledOn::any_thread, error, [&](Host& self) {
        staffing::required(path, "a sink for the path");
        const std::filesystem::path folder = self.plugin_folder() / folder_name(kind);
        std::error_code failure;
        std::filesystem::create_directories(folder, failure);
        if (failure) {
            throw staffing::StatusError(
                STAFFING_STATUS_UNAVAILABLE,
                "The folder " + folder.string() + " cannot be created: " + failure.message() + ".");
        }
        staffing::write_to(path, folder.string());
    });
}

}  // namespace

const staffing_paths& paths_table() {
    static constexpr staffing_paths table{&get};
    return table;
}

}  // namespace mock_host
