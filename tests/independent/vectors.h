/* Reads what `ledger vectors` wrote, and compares: every tensor of a step must be made once, with the same bits. */
#ifndef VECTORS_H
#define VECTORS_H

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "arithmetic.h"

#define LONGEST_NAME 128

typedef struct {
    char name[LONGEST_NAME];
    const unsigned char *data;
    size_t bytes;
    int is_float, is_equal;
} Entry;

static Entry *entries;
static int entry_count, equal_count, step = 1;

static void fail(const char *what, const char *name)
{
    printf("%s: %s\n", name, what);
    exit(1);
}

/* Nothing is given back: the program is short. */
static void *room(size_t bytes)
{
    void *memory = calloc(bytes ? bytes : 1, 1);
    if (!memory)
        fail("no memory", "exact_step");
    return memory;
}

/* The canonical header has no white space and one order: name, dtype, shape, data_offsets. */
static void load(const char *path)
{
    FILE *file = fopen(path, "rb");
    unsigned char *all;
    long size;
    uint64_t header = 0;
    char *at, *end;
    if (!file || fseek(file, 0, SEEK_END) || (size = ftell(file)) < 8 || fseek(file, 0, SEEK_SET))
        fail("cannot be read", path);
    all = room((size_t)size);
    if (fread(all, 1, (size_t)size, file) != (size_t)size)
        fail("cannot be read", path);
    fclose(file);
    for (int i = 7; i >= 0; i--)
        header = header << 8 | all[i];
    if (header > (uint64_t)size - 8)
        fail("is cut", path);
    at = (char *)all + 8;
    end = at + header;
    entries = room(sizeof(Entry) * (header / 40 + 1));
    while (at < end && (at = memchr(at, '"', (size_t)(end - at)))) {
        Entry *entry = &entries[entry_count++];
        char *close, *offsets;
        unsigned long long first, last;
        at++;
        close = memchr(at, '"', (size_t)(end - at));
        if (!close || close - at >= LONGEST_NAME || strncmp(close, "\":{\"dtype\":\"", 12) || !(offsets = strstr(close, "\"data_offsets\":[")))
            fail("is not a canonical safetensors file", path);
        memcpy(entry->name, at, (size_t)(close - at));
        entry->is_float = close[12] == 'F';
        if (sscanf(offsets + 16, "%llu,%llu", &first, &last) != 2 || last < first || last > (uint64_t)size - 8 - header)
            fail("is not a canonical safetensors file", path);
        entry->data = (unsigned char *)end + first;
        entry->bytes = (size_t)(last - first);
        at = strchr(offsets, '}') + 1;
    }
}

static Entry *find(const char *name)
{
    for (int i = 0; i < entry_count; i++)
        if (!strcmp(entries[i].name, name))
            return &entries[i];
    return NULL;
}

static uint32_t word(const unsigned char *p) { return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24; }

/* "stepK.NNN.KIND.name", whatever NNN is. */
static Entry *of_step(const char *kind, const char *name)
{
    char begin[32], rest[LONGEST_NAME];
    snprintf(begin, sizeof begin, "step%d.", step);
    snprintf(rest, sizeof rest, ".%s.%s", kind, name);
    for (int i = 0; i < entry_count; i++)
        if (!strncmp(entries[i].name, begin, strlen(begin)) && !strcmp(entries[i].name + strlen(begin) + strspn(entries[i].name + strlen(begin), "0123456789"), rest))
            return &entries[i];
    fail("the file has no such tensor", rest + 1);
    return NULL;
}

static void equal_bytes(Entry *entry, const void *found, size_t bytes)
{
    if (bytes != entry->bytes || memcmp(found, entry->data, bytes))
        fail("other bytes", entry->name);
    entry->is_equal = 1;
    equal_count++;
}

static void equal_floats(Entry *entry, const float *found, size_t count)
{
    if (entry->bytes != 4 * count)
        fail("another size", entry->name);
    for (size_t i = 0; i < count; i++)
        if (bits32(found[i]) != word(entry->data + 4 * i)) {
            printf("%s[%zu]: %08" PRIX32 " here, %08" PRIX32 " in the file\n", entry->name, i, bits32(found[i]), word(entry->data + 4 * i));
            exit(1);
        }
    entry->is_equal = 1;
    equal_count++;
}

/* What an operation made. */
static void made(const char *kind, const char *name, const float *found, size_t count) { equal_floats(of_step(kind, name), found, count); }

/* What an operation is given beside its tensors: that of the operation which makes `name`; null if there is no such number. */
static const unsigned char *beside(const char *kind, const char *name, const char *which)
{
    char whole[2 * LONGEST_NAME];
    Entry *entry = of_step(kind, name);
    snprintf(whole, sizeof whole, "%.*s.%s", (int)(strlen(entry->name) - strlen(name) - 1), entry->name, which);
    if (!(entry = find(whole)))
        return NULL;
    entry->is_equal = 1;
    return entry->data;
}

static uint32_t constant(const char *kind, const char *name, const char *which)
{
    const unsigned char *data = beside(kind, name, which);
    if (!data)
        fail("the file does not say this of it", which);
    return word(data);
}

static float real(const char *kind, const char *name, const char *which) { return float32(constant(kind, name, which)); }

static void given(const char *kind, const char *name, const char *which, uint32_t wanted)
{
    if (constant(kind, name, which) != wanted)
        fail(which, name);
}

#endif
