using Ledger.Application.Addresses;
using Ledger.Application.Claims.Figures;
using Ledger.Application.Claims.Subjects;
using Ledger.Application.Specifications.Drafts;
using Ledger.Events.Hashing;

namespace Ledger.Application.Claims.Assertions;

/// <summary><c>file</c>: a file is the ticket, state or mask of a round; which part, says <c>part</c>.</summary>
internal sealed record FileAssertion([Optional] string? Path, [Optional] Digest? Sha256, [Default("ticket")] AddressPart? Part, [Optional] int? Round) : Assertion
{
    /// <inheritdoc/>
    public override IEnumerable<(string Key, string Message)> Mistakes(int? replicates) => AddressRule.OneOf("path", Path is not null, "sha256", Sha256 is not null, replicates);

    /// <inheritdoc/>
    public override async Task<Judgement> Check(ClaimSubject subject, Evidence evidence, CancellationToken cancellation)
    {
        var asked = $"{Path ?? $"the file {Sha256!.Value.ToShortString()}"} is the {Address.NameOf(Part!.Value)} of {subject.Address}{SplitRule.At(Round, step: null)}";
        if (subject.Slots[0].Run is not { } run)
        {
            return Judgement.Unsupported(asked, subject.Slots[0].Gap!);
        }

        if (Path is { } path && !File.Exists(evidence.PathOf(path)))
        {
            return Judgement.Unsupported(asked, new Gap($"{evidence.PathOf(path)}: no such file", $"ledger rebuild '{subject.Address}:{Address.NameOf(Part.Value)}' --out {path}"));
        }

        var (recorded, gap) = await evidence.File(run, Round ?? subject.Address.Round, Part.Value, cancellation);
        return recorded is { } wanted ? Compare(asked, Sha256 ?? DigestOf(evidence.PathOf(Path!)), wanted) : Judgement.Unsupported(asked, gap!);
    }

    private static Judgement Compare(string asked, Digest found, Digest wanted) =>
        Judgement.Of(found == wanted, asked, found == wanted ? $"SHA-256 {found}" : $"the file has SHA-256 {found}, the ledger {wanted}");

    private static Digest DigestOf(string path)
    {
        using var file = File.OpenRead(path);
        return Digest.Of(file);
    }
}
