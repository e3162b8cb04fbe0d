/* SPDX-License-Identifier: MIT */
/* pool.c - the pool of candidates: each text once, the less likely gives way.
 *
 * In: a text in the scratch, and what is said of it.  Out: its place in the pool.
 */
#include "candidates/pool.h"

static int same(const uint8_t *a, uint32_t n, const uint8_t *b, uint32_t m) {
    uint32_t i;
    for (i = 0; n == m && i < n; i++)
        if (a[i] != b[i])
            return 0;
    return n == m;
}

static uint32_t least_sure(const struct ll_scratch *s) {
    uint32_t i, at = 0;
    for (i = 1; i < s->pool_count; i++)
        if (s->pool[i].confidence < s->pool[at].confidence)
            at = i;
    return at;
}

/* The place for this text: its own, a free one, that of a less likely candidate which nobody has looked at; or none. */
static struct ll_candidate *place_for(struct ll_scratch *s, uint32_t n, uint32_t confidence) {
    uint32_t i;
    for (i = 0; i < s->pool_count; i++)
        if (same(s->text, n, s->pool[i].text, s->pool[i].length))
            return s->pool[i].confidence < confidence ? &s->pool[i] : 0;
    if (s->pool_count < LL_POOL)
        return &s->pool[s->pool_count++];
    i = least_sure(s);
    return s->pool[i].confidence < confidence && !s->pool[i].valid ? &s->pool[i] : 0;
}

void loginlint__offer(struct ll_finder *f, uint32_t n, const struct ll_offer *offer) {
    struct ll_scratch *s = f->s;
    struct ll_candidate *r;
    uint32_t i, confidence = offer->confidence ? offer->confidence : 1;
    if (!n || n > LOGINLINT_CANDIDATE_TEXT_MAX || (f->allowed && offer->bases & ~f->allowed) ||
        offer->depth > LL_DEPTH || same(s->text, n, s->input, s->input_length))
        return;
    r = place_for(s, n, confidence);
    if (!r)
        return;
    r->bases = offer->bases;
    r->confidence = (uint8_t)confidence;
    r->unique = (uint8_t)offer->unique;
    r->case_lost = (uint8_t)offer->case_lost;
    r->depth = (uint8_t)offer->depth;
    r->length = (uint16_t)n;
    for (i = 0; i < n; i++)
        r->text[i] = s->text[i];
}
