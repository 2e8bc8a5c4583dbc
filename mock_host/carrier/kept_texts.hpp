#pragma once

#include <algorithm>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "carrier/simulator_clock.hpp"
#include "carrier/state_file.hpp"

namespace mock_host {

/// A carrier's texts in the order of their keys, each kept in the state file as well. Not locked: whoever has
/// it holds a mutex.
template <typename Key, typename Message>
class KeptTexts {
  public:
    using Texts = std::map<Key, Message>;

    /// How the file keeps a text.
    struct Form {
        std::string (*name)(const Message& message);
        nlohmann::json (*json)(const Message& message);
    };

    /// A `kind` of things in the file; nullptr keeps nothing.
    KeptTexts(StateFile* file, std::string kind, Form form) : kept_(file, std::move(kind)), form_(form) {}

    /// All that the file has kept, for `restore` to be called with the texts among it.
    void each_kept(const StateFile::Each& each) const { kept_.each(each); }
    void restore(const Key& key, const Message& message) { texts_[key] = message; }

    void put(const Key& key, const Message& message) {
        texts_[key] = message;
        keep(message);
    }

    const Texts& all() const { return texts_; }

    std::optional<Message> find(const Key& key) const {
        const auto found = texts_.find(key);
        return found == texts_.end() ? std::nullopt : std::optional(found->second);
    }

    /// Nothing, unless there is a text of this key which `may_change`; returns it as changed.
    template <typename MayChange, typename Change>
    std::optional<Message> change(const Key& key, const MayChange& may_change, const Change& change) {
        const auto found = texts_.find(key);
        if (found == texts_.end() || !may_change(found->second)) return std::nullopt;
        change(found->second);
        keep(found->second);
        return found->second;
    }

    /// Takes the texts that wait for a time which has come, the earliest first, out of waiting: they are
    /// `ready` from now on.
    template <typename Status>
    std::vector<Message> take_due(Moment now, Status waiting, Status ready) {
        std::vector<Message> due;
        for (auto& [key, message] : texts_) {
            if (message.status != waiting || *message.send_at > now) continue;
            message.status = ready;
            keep(message);
            due.push_back(message);
        }
        std::stable_sort(due.begin(), due.end(), [](const Message& one, const Message& other) {
            return *one.send_at < *other.send_at;
        });
        return due;
    }

    /// Removes the text of this key if there is one which `may_go`; returns it.
    template <typename MayGo>
    std::optional<Message> remove(const Key& key, const MayGo& may_go) {
        return take_out(key, may_go, [this](const Message& message) { kept_.remove(form_.name(message)); });
    }

    /// As above, but `rest` is what the file keeps of it.
    template <typename MayGo>
    std::optional<Message> remove_but(const nlohmann::json& rest, const Key& key, const MayGo& may_go) {
        return take_out(key, may_go, [&](const Message& message) {
            kept_.put(form_.name(message), [&] { return rest; });
        });
    }

    /// Removes the texts that may go and returns them, in the order of their keys.
    template <typename MayGo>
    std::vector<Message> remove_all(const MayGo& may_go) {
        std::vector<Message> removed;
        std::erase_if(texts_, [&](const auto& entry) {
            const Message& message = entry.second;
            if (!may_go(message)) return false;
            removed.push_back(message);
            kept_.remove(form_.name(message));
            return true;
        });
        return removed;
    }

    void clear() {
        texts_.clear();
        kept_.remove_all();
    }

  private:
    void keep(const Message& message) const {
        kept_.put(form_.name(message), [&] { return form_.json(message); });
    }

    template <typename MayGo, typename Forget>
    std::optional<Message> take_out(const Key& key, const MayGo& may_go, const Forget& forget) {
        const auto found = texts_.find(key);
        if (found == texts_.end() || !may_go(found->second)) return std::nullopt;
        Message message = found->second;
        forget(message);
        texts_.erase(found);
        return message;
    }

    const Kept kept_;
    const Form form_;
    Texts texts_;
};

}  // namespace mock_host
