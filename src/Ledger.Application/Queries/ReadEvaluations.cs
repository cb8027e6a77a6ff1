using Ledger.Application.Addresses;
using Ledger.Application.Projections;
using MediatR;

namespace Ledger.Application.Queries;

/// <summary>The evaluations of runs and rounds.</summary>
/// <param name="Addresses">Runs or rounds as written.</param>
public sealed record ReadEvaluations(IReadOnlyList<string> Addresses) : IRequest<IReadOnlyList<EvaluationRow>>;

/// <summary>Handles <see cref="ReadEvaluations"/>.</summary>
public sealed class ReadEvaluationsHandler(AddressResolver resolver) : IRequestHandler<ReadEvaluations, IReadOnlyList<EvaluationRow>>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<EvaluationRow>> Handle(ReadEvaluations request, CancellationToken cancellationToken)
    {
        var found = await resolver.ResolveRounds(request.Addresses, cancellationToken);
        return [.. found.SelectMany(static address => address.RoundsNamed.SelectMany(round => round.Evaluations.Select(evaluation => Row(address, round, evaluation))))];
    }

    private static EvaluationRow Row(ResolvedAddress address, RoundLineage round, EvaluationUse evaluation) => new(
        address.Id, address.Name, address.Run.Replicate, round.Round, round.Kept, round.Total, evaluation.Step, evaluation.Split, evaluation.Loss, evaluation.Correct, evaluation.Total);
}
