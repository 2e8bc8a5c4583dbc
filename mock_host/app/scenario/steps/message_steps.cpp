#include <algorithm>
#include <nlohmann/json.hpp>

#include "mock_host/app/scenario/errors.hpp"
#include "mock_host/app/scenario/object_reader.hpp"
#include "mock_host/app/scenario/stage.hpp"
#include "mock_host/app/scenario/step.hpp"
#include "mock_host/app/scenario/text_expectation.hpp"
#include "mock_host/app/scenario/transcript.hpp"
#include "mock_host/loader/time_text.hpp"
#include "mock_host/staffing/staffing_database.hpp"

// messages, notifications, log

namespace mock_host {

using nlohmann::json;

namespace {

struct MessageExpectation {
    std::string action_code;
    std::string author;  ///< login name
    TextExpectation text;
    std::vector<RecordKey> links;
};

std::string login_name(Stage& stage, std::int64_t user_id) {
    const auto user = stage.database().users().find(user_id);
    return user ? user->login_name : "nobody";
}

/// The plug-in's messages on a record, oldest first. Only a plug-in's have a key.
std::vector<Message> logged_messages(Stage& stage, const RecordKey& record) {
    std::vector<Message> messages = stage.database().messages().of_record(record);
    std::erase_if(messages, [](const Message& message) { return message.key.empty(); });
    std::reverse(messages.begin(), messages.end());
    return messages;
}

std::string draw(Stage& stage, const std::vector<Message>& messages) {
    std::string text;
    for (const Message& message : messages) {
        text += "■ " + message.action_code + " · " + login_name(stage, message.author_user_id) + " · " +
                iso_seconds_from_milliseconds(message.created_at_ms) + " · on";
        for (const RecordKey& link : message.links)
            text += " " + describe(link);
        text += "\n" + indented(message.text, 4);
    }
    return text.empty() ? "The plug-in has logged nothing there.\n" : text;
}

std::string problem_of(Stage& stage, const MessageExpectation& expected, const Message& message) {
    if (!expected.action_code.empty() && expected.action_code != message.action_code) {
        return "its action code is " + expected.action_code;
    }
    if (!expected.author.empty() && expected.author != login_name(stage, message.author_user_id)) {
        return "its author is " + expected.author;
    }
    if (!expected.links.empty() && expected.links != message.links) {
        std::string names;
        for (const RecordKey& link : expected.links)
            names += (names.empty() ? "" : ", ") + describe(link);
        return "it is on " + names;
    }
    return expected.text.problem(message.text);
}

std::vector<MessageExpectation> read_messages(ObjectReader& reader) {
    std::vector<MessageExpectation> expected;
    for (const json& source : reader.list("are")) {
        ObjectReader item(source, reader.where() + ", \"are\"");
        MessageExpectation message{
            item.text_or("action_code", ""), item.text_or("author", ""), TextExpectation::read(item), {}};
        for (const std::string& link : item.texts("links"))
            message.links.push_back(Stage::record(link));
        std::sort(message.links.begin(), message.links.end());
        item.finish();
        expected.push_back(std::move(message));
    }
    return expected;
}

Step messages(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    const RecordKey record = Stage::record(reader.text("record"));
    const std::vector<MessageExpectation> expected = read_messages(reader);
    reader.finish();
    return {"Looks at the messages of " + describe(record),
            [record, expected](Stage& stage) {
                stage.expect([&] {
                    const std::vector<Message> seen = logged_messages(stage, record);
                    if (seen.size() != expected.size()) {
                        throw NotAsStated(std::to_string(expected.size()) + " messages of the plug-in on " +
                                              describe(record) + ", not " + std::to_string(seen.size()),
                                          draw(stage, seen));
                    }
                    for (std::size_t i = 0; i < seen.size(); ++i) {
                        const std::string problem = problem_of(stage, expected[i], seen[i]);
                        if (problem.empty()) continue;
                        throw NotAsStated("of message " + std::to_string(i + 1) + " on " + describe(record) +
                                              ": " + problem,
                                          draw(stage, seen));
                    }
                });
                stage.transcript().seen(draw(stage, logged_messages(stage, record)));
            },
            {}};
}

struct NotificationExpectation {
    std::string to;  ///< login name
    TextExpectation title;
    TextExpectation text;
};

std::string draw(Stage& stage, const std::vector<Notification>& notifications) {
    std::string text;
    for (const Notification& each : notifications) {
        const std::string to = each.rep_id == 0 ? "administrators" : login_name(stage, each.rep_id);
        text += "► to " + to + ": " + each.title + "\n" + indented(each.text, 4);
    }
    return text.empty() ? "Nobody was told anything.\n" : text;
}

Step notifications(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    std::vector<NotificationExpectation> expected;
    for (const json& source : reader.list("are")) {
        ObjectReader item(source, where + ", \"are\"");
        expected.push_back({item.text_or("to", ""), TextExpectation::read(item, "title_"),
                            TextExpectation::read(item, "text_")});
        item.finish();
    }
    reader.finish();
    return {"Looks at the notifications",
            [expected](Stage& stage) {
                stage.expect([&] {
                    const std::vector<Notification> seen = stage.host().notifications().all();
                    const std::string drawn = draw(stage, seen);
                    if (seen.size() != expected.size()) {
                        throw NotAsStated(std::to_string(expected.size()) + " notifications", drawn);
                    }
                    for (std::size_t i = 0; i < seen.size(); ++i) {
                        const std::string which = "of notification " + std::to_string(i + 1) + ": ";
                        const std::string to = seen[i].rep_id == 0 ? "" : login_name(stage, seen[i].rep_id);
                        if (!expected[i].to.empty() && expected[i].to != to) {
                            throw NotAsStated(which + "it is for " + expected[i].to, drawn);
                        }
                        const std::string title = expected[i].title.problem(seen[i].title);
                        const std::string text = expected[i].text.problem(seen[i].text);
                        if (!title.empty()) throw NotAsStated(which + "the title: " + title, drawn);
                        if (!text.empty()) throw NotAsStated(which + "the text: " + text, drawn);
                    }
                });
                stage.transcript().seen(draw(stage, stage.host().notifications().all()));
            },
            {}};
}

Step log(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    const TextExpectation expected = TextExpectation::read(reader);
    reader.finish();
    return {"Looks at the host's log",
            [expected](Stage& stage) {
                stage.expect([&] {
                    std::string lines;
                    for (const LogLine& line : stage.host().log().lines())
                        lines += to_text(line) + "\n";
                    const std::string problem = expected.problem(lines);
                    if (!problem.empty()) throw NotAsStated("the log: " + problem, lines);
                });
            },
            {}};
}

}  // namespace

StepFamily message_steps() {
    return {{"messages", messages}, {"notifications", notifications}, {"log", log}};
}

}  // namespace mock_host
