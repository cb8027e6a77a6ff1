using System.Runtime.InteropServices;
using Ledger.Cli.Screens;

namespace Ledger.Cli;

/// <summary>Ctrl-C: the first one asks the work to stop where it can be continued, the second one stops at once.</summary>
public sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _signals;
    private readonly Func<Screen> _screen;

    /// <summary>Listens from now on.</summary>
    public Interruption(Func<Screen> screen)
    {
        _screen = screen;
        _signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop)];
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        _source.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        if (_source.IsCancellationRequested)
        {
            Environment.Exit(ExitCodes.Interrupted);
        }

        context.Cancel = true;
        _screen().Note("Stopping after the steps in progress; once more stops at once.");
        _source.Cancel();
    }
}
