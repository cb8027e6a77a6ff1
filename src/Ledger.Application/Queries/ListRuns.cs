using Ledger.Application.Projections;
using MediatR;

namespace Ledger.Application.Queries;

/// <summary>The runs of a ledger, newest last.</summary>
/// <param name="Name">Only those whose experiment's name holds this text; null for all.</param>
public sealed record ListRuns(string? Name = null) : IRequest<IReadOnlyList<BookedRun>>;

/// <summary>Handles <see cref="ListRuns"/>.</summary>
public sealed class ListRunsHandler(ProjectionRunner projections) : IRequestHandler<ListRuns, IReadOnlyList<BookedRun>>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<BookedRun>> Handle(ListRuns request, CancellationToken cancellationToken)
    {
        var book = await projections.Fold<RunBook>(cancellationToken);
        return [.. book.Runs.Where(run => request.Name is null || run.Name?.Contains(request.Name, StringComparison.OrdinalIgnoreCase) == true)];
    }
}
