using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Reference;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Fast;

/// <summary>
/// One pass over all parameters in the fingerprint's blocks of 4096: chunk by chunk the update, then the fingerprint, which hides
/// behind the memory traffic of the next chunk's update. Threads share the blocks; what they add up are integers, so that the order does not matter.
/// </summary>
internal unsafe struct ParameterPass
{
    private const int ChunkSize = 512;

    private float* _parameters, _gradients, _velocity;
    private byte* _mask;
    private int _length, _maskOffset;
    private uint* _elementKeys;
    private ulong* _firstKeys, _secondKeys;
    private SgdCoefficients _coefficients;
    private long _first, _second;
    private int _diverged;

    /// <summary>Updates the parameters and takes their fingerprint; the flag is true if every updated parameter is finite.</summary>
    public static (Fingerprint Fingerprint, bool IsFinite) Update<T>(ThreadTeam team, FingerprintTables keys, Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> velocity, MaskBits mask, SgdCoefficients coefficients)
        where T : struct, ILanes<T>
    {
        fixed (float* p = parameters, g = gradients, v = velocity)
        {
            fixed (byte* m = mask.Bytes)
            {
                var pass = new ParameterPass
                {
                    _parameters = p,
                    _gradients = g,
                    _velocity = v,
                    _mask = m,
                    _maskOffset = mask.Offset,
                    _length = parameters.Length,
                    _coefficients = coefficients,
                };
                return pass.Run<T>(team, keys);
            }
        }
    }

    /// <summary>Takes the fingerprint alone.</summary>
    public static Fingerprint Fingerprint<T>(ThreadTeam team, FingerprintTables keys, ReadOnlySpan<float> parameters)
        where T : struct, ILanes<T>
    {
        fixed (float* p = parameters)
        {
            var pass = new ParameterPass { _parameters = p, _length = parameters.Length };
            return pass.Run<T>(team, keys).Fingerprint;
        }
    }

    private (Fingerprint Fingerprint, bool IsFinite) Run<T>(ThreadTeam team, FingerprintTables keys)
        where T : struct, ILanes<T>
    {
        var (first, second) = keys.Lanes(BlockCount(_length));
        fixed (uint* elementKeys = keys.Elements)
        {
            fixed (ulong* firstKeys = first, secondKeys = second)
            {
                _elementKeys = elementKeys;
                _firstKeys = firstKeys;
                _secondKeys = secondKeys;
                fixed (ParameterPass* self = &this)
                {
                    team.Run(&RunPart<T>, self);
                }
            }
        }

        return (new Fingerprint((ulong)_first, (ulong)_second), _diverged == 0);
    }

    private static void RunPart<T>(void* argument, int part, int parts)
        where T : struct, ILanes<T>
    {
        var pass = (ParameterPass*)argument;
        var blocks = BlockCount(pass->_length);
        var (first, second) = (0ul, 0ul);
        var isFinite = true;
        for (var block = blocks * part / parts; block < blocks * (part + 1) / parts; block++)
        {
            isFinite &= pass->RunBlock<T>(block, ref first, ref second);
        }

        Interlocked.Add(ref pass->_first, (long)first);
        Interlocked.Add(ref pass->_second, (long)second);
        Interlocked.Or(ref pass->_diverged, isFinite ? 0 : 1);
    }

    private readonly bool RunBlock<T>(int block, ref ulong first, ref ulong second)
        where T : struct, ILanes<T>
    {
        var sums = stackalloc ulong[FingerprintKeys.Lanes];
        var (start, isFinite) = (block * FingerprintKeys.BlockSize, true);
        var end = Math.Min(start + FingerprintKeys.BlockSize, _length);
        for (var i = start; i < end; i += ChunkSize)
        {
            var count = Math.Min(ChunkSize, end - i);
            isFinite &= _gradients == null || Update<T>(i, count);
            Weigh<T>(i, count, sums);
        }

        for (var slot = 0; slot < FingerprintKeys.Lanes; slot++)
        {
            var key = block * FingerprintKeys.Lanes + LaneOf(slot, T.Count);
            first += sums[slot] * _firstKeys[key];
            second += sums[slot] * _secondKeys[key];
        }

        return isFinite;
    }

    /// <summary>The lane of a sum of <see cref="ILanes{T}.Weigh"/>: within a vector's sums, even lanes stand before odd ones.</summary>
    internal static int LaneOf(int slot, int count)
    {
        var (vector, place, half) = (slot / count, slot % count, Math.Max(count / 2, 1));
        return vector * count + place % half * 2 + place / half;
    }

    private readonly void Weigh<T>(int start, int count, ulong* sums)
        where T : struct, ILanes<T>
    {
        var keys = _elementKeys + start % FingerprintKeys.BlockSize;
        var whole = count - count % FingerprintKeys.Lanes;
        T.Weigh(_parameters + start, keys, whole, sums);
        for (var slot = 0; whole < count && slot < FingerprintKeys.Lanes; slot++)
        {
            var n = whole + LaneOf(slot, T.Count);
            sums[slot] += n < count ? (ulong)BitConverter.SingleToUInt32Bits(_parameters[start + n]) * keys[n] : 0;
        }
    }

    /// <summary><see cref="Sgd.Update"/> of a chunk.</summary>
    private readonly bool Update<T>(int start, int count)
        where T : struct, ILanes<T>
    {
        var end = start + count;
        var whole = end - count % T.Count;
        var (decay, momentum, rate) = (T.Broadcast(_coefficients.WeightDecay), T.Broadcast(_coefficients.Momentum), T.Broadcast(-_coefficients.Rate));
        var (p, g, v, hasMask) = ((nint)_parameters, (nint)_gradients, (nint)_velocity, _mask != null);
        var check = T.Zero;
        for (var i = start; i < whole; i += T.Count)
        {
            var parameter = T.Load((float*)p + i);
            var gradient = T.FusedMultiplyAdd(decay, parameter, T.Load((float*)g + i));
            var velocity = T.FusedMultiplyAdd(momentum, T.Load((float*)v + i), gradient);
            parameter = T.FusedMultiplyAdd(rate, velocity, parameter);
            if (hasMask)
            {
                var bits = MaskBitsAt(i);
                (velocity, parameter) = (T.WhereSet(bits, velocity), T.WhereSet(bits, parameter));
            }

            check = T.Add(check, T.Subtract(parameter, parameter));
            T.Store(velocity, (float*)v + i);
            T.Store(parameter, (float*)p + i);
        }

        // Before the call, across which no vector stays in its register.
        var isFinite = T.IsZero(check);
        return whole == end ? isFinite : isFinite & UpdateTail(whole, end - whole);
    }

    private readonly bool UpdateTail(int start, int count)
    {
        var mask = _mask == null ? default : new MaskBits(new ReadOnlySpan<byte>(_mask, (_maskOffset + _length + 7) / 8), _maskOffset + start);
        return Sgd.Update(new Span<float>(_parameters + start, count), new ReadOnlySpan<float>(_gradients + start, count), new Span<float>(_velocity + start, count), mask, _coefficients);
    }

    // A mask has readable bytes after its end.
    private readonly uint MaskBitsAt(int index) => *(uint*)(_mask + ((_maskOffset + index) >> 3)) >> ((_maskOffset + index) & 7);

    private static int BlockCount(int length) => (length + FingerprintKeys.BlockSize - 1) / FingerprintKeys.BlockSize;
}
