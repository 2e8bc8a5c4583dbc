#include "mock_host/loader/plugin_library.hpp"

#include <algorithm>
#include <boost/dll/shared_library.hpp>
#include <string_view>
#include <vector>

#include "staffing_cpp/check.hpp"

namespace mock_host {

namespace dll = boost::dll;

struct PluginLibrary::Loaded {
    dll::shared_library library;
};

namespace {

/// The libraries that stay. Never destroyed, for the same reason.
std::vector<dll::shared_library>& residents() {
    static auto* const libraries = new std::vector<dll::shared_library>;
    return *libraries;
}

dll::shared_library load(const std::filesystem::path& file) {
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
        throw LoadError("There is no file " + file.string() + ". Build the plug-in, or name its library.");
    }
    if (!std::filesystem::is_regular_file(file, error)) {
        throw LoadError(file.string() + " is not a file. Name the library of a plug-in.");
    }
    dll::shared_library library;
    boost::dll::fs::error_code failure;
    library.load(file, failure, dll::load_mode::rtld_now | dll::load_mode::rtld_local);
    if (!library.is_loaded()) {
        // Boost keeps only a code; the loader's own message says which library or symbol is missing.
        const char* const words = dlerror();
        throw LoadError(file.string() + " cannot be loaded as a library: " +
                        (words != nullptr ? std::string(words) : failure.message()) + ".");
    }
    return library;
}

}  // namespace

PluginLibrary::PluginLibrary(const std::filesystem::path& file)
    : path_(std::filesystem::absolute(file).string()), loaded_(std::make_unique<Loaded>()) {
    dll::shared_library& library = loaded_->library;
    library = load(path_);
    if (!library.has(STAFFING_PLUGIN_ENTRY_SYMBOL)) {
        throw LoadError(path_ + " is a library but not a plug-in of this contract: it does not export " +
                        STAFFING_PLUGIN_ENTRY_SYMBOL + ".");
    }
    entry_ = library.get<const staffing_plugin_entry*()>(STAFFING_PLUGIN_ENTRY_SYMBOL)();
    if (entry_ == nullptr) throw LoadError(path_ + " returns NULL as its entry.");
}

PluginLibrary::~PluginLibrary() {
    if (loaded_ != nullptr && loaded_->library.is_loaded())
        residents().push_back(std::move(loaded_->library));
}

staffing_plugin_descriptor PluginLibrary::descriptor() const {
    const staffing_plugin_entry entry = staffing::checked_struct(entry_, "the plug-in's entry");
    return staffing::checked_struct(entry.descriptor, "the plug-in's descriptor");
}

std::string PluginLibrary::plugin_id() const {
    const std::string id(staffing::checked_text(descriptor().id, "the plug-in's id", 200));
    const auto is_plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
    };
    if (id.empty() || id.front() == '.' || !std::all_of(id.begin(), id.end(), is_plain)) {
        throw LoadError(path_ + " has the id \"" + id +
                        "\"; an id is made of lower-case letters, digits, '.', '_' and '-'.");
    }
    return id;
}

void PluginLibrary::unload() {
    entry_ = nullptr;
    loaded_->library.unload();
}

}  // namespace mock_host
