#pragma once

#include <functional>

#include "accounts/account_service.hpp"
#include "compose/draft_keeper.hpp"
#include "compose/templates/template_services.hpp"
#include "consent/consent_register.hpp"
#include "core/clock.hpp"
#include "core/main_thread.hpp"
#include "core/record_directory.hpp"
#include "core/session.hpp"
#include "core/task_queue.hpp"
#include "delivery/carrier_lists.hpp"
#include "dialogs/dialog_set.hpp"
#include "model/current_settings.hpp"
#include "recipients/verdict.hpp"
#include "requests/request_watch.hpp"
#include "requests/undecided_texts.hpp"
#include "requests/unsent_texts.hpp"
#include "store/conversation_store.hpp"
#include "store/outbox_store.hpp"

namespace send_text {

/// What the dialogs work with. All of it outlives them.
struct ComposeServices {
    DialogSet& dialogs;
    Session& session;
    AccountService& accounts;
    RecordDirectory& directory;
    const CurrentSettings& settings;
    OutboxStore& outbox;
    ConversationStore& conversations;
    RequestWatch& watch;
    TemplateStore& templates;
    TaskQueue& desk;      ///< where the dialogs do what would make the main thread wait
    TaskQueue& drafting;  ///< where they go through many recipients; it waits for neither disk nor network
    MainThread& main_thread;
    Clock& clock;
    std::function<void()> wake_delivery;
    std::function<NumberConditionOf()> number_conditions;  ///< of the moment; blocks on the store
    ConsentRegister& consent;
    UndecidedTexts& undecided;
    CarrierLists& carrier_lists;
    UnsentTexts& waiting;
    DraftKeeper& drafts;

    TemplateServices for_templates() const { return {dialogs, session, templates, desk, main_thread, clock}; }
};

}  // namespace send_text
