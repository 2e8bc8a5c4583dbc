# cmake --install <build> --prefix <folder> --component sdk: all that somebody outside of this tree needs to make a
# plug-in or a host.

set(sdk_share share/staffing_host_sdk)
set(sdk_package lib/cmake/staffing_host_sdk)

install(TARGETS host_sdk host_sdk_cpp EXPORT staffing_host_sdk COMPONENT sdk)
install(EXPORT staffing_host_sdk FILE staffing_host_sdk-targets.cmake NAMESPACE staffing::
  DESTINATION ${sdk_package} COMPONENT sdk)
install(DIRECTORY ${PROJECT_BINARY_DIR}/staffing_host_sdk/ DESTINATION ${sdk_package} COMPONENT sdk)

install(DIRECTORY host_sdk/include/staffing DESTINATION include COMPONENT sdk FILES_MATCHING PATTERN *.h)
install(DIRECTORY host_sdk/cpp/staffing_cpp DESTINATION include COMPONENT sdk FILES_MATCHING PATTERN *.hpp)
install(DIRECTORY host_sdk/json/staffing_json DESTINATION include COMPONENT sdk FILES_MATCHING PATTERN *.hpp)
install(DIRECTORY host_sdk/schema host_sdk/examples DESTINATION ${sdk_share} COMPONENT sdk
  PATTERN .clang-format EXCLUDE)
install(FILES host_sdk/abi/layout_1.txt DESTINATION ${sdk_share}/abi COMPONENT sdk)
install(DIRECTORY host_sdk/bindings/csharp DESTINATION ${sdk_share}/bindings COMPONENT sdk)
install(FILES docs/plugin_developers.md docs/host_developers.md docs/life_and_threads.md docs/compatibility.md
  docs/carrier_simulator.md
  DESTINATION ${sdk_share}/docs COMPONENT sdk)
install(FILES mock_host/scenarios/README.md mock_host/scenarios/scenario.schema.json
  DESTINATION ${sdk_share}/scenarios COMPONENT sdk)

install(DIRECTORY ${PROJECT_BINARY_DIR}/web DESTINATION ${sdk_share} COMPONENT sdk)
install(TARGETS plugin_validator mock_host carrier_simulator DESTINATION bin COMPONENT sdk)
