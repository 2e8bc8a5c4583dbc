#include "host/validator_host.hpp"

#include <sys/mman.h>

#include <cerrno>
#include <new>
#include <system_error>

#include "host/tables.hpp"
#include "staffing_cpp/text.hpp"

namespace validator {
namespace {

struct Registry {
    std::mutex mutex;
    std::map<const staffing_host*, ValidatorHost*> alive;
    std::vector<std::string> breaches;
};

Registry& registry() {
    static Registry the_registry;
    return the_registry;
}

constexpr std::size_t page = 4096;

}  // namespace

ValidatorHost::ValidatorHost(HostOptions options) : options_(std::move(options)) {
    // In a page of its own, which is closed when the host is gone: who still reads it crashes at once.
    void* const memory = ::mmap(nullptr, page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) throw std::system_error(errno, std::generic_category(), "Making a host");
    allocated_ = new (memory) Allocated;
    allocated_->host.struct_size = options_.struct_size;
    allocated_->host.version = options_.version;
    allocated_->host.host_data = nullptr;  // not for the plug-in
    allocated_->host.name = staffing::abi("Plug-in Validator");
    allocated_->host.vendor = staffing::abi("Send Text project");
    allocated_->host.host_version = staffing::abi("1.0");
    allocated_->host.get_extension = &ValidatorHost::get_extension;
    for (const auto& [id, function] : options_.lacking)
        incomplete_tables_[id] = table_without(id, function);
    const std::lock_guard lock(registry().mutex);
    registry().alive[c()] = this;
}

ValidatorHost::~ValidatorHost() {
    {
        const std::lock_guard lock(registry().mutex);
        registry().alive.erase(c());
    }
    ::mprotect(allocated_, page, PROT_NONE);  // and never given back, so that nothing else comes to lie there
}

ValidatorHost* ValidatorHost::find(const staffing_host* host) {
    const std::lock_guard lock(registry().mutex);
    const auto found = registry().alive.find(host);
    if (found != registry().alive.end()) return found->second;
    registry().breaches.push_back(host == nullptr
                                      ? "A function of the host got NULL instead of the host."
                                      : "A function of the host got a pointer that is not an existing host.");
    return nullptr;
}

std::vector<std::string> ValidatorHost::breaches_of_nobody() {
    const std::lock_guard lock(registry().mutex);
    return registry().breaches;
}

void ValidatorHost::breached(Breach breach, const std::string& words) {
    const std::lock_guard lock(mutex_);
    breaches_.emplace_back(breach, words);
}

std::vector<std::string> ValidatorHost::breaches(const std::set<Breach>& of) const {
    const std::lock_guard lock(mutex_);
    std::vector<std::string> found;
    for (const auto& [breach, words] : breaches_)
        if (of.contains(breach)) found.push_back(words);
    return found;
}

void ValidatorHost::called(const std::string& function) {
    ++call_count_;
    const std::lock_guard lock(mutex_);
    ++calls_[function];
}

std::uint64_t ValidatorHost::calls(const std::string& function) const {
    const std::lock_guard lock(mutex_);
    const auto found = calls_.find(function);
    return found == calls_.end() ? 0 : found->second;
}

void ValidatorHost::set_on_call(std::function<void(const std::string& function)> on_call) {
    const std::lock_guard lock(mutex_);
    on_call_ = std::move(on_call);
}

void ValidatorHost::within_call(const std::string& function) const {
    std::function<void(const std::string&)> on_call;
    {
        const std::lock_guard lock(mutex_);
        on_call = on_call_;
    }
    if (on_call) on_call(function);
}

std::set<std::string> ValidatorHost::asked_for() const {
    const std::lock_guard lock(mutex_);
    return asked_for_;
}

const void* STAFFING_CALL ValidatorHost::get_extension(const staffing_host* host,
                                                       const staffing_string* id) noexcept {
    ValidatorHost* const self = find(host);
    if (self == nullptr) return nullptr;
    if (!self->is_main_thread()) {
        self->breached(Breach::wrong_thread, "host.get_extension was not called on the main thread.");
    }
    if (self->phase() != Phase::in_init) {
        self->breached(Breach::wrong_state, "host.get_extension was called outside of the plug-in's init.");
    }
    if (id == nullptr || (id->data == nullptr && id->size != 0)) {
        self->breached(Breach::bad_pointer, "host.get_extension got no id.");
        return nullptr;
    }
    const std::string name(id->data == nullptr ? "" : id->data, id->size);
    {
        const std::lock_guard lock(self->mutex_);
        self->asked_for_.insert(name);
    }
    const auto incomplete = self->incomplete_tables_.find(name);
    if (incomplete != self->incomplete_tables_.end()) return incomplete->second.data();
    return self->options_.withheld.contains(name) ? nullptr : table_of(name);
}

}  // namespace validator
