using Ledger.Arithmetic.Operations;

namespace Ledger.Arithmetic.Fast.Convolutions;

/// <inheritdoc/>
/// <typeparam name="T">The lanes.</typeparam>
internal sealed unsafe class ConvolutionKernels<T>(ThreadTeam team, int cacheBytes) : ConvolutionKernels
    where T : struct, ILanes<T>
{
    // Rows of small maps are too short for tall tiles, and mostly border: tiles go along the samples instead.
    private const int WidestGrouped = 8, FewestGrouped = 4;

    private readonly TapAxis _rows = new(), _columns = new();
    private readonly ScratchMemory _panels = new(), _groups = new(), _sums = new();

    public override void Forward(in ConvolutionShape shape, ReadOnlySpan<float> x, ReadOnlySpan<float> w, Span<float> y)
    {
        _rows.Forward(shape.OutputRows, shape.Rows, shape.Kernel, shape.Stride, shape.Padding);
        _columns.Forward(shape.OutputColumns, shape.Columns, shape.Kernel, shape.Stride, shape.Padding);
        fixed (float* source = x, weights = w, target = y)
        {
            Run(shape.Samples, shape.Kernel, weights, isTransposed: false, new TapProduct
            {
                Source = source,
                SourceColumns = shape.Columns,
                SourceChannels = shape.Inputs,
                SourcePositions = shape.InputPositions,
                Target = target,
                TargetColumns = shape.OutputColumns,
                TargetChannels = shape.Outputs,
                TargetPositions = shape.OutputPositions,
            });
        }
    }

    public override void InputGradient(in ConvolutionShape shape, ReadOnlySpan<float> dy, ReadOnlySpan<float> w, Span<float> dx)
    {
        _rows.Backward(shape.Rows, shape.OutputRows, shape.Kernel, shape.Stride, shape.Padding);
        _columns.Backward(shape.Columns, shape.OutputColumns, shape.Kernel, shape.Stride, shape.Padding);
        fixed (float* source = dy, weights = w, target = dx)
        {
            Run(shape.Samples, shape.Kernel, weights, isTransposed: true, new TapProduct
            {
                Source = source,
                SourceColumns = shape.OutputColumns,
                SourceChannels = shape.Outputs,
                SourcePositions = shape.OutputPositions,
                Target = target,
                TargetColumns = shape.Columns,
                TargetChannels = shape.Inputs,
                TargetPositions = shape.InputPositions,
            });
        }
    }

    public override void WeightGradient(in ConvolutionShape shape, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dw)
    {
        var sums = WeightSums.Of<T>(shape, cacheBytes);
        sums.Sums = _sums.Take(sums.Size(T.Count));
        sums.Rooms = sums.IsPacked ? _groups.Take(WeightSources.RoomSize(sums, T.Count) * team.Size) : null;
        fixed (float* source = x, gradient = dy, target = dw)
        {
            sums.X = source;
            sums.Dy = gradient;
            sums.Dw = target;
            WeightSums.Run<T>(team, sums);
        }
    }

    protected override bool AreFinite(ReadOnlySpan<float> values) => Elementwise<T>.AreFinite(values);

    private void Run(int samples, int kernel, float* weights, bool isTransposed, TapProduct product)
    {
        var taps = kernel * kernel;
        product.Samples = samples;
        product.Kernel = kernel;
        product.Panels = _panels.Take(WeightPanels.Size(taps, product.SourceChannels, product.TargetChannels, T.Count));
        WeightPanels.Run(team, weights, taps, product.SourceChannels, product.TargetChannels, T.Count, isTransposed, product.Panels);
        if (product.TargetColumns <= WidestGrouped && samples >= FewestGrouped)
        {
            var size = product.SourcePositions * product.SourceChannels;
            var groups = _groups.Take(SampleGroups.Size(samples, size));
            SampleGroups.Run(team, product.Source, samples, size, groups);
            product.Source = groups;
            product.IsGrouped = true;
        }

        (product.TargetStep, product.SourceStep) = (_rows.TargetStep, _rows.SourceStep);
        (product.TapStep, product.TapSourceStep) = (_rows.TapStep, _rows.TapSourceStep);
        (product.RowRunCount, product.ColumnRunCount) = (_rows.Runs.Length, _columns.Runs.Length);
        fixed (TapRun* rowRuns = _rows.Runs, columnRuns = _columns.Runs)
        {
            product.RowRuns = rowRuns;
            product.ColumnRuns = columnRuns;
            TapProduct.Run<T>(team, product);
        }
    }
}
