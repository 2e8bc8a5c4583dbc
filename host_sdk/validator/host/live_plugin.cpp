#include "host/live_plugin.hpp"

#include <dlfcn.h>
#include <signal.h>

#include <atomic>
#include <cstring>
#include <thread>
#include <utility>

#include "host/thread_state.hpp"
#include "runner/outcome.hpp"
#include "staffing_cpp/call.hpp"
#include "staffing_cpp/first_version.hpp"

namespace validator {

using staffing::abi;

namespace {

/// Keeps the thread's signal mask, as hosts should: some libraries change it when they are loaded.
void* loaded(const std::string& path) {
    const InCall in_call("loading the library");
    sigset_t mask;
    ::pthread_sigmask(SIG_SETMASK, nullptr, &mask);
    // Lazily, so that a missing symbol fails only the check that looks for it.
    void* const handle = ::dlopen(path.c_str(), RTLD_LAZY | RTLD_LOCAL);
    ::pthread_sigmask(SIG_SETMASK, &mask, nullptr);
    if (handle == nullptr) throw Skipped(std::string("The library cannot be loaded: ") + ::dlerror());
    return handle;
}

}  // namespace

Library::Library(const std::string& path) : path_(path), handle_(loaded(path)) {
    void* const symbol = ::dlsym(handle_, STAFFING_PLUGIN_ENTRY_SYMBOL);
    std::memcpy(&function_, &symbol, sizeof function_);
    if (function_ != nullptr) entry_ = ask_for_entry();
    if (entry_ != nullptr) return;
    ::dlclose(handle_);
    throw Skipped("The library has no entry.");
}

Library::~Library() {
    const InCall in_call("unloading the library");
    ::dlclose(handle_);
}

const staffing_plugin_entry* Library::ask_for_entry() const {
    const InCall in_call(STAFFING_PLUGIN_ENTRY_SYMBOL);
    return function_();
}

std::string name_of(staffing_status status) {
    static constexpr const char* names[] = {
        "UNSPECIFIED", "OK",        "INVALID_ARGUMENT", "INVALID_UTF8",  "STRUCT_TOO_SMALL",  "WRONG_THREAD",
        "WRONG_STATE", "NOT_FOUND", "NOT_SUPPORTED",    "NOT_LOGGED_IN", "PERMISSION_DENIED", "CANCELLED",
        "UNAVAILABLE", "REFUSED",   "VERSION_MISMATCH", "TOO_LARGE",     "INTERNAL_ERROR"};
    const bool is_known = status >= 0 && static_cast<std::size_t>(status) < std::size(names);
    return std::string(is_known ? names[status] : "an unknown status") + " (" + std::to_string(status) + ")";
}

bool is_usable(const staffing_plugin_entry& entry) {
    return entry.version.major == STAFFING_VERSION_MAJOR &&
           entry.struct_size >= staffing::first_version_size<staffing_plugin_entry> &&
           entry.init != nullptr && entry.deinit != nullptr && entry.create != nullptr;
}

bool is_usable(const staffing_plugin& plugin) {
    return plugin.struct_size >= staffing::first_version_size<staffing_plugin> && plugin.init != nullptr &&
           plugin.activate != nullptr && plugin.deactivate != nullptr && plugin.destroy != nullptr &&
           plugin.get_extension != nullptr;
}

Answer entry_init(const Library& library, const staffing_string* library_path) {
    const staffing::StringCollector words;
    const InCall in_call("entry.init");
    const staffing_status status = library.entry().init(library_path, words.sink());
    return {status, words.text()};
}

void entry_deinit(const Library& library) {
    const InCall in_call("entry.deinit");
    library.entry().deinit();
}

Answer create(const Library& library, const staffing_host* host, const staffing_plugin** plugin) {
    const staffing::StringCollector words;
    const InCall in_call("entry.create");
    const staffing_status status = library.entry().create(host, plugin, words.sink());
    return {status, words.text()};
}

void deactivate(const staffing_plugin& plugin) {
    const InCall in_call("deactivate");
    plugin.deactivate(&plugin);
}

void destroy(const staffing_plugin& plugin) {
    const InCall in_call("destroy");
    plugin.destroy(&plugin);
}

InitialisedLibrary::InitialisedLibrary(const std::string& library_path) : Library(library_path) {
    if (!is_usable(entry())) throw Skipped("The entry is not complete, or of another version.");
    const staffing_string given = abi(path());
    const Answer answer = entry_init(*this, &given);
    if (answer.status != STAFFING_STATUS_OK)
        throw Skipped("entry.init answered " + name_of(answer.status) + ": " + answer.words);
}

InitialisedLibrary::~InitialisedLibrary() {
    entry_deinit(*this);
}

LivePlugin::LivePlugin(const Library& library, HostOptions options)
    : host_(std::make_unique<ValidatorHost>(std::move(options))) {
    const staffing_plugin* made = nullptr;
    const Answer answer = create(library, host_->c(), &made);
    if (answer.status != STAFFING_STATUS_OK)
        throw Skipped("create answered " + name_of(answer.status) + ": " + answer.words);
    if (made == nullptr || !is_usable(*made))
        throw Skipped("create answered OK but returned no complete plug-in.");
    plugin_ = made;
    names_ = {{reinterpret_cast<void (*)()>(made->init), "init"},
              {reinterpret_cast<void (*)()>(made->activate), "activate"}};
}

LivePlugin::~LivePlugin() {
    if (is_active_) deactivate();
    if (plugin_ != nullptr) destroy();
}

Answer LivePlugin::collected(const std::function<staffing_status(const staffing_error_sink*)>& function) {
    const staffing::StringCollector words;
    Answer answer;
    answer.status = function(words.sink());
    answer.words = words.text();
    return answer;
}

Answer LivePlugin::try_init() {
    host_->set_phase(Phase::in_init);
    const Answer answer = call(plugin_->init);
    host_->set_phase(Phase::ready);
    return answer;
}

Answer LivePlugin::try_activate() {
    const Phase before = host_->phase();
    host_->set_phase(Phase::active);
    const Answer answer = call(plugin_->activate);
    is_active_ = is_active_ || answer.status == STAFFING_STATUS_OK;
    if (!is_active_) host_->set_phase(before);
    return answer;
}

void LivePlugin::init() {
    const Answer answer = try_init();
    if (answer.status == STAFFING_STATUS_OK) return;
    throw Skipped("The plug-in does not start: init answered " + name_of(answer.status) + ": " +
                  answer.words);
}

void LivePlugin::activate() {
    const Answer answer = try_activate();
    if (answer.status == STAFFING_STATUS_OK) return;
    throw Skipped("The plug-in does not start: activate answered " + name_of(answer.status) + ": " +
                  answer.words);
}

void LivePlugin::deactivate() {
    validator::deactivate(*plugin_);
    is_active_ = false;
    host_->set_phase(Phase::deactivated);
    host_->tasks.drop();
    for (const std::uint64_t id : host_->dialogs.ids())
        host_->dialogs.close(id);
}

void LivePlugin::destroy() {
    const staffing_plugin* const dead = std::exchange(plugin_, nullptr);
    is_active_ = false;
    validator::destroy(*dead);
    host_->set_phase(Phase::deactivated);
}

void LivePlugin::work(const std::function<void()>& task) const {
    std::atomic<bool> is_done = false;
    std::exception_ptr thrown;
    std::thread worker([&] {
        const ThreadState before;
        try {
            task();
        } catch (...) {
            thrown = std::current_exception();
        }
        const std::string changed = ThreadState().difference(before);
        if (!changed.empty()) host_->breached(Breach::changed_thread, "After a call on a worker " + changed);
        is_done = true;
        host_->tasks.nudge();
    });
    host_->tasks.run_until([&] { return is_done.load(); }, std::chrono::hours(24));
    worker.join();
    if (thrown) std::rethrow_exception(thrown);
}

const void* LivePlugin::find(std::string_view id) const {
    const staffing_string name = abi(id);
    const InCall in_call("get_extension");
    const void* const table = plugin_->get_extension(plugin_, &name);
    for (const staffing::TableLayout& layout : staffing::table_layouts) {
        if (table == nullptr || layout.extension_id != id) continue;
        const std::string_view prefix = "staffing.";
        const std::string_view extension = id.substr(prefix.size(), id.find('/') - prefix.size());
        const std::lock_guard lock(names_mutex_);
        for (std::size_t index = 0; index < layout.function_count(); ++index) {
            void (*function)() = nullptr;
            std::memcpy(&function, static_cast<const char*>(table) + index * sizeof function,
                        sizeof function);
            names_[function] = std::string(extension) + "." + layout.names[index];
        }
    }
    return table;
}

std::string LivePlugin::name_of_function(void (*function)()) const {
    const std::lock_guard lock(names_mutex_);
    const auto found = names_.find(function);
    return found == names_.end() ? "a function of the plug-in" : found->second;
}

void expect_start(LivePlugin& plugin, const std::string& circumstances) {
    const auto expect_ok = [&](const char* step, const Answer& answer) {
        expect(answer.status == STAFFING_STATUS_OK,
               circumstances + " " + step + " answered " + name_of(answer.status) + ": " + answer.words);
    };
    expect_ok("init", plugin.try_init());
    expect_ok("activate", plugin.try_activate());
}

namespace {

/// Each in its own folder, so that none starts with another one's data.
HostOptions with_folder(HostOptions options, const CheckRun& run) {
    static std::atomic<int> last = 0;
    options.folder = run.scratch + "/" + std::to_string(++last);
    return options;
}

}  // namespace

Loaded::Loaded(const CheckRun& run, HostOptions options, bool is_active)
    : library(run.plugin_path), plugin(library, with_folder(std::move(options), run)) {
    plugin.init();
    if (is_active) plugin.activate();
}

}  // namespace validator
