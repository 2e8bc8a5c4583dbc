#include "unit/gateway/twilio_account.hpp"

#include <Poco/DateTimeFormat.h>
#include <Poco/DateTimeFormatter.h>
#include <Poco/Timestamp.h>

#include <map>
#include <stdexcept>

using nlohmann::json;
using send_text::Form;
using send_text::HttpAnswer;

class TwilioAccount::Client final : public send_text::HttpClient {
  public:
    explicit Client(TwilioAccount& account) : account_(account) {}
    HttpAnswer post(const std::string& where, const Form&) override {
        throw std::logic_error("nothing is to be sent to " + where);
    }
    HttpAnswer get(const std::string& where, const Form& form) override {
        if (where != path) throw std::logic_error("the account was left for " + where);
        return account_.list(form);
    }

  private:
    TwilioAccount& account_;
};

json& TwilioAccount::add(const std::string& direction, const std::string& from, const std::string& to,
                         const json& service) {
    const std::string date = rfc_2822(first_sent_at + send_text::Seconds(added_));
    const bool is_inbound = direction == "inbound";
    entries_.push_back({{"sid", "SM" + std::to_string(added_)},
                        {"direction", direction},
                        {"from", from},
                        {"to", to},
                        {"messaging_service_sid", service},
                        {"body", "text " + std::to_string(added_)},
                        {"status", is_inbound ? "received" : "sent"},
                        {"date_created", date},
                        {"date_sent", date}});
    ++added_;
    return entries_.back();
}

std::unique_ptr<send_text::HttpClient> TwilioAccount::client() {
    return std::make_unique<Client>(*this);
}

HttpAnswer TwilioAccount::list(const Form& form) {
    asked.push_back(form);
    if (static_cast<int>(asked.size()) == fails_at) return {503, "", {}};
    std::map<std::string, std::string> values(form.begin(), form.end());
    const auto matches = [&](const json& entry, const char* filter, const char* field) {
        return !values.contains(filter) || !entry.is_object() || entry.value(field, "") == values[filter];
    };
    // The token is how many entries are older: what arrives meanwhile does not shift the pages.
    std::size_t left =
        values.contains("PageToken") ? std::stoul(values["PageToken"].substr(2)) : entries_.size();
    const std::size_t page_size = std::stoul(values.at("PageSize"));
    json messages = json::array();
    for (; left > 0 && messages.size() < page_size; --left) {
        const json& entry = entries_[left - 1];
        if (matches(entry, "To", "to") && matches(entry, "From", "from")) messages.push_back(entry);
    }
    json next = nullptr;
    if (left > 0) {
        Form query;
        for (const auto& [name, value] : form) {
            if (name != "Page" && name != "PageToken") query.emplace_back(name, value);
        }
        query.emplace_back("Page", "1");
        query.emplace_back("PageToken", "PA" + std::to_string(left));
        next = path + "?" + send_text::form_encoded(query);
    }
    return {200, json{{"messages", messages}, {"next_page_uri", next}, {"uri", path}}.dump(), {}};
}

std::string rfc_2822(send_text::TimePoint time) {
    return Poco::DateTimeFormatter::format(
        Poco::Timestamp(std::chrono::microseconds(time.time_since_epoch()).count()),
        "%w, %d %b %Y %H:%M:%S +0000");
}
