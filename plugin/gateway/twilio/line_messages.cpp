#include "gateway/twilio/line_messages.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace send_text::twilio {
namespace {

constexpr int number_page_size = 100;
// An answer of the longest texts, each character escaped, still has the size that the HTTP client takes.
constexpr int service_page_size = 200;
// How much of others' is gone through for the next message of a messaging service.
constexpr int max_pages_without_any = 100;

/// A text between two numbers of one account stands there twice, as sent and as received: each of the lists
/// shows both, and one is the other line's.
auto of_direction(Direction wanted) {
    return [wanted](std::vector<ListedMessage> messages) {
        std::erase_if(messages, [&](const ListedMessage& message) {
            return message.direction && *message.direction != wanted;
        });
        return messages;
    };
}

bool is_of_service(const ListedMessage& message, ServiceNumbers& numbers) {
    if (!message.service.empty()) return message.service == numbers.service();
    if (message.direction == Direction::outbound) return false;
    // [?] Whether Twilio names the service of each reply is not documented.
    if (message.direction == Direction::inbound) return !message.to.empty() && numbers.contains(message.to);
    return true;  // cannot be told
}

auto of_service_of(ServiceNumbers& numbers) {
    return [&numbers](std::vector<ListedMessage> messages) {
        for (const ListedMessage& message : messages)
            numbers.learn(message);
        std::erase_if(messages,
                      [&](const ListedMessage& message) { return !is_of_service(message, numbers); });
        return messages;
    };
}

}  // namespace

LineMessages LineMessages::of_number(const Ask& ask, const ListPlace& place, const std::string& number) {
    LineMessages messages;
    const auto add = [&](const char* filter, Direction direction) {
        const ListPlace of_number{place.host, place.path, {{filter, number}}};
        messages.lists_.push_back(
            {{ask, of_number, number_page_size}, of_direction(direction), direction == Direction::inbound});
    };
    add("To", Direction::inbound);
    add("From", Direction::outbound);
    return messages;
}

LineMessages LineMessages::of_service(const Ask& ask, const ListPlace& place, ServiceNumbers& numbers) {
    LineMessages messages;
    messages.lists_.push_back({{ask, place, service_page_size}, of_service_of(numbers), false});
    return messages;
}

bool LineMessages::reaches(std::int64_t start) const {
    return start >= position_ || (last_ && start == position_ - 1);
}

CarrierPage LineMessages::page(std::int64_t start, std::int64_t limit) {
    CarrierPage page;
    std::int64_t count = 0;
    const auto add_last = [&] {
        ++count;
        if (last_->message) {
            page.messages.push_back(*last_->message);
        } else {
            ++page.skipped;
            if (!last_->id.empty()) page.skipped_ids.push_back(last_->id);
            if (last_->unreadable) page.unreadable.push_back(*last_->unreadable);
        }
    };
    if (start < position_) add_last();
    const std::int64_t repeated = count;
    const auto read_on = [&] {
        while (position_ < start && next()) {
        }
        while (position_ >= start && count < limit && next())
            add_last();
    };
    try {
        read_on();
        if (count == repeated && broken_off()) {
            is_past_break_ = true;
            read_on();
        }
    } catch (const GatewayError&) {
        if (count == repeated) throw;  // else the next page meets it again
    }
    if (is_past_break_) page.broken_off = broken_off();
    page.is_last = is_over() && (!broken_off() || is_past_break_);
    if (count == 0 && !page.is_last) {
        throw GatewayError(
            GatewayError::Kind::bad_answer,
            "The Twilio account has so many messages of other lines that those of this messaging "
            "service cannot be found among them. Give it an account (a subaccount) of its own.");
    }
    if (start == 0 && page.messages.empty() && !page.unreadable.empty()) {
        throw GatewayError(GatewayError::Kind::bad_answer,
                           "Twilio answered with a list in which no message can be read.");
    }
    return page;
}

LineMessages::Item LineMessages::item_of(const ListedMessage& listed, const List& list) {
    Item item{carrier_message(listed), {}, listed.id, listed.place};
    if (!item.message && !list.has_inbound_only) item.unreadable = unreadable_entry(listed, list.newer);
    return item;
}

/// What is read is kept while it is looked through, which may fail.
void LineMessages::read_page(List& list) {
    if (list.unpicked.empty()) list.unpicked = list.pages.next();
    for (const ListedMessage& message : list.pick(list.unpicked)) {
        list.items.push_back(item_of(message, list));
        if (message.created_at) list.newer = message.place;
    }
    list.unpicked.clear();
}

/// Goes on by one entry; false at the end, where a list is broken off, or when none is found within reason.
bool LineMessages::next() {
    List* newest = nullptr;
    int pages_left = max_pages_without_any;
    for (List& list : lists_) {
        while (list.items.empty() && (!list.unpicked.empty() || !list.pages.is_over())) {
            if (pages_left-- == 0) return false;
            read_page(list);
        }
        if (list.items.empty()) {
            if (list.pages.broken_off() && !is_past_break_) return false;
            continue;
        }
        if (newest == nullptr || list.items.front().place > newest->items.front().place) newest = &list;
    }
    if (newest == nullptr) return false;
    last_ = std::move(newest->items.front());
    newest->items.pop_front();
    ++position_;
    return true;
}

bool LineMessages::is_over() const {
    return std::all_of(lists_.begin(), lists_.end(), [](const List& list) {
        return list.items.empty() && list.unpicked.empty() && list.pages.is_over();
    });
}

/// Of a list that has nothing more to give.
std::optional<std::string> LineMessages::broken_off() const {
    for (const List& list : lists_) {
        if (list.items.empty() && list.unpicked.empty() && list.pages.broken_off())
            return list.pages.broken_off();
    }
    return std::nullopt;
}

}  // namespace send_text::twilio
