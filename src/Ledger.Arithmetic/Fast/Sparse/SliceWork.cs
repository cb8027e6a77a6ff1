using Ledger.Arithmetic.Devices;

namespace Ledger.Arithmetic.Fast.Sparse;

/// <summary>One call of a <see cref="SparseParameterPass{T}"/>: threads share the fingerprint's blocks, and add up integers.</summary>
internal unsafe struct SliceWork
{
    public float* Parameters, Gradients, Velocity;
    public SgdCoefficients Coefficients;

    public int Blocks;
    public int* BlockStarts;
    public SurvivorSlices.Run* Runs;
    public SurvivorSlices.Slice* Slices;

    public uint* ElementKeys;
    public ulong* FirstKeys, SecondKeys;

    /// <summary>The sums of all parts, and 1 if any updated parameter is not finite.</summary>
    public long First, Second;
    public int Diverged;

    /// <summary>Does a part of the blocks.</summary>
    public static void RunPart<T>(void* argument, int part, int parts)
        where T : struct, ILanes<T>
    {
        var work = (SliceWork*)argument;
        var (first, second) = (0ul, 0ul);
        var isFinite = true;
        for (var block = work->Blocks * part / parts; block < work->Blocks * (part + 1) / parts; block++)
        {
            isFinite &= work->RunBlock<T>(block, ref first, ref second);
        }

        Interlocked.Add(ref work->First, (long)first);
        Interlocked.Add(ref work->Second, (long)second);
        Interlocked.Or(ref work->Diverged, isFinite ? 0 : 1);
    }

    private readonly bool RunBlock<T>(int block, ref ulong first, ref ulong second)
        where T : struct, ILanes<T>
    {
        var sums = stackalloc ulong[FingerprintKeys.Lanes];
        var isFinite = true;
        for (var n = BlockStarts[block]; n < BlockStarts[block + 1]; n++)
        {
            isFinite &= Update<T>(Slices + Runs[n].SliceStart, Slices + Runs[n].SliceEnd);
            T.Weigh(Parameters + Runs[n].Start, ElementKeys + Runs[n].Start % FingerprintKeys.BlockSize, Runs[n].End - Runs[n].Start, sums);
        }

        for (var slot = 0; slot < FingerprintKeys.Lanes; slot++)
        {
            var key = block * FingerprintKeys.Lanes + ParameterPass.LaneOf(slot, T.Count);
            first += sums[slot] * FirstKeys[key];
            second += sums[slot] * SecondKeys[key];
        }

        return isFinite;
    }

    /// <summary><see cref="Reference.Sgd.Update"/> of a run's slices.</summary>
    private readonly bool Update<T>(SurvivorSlices.Slice* slice, SurvivorSlices.Slice* end)
        where T : struct, ILanes<T>
    {
        var (decay, momentum, rate) = (T.Broadcast(Coefficients.WeightDecay), T.Broadcast(Coefficients.Momentum), T.Broadcast(-Coefficients.Rate));
        float* parameters = Parameters, gradients = Gradients, velocities = Velocity;
        var check = T.Zero;
        for (; slice < end; slice++)
        {
            for (var lane = 0; lane < SurvivorSlices.Size; lane += T.Count)
            {
                var (i, bits) = (slice->Start + lane, slice->Bits >> lane);
                var parameter = T.Load(parameters + i);
                var gradient = T.FusedMultiplyAdd(decay, parameter, T.Load(gradients + i));
                var velocity = T.WhereSet(bits, T.FusedMultiplyAdd(momentum, T.Load(velocities + i), gradient));
                parameter = T.WhereSet(bits, T.FusedMultiplyAdd(rate, velocity, parameter));
                check = T.Add(check, T.Subtract(parameter, parameter));
                T.Store(velocity, velocities + i);
                T.Store(parameter, parameters + i);
            }
        }

        return T.IsZero(check);
    }
}
