#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace mock_host {

/// What the simulator keeps from one run to the next: JSON by kind and key, in a SQLite file. A change has
/// been handed to the operating system when the call returns, so that a killed simulator has lost nothing
/// that it answered; only the machine's own end can take the last changes with it. [thread-safe]
class StateFile {
  public:
    /// Makes the file when there is none, for its owner alone: it holds the passwords of accounts. Throws
    /// std::runtime_error, in words, when it cannot be used.
    explicit StateFile(const std::filesystem::path& file);
    ~StateFile();

    StateFile(const StateFile&) = delete;
    StateFile& operator=(const StateFile&) = delete;

    // All throw std::runtime_error, in words, when the file fails.
    void put(const std::string& kind, const std::string& key, const nlohmann::json& thing);
    void remove(const std::string& kind, const std::string& key);
    void remove_all(const std::string& kind);

    using Each = std::function<void(const std::string& key, const nlohmann::json& thing)>;
    /// In the order in which they were first put.
    void each(const std::string& kind, const Each& each) const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// The things of one kind in a StateFile; without a file nothing is kept, at no cost.
class Kept {
  public:
    Kept(StateFile* file, std::string kind) : file_(file), kind_(std::move(kind)) {}

    /// `make()` gives the JSON, and is called only when it is kept.
    template <typename Make>
    void put(const std::string& key, Make make) const {
        if (file_ != nullptr) file_->put(kind_, key, make());
    }
    void remove(const std::string& key) const {
        if (file_ != nullptr) file_->remove(kind_, key);
    }
    void remove_all() const {
        if (file_ != nullptr) file_->remove_all(kind_);
    }
    void each(const StateFile::Each& each) const {
        if (file_ != nullptr) file_->each(kind_, each);
    }

  private:
    StateFile* file_;
    std::string kind_;
};

}  // namespace mock_host
