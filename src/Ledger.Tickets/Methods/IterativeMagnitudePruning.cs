using Ledger.Events.Hashing;
using Ledger.Events.Specification;
using Ledger.Tickets.Derivations;
using Ledger.Tickets.Pruning;
using Ledger.Tickets.Treatments;

namespace Ledger.Tickets.Methods;

/// <summary>
/// Iterative pruning with rewinding to step k (Frankle et al. 2020, arXiv 1912.05671; k = 0 is Frankle and Carbin 2019): train the
/// dense network, then repeatedly prune the trained weights, return the kept ones to step k, and train again from there.
/// </summary>
public sealed class IterativeMagnitudePruning : ITicketMethod
{
    /// <inheritdoc/>
    public string Name => "imp/1";

    /// <inheritdoc/>
    public async Task Run(TicketExperiment experiment, IBench bench)
    {
        var (network, pruning) = (experiment.Network, experiment.Specification.Method);
        var groups = PruningGroups.Of(network, pruning.Scope, pruning.Fraction, pruning.OutputFraction, pruning.Exempt);
        var rule = new PruningRule(network, pruning.Criterion, pruning.Count, groups);
        var treatment = new Treatment(Treatment.Rewind, Treatment.Zero, pruning.Restore.Slots == RestoreRule.Rewind ? Treatment.Rewind : Treatment.Zero);

        var initial = await bench.Initialize(0, new InitializeWeights(network, experiment.Specification.Initialiser, experiment.InitSeed));
        await bench.DrawTicket(0, Ticket.Dense(initial));
        var trajectory = new Train(experiment.Recipe(schedulePosition: 0, dataPosition: 0), initial, Mask: null, experiment.Data);
        var rewindPoint = pruning.RewindStep == 0 ? initial : await bench.StateAt(0, trajectory, pruning.RewindStep);
        await bench.MarkRewindPoint(trajectory, pruning.RewindStep, rewindPoint);
        var final = await TrainAndEvaluate(0, trajectory, experiment, bench);

        Digest? mask = null;
        for (var round = 1; round <= pruning.Rounds; round++)
        {
            mask = await bench.DrawMask(round, new DrawMask(rule, mask, final));
            var ticket = await bench.Rewind(round, new RewindWeights(network, treatment, mask.Value, rewindPoint));
            await bench.DrawTicket(round, ticket);
            trajectory = new Train(Retraining(experiment), ticket.State, mask, experiment.Data);
            final = await TrainAndEvaluate(round, trajectory, experiment, bench);
        }
    }

    private static Training.Recipes.TrainingRecipe Retraining(TicketExperiment experiment)
    {
        var (training, step, restore) = (experiment.Specification.Training, experiment.Specification.Method.RewindStep, experiment.Specification.Method.Restore);
        var seen = restore.Slots == RestoreRule.Rewind && SpecifiedTraining.CountsUpdates(training) && step > 0 ? step : (int?)null;
        return experiment.Recipe(Position(restore.Schedule), Position(restore.Data)) with { SlotUpdates = seen };
        int Position(RestoreRule rule) => rule == RestoreRule.Rewind ? step : 0;
    }

    /// <summary>Trains to the end of the schedule, evaluating on the way; the final state.</summary>
    private static async Task<Digest> TrainAndEvaluate(int round, Train trajectory, TicketExperiment experiment, IBench bench)
    {
        var evaluation = experiment.Specification.Evaluation;
        var end = experiment.Specification.Training.Steps - trajectory.Recipe.SchedulePosition;
        for (var step = evaluation.Every; step > 0 && step < end; step += evaluation.Every)
        {
            await EvaluateAt(step);
        }

        return await EvaluateAt(end);

        async Task<Digest> EvaluateAt(int step)
        {
            var state = await bench.StateAt(round, trajectory, step);
            foreach (var split in evaluation.Splits)
            {
                await bench.Evaluate(round, step, split, new Evaluate(
                    experiment.Network, TicketExperiment.Preparation, TicketExperiment.Loss, experiment.Split(split), state, trajectory.Mask, experiment.Data, experiment.Images));
            }

            return state;
        }
    }
}
