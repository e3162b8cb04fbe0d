# SPDX-License-Identifier: MIT
# frozen_string_literal: true

require 'minitest/autorun'
require 'loginlint'
require 'json'
require 'pp'

# Every public entry with what it cannot take: TypeError, for a word that it does not know ArgumentError, and no value in what is
# said; and nothing that prints a secret.
class TestMisuse < Minitest::Test
  SECRET = 'Tr0ub4dor3xyz'
  KEY = 'k' * 16
  ODD = [nil, 7, 2.5, Object.new, ['pin'], { 'a' => 1 }, :'no such'].freeze
  L = LoginLint

  # [name, entry, arguments that it takes, does it refuse a String that it does not know there]
  ENTRIES = [
    ['Policy.new', L::Policy.method(:new), ['pin', 'digits: 4'], [true, true]],
    ['Policy.new lenient', ->(*a) { L::Policy.new(*a, lenient: true) }, ['pin', ''], [true, false]],
    ['check', L.method(:check), %w[pin 1234], [true, false]],
    ['check rules', ->(x) { L.check('pin', '1', rules: x) }, [''], [true]],
    ['check context', ->(x) { L.check('pin', '1', context: x) }, [''], [true]],
    ['check candidates', ->(x) { L.check('pin', '1', candidates: x) }, [true], [true]],
    ['language', L.method(:language), ['ja'], [false]],
    ['Cause message', ->(x) { L.check('pin', '１２３４').causes.first.message(x) }, ['ja'], [true]],
    ['Cause next', ->(x) { L.check('pin', '１２３４').causes.first.next(x) }, [:ja], [true]],
    ['Diagnostic message', ->(x) { L.check('pin', '１２３４').diagnostics.first.message(x) }, ['ja'], [true]],
    ['candidates', L.method(:candidates), %w[pin 1234], [true, false]],
    ['candidates rules', ->(x) { L.candidates('pin', '1', rules: x) }, [''], [true]],
    ['candidates context', ->(x) { L.candidates('pin', '1', context: x) }, [''], [true]],
    ['preflight service', ->(x) { L.preflight(service: x) }, [''], [true]],
    ['preflight facts', ->(x) { L.preflight(facts: x) }, [''], [true]],
    ['preflight now', ->(x) { L.preflight(now: x) }, ['2026-11-23T06:30:00Z'], [true]],
    ['preflight lang', ->(x) { L.preflight(lang: x) }, ['en'], [true]],
    ['presets', ->(x) { L.presets(lang: x) }, ['en'], [true]],
    ['describe', L.method(:describe), ['caps-lock'], [true]],
    ['describe lang', ->(x) { L.describe('caps-lock', lang: x) }, ['en'], [true]],
    ['key', L.method(:key), ['taro'], [false]],
    ['key same', ->(x) { L.key('taro', same: x) }, [['case']], [true]],
    ['key same one', ->(x) { L.key('taro', same: [x]) }, [:case], [true]],
    ['tag', L.method(:tag), [KEY, 'taro', 'x'], [true, false, false]],
    ['tag_compare', L.method(:tag_compare), [KEY, KEY], [true, true]],
    ['number', L.method(:number), [{ 1 => 'a' }, 'what', 'a'], [false, false, true]],
    ['range', L.method(:range), [[1, 2]], [false]]
  ].freeze
  SKIPPED = { 'preflight now' => [nil], 'key same' => [['pin']], 'number' => :first_two, 'range' => :all }.freeze

  def test_wrong_types_and_unknown_words
    ENTRIES.each do |name, entry, good, refuses|
      entry.call(*good)
      good.each_index do |place|
        next if SKIPPED[name] == :all || (SKIPPED[name] == :first_two && place < 2)

        odd = ODD - (SKIPPED[name].is_a?(Array) ? SKIPPED[name] : [])
        (odd + [SECRET]).each { |thing| refused(name, entry, good, place, thing, refuses[place]) }
      end
    end
  end

  def refused(name, entry, good, place, thing, unknown)
    return if thing.equal?(SECRET) && !unknown

    expected = thing.is_a?(String) || thing.is_a?(Symbol) ? [ArgumentError, TypeError, LoginLint::SyntaxError] : [TypeError]
    error = assert_raises(*expected, "#{name} #{place} #{thing.inspect}") { entry.call(*good[0...place], thing, *good[place + 1..]) }
    refute_includes error.message, SECRET, name
    refute_includes error.full_message, SECRET, name
  end

  def test_the_table_is_of_every_entry
    names = ENTRIES.map { |name,| name.split.first }
    assert_empty LoginLint.singleton_methods(false).map(&:to_s) - names
    assert_empty LoginLint.constants.select { |c| LoginLint.const_get(c).is_a?(Class) } - %i[SyntaxError Fix Diagnostic Cause Candidate Result Policy]
  end

  def test_what_is_no_policy_is_refused
    assert_raises(ArgumentError) { LoginLint.check(LoginLint::Policy.allocate, 'x') }
    assert_raises(ArgumentError) { LoginLint.candidates(LoginLint::Policy.allocate, 'x') }
    assert_raises(ArgumentError) { LoginLint::Policy.allocate.to_s }
    assert_equal 'pass', LoginLint.check(:pin, '1234').verdict
  end

  SECRETS = [
    ['password', 'Ｘyzzy12345', %w[yzzy Ｘ]], ['password', 'ぱっすぉｒｄ', %w[password ぱっす]], ['card-number', '4539-5787-6362-1486', %w[5787]],
    ['card-number', '４５３９５７８７６３６２１４８６', %w[5787 ５７]], ['login-id', '４５３９５７８７６３６２１４８６', %w[5787 ５７]], ['login-id', '4539 5787 6362 1486', %w[5787]],
    ['pin', '９８７６', %w[9876 ９８]]
  ].freeze

  def printed(thing)
    [thing.inspect, thing.to_s, "#{thing}", format('%s %p', thing, thing), thing.pretty_inspect, [thing].inspect, JSON.generate([thing]), [thing].to_json,
     JSON.pretty_generate([thing]), (thing.as_json if thing.respond_to?(:as_json)).to_s, unknown_method(thing)].map(&:b).join("\n")
  end

  def unknown_method(thing)
    thing.no_such_method
  rescue NoMethodError => e
    e.full_message
  end

  def test_of_a_secret_nothing_is_shown
    SECRETS.each do |field, value, quoted|
      result = LoginLint.check(field, value, candidates: true)
      found = LoginLint.candidates(field, value)
      assert result.secret && found.all?(&:secret) && result.diagnostics.all?(&:secret) && result.causes.all?(&:secret)
      said = [result, found, result.diagnostics, *found, *result.diagnostics, *result.diagnostics.map(&:fix), *result.causes, { a: result }].map { |x| printed(x) }.join
      %i[en ja zh-Hans ko].each do |lang|
        said += (result.causes + result.diagnostics).map { |x| x.message(lang) }.join.b + result.causes.map { |c| c.next(lang) }.join.b
      end
      quoted.each { |part| refute_includes said, part.b }
    end
  end

  def test_nothing_is_stored
    result = LoginLint.check('password', 'Ｘyzzy12345', candidates: true)
    [result, result.diagnostics.first, result.causes.first, result.candidates.first].each do |thing|
      assert_raises(TypeError) { Marshal.dump(thing) }
    end
  end

  def test_what_is_no_secret_is_in_json
    result = JSON.parse(LoginLint.check('login-id', 'ｔａｒｏ').to_json)
    assert_equal ['taro', 'taro', [0, 4]], [result['text'], result['diagnostics'][0]['fix']['text'], result['diagnostics'][0]['span']]
    assert_equal 'taro@gmail.com', LoginLint.candidates('login-id', 'taro@gmial.com').first.as_json['text']
  end
end
