# SPDX-License-Identifier: MIT
# frozen_string_literal: true

# transcript.rb - the lines of tests/transcript.c from the gem's objects: ruby transcript.rb CASES | --keys CASES | --bench
require 'loginlint'

# In UTF-16 where a surrogate is alone, else in UTF-8.
def unescape(text)
  return units(text) if text.gsub('\\\\', '').match?(/\\u[Dd][89A-Fa-f]/)

  out = text.b.gsub(/\\(?:(\\)|x(..)|u(....)|U(........))/n) do
    next '\\' if $1
    next $2.hex.chr if $2

    [($3 || $4).hex].pack('U').b
  end
  out.force_encoding(Encoding::UTF_8)
end

def units(text)
  units = text.scan(/\\(\\)|\\u(....)|\\U(........)|([^\\])/).flat_map do |backslash, u, astral, c|
    next [astral.hex].pack('U').encode('UTF-16BE').unpack('n*') if astral

    [u ? u.hex : (c || backslash).ord]
  end
  units.pack('v*').force_encoding(Encoding::UTF_16LE)
end

def escape(text)
  text.each_char.map do |c|
    cp = c.ord
    if c == '\\' then '\\\\'
    elsif cp > 0x20 && cp < 0x7F then c
    else format(cp > 0xFFFF ? '\\U%08X' : '\\u%04X', cp)
    end
  end.join
end

def hex(text)
  text.to_s.unpack1('H*')
end

def span(range)
  "#{range.begin}-#{range.end}"
end

def diagnostic(found)
  [found.code, found.severity, found.confidence, found.fix&.level || 'none', found.fix&.operation || 'none',
   span(found.byte_span), span(found.utf16_span), span(found.character_span), hex(found.fix&.text)].join(':')
end

def words(list)
  list.empty? ? '-' : list.join(' ')
end

# What the caller finds by String#[] is what the library found.
def located(value, found)
  wide = value.encoding == Encoding::UTF_16LE
  where = wide ? found.utf16_span.begin * 2...found.utf16_span.end * 2 : found.byte_span
  raise "#{found.code}: #{found.span}" unless value[found.span].b == value.byteslice(where).b
end

def line(id, field, rules, context, input, *)
  value = unescape(input)
  r = LoginLint.check(field, value, rules: rules, context: context, candidates: true)
  alone = LoginLint.check(field, value, rules: rules, context: context)
  (r.diagnostics + r.causes).each { |d| located(value, d) }
  text = r.text.nil? ? '-' : r.text == value ? '=' : escape(r.text)
  found = LoginLint.candidates(field, value, rules: rules, context: context)
  raise "#{id}: other candidates" unless found == r.candidates && alone.candidates.empty?

  [id, r.verdict, r.valid ? 1 : 0, r.secret ? 1 : 0, r.brand || '-', text, words(r.diagnostics.map { |d| diagnostic(d) }),
   words(found.map { |c| "#{c.basis}:#{c.confidence}:#{hex(c.text)}" }), words(r.skipped), *causes(r), *causes(alone)].join("\t")
end

def cause(cause)
  [cause.code, cause.remedy, cause.candidate || '-', cause.confidence, span(cause.byte_span), span(cause.utf16_span),
   span(cause.character_span), cause.diagnostics.join(',')].join(':')
end

def causes(result)
  [words(result.causes.map { |c| cause(c) }), result.causes_left]
end

# The least ns of a call: passes are short, so that nothing interrupts the best of them.
def least
  Array.new(1000) do
    start = Process.clock_gettime(Process::CLOCK_MONOTONIC, :nanosecond)
    20.times { yield }
    (Process.clock_gettime(Process::CLOCK_MONOTONIC, :nanosecond) - start) / 20
  end.min
end

if ARGV[0] == '--bench'
  policy = LoginLint::Policy.new('login-id')
  card = LoginLint::Policy.new('card-number')
  sentences = -> { LoginLint.check(card, '４１１１ー１１１１ー１１１１ー１１１１').causes.each { |c| [c.message(:ja), c.next(:ja)] } }
  puts [least { LoginLint.check(policy, 'taro.yamada_2026') }, least(&sentences)].join(' ')
elsif ARGV[0] == '--keys' # of each case, in the differences that the bits of its number name
  File.foreach(ARGV[1], encoding: 'utf-8', chomp: true).with_index do |row, i|
    id, *, input = row.split("\t", -1)[0..4]
    value = unescape(input)
    same = LoginLint::Native::NAMES_SAME.select { |bit, _| i.anybits?(bit) }.values
    key = LoginLint.key(value, same: same)
    raise "#{id}: the key of UTF-16 is another" unless key == LoginLint.key(value.encode('UTF-16LE'), same: same)

    puts "#{id}\t#{hex(key)}"
  end
else
  File.foreach(ARGV[0], encoding: 'utf-8', chomp: true) { |l| puts line(*l.split("\t", -1)) }
end
