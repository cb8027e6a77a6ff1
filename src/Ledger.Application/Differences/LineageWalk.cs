using Ledger.Application.History;
using Ledger.Application.Replays.Recorded;
using Ledger.Tickets.Derivations;

namespace Ledger.Application.Differences;

/// <summary>Walks two lineages in program order, each derivation with its counterpart, to the first place where they part.</summary>
internal sealed class LineageWalk(DiffSide a, DiffSide b)
{
    private readonly IReadOnlyList<ParameterDifference> _file = SpecificationComparison.All(a.Found, b.Found);

    /// <summary>Derivations that are equal in key and bits.</summary>
    public int Equal { get; private set; }

    /// <summary>Training steps among them, each compared.</summary>
    public long EqualSteps { get; private set; }

    /// <summary>Where they part, or null if they do not.</summary>
    public LineageDifference? Difference { get; private set; }

    /// <summary>What else was asked for otherwise.</summary>
    public IReadOnlyList<ParameterDifference> Further => Difference is null ? [] : [.. _file.Except(Difference.Parameters)];

    /// <summary>What becomes of the derivations after that one.</summary>
    public Aftermath After
    {
        get
        {
            var (one, other) = (Rest(a), Rest(b));
            var inBoth = one.Intersect(other).Count();
            return new Aftermath(one.Count - inBoth, other.Count - inBoth, inBoth);
        }
    }

    /// <summary>Walks.</summary>
    public async Task Walk(CancellationToken cancellation)
    {
        while (Difference is null && Equal < Math.Min(a.Derivations.Count, b.Derivations.Count))
        {
            var (one, other) = (a.Derivations[Equal], b.Derivations[Equal]);
            Difference = await Compare(one, other, cancellation);
            if (Difference is null)
            {
                Equal++;
                EqualSteps += one.Link.Kind == Kinds.Train ? Math.Min(one.Link.Step ?? 0, other.Link.Step ?? 0) : 0;
            }
        }

        EqualSteps += Difference?.Step is { } wrong ? wrong - 1 : 0;

        Difference ??= a.Derivations.Count == b.Derivations.Count ? null : Longer(a.Derivations.ElementAtOrDefault(Equal), b.Derivations.ElementAtOrDefault(Equal));
    }

    private async Task<LineageDifference?> Compare(PlacedDerivation one, PlacedDerivation other, CancellationToken cancellation)
    {
        if (one.Link.Kind != other.Link.Kind || one.Round != other.Round || one.Link.Split != other.Link.Split)
        {
            return Asked(one, other, CauseWords.OfProgram(_file), [new ParameterDifference("derivation", one.Name, other.Name)]);
        }

        if (one.Link.Key != other.Link.Key)
        {
            var parameters = DerivationComparison.All(one.Link, other.Link);
            return Asked(one, other, parameters.SelectMany(parameter => CauseWords.Behind(one.Link.Kind, parameter.What, _file)), parameters);
        }

        if (one.Link.Kind == Kinds.Train)
        {
            return await StepComparison.First(a.Found.Store, one.Link, b.Found.Store, other.Link, cancellation) is var (step, recordA, recordB)
                ? await Bits(one, other, step, recordA, recordB, cancellation)
                : null;
        }

        return one.Link.Output == other.Link.Output ? null : await Bits(one, other, step: null, $"output {one.Link.Output}", $"output {other.Link.Output}", cancellation);
    }

    private static LineageDifference Asked(PlacedDerivation one, PlacedDerivation other, IEnumerable<ParameterDifference> words, IReadOnlyList<ParameterDifference> raw)
    {
        var named = words.Distinct().ToList();
        return new LineageDifference(DifferenceCause.Key, Math.Min(one.Round, other.Round), one.Link.Kind, named.Count > 0 ? named : raw, Step: null, new RecordedPlace(one.Name), new RecordedPlace(other.Name));
    }

    private async Task<LineageDifference> Bits(PlacedDerivation one, PlacedDerivation other, int? step, string recordA, string recordB, CancellationToken cancellation) =>
        new(DifferenceCause.Bits, one.Round, one.Link.Kind, [], step, await Recorded(a, one, step, recordA, cancellation), await Recorded(b, other, step, recordB, cancellation));

    private static async Task<RecordedPlace> Recorded(DiffSide side, PlacedDerivation at, int? step, string record, CancellationToken cancellation)
    {
        var standing = await new DerivationLog(side.Found.Store).StandingOf(at.Link.Key, cancellation);
        return new RecordedPlace(
            at.Name,
            record,
            await IsAltered(side, at, step, cancellation),
            standing.IsRefuted(at.Link.Attempt, step),
            standing.Disputes.Any(dispute => dispute.Attempt == at.Link.Attempt),
            standing.IsUnconfirmed(at.Link.Attempt, step),
            side.Replay);
    }

    private static async Task<bool> IsAltered(DiffSide side, PlacedDerivation at, int? step, CancellationToken cancellation)
    {
        await foreach (var read in side.Found.Store.ReadChecked(at.Link.Stream, (step ?? 0) + 1, cancellation))
        {
            return !read.IsIntact;
        }

        return false;
    }

    private LineageDifference Longer(PlacedDerivation? one, PlacedDerivation? other)
    {
        var longer = (one ?? other)!;
        return new LineageDifference(DifferenceCause.Length, longer.Round, longer.Link.Kind, [.. CauseWords.OfProgram(_file)], Step: null, new RecordedPlace(one?.Name), new RecordedPlace(other?.Name));
    }

    private HashSet<object> Rest(DiffSide side) =>
        [.. side.Derivations.Skip(Difference?.Cause == DifferenceCause.Length ? Equal : Equal + 1).Select(static at => (at.Link.Key, at.Link.Output, at.Link.Kind == Kinds.Train ? at.Link.Step : null)).Cast<object>()];
}
