/* Layers forward and backward: docs/arithmetic.md, sections 3 and 4. Each tensor is compared as soon as it is made. */
#ifndef LAYERS_H
#define LAYERS_H

#include "vectors.h"

typedef struct { int b, r, c, n; float *v; } Map; /* [sample, row, column, channel] */

static float *values, *gradients, *velocity; /* all values; one a parameter */
static size_t value_count, parameter_count;

static Map map(int b, int r, int c, int n)
{
    Map m = {b, r, c, n, room(sizeof(float) * (size_t)b * r * c * n)};
    return m;
}

static size_t size_of(Map m) { return (size_t)m.b * m.r * m.c * m.n; }

static size_t at(Map m, int b, int r, int c) { return (((size_t)b * m.r + r) * m.c + c) * m.n; }

static const char *named(const char *layer, const char *part)
{
    char *name = room(LONGEST_NAME);
    snprintf(name, LONGEST_NAME, "%s.%s", layer, part);
    return name;
}

/* Global index of a value: tensors lie in the order of the file's initial ones. */
static size_t place(const char *layer, const char *part)
{
    size_t offset = 0;
    for (int i = 0; i < entry_count && !strncmp(entries[i].name, "initial.", 8); i++) {
        if (!strcmp(entries[i].name + 8, named(layer, part)))
            return offset;
        offset += entries[i].bytes / 4;
    }
    fail("the file has no such value", named(layer, part));
    return 0;
}

static float *value(const char *layer, const char *part) { return values + place(layer, part); }

static float *gradient(const char *layer, const char *part) { return gradients + place(layer, part); }

/* dbias = B32 of a plain sum a sample. */
static void channel_sums(Map dy, float *sums)
{
    for (int n = 0; n < dy.n; n++) {
        float t[LARGEST_BATCH];
        for (int b = 0; b < dy.b; b++) {
            t[b] = 0;
            for (int p = 0; p < dy.r * dy.c; p++)
                t[b] = t[b] + dy.v[((size_t)b * dy.r * dy.c + p) * dy.n + n];
        }
        sums[n] = blocked(t, dy.b);
    }
}

static void rectify(Map y) { for (size_t i = 0; i < size_of(y); i++) y.v[i] = y.v[i] > 0 ? y.v[i] : 0; }

static Map rectified_gradient(Map y, Map dy)
{
    Map dx = map(dy.b, dy.r, dy.c, dy.n);
    for (size_t i = 0; i < size_of(dy); i++)
        dx.v[i] = y.v[i] > 0 ? dy.v[i] : 0;
    return dx;
}

static Map linear(const char *name, Map x, int outputs)
{
    Map y = map(x.b, 1, 1, outputs);
    const float *w = value(name, "weight"), *bias = value(name, "bias");
    for (int b = 0; b < x.b; b++)
        for (int o = 0; o < outputs; o++) {
            float s = 0;
            for (int i = 0; i < x.n; i++)
                s = fused(x.v[b * x.n + i], w[i * outputs + o], s);
            y.v[b * outputs + o] = s + 0.0f;
        }
    made("MatrixProduct", name, y.v, size_of(y));
    for (size_t i = 0; i < size_of(y); i++)
        y.v[i] = y.v[i] + bias[i % outputs];
    made("AddBias", name, y.v, size_of(y));
    return y;
}

static Map linear_back(const char *name, Map x, Map dy, int is_wanted)
{
    Map dx = map(x.b, x.r, x.c, x.n);
    const float *w = value(name, "weight");
    float *dw = gradient(name, "weight"), r[LARGEST_BATCH / BLOCK];
    for (int i = 0; i < x.n; i++)
        for (int o = 0; o < dy.n; o++) {
            for (int first = 0; first < x.b; first += BLOCK) {
                float s = 0;
                for (int b = first; b < x.b && b < first + BLOCK; b++)
                    s = fused(x.v[b * x.n + i], dy.v[b * dy.n + o], s);
                r[first / BLOCK] = s + 0.0f;
            }
            dw[i * dy.n + o] = fold(r, (x.b + BLOCK - 1) / BLOCK);
        }
    made("WeightGradient", named(name, "weight.gradient"), dw, (size_t)x.n * dy.n);
    channel_sums(dy, gradient(name, "bias"));
    made("BiasGradient", named(name, "bias.gradient"), gradient(name, "bias"), (size_t)dy.n);
    if (!is_wanted)
        return dx;
    for (int b = 0; b < x.b; b++)
        for (int i = 0; i < x.n; i++) {
            float s = 0;
            for (int o = 0; o < dy.n; o++)
                s = fused(dy.v[b * dy.n + o], w[i * dy.n + o], s);
            dx.v[b * x.n + i] = s + 0.0f;
        }
    made("InputGradient", named(name, "input.gradient"), dx.v, size_of(dx));
    return dx;
}

static Map convolve(const char *name, Map x, int outputs, int k, int s)
{
    int p = (k - 1) / 2;
    Map y = map(x.b, (x.r + 2 * p - k) / s + 1, (x.c + 2 * p - k) / s + 1, outputs);
    const float *w = value(name, "weight");
    for (int b = 0; b < y.b; b++)
        for (int r = 0; r < y.r; r++)
            for (int c = 0; c < y.c; c++)
                for (int o = 0; o < outputs; o++) {
                    float sum = 0;
                    for (int tap = 0; tap < k * k; tap++) {
                        int row = r * s + tap / k - p, column = c * s + tap % k - p;
                        if (row < 0 || row >= x.r || column < 0 || column >= x.c)
                            continue;
                        for (int i = 0; i < x.n; i++)
                            sum = fused(x.v[at(x, b, row, column) + i], w[(tap * x.n + i) * outputs + o], sum);
                    }
                    y.v[at(y, b, r, c) + o] = sum + 0.0f;
                }
    made("Convolve", name, y.v, size_of(y));
    given("Convolve", name, "stride", (uint32_t)s);
    given("Convolve", name, "padding", (uint32_t)p);
    return y;
}

static Map convolve_back(const char *name, Map x, Map dy, int k, int s, int is_wanted)
{
    int p = (k - 1) / 2;
    Map dx = map(x.b, x.r, x.c, x.n);
    const float *w = value(name, "weight");
    float *dw = gradient(name, "weight"), t[LARGEST_BATCH];
    for (int n = 0; n < k * k * x.n * dy.n; n++) {
        int tap = n / dy.n / x.n, i = n / dy.n % x.n, o = n % dy.n;
        for (int b = 0; b < x.b; b++) {
            float sum = 0;
            for (int r = 0; r < dy.r; r++)
                for (int c = 0; c < dy.c; c++) {
                    int row = r * s + tap / k - p, column = c * s + tap % k - p;
                    if (row >= 0 && row < x.r && column >= 0 && column < x.c)
                        sum = fused(x.v[at(x, b, row, column) + i], dy.v[at(dy, b, r, c) + o], sum);
                }
            t[b] = sum + 0.0f;
        }
        dw[n] = blocked(t, x.b);
    }
    made("ConvolutionWeightGradient", named(name, "weight.gradient"), dw, (size_t)k * k * x.n * dy.n);
    if (!is_wanted)
        return dx;
    for (int b = 0; b < x.b; b++)
        for (int r = 0; r < x.r; r++)
            for (int c = 0; c < x.c; c++)
                for (int i = 0; i < x.n; i++) {
                    float sum = 0;
                    for (int tap = 0; tap < k * k; tap++) {
                        int row = r + p - tap / k, column = c + p - tap % k;
                        if (row < 0 || column < 0 || row % s || column % s || row / s >= dy.r || column / s >= dy.c)
                            continue;
                        for (int o = 0; o < dy.n; o++)
                            sum = fused(dy.v[at(dy, b, row / s, column / s) + o], w[(tap * x.n + i) * dy.n + o], sum);
                    }
                    dx.v[at(x, b, r, c) + i] = sum + 0.0f;
                }
    made("ConvolutionInputGradient", named(name, "input.gradient"), dx.v, size_of(dx));
    return dx;
}

#endif
