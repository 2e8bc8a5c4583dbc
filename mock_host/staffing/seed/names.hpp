#pragma once

#include <string>
#include <vector>

namespace mock_host {

const std::vector<std::string>& common_first_names();
const std::vector<std::string>& common_last_names();
const std::vector<std::string>& customer_names();
const std::vector<std::string>& departments();
const std::vector<std::string>& titles();      ///< of contacts
const std::vector<std::string>& job_titles();  ///< of employees

}  // namespace mock_host
