/* Batch normalisation and the mean over a map: docs/arithmetic.md, section 4. */
#ifndef NORMALISATION_H
#define NORMALISATION_H

#include "layers.h"

#define MOST_CHANNELS 1024

typedef struct { float mean[MOST_CHANNELS], inverse[MOST_CHANNELS]; } Statistics;

static Map normalise(const char *name, Map x, Statistics *saved, int is_rectified)
{
    Map y = map(x.b, x.r, x.c, x.n);
    const float *gamma = value(name, "weight"), *beta = value(name, "bias");
    float momentum = real("BatchNormalize", name, "momentum"), epsilon = real("BatchNormalize", name, "epsilon"), both[2 * MOST_CHANNELS];
    int positions = x.r * x.c;
    float count = (float)(x.b * positions);
    for (int n = 0; n < x.n; n++) {
        float s[LARGEST_BATCH], t[LARGEST_BATCH], mean, sum, *running = value(name, "running_mean") + n, *variance = value(name, "running_var") + n;
        const float *column = x.v + n;
        for (int b = 0; b < x.b; b++) {
            s[b] = 0;
            for (int p = 0; p < positions; p++)
                s[b] = s[b] + column[((size_t)b * positions + p) * x.n];
        }
        mean = blocked(s, x.b) / count;
        for (int b = 0; b < x.b; b++) {
            float m = s[b] / (float)positions, q = 0, e = m - mean;
            for (int p = 0; p < positions; p++) {
                float d = column[((size_t)b * positions + p) * x.n] - m;
                q = fused(d, d, q);
            }
            t[b] = fused((float)positions * e, e, q);
        }
        sum = blocked(t, x.b);
        saved->mean[n] = both[n] = mean;
        saved->inverse[n] = both[x.n + n] = 1.0f / root(sum / count + epsilon);
        *running = fused(momentum, mean - *running, *running);
        *variance = fused(momentum, sum / (count - 1.0f > 1.0f ? count - 1.0f : 1.0f) - *variance, *variance);
    }
    for (size_t i = 0; i < size_of(x); i++) {
        int n = (int)(i % x.n);
        y.v[i] = fused((x.v[i] - saved->mean[n]) * saved->inverse[n], gamma[n], beta[n]);
    }
    if (is_rectified)
        rectify(y);
    given("BatchNormalize", name, "rectify", (uint32_t)is_rectified);
    made("BatchNormalize", named(name, "statistics"), both, 2 * (size_t)x.n);
    made("BatchNormalize", named(name, "running_mean"), value(name, "running_mean"), (size_t)x.n);
    made("BatchNormalize", named(name, "running_var"), value(name, "running_var"), (size_t)x.n);
    made("BatchNormalize", name, y.v, size_of(y));
    return y;
}

/* y is the rectified output where a ReLU followed, else its v is null. */
static Map normalise_back(const char *name, Map x, const Statistics *saved, Map y, Map dy)
{
    Map dx = map(x.b, x.r, x.c, x.n), d = y.v ? rectified_gradient(y, dy) : dy;
    const float *gamma = value(name, "weight");
    float *dgamma = gradient(name, "weight"), *dbeta = gradient(name, "bias"), count = (float)(x.b * x.r * x.c);
    int positions = x.r * x.c;
    channel_sums(d, dbeta);
    for (int n = 0; n < x.n; n++) {
        float t[LARGEST_BATCH];
        for (int b = 0; b < x.b; b++) {
            t[b] = 0;
            for (int p = 0; p < positions; p++) {
                size_t i = ((size_t)b * positions + p) * x.n + n;
                t[b] = fused(d.v[i], (x.v[i] - saved->mean[n]) * saved->inverse[n], t[b]);
            }
        }
        dgamma[n] = blocked(t, x.b);
    }
    for (size_t i = 0; i < size_of(x); i++) {
        int n = (int)(i % x.n);
        float h = (x.v[i] - saved->mean[n]) * saved->inverse[n];
        dx.v[i] = gamma[n] * saved->inverse[n] * fused(-h, dgamma[n] / count, d.v[i] - dbeta[n] / count);
    }
    given("BatchNormalizeGradient", named(name, "input.gradient"), "rectify", y.v != NULL);
    made("BatchNormalizeGradient", named(name, "weight.gradient"), dgamma, (size_t)x.n);
    made("BatchNormalizeGradient", named(name, "bias.gradient"), dbeta, (size_t)x.n);
    made("BatchNormalizeGradient", named(name, "input.gradient"), dx.v, size_of(dx));
    return dx;
}

static Map mean_of_map(const char *name, Map x)
{
    Map y = map(x.b, 1, 1, x.n);
    for (int b = 0; b < x.b; b++)
        for (int n = 0; n < x.n; n++) {
            float sum = 0;
            for (int p = 0; p < x.r * x.c; p++)
                sum = sum + x.v[((size_t)b * x.r * x.c + p) * x.n + n];
            y.v[b * x.n + n] = sum / (float)(x.r * x.c);
        }
    made("AveragePool", name, y.v, size_of(y));
    given("AveragePool", name, "size", (uint32_t)x.r);
    return y;
}

static Map mean_of_map_back(const char *name, Map x, Map dy)
{
    Map dx = map(x.b, x.r, x.c, x.n);
    for (size_t i = 0; i < size_of(x); i++)
        dx.v[i] = dy.v[i / ((size_t)x.r * x.c * x.n) * x.n + i % x.n] / (float)(x.r * x.c);
    made("AveragePoolGradient", named(name, "gradient"), dx.v, size_of(dx));
    return dx;
}

#endif
