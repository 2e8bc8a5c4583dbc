#include "compose/compose_dialog.hpp"

#include <stdexcept>
#include <utility>

#include <nlohmann/json.hpp>

#include "accounts/texting_permission.hpp"
#include "compose/body_segments.hpp"
#include "compose/sent_dialogs.hpp"
#include "compose/undecided_dialog.hpp"
#include "recipients/phone_format.hpp"
#include "recipients/recipient_resolver.hpp"
#include "recipients/recipient_summary.hpp"

namespace send_text {
namespace {

using nlohmann::json;

// The carriers' advice that the original integration passed on: groups of under 50.
constexpr std::size_t large_group = 50;

std::string counted(std::size_t count, const char* one, const char* many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

/// Runs `task` on the main thread, if the dialog is still there.
void post_to(const std::weak_ptr<ComposeDialog>& self, MainThread& main_thread,
             std::function<void(ComposeDialog&)> task) {
    main_thread.post([self, task = std::move(task)] {
        if (const auto dialog = self.lock()) task(*dialog);
    });
}

}  // namespace

void ComposeDialog::open(const ComposeServices& services, std::vector<RecordRef> records) {
    const SessionUser user = services.session.user();
    const std::optional<Account> account = services.accounts.account_for(user);
    if (const std::string why_not = why_not_texting(user, account); !why_not.empty())
        throw std::runtime_error(why_not);

    ComposeTexts texts;
    texts.summary = "Looking up " + counted(records.size(), "recipient", "recipients") + "...";
    texts.line = "From " + national_format(account->line) + " (" +
                 (account->owner == AccountOwner::user ? user.name : user.branch_name) + ")";
    texts.body_note = "0 characters";
    texts.why_not_send = texts.summary;
    const auto dialog =
        services.dialogs.open<ComposeDialog>(compose_view(texts), services, records.size(), *account);
    dialog->look_up(std::move(records));
    ask_about_undecided(services, user.rep_id);
}

ComposeDialog::ComposeDialog(std::uint64_t id, const ComposeServices& services, std::size_t record_count,
                             Account account)
    : id_(id), services_(services), record_count_(record_count), account_(std::move(account)) {}

ComposeDialog::~ComposeDialog() {
    *closed_ = true;
}

void ComposeDialog::look_up(std::vector<RecordRef> records) {
    const auto settings = services_.settings.get();
    services_.desk.post([services = services_, settings, records = std::move(records), closed = closed_,
                         self = weak_from_this()] {
        const auto post = [&](std::function<void(ComposeDialog&)> task) {
            post_to(self, services.main_thread, std::move(task));
        };
        try {
            const NumberJudge judge(settings->default_region);
            const RecipientResolver resolver(services.directory, judge, settings->method_order);
            resolver.resolve(
                records,
                [&](std::span<const Recipient> part) {
                    post([part = std::vector<Recipient>(part.begin(), part.end())](ComposeDialog& dialog) {
                        dialog.add(part);
                    });
                },
                [&] { return *closed || services.desk.is_stopping(); });
            post([](ComposeDialog& dialog) { dialog.looked_up({}); });
        } catch (const std::exception& error) {
            post([words = std::string(error.what())](ComposeDialog& dialog) { dialog.looked_up(words); });
        }
    });
}

void ComposeDialog::add(const std::vector<Recipient>& part) {
    json patch = json::array();
    for (const Recipient& recipient : part) {
        recipients_.add(recipient);
        patch.push_back(patch_add_row(recipient));
    }
    services_.dialogs.update(id_, patch);
    show_texts();
}

void ComposeDialog::looked_up(const std::string& failure) {
    stage_ = Stage::editing;
    if (!failure.empty()) failure_ = "The recipients could not all be looked up: " + failure;
    show_texts();
}

void ComposeDialog::on_event(const json& event) {
    const auto& kind = event.at("event").get_ref<const std::string&>();
    if (kind == "changed" && event.at("element") == "body") {
        body_ = event.at("value").get<std::string>();
        show_texts();
    } else if (kind == "row_action" && event.at("element") == "recipients" &&
               event.at("action") == "remove") {
        remove_row(event.at("row").get<std::string>());
    } else if (kind == "pressed" && event.at("button") == "send") {
        body_ = event.at("values").value("body", body_);
        send();
    } else if (kind == "pressed" && event.at("button") == "cancel") {
        services_.dialogs.close(id_);
    }
}

void ComposeDialog::remove_row(const std::string& row) {
    const auto index = recipients_.find(row);
    if (!index || stage_ != Stage::editing) return;
    json patch = json::array({patch_remove_row(*index)});
    if (const auto heir = recipients_.remove(*index)) {
        patch.push_back(patch_replace_row(*heir, recipients_.all()[*heir]));
    }
    services_.dialogs.update(id_, patch);
    show_texts();
}

void ComposeDialog::send() {
    failure_.clear();
    if (!why_not_send().empty()) {
        show_texts();
        return;
    }
    const SessionUser user = services_.session.user();
    SendRequest request{account_.line, body_, {user.rep_id, user.name}, recipients_.outgoing()};
    stage_ = Stage::saving;
    // Before it is shown: a host that cannot show it must not leave a window that saves for ever.
    services_.desk.post([services = services_, request = std::move(request), self = weak_from_this()] {
        std::function<void(ComposeDialog&)> answer;
        try {
            const SessionUser now = services.session.user();
            const std::string why_not = why_not_texting(now, services.accounts.account_of_line(request.line));
            if (!why_not.empty()) throw std::runtime_error(why_not);
            const std::int64_t request_id = services.outbox.commit(request, services.clock.now_ms());
            services.wake_delivery();
            answer = [request_id](ComposeDialog& dialog) { dialog.committed(request_id); };
        } catch (const std::exception& error) {
            const auto tell = [self, words = std::string(error.what()), rep_id = request.sender.rep_id,
                               &watch = services.watch] {
                if (const auto dialog = self.lock()) return dialog->not_committed(words);
                watch.not_committed(rep_id, words);
            };
            // When the plug-in stops, the window is closed and the main thread does nothing any more.
            if (self.expired()) return tell();
            services.main_thread.post(tell);
            return;
        }
        post_to(self, services.main_thread, std::move(answer));
    });
    show_texts();
}

void ComposeDialog::committed(std::int64_t request_id) {
    const SentRequest sent{request_id, recipients_.texts(), recipients_.textable(), recipients_.all()};
    const ComposeServices services = services_;
    try {
        services.dialogs.close(id_);
    } catch (const std::exception&) {
        // The host has closed it by itself; what was sent is to be confirmed all the same.
    }
    show_sent(services, sent);
}

void ComposeDialog::not_committed(const std::string& reason) {
    stage_ = Stage::editing;
    failure_ = "Nothing was sent: " + reason;
    show_texts();
}

std::string ComposeDialog::summary() const {
    if (!failure_.empty()) return failure_;
    if (stage_ == Stage::looking_up) {
        return "Looking up " + counted(record_count_, "recipient", "recipients") + "... " +
               std::to_string(recipients_.all().size()) + " found.";
    }
    std::string words = summarize(recipients_.all()).words;
    if (recipients_.texts() >= large_group) {
        words +=
            " This is a large group: carriers advise groups of under 50. The texts leave one after the "
            "other.";
    }
    return words;
}

std::string ComposeDialog::why_not_send() const {
    switch (stage_) {
        case Stage::looking_up:
            return "The recipients are still being looked up.";
        case Stage::saving:
            return "The texts are being saved.";
        case Stage::editing:
            break;
    }
    if (recipients_.textable() == 0) return "There is nobody here who can be texted.";
    return problem_of_body(body_);
}

ComposeTexts ComposeDialog::texts() const {
    const BodySegments counts = count_segments(body_);
    ComposeTexts texts;
    texts.summary = summary();
    const bool is_partial = recipients_.textable() < recipients_.all().size();
    texts.severity = !failure_.empty()                                  ? "error"
                     : is_partial || recipients_.texts() >= large_group ? "warning"
                                                                        : "info";
    texts.body_note = counted(counts.characters, "character", "characters");
    if (counts.segments > 0) texts.body_note += ", " + counted(counts.segments, "segment", "segments");
    if (!counts.is_gsm7)
        texts.body_note += " (\"" + counts.forces_ucs2 + "\" makes it 70 characters a segment)";
    if (recipients_.texts() > 1) texts.send_label = "Send to " + std::to_string(recipients_.textable());
    texts.why_not_send = why_not_send();
    return texts;
}

void ComposeDialog::show_texts() {
    services_.dialogs.update(id_, patch_texts(texts()));
}

}  // namespace send_text
