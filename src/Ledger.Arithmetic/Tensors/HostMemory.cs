namespace Ledger.Arithmetic.Tensors;

/// <summary>binary32 elements in the process's own memory, on a 64-byte boundary, with readable slack after the end.</summary>
/// <remarks>A pinned array: kernels hold it by <c>fixed</c>, so that it can't be freed under them.</remarks>
internal sealed class HostMemory : DeviceMemory
{
    // A vector that starts at the last element may be read whole: the widest kernel reads two of 64 bytes.
    // Tensors begin at different places of a page: streams that run in step then fall into different cache sets.
    private const int Slack = 64, Alignment = 16, Colours = 16, ColourStep = 80;

    private readonly int _start;
    private float[] _array;

    public unsafe HostMemory(int length, int colour)
    {
        _array = GC.AllocateArray<float>(checked(length + Slack + Alignment + Colours * ColourStep), pinned: true);
        fixed (float* first = _array)
        {
            _start = (int)((-(nint)first >> 2) & (Alignment - 1)) + colour % Colours * ColourStep;
        }

        Length = length;
    }

    /// <summary>Number of elements.</summary>
    public int Length { get; }

    /// <summary>All elements.</summary>
    public Span<float> Elements => _array.AsSpan(_start, Length);

    protected override void Dispose(bool disposing) => _array = [];
}
