/*
 * Training steps of exact-f32/1 once more, by plain loops written from docs/arithmetic.md alone.
 *
 *   cc -std=c11 -O1 -ffp-contract=off -o exact_step exact_step.c
 *   ledger vectors SPEC --output FILE && ./exact_step lenet-300-100 FILE
 *
 * Takes initial values, raw samples and coefficients from the file, computes everything else, and compares every tensor bit by bit: prints how
 * many are equal, or the first difference and exits with 1. Knows lenet-300-100 and resnet-20.
 */
#include "images.h"
#include "normalisation.h"

/* Section 4: softmax cross-entropy without smoothing; dz, mean loss, correct count. */
static Map cross_entropy(const char *name, Map z, const unsigned char *labels)
{
    Map dz = map(z.b, 1, 1, z.n);
    float losses[LARGEST_BATCH], loss;
    unsigned char correct[4] = {0};
    uint32_t hits = 0;
    for (int b = 0; b < z.b; b++) {
        const float *x = z.v + b * z.n;
        float *e = dz.v + b * z.n, s = 0;
        int first = 0;
        for (int c = 1; c < z.n; c++)
            if (x[c] > x[first])
                first = c;
        for (int c = 0; c < z.n; c++) {
            e[c] = exponential(x[c] - x[first]);
            s = s + e[c];
        }
        losses[b] = logarithm(s) - (x[labels[b]] - x[first]);
        hits += first == labels[b];
        for (int c = 0; c < z.n; c++)
            e[c] = (c == labels[b] ? e[c] / s - 1.0f : e[c] / s) / (float)z.b;
    }
    loss = blocked(losses, z.b) / (float)z.b;
    for (int i = 0; i < 4; i++)
        correct[i] = (unsigned char)(hits >> 8 * i);
    made("SoftmaxCrossEntropy", named(name, "gradient"), dz.v, size_of(dz));
    given("SoftmaxCrossEntropy", named(name, "gradient"), "smoothing", 0);
    made("SoftmaxCrossEntropy", "loss", &loss, 1);
    equal_bytes(of_step("SoftmaxCrossEntropy", "correct"), correct, 4);
    return dz;
}

static void lenet_300_100(Map x, const unsigned char *labels)
{
    Map h1, h2, z, d;
    h1 = linear("fc1", x, 300);
    rectify(h1);
    made("Relu", "fc1", h1.v, size_of(h1));
    h2 = linear("fc2", h1, 100);
    rectify(h2);
    made("Relu", "fc2", h2.v, size_of(h2));
    z = linear("fc3", h2, 10);
    d = cross_entropy("fc3", z, labels);
    d = rectified_gradient(h2, linear_back("fc3", h2, d, 1));
    made("ReluGradient", "fc2.gradient", d.v, size_of(d));
    d = rectified_gradient(h1, linear_back("fc2", h1, d, 1));
    made("ReluGradient", "fc1.gradient", d.v, size_of(d));
    linear_back("fc1", x, d, 0);
}

/* A block of two 3 x 3 convolutions; where it changes extents, a 1 x 1 convolution and a normalisation stand in the shortcut. */
typedef struct {
    char name[16];
    int stride, is_projected;
    Map x, a, h, b, s, y;
    Statistics first, second, shortcut;
} Block;

static Map block_forward(Block *k, Map x, int width)
{
    Map main, around = x;
    k->x = x;
    if (k->is_projected) {
        k->s = convolve(named(k->name, "shortcut.conv"), x, width, 1, k->stride);
        around = normalise(named(k->name, "shortcut.bn"), k->s, &k->shortcut, 0);
    }
    k->a = convolve(named(k->name, "conv1"), x, width, 3, k->stride);
    k->h = normalise(named(k->name, "bn1"), k->a, &k->first, 1);
    k->b = convolve(named(k->name, "conv2"), k->h, width, 3, 1);
    main = normalise(named(k->name, "bn2"), k->b, &k->second, 0);
    k->y = map(main.b, main.r, main.c, main.n);
    for (size_t i = 0; i < size_of(main); i++)
        k->y.v[i] = main.v[i] + around.v[i];
    rectify(k->y);
    made("AddTo", named(k->name, "bn2"), k->y.v, size_of(k->y));
    given("AddTo", named(k->name, "bn2"), "rectify", 1);
    return k->y;
}

static Map block_back(const Block *k, Map dy)
{
    Map none = {0, 0, 0, 0, NULL}, d, main, around;
    d = around = rectified_gradient(k->y, dy);
    made("ReluGradient", named(k->name, "gradient"), d.v, size_of(d));
    main = normalise_back(named(k->name, "bn2"), k->b, &k->second, none, d);
    main = convolve_back(named(k->name, "conv2"), k->h, main, 3, 1, 1);
    main = normalise_back(named(k->name, "bn1"), k->a, &k->first, k->h, main);
    main = convolve_back(named(k->name, "conv1"), k->x, main, 3, k->stride, 1);
    if (k->is_projected) {
        around = normalise_back(named(k->name, "shortcut.bn"), k->s, &k->shortcut, none, d);
        around = convolve_back(named(k->name, "shortcut.conv"), k->x, around, 1, k->stride, 1);
    }
    for (size_t i = 0; i < size_of(main); i++)
        main.v[i] = main.v[i] + around.v[i];
    made("AddTo", named(k->name, "input.gradient"), main.v, size_of(main));
    given("AddTo", named(k->name, "input.gradient"), "rectify", 0);
    return main;
}

static void resnet_20(Map x, const unsigned char *labels)
{
    static Block blocks[9];
    static Statistics stem;
    Map a = convolve("conv1", x, 16, 3, 1), y = normalise("bn1", a, &stem, 1), h = y, mean, z, d;
    for (int i = 0; i < 9; i++) {
        snprintf(blocks[i].name, sizeof blocks[i].name, "block%d.%d", i / 3 + 1, i % 3);
        blocks[i].is_projected = i == 3 || i == 6;
        blocks[i].stride = blocks[i].is_projected ? 2 : 1;
        h = block_forward(&blocks[i], h, 16 << i / 3);
    }
    mean = mean_of_map("block3.2.bn2", h);
    z = linear("fc", mean, 10);
    d = cross_entropy("fc", z, labels);
    d = mean_of_map_back("block3.2.bn2", h, linear_back("fc", mean, d, 1));
    for (int i = 8; i >= 0; i--)
        d = block_back(&blocks[i], d);
    convolve_back("conv1", x, normalise_back("bn1", a, &stem, y, d), 3, 1, 0);
}

/* Section 4, SGD without Nesterov, then section 8. */
static void update(void)
{
    float rate = real("SgdStep", "parameters", "rate"), momentum = real("SgdStep", "parameters", "momentum"), decay = real("SgdStep", "parameters", "weight_decay");
    unsigned char finite[4] = {1, 0, 0, 0}, digest[16];
    uint64_t sums[2];
    given("SgdStep", "parameters", "nesterov", 0);
    for (size_t i = 0; i < parameter_count; i++) {
        velocity[i] = fused(momentum, velocity[i], fused(decay, values[i], gradients[i]));
        values[i] = fused(-rate, velocity[i], values[i]);
    }
    fingerprint(values, value_count, sums);
    for (int i = 0; i < 16; i++)
        digest[i] = (unsigned char)(sums[i / 8] >> 8 * (i % 8));
    made("SgdStep", "parameters", values, value_count);
    made("SgdStep", "velocity", velocity, parameter_count);
    equal_bytes(of_step("SgdStep", "finite"), finite, 4);
    equal_bytes(of_step("SgdStep", "fingerprint"), digest, 16);
}

static int has_step(void)
{
    char begin[32];
    snprintf(begin, sizeof begin, "step%d.", step);
    for (int i = 0; i < entry_count; i++)
        if (!strncmp(entries[i].name, begin, strlen(begin)))
            return 1;
    return 0;
}

static void take_initial(void)
{
    values = room(0);
    for (int i = 0; i < entry_count && !strncmp(entries[i].name, "initial.", 8); i++) {
        size_t count = entries[i].bytes / 4;
        values = realloc(values, sizeof(float) * (value_count + count + 1));
        if (!values)
            fail("no memory", "exact_step");
        for (size_t j = 0; j < count; j++)
            values[value_count + j] = float32(word(entries[i].data + 4 * j));
        value_count += count;
        parameter_count += strstr(entries[i].name, ".running_") ? 0 : count;
        entries[i].is_equal = 1;
    }
    gradients = room(sizeof(float) * parameter_count);
    velocity = room(sizeof(float) * parameter_count);
}

/* The values after the last step, tensor by tensor, then what the optimiser remembers of each parameter. */
static void compare_final(void)
{
    size_t value_at = 0, velocity_at = 0;
    for (int i = 0; i < entry_count; i++)
        if (!strncmp(entries[i].name, "final.", 6)) {
            size_t count = entries[i].bytes / 4, length = strlen(entries[i].name);
            int is_velocity = length > 9 && !strcmp(entries[i].name + length - 9, ".velocity");
            equal_floats(&entries[i], is_velocity ? velocity + velocity_at : values + value_at, count);
            *(is_velocity ? &velocity_at : &value_at) += count;
        }
    if (value_at != value_count || velocity_at != parameter_count)
        fail("is not all there", "final");
}

static void make_step(int is_resnet)
{
    Entry *bytes = of_step("GatherSamples", "bytes"), *labels = of_step("GatherLabels", "labels");
    int samples = (int)labels->bytes;
    Map x = is_resnet ? map(samples, 32, 32, 3) : map(samples, 1, 1, 784);
    if (samples < 1 || samples > LARGEST_BATCH || bytes->bytes % labels->bytes)
        fail("not so many samples as labels, or more than this program takes", bytes->name);
    if (beside("GatherSamples", "input", "pad"))
        take_images(x, bytes->data, bytes->bytes);
    else
        take_features(x, bytes->data, bytes->bytes);
    bytes->is_equal = labels->is_equal = 1;
    made("GatherSamples", "input", x.v, size_of(x));
    (is_resnet ? resnet_20 : lenet_300_100)(x, labels->data);
    update();
}

int main(int count, char **arguments)
{
    if (count != 3 || (strcmp(arguments[1], "lenet-300-100") && strcmp(arguments[1], "resnet-20"))) {
        fprintf(stderr, "usage: exact_step lenet-300-100|resnet-20 FILE\n");
        return 2;
    }
    load(arguments[2]);
    take_initial();
    for (; has_step(); step++)
        make_step(!strcmp(arguments[1], "resnet-20"));
    compare_final();
    for (int i = 0; i < entry_count; i++)
        if (!entries[i].is_equal)
            fail("is in the file and was not made here", entries[i].name);
    printf("%d tensors equal\n", equal_count);
    return 0;
}
