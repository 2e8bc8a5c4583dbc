# staffing_add_plugin(name source…)
# The library of a plug-in: name.so (name.dll), loaded at run time, which exports its entry alone. What else its
# sources need is added as to any target; the glue of C++ with
#   target_link_libraries(name PRIVATE staffing::host_sdk_cpp)

function(staffing_add_plugin name)
  add_library(${name} MODULE ${ARGN})
  target_link_libraries(${name} PRIVATE staffing::host_sdk)
  set_target_properties(${name} PROPERTIES PREFIX ""
    C_VISIBILITY_PRESET hidden CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
  # Hidden visibility is not enough where C++ is linked: its library marks symbols of its own as visible.
  if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
    set(map ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/staffing_plugin.map)
    target_link_options(${name} PRIVATE -Wl,--version-script=${map})
    set_target_properties(${name} PROPERTIES LINK_DEPENDS ${map})
  endif()
endfunction()
