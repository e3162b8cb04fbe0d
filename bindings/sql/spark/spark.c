/* SPDX-License-Identifier: MIT */
/* spark.c - the native methods of Functions.java: arrays of UTF-8 in, an array of UTF-8 or null out.
 *
 * The linter lies in a direct buffer that Java owns.
 */
#include <jni.h>
#include <stdlib.h>
#include "glue.h"

/* A value's bytes where they lie: the collector waits until they are given back.  A copy on the stack would have to be cleared. */
static struct span lend(JNIEnv *env, jbyteArray array) {
    uint32_t n = (uint32_t)(*env)->GetArrayLength(env, array);
    return (struct span){(*env)->GetPrimitiveArrayCritical(env, array, NULL), n};
}

static void give_back(JNIEnv *env, jbyteArray array, struct span lent) {
    if (lent.s)
        (*env)->ReleasePrimitiveArrayCritical(env, array, (void *)(uintptr_t)lent.s, JNI_ABORT);
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
    struct linter *linter = (*env)->GetDirectBufferAddress(env, memory);
    struct span lent = lend(env, value), said = {NULL, 0};
    (void)self;
    if (lent.s)
        said = linter_ask(linter, (enum linter_what)what, lent);
    give_back(env, value, lent);
    return array_of(env, said);
}

static void close_linter(JNIEnv *env, jclass self, jobject memory) {
    (void)self;
    linter_close((*env)->GetDirectBufferAddress(env, memory));
}

static jint same(JNIEnv *env, jclass self, jbyteArray words) {
    struct span lent = lend(env, words);
    jint same = lent.s ? same_of(lent) : -1;
    (void)self;
    give_back(env, words, lent);
    return same;
}

static jbyteArray key(JNIEnv *env, jclass self, jint words, jbyteArray value) {
    uint8_t out[KEY_MAX];
    struct span lent = lend(env, value), said = {NULL, 0};
    jbyteArray array;
    (void)self;
    if (lent.s)
        said = key_of(words, lent, out);
    give_back(env, value, lent);
    array = array_of(env, said);
    if (said.s)
        loginlint_wipe(out, said.n);
    return array;
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
