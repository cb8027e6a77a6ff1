using Ledger.Application.Claims.Figures;
using Ledger.Application.Claims.Subjects;
using Ledger.Application.Specifications.Drafts;

namespace Ledger.Application.Claims.Assertions;

/// <summary>One thing that a claim asserts, as its section of the claim's file says; adding a kind is a file here and a line in <see cref="AssertionCatalogue"/>.</summary>
internal abstract record Assertion : ISection
{
    /// <summary>What is wrong with it that its keys alone do not show: the key, and what to do.</summary>
    /// <param name="replicates">How many replicates the claim speaks of, or null for one run.</param>
    public abstract IEnumerable<(string Key, string Message)> Mistakes(int? replicates);

    /// <summary>Judges it.</summary>
    public abstract Task<Judgement> Check(ClaimSubject subject, Evidence evidence, CancellationToken cancellation);
}
