using System.Security.Cryptography;
using Ledger.Events.Hashing;
using Ledger.Store.Contract;
using Ledger.Store.Integrity;

namespace Ledger.Store.Postgres;

/// <summary>Pieces of states in order, put together to be checked.</summary>
internal sealed class StatePieces
{
    private IncrementalHash? _hash;
    private byte[] _name = [];
    private int _next;
    private long _length;

    /// <summary>Takes the next piece; answers the state that ended before it.</summary>
    public BlobRow? Next(byte[] name, int chunk, byte[] content)
    {
        BlobRow? ended = null;
        if (_hash is null || !name.AsSpan().SequenceEqual(_name))
        {
            ended = Last();
            (_hash, _name, _next, _length) = (IncrementalHash.CreateHash(HashAlgorithmName.SHA256), name, 0, 0);
        }

        // A piece that is not where it belongs is told by the digest, as other content is.
        _hash.AppendData(chunk == _next++ ? content : [.. content, 0]);
        _length += content.Length;
        return ended;
    }

    /// <summary>The last state, or null if there is none.</summary>
    public BlobRow? Last()
    {
        if (_hash is null)
        {
            return null;
        }

        var row = new BlobRow(_name, BlobKindText.Of(BlobKind.State), new Digest(_hash.GetHashAndReset()), _length);
        _hash.Dispose();
        _hash = null;
        return row;
    }
}
