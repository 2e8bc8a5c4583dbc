# The SDK of staffing hosts: targets staffing::host_sdk (C) and staffing::host_sdk_cpp (C++20), and
# staffing_add_plugin.

include(CMakeFindDependencyMacro)
find_dependency(Threads)
if(NOT TARGET staffing::host_sdk)
  include(${CMAKE_CURRENT_LIST_DIR}/staffing_host_sdk-targets.cmake)
endif()
include(${CMAKE_CURRENT_LIST_DIR}/staffing_add_plugin.cmake)
