/* SPDX-License-Identifier: MIT */
/* loginlint_terminal.h - where values come from: an argument, standard input, or a person at a terminal; and what keeps
 * them from leaving a trace while they are held.
 */
#ifndef LOGINLINT_TERMINAL_H
#define LOGINLINT_TERMINAL_H

#include <stdint.h>

/* Bytes on the heap that are wiped whenever they move or go. */
struct buffer {
    uint8_t *data;
    uint32_t length;
    uint32_t capacity;
};

/* Room for `capacity` bytes in all; 0 when there is no memory (errno) and the old content stands. */
int buffer_reserve(struct buffer *buffer, uint32_t capacity);
void buffer_free(struct buffer *buffer);

/* No core dump, and no other process of the user may read the memory, until secrets_release(). */
void secrets_hold(void);
void secrets_release(void);

/* Whole-input mode: no byte ends a value. */
#define NO_TERMINATOR (-1)

/* The next value of standard input, without the byte that ends it: 1, or 0 at the end, or -1 (errno). */
int read_value(struct buffer *value, int terminator);

/* 1 when the value that was read last ended with the input rather than with the byte that ends one. */
int is_last_value(void);

/* 1 when more input is at hand, so that the output need not be flushed yet. */
int has_more_input(void);

/* Asks a person: the prompt goes to standard error; hidden: without echo.  As read_value. */
int ask_value(struct buffer *value, const char *prompt, int hidden);

/* A whole file, at most `limit` bytes: 0, or -1 (errno). */
int read_file(const char *path, struct buffer *content, uint32_t limit);

/* Wipes what reading has left behind. */
void input_close(void);

#endif
