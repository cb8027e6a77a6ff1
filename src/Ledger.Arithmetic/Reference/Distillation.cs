using Ledger.Arithmetic.Elementary;

namespace Ledger.Arithmetic.Reference;

/// <summary>Distillation of logits[B, C] from a teacher's, as <see cref="Operations.DistillationLoss"/> says; every operation rounds to binary32.</summary>
internal sealed class Distillation(float temperature, float alpha, bool perElement, int classes)
{
    private readonly float[] _p = new float[classes], _logP = new float[classes];
    private readonly float[] _hotP = new float[classes], _hotLogP = new float[classes];
    private readonly float[] _q = new float[classes], _logQ = new float[classes];

    // (α·T)·T and α·T, each divided by C if the divergence is.
    private readonly float _lossWeight = perElement ? alpha * temperature * temperature / classes : alpha * temperature * temperature;
    private readonly float _gradientWeight = perElement ? alpha * temperature / classes : alpha * temperature;

    /// <summary>The losses, and the gradient of their mean; returns the correct count.</summary>
    public int LossesAndGradient(ReadOnlySpan<float> logits, ReadOnlySpan<float> teacher, ReadOnlySpan<byte> labels, Span<float> losses, Span<float> gradient)
    {
        var correct = 0;
        for (var b = 0; b < labels.Length; b++)
        {
            var z = logits.Slice(b * classes, classes);
            Distribute(z, 1f, _p, _logP);
            Distribute(z, temperature, _hotP, _hotLogP);
            Distribute(teacher.Slice(b * classes, classes), temperature, _q, _logQ);
            losses[b] = ExactFma.Of(_lossWeight, Divergence(), (1f - alpha) * (0f - _logP[labels[b]]));
            correct += Softmax.FirstMaximum(z) == labels[b] ? 1 : 0;
            for (var c = 0; c < classes; c++)
            {
                var entropy = c == labels[b] ? _p[c] - 1f : _p[c];
                gradient[b * classes + c] = ExactFma.Of(_gradientWeight, _hotP[c] - _q[c], (1f - alpha) * entropy) / labels.Length;
            }
        }

        return correct;
    }

    /// <summary>u = z / T; d = u − first maximum of u; p = exp(d) / s, log p = d − log(s), s = Σ exp(d) over ascending classes from +0.</summary>
    private static void Distribute(ReadOnlySpan<float> z, float temperature, Span<float> p, Span<float> logP)
    {
        for (var c = 0; c < z.Length; c++)
        {
            logP[c] = z[c] / temperature;
        }

        var (maximum, sum) = (logP[Softmax.FirstMaximum(logP)], 0f);
        for (var c = 0; c < z.Length; c++)
        {
            logP[c] -= maximum;
            p[c] = CorrectlyRounded.Exp(logP[c]);
            sum += p[c];
        }

        var logSum = CorrectlyRounded.Log(sum);
        for (var c = 0; c < z.Length; c++)
        {
            logP[c] -= logSum;
            p[c] /= sum;
        }
    }

    private float Divergence()
    {
        var sum = 0f;
        for (var c = 0; c < classes; c++)
        {
            sum = ExactFma.Of(_q[c], _logQ[c] - _hotLogP[c], sum);
        }

        return sum;
    }
}
