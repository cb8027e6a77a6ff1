namespace Ledger.Arithmetic.Tensors;

/// <summary>Memory that a device owns; only that device knows what lies behind it.</summary>
public abstract class DeviceMemory : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the memory.</summary>
    protected abstract void Dispose(bool disposing);
}
