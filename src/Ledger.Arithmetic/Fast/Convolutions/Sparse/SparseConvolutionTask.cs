using Ledger.Arithmetic.Fast.Sparse;

namespace Ledger.Arithmetic.Fast.Convolutions.Sparse;

/// <summary>
/// One call of a <see cref="SparseConvolution{T}"/>: row by row of a group of samples, the source's rows are transposed as they come into
/// reach, the result's row is computed in the cache and transposed back. Threads share the rows of all groups.
/// </summary>
internal unsafe struct SparseConvolutionTask
{
    public TapSteps Rows, Columns;

    /// <summary>The source; its room is the thread's.</summary>
    public SourceRows Source;

    /// <summary>Rows of the result.</summary>
    public RowLayout Layout;

    /// <summary><see cref="KeptTaps.Starts"/> and <see cref="KeptTaps.Taps"/>.</summary>
    public int* Starts;
    public KeptTap* Taps;

    public float* Weights;

    /// <summary>[sample, row, column, channel].</summary>
    public float* Target;

    /// <summary>Room of each thread: the source's rows, then one of the result.</summary>
    public float* Rooms;
    public nint RoomSize;

    /// <summary>Computes all of the result.</summary>
    public static void Run<T>(ThreadTeam team, SparseConvolutionTask task)
        where T : struct, ILanes<T> =>
        team.Run(&RunPart<T>, &task);

    private static void RunPart<T>(void* argument, int part, int parts)
        where T : struct, ILanes<T>
    {
        var task = *(SparseConvolutionTask*)argument;
        var (groups, rows) = ((task.Source.Samples + T.Count - 1) / T.Count, task.Rows.Targets);
        var (start, end) = ((long)groups * rows * part / parts, (long)groups * rows * (part + 1) / parts);
        task.Source.Room = task.Rooms + part * task.RoomSize;
        task.Source.Clear();
        for (var n = start; n < end; n++)
        {
            var (group, row) = ((int)(n / rows), (int)(n % rows));
            if (row == 0 || n == start)
            {
                task.Source.Restart(group);
            }

            task.Compute<T>(row);
            task.Write(group, row);
        }
    }

    private readonly float* Result => Source.Room + (nint)Source.Slots * Source.Layout.Size;

    private void Compute<T>(int row)
        where T : struct, ILanes<T>
    {
        var (first, end) = Rows.Taps(row);
        var sources = stackalloc float*[Rows.Kernel];
        LoadRows(row, first, end, sources);
        for (var phase = 0; phase < Columns.TargetStep; phase++)
        {
            var starts = Starts + (nint)(row % Rows.TargetStep * Columns.TargetStep + phase) * Layout.Channels * (Rows.Kernel + 1);
            var target = Result + (nint)phase * Layout.Width * T.Count;

            // All channels of a tile before the next columns: what they read stays near.
            for (var (column, count) = (0, Columns.Count(phase)); column < count;)
            {
                var columns = TapChains<T>.Columns(count - column);
                for (var channel = 0; channel < Layout.Channels; channel++)
                {
                    var start = starts + channel * (Rows.Kernel + 1);
                    TapChains<T>.Run(columns, Taps + start[first], Taps + start[end], Weights, sources, target + (nint)channel * Layout.Channel);
                }

                column += columns;
                target += columns * T.Count;
                for (var tap = first; tap < end; tap++)
                {
                    sources[tap] += columns * T.Count;
                }
            }

            for (var tap = first; tap < end; tap++)
            {
                sources[tap] -= Columns.Count(phase) * T.Count;
            }
        }
    }

    private void LoadRows(int row, int first, int end, float** sources)
    {
        if (first == end)
        {
            return;
        }

        var (a, b) = (Rows.Source(row, first), Rows.Source(row, end - 1));
        Source.Load(Math.Min(a, b), Math.Max(a, b));
        for (var tap = first; tap < end; tap++)
        {
            // A tap between that this phase doesn't see has no chain; its row is as good as any.
            sources[tap] = Source.Row(Rows.Sees(row % Rows.TargetStep, tap) ? Rows.Source(row, tap) : a);
        }
    }

    private readonly void Write(int group, int row)
    {
        var first = group * Layout.Lanes;
        var sample = (nint)Rows.Targets * Columns.Targets * Layout.Channels;
        var target = Target + first * sample + (nint)row * Columns.Targets * Layout.Channels;
        for (var column = 0; column < Columns.Targets; column++)
        {
            Squares.Transpose(Result + Layout.At(column), Layout.Channel, Layout.Channels, Math.Min(Layout.Lanes, Source.Samples - first), target + (nint)column * Layout.Channels, sample);
        }
    }
}
