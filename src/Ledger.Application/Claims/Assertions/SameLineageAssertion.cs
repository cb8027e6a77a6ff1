using Ledger.Application.Addresses;
using Ledger.Application.Claims.Figures;
using Ledger.Application.Claims.Subjects;
using Ledger.Application.Specifications.Drafts;
using Ledger.Events.Hashing;

namespace Ledger.Application.Claims.Assertions;

/// <summary><c>same_lineage</c>: all that a run computed is what another run computed, or has a published result digest.</summary>
internal sealed record SameLineageAssertion([Optional] string? As, [Optional] Digest? Result) : Assertion
{
    /// <inheritdoc/>
    public override IEnumerable<(string Key, string Message)> Mistakes(int? replicates) =>
        AddressRule.OneOf("as", As is not null, "result", Result is not null, replicates).Concat(AddressRule.Mistakes("as", As));

    /// <inheritdoc/>
    public override async Task<Judgement> Check(ClaimSubject subject, Evidence evidence, CancellationToken cancellation)
    {
        var asked = $"result digest is {(As is null ? Result!.Value.ToShortString() : $"that of {As}")}";
        if (subject.Slots[0].Run is not { } run)
        {
            return Judgement.Unsupported(asked, subject.Slots[0].Gap!);
        }

        var (result, gap) = await ResultOf(run, evidence, cancellation);
        var (wanted, otherGap) = Result is { } given ? (given, null) : await Other(run, evidence, cancellation);
        return result is { } found && wanted is { } other
            ? Judgement.Of(found == other, asked, found == other ? found.ToString() : $"{found}, not {other}")
            : Judgement.Unsupported(asked, (gap ?? otherGap)!);
    }

    private async Task<(Digest? Result, Gap? Gap)> Other(AuditedRun run, Evidence evidence, CancellationToken cancellation)
    {
        var (other, _, gap) = await evidence.Partner(As!, run, cancellation);
        return other is null ? (null, gap) : await ResultOf(other, evidence, cancellation);
    }

    private static async Task<(Digest? Result, Gap? Gap)> ResultOf(AuditedRun run, Evidence evidence, CancellationToken cancellation) =>
        await evidence.Whole(run, cancellation) is { } gap ? (null, gap)
        : run.Lineage.Result is { } result ? (result, null)
        : (null, new Gap($"{run.Label} has no result: it has not ended, or diverged", $"ledger resume {ShortId.Of(run.Lineage.Run)}"));
}
