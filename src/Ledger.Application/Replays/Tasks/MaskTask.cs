using Ledger.Application.Operations;
using Ledger.Application.Replays.Bisection;
using Ledger.Application.Replays.Recorded;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Tickets.Derivations;
using Ledger.Training.Networks;
using Ledger.Training.States;

namespace Ledger.Application.Replays.Tasks;

/// <summary>Draws a mask again, and compares it with the stored one, which is evidence.</summary>
internal sealed class MaskTask(RecordedUse recorded) : ReplayTask
{
    // Sorting by score, beside a multiply-add.
    private const double WorkOfWeight = 100;

    private readonly DrawMask _operation = DrawMask.Of(recorded.Completed.Derivation);

    /// <inheritdoc/>
    public override IReadOnlyList<Digest> Needs => _operation.Previous is { } previous ? [previous, _operation.Final] : [_operation.Final];

    /// <inheritdoc/>
    public override Digest? Makes => recorded.Completed.Output;

    /// <inheritdoc/>
    public override NetworkDescription Network => _operation.Rule.Network;

    /// <inheritdoc/>
    public override double Work => WorkOfWeight * Weights;

    /// <inheritdoc/>
    public override async Task<TaskOutcome?> Run(ReplayBench bench, Func<bool> isWanted, CancellationToken cancellation)
    {
        var drawn = (MaskDrawn)recorded.Completed;
        var previous = await bench.Materials.Mask(Network, _operation.Previous, cancellation);
        var (mask, layers) = Computation.DrawMask(_operation, previous, await bench.Materials.State(Network, _operation.Final, cancellation));
        var file = StateFile.Write(mask);
        var digest = Digest.Of(file);
        var stored = await bench.Store.GetUnchecked(drawn.Output, cancellation);
        if (digest != drawn.Output)
        {
            var element = stored is not null && Digest.Of(stored) == drawn.Output ? $"; {MaskComparison.Describe(Network, stored, file)}" : "";
            return new TaskOutcome(digest, Finding: recorded.Refuted(drawn.Output + element, digest.ToString()));
        }

        bench.Materials.Hold(digest, mask);
        if (stored is not null && !stored.AsSpan().SequenceEqual(file))
        {
            return new TaskOutcome(digest, Finding: Altered(MaskComparison.Describe(Network, stored, file)));
        }

        return new TaskOutcome(digest, Finding: layers.SequenceEqual(drawn.Layers) ? null : recorded.Refuted("other counts or thresholds", "counts and thresholds of the mask"));
    }

    private Finding Altered(string where)
    {
        var used = recorded.Used;
        return new Finding(new ReplayDifference(used.Round, used.Kind, used.Step, $"mask {used.Output}", where, "the mask drawn again has the recorded digest", ReplayVerdict.Tampered));
    }
}
