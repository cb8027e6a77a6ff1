namespace Ledger.Arithmetic.Fast;

/// <summary>Memory between the passes of one operation, on a 64-byte boundary: it grows to the largest wish and stays.</summary>
internal sealed unsafe class ScratchMemory
{
    private const int Alignment = 64 / sizeof(float);

    private float[] _room = [];

    /// <summary>Room for <paramref name="length"/> elements of any content; the last room is lost.</summary>
    public float* Take(nint length)
    {
        if (_room.Length < length + Alignment)
        {
            _room = GC.AllocateUninitializedArray<float>(checked((int)length + Alignment), pinned: true);
        }

        fixed (float* first = _room)
        {
            return (float*)(((nint)first + 63) & ~(nint)63);
        }
    }
}
