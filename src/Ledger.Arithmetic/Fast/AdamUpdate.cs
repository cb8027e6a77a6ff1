using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Reference;

namespace Ledger.Arithmetic.Fast;

/// <summary><see cref="Adam.Update(AdamStep)"/> in vectors.</summary>
internal readonly unsafe struct AdamUpdate(
    float* parameters, float* gradients, float* first, float* second, PackedMask mask, PackedMask decayed, AdamCoefficients coefficients, int count) : IParameterUpdate
{
    private readonly float* _parameters = parameters, _gradients = gradients, _first = first, _second = second;
    private readonly PackedMask _mask = mask, _decayed = decayed;
    private readonly AdamCoefficients _coefficients = coefficients;

    public int Count { get; } = count;

    public bool Run<T>(int start, int count)
        where T : struct, ILanes<T>
    {
        var end = start + count;
        var whole = end - count % T.Count;
        var settings = _coefficients.Settings;
        var isDecoupled = settings.IsDecoupled;
        var decay = T.Broadcast(isDecoupled ? _coefficients.Shrinkage : settings.WeightDecay);
        var (beta1, rest1) = (T.Broadcast(settings.Beta1), T.Broadcast(settings.OneMinusBeta1));
        var (beta2, rest2) = (T.Broadcast(settings.Beta2), T.Broadcast(settings.OneMinusBeta2));
        var (correction, epsilon, rate) = (T.Broadcast(_coefficients.SecondCorrection), T.Broadcast(settings.Epsilon), T.Broadcast(-_coefficients.CorrectedRate));
        var (p, g, m, v) = ((nint)_parameters, (nint)_gradients, (nint)_first, (nint)_second);
        var check = T.Zero;
        for (var i = start; i < whole; i += T.Count)
        {
            var (parameter, gradient) = (T.Load((float*)p + i), T.Load((float*)g + i));
            var factor = _decayed.IsAbsent ? decay : T.WhereSet(_decayed.At(i), decay);
            var decays = T.FusedMultiplyAdd(factor, parameter, isDecoupled ? parameter : gradient);
            (parameter, gradient) = isDecoupled ? (decays, gradient) : (parameter, decays);
            var first = T.FusedMultiplyAdd(beta1, T.Load((float*)m + i), T.Multiply(rest1, gradient));
            var second = T.FusedMultiplyAdd(beta2, T.Load((float*)v + i), T.Multiply(T.Multiply(rest2, gradient), gradient));
            var direction = T.Divide(first, T.Add(T.Divide(T.SquareRoot(second), correction), epsilon));
            parameter = T.FusedMultiplyAdd(rate, direction, parameter);
            if (!_mask.IsAbsent)
            {
                var bits = _mask.At(i);
                (first, second, parameter) = (T.WhereSet(bits, first), T.WhereSet(bits, second), T.WhereSet(bits, parameter));
            }

            check = T.Add(check, T.Add(T.Subtract(parameter, parameter), T.Subtract(second, second)));
            T.Store(first, (float*)m + i);
            T.Store(second, (float*)v + i);
            T.Store(parameter, (float*)p + i);
        }

        // Before the call, across which no vector stays in its register.
        var isFinite = T.IsZero(check);
        return whole == end ? isFinite : isFinite & Tail(whole, end - whole);
    }

    private bool Tail(int start, int count) => Adam.Update(
        new Span<float>(_parameters + start, count), new ReadOnlySpan<float>(_gradients + start, count),
        new Span<float>(_first + start, count), new Span<float>(_second + start, count),
        _mask.From(start), _decayed.From(start), _coefficients);
}
