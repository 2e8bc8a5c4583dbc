#include "compose/sending/waiting_dialog.hpp"

#include <algorithm>
#include <exception>
#include <memory>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "compose/sending/decide_all_dialog.hpp"
#include "compose/sending/waiting_view.hpp"
#include "consent/number_zones.hpp"
#include "core/local_time.hpp"
#include "core/pluralize.hpp"
#include "core/time.hpp"
#include "dialogs/patch.hpp"

namespace send_text {
namespace {

using nlohmann::json;

/// What the window looks at.
struct Scope {
    std::vector<RecordRef> records;
    SessionUser user;
    bool shows_all = false;
};

/// Whom a text is for, as the host names them now.
std::string name_of(const ComposeServices& services, const std::vector<RecordRef>& records) {
    std::string name;
    try {
        services.directory.fetch(records, [&name](std::size_t, const RecordDetails* details) {
            if (details != nullptr) name += (name.empty() ? "" : ", ") + details->display_name;
            return true;
        });
    } catch (const std::runtime_error&) {  // the host's records cannot be read: the number is there
    }
    return name;
}

/// Blocks on the store.
WaitingContent read(const ComposeServices& services, const Scope& scope) {
    services.waiting.refresh();
    const Decider who = decider_of(scope.user);
    WaitingContent content;
    const std::vector<TextId> selected = services.waiting.ids(scope.records, who);
    const std::vector<TextId> all = services.waiting.ids({}, who);
    content.selected = selected.size();
    content.all = all.size();
    content.shows_all = scope.shows_all;
    content.ids = scope.shows_all ? all : selected;
    std::vector<TextId> first = content.ids;
    first.resize(std::min(first.size(), max_waiting_rows));
    const TimePoint now = services.clock.now();
    const std::string& zone = scope.user.time_zone;
    for (WaitingOwnedText& waiting : services.outbox.waiting_texts(first)) {
        WaitingRow row{.text = std::move(waiting.text),
                       .name = name_of(services, waiting.records),
                       .sent_at = {},
                       .leaves_at = {}};
        row.sent_at = local_time_text(row.text.created_at, now, zone);
        row.leaves_at = permitted_time_text(zones_of(row.text.number, zone), row.text.not_before, now);
        content.rows.push_back(std::move(row));
    }
    return content;
}

class WaitingDialog final : public Dialog {
  public:
    WaitingDialog(const ComposeServices& services, Scope scope, WaitingContent content)
        : Dialog(services.dialogs),
          services_(services),
          scope_(std::move(scope)),
          content_(std::move(content)) {}

    json view() const override { return waiting_view(content_); }

  protected:
    void on_pressed(const std::string& button, const json& /*values*/) override {
        if (button == "close") {
            close();
        } else if (button == "stop_all") {
            ask_whether_to_stop_all();
        }
    }

    void on_changed(const FieldChange& change) override {
        if (change.element != "which") return;
        scope_.shows_all = change.value == "all";
        stop({});
    }

    void on_row_action(const RowAction& chosen) override {
        if (chosen.action != "stop") return;
        const auto found = std::find_if(content_.ids.begin(), content_.ids.end(), [&](TextId id) {
            return std::to_string(number_of(id)) == chosen.row;
        });
        if (found != content_.ids.end()) stop({*found});
    }

  private:
    void ask_whether_to_stop_all() {
        if (content_.ids.size() < 2) return;
        const std::string count = std::to_string(content_.ids.size());
        ask_about_all(services_.dialogs,
                      {"Stop all " + count + "?",
                       "None of the " + count +
                           " texts will be sent. Texts that leave in the meantime cannot be recalled.",
                       "Stop all " + count},
                      if_open(*this, [ids = content_.ids](WaitingDialog& dialog) { dialog.stop(ids); }));
    }

    /// Then looks again; without any, only that.
    void stop(std::vector<TextId> ids) {
        if (services_.session.user().rep_id != scope_.user.rep_id) return close();
        services_.desk.post([services = services_, scope = scope_, ids = std::move(ids),
                             show = if_open(*this, &WaitingDialog::show)] {
            std::string outcome;
            try {
                outcome = carry_out(services, scope.user, ids);
            } catch (const std::exception& error) {
                outcome = std::string("That could not be done: ") + error.what();
            }
            WaitingContent content = read(services, scope);
            content.outcome = outcome;
            services.main_thread.post([show, content = std::move(content)] { show(content); });
        });
    }

    /// Blocks on the store.
    static std::string carry_out(const ComposeServices& services, const SessionUser& user,
                                 const std::vector<TextId>& ids) {
        if (ids.empty()) return {};
        std::vector<TextId> permitted;
        std::vector<TextId> may_stop = services.waiting.ids({}, decider_of(user));
        std::sort(may_stop.begin(), may_stop.end());
        std::copy_if(ids.begin(), ids.end(), std::back_inserter(permitted), [&may_stop](TextId id) {
            return std::binary_search(may_stop.begin(), may_stop.end(), id);
        });
        const Sender who{user.rep_id, user.name};
        const auto stopped = services.outbox.stop_texts(permitted, who, services.clock.now(),
                                                        services.settings.get()->batch_window);
        std::size_t count = 0;
        for (const auto& [request_id, of_request] : stopped) {
            count += static_cast<std::size_t>(of_request);
            services.watch.notify_of_stop(request_id, of_request, who);
        }
        services.wake_delivery();
        std::string words = pluralize(count, "text was", "texts were") + " stopped.";
        if (count < ids.size())
            words += " " + pluralize(ids.size() - count, "text had", "texts had") + " already left.";
        return words;
    }

    void show(const WaitingContent& content) {
        content_ = content;
        update({patch::replace_elements(waiting_elements(content_)),
                patch::replace_buttons(waiting_buttons(content_))});
    }

    ComposeServices services_;
    Scope scope_;
    WaitingContent content_;
};

}  // namespace

void show_waiting(const ComposeServices& services, const SessionUser& user, std::vector<RecordRef> records) {
    services.desk.post([services, scope = Scope{std::move(records), user, false}] {
        WaitingContent content = read(services, scope);
        services.main_thread.post([services, scope, content = std::move(content)]() mutable {
            if (services.dialogs.is_open<WaitingDialog>()) return;
            services.dialogs.open<WaitingDialog>(services, scope, std::move(content));
        });
    });
}

}  // namespace send_text
