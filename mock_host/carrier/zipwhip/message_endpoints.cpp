#include <algorithm>
#include <cstdint>

#include "carrier/text_log.hpp"
#include "carrier/zipwhip/envelope.hpp"
#include "carrier/zipwhip/message_json.hpp"
#include "carrier/zipwhip/zipwhip_api.hpp"
#include "staffing_json/bounded_json.hpp"

namespace mock_host::zipwhip {

using nlohmann::json;

json ZipwhipApi::listed(const Message& message) const {
    return listed_message(message, contacts_.details_of(message.line, message.number));
}

json ZipwhipApi::listed(const std::vector<Message>& messages) const {
    json list = json::array();
    for (const Message& message : messages)
        list.push_back(listed(message));
    return list;
}

json ZipwhipApi::listed(const Conversation& conversation) const {
    const Message& newest = conversation.newest;
    return listed_conversation(conversation, contacts_.details_of(newest.line, newest.number));
}

Message ZipwhipApi::message_of(const std::string& line, std::int64_t id) const {
    const auto message = messages_.find(line, id);
    if (!message) throw Refusal(code::bad_argument, "There is no message " + std::to_string(id) + ".");
    return *message;
}

std::vector<std::int64_t> ZipwhipApi::message_ids_in(const ApiRequest& request,
                                                     const std::string& line) const {
    std::vector<std::int64_t> ids = needed_numbers(request, "message");
    for (const std::int64_t id : ids)
        message_of(line, id);
    return ids;
}

Conversation ZipwhipApi::conversation_of(const ApiRequest& request, const std::string& line) const {
    const std::string fingerprint = needed(request, "fingerprint");
    for (const Conversation& conversation : messages_.conversations(line, {0, SIZE_MAX}).items) {
        if (fingerprint_of(line, conversation.newest.number) == fingerprint) return conversation;
    }
    throw Refusal(code::bad_argument, "There is no conversation '" + fingerprint + "'.");
}

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
    std::vector<std::string> ids;
    for (const std::string& number : numbers) {
        const Message message = messages_.add(line, number, false, body, clock_.now());
        contacts_.add(line, number, message.created);
        const std::string id = std::to_string(message.id);
        if (root.empty()) root = id;
        ids.push_back(id);
        texts_.add({name(), id, false, line, number, body, steps_of_request(request, message.created)});
        webhooks_.post_event("send", message);
        // Kept as queued first: the handset may be switched on in between, and then reports the arrival.
        switch (handsets_.receive(number, {line, body, id, message.created})) {
            case Reception::delivered:
                mark_delivered(message.id);
                break;
            case Reception::waiting:
                texts_.step(id, {"waiting", message.created});
                webhooks_.post_event("progress", message);
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
    ApiAnswer answer =
        success({{"fingerprint", fingerprint_of(line, numbers.front())}, {"root", root}, {"tokens", tokens}});
    answer.message_ids = std::move(ids);
    return answer;
}

ApiAnswer ZipwhipApi::message_list(const ApiRequest& request) {
    const std::string line = line_of(request);
    const ListFault& fault = request.list_fault;
    Range range = range_of(request);
    if (fault.max_entries) range.limit = std::min(range.limit, *fault.max_entries);
    const bool has_nonsense = !fault.nonsense.empty();
    const bool is_nonsense_here = has_nonsense && range.start == 0 && range.limit > 0;
    Range of_messages = range;  // the entry that is none counts as one
    if (is_nonsense_here) --of_messages.limit;
    if (has_nonsense && range.start > 0) --of_messages.start;

    const Moment made_by = fault.lag.count() > 0 ? clock_.now() - fault.lag : Moment::max();
    const auto page = messages_.messages(line, of_messages, made_by);
    json list = listed(page.items);
    spoil_entries(list, fault, {"id", [](const json& entry) { return entry["type"] == "ZO"; }});
    if (is_nonsense_here) list.insert(list.begin(), staffing::json_or_discarded(fault.nonsense));
    shift_list(line, fault.arriving);
    // A carrier that gives less than was asked for may also say that there is no more.
    const std::size_t total = fault.max_entries ? list.size() : page.total + (has_nonsense ? 1 : 0);
    return success(list, total, list.size(), range);
}

void ZipwhipApi::shift_list(const std::string& line, int arriving) {
    for (int i = 0; i < arriving; ++i) {
        HandsetText text{line, shifting_words, {}, clock_.now()};
        text.message_id = take_reply(shifting_number, text);
        handsets_.reply(shifting_number, text);
    }
    if (arriving >= 0) return;
    for (const Message& message : messages_.messages(line, {0, static_cast<std::size_t>(-arriving)}).items)
        messages_.remove(line, message.id, clock_.now());
}

// The documents call the parameter `message`, the client library `id`.
ApiAnswer ZipwhipApi::message_get(const ApiRequest& request) {
    const std::string line = line_of(request);
    const char* const name = request.parameter("message") ? "message" : "id";
    return success(listed(message_of(line, needed_number(request, name))));
}

ApiAnswer ZipwhipApi::message_read(const ApiRequest& request) {
    const std::string line = line_of(request);
    for (const std::int64_t id : message_ids_in(request, line)) {
        if (const auto read = messages_.mark_read(line, id, clock_.now()))
            webhooks_.post_event("read", *read);
    }
    return success(true);
}

// What is deleted is gone. [?]
ApiAnswer ZipwhipApi::message_delete(const ApiRequest& request) {
    const std::string line = line_of(request);
    for (const std::int64_t id : message_ids_in(request, line)) {
        if (const auto removed = messages_.remove(line, id, clock_.now()))
            webhooks_.post_event("delete", *removed);
    }
    return success(nullptr);
}

ApiAnswer ZipwhipApi::conversation_list(const ApiRequest& request) {
    const std::string line = line_of(request);
    const Range range = range_of(request);
    const auto page = messages_.conversations(line, range);
    json list = json::array();
    for (const Conversation& conversation : page.items)
        list.push_back(listed(conversation));
    return success(list, page.total, page.items.size(), range);
}

ApiAnswer ZipwhipApi::conversation_get(const ApiRequest& request) {
    const std::string line = line_of(request);
    const Range range = range_of(request);
    const Conversation conversation = conversation_of(request, line);
    const auto page = messages_.messages_with(line, conversation.newest.number, range);
    return success({{"conversation", listed(conversation)}, {"messages", listed(page.items)}}, page.total,
                   page.items.size(), range);
}

ApiAnswer ZipwhipApi::conversation_delete(const ApiRequest& request) {
    const std::string line = line_of(request);
    const Conversation conversation = conversation_of(request, line);
    for (const Message& removed : messages_.remove_with(line, conversation.newest.number, clock_.now())) {
        webhooks_.post_event("delete", removed);
    }
    return success(nullptr);
}

}  // namespace mock_host::zipwhip
