# SPDX-License-Identifier: MIT
# What is published, and whether others can use it.  See README.md here.
#
#   make release                        dist/release: tarball, bill of materials, sums, trees for Debian, vcpkg, Conan, SwiftPM, Composer, packages
#   make check-heavy ONLY=consumers     each of them used from an empty folder
release: ## what is published, into dist/release
	@lib/gen/install git php-cli
	bindings/release/release.sh
.PHONY: release
