#include "carrier/zipwhip/contact_book.hpp"

namespace mock_host::zipwhip {

Contact& ContactBook::contact_of(const std::string& line, const std::string& number, Moment when) {
    const auto [index, is_new] = index_of_.try_emplace({line, number}, contacts_.size());
    if (is_new) contacts_.push_back({line, number, {}, 0, when, when});
    return contacts_[index->second];
}

Contact ContactBook::save(const std::string& line, const std::string& number, const ContactDetails& details,
                          Moment when) {
    const std::lock_guard lock(mutex_);
    Contact& contact = contact_of(line, number, when);
    for (const auto& [name, value] : details)
        contact.details[name] = value;
    contact.updated = when;
    ++contact.version;
    return contact;
}

void ContactBook::add(const std::string& line, const std::string& number, Moment when) {
    const std::lock_guard lock(mutex_);
    contact_of(line, number, when);
}

ContactDetails ContactBook::details_of(const std::string& line, const std::string& number) const {
    const std::lock_guard lock(mutex_);
    const auto index = index_of_.find({line, number});
    if (index == index_of_.end()) return {};
    return contacts_[index->second].details;
}

Page<Contact> ContactBook::of_line(const std::string& line, Range range) const {
    const std::lock_guard lock(mutex_);
    return page_of<Contact>(contacts_.rbegin(), contacts_.rend(), range,
                            [&](const Contact& contact) { return contact.line == line; });
}

void ContactBook::clear() {
    const std::lock_guard lock(mutex_);
    contacts_.clear();
    index_of_.clear();
}

}  // namespace mock_host::zipwhip
