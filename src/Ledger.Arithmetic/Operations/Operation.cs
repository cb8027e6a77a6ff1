using System.Runtime.CompilerServices;
using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>
/// One operation of <c>exact-f32/1</c>, bound to the tensors that it reads and writes. A device readies it once and may then run it any
/// number of times. Every device gives the same bits; docs/arithmetic.md and the reference kernels say which.
/// </summary>
public abstract record Operation
{
    /// <summary>What is done, for reports.</summary>
    public string Name => GetType().Name;

    /// <summary>Everything it writes, with what is defined of it.</summary>
    public abstract IEnumerable<Output> Outputs { get; }

    /// <summary>The ring whose current record it writes, or null.</summary>
    public virtual StepRing? Reports => null;

    /// <summary>The same operation on other tensors.</summary>
    public abstract Operation On(IPlacement placement);

    /// <summary>Refuses operands that do not fit together, so that kernels may trust their pointers.</summary>
    /// <exception cref="ArgumentException">Extents differ.</exception>
    internal abstract void Check();

    private protected static void Equal(int found, int wanted, Tensor of, [CallerArgumentExpression(nameof(found))] string name = "")
    {
        if (found != wanted)
        {
            throw new ArgumentException($"{of.Name}{of.Shape}: {name} is {found}, wanted {wanted}");
        }
    }
}
