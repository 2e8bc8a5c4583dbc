#include <nlohmann/json.hpp>

#include "carrier/carrier_control.hpp"
#include "mock_host/app/scenario/errors.hpp"
#include "mock_host/app/scenario/object_reader.hpp"
#include "mock_host/app/scenario/stage.hpp"
#include "mock_host/app/scenario/step.hpp"
#include "mock_host/app/scenario/transcript.hpp"
#include "mock_host/staffing/phone_key.hpp"

// faults, handset, all_handsets, reply, switch_handset, carrier_account, requests

namespace mock_host {

using nlohmann::json;

namespace {

std::string read_number(ObjectReader& reader, const std::string& key) {
    const std::string number = phone_key(reader.text(key));
    if (!number.starts_with('+')) reader.refuse("\"" + key + "\" is not a phone number");
    return number;
}

std::string draw(const std::vector<std::string>& texts) {
    std::string result;
    for (const std::string& text : texts)
        result += "· " + text + "\n";
    return result.empty() ? "It has received nothing.\n" : result;
}

Step faults(const json& value, const std::string&) {
    return {value.empty() ? "The carrier works again" : "The carrier fails: " + value.dump(),
            [value](Stage& stage) { stage.carrier().set_faults(value); },
            {}};
}

std::vector<std::string> bodies(Stage& stage, const std::string& number) {
    std::vector<std::string> result;
    for (const CarrierControl::Text& text : stage.carrier().handset_texts(number))
        result.push_back(text.body);
    return result;
}

Step handset(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    const std::string number = read_number(reader, "number");
    std::optional<std::vector<std::string>> received;
    if (reader.has("received")) received = reader.texts("received");
    const auto count = reader.integer("count");
    reader.finish();
    return {"Looks at the handset " + number,
            [number, received, count](Stage& stage) {
                stage.expect([&] {
                    const std::vector<std::string> seen = bodies(stage, number);
                    if (count && static_cast<std::size_t>(*count) != seen.size()) {
                        throw NotAsStated(std::to_string(*count) + " texts on " + number, draw(seen));
                    }
                    if (received && seen != *received) {
                        throw NotAsStated("exactly these texts on " + number + ":\n" + draw(*received),
                                          draw(seen));
                    }
                });
                stage.transcript().seen(draw(bodies(stage, number)));
            },
            {}};
}

/// How many handsets have how many texts.
std::map<std::size_t, std::size_t> tally(Stage& stage) {
    std::map<std::size_t, std::size_t> handsets_by_texts;
    for (const json& each : stage.carrier().all_handsets()) {
        if (!each["texts"].empty()) ++handsets_by_texts[each["texts"].size()];
    }
    return handsets_by_texts;
}

std::string draw(const std::map<std::size_t, std::size_t>& handsets_by_texts) {
    std::string result;
    for (const auto& [texts, handsets] : handsets_by_texts) {
        result += std::to_string(handsets) + (handsets == 1 ? " handset has " : " handsets have ") +
                  std::to_string(texts) + (texts == 1 ? " text\n" : " texts\n");
    }
    return result.empty() ? "No handset has a text.\n" : result;
}

Step all_handsets(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    const auto count = reader.integer("count");
    const auto each = reader.integer("each_received");
    reader.finish();
    return {"Looks at all handsets",
            [count, each](Stage& stage) {
                stage.expect([&] {
                    const auto seen = tally(stage);
                    std::size_t handsets = 0;
                    for (const auto& [texts, with_so_many] : seen) {
                        handsets += with_so_many;
                        if (each && static_cast<std::size_t>(*each) != texts) {
                            throw NotAsStated("each handset has " + std::to_string(*each) + " texts",
                                              draw(seen));
                        }
                    }
                    if (count && static_cast<std::size_t>(*count) != handsets) {
                        throw NotAsStated(std::to_string(*count) + " handsets with texts", draw(seen));
                    }
                });
                stage.transcript().seen(draw(tally(stage)));
            },
            {}};
}

/// The line that a handset answers: the one that texted it last, else the only one that there is. In real
/// time its text may still be on the way.
std::string line_for(Stage& stage, const std::string& number) {
    std::string line;
    const auto find = [&] {
        const auto texts = stage.carrier().handset_texts(number);
        if (texts.empty()) throw NotAsStated("a text to answer on " + number, "It has received nothing.");
        line = texts.back().line;
    };
    try {
        stage.expect(find);
    } catch (const NotAsStated&) {
        if (stage.saved_lines.size() != 1) throw ScenarioError("say \"to\" which line " + number + " texts.");
        line = stage.saved_lines.front();
    }
    return line;
}

Step reply(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    const std::string from = read_number(reader, "from");
    const std::string to = reader.has("to") ? read_number(reader, "to") : "";
    const std::int64_t pictures = reader.integer("pictures").value_or(0);
    const std::string text = pictures > 0 ? reader.text_or("text", "") : reader.text("text");
    reader.finish();
    const std::string with_pictures = pictures == 0 ? "" : " (pictures: " + std::to_string(pictures) + ")";
    return {from + " texts" + with_pictures + ": " + text,
            [from, to, text, pictures](Stage& stage) {
                stage.carrier().reply(from, to.empty() ? line_for(stage, from) : to, text, pictures);
            },
            {}};
}

/// "is switched off, is a landline": what a change of a handset means.
std::string words_of(const json& change) {
    std::string words;
    const auto add = [&](const std::string& more) { words += (words.empty() ? "" : ", ") + more; };
    if (change.contains("on")) add(change["on"] ? "is switched on" : "is switched off");
    if (change.contains("landline")) add(change["landline"] ? "is a landline" : "is not a landline");
    if (change.contains("refused_at_once"))
        add(change["refused_at_once"] ? "is refused at once" : "is refused later");
    if (change.contains("failure")) {
        const bool fails = change["failure"] != 0;
        add(fails ? "gets no text (" + change["failure"].dump() + ")" : "gets its texts");
    }
    return words;
}

Step switch_handset(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    const std::string number = read_number(reader, "number");
    json change = json::object();
    for (const char* const key : {"on", "landline", "refused_at_once"}) {
        if (const auto wanted = reader.boolean(key)) change[key] = *wanted;
    }
    if (const auto code = reader.integer("failure")) change["failure"] = *code;
    if (change.empty())
        reader.refuse("say what is to change: \"on\", \"landline\", \"refused_at_once\" or \"failure\"");
    reader.finish();
    return {number + " " + words_of(change),
            [number, change](Stage& stage) { stage.carrier().change_handset(number, change); },
            {}};
}

Step carrier_account(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    CarrierAccount account;
    account.carrier = reader.text_or("carrier", account.carrier);
    account.username = reader.text("username");
    account.password = reader.text("password");
    const bool is_zipwhip = account.carrier == "zipwhip";
    if (is_zipwhip && (reader.has("numbers") || reader.has("webhook_url")))
        reader.refuse("an account at Zipwhip has neither \"numbers\" nor a \"webhook_url\"");
    if (reader.has("numbers")) account.numbers = reader.texts("numbers");
    account.sms_url = reader.text_or("webhook_url", "");
    reader.finish();
    return {"The carrier has the account " + account.username + ", and no other but those it is given",
            [account](Stage& stage) { stage.carrier().add_account(account); },
            {}};
}

Step requests(const json& value, const std::string& where) {
    ObjectReader reader(value, where);
    const std::string path = reader.text("path");
    const auto count = reader.integer("count");
    if (!count) reader.refuse("\"count\" is missing");
    reader.finish();
    return {"Counts the carrier's requests for " + path,
            [path, count](Stage& stage) {
                stage.expect([&] {
                    std::map<std::string, std::size_t> seen;
                    for (const json& request : stage.carrier().requests())
                        ++seen[request["path"].get<std::string>()];
                    if (seen[path] == static_cast<std::size_t>(*count)) return;
                    std::string words;
                    for (const auto& [each, times] : seen)
                        words += each + ": " + std::to_string(times) + "\n";
                    throw NotAsStated(std::to_string(*count) + " requests for " + path, words);
                });
            },
            {}};
}

}  // namespace

StepFamily carrier_steps() {
    return {{"faults", faults},
            {"handset", handset},
            {"all_handsets", all_handsets},
            {"reply", reply},
            {"switch_handset", switch_handset},
            {"carrier_account", carrier_account},
            {"requests", requests}};
}

}  // namespace mock_host
