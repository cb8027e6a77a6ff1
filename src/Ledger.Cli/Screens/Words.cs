using Ledger.Application.Projections;
using Ledger.Events.Claims;
using Ledger.Events.Recorded;

namespace Ledger.Cli.Screens;

/// <summary>Recorded values as words.</summary>
public static class Words
{
    /// <summary>How a run stands.</summary>
    public static string Of(RunStatus status) => status switch
    {
        RunStatus.Waiting => "waiting",
        RunStatus.Running => "running",
        RunStatus.Stale => "stale",
        RunStatus.Diverged => "diverged",
        RunStatus.Done => "done",
        _ => "failed",
    };

    /// <summary>The colour of how a run stands.</summary>
    public static Tone Tone(RunStatus status) => status switch
    {
        RunStatus.Done => Screens.Tone.Good,
        RunStatus.Waiting => Screens.Tone.Quiet,
        RunStatus.Running => Screens.Tone.Plain,
        RunStatus.Stale => Screens.Tone.Warning,
        _ => Screens.Tone.Bad,
    };

    /// <summary>The colour of a verdict on a claim.</summary>
    public static Tone Tone(ClaimVerdict verdict) => verdict switch
    {
        ClaimVerdict.Holds => Screens.Tone.Good,
        ClaimVerdict.Unsupported => Screens.Tone.Warning,
        _ => Screens.Tone.Bad,
    };

    /// <summary>How an attempt at a run ended.</summary>
    public static string Of(AttemptStatus status) => status switch
    {
        AttemptStatus.Open => "no end recorded",
        AttemptStatus.Interrupted => "interrupted",
        AttemptStatus.Completed => "done",
        _ => "failed",
    };

    /// <summary>What an audit says of a claim.</summary>
    public static string Of(ClaimVerdict verdict) => verdict.ToString().ToLowerInvariant();

    /// <summary>How strictly a claim is checked.</summary>
    public static string Of(ClaimLevel level) => level.ToString().ToLowerInvariant();

    /// <summary>An evaluation's accuracy, or a dash.</summary>
    public static string Accuracy(EvaluationUse? evaluation) =>
        evaluation is null ? Cells.None : Numbers.Percent((double)evaluation.Correct / evaluation.Total);

    /// <summary>The share of a layer's weights that is kept.</summary>
    public static string Density(LayerDensity layer) => Numbers.Density((double)layer.Kept / layer.Total);

    /// <summary>Nothing, or that derivations are disputed.</summary>
    public static string Disputes(int disputes) => disputes == 0 ? "" : $", {Numbers.Count(disputes, "dispute")}: ledger replay settles them";
}
