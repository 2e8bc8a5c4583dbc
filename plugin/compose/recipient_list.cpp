#include "compose/recipient_list.hpp"

#include <algorithm>
#include <map>
#include <unordered_set>
#include <utility>

#include "compose/compose_view.hpp"

namespace send_text {

void RecipientList::add(Recipient recipient) {
    found_.push_back(recipient);
    owners_.mark_sharing(recipient);
    shown_.push_back(std::move(recipient));
}

std::size_t RecipientList::textable() const {
    return static_cast<std::size_t>(
        std::count_if(shown_.begin(), shown_.end(),
                      [](const Recipient& recipient) { return can_text(recipient.verdict); }));
}

std::vector<const Recipient*> RecipientList::texted() const {
    std::vector<const Recipient*> texted;
    std::unordered_set<std::string> numbers;
    for (const Recipient& recipient : shown_) {
        if (can_text(recipient.verdict) && numbers.insert(recipient.number).second)
            texted.push_back(&recipient);
    }
    return texted;
}

std::optional<std::size_t> RecipientList::find(const std::string& id) const {
    const auto found = std::find_if(shown_.begin(), shown_.end(), [&](const Recipient& recipient) {
        return row_id(recipient.record) == id;
    });
    if (found == shown_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - shown_.begin());
}

std::vector<std::size_t> RecipientList::remove(std::size_t index) {
    const auto at = static_cast<std::ptrdiff_t>(index);
    found_.erase(found_.begin() + at);
    shown_.erase(shown_.begin() + at);
    return mark_sharing_anew();
}

std::vector<std::size_t> RecipientList::replace(std::size_t index, Recipient recipient) {
    found_.at(index) = std::move(recipient);
    shown_.at(index) = {};
    return mark_sharing_anew();
}

std::vector<std::size_t> RecipientList::mark_sharing_anew() {
    std::vector<std::size_t> changed;
    owners_ = {};
    for (std::size_t index = 0; index < found_.size(); ++index) {
        Recipient recipient = found_[index];
        owners_.mark_sharing(recipient);
        Recipient& shown = shown_[index];
        if (recipient.verdict == shown.verdict && recipient.reason == shown.reason) continue;
        shown = std::move(recipient);
        changed.push_back(index);
    }
    return changed;
}

std::vector<OutgoingText> RecipientList::outgoing(
    const std::function<std::string(const std::string&)>& line_for) const {
    std::vector<OutgoingText> texts;
    std::map<std::string, std::size_t> by_number;
    for (const Recipient& recipient : shown_) {
        if (!can_text(recipient.verdict)) continue;
        const auto [entry, is_new] = by_number.try_emplace(recipient.number, texts.size());
        if (is_new) texts.push_back({recipient.number, {}, line_for(recipient.number)});
        texts[entry->second].records.push_back(recipient.record);
        texts[entry->second].is_insisted |= recipient.is_insisted;
    }
    return texts;
}

}  // namespace send_text
