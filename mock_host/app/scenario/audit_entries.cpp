#include "mock_host/app/scenario/audit_entries.hpp"

#include <stdexcept>

#include "staffing_json/bounded_json.hpp"

namespace mock_host {

using nlohmann::json;

namespace {

using Row = std::vector<std::string>;

[[noreturn]] void refuse(const char* format, std::size_t line, const std::string& words) {
    throw std::runtime_error("The audit trail is no " + std::string(format) + ": line " +
                             std::to_string(line) + " " + words + ".");
}

/// Takes fields out of a CSV file, one after the other.
class CsvReader {
  public:
    explicit CsvReader(const std::string& file) : file_(file) {}

    bool at_end() const { return at_ == file_.size(); }
    std::size_t line() const { return line_; }

    Row row() {
        Row fields;
        do {
            fields.push_back(file_.compare(at_, 1, "\"") == 0 ? quoted() : plain());
        } while (take(","));
        if (!take("\r\n")) refuse("CSV", line_, "does not end with CR LF");
        ++line_;
        return fields;
    }

  private:
    bool take(const char* text) {
        const std::string_view wanted(text);
        if (file_.compare(at_, wanted.size(), wanted) != 0) return false;
        at_ += wanted.size();
        return true;
    }

    std::string plain() {
        const std::size_t end = std::min(file_.find_first_of(",\"\r\n", at_), file_.size());
        std::string field = file_.substr(at_, end - at_);
        at_ = end;
        return field;
    }

    std::string quoted() {
        std::string field;
        ++at_;
        while (true) {
            if (at_end()) refuse("CSV", line_, "ends inside of a quoted field");
            if (take("\"\"")) {
                field += '"';
            } else if (take("\"")) {
                return field;
            } else {
                field += file_[at_++];
            }
        }
    }

    const std::string& file_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
};

}  // namespace

std::vector<json> read_json_lines(const std::string& file) {
    std::vector<json> entries;
    for (std::size_t at = 0; at < file.size();) {
        const std::size_t end = file.find('\n', at);
        json entry = staffing::json_or_discarded(file.substr(at, end - at));
        if (end == std::string::npos || !entry.is_object())
            refuse("JSON Lines", entries.size() + 1, "is not an object and a line end");
        entries.push_back(std::move(entry));
        at = end + 1;
    }
    return entries;
}

std::vector<json> read_csv(const std::string& file) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";  // of a spreadsheet
    const std::string rows = file.substr(file.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
    CsvReader reader(rows);
    const Row names = reader.row();
    std::vector<json> entries;
    while (!reader.at_end()) {
        const std::size_t line = reader.line();
        const Row fields = reader.row();
        if (fields.size() != names.size()) {
            refuse("CSV", line,
                   "has " + std::to_string(fields.size()) + " fields, and " + std::to_string(names.size()) +
                       " columns are named");
        }
        json entry = json::object();
        for (std::size_t i = 0; i < names.size(); ++i)
            entry[names[i]] = fields[i];
        entries.push_back(std::move(entry));
    }
    return entries;
}

}  // namespace mock_host
