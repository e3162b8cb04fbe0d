# SPDX-License-Identifier: MIT
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

  # JSON, also by ActiveSupport, has the value of a secret not at all.
  module Marshalled
    VALUES = %i[text display].freeze
    private_constant :VALUES

    def as_json(*)
      shown = to_h.reject { |name, _| secret && VALUES.include?(name) }
      shown.to_h { |name, part| [name.to_s, part.is_a?(Array) ? part.map { |p| plain(p) } : plain(part)] }
    end

    def to_json(*state)
      as_json.to_json(*state)
    end

    def marshal_dump
      raise TypeError, "a #{self.class.name} holds a value or what is made from one, and is not to be stored"
    end

    private

    def plain(part)
      part.is_a?(Marshalled) ? part.as_json : part.is_a?(Range) ? [part.begin, part.end] : part
    end
  end
  private_constant :Marshalled

  # Neither inspect nor pp shows a value.
  module Discreet
    include Marshalled

    def to_s
      inspect
    end

    def pretty_print(printer)
      printer.text(inspect)
    end
  end
  private_constant :Discreet

  # What has sentences, by its number in the report.
  module Spoken
    include Discreet

    def spoken(sentences, number)
      @sentences = sentences
      @number = number
      freeze
    end

    def inspect
      "#<#{self.class.name} #{code}>"
    end

    private

    def said(what, lang, *function)
      @sentences.public_send(what, @number, LoginLint.number(Native::NAMES_LANGUAGE, 'lang', lang), *function)
    end
  end
  private_constant :Spoken

  # text: nil for a password.
  Fix = Struct.new(:level, :operation, :text, :secret, keyword_init: true) do
    include Discreet

    def inspect
      "#<LoginLint::Fix #{level} #{operation}>"
    end
  end

  # span is for String#[] of the value that was given; byte_span counts bytes of UTF-8, utf16_span UTF-16 units, character_span
  # code points, of which broken text has as many as a decoder puts U+FFFD for it.
  Diagnostic = Struct.new(:code, :severity, :confidence, :span, :byte_span, :utf16_span, :character_span, :position, :fix, :secret,
                          keyword_init: true) do
    include Spoken

    # The sentence for a person; it never quotes a character of a secret.
    def message(lang)
      said(:of_diagnostic, lang)
    end
  end

  # What the person or the device did: one act, whatever the number of findings that it left behind.  The spans, as a Diagnostic has
  # them, are what to look at; diagnostics: which of Result#diagnostics it explains; remedy: 'apply' offer Result#text, 'choose' offer
  # Result#candidates[candidate], whose basis is here; place: the field that the value belongs to, where that seems to be another.
  Cause = Struct.new(:code, :severity, :confidence, :remedy, :span, :byte_span, :utf16_span, :character_span, :diagnostics, :candidate,
                     :basis, :place, :secret, keyword_init: true) do
    include Spoken

    # What happened, in one sentence; never a character of a secret.
    def message(lang)
      said(:of_cause, lang, :loginlint_cause_message)
    end

    # What to do; with 'apply' and 'choose' what the button says.
    def next(lang)
      said(:of_cause, lang, :loginlint_cause_next)
    end
  end

  # Of a secret show the basis, never the text.
  Candidate = Struct.new(:text, :basis, :bases, :confidence, :unique, :case_lost, :secret, keyword_init: true) do
    include Discreet

    def inspect
      "#<LoginLint::Candidate #{basis} #{confidence}>"
    end
  end

  # text: the corrected value, nil when the input is not UTF-8; secret: also of an ID that looks like a card number; skipped: what
  # only libloginlint-icu (C, not bound here) decides under `charset: unicode`: it has not passed; candidates: where they were asked
  # for; causes_left: how many causes there was no place for; causes: at most three, most helpful first, by the candidates if asked for.
  Result = Struct.new(:verdict, :valid, :secret, :text, :brand, :display, :diagnostics, :total, :caps_evidence, :skipped, :candidates,
                      :causes_left) do
    include Discreet

    def explained(causes)
      @causes = causes
      freeze
    end

    def causes
      @causes.read
    end

    # The text may be submitted without a word to the person.
    def acceptable?
      %w[pass fixed].include?(verdict)
    end

    # The gravest finding, the first of those that are as grave; nil without any.
    def worst
      diagnostics.each_with_index.max_by { |d, i| [GRAVITY.index(d.severity), -i] }&.first
    end

    def as_json(*)
      super.merge('causes' => causes.map(&:as_json))
    end

    def inspect
      "#<LoginLint::Result #{verdict} #{diagnostics.map(&:code).join(' ')}>"
    end
  end

  GRAVITY = %w[info warning error].freeze
  private_constant :GRAVITY

  # What a service accepts, read once.  Frozen, equal and a key of hashes by what it accepts, may be shared between threads.
  class Policy
    attr_reader :field, :record

    def initialize(field, rules = '', lenient: false)
      number = LoginLint.number(Native::NAMES_FIELD, 'field', field)
      @field = Native::NAMES_FIELD[number]
      @record = Native::Policy.new
      Memory.call(:loginlint_policy_init, @record, number)
      read(rules, lenient)
      Native::RACTORS ? Ractor.make_shareable(self) : freeze
    end

    def ==(other)
      other.is_a?(Policy) && key == other.key
    end
    alias eql? ==

    def hash
      key.hash
    end

    # The field and the canonical rules.
    def key
      "#{field}: #{self}"
    end

    # The canonical rule string.
    def to_s
      Memory.text { |out, room| Native.loginlint_policy_print(record, out, room) }
    end

    private

    def read(rules, lenient)
      if lenient
        Memory.call(:loginlint_policy_parse_lenient, record, *Value.bytes('rules', rules))
      else
        Memory.parse('rules', rules) { |at, n, where| Native.loginlint_policy_parse(record, at, n, where) }
      end
    end
  end

  # A value as the library reads it: UTF-16 as it is, for there a surrogate can be alone; everything else as UTF-8. In: a string of
  # any encoding. Out: what the library takes, and the indices of characters in the caller's string.
  class Value
    attr_reader :string
    UTF8 = [Encoding::UTF_8, Encoding::BINARY, Encoding::US_ASCII].freeze
    UTF16 = { Encoding::UTF_16LE => :little, Encoding::UTF_16BE => :big }.freeze
    NATIVE = [1].pack('S') == [1].pack('v') ? :little : :big
    ALONE = 0xD800
    private_constant :UTF8, :UTF16, :NATIVE, :ALONE

    def self.string(what, given)
      String.try_convert(given) or raise TypeError, "#{what} must be a String, not #{given.class}"
    end

    # Lengths are 32 bits; every value over INPUT_MAX gets the same answer.
    def self.bytes(what, string)
      string = string(what, string)
      string = string.encode(Encoding::UTF_8) unless UTF8.include?(string.encoding)
      [string, [string.bytesize, 0x7fffffff].min]
    end

    def initialize(what, string, wide: true)
      @string = Value.string(what, string)
      @utf16 = wide && UTF16[@string.encoding]
      @plain = @string.encoding == Encoding::UTF_8 && @string.valid_encoding?
    end

    # Yields the value, its length and whether it is UTF-16, and wipes what was converted.
    def give(&block)
      return yield(@string, [@string.bytesize, 0x7fffffff].min, false) if UTF8.include?(@string.encoding)
      return give_copy((@string.bytesize + 1) / 2, 2, method(:put_units), &block) if @utf16

      give_copy(characters.sum(&:bytesize), 1, method(:put_utf8), &block)
    end

    # What finds spans in the caller's string, of which it keeps lengths alone.
    def starts
      return Starts.new(nil, nil) if @plain

      Starts.new(@utf16 ? :utf16 : :byte, lengths.each_with_object([0]) { |n, starts| starts << starts.last + n }.freeze)
    end

    private

    def give_copy(count, unit, put)
      memory = FFI::MemoryPointer.new(unit, [count, 1].max)
      put.call(memory)
      yield memory, [count, 0x7fffffff].min, unit == 2
    ensure
      Native.loginlint_wipe(memory, memory.size) if memory
    end

    def put_utf8(memory)
      characters.reduce(0) do |at, c|
        memory.put_bytes(at, c)
        at + c.bytesize
      end
    end

    # Half a unit at the end is told as a surrogate that is alone.
    def put_units(memory)
      memory.put_bytes(0, @string)
      swap(memory) if @utf16 != NATIVE
      memory.put_uint16(@string.bytesize - 1, ALONE) if @string.bytesize.odd?
    end

    def swap(memory)
      (0...@string.bytesize - 1).step(2) do |at|
        unit = memory.get_uint16(at)
        memory.put_uint16(at, unit >> 8 | (unit & 0xFF) << 8)
      end
    end

    # One by one, because String#each_char of a short string works on a copy of it that stays; and what is no character of its
    # encoding is none of UTF-8 either, and told as such.
    def characters
      each_of_the_string.map do |c|
        c.encode(Encoding::UTF_8).b
      rescue EncodingError
        "\xFF".b
      end
    end

    def each_of_the_string
      @string.bytesize > 4 * Native::INPUT_MAX ? @string.each_char : Array.new(@string.size) { |i| @string[i] }
    end

    def lengths
      return each_of_the_string.map { |c| (c.bytesize + 1) / 2 } if @utf16

      (UTF8.include?(@string.encoding) ? each_of_the_string : characters).map(&:bytesize)
    end
  end
  private_constant :Value

  # What the sentences of one result are made from when somebody reads them: the findings and causes as C has them. Of a secret no
  # character is in it.
  class Sentences
    def initialize(memory)
      report = memory.report
      @count = report[:count]
      return freeze if @count.zero?

      @report = report.to_ptr.get_bytes(0, report[:header] + @count * report[:stride]).freeze
      @pool = report[:secret] == 1 ? '' : report[:pool].to_ptr.get_bytes(0, used(report)).freeze
      @explanation = memory.explanation.to_ptr.get_bytes(0, memory.explanation.size).freeze
      freeze
    end

    def inspect
      '#<LoginLint::Sentences>'
    end

    def of_diagnostic(number, language)
      Memory.use do |memory|
        memory.report.to_ptr.put_bytes(0, @report)
        memory.report[:pool].to_ptr.put_bytes(0, @pool)
        memory.said { |out, room| Native.loginlint_message(memory.report, number, language, out, room) }
      end
    end

    def of_cause(number, language, function)
      explained { |memory| memory.said { |out, room| Native.public_send(function, memory.explanation, number, language, out, room) } }
    end

    # Yields the memory with the causes in it; of no findings there are none.
    def explained
      Memory.use do |memory|
        memory.explanation.to_ptr.put_bytes(0, @explanation) unless @count.zero?
        yield memory
      end
    end

    private

    def used(report)
      Array.new(@count) { |i| report[:diagnostics][i][:fix_at] + report[:diagnostics][i][:fix_length] }.max
    end
  end
  private_constant :Sentences

  # The causes of a result, made when they are read.
  class Causes
    # Starts: where the characters of the caller's string begin, for the spans of it.
    def initialize(sentences, starts)
      @sentences = sentences
      @starts = starts
      freeze
    end

    def inspect
      '#<LoginLint::Causes>'
    end

    def read
      @sentences.explained do |memory|
        Array.new(memory.explanation[:count]) { |i| cause(memory.explanation[:cause][i], i) }.freeze
      end
    end

    private

    def known(number)
      number == Native::NOTHING ? nil : number
    end

    def cause(native, number)
      pairs = { byte_span: native[:byte], utf16_span: native[:utf16], character_span: native[:character] }.transform_values { |p| LoginLint.range(p) }
      mask = native[:diagnostics][0] | native[:diagnostics][1] << 32
      Cause.new(
        code: Native::NAMES_CAUSE[native[:code]], severity: Native::NAMES_SEVERITY[native[:severity]], confidence: native[:confidence],
        remedy: Native::NAMES_REMEDY[native[:remedy]], span: @starts.span(native), **pairs,
        diagnostics: (0..63).select { |i| mask[i] == 1 }.freeze, candidate: known(native[:candidate]),
        basis: Native::NAMES_BASIS[native[:basis]], place: Native::NAMES_FIELD[native[:place]], secret: native[:secret] == 1
      ).spoken(@sentences, number)
    end
  end
  private_constant :Causes

  # Where String#[] of the caller's string finds a span of C: by code points, or by where each character begins in bytes or units.
  class Starts
    def initialize(member, starts)
      @member = member
      @starts = starts
      freeze
    end

    def span(record)
      return LoginLint.range(record[:character]) unless @starts

      from, to = record[@member].to_a
      index(from)...index(to)
    end

    private

    # How many characters of the caller's string begin before that offset.
    def index(offset)
      @starts.bsearch_index { |start| start >= offset } || @starts.size - 1
    end
  end
  private_constant :Starts

  # The native memory of one call, and what is read from it.
  class Memory
    ROOM = 1024
    attr_reader :report, :candidates, :explanation, :out

    def initialize
      @report = Native::Report.new
      @candidates = Native::Candidates.new
      @explanation = Native::Explanation.new
      @out = FFI::MemoryPointer.new(:uint8, ROOM)
    end

    # Records up to their scratch, which the library itself wipes.
    WRITTEN = [Native::Report.offset_of(:work), Native::Candidates.offset_of(:work)].freeze

    def wipe
      Native.loginlint_wipe(report, WRITTEN[0])
      Native.loginlint_wipe(candidates, WRITTEN[1])
      Native.loginlint_wipe(explanation, explanation.size)
      Native.loginlint_wipe(out, ROOM)
    end

    # A sentence that a function writes; no sentence is longer than ROOM.
    def said
      need = Memory.check('loginlint', yield(out, ROOM))
      out.get_bytes(0, need).force_encoding(Encoding::UTF_8).freeze
    end

    class << self
      # This thread's memory, wiped afterwards. A call within the call, as from a trap, gets memory of its own.
      def use
        memory = Thread.current.thread_variable_get(:loginlint) || new
        Thread.current.thread_variable_set(:loginlint, nil)
        yield memory
      ensure
        memory&.wipe
        Thread.current.thread_variable_set(:loginlint, memory)
      end

      def call(function, *arguments)
        check(function, Native.public_send(function, *arguments))
      end

      def check(what, status)
        raise ArgumentError, "#{what}: #{Native::NAMES_ERROR[-status]}" if status.negative?

        status
      end

      # A string that a function writes; it says how many bytes the whole needs, and is called again where they are more.
      def text(room = ROOM, &write)
        memory = FFI::MemoryPointer.new(:uint8, room)
        need = check('loginlint', write.call(memory, room))
        return text(need, &write) if need > room

        memory.get_bytes(0, need).force_encoding(Encoding::UTF_8)
      ensure
        Native.loginlint_wipe(memory, room) if memory
      end

      def parse(what, string)
        where = Native::Where.new
        status = yield(*Value.bytes(what, string), where)
        raise SyntaxError.new(what, where) if status == -Native::ERROR_SYNTAX

        check(what, status)
      end
    end
  end
  private_constant :Memory

  EMPTY = [].freeze
  UTF8_ENTRIES = %i[loginlint_check loginlint_candidates_find loginlint_explain].freeze
  UTF16_ENTRIES = %i[loginlint_check_utf16 loginlint_candidates_find_utf16 loginlint_explain_utf16].freeze
  private_constant :EMPTY, :UTF8_ENTRIES, :UTF16_ENTRIES

  class << self
    # Checks a value: field is the name of a field or a Policy.  With candidates the result has them, and its causes are told by them:
    # what a form does before it shows a value that is 'ask' or 'fail'.
    def check(field, value, rules: '', context: '', candidates: false)
      raise TypeError, "candidates must be true or false, not #{candidates.class}" unless [true, false].include?(candidates)

      policy = policy(field, rules)
      known = context(context)
      Memory.use do |memory|
        given = Value.new('value', value)
        given.give { |at, n, utf16| examine(memory, [policy.record, known, at, n], utf16, candidates) }
        result(memory, given, candidates)
      end
    end

    # The language of the sentences for a locale such as 'ja_JP.UTF-8' or 'zh-Hans-SG': the one that has its language and script, else
    # English.
    def language(locale)
      language, *rest = Value.string('locale', locale).b.sub(/[.@].*/m, '').downcase.split(/[-_]/)
      return (rest & %w[hans hant]).first == 'hans' || (rest & %w[hant tw hk mo]).empty? ? :'zh-Hans' : :en if language == 'zh'

      Native::NAMES_LANGUAGE.value?(language) ? language.to_sym : :en
    end

    # Whole-value alternatives, best first.  Never submit several.
    def candidates(field, value, rules: '', context: '')
      policy = policy(field, rules)
      known = context(context)
      Memory.use do |memory|
        Value.new('value', value).give do |at, n, utf16|
          entry = utf16 ? :loginlint_candidates_find_utf16 : :loginlint_candidates_find
          Memory.call(entry, policy.record, known, at, n, memory.candidates)
        end
        found(memory)
      end
    end

    # Is it worth spending an attempt now?  { 'verdict' => ..., 'advice' => [...] }
    def preflight(service: '', facts: '', now: nil, lang: :en)
      native = [Native::Service.new, Native::Facts.new, Native::Advice.new]
      Memory.parse('service', service) { |at, n, where| Native.loginlint_service_parse(native[0], at, n, where) }
      Memory.parse('facts', facts) { |at, n, where| Native.loginlint_facts_parse(native[1], at, n, where) }
      Memory.parse('now', now) { |at, n, where| Native.loginlint_facts_now(native[1], at, n, where) } if now
      Memory.call(:loginlint_preflight, *native)
      language = number(Native::NAMES_LANGUAGE, 'lang', lang)
      JSON.parse(Memory.text { |out, room| Native.loginlint_advice_json(native[2], language, out, room) })
    end

    # The key under which two login IDs are the same to a person: what a table of users is searched by before a new ID is taken, or indexed
    # by.  same: in what they may differ.  The key of a secret is as secret.
    def key(value, same: Native::NAMES_SAME.values)
      names = Array.try_convert(same) or raise TypeError, "same must be an Array, not #{same.class}"
      differences = names.reduce(0) { |sum, one| sum | number(Native::NAMES_SAME, 'same', one) }
      Value.new('value', value).give do |at, n, utf16|
        entry = utf16 ? :loginlint_key_utf16 : :loginlint_key
        Memory.text { |out, room| Native.public_send(entry, differences, at, n, out, room) }
      end
    end

    # The opaque tag of a pair under a random key of 16 bytes per screen: in memory only, never stored or sent.
    def tag(key, login_id, secret)
      key = bytes16('key', key)
      out = FFI::MemoryPointer.new(:uint8, 16)
      Value.new('secret', secret, wide: false).give do |at, n|
        Memory.call(:loginlint_tag, key, *Value.bytes('login_id', login_id), at, n, out)
      end
      out.get_bytes(0, 16)
    ensure
      Native.loginlint_wipe(out, 16) if out
    end

    # :different, :same, or :similar, the same but for case or width.
    def tag_compare(kept, now)
      %i[different same similar].fetch(Native.loginlint_tag_compare(bytes16('kept', kept), bytes16('now', now)))
    end

    # [[name, rules, field, about], ...]
    def presets(lang: :en)
      language = number(Native::NAMES_LANGUAGE, 'lang', lang)
      (0..).lazy.map { |i| preset(i, language) }.take_while { |name,| name }.to_a
    end

    # What a code means, in one sentence.
    def describe(code, lang: :en)
      text = Native.loginlint_describe(Native::LIST_CODE, number(Native::NAMES_CODE, 'code', code), number(Native::NAMES_LANGUAGE, 'lang', lang))
      text.dup.force_encoding(Encoding::UTF_8)
    end

    # The number of a name of a list.  The error does not say the name: where arguments were mixed up, it is a password.
    def number(names, what, name)
      raise TypeError, "#{what} must be a String or a Symbol, not #{name.class}" unless name.is_a?(String) || name.is_a?(Symbol)

      names.key(name.to_s) or raise ArgumentError, "#{what} must be one of #{names.values.join(', ')}"
    end

    # A pair of a record as a range.
    def range(pair)
      pair[0]...pair[1]
    end

    private

    def examine(memory, given, utf16, candidates)
      check, find, explain = utf16 ? UTF16_ENTRIES : UTF8_ENTRIES
      Memory.call(check, *given, memory.report)
      Memory.call(find, *given, memory.candidates) if candidates
      return if memory.report[:count].zero?

      Memory.call(explain, *given, memory.report, candidates ? memory.candidates : nil, memory.explanation)
    end

    def found(memory)
      Array.new(memory.candidates[:count]) { |i| candidate(memory.candidates, i) }.freeze
    end

    def bytes16(what, given)
      given = Value.string(what, given)
      given.bytesize == 16 ? given : raise(ArgumentError, "#{what} must have 16 bytes")
    end

    def policy(field, rules)
      field.is_a?(Policy) ? field : Policy.new(field, rules)
    end

    # NULL stands for a context of which nothing is known.
    def context(text)
      return if Value.string('context', text).empty?

      record = Native::Context.new
      Memory.parse('context', text) { |at, n, where| Native.loginlint_context_parse(record, at, n, where) }
      record
    end

    def string(array, from, length)
      return '' if length.zero?

      array.to_ptr.get_bytes(from, length).force_encoding(Encoding::UTF_8).freeze
    end

    def bits(names, mask)
      return EMPTY if mask.zero?

      names.select { |bit, _| mask[bit] == 1 }.values.freeze
    end

    def text(report, given)
      return if report[:wellformed].zero?

      report[:changed].zero? ? given.string : string(report[:text], 0, report[:text_length])
    end

    def result(memory, given, candidates)
      report = memory.report
      sentences = Sentences.new(memory)
      starts = given.starts unless report[:count].zero?
      # By position: keywords cost as much as the check.
      Result.new(
        Native::NAMES_VERDICT[report[:verdict]], report[:valid] == 1, report[:secret] == 1, text(report, given), brand(report),
        string(report[:display], 0, report[:display_length]),
        Array.new(report[:count]) { |i| diagnostic(report, i, starts, sentences) }.freeze,
        report[:total], report[:caps_evidence], bits(Native::NAMES_SKIPPED, report[:skipped]),
        candidates ? found(memory) : EMPTY, memory.explanation[:left]
      ).explained(Causes.new(sentences, starts))
    end

    def brand(report)
      report[:brand].zero? ? nil : Native::NAMES_BRAND[report[:brand]]
    end

    def diagnostic(report, index, starts, sentences)
      d = report[:diagnostics][index]
      Diagnostic.new(
        code: Native::NAMES_CODE[d[:code]], severity: Native::NAMES_SEVERITY[d[:severity]], confidence: d[:confidence],
        span: starts.span(d), byte_span: range(d[:byte]), utf16_span: range(d[:utf16]), character_span: range(d[:character]),
        position: d[:position], fix: fix(report, d), secret: report[:secret] == 1
      ).spoken(sentences, index)
    end

    def fix(report, diagnostic)
      return if diagnostic[:level].zero?

      password = report[:field] == Native::FIELD_PASSWORD
      Fix.new(
        level: Native::NAMES_LEVEL[diagnostic[:level]], operation: Native::NAMES_OPERATION[diagnostic[:operation]],
        text: password ? nil : string(report[:pool], diagnostic[:fix_at], diagnostic[:fix_length]), secret: report[:secret] == 1
      ).freeze
    end

    def candidate(all, index)
      record = all[:candidate][index]
      Candidate.new(
        text: string(record[:text], 0, record[:length]), basis: Native::NAMES_BASIS[record[:basis]],
        bases: bits(Native::NAMES_BASIS, record[:bases]), confidence: record[:confidence],
        unique: record[:unique] == 1, case_lost: record[:case_lost] == 1, secret: all[:secret] == 1
      ).freeze
    end

    def preset(index, language)
      name = Native.loginlint_preset_name(index) or return
      [name, Native.loginlint_preset_rules(index), Native::NAMES_FIELD[Native.loginlint_preset_field(index)],
       Native.loginlint_preset_about(index, language).dup.force_encoding(Encoding::UTF_8)]
    end
  end
end
