using Ledger.Application.Verification;
using Ledger.Store.Contract;

namespace Ledger.Application.Tests.Integrity;

/// <summary>
/// Each byte of each value of a small ledger, changed by itself, is found by verification. By default a sample is changed, with at least one
/// byte of every column; all are with LEDGER_LONG_TESTS=1.
/// </summary>
public abstract class EveryByteTests : IDisposable
{
    private static readonly byte[] Flips = [0x01, 0x02, 0x04, 0x10, 0x20, 0x40, 0x80];
    private readonly Lazy<Task<IColumnEditor>> _ledger;
    private IColumnEditor? _created;
    private ILedgerStore? _reader;

    /// <summary>Makes the ledger on first use.</summary>
    protected EveryByteTests() => _ledger = new Lazy<Task<IColumnEditor>>(Write);

    /// <summary>Columns on which nothing depends, with the reason.</summary>
    protected abstract IReadOnlyDictionary<string, string> Meaningless { get; }

    /// <summary>A column of packed content: a change is none if all content unpacks to what it was.</summary>
    protected virtual string? Packed => null;

    /// <summary>Every how many bytes of a column one is changed usually.</summary>
    protected abstract int Distance { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Verify_AnyByteOfAnyColumnChanged_IsFound()
    {
        var ledger = await _ledger.Value;
        var (unseen, found) = (new List<string>(), new HashSet<string>());
        foreach (var (cell, at) in Chosen(ledger.Read().Where(cell => !Meaningless.ContainsKey(cell.Name))))
        {
            if (Change(ledger, cell, at) is not { } flip)
            {
                continue;
            }

            if (await IsFound(ledger, cell) || (cell.Name == Packed && await IsReadable(ledger)))
            {
                found.Add(cell.Name);
            }
            else
            {
                unseen.Add($"{cell.Name} where {cell.Row}, byte {at} ^ {flip:x2}");
            }

            Restore(ledger);
        }

        Assert.True(unseen.Count == 0, string.Join('\n', unseen.Take(10)));
        Assert.Equal(ledger.Read().Select(static cell => cell.Name).Distinct().Where(name => !Meaningless.ContainsKey(name)).Order(), found.Order());
        Assert.False(await IsFound(ledger, cell: null));
    }

    [Fact]
    public async Task Verify_ColumnWithoutMeaningChanged_FindsNothing()
    {
        var ledger = await _ledger.Value;
        var cells = ledger.Read().Where(cell => Meaningless.ContainsKey(cell.Name)).DistinctBy(static cell => cell.Name).ToList();

        Assert.Equal(Meaningless.Keys.Order(), cells.Select(static cell => cell.Name).Order());
        foreach (var cell in cells)
        {
            Assert.NotNull(Change(ledger, cell, cell.Bytes.Length - 1));
            Assert.False(await IsFound(ledger, cell), cell.Name);
            Restore(ledger);
        }
    }

    /// <summary>An empty ledger, ready to be written.</summary>
    protected abstract IColumnEditor Create();

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader?.Dispose();
        _created?.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task<IColumnEditor> Write()
    {
        var ledger = _created = Create();
        using var store = ledger.Open(OpenMode.Create);
        await SmallestLedger.Write(store, Cancellation);
        return ledger;
    }

    private IEnumerable<(Cell Cell, int At)> Chosen(IEnumerable<Cell> cells)
    {
        var step = Environment.GetEnvironmentVariable("LEDGER_LONG_TESTS") == "1" ? 1 : Distance;
        foreach (var column in cells.GroupBy(static cell => cell.Name))
        {
            var next = 0;
            foreach (var cell in column)
            {
                for (; next < cell.Bytes.Length; next += step)
                {
                    yield return (cell, next);
                }

                next -= cell.Bytes.Length;
            }
        }
    }

    // A database refuses some bytes, for example those that are no UTF-8: then another bit is changed.
    private static byte? Change(IColumnEditor ledger, Cell cell, int at)
    {
        foreach (var flip in Flips)
        {
            var bytes = cell.Bytes.ToArray();
            bytes[at] ^= flip;
            if (ledger.TryChange(cell, bytes))
            {
                return flip;
            }
        }

        return null;
    }

    // Reading a blob compares it with its digest.
    private static async Task<bool> IsReadable(IColumnEditor ledger)
    {
        using var store = ledger.Open(OpenMode.ReadOnly);
        return await store.ListBlobs(Cancellation).AllAsync(async (blob, stop) => await store.Get(blob.Digest, stop) is not null, Cancellation);
    }

    private async Task<bool> IsFound(IColumnEditor ledger, Cell? cell)
    {
        if (cell is null || !ledger.IsServed || cell.Table.EndsWith("migrations", StringComparison.Ordinal))
        {
            // Migrations are compared when a ledger is opened, and a file is put back as a whole.
            Close();
        }

        try
        {
            _reader ??= ledger.Open(OpenMode.ReadOnly);
            return (await new VerifyLedgerHandler(_reader).Handle(new VerifyLedger(Jobs: 1), Cancellation)).IsAltered;
        }
        catch (Exception exception) when (exception is CorruptLedgerException or NewerLedgerException or OlderLedgerException)
        {
            Close();
            return true;
        }
    }

    private void Restore(IColumnEditor ledger)
    {
        if (!ledger.IsServed)
        {
            Close();
        }

        ledger.Restore();
    }

    private void Close()
    {
        _reader?.Dispose();
        _reader = null;
    }
}
