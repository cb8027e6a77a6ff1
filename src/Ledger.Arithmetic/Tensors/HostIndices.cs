namespace Ledger.Arithmetic.Tensors;

/// <summary>Indices in the process's own memory.</summary>
internal sealed class HostIndices(int length) : DeviceMemory
{
    private int[] _elements = new int[length];

    /// <summary>All of them.</summary>
    public Span<int> Elements => _elements;

    protected override void Dispose(bool disposing) => _elements = [];
}
