using Ledger.Application.Projections;
using Ledger.Store.Contract;
using MediatR;

namespace Ledger.Application.Queries;

/// <summary>The runs of a ledger and who works on them, newest last, those that wait to begin after them.</summary>
/// <param name="Name">Only those whose experiment's name holds this text; null for all.</param>
public sealed record ListRuns(string? Name = null) : IRequest<IReadOnlyList<BookedRun>>;

/// <summary>Handles <see cref="ListRuns"/>.</summary>
public sealed class ListRunsHandler(ILedgerStore store) : IRequestHandler<ListRuns, IReadOnlyList<BookedRun>>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<BookedRun>> Handle(ListRuns request, CancellationToken cancellationToken)
    {
        var board = await RunBoard.Read(store, cancellationToken);
        return [.. board.Runs.Where(run => request.Name is null || run.Name?.Contains(request.Name, StringComparison.OrdinalIgnoreCase) == true)];
    }
}
