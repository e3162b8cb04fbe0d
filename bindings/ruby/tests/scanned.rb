# SPDX-License-Identifier: MIT
# frozen_string_literal: true

# scanned.rb - the program that bindings/scan.py looks into.
require 'loginlint'

KEPT = []

def say(field, value, searched)
  [false, searched].uniq.each do |candidates|
    r = LoginLint.check(field, value, context: 'stage: submit; failures: 1', candidates: candidates)
    r.causes.each { |c| [c.message(:ja), c.next(:ja), c.inspect] }
    r.diagnostics.each { |d| d.message(:ja) }
  end
end

$stdin.set_encoding(Encoding::UTF_8)
$stdout.sync = true
while (line = $stdin.gets)
  calls, field, value = line.chomp.split("\t")
  value = value.encode(Encoding::UTF_16LE) if ARGV.include?('utf-16')
  value = value.encode(Encoding::UTF_16BE) if ARGV.include?('utf-16be')
  puts 'ready'
  $stdin.gets
  50.times do
    LoginLint.check(field, value, context: 'stage: submit').inspect if calls.include?('c')
    say(field, value, calls.include?('k')) if calls.include?('x')
    LoginLint.candidates(field, value, context: 'failures: 1').inspect if calls.include?('k')
    LoginLint.tag('k' * 16, 'taro', value) if calls.include?('t')
    KEPT << value.b.reverse.reverse if calls.include?('p')
  end
  puts 'done'
end
