namespace Ledger.Arithmetic.Tensors;

/// <summary>Bytes in the process's own memory: the device's, or the caller's without a copy.</summary>
internal sealed class HostBytes(ReadOnlyMemory<byte> bytes, Memory<byte> writable) : DeviceMemory
{
    public HostBytes(byte[] own)
        : this(own, own)
    {
    }

    /// <summary>All bytes.</summary>
    public ReadOnlySpan<byte> Bytes => bytes.Span;

    /// <summary>All bytes, empty if they are the caller's.</summary>
    public Span<byte> Writable => writable.Span;

    protected override void Dispose(bool disposing) => bytes = writable = default;
}
