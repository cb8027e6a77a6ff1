using Ledger.Store.Contract;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Cli;

/// <summary>A ledger that is open, with the handlers that work on it.</summary>
public sealed class OpenLedger(ILedgerStore store, ServiceProvider services) : IDisposable
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
    }
}
