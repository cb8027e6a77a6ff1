using Ledger.Arithmetic.Elementary;

namespace Ledger.Arithmetic.Fast.Convolutions.Sparse;

/// <summary>
/// One call of a <see cref="SparseConvolutionGradient{T}"/>: row by row of a group of samples, rows of x and dy are transposed, and each
/// kept weight's chain goes on along the row; then the group's samples are added to their block's sum. Threads share the outputs of all blocks.
/// </summary>
internal unsafe struct SparseGradientTask
{
    public TapSteps Rows;

    /// <summary>x; its room is the thread's.</summary>
    public SourceRows X;

    /// <summary>[sample, row, column, output], its transposed rows, and its columns.</summary>
    public float* Dy;
    public RowLayout Layout;
    public int Columns;

    /// <summary><see cref="KeptTaps.Starts"/> and <see cref="KeptTaps.Taps"/>.</summary>
    public int* Starts;
    public KeptTap* Taps;
    public int TapCount;

    /// <summary>[block][tap].</summary>
    public float* Sums;

    /// <summary>Room of each thread: rows of x, a row of dy, and a vector for each tap.</summary>
    public float* Rooms;
    public nint RoomSize;

    private float* _row, _chains;

    /// <summary>Computes the sums of every block.</summary>
    public static void Run<T>(ThreadTeam team, SparseGradientTask task)
        where T : struct, ILanes<T> =>
        team.Run(&RunPart<T>, &task);

    private static void RunPart<T>(void* argument, int part, int parts)
        where T : struct, ILanes<T>
    {
        var task = *(SparseGradientTask*)argument;
        var (blocks, outputs) = ((task.X.Samples + PairwiseBlocks.BlockSize - 1) / PairwiseBlocks.BlockSize, task.Layout.Channels);
        task.X.Room = task.Rooms + part * task.RoomSize;
        task._row = task.X.Room + (nint)task.X.Slots * task.X.Layout.Size;
        task._chains = task.X.Room + task.RoomSize - (nint)task.TapCount * 16;
        task.X.Clear();
        var end = (long)blocks * outputs * (part + 1) / parts;
        for (var n = (long)blocks * outputs * part / parts; n < end;)
        {
            var (block, output) = ((int)(n / outputs), (int)(n % outputs));
            var last = (int)Math.Min(outputs, output + end - n);
            task.SumBlock<T>(block, output, last);
            n += last - output;
        }
    }

    private void SumBlock<T>(int block, int output, int end)
        where T : struct, ILanes<T>
    {
        var (first, last) = (Starts[output * (Rows.Kernel + 1)], Starts[(end - 1) * (Rows.Kernel + 1) + Rows.Kernel]);
        var sums = new Span<float>(Sums + (nint)block * TapCount + first, last - first);
        sums.Clear();
        var stop = Math.Min(X.Samples, (block + 1) * PairwiseBlocks.BlockSize);
        for (var sample = block * PairwiseBlocks.BlockSize; sample < stop && first < last; sample += T.Count)
        {
            new Span<float>(_chains + (nint)first * T.Count, (last - first) * T.Count).Clear();
            X.Restart(sample / T.Count);
            for (var row = 0; row < Rows.Targets; row++)
            {
                AddRow<T>(sample / T.Count, row, output, end);
            }

            AddSamples(_chains + (nint)first * T.Count, T.Count, Math.Min(T.Count, stop - sample), sums);
        }
    }

    private void AddRow<T>(int group, int row, int output, int end)
        where T : struct, ILanes<T>
    {
        var (first, last) = Rows.Taps(row);
        if (first == last)
        {
            return;
        }

        X.Load(Rows.Source(row, first), Rows.Source(row, last - 1));
        var sources = stackalloc float*[Rows.Kernel];
        for (var tap = first; tap < last; tap++)
        {
            sources[tap] = X.Row(Rows.Source(row, tap));
        }

        SourceRows.Transpose(Dy + output, X.Samples, Rows.Targets, Columns, group, row, Layout, end - output, _row);
        for (var n = output; n < end; n++)
        {
            var start = Starts + n * (Rows.Kernel + 1);
            RowSums<T>.Run(Taps + start[first], Taps + start[last], sources, _row + (nint)(n - output) * Layout.Channel, Columns, _chains + (nint)start[first] * T.Count);
        }
    }

    // A block's sum is never −0, so that the + (+0) that ends a chain is this addition.
    private static void AddSamples(float* chains, int lanes, int samples, Span<float> sums)
    {
        for (var n = 0; n < sums.Length; n++)
        {
            var sum = sums[n];
            for (var lane = 0; lane < samples; lane++)
            {
                sum += chains[lane];
            }

            sums[n] = sum;
            chains += lanes;
        }
    }
}
