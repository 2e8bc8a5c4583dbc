#include "carrier/telnyx/id.hpp"

#include <Poco/UUID.h>
#include <Poco/UUIDGenerator.h>

namespace mock_host::telnyx {

bool is_id(const std::string& text) {
    Poco::UUID id;
    return text.size() == 36 && id.tryParse(text);
}

std::string new_id() {
    return Poco::UUIDGenerator::defaultGenerator().createRandom().toString();
}

std::string id_of(const std::string& text) {
    return Poco::UUIDGenerator::defaultGenerator().createFromName(Poco::UUID::oid(), text).toString();
}

}  // namespace mock_host::telnyx
