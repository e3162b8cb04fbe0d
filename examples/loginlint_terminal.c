/* SPDX-License-Identifier: MIT */
/* loginlint_terminal.c - reads values without leaving copies of them: own buffers instead of stdio, wiped when done.
 *
 * In: standard input or a terminal.  Out: one value at a time in a buffer.  A terminal's echo comes back whatever ends
 * the program.
 */
#include "loginlint_terminal.h"
#include "loginlint.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <termios.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#define VALUE_MAX (128u << 20) /* bytes of one value: the JSON of six times as many still has a length */

static uint8_t chunk[4096];
static uint32_t chunk_at, chunk_end;
static int at_end; /* the last value ended with the input */

int buffer_reserve(struct buffer *buffer, uint32_t capacity) {
    uint32_t size = buffer->capacity ? buffer->capacity : 256;
    uint8_t *data;
    if (capacity <= buffer->capacity)
        return 1;
    while (size < capacity)
        size = size < UINT32_MAX / 2 ? 2 * size : capacity;
    data = malloc(size);
    if (!data)
        return 0;
    if (buffer->length)
        memcpy(data, buffer->data, buffer->length);
    loginlint_wipe(buffer->data, buffer->capacity); /* realloc would leave the old copy behind */
    free(buffer->data);
    buffer->data = data;
    buffer->capacity = size;
    return 1;
}

void buffer_free(struct buffer *buffer) {
    loginlint_wipe(buffer->data, buffer->capacity);
    free(buffer->data);
    buffer->data = NULL;
    buffer->length = buffer->capacity = 0;
}

static int was_dumpable = 1;

void secrets_hold(void) {
    const struct rlimit none = {0, 0};
    (void)setrlimit(RLIMIT_CORE, &none);
#ifdef __linux__
    was_dumpable = prctl(PR_GET_DUMPABLE, 0, 0, 0, 0);
    (void)prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); /* a core that is piped to a handler ignores the limit */
#endif
}

void secrets_release(void) {
#ifdef __linux__
    if (was_dumpable == 1)
        (void)prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);
#endif
}

/* 1, 0 at the end of the input, -1. */
static int fill(void) {
    ssize_t n;
    do
        n = read(STDIN_FILENO, chunk, sizeof chunk);
    while (n < 0 && errno == EINTR);
    chunk_at = 0;
    chunk_end = n > 0 ? (uint32_t)n : 0;
    return n > 0 ? 1 : n < 0 ? -1 : 0;
}

static int append(struct buffer *value, const uint8_t *bytes, uint32_t n) {
    if (n > VALUE_MAX - value->length) {
        errno = EFBIG;
        return 0;
    }
    if (!buffer_reserve(value, value->length + n))
        return 0;
    memcpy(value->data + value->length, bytes, n);
    value->length += n;
    return 1;
}

int read_value(struct buffer *value, int terminator) {
    int more = 1, any = terminator == NO_TERMINATOR;
    value->length = 0;
    if (!buffer_reserve(value, 1)) /* an empty value has an address too */
        return -1;
    for (;;) {
        const uint8_t *end;
        uint32_t n;
        if (chunk_at == chunk_end && (more = fill()) <= 0)
            break;
        any = 1;
        end = terminator == NO_TERMINATOR ? NULL : memchr(chunk + chunk_at, terminator, chunk_end - chunk_at);
        n = (end ? (uint32_t)(end - chunk) : chunk_end) - chunk_at;
        if (!append(value, chunk + chunk_at, n))
            return -1;
        chunk_at += n;
        if (end) {
            chunk_at++;
            return 1;
        }
    }
    at_end = more == 0;
    return more < 0 ? -1 : any;
}

int is_last_value(void) {
    return at_end;
}

int has_more_input(void) {
    return chunk_at < chunk_end;
}

static struct termios shown;
static volatile sig_atomic_t is_hidden;
static const int endings[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP};

static void echo_back(void) {
    if (is_hidden)
        (void)tcsetattr(STDIN_FILENO, TCSADRAIN, &shown);
    is_hidden = 0;
}

/* Only async-signal-safe calls; the signal then does what it would have done. */
static void on_signal(int number) {
    echo_back();
    (void)signal(number, SIG_DFL);
    (void)raise(number);
}

static void hide(void) {
    struct sigaction action;
    struct termios quiet;
    size_t i;
    if (tcgetattr(STDIN_FILENO, &shown) != 0)
        return;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_signal;
    for (i = 0; i < sizeof endings / sizeof endings[0]; i++)
        (void)sigaction(endings[i], &action, NULL);
    quiet = shown;
    quiet.c_lflag &= ~(tcflag_t)(ECHO | ECHOE | ECHOK | ECHONL);
    is_hidden = 1;
    (void)tcsetattr(STDIN_FILENO, TCSADRAIN, &quiet);
}

static void say(const char *text) {
    size_t n = strlen(text);
    while (n) {
        ssize_t written = write(STDERR_FILENO, text, n);
        if (written <= 0)
            return;
        text += written;
        n -= (size_t)written;
    }
}

int ask_value(struct buffer *value, const char *prompt, int hidden) {
    int got;
    say(prompt);
    if (hidden)
        hide();
    got = read_value(value, '\n');
    if (is_hidden) {
        echo_back();
        say("\n");
    }
    return got;
}

int read_file(const char *path, struct buffer *content, uint32_t limit) {
    int file = open(path, O_RDONLY | O_NOCTTY), error;
    ssize_t n = 1;
    content->length = 0;
    if (file < 0)
        return -1;
    if (!buffer_reserve(content, limit + 1))
        n = -1;
    while (n > 0 && content->length <= limit) {
        n = read(file, content->data + content->length, limit + 1 - content->length);
        if (n > 0)
            content->length += (uint32_t)n;
    }
    error = n < 0 ? errno : content->length > limit ? EFBIG : 0;
    (void)close(file);
    errno = error;
    return error ? -1 : 0;
}

void input_close(void) {
    loginlint_wipe(chunk, sizeof chunk);
    chunk_at = chunk_end = 0;
}
