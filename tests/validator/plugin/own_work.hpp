#pragma once

#include "staffing_cpp/calls_in_flight.hpp"

namespace sound {

/// The threads on which the plug-in is at work: in a call of the host, a task or a job. On none of them can
/// it end.
struct OwnWork : staffing::CallsInFlight {
    OwnWork() { open(); }
};

/// The plug-in is at work on this thread as long as this lives.
class Within {
  public:
    explicit Within(OwnWork& work) : work_(work) { work_.enter(); }
    ~Within() { work_.leave(); }

    Within(const Within&) = delete;
    Within& operator=(const Within&) = delete;

  private:
    OwnWork& work_;
};

}  // namespace sound
