using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Reference;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Fast;

/// <summary><see cref="Sgd.Update(SgdStep)"/> in vectors.</summary>
internal readonly unsafe struct SgdUpdate(float* parameters, float* gradients, float* velocity, PackedMask mask, PackedMask decayed, SgdCoefficients coefficients, int count) : IParameterUpdate
{
    private readonly float* _parameters = parameters, _gradients = gradients, _velocity = velocity;
    private readonly PackedMask _mask = mask, _decayed = decayed;
    private readonly SgdCoefficients _coefficients = coefficients;

    public int Count { get; } = count;

    public bool Run<T>(int start, int count)
        where T : struct, ILanes<T>
    {
        var end = start + count;
        var whole = end - count % T.Count;
        var (decay, momentum, rate) = (T.Broadcast(_coefficients.WeightDecay), T.Broadcast(_coefficients.Momentum), T.Broadcast(-_coefficients.Rate));
        var (p, g, v, looksAhead) = ((nint)_parameters, (nint)_gradients, (nint)_velocity, _coefficients.Nesterov);
        var check = T.Zero;
        for (var i = start; i < whole; i += T.Count)
        {
            var parameter = T.Load((float*)p + i);
            var factor = _decayed.IsAbsent ? decay : T.WhereSet(_decayed.At(i), decay);
            var gradient = T.FusedMultiplyAdd(factor, parameter, T.Load((float*)g + i));
            var velocity = T.FusedMultiplyAdd(momentum, T.Load((float*)v + i), gradient);
            var direction = looksAhead ? T.FusedMultiplyAdd(momentum, velocity, gradient) : velocity;
            parameter = T.FusedMultiplyAdd(rate, direction, parameter);
            if (!_mask.IsAbsent)
            {
                var bits = _mask.At(i);
                (velocity, parameter) = (T.WhereSet(bits, velocity), T.WhereSet(bits, parameter));
            }

            check = T.Add(check, T.Subtract(parameter, parameter));
            T.Store(velocity, (float*)v + i);
            T.Store(parameter, (float*)p + i);
        }

        // Before the call, across which no vector stays in its register.
        var isFinite = T.IsZero(check);
        return whole == end ? isFinite : isFinite & Tail(whole, end - whole);
    }

    private bool Tail(int start, int count) => Sgd.Update(
        new Span<float>(_parameters + start, count), new ReadOnlySpan<float>(_gradients + start, count), new Span<float>(_velocity + start, count),
        _mask.From(start), _decayed.From(start), _coefficients);
}
