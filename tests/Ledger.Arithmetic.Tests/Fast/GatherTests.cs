using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Tests.Fast;

/// <summary>Batches out of data sets: fast equals reference.</summary>
public sealed class GatherTests
{
    [Theory]
    [ClassData(typeof(FastDevices))]
    public void GatherSamples_AllBytes_EqualsReference(int threads, string kind)
    {
        using var twins = new Twins(threads, kind);
        var samples = Enumerable.Range(0, 3 * 301).Select(i => (byte)i).ToArray();
        twins.Agree(d =>
        {
            var batch = d.Allocate(new Shape(4, 301));
            d.Do(new GatherSamples(d.Put(new Shape(3, 301), samples), d.Put(2, 0, 2, 1), batch, null, new StepValues()));
            return d.Take(batch);
        });
    }
}
