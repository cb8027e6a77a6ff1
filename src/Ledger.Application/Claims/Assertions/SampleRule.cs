using Ledger.Application.Claims.Statistics;
using Ledger.Application.Specifications.Drafts;

namespace Ledger.Application.Claims.Assertions;

/// <summary>When <c>over</c> and <c>confidence</c> make sense.</summary>
internal sealed record SampleRule(Sampling? Over, Share? Confidence, Bounds Bounds, bool IsDifference)
{
    private const int FewestForAnInterval = 2;

    /// <summary>What is wrong.</summary>
    public IEnumerable<(string Key, string Message)> Mistakes(int? replicates)
    {
        if (Over is null && replicates is not null)
        {
            yield return ("over", "is missing: the claim speaks of several replicates, say over: median, min, max, all or mean");
        }

        if (Over is not null && replicates is null)
        {
            yield return ("over", "speaks of several replicates: give the claim the key 'replicates' with the number that the experiment declares");
        }

        if (Over is Sampling.SignTest && (!IsDifference || Bounds.Exactly is not null || Bounds.AtLeast is null == Bounds.AtMost is null))
        {
            yield return ("over", "sign_test is made on differences, with one of at_least and at_most");
        }

        if (Confidence is not null && Over is not (Sampling.Mean or Sampling.SignTest))
        {
            yield return ("confidence", "belongs to over: mean or over: sign_test");
        }

        // The interval's quantile is computed in binary64, where shares close to 1 are 1.
        if (Confidence is { } confidence && (confidence.Value <= 0.5m || (double)confidence.Value >= 1))
        {
            yield return ("confidence", $"{confidence} is not between 0.5 and 1, both excluded: usual is 95 %");
        }

        if (Confidence is not null && Over is Sampling.Mean && (replicates < FewestForAnInterval || Bounds.Exactly is not null))
        {
            yield return ("confidence", "needs at least two replicates, and at_least or at_most: an interval is never exactly a number");
        }
    }
}
