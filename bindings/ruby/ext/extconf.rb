# SPDX-License-Identifier: MIT
# frozen_string_literal: true

# extconf.rb - writes the Makefile by which `gem install` compiles the one C file; Ruby's own headers are not needed.
require 'rbconfig'

suffix = RbConfig::CONFIG['host_os'] =~ /darwin/ ? 'dylib' : 'so'
library = "libloginlint.#{suffix}"
File.write('Makefile', <<~MAKE)
  CC ?= cc
  CFLAGS ?= -O2
  #{library}: #{__dir__}/loginlint.c
  \t$(CC) -std=c11 $(CFLAGS) -fPIC -shared -I#{__dir__} -o $@ $<
  install: #{library}
  \tmkdir -p #{__dir__}/../lib/loginlint && cp #{library} #{__dir__}/../lib/loginlint/
  clean:
  \trm -f #{library}
  .PHONY: install clean
MAKE
