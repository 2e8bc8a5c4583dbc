#include "mock_host/staffing/key_place.hpp"

#include "mock_host/staffing/errors.hpp"
#include "mock_host/staffing/key_file.hpp"
#include "mock_host/staffing/keyring.hpp"

namespace mock_host {

namespace {

std::filesystem::path key_file_beside(std::filesystem::path database_file) {
    return database_file += ".key";
}

/// KeyPlace::automatic.
class KeyringOrFile final : public KeyKeeper {
  public:
    explicit KeyringOrFile(const std::filesystem::path& database_file)
        : file_(key_file_beside(database_file)), keyring_(database_file) {}

    std::optional<SecretKey> get() override {
        if (std::optional<SecretKey> key = file_.get()) return found_in(file_, key);
        try {
            if (std::optional<SecretKey> key = keyring_.get()) return found_in(keyring_, key);
            why_no_keyring_.clear();
        } catch (const StaffingError& e) {
            why_no_keyring_ = e.what();
        }
        return std::nullopt;
    }

    void put(const SecretKey& key) override {
        if (!put_into_keyring(key)) {
            file_.put(key);
            place_ = &file_;
        }
    }

    std::string where() const override {
        if (place_ != nullptr) return place_->where();
        std::string both = file_.where() + " or " + keyring_.where();
        if (!why_no_keyring_.empty()) both += ", which cannot be used now: " + why_no_keyring_;
        return both;
    }

  private:
    bool put_into_keyring(const SecretKey& key) {
        if (!why_no_keyring_.empty()) return false;
        try {
            keyring_.put(key);
        } catch (const StaffingError& e) {
            why_no_keyring_ = e.what();
            return false;
        }
        place_ = &keyring_;
        return true;
    }

    std::optional<SecretKey> found_in(const KeyKeeper& place, const std::optional<SecretKey>& key) {
        place_ = &place;
        return key;
    }

    KeyFile file_;
    Keyring keyring_;
    const KeyKeeper* place_ = nullptr;  ///< where it was found or put
    std::string why_no_keyring_;
};

}  // namespace

std::unique_ptr<KeyKeeper> key_keeper(const std::filesystem::path& database_file, KeyPlace place) {
    if (place == KeyPlace::automatic) return std::make_unique<KeyringOrFile>(database_file);
    return std::make_unique<KeyFile>(key_file_beside(database_file));
}

}  // namespace mock_host
