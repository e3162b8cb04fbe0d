# frozen_string_literal: true

# transcript.rb - the lines of tests/transcript.c from the gem's objects: ruby transcript.rb CASES | --bench
require 'loginlint'

def unescape(text)
  out = text.b.gsub(/\\(?:(\\)|x(..)|u(....)|U(........))/n) do
    next '\\' if $1
    next $2.hex.chr if $2

    [($3 || $4).hex].pack('U').b
  end
  out.force_encoding(Encoding::UTF_8)
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
   span(found.byte_span), span(found.utf16_span), span(found.span), hex(found.fix&.text)].join(':')
end

def words(list)
  list.empty? ? '-' : list.join(' ')
end

def line(id, field, rules, context, input, *)
  value = unescape(input)
  r = LoginLint.check(field, value, rules: rules, context: context)
  text = r.text.nil? ? '-' : r.text == value ? '=' : escape(r.text)
  found = LoginLint.candidates(field, value, rules: rules, context: context)
  [id, r.verdict, r.valid ? 1 : 0, r.secret ? 1 : 0, r.brand || '-', text, words(r.diagnostics.map { |d| diagnostic(d) }),
   words(found.map { |c| "#{c.basis}:#{c.confidence}:#{hex(c.text)}" }), words(r.skipped)].join("\t")
end

if ARGV[0] == '--bench'
  policy = LoginLint::Policy.new('login-id')
  best = Array.new(10) do
    start = Process.clock_gettime(Process::CLOCK_MONOTONIC, :nanosecond)
    2000.times { LoginLint.check(policy, 'user@example.com') }
    (Process.clock_gettime(Process::CLOCK_MONOTONIC, :nanosecond) - start) / 2000
  end
  puts best.min
else
  File.foreach(ARGV[0], encoding: 'utf-8', chomp: true) { |l| puts line(*l.split("\t", -1)) }
end
