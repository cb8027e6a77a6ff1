/* A batch out of raw bytes: docs/arithmetic.md, section 4 (samples) and section 7 (random words). */
#ifndef IMAGES_H
#define IMAGES_H

#include "layers.h"

/* Section 7: Philox4x32-10. */
static uint32_t random_word(uint64_t seed, uint32_t purpose, uint32_t layer, uint32_t when, uint32_t index)
{
    uint32_t c[4] = {index / 4, when, layer, purpose}, k0 = (uint32_t)seed, k1 = (uint32_t)(seed >> 32);
    for (int round = 0; round < 10; round++) {
        uint64_t a = (uint64_t)0xD2511F53 * c[0], b = (uint64_t)0xCD9E8D57 * c[2];
        c[0] = (uint32_t)(b >> 32) ^ c[1] ^ k0;
        c[1] = (uint32_t)b;
        c[2] = (uint32_t)(a >> 32) ^ c[3] ^ k1;
        c[3] = (uint32_t)a;
        k0 += 0x9E3779B9;
        k1 += 0xBB67AE85;
    }
    return c[index % 4];
}

static void take_features(Map x, const unsigned char *bytes, size_t count)
{
    if (count != size_of(x))
        fail("another number of features than this network takes", "GatherSamples");
    for (size_t i = 0; i < count; i++)
        x.v[i] = (float)bytes[i] / 255.0f;
}

static uint32_t of_images(const char *which) { return constant("GatherSamples", "input", which); }

static int moved(uint32_t w, int shift) { return (int)((uint64_t)w * (uint32_t)(2 * shift + 1) >> 32) - shift; }

/* Mirrored, moved, padded and standardised as the file says. */
static void take_images(Map x, const unsigned char *bytes, size_t count)
{
    int rows = (int)of_images("rows"), columns = (int)of_images("columns"), n = (int)of_images("channels"), pad = (int)of_images("pad"), shift = (int)of_images("shift");
    uint32_t reflects = of_images("reflect"), when = of_images("step");
    const unsigned char *low = beside("GatherSamples", "input", "seed"), *means = beside("GatherSamples", "input", "means"), *deviations = beside("GatherSamples", "input", "deviations");
    uint64_t seed = word(low) | (uint64_t)word(low + 4) << 32;
    if (rows + 2 * pad != x.r || columns + 2 * pad != x.c || n != x.n || count != (size_t)x.b * rows * columns * n)
        fail("other images than this network takes", "GatherSamples");
    for (int b = 0; b < x.b; b++) {
        int mirrored = reflects && random_word(seed, 5, 0, when, 4 * (uint32_t)b) >> 31;
        int down = moved(random_word(seed, 5, 0, when, 4 * (uint32_t)b + 1), shift), right = moved(random_word(seed, 5, 0, when, 4 * (uint32_t)b + 2), shift);
        for (int r = 0; r < x.r; r++)
            for (int c = 0; c < x.c; c++)
                for (int i = 0; i < n; i++) {
                    int row = r + down - pad, column = (mirrored ? x.c - 1 - c : c) + right - pad;
                    int is_inside = row >= 0 && row < rows && column >= 0 && column < columns;
                    float v = (float)(is_inside ? bytes[((b * rows + row) * columns + column) * n + i] : 0) / 255.0f;
                    x.v[at(x, b, r, c) + i] = means ? (v - float32(word(means + 4 * i))) / float32(word(deviations + 4 * i)) : v;
                }
    }
}

#endif
