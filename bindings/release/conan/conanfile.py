# SPDX-License-Identifier: MIT
"""Conan recipe: builds from the release's tarball, or from the folder that it lies in."""
import os

from conan import ConanFile
from conan.tools.files import copy, get
from conan.tools.layout import basic_layout


class LoginlintConan(ConanFile):
    name = "loginlint"
    version = "@VERSION@"
    description = "Tells what is wrong with a login ID, password, card number or PIN before an attempt is spent"
    license = "MIT AND Unicode-3.0"
    topics = ("login", "validation", "unicode", "ime")
    settings = "os", "arch", "compiler", "build_type"
    options = {"shared": [True, False]}
    default_options = {"shared": False}
    languages = "C"

    def layout(self):
        basic_layout(self, src_folder="src")

    def validate(self):
        if self.settings.os != "Linux":  # the make file knows the linkers of ELF
            from conan.errors import ConanInvalidConfiguration
            raise ConanInvalidConfiguration("elsewhere compile dist/loginlint.c of the release into your program")

    def source(self):
        archive = os.environ.get("LOGINLINT_TARBALL", "@URL@")
        get(self, "file://" + archive if archive.startswith("/") else archive, sha256="@SHA256@", strip_root=True)

    def build(self):
        self.run("make ICU=no", cwd=self.source_folder)

    def package(self):
        self.run("make ICU=no PREFIX='%s' install" % self.package_folder, cwd=self.source_folder)
        copy(self, "COPYING", self.source_folder, os.path.join(self.package_folder, "licenses"))
        for name in os.listdir(os.path.join(self.package_folder, "lib")):  # the one kind that was asked for
            if name.endswith(".a") if self.options.shared else ".so" in name:
                os.remove(os.path.join(self.package_folder, "lib", name))

    def package_info(self):
        self.cpp_info.libs = ["loginlint"]
        self.cpp_info.set_property("cmake_file_name", "loginlint")
        self.cpp_info.set_property("cmake_target_name", "loginlint::loginlint")
        self.cpp_info.set_property("pkg_config_name", "loginlint")
