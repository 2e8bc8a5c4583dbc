#include "compose/recipient_list.hpp"

#include <algorithm>
#include <map>

#include "compose/compose_view.hpp"

namespace send_text {

std::size_t RecipientList::textable() const {
    return static_cast<std::size_t>(
        std::count_if(recipients_.begin(), recipients_.end(),
                      [](const Recipient& recipient) { return can_text(recipient.verdict); }));
}

std::size_t RecipientList::texts() const {
    return static_cast<std::size_t>(
        std::count_if(recipients_.begin(), recipients_.end(), [](const Recipient& recipient) {
            return can_text(recipient.verdict) && recipient.verdict != Verdict::shares_number;
        }));
}

std::optional<std::size_t> RecipientList::find(const std::string& id) const {
    const auto found = std::find_if(recipients_.begin(), recipients_.end(), [&](const Recipient& recipient) {
        return row_id(recipient.record) == id;
    });
    if (found == recipients_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - recipients_.begin());
}

std::optional<std::size_t> RecipientList::remove(std::size_t index) {
    const Recipient removed = recipients_.at(index);
    recipients_.erase(recipients_.begin() + static_cast<std::ptrdiff_t>(index));
    if (removed.number.empty() || removed.verdict == Verdict::shares_number) return std::nullopt;
    const auto heir = std::find_if(recipients_.begin(), recipients_.end(), [&](const Recipient& recipient) {
        return recipient.number == removed.number;
    });
    if (heir == recipients_.end()) return std::nullopt;
    heir->verdict = Verdict::ok;
    heir->reason.clear();
    return static_cast<std::size_t>(heir - recipients_.begin());
}

std::vector<OutgoingText> RecipientList::outgoing(
    const std::function<std::string(const std::string&)>& line_for) const {
    std::vector<OutgoingText> texts;
    std::map<std::string, std::size_t> by_number;
    for (const Recipient& recipient : recipients_) {
        if (!can_text(recipient.verdict)) continue;
        const auto [entry, is_new] = by_number.try_emplace(recipient.number, texts.size());
        if (is_new) texts.push_back({recipient.number, {}, line_for(recipient.number)});
        texts[entry->second].records.push_back(recipient.record);
    }
    return texts;
}

}  // namespace send_text
