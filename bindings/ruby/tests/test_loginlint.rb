# SPDX-License-Identifier: MIT
# frozen_string_literal: true

require 'minitest/autorun'
require 'loginlint'
require 'open3'
require 'pp'
require 'rbconfig'
require 'tmpdir'

class TestLoginLint < Minitest::Test
  def test_spans_are_those_of_a_string
    value = "😀\u3042ｔａｒｏ"
    d = LoginLint.check('login-id', value).diagnostics.find { |x| x.code == 'fullwidth-form' }
    assert_equal 'ｔａｒｏ', value[d.span]
    assert_equal 'ｔａｒｏ', value.byteslice(d.byte_span.begin...d.byte_span.end)
    assert_equal 3...7, d.utf16_span
  end

  def test_rules_that_cannot_be_read
    error = assert_raises(LoginLint::SyntaxError) { LoginLint::Policy.new('pin', 'digits: x') }
    assert_equal [8, 1], [error.offset, error.length]
    assert_match(/expected a number/, error.message)
    assert_raises(LoginLint::SyntaxError) { LoginLint.check('pin', '1', context: 'caps-lock: perhaps') }
    assert_raises(LoginLint::SyntaxError) { LoginLint.preflight(service: 'lock-after: x') }
    assert_equal 'digits: 6', LoginLint::Policy.new('pin', 'digits:6').to_s
    assert_equal 'pass', LoginLint.check(LoginLint::Policy.new('password', 'minlength: x', lenient: true), 'abc').verdict
  end

  # A policy is made once and shared; every Ractor checks with memory of its own.
  def test_ractors
    skip "ffi #{FFI::VERSION} works in the first Ractor only" unless LoginLint::Native::RACTORS

    policy = LoginLint::Policy.new('login-id', 'kind: email')
    assert Ractor.shareable?(policy)
    said = Array.new(4) do |i|
      Ractor.new(policy, i) do |shared, number|
        Array.new(200) do |j|
          value = "ｔａｒｏ#{number}#{j}@gmial.com"
          result = LoginLint.check(shared, value, candidates: true)
          [result.verdict, result.text, result.causes.map { |cause| cause.message(:ja) }, result.candidates.map(&:text), LoginLint.key(value)]
        end
      end
    end.map(&:take)
    said.each_with_index do |all, i|
      all.each_with_index do |(verdict, text, sentences, candidates, key), j|
        result = LoginLint.check(policy, "ｔａｒｏ#{i}#{j}@gmial.com", candidates: true)
        assert_equal [result.verdict, result.text, result.causes.map { |cause| cause.message(:ja) }, result.candidates.map(&:text)],
                     [verdict, text, sentences, candidates]
        assert_equal LoginLint.key("taro#{i}#{j}@gmial.com"), key
      end
    end
  end

  def test_names_that_do_not_exist
    assert_raises(ArgumentError) { LoginLint.check('nickname', '') }
    assert_raises(ArgumentError) { LoginLint.check('pin', '１２３４').causes.first.message(:fr) }
  end

  def test_broken_and_odd_values
    assert_nil LoginLint.check('login-id', "a\xC2").text
    assert_equal ['invalid-encoding'], LoginLint.check('login-id', "a\xC2").diagnostics.map(&:code)
    assert_equal 1...2, LoginLint.check('login-id', "a\0").diagnostics[0].span
    assert_equal ['too-large'], LoginLint.check('password', 'a' * 5000).diagnostics.map(&:code)
    assert_equal 'taro', LoginLint.check('login-id', 'ｔａｒｏ'.encode('Shift_JIS')).text
    assert_equal 'incomplete', LoginLint.check('pin', '').verdict
  end

  def broken(value)
    LoginLint.check('password', value).diagnostics.select { |d| d.code == 'invalid-encoding' }.map { |d| value[d.span].b }
  end

  # In every encoding what is broken is a diagnostic and no exception, and span finds it.
  def test_broken_text_in_every_encoding
    assert_equal ["\xFF".b], broken("あ\xFFい")
    assert_equal ["\xE3\x8D".b], broken("あ\xE3\x8Dz")
    assert_equal ["\xE3\x8D".b], broken("あ\xE3\x8D")
    assert_equal ["\xFF".b], broken("a\xFFb".b)
    assert_equal ["\x00\xD8".b], broken("a\u3042".encode('UTF-16LE') + "\x00\xD8".dup.force_encoding('UTF-16LE'))
    assert_equal ["\xD8\x00".b], broken("\xD8\x00\x00a".dup.force_encoding('UTF-16BE'))
    assert_equal ["\x00".b], broken("a\x00\x00".dup.force_encoding('UTF-16LE'))
    assert_equal ["\xFF".b], broken("\x82\xA0\xFFa".dup.force_encoding('Shift_JIS'))
    assert_equal 'ａ１', '😀ａ１'.encode('UTF-16BE')[LoginLint.check('pin', '😀ａ１'.encode('UTF-16BE')).diagnostics.last.span].encode('UTF-8')
  end

  def test_a_value_that_is_converted_is_left_as_it_was
    ['ｔａｒｏ', 'ｔａｒｏ'.b, 'ｔａｒｏ'.encode('Shift_JIS'), 'ｔａｒｏ'.encode('UTF-16LE'), 'ｔａｒｏ'.encode('UTF-16BE')].each do |value|
      before = value.dup
      assert_equal 'taro', LoginLint.check('login-id', value.freeze).text
      assert_equal before, value
    end
  end

  def test_nothing_can_be_changed
    r = LoginLint.check('card-number', '4111-1111-1111-1111')
    assert_equal ['4111111111111111', 'visa', '4111 1111 1111 1111'], [r.text, r.brand, r.display]
    assert_raises(FrozenError) { r.verdict = 'pass' }
    assert_raises(FrozenError) { r.diagnostics << 1 }
  end

  def test_a_secret_is_not_shown
    r = LoginLint.check('password', 'Ｘyzzy12')
    refute_match(/yzzy/, r.inspect + r.to_s + r.diagnostics.inspect)
    refute_match(/yzzy/, LoginLint.candidates('password', 'Ｘyzzy12').inspect)
    refute_match(/yzzy/, [r, LoginLint.candidates('password', 'Ｘyzzy12')].pretty_inspect)
    assert_nil r.diagnostics.find(&:fix).fix.text
  end

  def test_nothing_of_a_value_is_left_in_native_memory
    LoginLint.check('login-id', 'Canaryｃ７')
    LoginLint.candidates('login-id', 'Canaryｃ７')
    LoginLint.check('login-id', 'Canaryｃ７'.encode('UTF-16LE'))
    r = LoginLint.check('login-id', 'Canaryｃ７', candidates: true)
    (r.causes + r.diagnostics).each { |x| x.message(:ja) }
    memory = Thread.current.thread_variable_get(:loginlint)
    assert_equal '', memory.out.get_bytes(0, 1024).delete("\0")
    assert_equal '', memory.explanation.to_ptr.get_bytes(0, memory.explanation.size).delete("\0")
    [memory.report, memory.candidates].each do |record|
      refute_includes record.to_ptr.get_bytes(0, record.size), 'anary'
      refute_includes record.to_ptr.get_bytes(0, record.size), 'anary'.encode('UTF-32LE').b
    end
    memory.report.to_ptr.put_bytes(3136, 'Canary')
    assert_includes memory.report.to_ptr.get_bytes(0, memory.report.size), 'anary', 'what is there is seen'
    LoginLint.check('pin', '')
  end

  # Also where a call raises, and where one comes within another, as from a trap.
  def test_memory_of_a_call_that_raises
    outer = nil
    assert_raises(RuntimeError) do
      LoginLint.module_eval('Memory').use do |memory|
        outer = memory
        memory.report[:text].to_ptr.put_bytes(0, 'Canary')
        LoginLint.check('login-id', 'taro')
        assert_equal 'Canary', memory.report[:text].to_ptr.get_bytes(0, 6)
        raise 'as any'
      end
    end
    assert_equal '', outer.report.to_ptr.get_bytes(0, outer.report.size).delete("\0")
  end

  def test_one_act_is_one_cause
    r = LoginLint.check('card-number', '４１１１ー１１１１ー１１１１ー１１１１')
    cause = r.causes.first
    assert_equal ['input-method', 'apply', 'warning', 0...19, (0..9).to_a], cause.to_h.values_at(:code, :remedy, :severity, :span, :diagnostics)
    assert_equal [nil, nil, nil, true], cause.to_h.values_at(:candidate, :basis, :place, :secret)
    assert_equal '日本語入力がオンのまま入力されたようです。', cause.message(:ja)
    assert_equal 'It was changed to half-width, and the separators that are not needed were removed.', cause.next('en')
    assert_equal [1, true, 'fullwidth-form', [], 0], [r.causes.size, r.acceptable?, r.worst.code, r.candidates, r.causes_left]
    right = LoginLint.check('pin', '4829')
    assert_equal [[], true, nil], [right.causes, right.acceptable?, right.worst]
    assert_equal 'login-id', LoginLint.check('card-number', 'taro@example.com').causes.first.place
  end

  def test_candidates_decide_between_ways_of_typing
    cause = LoginLint.check('password', 'とちなからすにう').causes.first
    assert_equal ['input-method', 'retype', nil], [cause.code, cause.remedy, cause.candidate]
    found = LoginLint.check('password', 'とちなからすにう', candidates: true)
    cause = found.causes.first
    assert_equal %w[kana-input choose kana-layout], [cause.code, cause.remedy, cause.basis]
    assert_equal cause.basis, found.candidates[cause.candidate].basis
  end

  # A caller may wipe the value after the check: nothing of it is kept.
  def test_the_value_may_be_wiped
    value = +'taro@gmial.com'
    r = LoginLint.check('login-id', value, rules: 'kind: email', candidates: true)
    value.replace("\0" * value.bytesize)
    assert_includes r.diagnostics.first.message(:en), 'gmail.com'
    %i[en ja zh-Hans ko].each { |lang| refute_empty r.causes.first.message(lang) + r.causes.first.next(lang) }
  end

  def test_locales_have_languages
    { 'ja_JP.UTF-8' => :ja, 'ja' => :ja, 'ko-KR' => :ko, 'zh' => :'zh-Hans', 'zh_CN.GB18030' => :'zh-Hans', 'zh-Hans-HK' => :'zh-Hans', 'zh_TW@euro' => :en,
      'zh-Hant' => :en, 'zh-Hant-CN' => :en, 'de' => :en, 'C' => :en, '' => :en, 'en-GB' => :en, "\0\xFF" => :en }.each do |locale, language|
      assert_equal language, LoginLint.language(locale), locale
    end
  end

  def test_policies_are_values
    one = LoginLint::Policy.new('password', 'minlength:8;required:lower')
    same = LoginLint::Policy.new(:password, '  required: lower;   minlength: 8;')
    assert_equal({ one => 1 }, { same => 1 })
    assert_equal one, LoginLint::Policy.new(one.field, one.to_s)
    refute_equal one, LoginLint::Policy.new('password', 'minlength: 9; required: lower')
    refute_equal LoginLint::Policy.new('pin'), LoginLint::Policy.new('card-number')
    refute_equal one, 'minlength: 8; required: lower'
  end

  def test_threads
    policy = LoginLint::Policy.new('login-id', 'kind: email')
    answers = Array.new(8) { |t| Thread.new { Array.new(200) { LoginLint.check(policy, "ｔ#{t}@gmial.com").text } } }
    assert_equal (0..7).map { |t| ["t#{t}@gmial.com"] }, answers.map { |a| a.value.uniq }
  end

  def test_preflight_tags_presets
    assert_equal 'stop', LoginLint.preflight(facts: 'offline: yes')['verdict']
    key = 'k' * 16
    one = LoginLint.tag(key, 'taro', 'Secret')
    answers = %w[Secret sECRET other].map { |secret| LoginLint.tag_compare(one, LoginLint.tag(key, 'taro', secret)) }
    assert_equal %i[same similar different], answers
    assert_equal one, LoginLint.tag(key, 'taro', 'Secret'.encode('UTF-16LE'))
    assert_raises(ArgumentError) { LoginLint.tag_compare(one, one[1..]) }
    assert_raises(ArgumentError) { LoginLint.tag('k', 'taro', 'Secret') }
    assert_includes LoginLint.presets.map(&:first), 'pin-4'
    assert_match(/Caps Lock/, LoginLint.describe('caps-lock'))
  end

  # What is said of a library of these functions.
  def loaded(functions)
    Dir.mktmpdir do |directory|
      library = File.join(directory, 'other.so')
      source = "#include <stdint.h>\n#{functions}"
      Open3.capture2('cc', '-shared', '-fPIC', '-x', 'c', '-', '-o', library, stdin_data: source)
      out, status = Open3.capture2e({ 'LOGINLINT_LIBRARY' => library }, RbConfig.ruby, *$LOAD_PATH.map { |p| "-I#{p}" }, '-rloginlint', '-e', '1')
      refute status.success?
      out
    end
  end

  # A library of another version is refused when it is loaded, and the error says why.
  def test_another_library_is_refused
    abi = ->(n) { "uint32_t loginlint_abi(void) { return #{n}; }\n" }
    here = LoginLint::Native::ABI
    assert_match(/the library has ABI 7, this gem was made for #{here}/, loaded(abi.call(7)))
    assert_match(/Function 'loginlint_version' not found/, loaded(abi.call(here)))
    names = LoginLint::Native::FUNCTIONS.map(&:first) - [:loginlint_abi]
    out = loaded(abi.call(here) + names.map { |n| "int #{n}(void) { return 96; }\n" }.join)
    assert_match(/Policy has 96 bytes in the library, #{LoginLint::Native::Policy.size} here/, out)
  end
end
