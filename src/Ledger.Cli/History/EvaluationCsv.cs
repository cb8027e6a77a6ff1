using Ledger.Application.Queries;

namespace Ledger.Cli.History;

/// <summary>Evaluations as comma-separated values; binary32 as the shortest text that reads back equal.</summary>
internal static class EvaluationCsv
{
    /// <summary>The heading.</summary>
    public const string Columns = "run,name,replicate,round,kept,prunable,step,split,loss,correct,total";

    /// <summary>One row. Neither ids nor names of experiments hold anything that needs quotes.</summary>
    public static string Line(EvaluationRow row) =>
        $"{row.Run},{row.Name},{row.Replicate},{row.Round},{row.Kept},{row.Prunable},{row.Step},{row.Split},{row.Loss:R},{row.Correct},{row.Total}";
}
