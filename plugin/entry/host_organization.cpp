#include "entry/host_organization.hpp"

#include "entry/from_host.hpp"
#include "staffing_cpp/call.hpp"

namespace send_text {
namespace {

template <class Function>
std::string name_of(const HostExtensions& host, const char* what, Function function, std::int64_t id) {
    const staffing::StringCollector name;
    try {
        host.call(what, function, id, name.sink());
    } catch (const staffing::StatusError&) {  // the id says it, too
        return {};
    }
    return name_from(staffing::abi(name.text()));
}

}  // namespace

std::string HostOrganization::branch_name(std::int64_t branch_id) const {
    if (host_.organization == nullptr) return {};
    return name_of(host_, "Asking the host for a branch's name", host_.organization->branch_name, branch_id);
}

std::string HostOrganization::rep_name(std::int64_t rep_id) const {
    if (host_.organization == nullptr) return {};
    return name_of(host_, "Asking the host for a rep's name", host_.organization->rep_name, rep_id);
}

}  // namespace send_text
