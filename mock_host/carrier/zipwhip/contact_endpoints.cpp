#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "carrier/zipwhip/envelope.hpp"
#include "carrier/zipwhip/message_json.hpp"
#include "carrier/zipwhip/pacific_time.hpp"
#include "carrier/zipwhip/zipwhip_api.hpp"

namespace mock_host::zipwhip {

using nlohmann::json;

namespace {

constexpr Range whole_list{0, SIZE_MAX};

std::size_t count_received(const Page<Message>& texts) {
    return static_cast<std::size_t>(std::count_if(texts.items.begin(), texts.items.end(),
                                                  [](const Message& message) { return message.inbound; }));
}

}  // namespace

json ZipwhipApi::listed(const Contact& contact) const {
    const auto texts = messages_.messages_with(contact.line, contact.number, whole_list);
    const std::size_t received = count_received(texts);
    return listed_contact(contact, received, texts.total - received);
}

// Who uses a line is not known here by name.
ApiAnswer ZipwhipApi::user_get(const ApiRequest& request) {
    const std::string line = line_of(request);
    const auto texts = messages_.messages(line, whole_list);
    const std::size_t received = count_received(texts);
    const std::string since = to_iso_pacific(sessions_.first_login(line).value_or(clock_.now()));
    json user{{"MOCount", received},
              {"ZOCount", texts.total - received},
              {"birthday", ""},
              {"carrier", ""},
              {"dateCreated", since},
              {"email", ""},
              {"firstName", ""},
              {"fullName", ""},
              {"lastName", ""},
              {"lastUpdated", since},
              {"loc", ""},
              {"mobileNumber", digits_of(line)},
              {"notes", ""},
              {"phoneKey", ""},
              {"version", 1},
              {"websiteDeviceId", contact_id_of(line)},
              {"zipcode", ""}};
    return success({{"user", user}});
}

ApiAnswer ZipwhipApi::contact_save(const ApiRequest& request) {
    const std::string line = line_of(request);
    const bool has_address = request.parameter("address").has_value();
    const std::string number = number_of_contact(needed(request, has_address ? "address" : "mobileNumber"));
    ContactDetails details;
    for (const char* const name : contact_details) {
        if (request.parameter(name)) details[name] = needed(request, name);
    }
    return success(listed(contacts_.save(line, number, details, clock_.now())));
}

ApiAnswer ZipwhipApi::contact_list(const ApiRequest& request) {
    const std::string line = line_of(request);
    const Range range = range_of(request);
    const auto page = contacts_.of_line(line, range);
    json list = json::array();
    for (const Contact& contact : page.items)
        list.push_back(listed(contact));
    return success(list, page.total, page.items.size(), range);
}

}  // namespace mock_host::zipwhip
