using Ledger.Arithmetic.Reference;
using Ledger.Training.Networks;
using Ledger.Training.Recipes;
using Ledger.Training.States;
using Ledger.Training.Tests.Fixtures;

namespace Ledger.Training.Tests.Execution;

/// <summary>The gradients of every layer, as specified, against finite differences of a binary64 loss that was written apart from them.</summary>
public sealed class LayerGradientTests
{
    // Central differences err by Distance² · f‴ and by 2⁻⁵³ · loss / Distance, together about 1e-9; what is left are the roundings of the step
    // itself: some hundreds of binary32 operations of 6e-8 each in a chain, which err by a share of what they add up: a batch norm passes the
    // largest gradients on to the smallest.
    private const double Distance = 1e-6, Relative = 1e-5, Absolute = 2e-6;

    // Slopes on both sides of a smooth point differ by Distance · f″, which is below this; at the kink of a ReLU or a maximum they differ by
    // as much as they are, and where that is less than this the mean of both is still within Absolute.
    private const double Kink = 4e-6;

    private const int Every = 5;

    /// <summary>Every small network, dense and as a ticket.</summary>
    public static TheoryData<string, int, bool> Cases()
    {
        var cases = new TheoryData<string, int, bool>();
        foreach (var name in SmallNetworks.Names)
        {
            cases.Add(name, 7, false);
            cases.Add(name, 35, true);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Advance_WithoutMomentumAndDecay_AppliesTheSlopeOfTheLoss(string name, int batch, bool isMasked)
    {
        var training = Plain(SmallNetworks.Training(name, batch, kept: isMasked ? 0.5 : 1));
        var (_, after) = training.Run(new ReferenceDevice(), 1);
        var (recipe, set) = (training.Recipe, training.Data.Train);
        var indices = new DataOrder(recipe.Samples, batch, recipe.OrderSeed).BatchAt(0).ToArray();
        var samples = indices.Select(i => set.Samples.Slice(set.Features * i, set.Features).ToArray()).ToArray();
        var labels = indices.Select(i => set.Labels.Span[i]).ToArray();
        var network = new Binary64Network(recipe);
        double[] values = [.. training.Start.Values.Select(static value => (double)value)];
        var bits = training.Mask?.OverParameters();
        var largest = after.Slots[0].Values.Max(Math.Abs);
        var (loss, compared, kinks) = (network.Loss(values, samples, labels), 0, 0);

        for (var i = 0; i < recipe.Network.ParameterCount; i += Every)
        {
            if (bits is not null && (bits[i / 8] >> (i % 8) & 1) == 0)
            {
                Assert.Equal(0f, after.Slots[0].Values[i]);
                continue;
            }

            var (above, below) = (LossWith(i, Distance), LossWith(i, -Distance));
            if (Math.Abs(above - loss - (loss - below)) / Distance > Kink)
            {
                kinks++;
                continue;
            }

            var slope = (above - below) / (2 * Distance);
            Assert.Equal(slope, after.Slots[0].Values[i], Absolute + (Relative * largest));
            compared++;
        }

        Assert.True(compared > 20 && kinks * 20 <= compared, $"{kinks} kinks, {compared} slopes compared");

        double LossWith(int index, double change)
        {
            var before = values[index];
            values[index] = before + change;
            var changed = network.Loss(values, samples, labels);
            values[index] = before;
            return changed;
        }
    }

    [Fact]
    public void Networks_OfTheTest_HaveEveryLayer()
    {
        var kinds = SmallNetworks.Names.SelectMany(static name => All(SmallNetworks.Of(name).Layers)).Select(static layer => layer.GetType()).ToHashSet();

        Assert.Equal(typeof(Layer).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(Layer))).ToHashSet(), kinds);
    }

    private static IEnumerable<Layer> All(IEnumerable<Layer> layers) => layers.SelectMany(static layer =>
        layer is Training.Networks.Layers.ResidualLayer residual ? All(residual.Main.Concat(residual.Shortcut)).Prepend(layer) : [layer]);

    /// <summary>A training whose velocity is the gradient; biases, γ and β away from 0 and 1, where mistakes would hide.</summary>
    private static SmallTraining Plain(SmallTraining training)
    {
        var values = training.Start.Values.ToArray();
        foreach (var tensor in training.Recipe.Network.Parameters().Where(static tensor => !tensor.IsPrunable))
        {
            for (var i = tensor.Offset; i < tensor.End; i++)
            {
                values[i] += (((i * 2654435761u >> 8) & 255) / 255f) - 0.5f;
            }
        }

        return training with { Recipe = training.Recipe with { Momentum = 0, WeightDecay = 0 }, Start = new NetworkState(training.Recipe.Network, values) };
    }
}
