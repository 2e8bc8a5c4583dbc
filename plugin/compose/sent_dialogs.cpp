#include "compose/sent_dialogs.hpp"

#include <memory>
#include <utility>

#include <nlohmann/json.hpp>

#include "compose/compose_view.hpp"
#include "core/counted.hpp"
#include "recipients/phone_format.hpp"

namespace send_text {
namespace {

using nlohmann::json;

std::string counted_texts(std::int64_t count) {
    return counted(static_cast<std::uint64_t>(count), "text", "texts");
}

bool is_pressed(const json& event, const char* button) {
    return event.at("event") == "pressed" && event.at("button") == button;
}

/// "Your texts are on their way", kept up to date while it is open.
class ConfirmationDialog final : public Dialog, public RequestView {
  public:
    static void open(const ComposeServices& services, const SentRequest& sent) {
        const RequestReport nothing_yet{
            sent.request_id,
            {static_cast<std::int64_t>(sent.texts), static_cast<std::int64_t>(sent.texts), 0, 0, 0, 0},
            {},
            {}};
        const auto dialog =
            services.dialogs.open<ConfirmationDialog>(view(nothing_yet, sent), services, sent);
        services.watch.watch(sent.request_id, dialog);
        services.desk.post(
            [&watch = services.watch, request_id = sent.request_id] { watch.progressed(request_id); });
    }

    ConfirmationDialog(std::uint64_t id, const ComposeServices& services, SentRequest sent)
        : id_(id), services_(services), sent_(std::move(sent)) {}

    void on_event(const json& event) override {
        if (is_pressed(event, "continue_working")) services_.dialogs.close(id_);
    }

    void show(const RequestReport& report) override {
        services_.dialogs.update(
            id_,
            json::array({{{"op", "replace"}, {"path", "/elements"}, {"value", elements(report, sent_)}}}));
    }

  private:
    static json view(const RequestReport& report, const SentRequest& sent) {
        return {{"name", "send_text.confirmation"},
                {"title", "Messages sent"},
                {"elements", elements(report, sent)},
                {"buttons",
                 json::array(
                     {{{"id", "continue_working"}, {"label", "Continue working"}, {"role", "default"}}})}};
    }

    static json elements(const RequestReport& report, const SentRequest& sent) {
        json rows = json::array();
        for (const NotSent& text : report.not_sent)
            rows.push_back(row(text, "rejected", sent));
        for (const NotSent& text : report.undecided)
            rows.push_back(row(text, "warning", sent));
        json all = {{{"kind", "text"},
                     {"id", "outcome"},
                     {"text", outcome(report, sent)},
                     {"severity", rows.empty() ? "success" : "error"}},
                    {{"kind", "progress"},
                     {"id", "accepted"},
                     {"label", "Accepted by the carrier"},
                     {"done", report.progress.accepted},
                     {"total", report.progress.total}}};
        if (!rows.empty()) {
            all.push_back({{"kind", "rows"},
                           {"id", "not_sent"},
                           {"label", report.undecided.empty() ? "Not sent" : "Not sent, or not known"},
                           {"rows", std::move(rows)}});
        }
        return all;
    }

    static json row(const NotSent& text, const char* mark, const SentRequest& sent) {
        return {{"id", text.number},
                {"title", people_at(text.number, sent)},
                {"detail", national_format(text.number)},
                {"mark", mark},
                {"note", text.reason}};
    }

    static std::string outcome(const RequestReport& report, const SentRequest& sent) {
        const RequestProgress& progress = report.progress;
        if (progress.waiting == progress.total && progress.undecided + progress.out_of_hours == 0) {
            return counted_texts(progress.total) + (progress.total == 1 ? " is" : " are") +
                   " on the way to " + std::to_string(sent.people) +
                   (sent.people == 1 ? " person." : " people.");
        }
        if (progress.accepted == progress.total) {
            return progress.total == 1
                       ? "The carrier has accepted the text."
                       : "The carrier has accepted all " + counted_texts(progress.total) + ".";
        }
        std::string words = "The carrier has accepted " + std::to_string(progress.accepted) + " of " +
                            counted_texts(progress.total) + ".";
        const std::int64_t on_the_way = progress.waiting - progress.undecided - progress.out_of_hours;
        if (on_the_way > 0) words += " " + std::to_string(on_the_way) + " more on the way.";
        if (progress.out_of_hours > 0) {
            words += " " + counted_texts(progress.out_of_hours) +
                     (progress.out_of_hours == 1
                          ? " waits for the texting hours where it goes, and leaves by itself."
                          : " wait for the texting hours where they go, and leave by themselves.");
        }
        if (progress.not_sent > 0) words += " " + counted_texts(progress.not_sent) + " could not be sent.";
        if (progress.undecided > 0)
            words += " Of " + counted_texts(progress.undecided) + " it is not known whether they were sent.";
        return words;
    }

    static std::string people_at(const std::string& number, const SentRequest& sent) {
        std::string names;
        for (const Recipient& recipient : sent.recipients) {
            if (recipient.number == number) names += (names.empty() ? "" : ", ") + recipient.name;
        }
        return names;
    }

    std::uint64_t id_;
    ComposeServices services_;
    SentRequest sent_;
};

/// Who got no text, and why.
class InvalidDialog final : public Dialog {
  public:
    static void open(const ComposeServices& services, const std::vector<Recipient>& invalid,
                     const SentRequest& sent) {
        json rows = json::array();
        for (const Recipient& recipient : invalid)
            rows.push_back(compose_row(recipient));
        for (json& row : rows)
            row.erase("actions");
        const std::string words = invalid.size() == 1
                                      ? "No text goes to this record. Correct its number to text it."
                                      : "No text goes to these " + std::to_string(invalid.size()) +
                                            " records. Correct their numbers to text them.";
        services.dialogs.open<InvalidDialog>(
            {{"name", "send_text.invalid"},
             {"title", "Some records are invalid"},
             {"elements",
              {{{"kind", "text"}, {"id", "summary"}, {"text", words}, {"severity", "error"}},
               {{"kind", "rows"},
                {"id", "invalid"},
                {"label", "Invalid records"},
                {"rows", std::move(rows)}}}},
             {"buttons", json::array({{{"id", "continue"}, {"label", "Continue"}, {"role", "default"}}})}},
            services, sent);
    }

    InvalidDialog(std::uint64_t id, const ComposeServices& services, SentRequest sent)
        : id_(id), services_(services), sent_(std::move(sent)) {}

    void on_event(const json& event) override {
        if (!is_pressed(event, "continue")) return;
        services_.dialogs.close(id_);
        ConfirmationDialog::open(services_, sent_);
    }

  private:
    std::uint64_t id_;
    ComposeServices services_;
    SentRequest sent_;
};

}  // namespace

void show_sent(const ComposeServices& services, const SentRequest& sent) {
    std::vector<Recipient> invalid;
    for (const Recipient& recipient : sent.recipients) {
        if (!can_text(recipient.verdict)) invalid.push_back(recipient);
    }
    if (invalid.empty()) {
        ConfirmationDialog::open(services, sent);
    } else {
        InvalidDialog::open(services, invalid, sent);
    }
}

}  // namespace send_text
