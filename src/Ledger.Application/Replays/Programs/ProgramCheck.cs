using Ledger.Application.Data;
using Ledger.Application.Experiments;
using Ledger.Application.Replays.Recorded;
using Ledger.Events.Recorded;
using Ledger.Events.Specification;
using Ledger.Tickets.Methods;

namespace Ledger.Application.Replays.Programs;

/// <summary>Compares what a run did with what its specification asks for, by letting the method go over the recorded outputs.</summary>
internal sealed class ProgramCheck(DataShelf data)
{
    /// <summary>The run as far as it did what its specification asks for; the first event that is another is what breaks it.</summary>
    /// <exception cref="Failures.EvidenceMissingException">It was computed from data that are not here.</exception>
    public async Task<RecordedRun> Check(RecordedRun recorded)
    {
        var program = new ProgramCursor(recorded.Program);
        try
        {
            await Walk(recorded, program);
            return recorded;
        }
        catch (ProgramStopException stop) when (stop.Difference is null)
        {
            return recorded;
        }
        catch (ProgramStopException stop)
        {
            RequireData(program.Next);
            return recorded with { Uses = [.. recorded.Uses.Take(program.Uses)], Broken = stop.Difference, Diverged = null };
        }
    }

    private async Task Walk(RecordedRun recorded, ProgramCursor program)
    {
        var specification = recorded.Specification;
        var replicate = PassStart(recorded, program);
        var (source, digest) = data.Load(specification.Data);
        var experiment = ReplicateExpansion.Of(specification, replicate, digest, source.Train.Count, source.Test.Count);
        var bench = new SpecifiedBench(experiment, program);
        try
        {
            await ReplicateExpansion.Method(specification).Run(experiment, bench);

            // Its digest is that of the outputs computed again, and compared with them.
            program.Pass(bench.Round, program.Next.Event as RunCompleted ?? new RunCompleted(default));
        }
        catch (DivergedException)
        {
            // The record ends as it should; that the training does is for its replay to say.
        }

        if (!program.IsAtEnd)
        {
            throw program.Differs(bench.Round, EventCatalogue.AliasOf(program.Next.Event.GetType()), step: null, "nothing: the run had ended");
        }
    }

    /// <summary>The replicate, if the run is the one that its specification makes of it.</summary>
    private static int PassStart(RecordedRun recorded, ProgramCursor program)
    {
        var experiment = RunIdentity.Experiment(recorded.Specification);
        var replicate = (program.Next.Event as RunStarted)?.Replicate ?? 0;
        var asked = new RunStarted(experiment, replicate, SeedRule.RunSeed(recorded.Specification.Seed, replicate));
        if (RunIdentity.Run(experiment, replicate) != recorded.Run)
        {
            throw program.Differs(0, asked);
        }

        program.Pass(0, asked);
        return replicate;
    }

    // Other files under the name of a data set are the reader's mistake as well as the writer's.
    private void RequireData(ProgramEvent differing)
    {
        if (differing.Use?.Trajectory is { } trajectory)
        {
            data.Of(trajectory.Train.Data);
        }
    }
}
