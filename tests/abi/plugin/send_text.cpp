#include "abi/plugin/send_text.hpp"

#include <catch2/catch_test_macros.hpp>

#include "mock_host/loader/worker_call.hpp"
#include "staffing/ext/external_service.h"
#include "staffing/ext/settings.h"

namespace abi {
namespace {

const void* STAFFING_CALL get_extension(const staffing_host* host, const staffing_string* id) noexcept {
    const auto& self = static_cast<const ReplacedHost&>(*host);
    const auto found = self.replaced.find(std::string(id->data, id->size));
    return found != self.replaced.end() ? found->second : self.real->get_extension(self.real, id);
}

}  // namespace

ReplacedHost::ReplacedHost(const staffing_host& original, Tables tables)
    : staffing_host(original), real(&original), replaced(std::move(tables)) {
    get_extension = &abi::get_extension;
}

SendText::SendText(HostForTests& test, ReplacedHost::Tables replaced, std::uint32_t minor)
    : test_(test), host_(test.host->c(), std::move(replaced)) {
    host_.version.minor = minor;
    test.host->set_in_init(true);
    life_.emplace(library_.entry(), host_, library_.path());
    test.host->set_in_init(false);
}

SendText::~SendText() {
    deactivate();
    life_.reset();
    for (const std::string& line : test_.host->log().misbehaviour())
        FAIL_CHECK("Send Text broke the contract: " << line);
}

Answer SendText::activate() {
    const staffing::StringCollector words;
    const staffing_status status = c()->activate(c(), words.sink());
    return {status, words.text()};
}

void SendText::deactivate() {
    c()->deactivate(c());
    CHECK((test_.host->virtual_clock() == nullptr || test_.host->virtual_clock()->close_left_behind() == 0));
    test_.host->dialogs().close_all();
}

void SendText::work(std::function<void()> work) const {
    mock_host::on_worker(*test_.host, std::chrono::seconds(60), std::move(work));
}

Answer SendText::add_account(const std::string& carrier_url) const {
    const staffing::StringCollector problems;
    const std::string settings = R"({"zipwhip_base_url": ")" + carrier_url + R"("})";
    const staffing_string values = staffing::abi(settings);
    const Answer changed =
        on_worker(table<staffing_settings>(STAFFING_EXT_SETTINGS).change, &values, problems.sink());
    if (changed.status != STAFFING_STATUS_OK) return changed;
    const staffing_string account = staffing::abi(
        R"({"owner": "user", "service_rep": "1", "carrier": "zipwhip", "username": "6515550100", "password": "secret"})");
    std::int64_t account_id = 0;
    return on_worker(table<staffing_external_service>(STAFFING_EXT_EXTERNAL_SERVICE).save, std::int64_t{0},
                     &account, &account_id);
}

ActiveSendText::ActiveSendText() {
    REQUIRE(text.activate().status == STAFFING_STATUS_OK);
}

}  // namespace abi
