#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "mock_host/loader/plugin_library.hpp"
#include "staffing_cpp/call.hpp"
#include "staffing_cpp/plugin_life.hpp"
#include "unit/loader/host_for_tests.hpp"

namespace abi {

/// What a call answered, and in which words.
struct Answer {
    staffing_status status = STAFFING_STATUS_UNSPECIFIED;
    std::string words;
};

/// The mock host with some of its tables replaced.
struct ReplacedHost : staffing_host {
    using Tables = std::map<std::string, const void*>;

    ReplacedHost(const staffing_host& original, Tables tables);

    const staffing_host* real;
    Tables replaced;
};

/// Send Text itself in a mock host, created and initialized: driven through its raw tables.
class SendText {
  public:
    /// `minor`: of the contract that the host was built with.
    explicit SendText(HostForTests& test, ReplacedHost::Tables replaced = {},
                      std::uint32_t minor = STAFFING_VERSION_MINOR);
    ~SendText();

    SendText(const SendText&) = delete;
    SendText& operator=(const SendText&) = delete;

    /// What the step answered.
    Answer activate();
    void deactivate();

    const staffing_plugin* c() const { return life_->plugin(); }
    const staffing_plugin_entry* entry() const { return library_.entry(); }
    const staffing_host* host() const { return &host_; }

    template <class Table>
    const Table& table(const char* id) const {
        return *life_->extension<Table>(id);
    }

    /// Calls `function(plug-in, arguments…, error)` on this thread, which is the main thread.
    template <class Function, class... Arguments>
    Answer on_main(Function function, Arguments... arguments) const {
        const staffing::StringCollector words;
        const staffing_status status = function(c(), arguments..., words.sink());
        return {status, words.text()};
    }

    /// The same on a worker.
    template <class Function, class... Arguments>
    Answer on_worker(Function function, Arguments... arguments) const {
        Answer answer;
        work([&] { answer = on_main(function, arguments...); });
        return answer;
    }

    /// Does `work` on a worker while this thread runs its tasks.
    void work(std::function<void()> work) const;

    /// Gives the one who is logged in an account at a carrier. What it answered, should that fail.
    Answer add_account(const std::string& carrier_url) const;

  private:
    HostForTests& test_;
    ReplacedHost host_;
    mock_host::PluginLibrary library_{SEND_TEXT};
    std::optional<staffing::PluginLife> life_;
};

/// Send Text, active.
struct ActiveSendText {
    HostForTests mock;
    SendText text{mock};
    ActiveSendText();
};

}  // namespace abi
