#include "conversations/routing.hpp"

#include <exception>
#include <set>
#include <span>

#include "core/subscriber_number.hpp"

namespace send_text {

std::vector<RecordRef> route(const LineId& line, const E164& number, const ConversationStore& conversations,
                             RecordDirectory& directory) {
    std::vector<RecordRef> owners = conversations.owners_of_latest_text(line, number);
    if (!owners.empty()) return owners;
    // The host knows numbers as they were typed.
    std::set<RecordRef> having_it;
    for (const std::string& form : forms_of_number(number.str())) {
        const std::vector<RecordRef> found = directory.find_by_phone(E164(form));
        having_it.insert(found.begin(), found.end());
    }
    if (having_it.size() == 1) owners.push_back(*having_it.begin());
    return owners;
}

std::string name_of(const RecordRef& record, RecordDirectory& directory) {
    std::string name;
    try {
        directory.fetch(std::span(&record, 1), [&name](std::size_t, const RecordDetails* details) {
            if (details != nullptr) name = details->display_name;
            return true;
        });
    } catch (const std::exception&) {
        name.clear();  // a name is a courtesy: nothing waits for it
    }
    return name;
}

}  // namespace send_text
