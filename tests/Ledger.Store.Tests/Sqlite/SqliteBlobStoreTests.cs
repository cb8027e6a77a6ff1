using Ledger.Events.Hashing;
using Ledger.Store.Contract;
using Ledger.Store.Sqlite;
using Ledger.Store.Tests.Contract;
using Ledger.Store.Tests.Fixtures;

namespace Ledger.Store.Tests.Sqlite;

/// <summary>The contract on SQLite.</summary>
public sealed class SqliteBlobStoreTests : BlobStoreContract
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task PutStreamAndOpenBlob_LongContent_KeepLittleInMemory()
    {
        const int Length = 64 << 20;
        var digest = Digest.Of(new MemoryStream(new byte[Length]));
        using var content = new Zeros(Length);
        _ = await Store.Has(digest, Cancellation);
        var before = GC.GetAllocatedBytesForCurrentThread();

        await Store.Put(BlobKind.State, digest, content, Cancellation);
        await using (var opened = await Store.OpenBlob(digest, Cancellation))
        {
            Assert.Equal(digest, Digest.Of(opened!));
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Length / 4);
    }

    /// <inheritdoc/>
    protected override ILedgerStore Open() => SqliteLedgerStore.Open(_folder.File("a.ledger"), OpenMode.Create);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _folder.Dispose();
    }

    private sealed class Zeros(long length) : Stream
    {
        public override long Length => length;

        public override long Position { get; set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override int Read(Span<byte> buffer)
        {
            var read = (int)Math.Min(buffer.Length, Length - Position);
            buffer[..read].Clear();
            Position += read;
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        // On the caller's thread, as SQLite works, so that what it allocates is counted.
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Read(buffer.Span));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer, offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
