#pragma once

#include <atomic>
#include <cstdint>
#include <utility>

#include "mock_host/staffing/connection.hpp"
#include "mock_host/staffing/records.hpp"

namespace mock_host {

template <typename Work>
auto Records::change(Work&& work) {
    struct Counter {
        std::atomic<std::uint64_t>& changes;
        ~Counter() { ++changes; }  // after all is written; counting a failed write does no harm
    };
    const Counter counter{changes_};
    return connection_.write(std::forward<Work>(work));
}

}  // namespace mock_host
