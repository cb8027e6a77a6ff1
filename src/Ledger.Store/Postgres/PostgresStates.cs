using System.Security.Cryptography;
using Ledger.Events.Hashing;
using Ledger.Store.Contract;
using Npgsql;

namespace Ledger.Store.Postgres;

/// <summary>States on one connection, a megabyte a row.</summary>
internal sealed class PostgresStates(PostgresDatabase database, NpgsqlConnection connection, CancellationToken cancellation)
{
    /// <summary>Bytes of a row but the last.</summary>
    public const int Chunk = 1 << 20;

    /// <summary>Stores content piece by piece, in place of what is there.</summary>
    /// <exception cref="CorruptLedgerException">The content has another digest; the transaction must not be committed.</exception>
    public async Task Add(Digest digest, Stream content)
    {
        await Remove([digest]).ConfigureAwait(false);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Chunk];
        for (var (chunk, length) = (0, Chunk); length == Chunk; chunk++)
        {
            length = await content.ReadAtLeastAsync(buffer, Chunk, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
            hash.AppendData(buffer, 0, length);
            if (length > 0 || chunk == 0)
            {
                await connection.Command("INSERT INTO ledger_states(digest, chunk, content) VALUES($1, $2, $3)", digest.ToBytes(), chunk, new ReadOnlyMemory<byte>(buffer, 0, length)).Execute(cancellation).ConfigureAwait(false);
            }
        }

        if (new Digest(hash.GetHashAndReset()) is var found && found != digest)
        {
            throw new CorruptLedgerException($"{database.Location}: content that should have digest {digest} has {found}; nothing was stored");
        }
    }

    /// <summary>What is stored under a digest has it.</summary>
    public async Task<bool> Holds(Digest digest)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await Each(digest, content => hash.AppendData(content)).ConfigureAwait(false);
        return new Digest(hash.GetHashAndReset()) == digest;
    }

    /// <summary>The content of a state, or null.</summary>
    public async Task<byte[]?> Content(Digest digest)
    {
        var whole = new MemoryStream();
        return await Each(digest, content => whole.Write(content)).ConfigureAwait(false) == 0 ? null : whole.ToArray();
    }

    /// <summary>How long a state is, or null.</summary>
    public async Task<long?> LengthOf(Digest digest)
    {
        var length = await connection.Command("SELECT coalesce(sum(octet_length(content))::bigint, -1) FROM ledger_states WHERE digest = $1", digest.ToBytes()).Value<long>(cancellation).ConfigureAwait(false);
        return length < 0 ? null : length;
    }

    /// <summary>One piece of a state, or null.</summary>
    public Task<byte[]?> Piece(Digest digest, int chunk) =>
        connection.Command("SELECT content FROM ledger_states WHERE digest = $1 AND chunk = $2", digest.ToBytes(), chunk).Value<byte[]>(cancellation);

    /// <summary>Removes states and says how many bytes they had.</summary>
    public Task<long> Remove(IEnumerable<Digest> digests) => connection.Command(
        "WITH gone AS (DELETE FROM ledger_states WHERE digest = ANY($1) RETURNING octet_length(content) AS length) SELECT coalesce(sum(length), 0)::bigint FROM gone",
        (object)digests.Select(static digest => digest.ToBytes()).ToArray()).Value<long>(cancellation);

    private async Task<int> Each(Digest digest, Action<byte[]> use)
    {
        var command = connection.Command("SELECT content FROM ledger_states WHERE digest = $1 ORDER BY chunk", digest.ToBytes());
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                var pieces = 0;
                for (; await reader.ReadAsync(cancellation).ConfigureAwait(false); pieces++)
                {
                    use(reader.GetFieldValue<byte[]>(0));
                }

                return pieces;
            }
        }
    }
}
