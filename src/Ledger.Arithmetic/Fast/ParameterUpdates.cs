using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Fast;

/// <summary>The optimisers' updates and the fingerprint, each one parameter pass.</summary>
/// <typeparam name="T">The lanes.</typeparam>
internal sealed unsafe class ParameterUpdates<T>(ThreadTeam team, FiniteFlag flag)
    where T : struct, ILanes<T>
{
    private readonly FingerprintTables _keys = new();

    /// <summary>The work of a step of SGD.</summary>
    public Action Bind(SgdStep o)
    {
        var kept = Kept(o.Mask, o.Gradients, o.Values);
        return () => Run(o, kept);
    }

    /// <summary>The work of a step of Adam.</summary>
    public Action Bind(AdamStep o)
    {
        var kept = Kept(o.Mask, o.Gradients, o.Values);
        return () => Run(o, kept);
    }

    /// <summary>The fingerprint alone.</summary>
    public Fingerprint Fingerprint(ReadOnlySpan<float> values)
    {
        fixed (float* p = values)
        {
            return ParameterPass<NoUpdate>.Run<T>(team, _keys, p, values.Length, kept: null, default).Fingerprint;
        }
    }

    private static KeptRuns? Kept(BitTensor? mask, Tensor gradients, Tensor values) => mask is null ? null : new KeptRuns(mask.Bits(), gradients.Size, values.Size);

    private void Run(SgdStep o, KeptRuns? kept)
    {
        var mask = o.Mask.Bits();
        var decayed = o.Decayed.Bits();
        fixed (float* values = o.Values.Elements(), gradients = o.Gradients.Elements(), velocity = o.Velocity.Elements())
        fixed (byte* bits = mask.Bytes, decaying = decayed.Bytes)
        {
            var count = o.Gradients.Size;
            var update = new SgdUpdate(
                values, gradients, velocity, new PackedMask(bits, mask.Offset, count), new PackedMask(decaying, decayed.Offset, count), SgdCoefficients.Of(o), count);
            Report(o.Ring, ParameterPass<SgdUpdate>.Run<T>(team, _keys, values, o.Values.Size, kept, update));
        }
    }

    private void Run(AdamStep o, KeptRuns? kept)
    {
        var mask = o.Mask.Bits();
        var decayed = o.Decayed.Bits();
        fixed (float* values = o.Values.Elements(), gradients = o.Gradients.Elements(), first = o.First.Elements(), second = o.Second.Elements())
        fixed (byte* bits = mask.Bytes, decaying = decayed.Bytes)
        {
            var count = o.Gradients.Size;
            var update = new AdamUpdate(
                values, gradients, first, second, new PackedMask(bits, mask.Offset, count), new PackedMask(decaying, decayed.Offset, count), AdamCoefficients.Of(o), count);
            Report(o.Ring, ParameterPass<AdamUpdate>.Run<T>(team, _keys, values, o.Values.Size, kept, update));
        }
    }

    private void Report(StepRing ring, (Fingerprint Fingerprint, bool IsFinite) updated)
    {
        flag.Note(updated.IsFinite);
        ((HostRing)ring).Report(updated.Fingerprint, flag.Lower());
    }
}
