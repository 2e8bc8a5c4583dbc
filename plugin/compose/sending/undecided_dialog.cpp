#include "compose/sending/undecided_dialog.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "compose/sending/decide_all_dialog.hpp"
#include "compose/sending/decisions.hpp"
#include "compose/sending/undecided_view.hpp"
#include "core/pluralize.hpp"
#include "core/time.hpp"
#include "dialogs/patch.hpp"
#include "model/line_id.hpp"

namespace send_text {
namespace {

using nlohmann::json;

std::optional<Decision> decision_of(const std::string& action) {
    if (action == "was_sent" || action == "all_were_sent") return Decision::was_sent;
    if (action == "send_again" || action == "send_all_again") return Decision::send_again;
    if (action == "do_not_send" || action == "send_none") return Decision::do_not_send;
    return std::nullopt;
}

/// Blocks on the store.
UndecidedContent read(const ComposeServices& services, const SessionUser& user, const std::string& chosen) {
    UndecidedContent content;
    content.groups = services.outbox.undecided();
    std::erase_if(content.groups,
                  [who = decider_of(user)](const UndecidedGroup& group) { return !may_decide(who, group); });
    std::vector<UndecidedGroup> in_view = content.groups;
    std::erase_if(in_view, [&](const UndecidedGroup& group) { return id_of(group) != chosen; });
    if (in_view.empty()) {
        in_view = content.groups;
    } else {
        content.chosen_group = chosen;
    }
    content.ids = services.outbox.undecided_ids(in_view);
    std::vector<TextId> first = content.ids;
    first.resize(std::min(first.size(), max_undecided_rows));
    content.texts = services.outbox.undecided_texts(first);
    return content;
}

class UndecidedDialog final : public Dialog {
  public:
    static void open(const ComposeServices& services, const SessionUser& user, UndecidedContent content) {
        if (services.dialogs.is_open<UndecidedDialog>()) return;
        services.dialogs.open<UndecidedDialog>(services, user, std::move(content))->ask_carriers();
    }

    UndecidedDialog(const ComposeServices& services, SessionUser user, UndecidedContent content)
        : Dialog(services.dialogs),
          services_(services),
          user_(std::move(user)),
          content_(std::move(content)) {}

    json view() const override { return undecided_view(content_); }

  protected:
    void on_pressed(const std::string& button, const json& /*values*/) override {
        if (button == "later") return close();
        const auto decision = decision_of(button);
        if (!decision || content_.ids.size() < 2 || is_busy_) return;
        ask_whether_to_decide_all(services_.dialogs, *decision, content_.ids.size(),
                                  if_open(*this, [ids = content_.ids, decision](UndecidedDialog& dialog) {
                                      dialog.decide(ids, *decision);
                                  }));
    }

    void on_changed(const FieldChange& change) override {
        if (change.element == "which" && !is_busy_) look_again(change.value, {});
    }

    void on_row_action(const RowAction& chosen) override {
        if (chosen.element != "undecided") return;
        const auto decision = decision_of(chosen.action);
        const auto text = std::find_if(content_.texts.begin(), content_.texts.end(), [&](const Text& each) {
            return std::to_string(number_of(each.id)) == chosen.row;
        });
        if (decision && text != content_.texts.end()) decide({text->id}, *decision);
    }

  private:
    void decide(const std::vector<TextId>& ids, Decision decision) {
        const SessionUser user = services_.session.user();
        if (user.rep_id != user_.rep_id) return close();
        if (is_busy_) return;
        is_busy_ = true;
        if (ids.size() > 1) {  // very many take a while
            content_.outcome = "Saving the decision about " + pluralize(ids.size(), "text", "texts") + "...";
            show();
        }
        carry_out(services_, ids, decision, user,
                  [services = services_, user, chosen = content_.chosen_group,
                   decided = if_open(*this, &UndecidedDialog::decided)](const std::string& outcome) {
                      UndecidedContent content = read(services, user, chosen);
                      services.main_thread.post(
                          [decided, outcome, content = std::move(content)] { decided(content, outcome); });
                  });
    }

    void decided(const UndecidedContent& content, const std::string& outcome) {
        is_busy_ = false;
        take(content, outcome);
    }

    void look_again(const std::string& chosen, const std::string& outcome) {
        services_.desk.post([services = services_, user = user_, chosen, outcome,
                             take = if_open(*this, &UndecidedDialog::take)] {
            UndecidedContent content = read(services, user, chosen);
            services.main_thread.post(
                [take, outcome, content = std::move(content)] { take(content, outcome); });
        });
    }

    void take(const UndecidedContent& content, const std::string& outcome) {
        auto answers = std::move(content_.answers);
        content_ = content;
        content_.answers = std::move(answers);
        content_.outcome = outcome;
        services_.undecided.shown(user_.rep_id, services_.undecided.count_for(decider_of(user_)));
        if (content_.ids.empty() && outcome.empty()) return close();
        show();
        ask_carriers();
    }

    void show() {
        update({patch::replace_elements(undecided_elements(content_)),
                patch::replace_buttons(undecided_buttons(content_))});
    }

    /// Each line's once, as far back as the oldest of its texts.
    void ask_carriers() {
        std::map<LineId, TimePoint> from;
        for (const UndecidedGroup& group : content_.groups) {
            const auto [line, is_new] = from.emplace(group.line, group.created_at);
            if (!is_new) line->second = std::min(line->second, group.created_at);
        }
        for (const auto& [line, oldest] : from) {
            if (!asked_.insert(line).second) continue;
            services_.carrier_lists.ask(
                line, listed_from(oldest),
                [&main_thread = services_.main_thread, line = line,
                 answered = if_open(*this, &UndecidedDialog::answered)](CarrierAnswer answer) {
                    main_thread.post(
                        [answered, line, answer = std::move(answer)] { answered(line, answer); });
                });
        }
    }

    void answered(const LineId& line, const CarrierAnswer& answer) {
        content_.answers.insert_or_assign(line, answer);
        show();
    }

    ComposeServices services_;
    SessionUser user_;
    UndecidedContent content_;
    std::set<LineId> asked_;  ///< lines
    bool is_busy_ = false;
};

void open_window(const ComposeServices& services, const SessionUser& user, bool is_wanted) {
    services.desk.post([services, user, is_wanted] {
        UndecidedContent content = read(services, user, {});
        if (content.ids.empty() && !is_wanted) return;
        const auto count = static_cast<std::int64_t>(content.ids.size());
        const bool has_own =
            std::any_of(content.groups.begin(), content.groups.end(),
                        [&](const UndecidedGroup& group) { return group.sender.rep_id == user.rep_id; });
        if (!is_wanted && !has_own && !services.undecided.are_more_than_shown(user.rep_id, count)) return;
        services.undecided.shown(user.rep_id, count);
        services.main_thread.post([services, user, content = std::move(content)]() mutable {
            UndecidedDialog::open(services, user, std::move(content));
        });
    });
}

}  // namespace

void ask_about_undecided(const ComposeServices& services, const SessionUser& user) {
    open_window(services, user, false);
}

void show_undecided(const ComposeServices& services, const SessionUser& user) {
    open_window(services, user, true);
}

}  // namespace send_text
