#include "carrier/zipwhip/contact_book.hpp"

#include "carrier/state_json.hpp"

namespace mock_host::zipwhip {

using nlohmann::json;

ContactBook::ContactBook(StateFile* file) : kept_(file, "zipwhip_contact") {
    kept_.each([this](const std::string&, const json& kept) {
        Contact& contact = contact_of(kept.at("line"), kept.at("number"), moment_from(kept.at("created")));
        kept.at("details").get_to(contact.details);
        kept.at("version").get_to(contact.version);
        contact.updated = moment_from(kept.at("updated"));
    });
}

void ContactBook::keep(const Contact& contact) const {
    kept_.put(contact.line + " " + contact.number, [&] {
        return json{{"line", contact.line},
                    {"number", contact.number},
                    {"details", contact.details},
                    {"version", contact.version},
                    {"created", kept_moment(contact.created)},
                    {"updated", kept_moment(contact.updated)}};
    });
}

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
    keep(contact);
    return contact;
}

void ContactBook::add(const std::string& line, const std::string& number, Moment when) {
    const std::lock_guard lock(mutex_);
    if (!index_of_.contains({line, number})) keep(contact_of(line, number, when));
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
    kept_.remove_all();
}

}  // namespace mock_host::zipwhip
