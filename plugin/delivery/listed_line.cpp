#include "delivery/listed_line.hpp"

#include <algorithm>
#include <utility>

namespace send_text {

ListedLine::ListedLine(CarrierListing listing, LineId line, const OutboxStore& outbox,
                       const ConversationStore& conversations)
    : listing_(std::move(listing)), line_(std::move(line)), conversations_(conversations) {
    std::vector<std::string> ids;
    ids.reserve(listing_.outbound.size());
    for (const CarrierMessage& message : listing_.outbound)
        ids.push_back(message.id);
    for (const UnreadableEntry& entry : listing_.unreadable)
        ids.push_back(entry.id);
    ours_ = outbox.taken_texts(line_, ids);
    for (const CarrierMessage& message : listing_.outbound) {
        const auto ours = ours_.find(message.id);
        if (ours == ours_.end()) {
            others_.emplace(message.number, &message);
        } else if (ours->second.was_answered) {
            ours_by_request_[ours->second.request_number] = {message.created_at, ours->second.sending_since};
        }
    }
}

std::vector<PossibleMatch> ListedLine::candidates(const Text& text, TimePoint from) const {
    std::vector<PossibleMatch> candidates;
    const auto [begin, end] = others_.equal_range(text.number);
    for (auto other = begin; other != end; ++other) {
        const CarrierMessage& message = *other->second;
        if (message.created_at < from) continue;
        const auto filed = conversations_.filed_number(line_, message.id);
        if (!filed || *filed > text.look_from.filed) candidates.push_back({message, filed.has_value()});
    }
    // What the inbox has seen there counts, though this list lacks it.
    for (const ListedMessage& filed :
         conversations_.filed_as_others(line_, text.number, text.look_from.filed)) {
        const bool is_listed = std::any_of(
            begin, end, [&filed](const auto& other) { return other.second->id == filed.carrier_message_id; });
        if (is_listed || filed.created_at < from) continue;
        candidates.push_back({{.id = filed.carrier_message_id,
                               .direction = Direction::outbound,
                               .number = filed.number,
                               .body = filed.body,
                               .created_at = filed.created_at,
                               .failure = {}},
                              true});
    }
    return candidates;
}

void ListedLine::claimed(const CarrierMessage& message) {
    const auto [begin, end] = others_.equal_range(message.number);
    const auto found =
        std::find_if(begin, end, [&message](const auto& other) { return other.second->id == message.id; });
    if (found != end) others_.erase(found);
}

bool ListedLine::may_be_unreadable(const Text& text, TimePoint from) const {
    return std::any_of(listing_.unreadable.begin(), listing_.unreadable.end(),
                       [&](const UnreadableEntry& entry) {
                           return (entry.number.empty() || entry.number == text.number) &&
                                  entry.latest.value_or(from) >= from && !ours_.contains(entry.id);
                       });
}

std::optional<ListedLine::Ours> ListedLine::last_before(std::int64_t request_number) const {
    const auto after = ours_by_request_.lower_bound(request_number);
    if (after == ours_by_request_.begin()) return std::nullopt;
    return std::prev(after)->second;
}

bool ListedLine::has_later(std::int64_t request_number, const CarrierAccount& account,
                           const CarrierReading& before, MonotonicTime since) const {
    return std::any_of(ours_.begin(), ours_.end(), [&](const auto& entry) {
        const TakenText& text = entry.second;
        if (!text.was_answered || text.request_number <= request_number || text.handed_to != account)
            return false;
        const auto known = before.outbound.find(entry.first);
        return known != before.outbound.end() && known->second.listed_since <= since;
    });
}

}  // namespace send_text
