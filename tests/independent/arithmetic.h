/* Numbers of exact-f32/1: docs/arithmetic.md, sections 1, 3, 5, 6 and 8. Nothing of the C library computes here. */
#ifndef ARITHMETIC_H
#define ARITHMETIC_H

#include <float.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if FLT_EVAL_METHOD != 0
#error "binary32 operations must round to binary32: compile for SSE2, not for the x87"
#endif

static uint32_t bits32(float x) { uint32_t u; memcpy(&u, &x, 4); return u; }
static float float32(uint32_t u) { float x; memcpy(&x, &u, 4); return x; }
static uint64_t bits64(double x) { uint64_t u; memcpy(&u, &x, 8); return u; }
static double float64(uint64_t u) { double x; memcpy(&x, &u, 8); return x; }

/* Section 1: the product in binary64 is exact; the sum is rounded to odd, so that rounding again to binary32 rounds once. */
static float fused(float a, float b, float c)
{
    double p = (double)a * b, s = p + c;
    double rest = s - p, error = (p - (s - rest)) + (c - rest);
    if (error != 0 && s - s == 0 && (bits64(s) & 1) == 0)
        s = float64(bits64(s) + ((error > 0) == (s > 0) ? 1 : -1));
    return (float)s;
}

/* The square root of a finite number > 0, rounded once: a root of 25 bits or more and whether something is left of it. */
static float root(float x)
{
    int e = -150;
    uint64_t m, r = 0;
    if (!(x > 0))
        return x;
    m = bits32(x) & 0x7FFFFF;
    if (bits32(x) >> 23) {
        m |= 0x800000;
        e = (int)(bits32(x) >> 23) - 151;
    }
    m <<= 1;
    while (m < (UINT64_C(1) << 60) || (e & 1)) {
        m <<= 1;
        e--;
    }
    for (uint64_t bit = UINT64_C(1) << 31; bit; bit >>= 1)
        if ((r | bit) * (r | bit) <= m)
            r |= bit;
    r = r << 1 | (r * r != m);
    return (float)((double)r * float64((uint64_t)(e / 2 - 1 + 1023) << 52));
}

/* Section 6, EXP; x <= 0. Below -104 even the least subnormal is out of reach. */
static float exponential(float f)
{
    const double magic = 6755399441055744.0;
    double x = f, n, h, l, r, c, r2, r4, p, q, s, t;
    if (!(x > -104))
        return 0;
    n = x * float64(UINT64_C(0x3FF71547652B82FE)) + magic;
    n = n - magic;
    h = x - n * float64(UINT64_C(0x3FE62E42FEE00000));
    l = n * float64(UINT64_C(0x3DEA39EF35793C76));
    r = h - l;
    c = h - r - l;
    r2 = r * r;
    r4 = r2 * r2;
    p = 0.5 + r * (1.0 / 6) + (1.0 / 24 + r * (1.0 / 120)) * r2;
    q = 1.0 / 720 + r * (1.0 / 5040) + (1.0 / 40320 + r * (1.0 / 362880)) * r2;
    s = 1.0 / 3628800 + r * (1.0 / 39916800) + (1.0 / 479001600 + r * (1.0 / 6227020800.0)) * r2;
    t = r2 * (p + (q + s * r4) * r4);
    return (float)((1 + (r + (t + c))) * float64((uint64_t)((int)n + 1023) << 52));
}

/* Section 6, LOG, with the five of section 5; x a finite number > 0. */
static float logarithm(float f)
{
    static const uint32_t hard[5][2] = {
        {0x3C413D3A, 0xC08E158F}, {0x41178FEB, 0x400FE5E7}, {0x4C5D65A5, 0x418F034B}, {0x65D890D3, 0x4254D1F9}, {0x6F31A8EC, 0x42845A89}};
    double x = f, m, g, s, z, z2, z4, p, q, u, t, h;
    int e = (int)(bits64(x) >> 52) - 1023;
    for (int i = 0; i < 5; i++)
        if (bits32(f) == hard[i][0])
            return float32(hard[i][1]);
    m = float64((bits64(x) & UINT64_C(0xFFFFFFFFFFFFF)) | UINT64_C(0x3FF0000000000000));
    if (m > float64(UINT64_C(0x3FF6A09E667F3BCD))) {
        m = m / 2;
        e++;
    }
    g = m - 1;
    s = g / (2 + g);
    z = s * s;
    z2 = z * z;
    z4 = z2 * z2;
    p = 2.0 / 3 + z * (2.0 / 5) + (2.0 / 7 + z * (2.0 / 9)) * z2;
    q = 2.0 / 11 + z * (2.0 / 13) + (2.0 / 15 + z * (2.0 / 17)) * z2;
    u = 2.0 / 19 + z * (2.0 / 21);
    t = z * (p + (q + u * z4) * z4);
    h = 0.5 * g * g;
    return (float)(e * float64(UINT64_C(0x3FE62E42FEE00000)) - (h - (s * (h + t) + e * float64(UINT64_C(0x3DEA39EF35793C76))) - g));
}

/* Section 3: results of blocks, pairwise; changes them. */
static float fold(float *r, int count)
{
    while (count > 1) {
        for (int i = 0; 2 * i < count; i++)
            r[i] = 2 * i + 1 < count ? r[2 * i] + r[2 * i + 1] : r[2 * i];
        count = (count + 1) / 2;
    }
    return r[0];
}

/* Section 3, B32: one term a sample. */
#define BLOCK 32
#define LARGEST_BATCH 1024
static float blocked(const float *t, int samples)
{
    float r[LARGEST_BATCH / BLOCK];
    for (int first = 0; first < samples; first += BLOCK) {
        float sum = 0;
        for (int b = first; b < samples && b < first + BLOCK; b++)
            sum = sum + t[b];
        r[first / BLOCK] = sum;
    }
    return fold(r, (samples + BLOCK - 1) / BLOCK);
}

/* Section 8. */
static uint64_t mix(uint64_t seed, uint64_t n)
{
    uint64_t z = seed + (n + 1) * UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
    return z ^ z >> 31;
}

static void fingerprint(const float *x, size_t count, uint64_t sums[2])
{
    sums[0] = sums[1] = 0;
    for (size_t i = 0; i < count; i++) {
        uint64_t n = 16 * (i / 4096) + i % 16, a = (uint32_t)mix(1, i % 4096) | 1;
        sums[0] += bits32(x[i]) * (a * (mix(2, n) | 1));
        sums[1] += bits32(x[i]) * (a * (mix(3, n) | 1));
    }
}

#endif
