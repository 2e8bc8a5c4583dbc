#include "conversations/routing.hpp"

#include <exception>
#include <span>

namespace send_text {

std::vector<RecordRef> route(const std::string& line, const std::string& number,
                             const ConversationStore& conversations, RecordDirectory& directory) {
    std::vector<RecordRef> owners = conversations.owners_of_latest_text(line, number);
    if (!owners.empty()) return owners;
    std::vector<RecordRef> having_it = directory.find_by_phone(number);
    if (having_it.size() != 1) having_it.clear();
    return having_it;
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
