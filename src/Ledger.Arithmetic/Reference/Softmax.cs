using Ledger.Arithmetic.Elementary;

namespace Ledger.Arithmetic.Reference;

/// <summary>
/// Softmax cross-entropy of logits[B, C]. m = first maximum over classes, e = exp(z − m), s = Σ e over ascending classes from +0,
/// loss = log(s) − (z_label − m), p = e / s; every operation rounds to binary32.
/// </summary>
internal static class Softmax
{
    /// <summary>The losses, and the gradient of their mean: (p − 1) / B at the label, p / B elsewhere; returns the correct count.</summary>
    public static int LossesAndGradient(ReadOnlySpan<float> logits, ReadOnlySpan<byte> labels, Span<float> losses, Span<float> gradient)
    {
        var (samples, classes) = (labels.Length, logits.Length / labels.Length);
        var correct = 0;
        for (var b = 0; b < samples; b++)
        {
            var z = logits.Slice(b * classes, classes);
            var g = gradient.Slice(b * classes, classes);
            var first = FirstMaximum(z);
            var sum = Exponentials(z, z[first], g);
            losses[b] = CorrectlyRounded.Log(sum) - (z[labels[b]] - z[first]);
            correct += first == labels[b] ? 1 : 0;
            for (var c = 0; c < classes; c++)
            {
                var p = g[c] / sum;
                g[c] = (c == labels[b] ? p - 1f : p) / samples;
            }
        }

        return correct;
    }

    /// <summary>The losses alone; returns the correct count.</summary>
    public static int Losses(ReadOnlySpan<float> logits, ReadOnlySpan<byte> labels, Span<float> losses)
    {
        var (samples, classes) = (labels.Length, logits.Length / labels.Length);
        var correct = 0;
        for (var b = 0; b < samples; b++)
        {
            var z = logits.Slice(b * classes, classes);
            var first = FirstMaximum(z);
            losses[b] = CorrectlyRounded.Log(Exponentials(z, z[first], default)) - (z[labels[b]] - z[first]);
            correct += first == labels[b] ? 1 : 0;
        }

        return correct;
    }

    private static int FirstMaximum(ReadOnlySpan<float> z)
    {
        var first = 0;
        for (var c = 1; c < z.Length; c++)
        {
            first = z[c] > z[first] ? c : first;
        }

        return first;
    }

    private static float Exponentials(ReadOnlySpan<float> z, float maximum, Span<float> exponentials)
    {
        var sum = 0f;
        for (var c = 0; c < z.Length; c++)
        {
            var e = CorrectlyRounded.Exp(z[c] - maximum);
            sum += e;
            if (!exponentials.IsEmpty)
            {
                exponentials[c] = e;
            }
        }

        return sum;
    }
}
