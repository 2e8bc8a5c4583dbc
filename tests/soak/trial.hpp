#pragma once

#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "soak/dice.hpp"
#include "soak/ledger.hpp"
#include "soak/lies.hpp"
#include "soak/lying_carrier.hpp"
#include "soak/plug_in_process.hpp"
#include "soak/shared_moment.hpp"
#include "unit/support/temp_folder.hpp"

namespace soak {

/// What a trial came to.
struct Outcome {
    std::string troubles;  ///< what it had to go through
    std::vector<std::string> findings;
    std::int64_t texts = 0;
    std::int64_t kills = 0;
    std::int64_t asked = 0;      ///< texts that a person had to decide about
    std::int64_t overtaken = 0;  ///< texts that came before an earlier one to their number
};

/// A line with its account, as the plug-in is told of it.
nlohmann::json line_of(const std::string& number, bool is_zipwhips, int account);

/// One plug-in, its office and its carriers, from the first text until all is settled: all by one seed.
class Trial {
  public:
    Trial(std::uint64_t seed, Troubles troubles, bool is_verbose);

    Outcome run();

  private:
    bool has(const char* trouble) const { return troubles_.contains(trouble); }
    void trace(const std::string& words, const nlohmann::json& details = nullptr) const;

    // What happens.
    void something_happens();
    void commit();
    void stop_a_request();
    void somebody_replies();
    void somebody_uses_the_application();
    void clock_changes();
    void disk_changes();
    void line_moves();
    void back_up();
    void copy_the_file_alone();
    void end_and_start();
    void time_passes();
    void pass(std::int64_t for_ms);

    // The plug-in at work, and killed.
    void work();
    std::optional<nlohmann::json> call(const nlohmann::json& command);
    void wake() { deliver_at_ = 0; }
    void plan_death();
    void restart();
    void put_back_a_backup(bool leaves_log);
    void lose_the_log_file();
    void start_with_an_empty_store();
    nlohmann::json answer(const nlohmann::json& question);
    nlohmann::json log(const nlohmann::json& question);
    nlohmann::json vault(const nlohmann::json& question);
    void handle_report(const nlohmann::json& said);

    // People who look at the handsets.
    std::optional<nlohmann::json> texts();
    void people_decide();
    bool is_reported(const std::string& line) const;
    void nothing_waits_in_silence(const nlohmann::json& texts);

    void settle();
    void log_all();
    void deliver();

    std::uint64_t seed_;
    Troubles troubles_;
    bool is_verbose_;
    Dice dice_;
    SharedMemory memory_;
    SharedMoment& moment_ = memory_.moment();
    LyingCarrier carrier_;
    Ledger ledger_;
    send_text::testing::TempFolder folder_;
    std::string store_ = folder_.file("send_text.sqlite");
    nlohmann::json lines_;
    std::vector<std::int64_t> requests_;
    bool is_dying_ = true;  ///< kills are allowed
    std::string backup_ = folder_.file("backup");
    std::string put_back_;                  ///< what the next start puts in the place of the store
    std::optional<std::size_t> backed_up_;  ///< so many texts were committed then
    std::int64_t deliver_at_ = 0;           ///< true time at which the delivery wants to go on
    std::int64_t running_since_ = 0;        ///< true times: the process, and
    std::int64_t slept_ = 0;                ///< when time passed last without the delivery
    std::set<std::pair<std::string, int>> reported_troubles_;  ///< people know of them: line, and kind
    std::map<std::string, std::int64_t> quiet_since_;  ///< by line: true time at which one was over last
    std::optional<std::string> vault_;                 ///< the host's
    std::int64_t asked_ = 0;
    Outcome outcome_;
    PlugInProcess process_;
};

}  // namespace soak
