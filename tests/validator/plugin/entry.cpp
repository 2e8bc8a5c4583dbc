#include <atomic>
#include <string>

#include "functions.hpp"

namespace sound {

using staffing::abi;
using staffing::guard;
using staffing::StatusError;

namespace {

std::atomic<int> init_count{0};

staffing_status STAFFING_CALL init(const staffing_string* library_path,
                                   const staffing_error_sink* error) noexcept {
    return guard(error, [&] {
        staffing::checked_text(library_path, "the library's path", 32'768);
        ++init_count;
    });
}

void STAFFING_CALL deinit() noexcept {
    if (init_count > 0) --init_count;
}

void check_version(const staffing_host* host) {
    const staffing_version& theirs = staffing::version_of(host, "the host");
    if (theirs.major == STAFFING_VERSION_MAJOR) return;
    throw StatusError(STAFFING_STATUS_VERSION_MISMATCH,
                      "The plug-in speaks version " + std::to_string(STAFFING_VERSION_MAJOR) + "." +
                          std::to_string(STAFFING_VERSION_MINOR) + " and the host version " +
                          std::to_string(theirs.major) + "." + std::to_string(theirs.minor) +
                          ". Install the one that was made for this host.");
}

staffing_status STAFFING_CALL create(const staffing_host* host, const staffing_plugin** plugin,
                                     const staffing_error_sink* error) noexcept {
    return guard(error, [&] {
        if (plugin == nullptr) {
            throw StatusError(STAFFING_STATUS_INVALID_ARGUMENT, "There is no place for the plug-in.");
        }
        *plugin = nullptr;
        if (init_count == 0) {
            throw StatusError(STAFFING_STATUS_WRONG_STATE, "create was called before the entry's init.");
        }
        check_version(host);
        require_function(staffing::checked_struct(host, "the host").get_extension,
                         "the host's get_extension");
        auto made = std::make_unique<Plugin>(*host);
        made->c = tables().plugin;
        made->c.plugin_data = made.get();
        *plugin = &made.release()->c;
    });
}

}  // namespace

const staffing_plugin_descriptor descriptor{sizeof descriptor,
                                            0,
                                            abi("com.example.sound_plugin"),
                                            abi("Say Hello"),
                                            abi("The validator's tests"),
                                            abi("1.0"),
                                            abi("Greets people"),
                                            abi("https://example.com")};

const staffing_plugin_entry entry_functions{
    sizeof entry_functions,
    0,
    {STAFFING_VERSION_MAJOR, STAFFING_VERSION_MINOR, STAFFING_VERSION_PATCH, 0},
    nullptr,
    &init,
    &deinit,
    &create};

}  // namespace sound
