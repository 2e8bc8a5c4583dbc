#pragma once

#include <string>

#include "model/conversation.hpp"

namespace send_text {

/// The batch as the text of one message: a heading, then a line for each text with its time in UTC, who wrote
/// it and, for what did not arrive, why. `person_name` may be empty: the number then stands for the person.
///
/// Every text begins in the first column and goes on indented, so that no body and no name can pass for
/// another text. The same batch and name give the same message.
std::string conversation_text(const ConversationBatch& batch, const std::string& person_name);

}  // namespace send_text
