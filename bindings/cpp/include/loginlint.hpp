// SPDX-License-Identifier: MIT
// loginlint.hpp - libloginlint for C++17: one header over <loginlint.h>.
//
// A value goes in as std::string_view or std::u16string_view and is read where it lies.  What comes out lives in records of the library,
// which are wiped when the report is destroyed: a `diagnostic`, `cause` or `candidate`, and every std::string_view from one, is a view of
// its report and ends with it.  Enums of different kinds do not compare.  Nothing that is printed shows a value.
//
// Every function may be called from any thread; a report may be read by several.
#ifndef LOGINLINT_HPP
#define LOGINLINT_HPP

#include <array>
#include <cstddef>
#include <functional>
#include <iterator>
#include <loginlint.h>
#include <loginlint_names.hpp>
#include <memory>
#include <optional>
#include <ostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

namespace loginlint {

/// A rule or context string that cannot be read: where, what was found, what was expected.
class rule_error : public std::invalid_argument {
public:
    explicit rule_error(const loginlint_where &where)
        : std::invalid_argument("at byte " + std::to_string(where.offset) + ": found " +
                                std::string(name(static_cast<loginlint::found>(where.found))) + ", expected " +
                                std::string(name(static_cast<loginlint::expected>(where.expected)))),
          offset(where.offset), length(where.length), found(static_cast<loginlint::found>(where.found)),
          expected(static_cast<loginlint::expected>(where.expected)) {}

    std::uint32_t offset, length; ///< bytes
    loginlint::found found;
    loginlint::expected expected;
};

namespace detail {

inline std::uint32_t length(std::size_t n) noexcept {
    return n < 0x7FFFFFFF ? static_cast<std::uint32_t>(n) : 0x7FFFFFFF; // too large is too large
}

inline const std::uint8_t *bytes(std::string_view text) noexcept {
    return reinterpret_cast<const std::uint8_t *>(text.empty() ? "" : text.data());
}

inline const std::uint16_t *units(std::u16string_view text) noexcept {
    static_assert(sizeof(char16_t) == sizeof(std::uint16_t), "UTF-16 units");
    return reinterpret_cast<const std::uint16_t *>(text.empty() ? u"" : text.data());
}

inline std::string_view view(const std::uint8_t *text, std::uint32_t n) noexcept {
    return {reinterpret_cast<const char *>(text), n};
}

inline void must(std::int32_t status) {
    if (status < 0)
        throw std::logic_error(std::string("loginlint: ") + ::loginlint_name(LOGINLINT_LIST_ERROR, static_cast<std::uint32_t>(-status)));
}

inline void must(std::int32_t status, const loginlint_where &where) {
    if (status == -static_cast<std::int32_t>(LOGINLINT_ERROR_SYNTAX))
        throw rule_error(where);
    must(status);
}

/// A record that is zero at first and wiped at the end; of the two large ones the library itself wipes the scratch.
template <class Record> struct wiper {
    void operator()(Record *record) const noexcept {
        std::size_t n = sizeof *record;
        if constexpr (std::is_same_v<Record, loginlint_report>)
            n = offsetof(loginlint_report, work);
        if constexpr (std::is_same_v<Record, loginlint_candidates>)
            n = offsetof(loginlint_candidates, work);
        ::loginlint_wipe(record, static_cast<std::uint32_t>(n));
        delete record;
    }
};
template <class Record> using owned = std::unique_ptr<Record, wiper<Record>>;
template <class Record> owned<Record> make() { return owned<Record>(new Record()); }

template <class Write> std::string sentence(Write write) {
    std::array<std::uint8_t, LOGINLINT_SENTENCE_MAX> room{};
    const std::int32_t n = write(room.data(), static_cast<std::uint32_t>(room.size()));
    must(n);
    std::string said(view(room.data(), static_cast<std::uint32_t>(n)));
    ::loginlint_wipe(room.data(), static_cast<std::uint32_t>(room.size()));
    return said;
}

} // namespace detail

/// Views of what a report holds, made one by one.
template <class View, class Record> class list {
public:
    class iterator {
    public:
        using iterator_category = std::input_iterator_tag;
        using value_type = View;
        using difference_type = std::ptrdiff_t;
        using pointer = void;
        using reference = View;

        iterator(const Record *record, std::uint32_t at) noexcept : record_(record), at_(at) {}
        View operator*() const noexcept { return View(*record_, at_); }
        iterator &operator++() noexcept { return ++at_, *this; }
        iterator operator++(int) noexcept { return iterator(record_, at_++); }
        bool operator==(const iterator &other) const noexcept { return at_ == other.at_; }
        bool operator!=(const iterator &other) const noexcept { return at_ != other.at_; }

    private:
        const Record *record_;
        std::uint32_t at_;
    };

    explicit list(const Record *record) noexcept : record_(record) {}
    std::size_t size() const noexcept { return record_ ? record_->count : 0; }
    bool empty() const noexcept { return size() == 0; }
    View operator[](std::size_t i) const noexcept { return View(*record_, static_cast<std::uint32_t>(i)); }
    View at(std::size_t i) const { return i < size() ? (*this)[i] : throw std::out_of_range("loginlint: no such element"); }
    iterator begin() const noexcept { return {record_, 0}; }
    iterator end() const noexcept { return {record_, static_cast<std::uint32_t>(size())}; }

private:
    const Record *record_;
};

/// Half-open.
struct range {
    std::uint32_t from, to;
    constexpr std::uint32_t size() const noexcept { return to - from; }
    friend constexpr bool operator==(range a, range b) noexcept { return a.from == b.from && a.to == b.to; }
};

/// A place in the value that was checked, as each unit counts it.
struct span {
    range bytes, utf16, characters;
};

/// One finding: the evidence for a cause.
class diagnostic {
public:
    diagnostic(const loginlint_report &report, std::uint32_t number) noexcept : report_(&report), number_(number) {}

    loginlint::code code() const noexcept { return static_cast<loginlint::code>(record().code); }
    loginlint::severity severity() const noexcept { return static_cast<loginlint::severity>(record().severity); }
    int confidence() const noexcept { return record().confidence; }
    loginlint::level level() const noexcept { return static_cast<loginlint::level>(record().level); }
    loginlint::operation operation() const noexcept { return static_cast<loginlint::operation>(record().operation); }
    loginlint::span span() const noexcept {
        const auto &d = record();
        return {{d.byte[0], d.byte[1]}, {d.utf16[0], d.utf16[1]}, {d.character[0], d.character[1]}};
    }
    /// The replacement; none without a fix and for a password.
    std::optional<std::string_view> fix() const noexcept {
        if (level() == loginlint::level::none || report_->field == LOGINLINT_FIELD_PASSWORD)
            return std::nullopt;
        return detail::view(report_->pool + record().fix_at, record().fix_length);
    }
    /// The fix must not be shown.
    bool secret() const noexcept { return report_->secret != 0; }
    /// The sentence for a person; it never quotes a character of a secret.
    std::string message(language in) const {
        return detail::sentence([&](std::uint8_t *out, std::uint32_t room) {
            return ::loginlint_message(report_, number_, static_cast<std::uint32_t>(in), out, room);
        });
    }

private:
    const loginlint_diagnostic &record() const noexcept { return report_->diagnostics[number_]; }
    const loginlint_report *report_;
    std::uint32_t number_;
};

/// What the person or the device did: one act, whatever the number of findings that it left behind.
class cause {
public:
    cause(const loginlint_explanation &explanation, std::uint32_t number) noexcept : explanation_(&explanation), number_(number) {}

    cause_code code() const noexcept { return static_cast<cause_code>(record().code); }
    loginlint::severity severity() const noexcept { return static_cast<loginlint::severity>(record().severity); }
    int confidence() const noexcept { return record().confidence; }
    /// `apply`: offer report.text(); `choose`: offer report.candidates()[*candidate()].
    loginlint::remedy remedy() const noexcept { return static_cast<loginlint::remedy>(record().remedy); }
    /// What to look at.
    loginlint::span span() const noexcept {
        const auto &c = record();
        return {{c.byte[0], c.byte[1]}, {c.utf16[0], c.utf16[1]}, {c.character[0], c.character[1]}};
    }
    /// Does it explain report.diagnostics()[i]?
    bool explains(std::size_t i) const noexcept { return i < 64 && (record().diagnostics[i / 32] >> i % 32 & 1u) != 0; }
    /// With `choose`: which candidate, and what it undoes.
    std::optional<std::size_t> candidate() const noexcept { return known<std::size_t>(record().candidate); }
    std::optional<loginlint::basis> basis() const noexcept { return known<loginlint::basis>(record().basis); }
    /// The field that the value belongs to, where that seems to be another.
    std::optional<field> place() const noexcept { return known<field>(record().place); }
    /// No character of the value is here.
    bool secret() const noexcept { return record().secret != 0; }
    /// What happened, in one sentence; never a character of a secret.
    std::string message(language in) const { return said(::loginlint_cause_message, in); }
    /// What to do; with `apply` and `choose` what the button says.
    std::string next(language in) const { return said(::loginlint_cause_next, in); }

private:
    const loginlint_cause &record() const noexcept { return explanation_->cause[number_]; }
    template <class T> static std::optional<T> known(std::uint8_t value) noexcept {
        return value == LOGINLINT_NOTHING ? std::optional<T>() : static_cast<T>(value);
    }
    template <class Function> std::string said(Function function, language in) const {
        return detail::sentence([&](std::uint8_t *out, std::uint32_t room) {
            return function(explanation_, number_, static_cast<std::uint32_t>(in), out, room);
        });
    }
    const loginlint_explanation *explanation_;
    std::uint32_t number_;
};

/// A whole-value alternative.  Of a secret show the basis, never the text; never submit several.
class candidate {
public:
    candidate(const loginlint_candidates &all, std::uint32_t number) noexcept : all_(&all), number_(number) {}

    std::string_view text() const noexcept { return detail::view(record().text, record().length); }
    loginlint::basis basis() const noexcept { return static_cast<loginlint::basis>(record().basis); }
    bool undoes(loginlint::basis b) const noexcept { return (record().bases >> static_cast<std::uint32_t>(b) & 1u) != 0; }
    int confidence() const noexcept { return record().confidence; }
    /// The only candidate that its basis allows.
    bool unique() const noexcept { return record().unique != 0; }
    /// The layout hides which letters were capitals; lower case is assumed.
    bool case_lost() const noexcept { return record().case_lost != 0; }
    /// The text must not be shown.
    bool secret() const noexcept { return all_->secret != 0; }

private:
    const loginlint_candidate &record() const noexcept { return all_->candidate[number_]; }
    const loginlint_candidates *all_;
    std::uint32_t number_;
};

/// What a service accepts, read once.  A value: copied, compared and hashed by what it accepts, shared by threads.
class policy {
public:
    explicit policy(loginlint::field field, std::string_view rules = {}) : policy(field, unread()) {
        loginlint_where where{};
        detail::must(::loginlint_policy_parse(&record_, text(rules), detail::length(rules.size()), &where), where);
    }
    /// As browsers read the `passwordrules` attribute: nothing in it is an error.
    static policy leniently(loginlint::field field, std::string_view rules) {
        policy made(field, unread());
        detail::must(::loginlint_policy_parse_lenient(&made.record_, text(rules), detail::length(rules.size())));
        return made;
    }
    policy(loginlint::field, std::nullptr_t) = delete;

    loginlint::field field() const noexcept { return static_cast<loginlint::field>(record_.field); }
    /// The canonical rule string.
    std::string rules() const {
        std::string out(static_cast<std::size_t>(::loginlint_policy_print(&record_, nullptr, 0)), '\0');
        detail::must(::loginlint_policy_print(&record_, out.data(), detail::length(out.size())));
        return out;
    }
    const loginlint_policy *native() const noexcept { return &record_; }

    friend bool operator==(const policy &a, const policy &b) { return a.field() == b.field() && a.rules() == b.rules(); }
    friend bool operator!=(const policy &a, const policy &b) { return !(a == b); }

private:
    struct unread {};
    policy(loginlint::field field, unread) : record_() {
        if (::loginlint_abi() != LOGINLINT_ABI || ::loginlint_sizeof(LOGINLINT_RECORD_REPORT) != sizeof(loginlint_report))
            throw std::logic_error("loginlint: the library is not the one that this header is of");
        detail::must(::loginlint_policy_init(&record_, static_cast<std::uint32_t>(field)));
    }
    static const char *text(std::string_view t) noexcept { return t.empty() ? "" : t.data(); }
    loginlint_policy record_;
};

/// What the platform knows: `"caps-lock: on; stage: submit"`.
class context {
public:
    context() : context(std::string_view()) {}
    context(const char *text) : context(std::string_view(text)) {}
    context(std::string_view text) : record_() {
        loginlint_where where{};
        detail::must(::loginlint_context_parse(&record_, text.empty() ? "" : text.data(), detail::length(text.size()), &where), where);
    }
    context(std::nullptr_t) = delete;
    const loginlint_context *native() const noexcept { return &record_; }

private:
    loginlint_context record_;
};

/// Whether a check looks for candidates as well, and tells the causes by them: what a form does before it shows a value that is `ask` or
/// `fail`, and not on every key.
enum class search { no, candidates };

/// The answer; it holds what was found of the value until it is destroyed.
class report {
public:
    loginlint::verdict verdict() const noexcept { return static_cast<loginlint::verdict>(report_->verdict); }
    bool valid() const noexcept { return report_->valid != 0; }
    /// The value must not be shown; also that of an ID that looks like a card number.
    bool secret() const noexcept { return report_->secret != 0; }
    bool wellformed() const noexcept { return report_->wellformed != 0; }
    /// The corrected value, where that is another than was typed.
    std::optional<std::string_view> text() const noexcept {
        return report_->changed ? std::optional(detail::view(report_->text, report_->text_length)) : std::nullopt;
    }
    loginlint::brand brand() const noexcept { return static_cast<loginlint::brand>(report_->brand); }
    /// A card number in its groups.
    std::string_view display() const noexcept { return detail::view(report_->display, report_->display_length); }
    int caps_evidence() const noexcept { return report_->caps_evidence; }
    list<diagnostic, loginlint_report> diagnostics() const noexcept { return list<diagnostic, loginlint_report>(report_.get()); }
    /// How many there were; diagnostics() has at most 64.
    std::size_t total() const noexcept { return report_->total; }
    /// What only libloginlint-icu decides: not decided, and not passed.
    bool skipped(loginlint::skipped what) const noexcept { return (report_->skipped >> static_cast<std::uint32_t>(what) & 1u) != 0; }
    /// Best first, where they were asked for.
    list<candidate, loginlint_candidates> candidates() const noexcept { return list<candidate, loginlint_candidates>(candidates_.get()); }
    /// At most three, most helpful first.
    list<cause, loginlint_explanation> causes() const noexcept { return list<cause, loginlint_explanation>(explanation_.get()); }
    /// How many causes there was no place for.
    std::size_t causes_left() const noexcept { return explanation_ ? explanation_->left : 0; }
    /// What was typed, or text() in its place, may be submitted without a word to the person.
    bool acceptable() const noexcept { return verdict() == loginlint::verdict::pass || verdict() == loginlint::verdict::fixed; }
    /// The gravest finding, the first of those that are as grave.
    std::optional<diagnostic> worst() const noexcept {
        std::optional<diagnostic> worst;
        for (diagnostic d : diagnostics())
            if (!worst || d.severity() > worst->severity())
                worst = d;
        return worst;
    }
    const loginlint_report *native() const noexcept { return report_.get(); }

    /// The verdict and the codes, never a value.
    friend std::ostream &operator<<(std::ostream &out, const report &r) {
        out << name(r.verdict());
        for (diagnostic d : r.diagnostics())
            out << ' ' << name(d.code());
        return out;
    }

    report(const policy &rules, std::string_view value, const context &known, search what) {
        run(rules, known, detail::bytes(value), detail::length(value.size()), what, ::loginlint_check, ::loginlint_candidates_find, ::loginlint_explain);
    }
    report(const policy &rules, std::u16string_view value, const context &known, search what) {
        run(rules, known, detail::units(value), detail::length(value.size()), what, ::loginlint_check_utf16, ::loginlint_candidates_find_utf16,
            ::loginlint_explain_utf16);
    }

private:
    template <class Unit, class Check, class Find, class Explain>
    void run(const policy &rules, const context &known, const Unit *value, std::uint32_t n, search what, Check check, Find find, Explain explain) {
        detail::must(check(rules.native(), known.native(), value, n, report_.get()));
        if (what == search::candidates) {
            candidates_ = detail::make<loginlint_candidates>();
            detail::must(find(rules.native(), known.native(), value, n, candidates_.get()));
        }
        if (report_->count == 0)
            return;
        explanation_ = detail::make<loginlint_explanation>();
        detail::must(explain(rules.native(), known.native(), value, n, report_.get(), candidates_.get(), explanation_.get()));
    }

    detail::owned<loginlint_report> report_ = detail::make<loginlint_report>();
    detail::owned<loginlint_candidates> candidates_;
    detail::owned<loginlint_explanation> explanation_;
};

/// Checks a value of UTF-8, or of UTF-16.
inline report check(const policy &rules, std::string_view value, const context &known = {}, search what = search::no) {
    return report(rules, value, known, what);
}
inline report check(const policy &rules, std::u16string_view value, const context &known = {}, search what = search::no) {
    return report(rules, value, known, what);
}
report check(const policy &, std::nullptr_t, const context & = {}, search = search::no) = delete;

constexpr same operator|(same a, same b) noexcept { return static_cast<same>(static_cast<std::uint32_t>(a) | static_cast<std::uint32_t>(b)); }

/// Every difference that a key may leave out; `same{}` is none.
inline constexpr same same_all = same::width | same::case_ | same::separators | same::compatibility | same::lookalikes;

namespace detail {
template <class Write> std::string key(Write write) {
    const std::int32_t n = write(nullptr, 0);
    must(n);
    std::string out(static_cast<std::size_t>(n), '\0');
    must(write(reinterpret_cast<std::uint8_t *>(out.data()), static_cast<std::uint32_t>(n)));
    return out;
}
} // namespace detail

/// The key under which two login IDs are the same to a person: what a table of users is searched by before a new ID is taken, or indexed
/// by.  `in`: what they may differ in.  The key of a secret is as secret.  std::logic_error: longer than 1,024 units.
inline std::string key(std::string_view value, same in = same_all) {
    return detail::key([&](std::uint8_t *out, std::uint32_t room) {
        return ::loginlint_key(static_cast<std::uint32_t>(in), detail::bytes(value), detail::length(value.size()), out, room);
    });
}
inline std::string key(std::u16string_view value, same in = same_all) {
    return detail::key([&](std::uint8_t *out, std::uint32_t room) {
        return ::loginlint_key_utf16(static_cast<std::uint32_t>(in), detail::units(value), detail::length(value.size()), out, room);
    });
}
std::string key(std::nullptr_t, same = same_all) = delete;

/// For a locale such as `ja_JP.UTF-8` or `zh-Hans-SG`: the language that has its language and script, else English.
inline language language_of(std::string_view locale) {
    std::string tag("-");
    for (char c : locale.substr(0, locale.find_first_of(".@")))
        tag += c == '_' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    tag += '-';
    const auto has = [&](const char *part) { return tag.find(part) != std::string::npos; };
    const std::string first = tag.substr(1, tag.find('-', 1) - 1);
    if (first == "zh")
        return has("-hans-") || !(has("-hant-") || has("-tw-") || has("-hk-") || has("-mo-")) ? language::zh_hans : language::en;
    for (language l : languages)
        if (first == name(l))
            return l;
    return language::en;
}

} // namespace loginlint

template <> struct std::hash<loginlint::policy> {
    std::size_t operator()(const loginlint::policy &p) const { return std::hash<std::string>()(p.rules()) ^ static_cast<std::size_t>(p.field()); }
};

#endif
