using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;
using Ledger.Training.Networks;
using Ledger.Training.Networks.Layers;

namespace Ledger.Training.Execution.Layers;

/// <summary>Two paths from one input to one sum, with the ReLU that follows it where one does.</summary>
internal sealed class ResidualProgram(Assembly assembly, ResidualLayer layer, Features input, bool rectify) : ILayerProgram
{
    private readonly SequenceProgram _main = new(assembly, layer.Main, input);
    private readonly SequenceProgram _shortcut = new(assembly, layer.Shortcut, input);
    private Tensor _y = null!;

    public Tensor Forward(Tensor x)
    {
        var isFirst = assembly.Share(x);
        var shortcut = _shortcut.Forward(x);
        var main = _main.Forward(x);

        _y = assembly.OwnForSum(main);
        assembly.Emit(new AddTo(shortcut, _y, rectify));
        if (isFirst)
        {
            assembly.Unshare(x);
        }

        if (shortcut.Memory != x.Memory)
        {
            assembly.Consume(shortcut);
        }

        assembly.Consume(x);
        return _y;
    }

    public Tensor? Backward(Tensor dy, bool isWanted)
    {
        if (rectify)
        {
            dy = assembly.Own(dy) with { Name = $"{layer.Name}.gradient" };
            assembly.Emit(new ReluGradient(_y, dy));
        }

        var isFirst = assembly.Share(dy);
        var main = _main.Backward(dy, isWanted);
        var shortcut = _shortcut.Backward(dy, isWanted);
        if (isFirst)
        {
            assembly.Unshare(dy);
        }

        if (main is null || shortcut is null)
        {
            assembly.Release(dy);
            return null;
        }

        var dx = main with { Name = $"{layer.Name}.input.gradient" };
        assembly.Emit(new AddTo(shortcut, dx));
        foreach (var read in new[] { shortcut, dy })
        {
            if (read.Memory != dx.Memory)
            {
                assembly.Release(read);
            }
        }

        return dx;
    }
}
