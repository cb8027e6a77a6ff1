using Ledger.Store.Contract;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Cli;

/// <summary>A ledger that is open, with the handlers that work on it.</summary>
/// <param name="store">Its events and blobs.</param>
/// <param name="services">The handlers.</param>
/// <param name="folder">Where it lies for as long as it is open, or null if it stays.</param>
public sealed class OpenLedger(ILedgerStore store, ServiceProvider services, TemporaryFolder? folder = null) : IDisposable
{
    /// <summary>Its events and blobs.</summary>
    public ILedgerStore Store => store;

    /// <summary>Sends a command or a query to its handler.</summary>
    public Task<T> Send<T>(IRequest<T> request, CancellationToken cancellation = default) =>
        services.GetRequiredService<IMediator>().Send(request, cancellation);

    /// <summary>A service that handlers use.</summary>
    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <inheritdoc/>
    public void Dispose()
    {
        services.Dispose();
        store.Dispose();
        folder?.Dispose();
    }
}
