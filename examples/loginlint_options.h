/* SPDX-License-Identifier: MIT */
/* loginlint_options.h - what the program is asked to do. */
#ifndef LOGINLINT_OPTIONS_H
#define LOGINLINT_OPTIONS_H

#include <stdint.h>

/* --summary: none, behind the answers, or a tally in their place. */
enum { SUMMARY_NONE, SUMMARY_BEHIND, SUMMARY_JSON, SUMMARY_OPENMETRICS };

struct options {
    const char *rules, *rules_file, *context;
    const char *service, *facts, *now;
    const char *reserved; /* names that no ID may look like */
    const char *explain;  /* a code */
    const char *text;
    uint32_t field, language;
    int json, terminator, reveal, details, summary, quiet;
    int codes, presets, preflight, help, version;
};

/* Reads the command line: 0, or the status of what it has said on standard error. */
int read_options(struct options *o, int argc, char **argv);

#endif
