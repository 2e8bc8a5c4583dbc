#include "recipients/field_instruction.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

#include "core/utf8.hpp"
#include "recipients/typed_characters.hpp"

namespace send_text {
namespace {

/// Lower case, without accents and apostrophes; a clause ends with a word of its own.
using Words = std::vector<std::string>;

constexpr std::string_view clause_end = ",";

/// Whether `word` is one of the alternatives, which stand with | between them.
bool is_one_of(std::string_view word, std::string_view alternatives) {
    while (!alternatives.empty()) {
        const auto end = std::min(alternatives.find('|'), alternatives.size());
        if (alternatives.substr(0, end) == word) return true;
        alternatives.remove_prefix(std::min(end + 1, alternatives.size()));
    }
    return false;
}

constexpr std::string_view refusals =
    "no|not|nor|dont|donot|dnot|doesnt|didnt|isnt|never|cant|cannot|wont|wouldnt|shouldnt|stop|without|"
    "refuse|refuses|refused|"
    "decline|declines|declined|unable|non|ne|pas|nunca|sin|nao";

/// What may stand between a refusal and what is refused.
constexpr std::string_view fillers =
    "any|more|further|longer|to|be|being|accept|accepts|accepting|receive|receives|receiving|want|wants|wish|"
    "wishes|"
    "get|gets|getting|take|takes|like|likes|the|this|that|her|him|them|his|their|it|me|us|for|in|"
    "u|you|ok|okay|fine|good|approved|authorized|supposed|read|reads|check|checks|able|allow|allowed|allows|"
    "do|does|have|has|is|a|mass|bulk|marketing|"
    "automated|auto|ever|set|up|all|by|via|with|"
    "de|des|du|le|la|les|los|las|el|un|une|plus|mas|quiere|quiero|recibir|recibe|reciba|acepta|enviar|envie|"
    "envien|"
    "mandar|mande|manden|envoyer|envoyez|par|por";

/// These only with "or", "and" behind them: "no calls or texts", but "no calls text only".
constexpr std::string_view other_ways =
    "call|calls|calling|called|phone|email|emails|mail|voicemail|voicemails|llamadas|"
    "llamar|appels|appeler";
constexpr std::string_view connectors = "or|and|nor|ni|ou|y|o|et";

constexpr std::string_view texting =
    "text|texts|texting|texted|tex|txet|txt|txts|txting|sms|mms|message|messages|messaging|msg|msgs|imessage|"
    "texto|textos|textear|textee|texter|textez|mensaje|mensajes|mensajear|mensagem|mensagens";
constexpr std::string_view contacting =
    "contact|contacts|conta|contac|cont|contacting|contacted|use|using|used|disturb|bother|solicit|send|"
    "sends|sending|contactar|contacte|"
    "contacter|contactez|usar|use|utiliser|utilisez|molestar|deranger|ecrire|escribir|enviar|mandar|envoyer";
constexpr std::string_view calling = "call|calls|calling|called|dial|ring|llamar|llame|appeler|appelez";

/// A wish about calls at some time of the day says nothing about texts.
constexpr std::string_view times =
    "after|before|until|till|til|unless|during|between|at|on|from|past|while|when|early|late|weekdays|"
    "weekends|"
    "evenings|afternoons|mornings|nights|days|today|tomorrow|first";

constexpr std::string_view permissions = "only|ok|okay|fine|instead|preferred|best|please|pls|first";

/// A whole phrase, of alternatives for each word. ^: the words begin with it, $: nothing else comes in the
/// clause.
struct Phrase {
    std::string_view words;
    bool is_of_the_person;
};

constexpr std::string_view a_number =
    "number|numbers|num|nbr|no|nmbr|numbr|numb|phone|ph|cell|cellphone|mobile|line|tel|telephone|contact|"
    "digits|numero";

constexpr Phrase phrases[] = {
#include "recipients/instruction_phrases.inc"
};

/// What a number is not, where it is no longer good: "not his", "no longer in service", "does not work".
constexpr std::string_view owner_words = "his|her|hers|him|theirs|their|mine";
constexpr std::string_view states =
    "service|svc|valid|correct|right|active|current|accurate|working|work|works|exist|exists|functional|"
    "operational|"
    "connected|assigned|good|cell|cellphone|mobile|textable|sirve|funciona|existe|servicio";

/// 🚫 ⛔ ❌ 📵 🛑 🔕 🙅 ✖ ✗ ✘ 🛇 and the circle with a stroke that is put around a sign
bool is_prohibition_sign(char32_t code) {
    constexpr char32_t signs[] = {0x1F6AB, 0x26D4, 0x274C, 0x1F4F5, 0x1F6D1, 0x1F515,
                                  0x1F645, 0x2716, 0x2717, 0x2718,  0x1F6C7, 0x20E0};
    return std::find(std::begin(signs), std::end(signs), code) != std::end(signs);
}

/// "D N T" and "D O  N O T  T E X T" as the words that they spell.
Words with_spelled_words(const Words& words) {
    const auto is_single = [](const std::string& word) { return word.size() == 1 && word != clause_end; };
    constexpr std::ptrdiff_t fewest = 3;
    Words joined;
    for (auto at = words.begin(); at != words.end();) {
        const auto end = std::find_if_not(at, words.end(), is_single);
        if (end - at >= fewest) {
            std::string& word = joined.emplace_back();
            for (; at != end; ++at)
                word += *at;
        } else {
            joined.push_back(*at++);
        }
    }
    return joined;
}

/// An & and a / connect; other signs end a clause; hyphens and dots inside a word do not.
Words describe(std::string_view text) {
    static constexpr std::string_view latin_1 =
        "aaaaaaaceeeeiiiidnooooo ouuuuy saaaaaaaceeeeiiiidnooooo ouuuuy y";  // U+00C0 … U+00FF
    Words words;
    std::string word;
    const auto end_word = [&] {
        const bool is_rest =
            word == "t" && !words.empty() && is_one_of(words.back(), "don|doesn|didn|can|won|isn");
        if (is_rest) {
            words.back() += std::exchange(word, {});  // "don t"
        } else if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    };
    for (std::size_t at = 0; at < text.size();) {
        const Character character = first_character(text.substr(at));
        const char32_t code = character.code_point;
        const auto is_letter_at = [&](std::size_t index) {
            return index < text.size() && is_letter(static_cast<unsigned char>(text[index]));
        };
        const bool is_inside = !word.empty() && is_letter_at(at + 1);
        if (code >= 0xC0 && code <= 0xFF) {
            word += latin_1[code - 0xC0];
        } else if (code < 0x80 && is_letter(code)) {
            word += static_cast<char>(code | 0x20);
        } else if ((code >= '0' && code <= '9') || is_letter(code)) {
            word += character.bytes;
        } else if (code == '\'' || code == '`' || (code >= 0x300 && code < 0x370) ||
                   (code == '.' && is_inside && !is_letter_at(at + 2))) {
            // "don't", a letter's accent on its own, "D.N.C."
        } else {
            end_word();
            if (is_prohibition_sign(code)) {
                words.emplace_back("dnt");
            } else if (code == '#') {
                words.emplace_back("number");
            } else if (code == '/' || code == '&' || code == '+' || code == '|') {
                words.emplace_back("or");
            } else if (code != ' ' && code != '_' && code != '*' && code != '"' &&
                       !((code == '-' || code == '.') && is_inside)) {
                words.emplace_back(clause_end);
            }
        }
        at += character.bytes.size();
    }
    end_word();
    return with_spelled_words(words);
}

class Reader {
  public:
    explicit Reader(Words words) : words_(std::move(words)) {}

    /// Whose instruction there is; nothing: none.
    std::optional<bool> is_of_the_person() const {
        bool is_instruction = false;
        for (std::size_t at = 0; at < words_.size(); ++at) {
            if (refuses_texts(at) || refuses_calls(at) || says_no_to_texts(at) || wants_other_ways_only(at))
                return true;
            if (is_no_longer_good(at)) is_instruction = true;
            for (const Phrase& phrase : phrases) {
                if (!has(phrase.words, at) || is_denied(at)) continue;
                if (phrase.is_of_the_person) return true;
                is_instruction = true;
            }
        }
        return is_instruction ? std::optional(false) : std::nullopt;
    }

  private:
    std::string_view word(std::size_t at) const {
        return at < words_.size() ? std::string_view(words_[at]) : clause_end;
    }
    bool is(std::size_t at, std::string_view alternatives) const { return is_one_of(word(at), alternatives); }

    /// "no texts", "does not accept calls or texts", "do not contact"
    bool refuses_texts(std::size_t at) const {
        if (!is(at, refusals) || (at > 0 && is(at - 1, "if|leave|leaves|left"))) return false;
        for (std::size_t next = at + 1;; ++next) {
            if (is(next, texting)) return true;
            if (is(next, contacting) && !is(at, "cant|cannot|unable"))
                return !is(next + 1, a_number) && !is(next + 1, "info|information|on|yet");
            if (is(next, other_ways) && is(next + 1, connectors)) {
                ++next;
            } else if (!is(next, fillers)) {
                return false;
            }
        }
    }

    /// "do not call", where nothing is said of a time, and texts are not asked for instead.
    bool refuses_calls(std::size_t at) const {
        const bool is_list = is(at, "no|not") && is(at + 1, "call") && is(at + 2, "list");
        if (!is(at, refusals) || is(at, "cant|cannot|unable") ||
            (is(at, "no|without|sin|ne|pas") && !is_list && !is(at + 1, "llamar|llame|appeler|ligar")))
            return false;
        std::size_t target = at + 1;
        while (is(target, fillers))
            ++target;
        const bool is_report =  // "did not call", "never called": nobody asks for anything
            target == at + 1 && (is(at, "didnt") || (at > 0 && word(at - 1) == "did") ||
                                 is(target, "called|calls") || word(target + 1) == "back");
        return is(target, calling) && !is_report && !is(target + 1, times) && !asks_for_texts();
    }

    /// "call only", "only emails", but not "call only after 5"
    bool wants_other_ways_only(std::size_t at) const {
        constexpr std::string_view others = "call|calls|voice|email|emails|mail|voicemail|vm";
        if (!(is(at, others) && is(at + 1, "only")) && !(is(at, "only") && is(at + 1, others))) return false;
        return !is_denied(at) && !is(at + 2, times) && !is(at + 2, "if");
    }

    /// "Text: no", "SMS off"
    bool says_no_to_texts(std::size_t at) const {
        if (!is(at, "text|texts|texting|txt|sms|messages")) return false;
        std::size_t answer = at + 1;
        while (is(answer, "is|are|ok|okay|allowed|consent|permission|opt|in|optin|messages|alerts"))
            ++answer;
        if (word(answer) == clause_end && answer < words_.size()) ++answer;
        if (is(answer, "not"))
            return is(answer + 1,
                      "allowed|ok|okay|accepted|received|delivered|working|enabled|permitted|wanted");
        return is(answer, "no|n|none|never|off|x|refused|declined|blocked|disabled|stopped|denied") &&
               word(answer + 1) == clause_end;
    }

    bool asks_for_texts() const {
        for (std::size_t at = 0; at < words_.size(); ++at) {
            if (!is(at, "text|texts|texting|txt|txts|sms")) continue;
            if (is(at + 1, permissions) || is(at + 1, "me|him|her|them|us")) return true;
            if (at == 0 || word(at - 1) == clause_end ||
                is(at - 1, "only|just|prefer|prefers|can|may|please|pls|but|always|ok|okay|to|use"))
                return true;
        }
        return false;
    }

    /// "not his", "no longer in service", "does not work"; not "not working Mondays"
    bool is_no_longer_good(std::size_t at) const {
        const bool is_past = is(at, "no") && is(at + 1, "longer");
        const bool is_negation = is_past || is(at, "not|isnt|aint|wasnt|doesnt|didnt|wont|never|non") ||
                                 (is(at, "no") && is(at + 1, "good|service|sirve|funciona|existe"));
        if (!is_negation) return false;
        for (std::size_t next = at + 1; next <= at + 4; ++next) {
            if (is(next, owner_words)) return true;
            if (is(next, states)) return ends_with(next + 1);
            if (is_past && is(next, "use|uses|used|has|have")) return true;
            if (!is(next, "longer|in|a|an|the|be|is|it|this|currently")) return false;
        }
        return false;
    }

    /// Nothing comes that would change the sense.
    bool ends_with(std::size_t at) const {
        return word(at) == clause_end || is(at, a_number) ||
               is(at, "anymore|any|now|longer|as|since|or|and|de") ||
               (is(at, "at") && is(at + 1, "all|present|this"));
    }

    /// "not a landline"
    bool is_denied(std::size_t at) const {
        const auto denies = [&](std::size_t index) {
            return is(index, "not|isnt|no|never|wasnt|hasnt|non|longer");
        };
        if (at >= 1 && denies(at - 1)) return true;
        return at >= 2 && is(at - 1, "a|an|the|been|yet|or") && denies(at - 2);
    }

    bool has(std::string_view phrase, std::size_t at) const {
        while (!phrase.empty()) {
            const auto end = std::min(phrase.find(' '), phrase.size());
            const auto wanted = phrase.substr(0, end);
            phrase.remove_prefix(std::min(end + 1, phrase.size()));
            if (wanted == "^") {
                if (at != 0) return false;
                continue;
            }
            if (wanted == "$" ? at < words_.size() && word(at) != clause_end
                              : at >= words_.size() || !is(at, wanted == "@" ? a_number : wanted))
                return false;
            if (wanted != "$") ++at;
        }
        return true;
    }

    Words words_;
};

/// Without the signs around the words.
std::string_view bare(std::string_view words) {
    constexpr std::string_view signs = " \t\r\n-,;:/\\()[]{}*|.!=<>~_";
    const auto first = std::min(words.find_first_not_of(std::string(signs) + '#'), words.size());
    auto last = words.find_last_not_of(signs) + 1;
    const bool is_open = words.substr(first, last - first).find('(') != std::string_view::npos;
    if (is_open && last < words.size() && words[last] == ')') ++last;
    return words.substr(first, last - first);
}

}  // namespace

std::optional<FieldInstruction> instruction_in(std::string_view before, std::string_view behind) {
    for (const auto& [words, is_label] : {std::pair(bare(before), true), std::pair(bare(behind), false)}) {
        Words all = describe(words);
        if (is_label && !all.empty() && all.back() == "no") all.back() = "number";
        if (const auto whose = Reader(std::move(all)).is_of_the_person())
            return FieldInstruction{std::string(words), *whose};
    }
    return std::nullopt;
}

bool refuses_without_number(std::string_view value) {
    Words words = describe(bare(value));
    for (std::size_t at = 0; at < words.size(); ++at) {
        const bool is_last = at + 1 == words.size() || words[at + 1] == clause_end;
        const bool is_about_number = is_last && is_one_of(words[at],
                                                          "refuse|refuses|refused|decline|declines|declined|"
                                                          "remove|removed|blocked|passed|dec|dnu");
        if (is_about_number || is_one_of(words[at], "no|use|using|used")) words[at] = "number";
    }
    return Reader(std::move(words)).is_of_the_person().value_or(false);
}

}  // namespace send_text
