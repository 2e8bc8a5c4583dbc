#include <cstdint>
#include <nlohmann/json.hpp>

#include "carrier/zipwhip/envelope.hpp"
#include "carrier/zipwhip/message_json.hpp"
#include "carrier/zipwhip/zipwhip_api.hpp"

namespace mock_host::zipwhip {

namespace {

using nlohmann::json;

json list_of(const std::vector<Message>& messages) {
    json list = json::array();
    for (const Message& message : messages)
        list.push_back(listed_message(message));
    return list;
}

}  // namespace

// With several contacts it is all or none: one that cannot be texted refuses the whole request. [?]
ApiAnswer ZipwhipApi::message_send(const ApiRequest& request) {
    const std::string line = line_of(request);
    const std::string body = needed(request, "body");
    if (body.empty()) throw Refusal(code::invalid_parameter_length, "The body is empty.");
    std::vector<std::string> numbers;
    for (const std::string& contact : request.all_parameters("contacts")) {
        numbers.push_back(number_of_contact(contact));
    }
    if (numbers.empty()) throw Refusal(code::bad_argument, "The parameter 'contacts' is missing.");
    for (const std::string& number : numbers) {
        if (handsets_.is_landline(number)) {
            throw Refusal(code::cannot_determine_carrier,
                          "The carrier of " + number + " cannot be determined.");
        }
        if (handsets_.has_stopped(number, line)) {
            throw Refusal(code::recipient_sent_stop, number + " has sent STOP and must send UNSTOP first.");
        }
    }

    json tokens = json::array();
    std::string root;
    for (const std::string& number : numbers) {
        const Message message = messages_.add(line, number, false, body, clock_.now());
        const std::string id = std::to_string(message.id);
        if (root.empty()) root = id;
        // Kept as queued first: the handset may be switched on in between, and then reports the arrival.
        switch (handsets_.receive(number, {line, body, id, message.created})) {
            case Reception::delivered:
                mark_delivered(message.id);
                break;
            case Reception::waiting:
                webhooks_.tell("progress", message);
                break;
            case Reception::failed:
                mark_failed(message.id);
                break;
        }
        tokens.push_back({{"message", id},
                          {"fingerprint", fingerprint_of(line, number)},
                          {"contact", contact_id_of(number)},
                          {"device", contact_id_of(line)}});
    }
    return success(
        {{"fingerprint", fingerprint_of(line, numbers.front())}, {"root", root}, {"tokens", tokens}});
}

ApiAnswer ZipwhipApi::message_list(const ApiRequest& request) {
    const auto page = messages_.messages(line_of(request), range_of(request));
    return success(list_of(page.items), page.total, page.items.size());
}

ApiAnswer ZipwhipApi::message_read(const ApiRequest& request) {
    const std::string line = line_of(request);
    const std::int64_t id = needed_number(request, "message");
    if (!messages_.mark_read(line, id, clock_.now())) {
        throw Refusal(code::bad_argument, "There is no message " + std::to_string(id) + ".");
    }
    return success(true);
}

ApiAnswer ZipwhipApi::conversation_list(const ApiRequest& request) {
    const auto page = messages_.conversations(line_of(request), range_of(request));
    json list = json::array();
    for (const Conversation& conversation : page.items)
        list.push_back(listed_conversation(conversation));
    return success(list, page.total, page.items.size());
}

ApiAnswer ZipwhipApi::conversation_get(const ApiRequest& request) {
    const std::string line = line_of(request);
    const std::string fingerprint = needed(request, "fingerprint");
    const Range range = range_of(request);
    for (const Conversation& conversation : messages_.conversations(line, {0, SIZE_MAX}).items) {
        if (fingerprint_of(line, conversation.newest.number) != fingerprint) continue;
        const auto page = messages_.messages_with(line, conversation.newest.number, range);
        return success(
            {{"conversation", listed_conversation(conversation)}, {"messages", list_of(page.items)}},
            page.total, page.items.size());
    }
    throw Refusal(code::bad_argument, "There is no conversation '" + fingerprint + "'.");
}

}  // namespace mock_host::zipwhip
