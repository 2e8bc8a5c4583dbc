#include "mock_host/web/plugin_slot.hpp"

#include "mock_host/loader/host.hpp"
#include "mock_host/loader/loaded_plugin.hpp"
#include "mock_host/loader/plugin_calls.hpp"
#include "staffing_cpp/check.hpp"

namespace mock_host {

/// Declared so that what is destroyed first stands last.
struct PluginSlot::Loaded {
    explicit Loaded(const std::string& path) : library(path) {}

    PluginLibrary library;
    Host* host = nullptr;
    std::unique_ptr<LoadedPlugin> plugin;
};

namespace {

PluginStatus describe(const PluginLibrary& library, const Host& host, const LoadedPlugin& plugin) {
    const staffing_plugin_descriptor descriptor = library.descriptor();
    const auto text = [](const staffing_string& value, const char* what) {
        return std::string(staffing::checked_text(value, what));
    };
    const staffing_version contract = library.entry()->version;
    PluginStatus status;
    status.state = "active";
    status.path = library.path();
    status.id = text(descriptor.id, "the plug-in's id");
    status.name = text(descriptor.name, "the plug-in's name");
    status.vendor = text(descriptor.vendor, "the plug-in's vendor");
    status.version = text(descriptor.version, "the plug-in's version");
    status.description = text(descriptor.description, "the plug-in's description");
    status.contract = std::to_string(contract.major) + "." + std::to_string(contract.minor) + "." +
                      std::to_string(contract.patch);
    status.offers = plugin.offered_extensions();
    for (const Host::Question& question : host.questions())
        status.asked.push_back({question.id, question.is_given});
    return status;
}

}  // namespace

PluginSlot::PluginSlot(HostOf host_of, std::function<void()> call_ended)
    : host_of_(std::move(host_of)), call_ended_(std::move(call_ended)) {}

PluginSlot::~PluginSlot() = default;

void PluginSlot::load(const std::string& path) {
    PluginStatus status;
    try {
        loaded_ = std::make_unique<Loaded>(path);
        loaded_->host = &host_of_(loaded_->library.plugin_id());
        loaded_->plugin = std::make_unique<LoadedPlugin>(loaded_->library, *loaded_->host);
        loaded_->plugin->activate();
        status = describe(loaded_->library, *loaded_->host, *loaded_->plugin);
    } catch (const std::exception& e) {
        status = {};
        status.state = "failed";
        status.path = path;
        status.error = e.what();
        unload();
        const std::lock_guard lock(mutex_);
        status_ = std::move(status);
        throw;
    }
    const std::lock_guard lock(mutex_);
    status_ = std::move(status);
    is_open_ = true;
}

void PluginSlot::close() {
    const std::lock_guard lock(mutex_);
    is_open_ = false;
}

void PluginSlot::unload() {
    if (loaded_ != nullptr) {
        loaded_->plugin.reset();
        loaded_->library.unload();
        loaded_.reset();
    }
    const std::lock_guard lock(mutex_);
    std::string path = std::move(status_.path);
    status_ = {};
    status_.path = std::move(path);
}

void PluginSlot::call(const std::function<void(Host&, const PluginCalls&)>& work) {
    const Loaded& loaded = enter();
    const std::shared_ptr<void> leaving(nullptr, [this](void*) { leave(); });
    work(*loaded.host, PluginCalls(loaded.plugin->life()));
}

std::size_t PluginSlot::calls_under_way() const {
    const std::lock_guard lock(mutex_);
    return calls_;
}

PluginStatus PluginSlot::status() const {
    const std::lock_guard lock(mutex_);
    return status_;
}

const PluginSlot::Loaded& PluginSlot::enter() {
    const std::lock_guard lock(mutex_);
    if (is_open_) {
        ++calls_;
        return *loaded_;
    }
    if (status_.state == "active") throw NoPlugin("The plug-in is being unloaded.");
    throw NoPlugin("No plug-in is active. Load one on the Plug-in page.");
}

void PluginSlot::leave() {
    {
        const std::lock_guard lock(mutex_);
        --calls_;
    }
    call_ended_();
}

}  // namespace mock_host
