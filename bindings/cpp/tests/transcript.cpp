// SPDX-License-Identifier: MIT
// transcript.cpp - the lines of tests/transcript.c --causes-both from the objects of loginlint.hpp: transcript CASES | --keys CASES | --bench
#include "cases.hpp"
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <limits>
#include <sstream>
#include <vector>

using namespace loginlint;

namespace {

void append(std::string &out, std::uint32_t cp) {
    const int more = cp < 0x80 ? 0 : cp < 0x800 ? 1 : cp < 0x10000 ? 2 : 3;
    static constexpr std::uint32_t lead[] = {0, 0xC0, 0xE0, 0xF0};
    out += static_cast<char>(lead[more] | cp >> 6 * more);
    for (int i = more; i-- > 0;)
        out += static_cast<char>(0x80 | (cp >> 6 * i & 63));
}

void append(std::u16string &out, std::uint32_t cp) {
    if (cp >= 0x10000)
        out += static_cast<char16_t>(0xD7C0 + (cp >> 10)), cp = 0xDC00 + (cp & 0x3FF);
    out += static_cast<char16_t>(cp);
}

/// Both forms; is a surrogate alone in it?
bool unescape(const std::string &s, std::string &bytes, std::u16string &units) {
    bool lone = false;
    for (std::size_t i = 0; i < s.size(); i++) {
        const std::size_t width = s[i] != '\\' ? 0 : s[i + 1] == 'u' ? 4 : s[i + 1] == 'U' ? 8 : s[i + 1] == 'x' ? 2 : 0;
        if (s[i] == '\\')
            i++;
        const auto cp = static_cast<std::uint32_t>(width ? std::stoul(s.substr(i + 1, width), nullptr, 16) : static_cast<unsigned char>(s[i]));
        i += width;
        if (width == 2) {
            bytes += static_cast<char>(cp);
            continue;
        }
        lone = lone || (cp >= 0xD800 && cp < 0xE000);
        append(bytes, cp);
        append(units, cp);
    }
    return lone;
}

std::string escape(std::string_view s) {
    std::string out;
    char hex[16];
    for (std::size_t i = 0; i < s.size();) {
        const auto c = static_cast<unsigned char>(s[i]);
        const std::size_t need = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
        std::uint32_t cp = need == 1 ? c : c & (0x7Fu >> need);
        for (std::size_t k = 1; k < need; k++)
            cp = cp << 6 | (static_cast<unsigned char>(s[i + k]) & 63u);
        i += need;
        std::snprintf(hex, sizeof hex, cp > 0xFFFF ? "\\U%08X" : "\\u%04X", cp);
        out += cp == '\\' ? "\\\\" : cp > 0x20 && cp < 0x7F ? std::string(1, static_cast<char>(cp)) : hex;
    }
    return out;
}

std::string hex(std::string_view s) {
    std::string out;
    char two[3];
    for (char c : s)
        std::snprintf(two, sizeof two, "%02x", static_cast<unsigned char>(c)), out += two;
    return out;
}

std::string places(const span &s) {
    std::string out;
    for (range r : {s.bytes, s.utf16, s.characters})
        out += ":" + std::to_string(r.from) + "-" + std::to_string(r.to);
    return out;
}

void put_causes(std::ostream &out, const report &r) {
    const char *space = "\t";
    for (cause c : r.causes()) {
        out << space << name(c.code()) << ':' << name(c.remedy()) << ':' << (c.candidate() ? std::to_string(*c.candidate()) : "-") << ':'
            << c.confidence() << places(c.span()) << ':';
        const char *comma = "";
        for (std::size_t i = 0; i < 64; i++)
            if (c.explains(i))
                out << comma << i, comma = ",";
        space = " ";
    }
    out << (r.causes().empty() ? "\t-" : "") << '\t' << r.causes_left();
}

void line(std::ostream &out, const std::vector<std::string> &column) {
    std::string bytes;
    std::u16string units;
    const bool lone = unescape(column[4], bytes, units);
    const policy rules(field_of(column[1]), column[2]);
    const context known(column[3]);
    const auto run = [&](search what) { return lone ? check(rules, units, known, what) : check(rules, bytes, known, what); };
    const report r = run(search::candidates), alone = run(search::no);
    out << column[0] << '\t' << name(r.verdict()) << '\t' << r.valid() << '\t' << r.secret() << '\t'
        << (r.brand() == brand::none ? "-" : name(r.brand())) << '\t' << (!r.wellformed() ? "-" : r.text() ? escape(*r.text()) : "=");
    const char *space = "\t";
    for (diagnostic d : r.diagnostics()) {
        out << space << name(d.code()) << ':' << name(d.severity()) << ':' << d.confidence() << ':' << name(d.level()) << ':' << name(d.operation())
            << places(d.span()) << ':' << hex(d.fix().value_or(""));
        space = " ";
    }
    out << (r.diagnostics().empty() ? "\t-" : "");
    space = "\t";
    for (candidate c : r.candidates())
        out << space << name(c.basis()) << ':' << c.confidence() << ':' << hex(c.text()), space = " ";
    out << (r.candidates().empty() ? "\t-" : "");
    space = "\t";
    for (auto s : {skipped::normalization, skipped::bidi, skipped::context, skipped::case_mapping, skipped::idna, skipped::confusables})
        if (r.skipped(s))
            out << space << name(s), space = " ";
    out << (*space == '\t' ? "\t-" : "");
    put_causes(out, r);
    put_causes(out, alone);
    out << '\n';
}

/// The key of each case in the differences that the bits of its number name.
void put_key(std::ostream &out, const std::vector<std::string> &column, std::uint32_t number) {
    std::string bytes;
    std::u16string units;
    unescape(column[4], bytes, units);
    const auto in = static_cast<same>(number % 32);
    if (key(bytes, in) != key(units, in))
        throw std::logic_error("the key of UTF-16 is another");
    out << column[0] << '\t' << hex(key(bytes, in)) << '\n';
}

/// The least ns of a call: passes are short, so that nothing interrupts the best of them.
template <class Call> long least(Call call) {
    long best = std::numeric_limits<long>::max();
    for (int pass = 0; pass < 1000; pass++) {
        const auto start = std::chrono::steady_clock::now();
        for (int i = 0; i < 20; i++)
            call();
        best = std::min(best, static_cast<long>((std::chrono::steady_clock::now() - start) / std::chrono::nanoseconds(20)));
    }
    return best;
}

void bench() {
    const policy id(field::login_id), card(field::card_number);
    std::cout << least([&] { check(id, "taro.yamada_2026"); }) << ' ' << least([&] {
        const report r = check(card, "４１１１ー１１１１ー１１１１ー１１１１");
        for (cause c : r.causes())
            c.message(language::ja), c.next(language::ja);
    }) << '\n';
}

} // namespace

int main(int argc, char **argv) {
    if (argc > 1 && std::string_view(argv[1]) == "--bench")
        return bench(), 0;
    const bool keys = argc > 2 && std::string_view(argv[1]) == "--keys";
    std::ifstream file(argc > 1 ? argv[argc - 1] : "");
    std::uint32_t number = 0;
    for (std::string row; std::getline(file, row);) {
        std::vector<std::string> column;
        std::istringstream in(row);
        for (std::string part; std::getline(in, part, '\t');)
            column.push_back(part);
        keys ? put_key(std::cout, column, number++) : line(std::cout, column);
    }
}
