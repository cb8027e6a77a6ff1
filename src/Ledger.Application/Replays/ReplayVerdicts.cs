using Ledger.Application.Replays.Planning;
using Ledger.Application.Replays.Tasks;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Tickets.Results;

namespace Ledger.Application.Replays;

/// <summary>Reads the first difference of a run, its counts and its result digest from what came of the tasks, in program order.</summary>
internal sealed class ReplayVerdicts(PlannedRun run, ReplaySample? sample) : IDisposable
{
    private readonly ResultDigest _result = new();
    private readonly HashSet<ReplayTask> _counted = [];
    private int _derivations;
    private long _steps;
    private bool _isWhole = sample is null;

    /// <summary>The report, and what is to be recorded against the record.</summary>
    /// <exception cref="Failures.KernelFaultException">Before any difference, this machine contradicts itself.</exception>
    public (ReplayReport Report, Refutation? Refutation) Judge()
    {
        var finding = FirstFinding();
        var (target, recorded) = (run.Target, run.Recorded);
        var isResult = target.IsWholeRun && _isWhole;
        var report = new ReplayReport(
            target.Run, _derivations, _steps, isResult ? _result.Current() : null, recorded.IsComplete, finding?.Difference, target.Round, sample);
        return (report, finding?.Refutation);
    }

    /// <inheritdoc/>
    public void Dispose() => _result.Dispose();

    private Finding? FirstFinding()
    {
        foreach (var use in run.Uses)
        {
            if (Judge(use) is { } finding)
            {
                return finding with { Difference = finding.Difference with { Round = use.Round } };
            }
        }

        if (run.Recorded.Broken is { } broken && (run.Target.Round is null || broken.Round <= run.Target.Round))
        {
            return new Finding(broken);
        }

        return _isWhole && run.Target.IsWholeRun ? OtherResult() : null;
    }

    private Finding? Judge(PlannedUse use)
    {
        foreach (var task in use.Tasks)
        {
            if (task.Outcome is { } outcome && _counted.Add(task))
            {
                _steps += outcome.Steps;
                if (outcome.Fault is { } fault)
                {
                    throw fault;
                }

                if (outcome.Finding is { } finding)
                {
                    return IsProven(use, task) ? finding : finding with { Refutation = null };
                }
            }
        }

        return use.Recorded is not { } recorded ? null : use.Tasks[^1].Outcome?.Output is { } output ? Judge(use, recorded, output) : Missing();
    }

    /// <summary>True if what the task begins from was computed too: in a sample a wrong state may stand before honest steps.</summary>
    private static bool IsProven(PlannedUse use, ReplayTask task) => use.Tasks.TakeWhile(before => before != task).All(static before => before.Outcome is { IsEqual: true });

    private Finding? Judge(PlannedUse use, Recorded.RecordedUse recorded, Digest output)
    {
        var fold = (use.Tasks[^1] as SegmentTask)?.Fold?.At(((SegmentTask)use.Tasks[^1]).To);
        _derivations++;
        _result.Add(recorded.Used.Kind, recorded.Used.Step, recorded.Used.Key, output, fold);
        if (output != recorded.Completed.Output)
        {
            return recorded.Refuted(recorded.Completed.Output.ToString(), output.ToString());
        }

        return recorded.Completed is StateCaptured { History: var history } && fold is { } folded && folded != history
            ? recorded.Refuted(history.ToString(), folded.ToString())
            : null;
    }

    private Finding? Missing()
    {
        if (_isWhole && run.Target.IsWholeRun)
        {
            throw new InvalidOperationException($"{run.Recorded.Stream}: a derivation was neither computed nor contradicted");
        }

        _isWhole = false;
        return null;
    }

    private Finding? OtherResult() => run.Recorded.Completed is var (completed, place) && completed.Result != _result.Current()
        ? new Finding(new ReplayDifference(run.Uses is [.., var last] ? last.Round : 0, EventCatalogue.AliasOf(typeof(RunCompleted)), Step: null, place, completed.Result.ToString(), _result.Current().ToString(), ReplayVerdict.Refuted))
        : null;
}
