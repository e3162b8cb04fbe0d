# SPDX-License-Identifier: MIT
# frozen_string_literal: true

Gem::Specification.new do |spec|
  spec.name = 'loginlint'
  spec.version = '1.0.0'
  spec.summary = 'Tells what is wrong with a login ID, password, card number or PIN before an attempt is spent'
  spec.authors = ['The libloginlint authors']
  spec.licenses = ['MIT', 'Unicode-3.0'] # both
  spec.files = Dir['lib/**/*.rb', 'ext/*.rb', 'ext/loginlint.[ch]', 'README.md', 'COPYING']
  # With the library of a platform inside there is nothing to compile (bindings/release/packages.sh).
  if ENV['LOGINLINT_PLATFORM']
    spec.platform = ENV['LOGINLINT_PLATFORM']
    spec.files += Dir['lib/loginlint/libloginlint.*']
  else
    spec.extensions = ['ext/extconf.rb']
  end
  spec.required_ruby_version = '>= 2.7'
  spec.add_runtime_dependency 'ffi', '~> 1.15'
end
