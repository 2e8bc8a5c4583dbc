// Sets accounts up and texts, ends everything, and looks for what must not be left: in every file that was
// written, and in the memory of this process. Usage: secrets_test SEND_TEXT.so CARRIER_SIMULATOR
#include <Poco/SHA2Engine.h>
#include <sqlite3.h>

#include <chrono>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "mock_host/app/carrier_process.hpp"
#include "mock_host/app/temporary_folder.hpp"
#include "mock_host/loader/host.hpp"
#include "mock_host/loader/loaded_plugin.hpp"
#include "mock_host/loader/plugin_calls.hpp"
#include "mock_host/loader/worker_call.hpp"
#include "mock_host/staffing/staffing_database.hpp"
#include "secrets/hidden.hpp"
#include "secrets/memory.hpp"
#include "secrets/plain_http.hpp"

namespace {

using nlohmann::json;
using namespace secrets;
using namespace std::chrono_literals;

constexpr Hidden first_password("a-first-password-that-nobody-reads");
constexpr Hidden second_password("the-password-that-took-its-place");
constexpr Hidden wrong_password("this-one-the-carrier-does-not-take");
constexpr Hidden body("Can you work the night shift at dock four?");
constexpr Hidden reply("Yes, I will be there at ten, with my badge.");
constexpr std::size_t key_digits = 64;

int failures = 0;

void expect(bool is_so, const std::string& words) {
    if (is_so) return;
    std::cerr << "FAILED: " << words << '\n';
    ++failures;
}

json account(const std::string& password) {
    return {{"owner", "user"},
            {"service_rep", "1"},
            {"carrier", "zipwhip"},
            {"username", "6515550100"},
            {"password", password}};
}

/// What people do with it, from the first account to the logged conversation.
void use(const std::filesystem::path& folder, const char* plugin_file, const char* carrier_program) {
    mock_host::CarrierProcess simulator(carrier_program);
    const auto add_account = [&](const std::string& password) {
        ask(simulator.url(), "POST", "/_simulator/accounts",
            json{{"username", "6515550100"}, {"password", password}}.dump());
    };
    add_account(first_password.reveal());
    mock_host::StaffingDatabase database(folder / "staffing.sqlite");
    mock_host::PluginLibrary library(plugin_file);
    mock_host::HostOptions options;
    options.data_folder = folder;
    options.plugin_id = library.plugin_id();
    options.clock_start_ms = 1'772'474'400'000;  // 2026-03-02T18:00:00Z
    mock_host::Host host(database, options);
    host.session().log_in("aswanson");
    mock_host::LoadedPlugin loaded(library, host);
    loaded.activate();
    const mock_host::PluginCalls plugin(loaded.life());
    const auto work = [&](const std::function<void()>& deed) { mock_host::on_worker(host, 60s, deed); };
    const auto settle = [&] { mock_host::wait_until_settled(host, 60s); };

    std::int64_t id = 0;
    work([&] {
        plugin.change_settings(
            {{"zipwhip_base_url", simulator.url()}, {"webhook_address", "http://127.0.0.1:9/texts"}});
        try {
            plugin.save_account(0, account(wrong_password.reveal()));
            expect(false, "a wrong password is refused");
        } catch (const staffing::StatusError& error) {
            expect(error.status() == STAFFING_STATUS_REFUSED, error.what());
        }
        id = plugin.save_account(0, account(first_password.reveal()));
        add_account(second_password.reveal());
        plugin.save_account(id, account(second_password.reveal()));
        plugin.perform_account_action(id, "rotate_key");
    });
    const mock_host::MenuTarget target{
        STAFFING_MENU_PLACE_EMPLOYEE_RECORD, {{mock_host::RecordKind::employee, 5814}}, 0};
    plugin.perform(target, "send_text");
    settle();
    expect(!host.dialogs().ids().empty(), "the dialog opens");
    const std::uint64_t dialog = host.dialogs().ids().back();
    host.dialogs().type(dialog, "body", body.reveal());
    host.dialogs().press(dialog, "send");
    settle();
    const json handsets = json::parse(ask(simulator.url(), "GET", "/_simulator/handsets", ""));
    expect(handsets.size() == 1, "one handset has the text");
    if (handsets.empty()) return;
    ask(simulator.url(), "POST",
        "/_simulator/handsets/" + handsets[0]["number"].get<std::string>() + "/reply",
        json{{"to", "+16515550100"}, {"body", reply.reveal()}}.dump());
    host.virtual_clock()->advance(60'000);
    settle();
    work([&] { plugin.flush(); });
    expect(database.messages().of_record({mock_host::RecordKind::employee, 5814}).size() > 0,
           "the conversation is logged");
}

/// The hash of the communication key, as the store has it.
std::string key_hash(const std::filesystem::path& folder) {
    std::string hash;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().filename() != "send_text.sqlite") continue;
        sqlite3* store = nullptr;
        sqlite3_open(entry.path().c_str(), &store);
        sqlite3_exec(
            store, "SELECT key_hash FROM account",
            [](void* result, int, char** columns, char**) {
                *static_cast<std::string*>(result) = columns[0];
                return 0;
            },
            &hash, nullptr);
        sqlite3_close(store);
    }
    return hash;
}

bool has_key(std::string_view text, const std::string& hash) {
    bool is_there = false;
    for_each_hex_run(text, key_digits, [&](std::string_view run) {
        Poco::SHA2Engine engine(Poco::SHA2Engine::SHA_256);
        engine.update(run.data(), run.size());
        is_there = is_there || Poco::DigestEngine::digestToHex(engine.digest()) == hash;
    });
    return is_there;
}

template <std::size_t Size>
bool has(std::string_view text, const Hidden<Size>& hidden) {
    for (std::size_t at = 0; at + Size <= text.size(); ++at) {
        if (hidden.stands_at(text.data() + at)) return true;
    }
    return false;
}

void look(std::string_view text, const std::string& where, bool may_have_bodies, const std::string& hash) {
    expect(!has(text, first_password), "the first password stands in " + where);
    expect(!has(text, second_password), "the second password stands in " + where);
    expect(!has(text, wrong_password), "the wrong password stands in " + where);
    expect(!has_key(text, hash), "the communication key stands in " + where);
    if (may_have_bodies) return;
    expect(!has(text, body), "the text's body stands in " + where);
    expect(!has(text, reply), "the reply's body stands in " + where);
}

/// The plug-in's store and the host's records have the conversations; no other file has.
void look_into_files(const std::filesystem::path& folder, const std::string& hash) {
    int files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ostringstream content;
        content << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        look(content.str(), entry.path().string(), entry.path().string().find(".sqlite") != std::string::npos,
             hash);
        ++files;
    }
    expect(files >= 3, "there are the two databases and the log");
}

void look_into_memory(const std::string& hash) {
    for_each_mapping([&](std::string_view memory, const std::string& name) {
        look(memory, name.empty() ? "memory without a name" : name, false, hash);
    });
}

/// The search itself must find what is there.
void try_the_search() {
    const std::string here = body.reveal() + first_password.reveal();
    bool was_found = false;
    for_each_mapping(
        [&](std::string_view memory, const std::string&) { was_found = was_found || has(memory, body); });
    expect(was_found && has(here, first_password), "the search finds what is there");
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    try_the_search();
    const mock_host::TemporaryFolder folder;
    use(folder.path(), argv[1], argv[2]);
    const std::string hash = key_hash(folder.path());
    expect(hash.size() == key_digits, "the store has the key's hash");
    look_into_memory(hash);
    look_into_files(folder.path(), hash);
    if (failures == 0) std::cout << "Nothing is left.\n";
    return failures == 0 ? 0 : 1;
}
