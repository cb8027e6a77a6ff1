using System.Runtime.CompilerServices;

namespace Ledger.Arithmetic.Fast.Sparse;

/// <summary>
/// One call of a <see cref="SparseProduct{T}"/>: the source is written out as tiles [tile][feature][sample], then strips of result
/// features are computed in the cache, sample contiguous, and transposed into the result. Threads share features, then tiles' strips.
/// </summary>
internal unsafe struct SparseTask
{
    private const int Strip = 16;

    public int Samples, Sources, Targets;

    /// <summary>Vectors of a tile's row, and its samples.</summary>
    public int Vectors, Width;

    public int* Starts;
    public Survivor* Survivors;

    /// <summary>[sample][feature], and the weights.</summary>
    public float* Source, Weights;

    /// <summary>[tile][feature][sample].</summary>
    public float* Transposed;

    /// <summary>[sample][feature].</summary>
    public float* Target;

    private readonly int Tiles => (Samples + Width - 1) / Width;

    /// <summary>Computes all of the result.</summary>
    public static void Run<T>(ThreadTeam team, SparseTask task)
        where T : struct, ILanes<T>
    {
        team.Run(&TransposePart, &task);
        team.Run(&MultiplyPart<T>, &task);
    }

    private static void TransposePart(void* argument, int part, int parts)
    {
        var task = (SparseTask*)argument;
        var strips = (task->Sources + Strip - 1) / Strip;
        var (start, end) = (strips * part / parts * Strip, Math.Min(strips * (part + 1) / parts * Strip, task->Sources));
        for (var tile = 0; tile < task->Tiles; tile++)
        {
            var source = task->Source + (nint)tile * task->Width * task->Sources + start;
            Squares.Transpose(source, task->Sources, task->SamplesOf(tile), end - start, task->TileOf(tile) + start * task->Width, task->Width);
        }
    }

    private static void MultiplyPart<T>(void* argument, int part, int parts)
        where T : struct, ILanes<T>
    {
        var task = (SparseTask*)argument;
        var strips = (task->Targets + Strip - 1) / Strip;
        var units = (long)strips * task->Tiles;
        var end = units * (part + 1) / parts;
        for (var unit = units * part / parts; unit < end; unit++)
        {
            task->MultiplyStrip<T>((int)(unit / strips), (int)(unit % strips) * Strip);
        }
    }

    [SkipLocalsInit]
    private readonly void MultiplyStrip<T>(int tile, int first)
        where T : struct, ILanes<T>
    {
        // On a cache line, so that no vector lies on two.
        var room = stackalloc float[Strip * SampleChains<T>.MaximumVectors * T.Count + 16];
        var rows = (float*)(((nint)room + 63) & ~(nint)63);
        var count = Math.Min(Strip, Targets - first);
        for (var n = 0; n < count; n++)
        {
            var starts = Starts + first + n;
            SampleChains<T>.Run(Vectors, Survivors + starts[0], Survivors + starts[1], Weights, TileOf(tile), rows + n * Width);
        }

        Squares.Transpose(rows, Width, count, SamplesOf(tile), Target + (nint)tile * Width * Targets + first, Targets);
    }

    private readonly float* TileOf(int tile) => Transposed + (nint)tile * Width * Sources;

    private readonly int SamplesOf(int tile) => Math.Min(Width, Samples - tile * Width);
}
