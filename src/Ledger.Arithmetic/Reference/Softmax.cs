using Ledger.Arithmetic.Elementary;

namespace Ledger.Arithmetic.Reference;

/// <summary>
/// Softmax cross-entropy of logits[B, C]. m = first maximum over classes, e = exp(z − m), s = Σ e over ascending classes from +0,
/// loss = log(s) − (z_label − m), p = e / s; every operation rounds to binary32.
/// </summary>
internal static class Softmax
{
    /// <summary>
    /// The losses, and the gradient of their mean: (p − 1) / B at the label, p / B elsewhere; returns the correct count. With smoothing ε
    /// (binary32), off = ε / C, on = (1 − ε) + off, a = Σ (log s − (z − m)) over ascending classes from +0: the loss is
    /// fma(ε, a / C, (1 − ε)·loss), the gradient (p − on) / B at the label, (p − off) / B elsewhere.
    /// </summary>
    public static int LossesAndGradient(ReadOnlySpan<float> logits, ReadOnlySpan<byte> labels, float smoothing, Span<float> losses, Span<float> gradient)
    {
        var (samples, classes) = (labels.Length, logits.Length / labels.Length);
        var correct = 0;
        for (var b = 0; b < samples; b++)
        {
            var z = logits.Slice(b * classes, classes);
            var g = gradient.Slice(b * classes, classes);
            var first = FirstMaximum(z);
            var sum = Exponentials(z, z[first], g);
            losses[b] = Loss(z, z[first], CorrectlyRounded.Log(sum), labels[b], smoothing);
            correct += first == labels[b] ? 1 : 0;
            var off = smoothing / classes;
            var on = 1f - smoothing + off;
            for (var c = 0; c < classes; c++)
            {
                var p = g[c] / sum;
                g[c] = (c == labels[b] ? p - on : p - off) / samples;
            }
        }

        return correct;
    }

    /// <summary>The losses alone, and 1 where the first maximum is the label's, else +0.</summary>
    public static void Losses(ReadOnlySpan<float> logits, ReadOnlySpan<byte> labels, Span<float> losses, Span<float> correct)
    {
        var (samples, classes) = (labels.Length, logits.Length / labels.Length);
        for (var b = 0; b < samples; b++)
        {
            var z = logits.Slice(b * classes, classes);
            var first = FirstMaximum(z);
            losses[b] = Loss(z, z[first], CorrectlyRounded.Log(Exponentials(z, z[first], default)), labels[b], smoothing: 0f);
            correct[b] = first == labels[b] ? 1f : 0f;
        }
    }

    private static float Loss(ReadOnlySpan<float> z, float maximum, float logSum, int label, float smoothing)
    {
        var loss = logSum - (z[label] - maximum);
        if (smoothing == 0f)
        {
            return loss;
        }

        var all = 0f;
        foreach (var value in z)
        {
            all += logSum - (value - maximum);
        }

        return ExactFma.Of(smoothing, all / z.Length, (1f - smoothing) * loss);
    }

    /// <summary>The first of the largest.</summary>
    public static int FirstMaximum(ReadOnlySpan<float> z)
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
