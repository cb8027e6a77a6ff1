using System.Runtime.CompilerServices;
using FluentValidation;
using Ledger.Application.Addresses;
using Ledger.Application.Failures;
using Ledger.Application.History;
using Ledger.Application.Projections;
using Ledger.Events.Recorded;
using Ledger.Tickets.Derivations;
using Ledger.Training.Recipes;
using MediatR;

namespace Ledger.Application.Queries;

/// <summary>The training steps of runs and rounds, as they are read: a long run is never held in memory.</summary>
/// <param name="Addresses">Runs or rounds as written.</param>
/// <param name="Every">Only steps that this number divides.</param>
public sealed record ReadMetrics(IReadOnlyList<string> Addresses, int Every = 1) : IRequest<IAsyncEnumerable<StepRow>>;

/// <summary>What a <see cref="ReadMetrics"/> must be.</summary>
public sealed class ReadMetricsValidator : AbstractValidator<ReadMetrics>
{
    /// <summary>The rules.</summary>
    public ReadMetricsValidator() =>
        RuleFor(static query => query.Every).GreaterThanOrEqualTo(1).WithMessage("--every is {PropertyValue}, wanted a number from 1");
}

/// <summary>Handles <see cref="ReadMetrics"/>; every address is resolved before the first row.</summary>
public sealed class ReadMetricsHandler(AddressResolver resolver) : IRequestHandler<ReadMetrics, IAsyncEnumerable<StepRow>>
{
    /// <inheritdoc/>
    public async Task<IAsyncEnumerable<StepRow>> Handle(ReadMetrics request, CancellationToken cancellationToken)
    {
        var found = await resolver.ResolveRounds(request.Addresses, cancellationToken);
        return Rows(found, request.Every, cancellationToken);
    }

    private static async IAsyncEnumerable<StepRow> Rows(IReadOnlyList<ResolvedAddress> found, int every, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var address in found)
        {
            foreach (var round in address.RoundsNamed)
            {
                await foreach (var row in Rows(address, round, every, cancellation))
                {
                    yield return row;
                }
            }
        }
    }

    private static async IAsyncEnumerable<StepRow> Rows(ResolvedAddress address, RoundLineage round, int every, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (round.Trajectory is not { } trajectory)
        {
            yield break;
        }

        var recipe = await Recipe(address, trajectory, cancellation);
        await foreach (var stored in address.Store.ReadStream(trajectory.Stream, fromVersion: 2, cancellation))
        {
            var number = (int)(stored.Version - 1);
            if (number > trajectory.Steps)
            {
                break;
            }

            if (number % every == 0 && EventCatalogue.Read(stored) is StepTrained step)
            {
                yield return new StepRow(
                    address.Id, address.Name, address.Run.Replicate, round.Round, step.Step, recipe.SchedulePosition + step.Step, step.Loss, step.Correct, recipe.Batch, step.Fingerprint);
            }
        }
    }

    private static async Task<TrainingRecipe> Recipe(ResolvedAddress address, TrajectoryUse trajectory, CancellationToken cancellation) =>
        await address.Store.First<TrainingStarted>(trajectory.Stream, cancellation) is { } started
            ? Train.Of(started.Derivation).Recipe
            : throw new EvidenceMissingException($"{trajectory.Stream}: the training is not in this ledger");
}
