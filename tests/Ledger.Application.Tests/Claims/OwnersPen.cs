using System.Text;
using Ledger.Events.Hashing;
using Ledger.Events.Merkle;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Ledger.Store.Sqlite;
using Ledger.Tickets.Results;
using Microsoft.Data.Sqlite;

namespace Ledger.Application.Tests.Claims;

/// <summary>What the owner of a ledger file can do: change event bodies and compute every hash, chain and stored tree entry anew.</summary>
internal static class OwnersPen
{
    /// <summary>Rewrites bodies; all that depends on them fits together again.</summary>
    public static async Task Rewrite(string path, Func<StoredEvent, string> newBody)
    {
        var (hashes, tree, entries) = (new Dictionary<StreamName, Digest>(), new TreeFrontier(), new List<TileEntry>());
        var changed = new List<(long Position, string Body, Digest Hash)>();
        using (var store = SqliteLedgerStore.Open(path, OpenMode.ReadOnly))
        {
            await foreach (var stored in store.ReadAll())
            {
                var body = newBody(stored);
                var hash = EventHash.Compute(hashes.GetValueOrDefault(stored.Stream), stored.Stream, stored.Version, stored.Alias, Encoding.UTF8.GetBytes(body));
                hashes[stored.Stream] = hash;
                tree.Add(EventLeaf.Hash(stored.Stream, stored.Version, stored.Alias, hash, stored.Metadata), entries);
                if (hash != stored.Hash)
                {
                    changed.Add((stored.Position, body, hash));
                }
            }
        }

        Write(path, changed, entries);
    }

    /// <summary>Rewrites bodies, and the result of replicate 0 so that it is what its derivations now make.</summary>
    public static async Task RewriteRun(string path, Func<StoredEvent, string> newBody)
    {
        await Rewrite(path, newBody);
        var (recorded, made) = await Results(path);
        await Rewrite(path, stored => Encoding.UTF8.GetString(stored.Body.Span).Replace(recorded.ToString(), made.ToString(), StringComparison.Ordinal));
    }

    /// <summary>How replicate 0 began.</summary>
    public static async Task<StoredEvent> Run(ILedgerStore store) =>
        await store.ReadAll().FirstAsync(static stored => stored.Alias == "run_started" && EventCatalogue.Read(stored) is RunStarted { Replicate: 0 });

    /// <summary>The result that the run completed with, and the one that its derivations make.</summary>
    private static async Task<(Digest Recorded, Digest Made)> Results(string path)
    {
        using var store = SqliteLedgerStore.Open(path, OpenMode.ReadOnly);
        using var made = new ResultDigest();
        var recorded = default(Digest);
        await foreach (var stored in store.ReadStream((await Run(store)).Stream))
        {
            switch (EventCatalogue.Read(stored))
            {
                case DerivationUsed used:
                    made.Add(used.Kind, used.Step, used.Key, used.Output, used.History);
                    break;
                case RunCompleted completed:
                    recorded = completed.Result;
                    break;
            }
        }

        return (recorded, made.Current());
    }

    private static void Write(string path, List<(long Position, string Body, Digest Hash)> changed, List<TileEntry> entries)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        foreach (var (position, body, hash) in changed)
        {
            Execute(connection, "UPDATE events SET body = $a, hash = $b WHERE position = $c", body, hash.ToBytes(), position);
        }

        Execute(connection, "DELETE FROM read_models WHERE name = 'run_book'");
        foreach (var entry in entries)
        {
            Execute(connection, "UPDATE tree SET hash = $a WHERE level = $b AND entry = $c", entry.Hash.ToBytes(), entry.Level, entry.Index);
        }
    }

    private static void Execute(SqliteConnection connection, string sql, params ReadOnlySpan<object> values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue($"${(char)('a' + i)}", values[i]);
        }

        command.ExecuteNonQuery();
    }
}
