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
    std::vector<std::int64_t> first = content.ids;
    first.resize(std::min(first.size(), max_undecided_rows));
    content.texts = services.outbox.undecided_texts(first);
    return content;
}

class UndecidedDialog final : public Dialog, public std::enable_shared_from_this<UndecidedDialog> {
  public:
    static void open(const ComposeServices& services, const SessionUser& user, UndecidedContent content) {
        if (services.dialogs.is_open<UndecidedDialog>()) return;
        const json view = undecided_view(content);
        services.dialogs.open<UndecidedDialog>(view, services, user, std::move(content))->ask_carriers();
    }

    UndecidedDialog(std::uint64_t id, const ComposeServices& services, SessionUser user,
                    UndecidedContent content)
        : id_(id), services_(services), user_(std::move(user)), content_(std::move(content)) {}

    void on_event(const json& event) override {
        const auto& kind = event.at("event").get_ref<const std::string&>();
        if (kind == "pressed") {
            press(event.at("button").get<std::string>());
        } else if (kind == "changed" && event.at("element") == "which") {
            if (!is_busy_) look_again(event.at("value").get<std::string>(), {});
        } else if (kind == "row_action" && event.at("element") == "undecided") {
            const auto decision = decision_of(event.at("action").get<std::string>());
            const auto row = event.at("row").get<std::string>();
            const auto text = std::find_if(content_.texts.begin(), content_.texts.end(),
                                           [&](const Text& each) { return std::to_string(each.id) == row; });
            if (decision && text != content_.texts.end()) decide({text->id}, *decision);
        }
    }

  private:
    void press(const std::string& button) {
        if (button == "later") return services_.dialogs.close(id_);
        const auto decision = decision_of(button);
        if (!decision || content_.ids.size() < 2 || is_busy_) return;
        DecideAllDialog::open(services_.dialogs, *decision, content_.ids.size(),
                              [self = weak_from_this(), ids = content_.ids, decision = *decision] {
                                  if (const auto dialog = self.lock()) dialog->decide(ids, decision);
                              });
    }

    void decide(const std::vector<std::int64_t>& ids, Decision decision) {
        const SessionUser user = services_.session.user();
        if (user.rep_id != user_.rep_id) return services_.dialogs.close(id_);
        if (is_busy_) return;
        is_busy_ = true;
        if (ids.size() > 1) {  // very many take a while
            content_.outcome = "Saving the decision about " + pluralize(ids.size(), "text", "texts") + "...";
            show();
        }
        carry_out(services_, ids, decision, user,
                  [services = services_, user, chosen = content_.chosen_group,
                   self = weak_from_this()](const std::string& outcome) {
                      UndecidedContent content = read(services, user, chosen);
                      services.main_thread.post([self, outcome, content = std::move(content)] {
                          const auto dialog = self.lock();
                          if (!dialog) return;
                          dialog->is_busy_ = false;
                          dialog->take(content, outcome);
                      });
                  });
    }

    void look_again(const std::string& chosen, const std::string& outcome) {
        services_.desk.post([services = services_, user = user_, chosen, outcome, self = weak_from_this()] {
            UndecidedContent content = read(services, user, chosen);
            services.main_thread.post([self, outcome, content = std::move(content)] {
                if (const auto dialog = self.lock()) dialog->take(content, outcome);
            });
        });
    }

    void take(const UndecidedContent& content, const std::string& outcome) {
        auto answers = std::move(content_.answers);
        content_ = content;
        content_.answers = std::move(answers);
        content_.outcome = outcome;
        services_.undecided.shown(user_.rep_id, services_.undecided.count_for(decider_of(user_)));
        if (content_.ids.empty() && outcome.empty()) return services_.dialogs.close(id_);
        show();
        ask_carriers();
    }

    void show() {
        services_.dialogs.update(
            id_,
            json::array({{{"op", "replace"}, {"path", "/elements"}, {"value", undecided_elements(content_)}},
                         {{"op", "replace"}, {"path", "/buttons"}, {"value", undecided_buttons(content_)}}}));
    }

    /// Each line's once, as far back as the oldest of its texts.
    void ask_carriers() {
        std::map<std::string, std::int64_t> from_ms;
        for (const UndecidedGroup& group : content_.groups) {
            const auto [line, is_new] = from_ms.emplace(group.line, group.created_ms);
            if (!is_new) line->second = std::min(line->second, group.created_ms);
        }
        for (const auto& [line, oldest_ms] : from_ms) {
            if (!asked_.insert(line).second) continue;
            services_.carrier_lists.ask(line, listed_from_ms(oldest_ms),
                                        [&main_thread = services_.main_thread, line = line,
                                         self = weak_from_this()](CarrierAnswer answer) {
                                            main_thread.post([self, line, answer = std::move(answer)] {
                                                if (const auto dialog = self.lock())
                                                    dialog->answered(line, answer);
                                            });
                                        });
        }
    }

    void answered(const std::string& line, const CarrierAnswer& answer) {
        content_.answers.insert_or_assign(line, answer);
        show();
    }

    std::uint64_t id_;
    ComposeServices services_;
    SessionUser user_;
    UndecidedContent content_;
    std::set<std::string> asked_;  ///< lines
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
