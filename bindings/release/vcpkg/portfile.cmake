# SPDX-License-Identifier: MIT
# @VERSION@ and @SHA512@ are filled in by `make release`; the archive's address is the one of the place that publishes it.
vcpkg_download_distfile(ARCHIVE
  URLS "@URL@"
  FILENAME "libloginlint-@VERSION@.tar.gz"
  SHA512 @SHA512@)
vcpkg_extract_source_archive(SOURCE_PATH ARCHIVE "${ARCHIVE}")
if(NOT VCPKG_TARGET_IS_LINUX)
  message(FATAL_ERROR "elsewhere compile dist/loginlint.c of the release into your program")
endif()
vcpkg_execute_build_process(
  COMMAND make ICU=no PREFIX=${CURRENT_PACKAGES_DIR} install
  WORKING_DIRECTORY "${SOURCE_PATH}" LOGNAME install-${TARGET_TRIPLET})
vcpkg_fixup_pkgconfig()
vcpkg_cmake_config_fixup(CONFIG_PATH lib/cmake/loginlint)
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/COPYING")
