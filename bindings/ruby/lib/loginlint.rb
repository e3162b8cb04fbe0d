# frozen_string_literal: true

# loginlint.rb - what is wrong with a login ID, password, card number or PIN, before an attempt is spent.
#
# In: strings.  Out: frozen objects.  The native memory of a call belongs to the thread and is wiped before the call returns;
# Ruby's own strings cannot be.  Every method may be called from any thread.

require 'json'
require 'loginlint/native'
require 'loginlint/library'

module LoginLint
  VERSION = Native.loginlint_version

  # A rule, context, service or facts string that cannot be read; offset and length count bytes.
  class SyntaxError < StandardError
    attr_reader :what, :offset, :length, :found, :expected

    def initialize(what, where)
      @what = what
      @offset = where[:offset]
      @length = where[:length]
      @found = Native::NAMES_FOUND[where[:found]]
      @expected = Native::NAMES_EXPECTED[where[:expected]]
      super("#{what}: at byte #{offset}: found #{found}, expected #{expected}")
    end
  end

  Fix = Struct.new(:level, :operation, :text, keyword_init: true) # text: nil for a password

  # span counts characters, as String#[] does; byte_span bytes, utf16_span UTF-16 units.
  Diagnostic = Struct.new(:code, :severity, :confidence, :span, :byte_span, :utf16_span, :position, :fix, :message,
                          keyword_init: true)

  # Of a secret show the basis, never the text.
  Candidate = Struct.new(:text, :basis, :bases, :confidence, :unique, :case_lost, keyword_init: true) do
    def inspect
      "#<LoginLint::Candidate #{basis} #{confidence}>"
    end
    alias_method :to_s, :inspect
  end

  # text: the corrected value, nil when the input is not UTF-8; skipped: what only libloginlint-icu (C, not bound here) decides
  # under `charset: unicode`: it has not passed.
  Result = Struct.new(:verdict, :valid, :secret, :text, :brand, :display, :diagnostics, :total, :caps_evidence, :skipped,
                      keyword_init: true) do
    def inspect
      "#<LoginLint::Result #{verdict} #{diagnostics.map(&:code).join(' ')}>"
    end
    alias_method :to_s, :inspect
  end

  # What a service accepts, read once.  Frozen, may be shared between threads.
  class Policy
    attr_reader :field, :record

    def initialize(field, rules = '', lenient: false)
      number = LoginLint.number(Native::NAMES_FIELD, field.to_s)
      @field = Native::NAMES_FIELD[number]
      @record = Native::Policy.new
      Memory.call(:loginlint_policy_init, @record, number)
      read(rules, lenient)
      freeze
    end

    # The canonical rule string.
    def to_s
      Memory.text { |out, room| Native.loginlint_policy_print(record, out, room) }
    end

    private

    def read(rules, lenient)
      if lenient
        Memory.with_bytes(rules) { |at, n| Memory.call(:loginlint_policy_parse_lenient, record, at, n) }
      else
        Memory.parse('rules', rules) { |at, n, where| Native.loginlint_policy_parse(record, at, n, where) }
      end
    end
  end

  # The native memory of one call, and what is read from it.
  class Memory
    attr_reader :report, :candidates, :context

    def initialize
      @report = Native::Report.new
      @candidates = Native::Candidates.new
      @context = Native::Context.new
    end

    class << self
      # This thread's memory, wiped afterwards: records up to their scratch, which the library itself wipes.
      def use
        memory = Thread.current.thread_variable_get(:loginlint) || new
        Thread.current.thread_variable_set(:loginlint, memory)
        yield memory
      ensure
        if memory
          Native.loginlint_wipe(memory.report, Native::Report.offset_of(:work))
          Native.loginlint_wipe(memory.candidates, Native::Candidates.offset_of(:work))
        end
      end

      def call(function, *arguments)
        status = Native.public_send(function, *arguments)
        raise ArgumentError, "#{function}: #{Native::NAMES_ERROR[-status]}" if status.negative?

        status
      end

      # Copies a string into native memory that is wiped afterwards.
      def with_bytes(string)
        bytes = LoginLint.utf8(string)
        memory = FFI::MemoryPointer.new(:uint8, bytes.bytesize + 1)
        memory.put_bytes(0, bytes)
        yield memory, bytes.bytesize
      ensure
        Native.loginlint_wipe(memory, bytes.bytesize) if memory
      end

      # A string that a function writes: measured, then read.
      def text
        need = yield nil, 0
        raise ArgumentError, Native::NAMES_ERROR[-need] if need.negative?
        return +'' if need.zero?

        memory = FFI::MemoryPointer.new(:uint8, need)
        yield memory, need
        string = memory.get_bytes(0, need).force_encoding(Encoding::UTF_8)
        Native.loginlint_wipe(memory, need)
        string
      end

      def parse(what, string)
        where = Native::Where.new
        status = with_bytes(string) { |at, n| yield at, n, where }
        return if status.zero?
        raise SyntaxError.new(what, where) if status == -Native::ERROR_SYNTAX

        raise ArgumentError, "#{what}: #{Native::NAMES_ERROR[-status]}"
      end
    end
  end

  class << self
    # Checks a value: field is the name of a field or a Policy.
    def check(field, value, rules: '', context: '', lang: :en)
      policy = policy(field, rules)
      language = number(Native::NAMES_LANGUAGE, lang.to_s)
      Memory.use do |memory|
        read_context(memory, context)
        Memory.with_bytes(value) do |at, n|
          Memory.call(:loginlint_check, policy.record, memory.context, at, n, memory.report)
        end
        result(memory.report, value, language)
      end
    end

    # Whole-value alternatives, best first.  Never submit several.
    def candidates(field, value, rules: '', context: '')
      policy = policy(field, rules)
      Memory.use do |memory|
        read_context(memory, context)
        Memory.with_bytes(value) do |at, n|
          Memory.call(:loginlint_candidates_find, policy.record, memory.context, at, n, memory.candidates)
        end
        Array.new(memory.candidates[:count]) { |i| candidate(memory.candidates[:candidate][i]) }.freeze
      end
    end

    # Is it worth spending an attempt now?  { 'verdict' => ..., 'advice' => [...] }
    def preflight(service: '', facts: '', now: nil, lang: :en)
      native = [Native::Service.new, Native::Facts.new, Native::Advice.new]
      Memory.parse('service', service) { |at, n, where| Native.loginlint_service_parse(native[0], at, n, where) }
      Memory.parse('facts', facts) { |at, n, where| Native.loginlint_facts_parse(native[1], at, n, where) }
      Memory.parse('now', now) { |at, n, where| Native.loginlint_facts_now(native[1], at, n, where) } if now
      Memory.call(:loginlint_preflight, *native)
      language = number(Native::NAMES_LANGUAGE, lang.to_s)
      JSON.parse(Memory.text { |out, room| Native.loginlint_advice_json(native[2], language, out, room) })
    end

    # The opaque tag of a pair under a random key of 16 bytes per screen: in memory only, never stored or sent.
    def tag(key, login_id, secret)
      raise ArgumentError, 'a key has 16 bytes' unless key.bytesize == 16

      Memory.with_bytes(login_id) do |id, id_length|
        Memory.with_bytes(secret) do |at, n|
          out = FFI::MemoryPointer.new(:uint8, 16)
          Memory.call(:loginlint_tag, FFI::MemoryPointer.new(:uint8, 16).put_bytes(0, key), id, id_length, at, n, out)
          out.get_bytes(0, 16)
        end
      end
    end

    # :different, :same, or :similar, the same but for case or width.
    def tag_compare(kept, now)
      tags = [kept, now].map { |tag| FFI::MemoryPointer.new(:uint8, 16).put_bytes(0, tag, 0, 16) }
      %i[different same similar].fetch(Native.loginlint_tag_compare(*tags))
    end

    # [[name, rules, field, about], ...]
    def presets(lang: :en)
      language = number(Native::NAMES_LANGUAGE, lang.to_s)
      (0..).lazy.map { |i| preset(i, language) }.take_while { |name,| name }.to_a
    end

    # What a code means, in one sentence.
    def describe(code, lang: :en)
      text = Native.loginlint_describe(number(Native::NAMES_CODE, code), number(Native::NAMES_LANGUAGE, lang.to_s))
      text.dup.force_encoding(Encoding::UTF_8)
    end

    # The number of a name of a list.
    def number(names, name)
      names.key(name) or raise ArgumentError, "no #{name}: there are #{names.values.join(', ')}"
    end

    # The bytes of a string: UTF-8, or bytes as they are.
    def utf8(string)
      same = [Encoding::UTF_8, Encoding::BINARY, Encoding::US_ASCII].include?(string.encoding)
      (same ? string : string.encode(Encoding::UTF_8)).b
    end

    private

    def policy(field, rules)
      field.is_a?(Policy) ? field : Policy.new(field, rules)
    end

    def read_context(memory, context)
      Memory.parse('context', context) { |at, n, where| Native.loginlint_context_parse(memory.context, at, n, where) }
    end

    def string(array, from, length)
      array.to_ptr.get_bytes(from, length).force_encoding(Encoding::UTF_8).freeze
    end

    def bits(names, mask)
      names.select { |bit, _| mask[bit] == 1 }.values.freeze
    end

    def text(report, value)
      return if report[:wellformed].zero?

      report[:changed].zero? ? value : string(report[:text], 0, report[:text_length])
    end

    def result(report, value, language)
      Result.new(
        verdict: Native::NAMES_VERDICT[report[:verdict]], valid: report[:valid] == 1, secret: report[:secret] == 1,
        text: text(report, value), brand: report[:brand].zero? ? nil : Native::NAMES_BRAND[report[:brand]],
        display: string(report[:display], 0, report[:display_length]),
        diagnostics: Array.new(report[:count]) { |i| diagnostic(report, i, language) }.freeze, total: report[:total],
        caps_evidence: report[:caps_evidence], skipped: bits(Native::NAMES_SKIPPED, report[:skipped])
      ).freeze
    end

    def diagnostic(report, index, language)
      d = report[:diagnostics][index]
      Diagnostic.new(
        code: Native::NAMES_CODE[d[:code]], severity: Native::NAMES_SEVERITY[d[:severity]], confidence: d[:confidence],
        span: range(d[:character]), byte_span: range(d[:byte]), utf16_span: range(d[:utf16]), position: d[:position],
        fix: fix(report, d),
        message: Memory.text { |out, room| Native.loginlint_message(report, index, language, out, room) }.freeze
      ).freeze
    end

    def range(pair)
      pair[0]...pair[1]
    end

    def fix(report, diagnostic)
      return if diagnostic[:level].zero?

      password = report[:field] == Native::FIELD_PASSWORD
      Fix.new(
        level: Native::NAMES_LEVEL[diagnostic[:level]], operation: Native::NAMES_OPERATION[diagnostic[:operation]],
        text: password ? nil : string(report[:pool], diagnostic[:fix_at], diagnostic[:fix_length])
      ).freeze
    end

    def candidate(record)
      Candidate.new(
        text: string(record[:text], 0, record[:length]), basis: Native::NAMES_BASIS[record[:basis]],
        bases: bits(Native::NAMES_BASIS, record[:bases]), confidence: record[:confidence],
        unique: record[:unique] == 1, case_lost: record[:case_lost] == 1
      ).freeze
    end

    def preset(index, language)
      name = Native.loginlint_preset_name(index) or return
      [name, Native.loginlint_preset_rules(index), Native::NAMES_FIELD[Native.loginlint_preset_field(index)],
       Native.loginlint_preset_about(index, language).dup.force_encoding(Encoding::UTF_8)]
    end
  end
end
