// SPDX-License-Identifier: MIT
// cases.hpp - fields and escapes of the shared cases, for the programs of this folder.
#include <loginlint.hpp>
#include <stdexcept>
#include <string>

inline loginlint::field field_of(std::string_view text) {
    for (auto f : {loginlint::field::login_id, loginlint::field::password, loginlint::field::card_number, loginlint::field::pin})
        if (name(f) == text)
            return f;
    throw std::invalid_argument("no such field");
}
