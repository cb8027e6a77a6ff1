using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Ledger.Store.Integrity;
using Ledger.Store.Sqlite;
using Ledger.Store.Tests.Fixtures;
using Microsoft.Data.Sqlite;

namespace Ledger.Store.Tests.Integrity;

/// <summary>However the work is divided, the findings are those of one pass over all events.</summary>
public sealed class RangesTests : IDisposable
{
    private const int Streams = 12;
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Ledger => _folder.File("many.ledger");

    [Fact]
    public async Task Findings_Untouched_AreNone()
    {
        await Write();

        Assert.Empty(await Findings(Ledger, new VerificationPlan(3, 1)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Findings_RandomlyTampered_AreThoseOfOnePass(int seed)
    {
        await Write();
        var random = new Random(seed);
        var copy = _folder.File("tampered.ledger");
        for (var i = 0; i < 12; i++)
        {
            File.Copy(Ledger, copy, overwrite: true);
            var tampering = string.Join(";", Enumerable.Range(0, 1 + (i % 4)).Select(_ => Tampering(random)));
            Tamper(copy, tampering);

            var onePass = await Findings(copy, new VerificationPlan(1, 1000));

            Assert.NotEmpty(onePass);
            foreach (var plan in new VerificationPlan[] { new(1, 1), new(2, 1), new(4, 1), new(3, 2), new(2, 1, 100) })
            {
                Assert.True(onePass.SequenceEqual(await Findings(copy, plan)), $"{plan}: {tampering}");
            }
        }
    }

    [Fact]
    public async Task Findings_Untouched_ProgressNeverFallsAndReachesTheEnd()
    {
        await Write();
        var told = new Told();
        await using var source = new SqliteVerificationSource(SqliteFile.Find(Ledger, OpenMode.ReadOnly, SqliteLedgerOptions.Default));

        Assert.Empty(await new LedgerVerification(source, new VerificationPlan(3, 1), []).Findings(told, Cancellation).ToListAsync(Cancellation));

        Assert.Equal(told.Shares.Order(), told.Shares);
        Assert.Equal(1, told.Shares[^1]);
        Assert.InRange(told.Shares[0], 0, 0.99);
    }

    // Positions of other sizes than a tile's, several streams in every range, one that begins in every range.
    private async Task Write()
    {
        using var store = SqliteLedgerStore.Open(Ledger, OpenMode.Create);
        for (var round = 0; round < 28; round++)
        {
            for (var stream = 0; stream < Streams; stream++)
            {
                await store.Append(Samples.Stream("train", stream), 9 * round, Samples.Steps((9 * round) + 1, 9), Cancellation);
            }

            await store.Append(Samples.Stream("attempt", round), 0, [Samples.AttemptStarted()], Cancellation);
        }
    }

    private static async Task<List<IntegrityFinding>> Findings(string path, VerificationPlan plan)
    {
        await using var source = new SqliteVerificationSource(SqliteFile.Find(path, OpenMode.ReadOnly, SqliteLedgerOptions.Default));
        return await new LedgerVerification(source, plan, []).Findings(null, Cancellation).ToListAsync(Cancellation);
    }

    private static string Tampering(Random random)
    {
        var position = random.Next(1, 3000);
        var other = random.Next(1, 3000);
        return random.Next(12) switch
        {
            0 => $"UPDATE events SET body = body || ' ' WHERE position = {position}",
            1 => $"UPDATE events SET hash = zeroblob(32) WHERE position = {position}",
            2 => $"DELETE FROM events WHERE position BETWEEN {position} AND {position + random.Next(600)}",
            3 => $"UPDATE events SET version = -version WHERE position = {position}",
            4 => $"UPDATE OR REPLACE events SET version = 1 WHERE position = {position}",
            5 => $"UPDATE OR REPLACE events SET stream = {random.Next(1, Streams + 2)}, version = 70 WHERE position = {position}",
            6 => $"UPDATE OR REPLACE events SET position = {other} WHERE position = {position}",
            7 => $"UPDATE OR REPLACE events SET position = position + {random.Next(1, 700)} WHERE position = {position}",
            8 => $"UPDATE events SET metadata = '{{}}' WHERE position = {position}",
            9 => $"UPDATE events SET stream = 999 WHERE position = {position}",
            10 => $"UPDATE tree SET hash = zeroblob(32) WHERE entry = {random.Next(11)}",
            _ => $"DELETE FROM events WHERE position > {position}",
        };
    }

    private static void Tamper(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False;Foreign Keys=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA synchronous = OFF; PRAGMA journal_mode = DELETE; {sql}";
        command.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private sealed class Told : IProgress<double>
    {
        public List<double> Shares { get; } = [];

        public void Report(double value) => Shares.Add(value);
    }
}
