#include "compose/recipient_list.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "compose/recipient_row.hpp"
#include "recipients/number_owners.hpp"
#include "recipients/verdict_words.hpp"

namespace send_text {

void RecipientList::add(Recipient recipient) {
    found_.push_back(recipient);
    if (const Recipient* const first = first_with_number_of(found_.size() - 1))
        share_number(recipient, *first);
    shown_.push_back(std::move(recipient));
}

/// Who of the others gets the text to the number of a row; nothing: nobody.
const Recipient* RecipientList::first_with_number_of(std::size_t index) {
    const Recipient& recipient = found_[index];
    if (!can_text(recipient.verdict)) return nullptr;
    const auto [entry, is_first] = first_with_number_.try_emplace(recipient.number, index);
    const Recipient& first = found_[entry->second];
    return is_first || first.record == recipient.record ? nullptr : &first;
}

std::size_t RecipientList::textable() const {
    return static_cast<std::size_t>(
        std::count_if(shown_.begin(), shown_.end(),
                      [](const Recipient& recipient) { return can_text(recipient.verdict); }));
}

std::optional<std::size_t> RecipientList::find(const std::string& id) const {
    const std::optional<RecordRef> record = record_of_row(id);
    const auto found = std::find_if(found_.begin(), found_.end(),
                                    [&](const Recipient& recipient) { return record == recipient.record; });
    if (found == found_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - found_.begin());
}

std::vector<std::size_t> RecipientList::remove(const std::set<std::size_t>& indexes) {
    for (std::vector<Recipient>* const all : {&found_, &shown_}) {
        std::size_t index = 0;
        std::erase_if(*all, [&](const Recipient&) { return indexes.contains(index++); });
    }
    return update_sharing();
}

std::vector<std::size_t> RecipientList::replace(std::size_t index, Recipient recipient) {
    found_.at(index) = std::move(recipient);
    shown_.at(index) = {};
    return update_sharing();
}

/// Whoever is as before is not copied: most are.
std::vector<std::size_t> RecipientList::update_sharing() {
    std::vector<std::size_t> changed;
    first_with_number_.clear();
    for (std::size_t index = 0; index < found_.size(); ++index) {
        const Recipient* const first = first_with_number_of(index);
        Recipient& shown = shown_[index];
        const Recipient& found = found_[index];
        if (first == nullptr && shown.verdict == found.verdict && shown.reason == found.reason) continue;
        Recipient now = found;
        if (first != nullptr) share_number(now, *first);
        if (now.verdict == shown.verdict && now.reason == shown.reason) continue;
        shown = std::move(now);
        changed.push_back(index);
    }
    return changed;
}

std::vector<OutgoingText> RecipientList::outgoing(const std::function<LineId(const E164&)>& line_for) const {
    std::vector<OutgoingText> texts;
    std::map<E164, std::size_t> by_number;
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
