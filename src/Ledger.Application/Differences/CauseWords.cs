using Ledger.Tickets.Derivations;

namespace Ledger.Application.Differences;

/// <summary>Which keys of the experiment file a derivation's parameters and inputs are made of.</summary>
internal static class CauseWords
{
    private const string Method = "method";

    private static readonly string[] Seeds = ["seed", SpecificationComparison.Replicate];
    private static readonly string[] Data = ["data"];

    // Of a parameter that begins so, the keys, or sections of keys, that it follows from.
    private static readonly (string Kind, string Parameter, string[] Keys)[] Known =
    [
        (Kinds.Initialize, "seed", Seeds),
        (Kinds.Initialize, "scheme", ["initialiser"]),
        (Kinds.Train, "orderSeed", Seeds),
        (Kinds.Train, "samples", Data),
        (Kinds.Train, "input data", Data),
        (Kinds.Train, "schedule.rate", ["training.rate"]),
        (Kinds.Train, "schedule.milestones", ["training.milestones"]),
        (Kinds.Train, "schedule.factor", ["training.factor"]),
        (Kinds.Train, "schedulePosition", ["method.rewind", "method.restore.schedule"]),
        (Kinds.Train, "dataPosition", ["method.rewind", "method.restore.data"]),
        (Kinds.Train, "batch", ["training.batch"]),
        (Kinds.Train, "optimiser", ["training.optimiser"]),
        (Kinds.Train, "momentum", ["training.momentum"]),
        (Kinds.Train, "weightDecay", ["training.weight_decay"]),
        (Kinds.State, "step", ["training.steps", "method.rewind", "evaluate.every"]),
        (Kinds.DrawMask, "groups", ["method.prune"]),
        (Kinds.DrawMask, "criterion", ["method.prune.criterion"]),
        (Kinds.DrawMask, "count", ["method.prune.count"]),
        (Kinds.Rewind, "treatment", ["method.restore"]),
        (Kinds.Evaluate, "samples", Data),
        (Kinds.Evaluate, "input data", Data),
    ];

    /// <summary>Of differences in the file those that made a parameter of a derivation differ; none where the file does not explain it.</summary>
    public static IEnumerable<ParameterDifference> Behind(string kind, string parameter, IReadOnlyList<ParameterDifference> file)
    {
        var keys = parameter.StartsWith("network", StringComparison.Ordinal)
            ? ["network"]
            : Known.Where(known => known.Kind == kind && IsWithin(parameter, known.Parameter)).SelectMany(static known => known.Keys).ToArray();
        return file.Where(difference => keys.Any(key => IsWithin(difference.What, key)));
    }

    /// <summary>Of differences in the file those that add, leave out or reorder derivations.</summary>
    public static IEnumerable<ParameterDifference> OfProgram(IReadOnlyList<ParameterDifference> file) =>
        file.Where(static difference => IsWithin(difference.What, Method) || IsWithin(difference.What, "evaluate") || difference.What == "training.steps");

    private static bool IsWithin(string path, string part) => path == part || (path.StartsWith(part, StringComparison.Ordinal) && path[part.Length] is '.' or '[');
}
