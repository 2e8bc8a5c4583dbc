#pragma once

#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "carrier/simulator_clock.hpp"
#include "carrier/state_file.hpp"
#include "carrier/zipwhip/page.hpp"

namespace mock_host::zipwhip {

/// What can be saved of a contact, besides its number.
constexpr const char* contact_details[] = {"firstName", "lastName", "email",   "notes",
                                           "city",      "state",    "zipcode", "loc"};
/// Some of these, by name.
using ContactDetails = std::map<std::string, std::string>;

/// What a line knows of somebody it texts with.
struct Contact {
    std::string line;    ///< ours, E.164
    std::string number;  ///< the contact's, E.164
    ContactDetails details;
    int version = 0;  ///< counts on each time it is saved
    Moment created;
    Moment updated;
};

/// The contacts of all lines: one comes into being when it is saved, or when it and the line first text.
/// [thread-safe]
class ContactBook {
  public:
    /// With those that the file has kept; nullptr keeps nothing.
    explicit ContactBook(StateFile* file = nullptr);

    /// Puts these details in place of those of the same names and returns the contact.
    Contact save(const std::string& line, const std::string& number, const ContactDetails& details,
                 Moment when);
    /// Keeps a contact of which nothing else is known, if it is not there.
    void add(const std::string& line, const std::string& number, Moment when);
    /// None if there is no such contact.
    ContactDetails details_of(const std::string& line, const std::string& number) const;
    Page<Contact> of_line(const std::string& line, Range range) const;
    void clear();

  private:
    // With mutex_ held.
    Contact& contact_of(const std::string& line, const std::string& number, Moment when);
    void keep(const Contact& contact) const;

    const Kept kept_;
    mutable std::mutex mutex_;
    std::vector<Contact> contacts_;                                        // oldest first
    std::map<std::pair<std::string, std::string>, std::size_t> index_of_;  // in contacts_, by line and number
};

}  // namespace mock_host::zipwhip
