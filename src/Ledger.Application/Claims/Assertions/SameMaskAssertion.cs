using Ledger.Application.Claims.Figures;
using Ledger.Application.Claims.Subjects;
using Ledger.Application.Specifications.Drafts;
using Ledger.Events.Hashing;

namespace Ledger.Application.Claims.Assertions;

/// <summary><c>same_mask</c>: a round's mask is that of another round or run, or has a digest.</summary>
internal sealed record SameMaskAssertion([Optional] int? Round, [Optional] string? As, [Optional] Digest? Digest) : Assertion
{
    /// <inheritdoc/>
    public override IEnumerable<(string Key, string Message)> Mistakes(int? replicates) =>
        AddressRule.OneOf("as", As is not null, "digest", Digest is not null, replicates).Concat(AddressRule.Mistakes("as", As));

    /// <inheritdoc/>
    public override async Task<Judgement> Check(ClaimSubject subject, Evidence evidence, CancellationToken cancellation)
    {
        var asked = $"mask{SplitRule.At(Round, step: null)} is {(As is null ? Digest!.Value.ToShortString() : $"that of {As}")}";
        if (subject.Slots[0].Run is not { } run)
        {
            return Judgement.Unsupported(asked, subject.Slots[0].Gap!);
        }

        var (mask, gap) = await evidence.Mask(run, Round ?? subject.Address.Round, cancellation);
        var (wanted, otherGap) = Digest is { } given ? (given, null) : await Other(run, evidence, cancellation);
        return mask is { } found && wanted is { } other
            ? Judgement.Of(found == other, asked, found == other ? $"both are {found.ToShortString()}" : $"{found.ToShortString()}, not {other.ToShortString()}")
            : Judgement.Unsupported(asked, (gap ?? otherGap)!);
    }

    private async Task<(Digest? Mask, Gap? Gap)> Other(AuditedRun run, Evidence evidence, CancellationToken cancellation)
    {
        var (other, address, gap) = await evidence.Partner(As!, run, cancellation);
        return other is null ? (null, gap) : await evidence.Mask(other, address.Round ?? Round, cancellation);
    }
}
