using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Reference;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Fast.Sparse;

/// <summary>
/// <see cref="ParameterPass"/> for a mask that leaves most slices of sixteen parameters without survivors: update and fingerprint visit the
/// others only. Precondition: masked parameters and velocities are +0 already, so that they need no update and weigh nothing.
/// </summary>
/// <remarks>The mask is read once, at construction; a call allocates nothing after the fingerprint's keys have been made.</remarks>
internal sealed unsafe class SparseParameterPass<T>(MaskBits mask, int length, ThreadTeam team, FingerprintTables keys)
    where T : struct, ILanes<T>
{
    private readonly SurvivorSlices _slices = new(mask, length);

    // A mask of the parameters after the last whole slice.
    private readonly byte[] _tail = TailBits(mask, length);

    /// <summary>Updates the kept parameters and takes the fingerprint of all; the flag is true if every updated parameter is finite.</summary>
    public (Fingerprint Fingerprint, bool IsFinite) Update(Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> velocity, SgdCoefficients coefficients)
    {
        var blocks = _slices.BlockStarts.Length - 1;
        var (first, second) = keys.Lanes(blocks);
        fixed (float* p = parameters, g = gradients, v = velocity)
        fixed (uint* elementKeys = keys.Elements)
        fixed (ulong* firstKeys = first, secondKeys = second)
        fixed (SurvivorSlices.Slice* slices = _slices.Slices)
        fixed (SurvivorSlices.Run* runs = _slices.Runs)
        fixed (int* starts = _slices.BlockStarts)
        {
            var work = new SliceWork
            {
                Parameters = p,
                Gradients = g,
                Velocity = v,
                Coefficients = coefficients,
                Blocks = blocks,
                BlockStarts = starts,
                Runs = runs,
                Slices = slices,
                ElementKeys = elementKeys,
                FirstKeys = firstKeys,
                SecondKeys = secondKeys,
            };
            team.Run(&SliceWork.RunPart<T>, &work);
            var (tail, isFinite) = UpdateTail(parameters, gradients, velocity, coefficients);
            return (new Fingerprint(unchecked((ulong)work.First + tail.First), unchecked((ulong)work.Second + tail.Second)), isFinite && work.Diverged == 0);
        }
    }

    private (Fingerprint Fingerprint, bool IsFinite) UpdateTail(Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> velocity, SgdCoefficients coefficients)
    {
        var whole = length - length % SurvivorSlices.Size;
        var isFinite = Sgd.Update(parameters[whole..length], gradients[whole..length], velocity[whole..length], new MaskBits(_tail, 0), coefficients);
        return (FingerprintSum.Of(parameters[whole..length], whole), isFinite);
    }

    private static byte[] TailBits(MaskBits mask, int length)
    {
        var (bits, whole) = (new byte[SurvivorSlices.Size / 8], length - length % SurvivorSlices.Size);
        for (var i = whole; i < length; i++)
        {
            bits[(i - whole) / 8] |= (byte)(mask.Keeps(i) ? 1 << (i - whole) % 8 : 0);
        }

        return bits;
    }
}
