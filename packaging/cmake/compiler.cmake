# How everything here is compiled: with warnings (which our presets take for errors), one sanitizer at a time, ccache
# where it is there.

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()

set(SEND_TEXT_SANITIZER "none" CACHE STRING "none, address (with undefined) or thread")
set_property(CACHE SEND_TEXT_SANITIZER PROPERTY STRINGS none address thread)

# Every target of ours links this, and nobody else's does.
add_library(compiler_warnings INTERFACE)
target_compile_options(compiler_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow
  $<$<COMPILE_LANGUAGE:CXX>:-Wnon-virtual-dtor> $<$<COMPILE_LANGUAGE:CXX>:-Woverloaded-virtual>
  $<$<COMPILE_LANG_AND_ID:CXX,Clang>:-Wthread-safety>)  # see plugin/core/mutex.hpp

# GCC 12 takes "literal" + std::string for an overlapping copy when it optimizes (GCC bug 105329).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(compiler_warnings INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Wno-restrict>)
endif()

if(SEND_TEXT_SANITIZER STREQUAL "address")
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
elseif(SEND_TEXT_SANITIZER STREQUAL "thread")
  add_compile_options(-fsanitize=thread -fno-omit-frame-pointer)
  add_link_options(-fsanitize=thread)
endif()

# What GCC defines by itself under a sanitizer, for the sources that ask for it.
set(SEND_TEXT_SANITIZER_MACRO "")
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND NOT SEND_TEXT_SANITIZER STREQUAL "none")
  string(TOUPPER "__sanitize_${SEND_TEXT_SANITIZER}__" SEND_TEXT_SANITIZER_MACRO)
endif()

# What only tests run is built sooner when sources are compiled in groups: a target whose sources have no names of their
# own alike may ask for it.
function(compile_in_groups target)
  if(NOT SEND_TEXT_SANITIZER STREQUAL "none")
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 12)
  endif()
endfunction()

# What most sources of a target include and what takes long to read is read once for all of them. Sources still include
# what they use.
function(read_once target)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    get_directory_property(options COMPILE_OPTIONS)
    if(NOT "-O0" IN_LIST options)
      return()  # of what it optimizes, GCC 12 warns within the system's headers when they come precompiled
    endif()
    target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:CXX>:-fpch-preprocess>)  # ccache asks for it
  else()
    target_compile_options(${target} PRIVATE "$<$<COMPILE_LANGUAGE:CXX>:SHELL:-Xclang -fno-pch-timestamp>")
  endif()
  target_precompile_headers(${target} PRIVATE ${ARGN})
endfunction()

find_package(Threads REQUIRED)
