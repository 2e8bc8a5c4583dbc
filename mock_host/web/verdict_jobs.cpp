#include "mock_host/web/verdict_jobs.hpp"

#include "mock_host/loader/plugin_calls.hpp"
#include "mock_host/loader/resolution.hpp"
#include "mock_host/web/running_host.hpp"

namespace mock_host {

std::uint64_t VerdictJobs::start(std::vector<RecordKey> records) {
    Job job;
    host_.with_plugin([&](Host& host, const PluginCalls& plugin) {
        job.resolution =
            std::make_shared<Resolution>(host, std::move(records), [this] { host_.changed("verdicts"); });
        job.plugins_id = plugin.resolve(job.resolution);
    });
    Job left_behind;
    std::uint64_t id = 0;
    {
        const std::lock_guard lock(mutex_);
        id = ++last_id_;
        jobs_.emplace(id, std::move(job));
        if (jobs_.size() > max_jobs) left_behind = std::move(jobs_.extract(jobs_.begin()).mapped());
    }
    cancel(left_behind);
    return id;
}

std::shared_ptr<const Resolution> VerdictJobs::find(std::uint64_t id) const {
    const std::lock_guard lock(mutex_);
    const auto found = jobs_.find(id);
    return found == jobs_.end() ? nullptr : found->second.resolution;
}

void VerdictJobs::end(std::uint64_t id) {
    Job job;
    {
        const std::lock_guard lock(mutex_);
        const auto found = jobs_.find(id);
        if (found == jobs_.end()) return;
        job = std::move(found->second);
        jobs_.erase(found);
    }
    cancel(job);
}

void VerdictJobs::cancel(const Job& job) {
    if (job.resolution == nullptr) return;
    try {
        host_.with_plugin([&](Host&, const PluginCalls& plugin) {
            // Incomplete, it is one of this plug-in, and not of one that was loaded before.
            if (!job.resolution->is_complete()) plugin.cancel_resolution(job.plugins_id);
        });
    } catch (const NoPlugin&) {  // then it has ended with the plug-in
    }
}

}  // namespace mock_host
