using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Application.Sharing;

/// <summary>Work that is ours as long as we say so in time; said in the background until this is disposed of.</summary>
public sealed class HeldLease : IAsyncDisposable
{
    private readonly ILeaseStore _store;
    private readonly StreamName _work;
    private readonly string _holder;
    private readonly LeaseTerms _terms;
    private readonly CancellationTokenSource _ended = new();
    private readonly CancellationTokenSource _lost;
    private readonly Task _renewal;
    private bool _isFinished;
    private volatile bool _isLost;

    /// <summary>A lease that was just taken.</summary>
    internal HeldLease(ILeaseStore store, StreamName work, string holder, LeaseTerms terms, TimeProvider clock, CancellationToken cancellation)
    {
        (_store, _work, _holder, _terms) = (store, work, holder, terms);
        _lost = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _renewal = Renew(clock);
    }

    /// <summary>Stops the work: cancelled when the lease is lost or the caller cancels.</summary>
    public CancellationToken Token => _lost.Token;

    /// <summary>True once another may have the work.</summary>
    public bool IsLost => _isLost;

    /// <summary>Nobody needs to do the work after us: the lease will be forgotten, not given back.</summary>
    public void Finish() => _isFinished = true;

    /// <summary>Stops renewing; gives unfinished work back, forgets what is finished, leaves what is lost to its new holder.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _renewal;
        _ended.Dispose();
        _lost.Dispose();
        if (!_isLost)
        {
            await (_isFinished ? _store.Forget(_work) : _store.Release(_work, _holder));
        }
    }

    private async Task Renew(TimeProvider clock)
    {
        try
        {
            do
            {
                await Task.Delay(_terms.Renewal, clock, _ended.Token);
            }
            while (await IsOurs());
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            return;
        }

        _isLost = true;
        await _lost.CancelAsync();
    }

    private async Task<bool> IsOurs()
    {
        try
        {
            return await _store.Renew(_work, _holder, _terms.Duration, _ended.Token);
        }
        catch (StoreUnreachableException)
        {
            // The next renewal may come in time; the work itself notices a store that stays away.
            return true;
        }
    }
}
