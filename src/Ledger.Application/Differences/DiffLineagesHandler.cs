using Ledger.Application.Addresses;
using Ledger.Application.Projections;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Ledger.Tickets.Derivations;
using MediatR;

namespace Ledger.Application.Differences;

/// <summary>Handles <see cref="DiffLineages"/>: the derivations of both in program order, each with its counterpart.</summary>
public sealed class DiffLineagesHandler(AddressResolver resolver) : IRequestHandler<DiffLineages, LineageDiff>
{
    private const string Nothing = "nothing";

    /// <inheritdoc/>
    public async Task<LineageDiff> Handle(DiffLineages request, CancellationToken cancellationToken)
    {
        var found = await resolver.ResolveRounds([request.A, request.B], cancellationToken);
        var (a, b) = (Links(found[0]), Links(found[1]));
        var equal = 0;
        while (equal < Math.Min(a.Count, b.Count))
        {
            if (await Compare(found[0].Store, a[equal], found[1].Store, b[equal], cancellationToken) is { } difference)
            {
                return new LineageDiff(request.A, request.B, equal, difference);
            }

            equal++;
        }

        return new LineageDiff(request.A, request.B, equal, a.Count == b.Count ? null : Longer(a.ElementAtOrDefault(equal), b.ElementAtOrDefault(equal)));
    }

    private static List<(int Round, LinkedDerivation Link)> Links(ResolvedAddress found) =>
        [.. found.RoundsNamed.SelectMany(static round => round.Derivations.Select(link => (round.Round, link)))];

    private static async Task<LineageDifference?> Compare(
        ILedgerStore ledgerA, (int Round, LinkedDerivation Link) a, ILedgerStore ledgerB, (int Round, LinkedDerivation Link) b, CancellationToken cancellation)
    {
        var (one, other) = (a.Link, b.Link);
        if (one.Kind != other.Kind || a.Round != b.Round)
        {
            return new LineageDifference(DifferenceCause.Key, Math.Min(a.Round, b.Round), one.Kind, "derivation", Name(a), Name(b));
        }

        if (one.Key != other.Key)
        {
            var (what, valueA, valueB) = DerivationComparison.First(one, other);
            return new LineageDifference(DifferenceCause.Key, a.Round, one.Kind, what, valueA, valueB);
        }

        return one.Kind == Kinds.Train
            ? await CompareSteps(a.Round, ledgerA, one, ledgerB, other, cancellation)
            : one.Output == other.Output ? null : new LineageDifference(DifferenceCause.Bits, a.Round, one.Kind, "output", $"{one.Output}", $"{other.Output}");
    }

    private static async Task<LineageDifference?> CompareSteps(int round, ILedgerStore ledgerA, LinkedDerivation a, ILedgerStore ledgerB, LinkedDerivation b, CancellationToken cancellation)
    {
        var last = Math.Min(a.Step ?? 0, b.Step ?? 0);
        await using var other = ledgerB.ReadStream(b.Stream, 2, cancellation).GetAsyncEnumerator(cancellation);
        await foreach (var stored in ledgerA.ReadStream(a.Stream, 2, cancellation))
        {
            if (stored.Version > last + 1)
            {
                break;
            }

            var found = await other.MoveNextAsync() ? other.Current : null;
            if (found is null || found.Alias != stored.Alias || !found.Body.Span.SequenceEqual(stored.Body.Span))
            {
                return new LineageDifference(DifferenceCause.Bits, round, a.Kind, $"step {stored.Version - 1}", Text(stored), Text(found));
            }
        }

        return null;
    }

    private static LineageDifference Longer((int Round, LinkedDerivation Link) a, (int Round, LinkedDerivation Link) b)
    {
        var longer = a.Link is null ? b : a;
        return new LineageDifference(DifferenceCause.Length, longer.Round, longer.Link.Kind, "derivation", a.Link is null ? Nothing : Name(a), b.Link is null ? Nothing : Name(b));
    }

    private static string Name((int Round, LinkedDerivation Link) at) =>
        $"{at.Link.Kind}{(at.Link is { Kind: not Kinds.Train, Step: { } step } ? $" @{step}" : "")}{(at.Link.Split is { } split ? $" {split}" : "")} in round {at.Round}";

    private static string Text(StoredEvent? stored) => stored is null ? Nothing : EventCatalogue.Read(stored) switch
    {
        StepTrained step => $"loss {step.Loss:R}, {step.Correct} correct, {step.Fingerprint}",
        _ => stored.Alias,
    };
}
