#include "core/record.hpp"

namespace send_text {

std::string describe(const RecordRef& record) {
    switch (record.kind) {
        case RecordKind::employee:
            return "employee " + std::to_string(record.id);
        case RecordKind::contact:
            return "contact " + std::to_string(record.id);
        case RecordKind::unspecified:
            break;
    }
    return "record " + std::to_string(record.id);
}

}  // namespace send_text
