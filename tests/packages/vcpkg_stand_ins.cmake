# SPDX-License-Identifier: Apache-2.0
# cmake -DPORT_DIR=... -DWORK=... -P vcpkg_stand_ins.cmake: runs a portfile with stand-ins for what vcpkg gives it.
set(PORT mote)
set(CURRENT_PACKAGES_DIR ${WORK}/package)
set(build ${WORK}/build)

function(run)
  execute_process(COMMAND ${CMAKE_COMMAND} ${ARGN} RESULT_VARIABLE result)
  if(result)
    message(FATAL_ERROR "cmake ${ARGN}: ${result}")
  endif()
endfunction()

function(vcpkg_cmake_configure)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "SOURCE_PATH" "")
  run(-S ${arg_SOURCE_PATH} -B ${build} -DCMAKE_INSTALL_PREFIX=${CURRENT_PACKAGES_DIR})
endfunction()

function(vcpkg_cmake_install)
  run(--build ${build} --target install)
endfunction()

# Moves the package to share/PORT, which is one folder less below the prefix.
function(vcpkg_cmake_config_fixup)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "CONFIG_PATH" "")
  set(package ${CURRENT_PACKAGES_DIR}/share/${PORT})
  file(RENAME ${CURRENT_PACKAGES_DIR}/${arg_CONFIG_PATH} ${package})
  file(READ ${package}/mote-targets.cmake targets)
  set(up "get_filename_component(_IMPORT_PREFIX \"\${_IMPORT_PREFIX}\" PATH)\n")
  string(REPLACE "${up}${up}${up}" "${up}${up}" moved "${targets}")
  if(moved STREQUAL targets)
    message(FATAL_ERROR "the prefix of the package is not computed from its place")
  endif()
  file(WRITE ${package}/mote-targets.cmake "${moved}")
endfunction()

function(vcpkg_install_copyright)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "" "FILE_LIST")
  file(INSTALL ${arg_FILE_LIST} DESTINATION ${CURRENT_PACKAGES_DIR}/share/${PORT} RENAME copyright)
endfunction()

include(${PORT_DIR}/portfile.cmake)
