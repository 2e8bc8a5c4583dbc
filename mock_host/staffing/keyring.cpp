#include "mock_host/staffing/keyring.hpp"

#include "mock_host/staffing/errors.hpp"
#include "mock_host/staffing/session_bus.hpp"
#include "mock_host/staffing/wipe.hpp"

namespace mock_host {

namespace {

using Message = SessionBus::Message;

constexpr const char* no_object = "/";  // how the Secret Service says "none"

int checked(int code) {
    return SessionBus::checked(code);
}

/// The object path that comes next.
std::string read_object(const Message& message) {
    const char* path = nullptr;
    checked(sd_bus_message_read(message.get(), "o", &path));
    return path;
}

/// The first object path of the array that comes next; empty when it has none.
std::string read_first_object(const Message& message) {
    std::string first;
    const char* path = nullptr;
    checked(sd_bus_message_enter_container(message.get(), 'a', "o"));
    while (checked(sd_bus_message_read(message.get(), "o", &path)) > 0) {
        if (first.empty()) first = path;
    }
    checked(sd_bus_message_exit_container(message.get()));
    return first;
}

/// The Secret Service with its default collection unlocked.
class SecretService {
  public:
    explicit SecretService(std::chrono::milliseconds wait) : bus_(wait) {
        collection_ = default_collection();
        if (collection_ == no_object) throw StaffingError("The keyring has no default collection.");
        if (is_locked(collection_)) throw StaffingError("The keyring is locked: unlock it and try again.");
        session_ = open_session();
    }

    /// The item of this database, empty when there is none.
    std::string find(const std::string& database_file) const {
        const Message call = method("/org/freedesktop/secrets", "Service", "SearchItems");
        append_attributes(call, database_file);
        const Message answer = bus_.ask(call);
        const std::string unlocked = read_first_object(answer);
        if (unlocked.empty() && !read_first_object(answer).empty()) {
            throw StaffingError("The part of the keyring with the key is locked: unlock it and try again.");
        }
        return unlocked;
    }

    std::optional<SecretKey> read(const std::string& item) const {
        const Message call = method(item, "Item", "GetSecret");
        checked(sd_bus_message_append(call.get(), "o", session_.c_str()));
        const Message answer = bus_.ask(call);
        checked(sd_bus_message_sensitive(answer.get()));  // wiped with the message
        const void* bytes = nullptr;
        std::size_t size = 0;
        checked(sd_bus_message_enter_container(answer.get(), 'r', "oayays"));
        checked(sd_bus_message_skip(answer.get(), "oay"));
        checked(sd_bus_message_read_array(answer.get(), 'y', &bytes, &size));
        return SecretKey::from_hex({static_cast<const char*>(bytes), size});
    }

    void create(const std::string& label, const std::string& database_file, std::string_view secret) const {
        const Message call = method(collection_, "Collection", "CreateItem");
        sd_bus_message* const to = call.get();
        checked(sd_bus_message_sensitive(to));
        checked(sd_bus_message_open_container(to, 'a', "{sv}"));
        checked(sd_bus_message_append(to, "{sv}", "org.freedesktop.Secret.Item.Label", "s", label.c_str()));
        checked(sd_bus_message_open_container(to, 'e', "sv"));
        checked(sd_bus_message_append(to, "s", "org.freedesktop.Secret.Item.Attributes"));
        checked(sd_bus_message_open_container(to, 'v', "a{ss}"));
        append_attributes(call, database_file);
        checked(sd_bus_message_close_container(to));
        checked(sd_bus_message_close_container(to));
        checked(sd_bus_message_close_container(to));
        checked(sd_bus_message_open_container(to, 'r', "oayays"));
        checked(sd_bus_message_append(to, "o", session_.c_str()));
        checked(sd_bus_message_append_array(to, 'y', nullptr, 0));  // parameters: "plain" has none
        checked(sd_bus_message_append_array(to, 'y', secret.data(), secret.size()));
        checked(sd_bus_message_append(to, "s", "text/plain"));
        checked(sd_bus_message_close_container(to));
        const int replace = 1;
        checked(sd_bus_message_append(to, "b", replace));
        const Message answer = bus_.ask(call);
        if (read_object(answer) == no_object) throw StaffingError("The keyring wants to ask somebody first.");
    }

  private:
    Message method(const std::string& path, const std::string& interface, const char* member) const {
        return bus_.method("org.freedesktop.secrets", path.c_str(),
                           ("org.freedesktop.Secret." + interface).c_str(), member);
    }

    std::string default_collection() const {
        const Message call = method("/org/freedesktop/secrets", "Service", "ReadAlias");
        checked(sd_bus_message_append(call.get(), "s", "default"));
        return read_object(bus_.ask(call));
    }

    bool is_locked(const std::string& collection) const {
        const Message call = bus_.method("org.freedesktop.secrets", collection.c_str(),
                                         "org.freedesktop.DBus.Properties", "Get");
        checked(sd_bus_message_append(call.get(), "ss", "org.freedesktop.Secret.Collection", "Locked"));
        const Message answer = bus_.ask(call);
        int locked = 1;
        checked(sd_bus_message_read(answer.get(), "v", "b", &locked));
        return locked != 0;
    }

    /// Secrets cross the bus as they are: it is the user's own, and whoever can listen there can ask the
    /// keyring.
    std::string open_session() const {
        const Message call = method("/org/freedesktop/secrets", "Service", "OpenSession");
        checked(sd_bus_message_append(call.get(), "sv", "plain", "s", ""));
        const Message answer = bus_.ask(call);
        checked(sd_bus_message_skip(answer.get(), "v"));
        return read_object(answer);
    }

    static void append_attributes(const Message& call, const std::string& database_file) {
        checked(sd_bus_message_append(call.get(), "a{ss}", 2, "xdg:schema", "mock_host.CredentialsKey",
                                      "database", database_file.c_str()));
    }

    SessionBus bus_;
    std::string collection_;
    std::string session_;
};

}  // namespace

Keyring::Keyring(const std::filesystem::path& database_file, std::chrono::milliseconds wait)
    : database_file_(std::filesystem::weakly_canonical(std::filesystem::absolute(database_file)).string()),
      wait_(wait) {}

std::optional<SecretKey> Keyring::get() {
    const SecretService service(wait_);
    const std::string item = service.find(database_file_);
    if (item.empty()) return std::nullopt;
    std::optional<SecretKey> key = service.read(item);
    if (!key) throw StaffingError("What is stored in " + where() + " is no key.");
    return key;
}

void Keyring::put(const SecretKey& key) {
    std::string hex = key.hex();
    const WipeAtEnd wiped(hex);
    SecretService(wait_).create("mock_host: credentials of " + database_file_, database_file_, hex);
}

std::string Keyring::where() const {
    return "the operating system's keyring (\"mock_host: credentials of " + database_file_ + "\")";
}

}  // namespace mock_host
