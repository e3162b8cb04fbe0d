// SPDX-License-Identifier: MIT
// test.cpp - loginlint.hpp: what a caller relies on.  With MISUSE=N defined it must not compile (check.sh).
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <loginlint.hpp>
#include <malloc.h>
#include <new>
#include <set>
#include <sstream>
#include <thread>
#include <unordered_set>
#include <utility>

using namespace loginlint;

#if MISUSE == 1
static_assert(verdict::fixed == field::pin);
#elif MISUSE == 2
const bool same = verdict::fixed == LOGINLINT_FIELD_PIN;
#elif MISUSE == 3
const report r = check(policy(field::pin), nullptr);
#elif MISUSE == 4
const report r = check(policy(field::pin), "1234"), copy = r;
#elif MISUSE == 5
const std::string s = check(policy(field::pin), "1234").diagnostics()[0].message(1);
#elif MISUSE == 6
const policy p = policy(1);
#elif MISUSE == 7
const report r = check(policy(field::pin), "1234", nullptr);
#elif MISUSE == 8
const policy p(field::pin, nullptr);
#endif

static int failed;
#define CHECK(what) ((what) ? (void)0 : (void)(std::printf("%s:%d: %s\n", __FILE__, __LINE__, #what), failed++))

static bool never(const char *) { return false; }

// Memory that is given back still holds a value here: counted.
static const char *canary;
static int left_over;
[[gnu::noinline]] void operator delete(void *at) noexcept {
    if (canary && at && memmem(at, malloc_usable_size(at), canary, std::strlen(canary)))
        left_over++;
    std::free(at);
}
[[gnu::noinline]] void operator delete(void *at, std::size_t) noexcept {
    operator delete(at);
}
[[gnu::noinline]] void *operator new(std::size_t n) {
    if (void *at = std::malloc(n ? n : 1))
        return at;
    throw std::bad_alloc();
}

static void one_act_is_one_cause() {
    const report r = check(policy(field::card_number), "４１１１ー１１１１ー１１１１ー１１１１");
    CHECK(r.causes().size() == 1 && r.acceptable() && r.candidates().empty() && r.causes_left() == 0);
    const cause c = r.causes()[0];
    CHECK(c.code() == cause_code::input_method && c.remedy() == remedy::apply && c.severity() == severity::warning && c.secret());
    CHECK(c.span().bytes == (range{0, 57}) && c.span().utf16 == (range{0, 19}) && c.explains(9) && !c.explains(10) && !c.explains(64));
    CHECK(!c.candidate() && !c.basis() && !c.place());
    CHECK(c.message(language::ja) == "日本語入力がオンのまま入力されたようです。");
    CHECK(c.next(language::en) == "It was changed to half-width, and the separators that are not needed were removed.");
    CHECK(r.worst()->code() == code::fullwidth_form && *r.text() == "4111111111111111" && r.display() == "4111 1111 1111 1111");
    const report right = check(policy(field::pin), "4829", {}, search::candidates);
    CHECK(right.causes().empty() && right.acceptable() && !right.worst() && !right.text());
    CHECK(check(policy(field::card_number), "taro@example.com").causes()[0].place() == field::login_id);
}

static void candidates_decide() {
    const policy password(field::password);
    CHECK(check(password, "とちなからすにう").causes()[0].remedy() == remedy::retype);
    const report found = check(password, u"とちなからすにう", {}, search::candidates);
    const cause c = found.causes()[0];
    CHECK(c.code() == cause_code::kana_input && c.remedy() == remedy::choose && c.basis() == basis::kana_layout);
    CHECK(found.candidates()[*c.candidate()].basis() == basis::kana_layout && found.candidates()[0].secret());
    CHECK(!found.diagnostics()[0].fix());
    const report typo = check(policy(field::login_id, "kind: email"), "taro@gmial.com", {}, search::candidates);
    CHECK(typo.diagnostics()[0].message(language::en).find("gmail.com") != std::string::npos && typo.candidates()[0].text() == "taro@gmail.com");
}

static void policies_are_values() {
    const policy one(field::password, "minlength:8;required:lower"), same(field::password, "  required: lower;   minlength: 8;");
    CHECK(one == same && one == policy(one.field(), one.rules()) && one != policy(field::password, "minlength: 9; required: lower"));
    CHECK(policy(field::pin) != policy(field::card_number) && (std::unordered_set<policy>{one, same}).size() == 1);
    CHECK(policy::leniently(field::password, "nonsense").rules().empty());
}

static void nonsense_is_an_error() {
    try {
        policy(field::pin, "digits: x");
        CHECK(never("read"));
    } catch (const rule_error &e) {
        CHECK(e.offset == 8 && e.length == 1 && std::strstr(e.what(), "expected a number"));
    }
    try {
        check(policy(field::pin), "1", "stage: never");
        CHECK(never("read"));
    } catch (const rule_error &) {
    }
    try {
        check(policy(field::pin), "１２３４").causes().at(7);
        CHECK(never("there"));
    } catch (const std::out_of_range &) {
    }
    try {
        check(policy(field::pin), "１２３４").causes()[0].message(static_cast<language>(99));
        CHECK(never("spoken"));
    } catch (const std::logic_error &) {
    }
    CHECK(name(static_cast<verdict>(99)) == "?");
    for (auto f : {field::login_id, field::password, field::card_number, field::pin}) {
        CHECK(check(policy(f), std::string_view()).diagnostics().size() <= 1 && check(policy(f), std::u16string_view()).verdict() != verdict::pass);
        CHECK(check(policy(f), std::string(1 << 20, 'a')).diagnostics()[0].code() == code::too_large);
        CHECK(!check(policy(f), "a\xFF").wellformed() && !check(policy(f), std::u16string(1, u'\xD800')).wellformed());
        CHECK(check(policy(f), std::string_view("a\0b", 3), {}, search::candidates).diagnostics().size() > 0);
    }
}

static void of_a_secret_nothing_is_said() {
    static const struct {
        field box;
        const char *value, *part;
    } rows[] = {{field::password, "Ｘyzzy12345", "yzzy"},       {field::card_number, "4539-5787-6362-1486", "5787"},
                {field::login_id, "4539 5787 6362 1486", "5787"}, {field::pin, "９８７６", "9876"}};
    for (const auto &row : rows) {
        const report r = check(policy(row.box), row.value, {}, search::candidates);
        std::ostringstream said;
        said << r;
        for (language in : languages) {
            for (cause c : r.causes())
                said << c.message(in) << c.next(in) << c.secret();
            for (diagnostic d : r.diagnostics())
                said << d.message(in);
        }
        CHECK(r.secret() && said.str().find(row.part) == std::string::npos);
    }
}

static void what_is_given_back_is_wiped() {
    canary = "anary12";
    {
        report r = check(policy(field::login_id), "Ｃanary12", {}, search::candidates);
        report moved = std::move(r);
        CHECK(moved.text() && left_over == 0);
        for (cause c : moved.causes())
            c.message(language::ja);
    }
    CHECK(left_over == 0);
    { std::string(64, '.').append(canary); }
    CHECK(left_over == 1);
    canary = nullptr;
}

static void locales_have_languages() {
    static const struct {
        const char *locale;
        language in;
    } rows[] = {{"ja_JP.UTF-8", language::ja}, {"ko-KR", language::ko},      {"zh", language::zh_hans}, {"zh_CN", language::zh_hans}, {"zh-Hans-HK", language::zh_hans},
                {"zh_TW@x", language::en},     {"zh-Hant-CN", language::en}, {"de", language::en},      {"", language::en},           {"C", language::en}};
    for (const auto &row : rows)
        CHECK(language_of(row.locale) == row.in);
}

static void threads_share_policies() {
    const policy card(field::card_number);
    std::thread all[4];
    int right[4] = {0, 0, 0, 0};
    for (int t = 0; t < 4; t++)
        all[t] = std::thread([&, t] {
            for (int i = 0; i < 200; i++)
                right[t] += check(card, t % 2 ? "378282246310005" : "4111111111111111").brand() == (t % 2 ? brand::amex : brand::visa);
        });
    for (auto &one : all)
        one.join();
    CHECK(right[0] + right[1] + right[2] + right[3] == 800);
}

int main() {
    one_act_is_one_cause();
    candidates_decide();
    policies_are_values();
    nonsense_is_an_error();
    of_a_secret_nothing_is_said();
    what_is_given_back_is_wiped();
    locales_have_languages();
    threads_share_policies();
    std::printf("cpp: %d failed\n", failed);
    return failed != 0;
}
