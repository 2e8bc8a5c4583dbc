# The SDK as a CMake package in the build tree, where what is built here finds it, the examples among it.

file(STRINGS ${PROJECT_SOURCE_DIR}/host_sdk/include/staffing/version.h version_lines REGEX "(MAJOR|MINOR|PATCH) [0-9]+u")
string(REGEX REPLACE "[^0-9;]" "" version_parts "${version_lines}")
list(JOIN version_parts "." contract_version)

set(staffing_host_sdk_DIR ${PROJECT_BINARY_DIR}/staffing_host_sdk)
foreach(file staffing_host_sdk-config.cmake staffing_add_plugin.cmake staffing_plugin.map)
  configure_file(${PROJECT_SOURCE_DIR}/packaging/cmake/staffing_host_sdk/${file} ${staffing_host_sdk_DIR}/${file} COPYONLY)
endforeach()
include(CMakePackageConfigHelpers)
write_basic_package_version_file(${staffing_host_sdk_DIR}/staffing_host_sdk-config-version.cmake
  VERSION ${contract_version} COMPATIBILITY SameMajorVersion ARCH_INDEPENDENT)
