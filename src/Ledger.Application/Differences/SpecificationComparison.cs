using Ledger.Application.Addresses;
using Ledger.Application.Specifications;
using Ledger.Application.Specifications.Drafts;
using Ledger.Application.Specifications.Reading;

namespace Ledger.Application.Differences;

/// <summary>What two runs were asked for otherwise, in the words of the experiment file.</summary>
internal static class SpecificationComparison
{
    /// <summary>How the comparison calls the number of a replicate, which is no key of the file's.</summary>
    public const string Replicate = "replicate";

    private const string Fraction = "method.prune.fraction";
    private const string OutputFraction = "method.prune.output_fraction";

    /// <summary>Every key with different values, in the order of the file, and the replicate.</summary>
    public static IReadOnlyList<ParameterDifference> All(ResolvedAddress a, ResolvedAddress b)
    {
        var (one, other) = (Values(a), Values(b));
        if (Follows(one) && Follows(other))
        {
            one.Remove(OutputFraction);
            other.Remove(OutputFraction);
        }

        return [.. one.Keys.Union(other.Keys)
            .Select(key => new ParameterDifference(key, one.GetValueOrDefault(key, ParameterDifference.Absent), other.GetValueOrDefault(key, ParameterDifference.Absent)))
            .Where(static difference => difference.A != difference.B)];
    }

    /// <summary>True if the output layer's fraction is that of the others, as where nobody wrote it: it says nothing of its own.</summary>
    private static bool Follows(OrderedDictionary<string, string> values) => values[OutputFraction] == values[Fraction];

    private static OrderedDictionary<string, string> Values(ResolvedAddress run)
    {
        // Neither name nor notes nor the number of replicates are part of what is computed.
        var draft = SpecificationDraft.Of(new LoadedExperiment("", null, run.Specification, Replicates: 1, null)) with { Name = null, Replicates = null };
        var values = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        Add(draft, "", values);
        values.Add(Replicate, $"{run.Run.Replicate}");
        return values;
    }

    private static void Add(ISection section, string path, OrderedDictionary<string, string> values)
    {
        foreach (var key in SectionKey.Of(section.GetType()))
        {
            switch (key.Property.GetValue(section))
            {
                case ISection inner:
                    Add(inner, $"{path}{key.Name}.", values);
                    break;
                case { } value:
                    values.Add(path + key.Name, Text(key, value));
                    break;
            }
        }
    }

    private static string Text(SectionKey key, object value) => key.ItemType is { } item
        ? $"[{string.Join(", ", ((System.Collections.IEnumerable)value).Cast<object>().Select(ValueForms.Of(item).Format))}]"
        : ValueForms.Of(key.Type).Format(value);
}
