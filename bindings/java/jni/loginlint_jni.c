/* SPDX-License-Identifier: MIT */
/* loginlint_jni.c - the calls of Native.java: addresses in one direct buffer in, the library's return value out.
 *
 * All records lie in a buffer that Java owns, so nothing is allocated here and no libc is needed (Android links it without
 * the NDK).  Strings come through GetStringRegion as UTF-16: GetStringUTFChars would turn U+0000 and surrogates into bytes
 * that are no UTF-8.  At most LOGINLINT_INPUT_MAX + 1 units are copied: more is too large anyway.
 */
#include <jni.h>
#include <loginlint.h>
#include <stddef.h>

/* What the copy of a value left in the registers of vectors is gone when a call returns: the machine of Java saves them on the stack
 * where it stops a thread next. */
#if defined(__has_attribute)
#if __has_attribute(zero_call_used_regs)
#define CLEARED __attribute__((zero_call_used_regs("all")))
#endif
#endif
#ifndef CLEARED
#define CLEARED
#endif

static void *at(JNIEnv *env, jobject buffer, jint offset) {
    uint8_t *base = (*env)->GetDirectBufferAddress(env, buffer);
    return base && offset >= 0 ? base + offset : 0;
}

/* Copies the string to the buffer at `units`; the number of units. */
static uint32_t copy(JNIEnv *env, jstring value, uint16_t *units) {
    jsize n = (*env)->GetStringLength(env, value);
    if (n > (jsize)LOGINLINT_INPUT_MAX + 1)
        n = (jsize)LOGINLINT_INPUT_MAX + 1;
    (*env)->GetStringRegion(env, value, 0, n, (jchar *)units);
    return (uint32_t)n;
}

static jint abi(JNIEnv *env, jclass self) {
    (void)env, (void)self;
    return (jint)loginlint_abi();
}
static jint size_of(JNIEnv *env, jclass self, jint record) {
    (void)env, (void)self;
    return (jint)loginlint_sizeof((uint32_t)record);
}
static void wipe(JNIEnv *env, jclass self, jobject b, jint offset, jint n) {
    (void)self;
    loginlint_wipe(at(env, b, offset), (uint32_t)n);
}
static jint policy_init(JNIEnv *env, jclass self, jobject b, jint policy, jint field) {
    (void)self;
    return loginlint_policy_init(at(env, b, policy), (uint32_t)field);
}
static jint policy_parse(JNIEnv *env, jclass self, jobject b, jint policy, jint text, jint n, jint where) {
    (void)self;
    return loginlint_policy_parse(at(env, b, policy), at(env, b, text), (uint32_t)n, at(env, b, where));
}
static jint policy_lenient(JNIEnv *env, jclass self, jobject b, jint policy, jint text, jint n) {
    (void)self;
    return loginlint_policy_parse_lenient(at(env, b, policy), at(env, b, text), (uint32_t)n);
}
static jint policy_print(JNIEnv *env, jclass self, jobject b, jint policy, jint out, jint capacity) {
    (void)self;
    return loginlint_policy_print(at(env, b, policy), at(env, b, out), (uint32_t)capacity);
}
static jint context_parse(JNIEnv *env, jclass self, jobject b, jint context, jint text, jint n, jint where) {
    (void)self;
    return loginlint_context_parse(at(env, b, context), at(env, b, text), (uint32_t)n, at(env, b, where));
}
/* The report and what it is explained by; with candidates unless their offset is negative. */
CLEARED static jint check(JNIEnv *env, jclass self, jobject b, jint policy, jint context, jstring value, jint units, jint report, jint found,
                  jint explanation) {
    const loginlint_policy *p = at(env, b, policy);
    const loginlint_context *c = at(env, b, context);
    loginlint_report *r = at(env, b, report);
    loginlint_candidates *candidates = at(env, b, found);
    uint16_t *u = at(env, b, units);
    uint32_t n = copy(env, value, u);
    jint status = loginlint_check_utf16(p, c, u, n, r);
    (void)self;
    if (status == 0 && candidates)
        status = loginlint_candidates_find_utf16(p, c, u, n, candidates);
    if (status == 0 && r->count)
        status = loginlint_explain_utf16(p, c, u, n, r, candidates, at(env, b, explanation));
    loginlint_wipe(u, n * 2);
    return status;
}
CLEARED static jint candidates(JNIEnv *env, jclass self, jobject b, jint policy, jint context, jstring value, jint units, jint found) {
    uint16_t *u = at(env, b, units);
    uint32_t n = copy(env, value, u);
    jint status = loginlint_candidates_find_utf16(at(env, b, policy), at(env, b, context), u, n, at(env, b, found));
    (void)self;
    loginlint_wipe(u, n * 2);
    return status;
}
/* The key of a string, written to `out`. */
CLEARED static jint key(JNIEnv *env, jclass self, jobject b, jint same, jstring value, jint units, jint out, jint capacity) {
    uint16_t *u = at(env, b, units);
    uint32_t n = copy(env, value, u);
    jint status = loginlint_key_utf16((uint32_t)same, u, n, at(env, b, out), (uint32_t)capacity);
    (void)self;
    loginlint_wipe(u, n * 2);
    return status;
}

/* A part of a batch: for so many values at most the array of the data is held where it is. */
enum { PART_VALUES = 256 };
struct part {
    jint offsets[PART_VALUES + 1];
    uint8_t verdicts[PART_VALUES], causes[PART_VALUES];
};

/* Values of one column, part by part; offsets do not decrease and end within the data.  They are read where they lie: a copy that the
 * machine makes stays in its registers, which it saves on the stack at will. */
static jint check_batch(JNIEnv *env, jclass self, jobject b, jint policy, jint context, jbyteArray data, jintArray offsets, jint room, jint report, jint found,
                        jint explanation, jbyteArray verdicts, jbyteArray causes) {
    const loginlint_policy *rules = at(env, b, policy);
    const loginlint_context *known = at(env, b, context);
    loginlint_report *work = at(env, b, report);
    loginlint_candidates *candidates = at(env, b, found);
    loginlint_explanation *explained = at(env, b, explanation);
    struct part *part = at(env, b, room);
    jsize count = (*env)->GetArrayLength(env, offsets) - 1, length = (*env)->GetArrayLength(env, data), i = 0, k;
    jint status = 0;
    (void)self;
    for (; i < count && status == 0; i += k) {
        uint8_t *bytes;
        k = count - i < PART_VALUES ? count - i : PART_VALUES;
        (*env)->GetIntArrayRegion(env, offsets, i, k + 1, part->offsets);
        if (part->offsets[0] < 0 || part->offsets[k] > length)
            return -(jint)LOGINLINT_ERROR_UNKNOWN_VALUE; /* another thread changed them: no byte beyond the data is read all the same */
        bytes = (*env)->GetPrimitiveArrayCritical(env, data, NULL);
        if (bytes == NULL)
            break; /* with an exception */
        status = loginlint_check_batch(rules, known, bytes, (const uint32_t *)part->offsets, (uint32_t)k, part->verdicts, part->causes, work, candidates, explained);
        (*env)->ReleasePrimitiveArrayCritical(env, data, bytes, JNI_ABORT);
        (*env)->SetByteArrayRegion(env, verdicts, i, k, (const jbyte *)part->verdicts);
        (*env)->SetByteArrayRegion(env, causes, i, k, (const jbyte *)part->causes);
    }
    return status;
}
static jint message(JNIEnv *env, jclass self, jobject b, jint report, jint i, jint language, jint out, jint capacity) {
    (void)self;
    return loginlint_message(at(env, b, report), (uint32_t)i, (uint32_t)language, at(env, b, out), (uint32_t)capacity);
}
static jint cause_message(JNIEnv *env, jclass self, jobject b, jint explanation, jint i, jint language, jint out, jint capacity) {
    (void)self;
    return loginlint_cause_message(at(env, b, explanation), (uint32_t)i, (uint32_t)language, at(env, b, out), (uint32_t)capacity);
}
static jint cause_next(JNIEnv *env, jclass self, jobject b, jint explanation, jint i, jint language, jint out, jint capacity) {
    (void)self;
    return loginlint_cause_next(at(env, b, explanation), (uint32_t)i, (uint32_t)language, at(env, b, out), (uint32_t)capacity);
}
static jint service_parse(JNIEnv *env, jclass self, jobject b, jint service, jint text, jint n, jint where) {
    (void)self;
    return loginlint_service_parse(at(env, b, service), at(env, b, text), (uint32_t)n, at(env, b, where));
}
static jint facts_parse(JNIEnv *env, jclass self, jobject b, jint facts, jint text, jint n, jint where) {
    (void)self;
    return loginlint_facts_parse(at(env, b, facts), at(env, b, text), (uint32_t)n, at(env, b, where));
}
static jint facts_now(JNIEnv *env, jclass self, jobject b, jint facts, jint text, jint n, jint where) {
    (void)self;
    return loginlint_facts_now(at(env, b, facts), at(env, b, text), (uint32_t)n, at(env, b, where));
}
static jint preflight(JNIEnv *env, jclass self, jobject b, jint service, jint facts, jint advice) {
    (void)self;
    return loginlint_preflight(at(env, b, service), at(env, b, facts), at(env, b, advice));
}
static jint advice_message(JNIEnv *env, jclass self, jobject b, jint advice, jint i, jint language, jint out, jint capacity) {
    (void)self;
    return loginlint_advice_message(at(env, b, advice), (uint32_t)i, (uint32_t)language, at(env, b, out), (uint32_t)capacity);
}
static jint advice_next(JNIEnv *env, jclass self, jobject b, jint advice, jint i, jint language, jint out, jint capacity) {
    (void)self;
    return loginlint_advice_next(at(env, b, advice), (uint32_t)i, (uint32_t)language, at(env, b, out), (uint32_t)capacity);
}
static jint tag(JNIEnv *env, jclass self, jobject b, jint key, jint id, jint n, jint secret, jint m, jint out) {
    (void)self;
    return loginlint_tag(at(env, b, key), at(env, b, id), (uint32_t)n, at(env, b, secret), (uint32_t)m, at(env, b, out));
}
static jstring preset(JNIEnv *env, jclass self, jint i, jint rules) {
    const char *text = rules ? loginlint_preset_rules((uint32_t)i) : loginlint_preset_name((uint32_t)i);
    (void)self;
    return text ? (*env)->NewStringUTF(env, text) : 0; /* plain ASCII */
}
static jint preset_field(JNIEnv *env, jclass self, jint i) {
    (void)env, (void)self;
    return loginlint_preset_field((uint32_t)i);
}

#define BUFFER "Ljava/nio/ByteBuffer;"
#define STRING "Ljava/lang/String;"
#define NATIVE(name, signature) {(char *)#name, (char *)signature, (void *)(uintptr_t)name}

JNIEXPORT jint JNICALL JNI_OnLoad(JavaVM *vm, void *reserved) {
    const JNINativeMethod methods[] = {
        NATIVE(abi, "()I"),
        NATIVE(size_of, "(I)I"),
        NATIVE(wipe, "(" BUFFER "II)V"),
        NATIVE(policy_init, "(" BUFFER "II)I"),
        NATIVE(policy_parse, "(" BUFFER "IIII)I"),
        NATIVE(policy_lenient, "(" BUFFER "III)I"),
        NATIVE(policy_print, "(" BUFFER "III)I"),
        NATIVE(context_parse, "(" BUFFER "IIII)I"),
        NATIVE(check, "(" BUFFER "II" STRING "IIII)I"),
        NATIVE(candidates, "(" BUFFER "II" STRING "II)I"),
        NATIVE(key, "(" BUFFER "I" STRING "III)I"),
        NATIVE(check_batch, "(" BUFFER "II[B[IIIII[B[B)I"),
        NATIVE(message, "(" BUFFER "IIIII)I"),
        NATIVE(cause_message, "(" BUFFER "IIIII)I"),
        NATIVE(cause_next, "(" BUFFER "IIIII)I"),
        NATIVE(service_parse, "(" BUFFER "IIII)I"),
        NATIVE(facts_parse, "(" BUFFER "IIII)I"),
        NATIVE(facts_now, "(" BUFFER "IIII)I"),
        NATIVE(preflight, "(" BUFFER "III)I"),
        NATIVE(advice_message, "(" BUFFER "IIIII)I"),
        NATIVE(advice_next, "(" BUFFER "IIIII)I"),
        NATIVE(tag, "(" BUFFER "IIIIII)I"),
        NATIVE(preset, "(II)" STRING),
        NATIVE(preset_field, "(I)I"),
    };
    JNIEnv *env;
    jclass native;
    (void)reserved;
    if ((*vm)->GetEnv(vm, (void **)&env, JNI_VERSION_1_6) != JNI_OK)
        return JNI_ERR;
    native = (*env)->FindClass(env, "io/loginlint/Native");
    if (!native || (*env)->RegisterNatives(env, native, methods, (jint)(sizeof methods / sizeof methods[0])) != 0)
        return JNI_ERR;
    return JNI_VERSION_1_6;
}
