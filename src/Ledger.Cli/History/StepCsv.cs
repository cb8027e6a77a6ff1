using Ledger.Application.Queries;

namespace Ledger.Cli.History;

/// <summary>Training steps as comma-separated values; binary32 as the shortest text that reads back equal.</summary>
internal static class StepCsv
{
    /// <summary>The heading.</summary>
    public const string Columns = "run,name,replicate,round,step,schedule_step,loss,correct,batch,fingerprint";

    /// <summary>One row. Neither ids nor names of experiments hold anything that needs quotes.</summary>
    public static string Line(StepRow row) =>
        $"{row.Run},{row.Name},{row.Replicate},{row.Round},{row.Step},{row.ScheduleStep},{row.Loss:R},{row.Correct},{row.Batch},{row.Fingerprint}";
}
