using Ledger.Store.Contract;
using Ledger.Store.Sqlite;
using Ledger.Store.Tests.Fixtures;
using Microsoft.Data.Sqlite;

namespace Ledger.Store.Tests.Sqlite;

/// <summary>Each way a file can fail has its exception, and leaves the ledger as it was.</summary>
public sealed class SqliteFaultTests
{
    private static readonly SqliteLedgerOptions Impatient = SqliteLedgerOptions.Default with { LockTimeout = TimeSpan.FromMilliseconds(50) };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>All ways to open a file.</summary>
    public static TheoryData<OpenMode> Modes => [.. Enum.GetValues<OpenMode>()];

    [Theory]
    [MemberData(nameof(Modes))]
    public void Open_Garbage_IsCorruptAndUntouched(OpenMode mode)
    {
        using var folder = new TemporaryFolder();
        var garbage = Enumerable.Range(0, 10_000).Select(static i => (byte)(i * 7919 >> 3)).ToArray();
        File.WriteAllBytes(folder.File("a"), garbage);

        Assert.Throws<CorruptLedgerException>(() => SqliteLedgerStore.Open(folder.File("a"), mode));

        Assert.Equal(garbage, File.ReadAllBytes(folder.File("a")));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Open_AnotherDatabase_IsCorruptAndUntouched(OpenMode mode)
    {
        using var folder = new TemporaryFolder();
        Sql(folder.File("a"), "CREATE TABLE other(a)");
        var before = File.ReadAllBytes(folder.File("a"));

        Assert.Throws<CorruptLedgerException>(() => SqliteLedgerStore.Open(folder.File("a"), mode));

        Assert.Equal(before, File.ReadAllBytes(folder.File("a")));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Open_NewerSchema_IsNewer(OpenMode mode)
    {
        using var ledger = await SampleLedger.Write(Cancellation);
        ledger.Tamper("PRAGMA user_version = 99");

        Assert.Throws<NewerLedgerException>(() => SqliteLedgerStore.Open(ledger.Path, mode));
    }

    [Theory]
    [InlineData("PRAGMA user_version = 0")]
    [InlineData("PRAGMA application_id = 0")]
    public async Task Open_HeaderChanged_IsCorrupt(string sql)
    {
        using var ledger = await SampleLedger.Write(Cancellation);
        ledger.Tamper(sql);

        Assert.Throws<CorruptLedgerException>(() => SqliteLedgerStore.Open(ledger.Path, OpenMode.Create));
    }

    [Theory]
    [InlineData(OpenMode.Existing)]
    [InlineData(OpenMode.ReadOnly)]
    public void Open_NothingThere_IsNotFoundAndMakesNothing(OpenMode mode)
    {
        using var folder = new TemporaryFolder();

        Assert.Throws<LedgerNotFoundException>(() => SqliteLedgerStore.Open(folder.File("a"), mode));

        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Open_EmptyFileInNewFolder_BecomesALedger()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("new/deep/ä b?%20.ledger");
        using (SqliteLedgerStore.Open(path, OpenMode.Create))
        {
        }

        File.WriteAllBytes(path, []);
        Assert.Throws<CorruptLedgerException>(() => SqliteLedgerStore.Open(path, OpenMode.Existing));
        using var store = SqliteLedgerStore.Open(path, OpenMode.Create);
        Assert.Equal(0, await store.LastPosition(Cancellation));
    }

    [Fact]
    public void Open_FolderOrBelowAFile_CannotBeWritten()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("file"), "x");

        Assert.Throws<StoreWriteException>(() => SqliteLedgerStore.Open(folder.Path, OpenMode.Create));
        Assert.Throws<StoreWriteException>(() => SqliteLedgerStore.Open(folder.File("file/a.ledger"), OpenMode.Create));
    }

    [Fact]
    public async Task Open_ByManyAtOnce_OneMakesItAllUseIt()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a.ledger");

        var positions = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(
            async () =>
            {
                using var store = SqliteLedgerStore.Open(path, OpenMode.Create);
                await store.Append(Samples.Stream("train", i), 0, Samples.Steps(1, 1), Cancellation);
                return await store.LastPosition(Cancellation);
            },
            Cancellation)));

        Assert.Equal(8, positions.Max());
    }

    [Fact]
    public async Task Append_LockedByAnotherProgram_IsUnreachableThenWorks()
    {
        using var ledger = await SampleLedger.Write(Cancellation);
        using var store = SqliteLedgerStore.Open(ledger.Path, OpenMode.Existing, Impatient);
        using (var other = new SqliteConnection($"Data Source={ledger.Path};Pooling=False"))
        {
            other.Open();
            using var begin = other.CreateCommand();
            begin.CommandText = "BEGIN IMMEDIATE";
            begin.ExecuteNonQuery();

            await Assert.ThrowsAsync<StoreUnreachableException>(() => store.Append(SampleLedger.Training, 5, Samples.Steps(6, 1), Cancellation));
            Assert.Equal(7, await store.LastPosition(Cancellation));
        }

        Assert.Equal(new AppendResult.Appended(6, 0), await store.Append(SampleLedger.Training, 5, Samples.Steps(6, 1), Cancellation));
    }

    [Fact]
    public async Task Append_OpenedReadOnly_CannotBeWritten()
    {
        using var ledger = await SampleLedger.Write(Cancellation);
        using var store = SqliteLedgerStore.Open(ledger.Path, OpenMode.ReadOnly);

        await Assert.ThrowsAsync<StoreWriteException>(() => store.Append(SampleLedger.Training, 5, Samples.Steps(6, 1), Cancellation));
        await Assert.ThrowsAsync<StoreWriteException>(() => store.Put(BlobKind.State, "x"u8.ToArray(), Cancellation));
        Assert.Equal(7, await store.LastPosition(Cancellation));
    }

    // A folder where the log belongs stops SQLite as a read-only medium does, and stops root as well.
    [Fact]
    public async Task Open_LogCannotBeMade_OnlyReadingWorks()
    {
        using var ledger = await SampleLedger.Write(Cancellation);
        var before = await ledger.Content(Cancellation);
        Directory.CreateDirectory(ledger.Path + "-wal");

        Assert.Throws<StoreWriteException>(() => SqliteLedgerStore.Open(ledger.Path, OpenMode.Existing));
        Assert.Equal(before, await ledger.Content(Cancellation));
        Assert.Empty(await ledger.Verify(Cancellation));
    }

    [Fact]
    public async Task Write_DiskFull_CannotBeWrittenAndKeepsWhatWasThere()
    {
        using var ledger = await SampleLedger.Write(Cancellation);
        using (var writer = new SqliteWriter(SqliteFile.Find(ledger.Path, OpenMode.Existing, Impatient)))
        {
            await Limit(writer, "page_count");

            await Assert.ThrowsAsync<StoreWriteException>(() => writer.Write(
                static session => new SqliteAppend(session, SampleLedger.Training).Append(5, Samples.Steps(6, 10_000)), Cancellation));

            await Limit(writer, "1000000");
            Assert.Equal(
                new AppendResult.Appended(7, 0),
                await writer.Write(static session => new SqliteAppend(session, SampleLedger.Training).Append(5, Samples.Steps(6, 2)), Cancellation));
        }

        Assert.Empty(await ledger.Verify(Cancellation));

        static Task<long> Limit(SqliteWriter writer, string pages) => writer.Write(
            session => session.Number($"PRAGMA max_page_count = {(pages == "page_count" ? session.Number("PRAGMA page_count") : long.Parse(pages))}"), Cancellation);
    }

    [Fact]
    public async Task Write_RefusedBySqlite_CannotBeWritten()
    {
        using var ledger = await SampleLedger.Write(Cancellation);
        using var writer = new SqliteWriter(SqliteFile.Find(ledger.Path, OpenMode.Existing, Impatient));
        await writer.Write(static session => session.Number("PRAGMA query_only = ON"), Cancellation);

        await Assert.ThrowsAsync<StoreWriteException>(() => writer.Write(
            static session => new SqliteAppend(session, SampleLedger.Training).Append(5, Samples.Steps(6, 1)), Cancellation));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(100)]
    [InlineData(4096)]
    [InlineData(10_000)]
    [InlineData(-4096)]
    [InlineData(-1)]
    public async Task Verify_FileCutShort_IsRefusedOrFound(int length)
    {
        using var ledger = await SampleLedger.Write(Cancellation);
        using (var file = File.OpenWrite(ledger.Path))
        {
            file.SetLength(length > 0 ? length : file.Length + length);
        }

        try
        {
            Assert.NotEmpty(await ledger.Verify(Cancellation));
        }
        catch (CorruptLedgerException)
        {
            // Refused when opened, which is as good.
        }
    }

    [Fact]
    public async Task Dispose_AfterUse_LeavesOneFileAndNoOpenHandle()
    {
        using var ledger = await SampleLedger.Write(Cancellation);
        using (var store = SqliteLedgerStore.Open(ledger.Path, OpenMode.Existing))
        {
            await store.Append(SampleLedger.Training, 5, Samples.Steps(6, 3), Cancellation);
            await foreach (var stored in store.ReadAll(cancellation: Cancellation))
            {
                break;
            }
        }

        Assert.Equal([ledger.Path], Directory.GetFiles(Path.GetDirectoryName(ledger.Path)!));
        Assert.DoesNotContain(OpenFiles(), open => open.StartsWith(ledger.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Use_AfterDispose_IsRefused()
    {
        using var ledger = await SampleLedger.Write(Cancellation);
        var store = SqliteLedgerStore.Open(ledger.Path, OpenMode.Existing);
        store.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.LastPosition(Cancellation));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.Append(SampleLedger.Training, 5, Samples.Steps(6, 1), Cancellation));
        store.Dispose();
    }

    private static IEnumerable<string> OpenFiles() => Directory.Exists("/proc/self/fd")
        ? Directory.GetFiles("/proc/self/fd").Select(static link => new FileInfo(link).LinkTarget ?? string.Empty)
        : [];

    private static void Sql(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
