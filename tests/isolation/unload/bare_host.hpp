#pragma once

#include <dlfcn.h>
#include <signal.h>

#include <cstring>
#include <stdexcept>
#include <string>

#include "staffing/ext/external_service.h"
#include "staffing/ext/paths.h"
#include "staffing/ext/session.h"
#include "staffing/ext/settings.h"
#include "staffing_cpp/guard.hpp"
#include "staffing_cpp/plugin_life.hpp"

/// A host that needs no library but those of C and C++, so that those of the plug-in come and go with it. It
/// offers a folder and a person who is logged in: enough for the plug-in's store, threads, HTTPS and phone
/// numbers.
class BareHost {
  public:
    explicit BareHost(std::string folder) : folder_(std::move(folder)) {
        host_.struct_size = sizeof host_;
        host_.version = {STAFFING_VERSION_MAJOR, STAFFING_VERSION_MINOR, STAFFING_VERSION_PATCH, 0};
        host_.host_data = this;
        host_.name = host_.vendor = host_.host_version = staffing::abi("Bare Host");
        host_.get_extension = [](const staffing_host*, const staffing_string* id) -> const void* {
            static constexpr staffing_paths paths{&BareHost::path};
            static constexpr staffing_session session{&BareHost::user, &BareHost::has_permission};
            const std::string_view name(id->data, id->size);
            if (name == STAFFING_EXT_PATHS) return &paths;
            return name == STAFFING_EXT_SESSION ? &session : nullptr;
        };
    }

    const staffing_host& c() const { return host_; }

  private:
    static staffing_status STAFFING_CALL path(const staffing_host* host, staffing_path_kind,
                                              const staffing_string_sink* sink, const staffing_error_sink*) {
        staffing::write_to(sink, static_cast<BareHost*>(host->host_data)->folder_);
        return STAFFING_STATUS_OK;
    }

    static staffing_status STAFFING_CALL user(const staffing_host*, const staffing_session_user_sink* sink,
                                              const staffing_error_sink*) {
        staffing_session_user user{};
        user.struct_size = sizeof user;
        user.is_logged_in = 1;
        user.rep_id = 1;
        user.branch_id = 3;
        user.login_name = user.first_name = user.last_name = user.branch_name = staffing::abi("Drew");
        user.time_zone = staffing::abi("America/Chicago");
        sink->write(sink->context, &user);
        return STAFFING_STATUS_OK;
    }

    static staffing_status STAFFING_CALL has_permission(const staffing_host*, const staffing_string*,
                                                        std::int32_t* is_granted,
                                                        const staffing_error_sink*) {
        *is_granted = 1;
        return STAFFING_STATUS_OK;
    }

    std::string folder_;
    staffing_host host_{};
};

/// A plug-in's library.
class Library {
  public:
    /// Keeps the thread's signal mask: Poco blocks SIGPIPE for the thread that loads it.
    explicit Library(const char* file) {
        sigset_t mask;
        pthread_sigmask(SIG_SETMASK, nullptr, &mask);
        handle_ = dlopen(file, RTLD_NOW | RTLD_LOCAL);
        pthread_sigmask(SIG_SETMASK, &mask, nullptr);
        if (handle_ == nullptr) throw std::runtime_error(dlerror());
    }
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;

    const staffing_plugin_entry* entry() const {
        return reinterpret_cast<staffing_plugin_entry_function>(
            dlsym(handle_, STAFFING_PLUGIN_ENTRY_SYMBOL))();
    }

    void unload() {
        if (dlclose(handle_) != 0) throw std::runtime_error(dlerror());
    }

  private:
    void* handle_ = nullptr;
};

/// Tries an account at a carrier: HTTPS there and back, on the calling thread. What went wrong, or nothing.
inline std::string try_account(const staffing::PluginLife& life, const std::string& https_url,
                               const std::string& ca_file) {
    const staffing_plugin* const plugin = life.plugin();
    const auto* const settings = life.extension<staffing_settings>(STAFFING_EXT_SETTINGS);
    const auto* const accounts = life.extension<staffing_external_service>(STAFFING_EXT_EXTERNAL_SERVICE);
    if (settings == nullptr || accounts == nullptr) return "";
    const std::string values =
        R"({"zipwhip_base_url": ")" + https_url + R"(", "ca_file": ")" + ca_file + R"("})";
    const staffing_string json = staffing::abi(values);
    const staffing_string account = staffing::abi(
        R"({"owner": "branch", "branch": "3", "carrier": "zipwhip", "username": "6515550100", "password": "x"})");
    const staffing::StringCollector problems;
    try {
        staffing::call("Changing settings", settings->change, plugin, &json, problems.sink());
        staffing::call("Trying the account", accounts->test, plugin, std::int64_t{0}, &account);
    } catch (const staffing::StatusError& error) {
        return error.what();
    }
    return problems.text() == "{}" ? "" : problems.text();
}
