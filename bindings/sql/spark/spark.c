/* spark.c - the native methods of Functions.java: arrays of UTF-8 in, an array of UTF-8 or null out.
 *
 * The linter lies in a direct buffer that Java owns.  At most LOGINLINT_INPUT_MAX + 1 bytes of a value are copied: more is too large anyway.
 */
#include <jni.h>
#include <stdlib.h>
#include "glue.h"

/* A value's bytes, copied to `out`. */
static struct span value_of(JNIEnv *env, jbyteArray array, uint8_t out[LOGINLINT_INPUT_MAX + 1]) {
    struct span span = {(const char *)out, (uint32_t)(*env)->GetArrayLength(env, array)};
    if (span.n > LOGINLINT_INPUT_MAX)
        span.n = LOGINLINT_INPUT_MAX + 1;
    (*env)->GetByteArrayRegion(env, array, 0, (jsize)span.n, (jbyte *)out);
    return span;
}

static jbyteArray array_of(JNIEnv *env, struct span span) {
    jbyteArray array = span.s ? (*env)->NewByteArray(env, (jsize)span.n) : NULL;
    if (array)
        (*env)->SetByteArrayRegion(env, array, 0, (jsize)span.n, (const jbyte *)span.s);
    return array;
}

static jint size(JNIEnv *env, jclass self) {
    (void)env, (void)self;
    return (jint)sizeof(struct linter);
}

static jstring open_linter(JNIEnv *env, jclass self, jobject memory, jbyteArray field, jbyteArray rules) {
    struct linter *linter = (*env)->GetDirectBufferAddress(env, memory);
    jbyte *f = (*env)->GetByteArrayElements(env, field, NULL), *r = (*env)->GetByteArrayElements(env, rules, NULL);
    struct span a = {(const char *)f, (uint32_t)(*env)->GetArrayLength(env, field)}, b = {(const char *)r, (uint32_t)(*env)->GetArrayLength(env, rules)};
    int good = f && r && linter_open(linter, a, b);
    (void)self;
    if (f)
        (*env)->ReleaseByteArrayElements(env, field, f, JNI_ABORT);
    if (r)
        (*env)->ReleaseByteArrayElements(env, rules, r, JNI_ABORT);
    return good ? NULL : (*env)->NewStringUTF(env, linter->error);
}

static jbyteArray answer(JNIEnv *env, jclass self, jobject memory, jint what, jbyteArray value) {
    uint8_t bytes[LOGINLINT_INPUT_MAX + 1];
    (void)self;
    return array_of(env, linter_ask((*env)->GetDirectBufferAddress(env, memory), (enum linter_what)what, value_of(env, value, bytes)));
}

static void close_linter(JNIEnv *env, jclass self, jobject memory) {
    (void)self;
    linter_close((*env)->GetDirectBufferAddress(env, memory));
}

static jint same(JNIEnv *env, jclass self, jbyteArray words) {
    uint8_t bytes[LOGINLINT_INPUT_MAX + 1];
    (void)self;
    return same_of(value_of(env, words, bytes));
}

static jbyteArray key(JNIEnv *env, jclass self, jint words, jbyteArray value) {
    uint8_t bytes[LOGINLINT_INPUT_MAX + 1], out[KEY_MAX];
    (void)self;
    return array_of(env, key_of(words, value_of(env, value, bytes), out));
}

#define NATIVE(name, signature, function) {(char *)name, (char *)signature, (void *)(uintptr_t)function}

JNIEXPORT jint JNICALL JNI_OnLoad(JavaVM *vm, void *reserved) {
    const JNINativeMethod methods[] = {
        NATIVE("size", "()I", size),
        NATIVE("open", "(Ljava/nio/ByteBuffer;[B[B)Ljava/lang/String;", open_linter),
        NATIVE("answer", "(Ljava/nio/ByteBuffer;I[B)[B", answer),
        NATIVE("close", "(Ljava/nio/ByteBuffer;)V", close_linter),
        NATIVE("same", "([B)I", same),
        NATIVE("keyOf", "(I[B)[B", key),
    };
    JNIEnv *env;
    jclass functions;
    (void)reserved;
    if ((*vm)->GetEnv(vm, (void **)&env, JNI_VERSION_1_8) != JNI_OK)
        return JNI_ERR;
    functions = (*env)->FindClass(env, "io/loginlint/spark/Functions");
    if (!functions || (*env)->RegisterNatives(env, functions, methods, (jint)(sizeof methods / sizeof *methods)))
        return JNI_ERR;
    return JNI_VERSION_1_8;
}
