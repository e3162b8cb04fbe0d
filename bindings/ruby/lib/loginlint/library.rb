# SPDX-License-Identifier: MIT
# frozen_string_literal: true

# library.rb - loads the library and refuses one of another ABI or with other records.
#
# In: ENV['LOGINLINT_LIBRARY'] or the library beside this file.  Out: the functions in LoginLint::Native.

module LoginLint
  # The library as it is: its functions.
  module Native
    ffi_lib(ENV['LOGINLINT_LIBRARY'] || File.join(__dir__, "libloginlint.#{FFI::Platform::LIBSUFFIX}"))
    # By itself first: a library of another ABI may lack functions, and then the ABI is what has to be said.
    attach_function(:loginlint_abi, [], :uint32)
    raise LoadError, "loginlint: the library has ABI #{loginlint_abi}, this gem was made for #{ABI}" if loginlint_abi != ABI

    FUNCTIONS.each { |name, arguments, result| attach_function(name, arguments, result) unless name == :loginlint_abi }
    SIZES.each do |record, struct, size|
      there = loginlint_sizeof(record)
      next if there == size && struct.size == size

      raise LoadError, "loginlint: a #{struct.name} has #{there} bytes in the library, #{struct.size} here, and should have #{size}"
    end
    OFFSETS.each do |struct, member, offset|
      next if struct.offset_of(member) == offset

      raise LoadError, "loginlint: #{struct.name}.#{member} is at #{struct.offset_of(member)}, not at #{offset}"
    end
    # Other Ractors may read records only by layouts that are shared; before ffi 1.16 they may do nothing with ffi.
    RACTORS = Gem::Version.new(FFI::VERSION) >= Gem::Version.new('1.16')
    constants.map { |name| const_get(name) }.each { |one| Ractor.make_shareable(one.layout) if one.is_a?(Class) && one < FFI::Struct } if RACTORS
  end
end
