using Ledger.Application.Projections;
using MediatR;

namespace Ledger.Application.Queries;

/// <summary>The experiments of a ledger, newest last.</summary>
/// <param name="Name">Only those whose name holds this text; null for all.</param>
public sealed record ListExperiments(string? Name = null) : IRequest<IReadOnlyList<BookedExperiment>>;

/// <summary>Handles <see cref="ListExperiments"/>.</summary>
public sealed class ListExperimentsHandler(ProjectionRunner projections) : IRequestHandler<ListExperiments, IReadOnlyList<BookedExperiment>>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<BookedExperiment>> Handle(ListExperiments request, CancellationToken cancellationToken)
    {
        var book = await projections.Fold<RunBook>(cancellationToken);
        return [.. book.Experiments.Where(experiment => request.Name is null || experiment.Name?.Contains(request.Name, StringComparison.OrdinalIgnoreCase) == true)];
    }
}
