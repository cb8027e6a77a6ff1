using System.Diagnostics;
using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Store.Tests.Fixtures;

/// <summary>Another program that appends to a ledger and says after each acknowledged append how far its stream is.</summary>
public sealed class WriterProcess : IDisposable
{
    private readonly Process _process;
    private readonly StreamName _stream;

    /// <summary>Starts it.</summary>
    public WriterProcess(string address, StreamName stream)
    {
        _stream = stream;
        _process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Ledger.Store.Tests.Writer.dll"), address, stream.Value]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginErrorReadLine();
    }

    /// <summary>The version acknowledged last.</summary>
    public long Acknowledged { get; private set; }

    /// <summary>Waits for so many more acknowledgements.</summary>
    public async Task Wait(int acknowledgements, CancellationToken cancellation)
    {
        for (var i = 0; i < acknowledgements; i++)
        {
            Acknowledged = long.Parse((await _process.StandardOutput.ReadLineAsync(cancellation))!);
        }
    }

    /// <summary>Ends it without a warning; it may have acknowledged more than was read.</summary>
    public async Task Kill(CancellationToken cancellation)
    {
        _process.Kill();
        await ReadToEnd(cancellation);
    }

    /// <summary>Reads what it acknowledged until it ended.</summary>
    public async Task ReadToEnd(CancellationToken cancellation)
    {
        while (await _process.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            Acknowledged = long.Parse(line);
        }

        await _process.WaitForExitAsync(cancellation);
    }

    /// <summary>What was acknowledged is in the ledger, and nothing is half there.</summary>
    public async Task Check(ILedgerStore store, CancellationToken cancellation)
    {
        var version = await store.VersionOf(_stream, cancellation);

        Assert.True(version >= Acknowledged, $"{Acknowledged} events were acknowledged, {version} are stored");
        Assert.Equal(version, await store.ReadStream(_stream, cancellation: cancellation).CountAsync(cancellation));
        Assert.Empty(await store.Verify(cancellation: cancellation).ToListAsync(cancellation));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
