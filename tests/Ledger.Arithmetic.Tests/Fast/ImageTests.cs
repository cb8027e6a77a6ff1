using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Random;
using Ledger.Arithmetic.Reference;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Tests.Fast;

/// <summary>Images into batches: fast equals reference, and the reference shows the pixels that its words name.</summary>
public sealed class ImageTests
{
    private static readonly ImagePreparation Plain = new(4, 5, 1, Pad: 0, Reflect: false, Shift: 0, Seed: 9, null, null);

    private static readonly ImagePreparation[] Preparations =
    [
        Plain,
        new(28, 28, 1, 2, false, 0, 1, null, null),
        new(28, 28, 1, 0, true, 3, 2, [0.1307f], [0.3081f]),
        new(5, 7, 3, 0, true, 9, 3, [0.49f, 0.48f, 0.44f], [0.2f, 0.3f, 0.26f]),
        new(5, 7, 4, 2, false, 2, 4, null, null),
        new(2, 1, 3, 0, true, 1, 5, [0.5f, 0f, 1f], [0.25f, 1f, 3f]),
        new(32, 32, 3, 0, true, 4, 6, [0.4914f, 0.4822f, 0.4465f], [0.247f, 0.2435f, 0.2616f]),
        new(3, 2, 20, 1, true, 1, 7, null, null),
    ];

    [Theory]
    [ClassData(typeof(FastDevices))]
    public void GatherSamples_MovedImages_EqualsReference(int threads, string kind)
    {
        using var twins = new Twins(threads, kind);
        foreach (var images in Preparations)
        {
            var bytes = Noise(10 * images.SourceSize);
            foreach (var indices in new int[][] { [3], [9, 0, 9, 5, 1], [.. Enumerable.Range(0, 43).Select(b => b * 7 % 10)] })
            {
                twins.Agree(d =>
                {
                    var batch = d.Allocate(new Shape(indices.Length, images.Rows + 2 * images.Pad, images.Columns + 2 * images.Pad, images.Channels));
                    var step = new StepValues();
                    var work = d.Prepare(new GatherSamples(d.Put(new Shape(10, images.SourceSize), bytes), d.Put(indices), batch, images, step));
                    work();
                    var first = d.Take(batch);
                    step.Step = 77;
                    work();
                    return [.. first, .. d.Take(batch)];
                });
            }
        }
    }

    [Fact]
    public void GatherSamples_PaddedAndStandardized_ShowsZeroBytesAround()
    {
        using var device = new ReferenceDevice();
        var images = new ImagePreparation(1, 2, 2, Pad: 1, Reflect: false, Shift: 0, Seed: 0, [0.5f, 0.25f], [2f, 4f]);
        var batch = device.Allocate(new Shape(1, 3, 4, 2));
        device.Do(new GatherSamples(device.Put(new Shape(1, 4), [10, 20, 30, 40]), device.Put(0), batch, images, new StepValues()));
        float[] shown = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 20, 30, 40, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        Assert.Equal(Bits.Of([.. shown.Select((value, i) => (value / 255f - (i % 2 == 0 ? 0.5f : 0.25f)) / (i % 2 == 0 ? 2f : 4f))]), device.Take(batch));
    }

    [Fact]
    public void GatherSamples_EachSample_IsMovedAsItsPhiloxWordsSay()
    {
        const int samples = 600, step = 31;
        using var device = new ReferenceDevice();
        var images = Plain with { Reflect = true, Shift = 2 };
        var bytes = Noise(images.SourceSize);
        var batch = device.Allocate(new Shape(samples, 4, 5, 1));
        device.Do(new GatherSamples(device.Put(new Shape(1, images.SourceSize), bytes), device.Put(new int[samples]), batch, images, new StepValues { Step = step }));
        var seen = new HashSet<(bool, int, int)>();
        var expected = new float[samples * 20];
        for (var b = 0; b < samples; b++)
        {
            var words = Philox4x32.Block(9, new PhiloxBlock((uint)b, step, 0, 5));
            var (mirrored, down, right) = (words.Word0 >= 0x8000_0000, (int)(words.Word1 * 5UL >> 32) - 2, (int)(words.Word2 * 5UL >> 32) - 2);
            seen.Add((mirrored, down, right));
            for (var i = 0; i < 20; i++)
            {
                var (r, c) = (i / 5 + down, (mirrored ? 4 - i % 5 : i % 5) + right);
                expected[b * 20 + i] = r is >= 0 and < 4 && c is >= 0 and < 5 ? bytes[r * 5 + c] / 255f : 0f;
            }
        }

        Assert.Equal(Bits.Of(expected), device.Take(batch));
        Assert.Equal(2 * 5 * 5, seen.Count);
    }

    private static byte[] Noise(int count) => [.. Enumerable.Range(0, count).Select(i => (byte)(i * 167 + i / 256 + 1))];
}
