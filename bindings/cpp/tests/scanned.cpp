// SPDX-License-Identifier: MIT
// scanned.cpp - the program that bindings/scan.py looks into.
#include "cases.hpp"
#include <iostream>
#include <sstream>
#include <vector>

using namespace loginlint;

int main() {
    std::vector<std::string> kept;
    std::string row, go;
    std::setvbuf(stdin, nullptr, _IONBF, 0);
    while (std::getline(std::cin, row)) {
        const auto first = row.find('\t'), second = row.find('\t', first + 1);
        const std::string_view whole(row), calls = whole.substr(0, first), value = whole.substr(second + 1);
        const policy rules(field_of(whole.substr(first + 1, second - first - 1)));
        std::cout << "ready" << std::endl;
        std::getline(std::cin, go);
        for (int i = 0; i < 50; i++) {
            std::ostringstream said;
            for (auto what : {search::no, search::candidates}) {
                if (calls.find(what == search::no ? 'c' : 'k') != calls.npos)
                    said << check(rules, value, "stage: submit", what);
                if (calls.find('x') == calls.npos)
                    continue;
                const report r = check(rules, value, "stage: submit; failures: 1", what);
                for (cause c : r.causes())
                    said << c.message(language::ja) << c.next(language::ja);
                for (diagnostic d : r.diagnostics())
                    said << d.message(language::ja);
            }
            if (calls.find('p') != calls.npos)
                kept.emplace_back(value);
        }
        std::cout << "done" << std::endl;
    }
}
