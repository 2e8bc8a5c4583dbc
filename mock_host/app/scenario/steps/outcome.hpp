#pragma once

#include <functional>
#include <string>
#include <vector>

#include "staffing/status.h"

namespace mock_host {

class ObjectReader;
class Stage;

/// How something must end: done, refused, unavailable or denied, the latter three with these words.
class Outcome {
  public:
    /// The keys `refused`, `unavailable` and `denied` (to who is logged in, or because nobody is).
    explicit Outcome(ObjectReader& reader);

    /// The key `denied` alone.
    static Outcome done_or_denied(ObjectReader& reader);

    bool is_done() const { return statuses_.empty(); }

    /// Does it on a worker thread, and throws NotAsStated when it ends otherwise. `what`: "the account".
    void hold(Stage& stage, const std::string& what, const std::function<void()>& deed) const;

  private:
    Outcome() = default;
    void read(ObjectReader& reader, const std::string& key, std::vector<staffing_status> statuses);

    std::string ending_;
    std::vector<staffing_status> statuses_;  ///< none: it is done
    std::string words_;
};

}  // namespace mock_host
