/* SPDX-License-Identifier: MIT */
/* ask.c - the memory through which JavaScript talks to the preflight engine, and its one call.
 *
 * In: the service, the facts and the time as strings, one behind the other.  Out: the advice as JSON, or where a string is wrong.
 * Nothing that a person typed comes here.
 */
#include "loginlint.h"

#define EXPORT __attribute__((visibility("default")))

enum { SERVICE = 1, FACTS, NOW }; /* what cannot be read: the result is its negative */

static uint8_t bytes[16384]; /* three strings in, JSON out */
static loginlint_where where;
static loginlint_service service;
static loginlint_facts facts;
static loginlint_advice advice;

EXPORT void *loginlint_ask_bytes(void) {
    return bytes;
}

EXPORT void *loginlint_ask_where(void) {
    return &where;
}

/* The length of the JSON; negative where `where` tells what is wrong with one of the strings. */
EXPORT int32_t loginlint_ask(uint32_t of_service, uint32_t of_facts, uint32_t of_now, uint32_t language) {
    const char *text = (const char *)bytes;
    if (loginlint_service_parse(&service, text, of_service, &where))
        return -SERVICE;
    if (loginlint_facts_parse(&facts, text + of_service, of_facts, &where))
        return -FACTS;
    if (of_now && loginlint_facts_now(&facts, text + of_service + of_facts, of_now, &where))
        return -NOW;
    if (loginlint_preflight(&service, &facts, &advice))
        return -NOW;
    return loginlint_advice_json(&advice, language, bytes, sizeof bytes);
}
