using System.Security.Cryptography;
using Ledger.Training.Networks;
using Ledger.Training.Networks.Layers;
using Ledger.Training.States;
using Ledger.Training.Tests.Fixtures;

namespace Ledger.Training.Tests.States;

/// <summary>State, mask and ticket files: golden digests from another implementation, round trips, and what is refused.</summary>
public sealed class StateFileTests
{
    private static readonly NetworkDescription Network = MultilayerPerceptron.Of(3, 4, 2);

    private static readonly float[] Parameters = [.. Enumerable.Range(0, 26).Select(static i => (0.5f * i) - 3f)];

    private static readonly OptimiserSlot[] Velocity = [new("velocity", [.. Enumerable.Range(0, 26).Select(static i => -0.25f * i)])];

    private static readonly WeightMask Mask = new(Network, [[0b10110101, 0b1010], [0b01111110]]);

    [Fact]
    public void Write_State_HasTheGoldenDigest()
    {
        Assert.Equal("15E8D1C3090E9946194178EDB01976A22D48DBA512B11C491FC9FEB3A1F0EDCD", Sha(StateFile.Write(new NetworkState(Network, Parameters))));
        Assert.Equal("DD149B47CE78BB6513767A4E7E89F05B2CFF49D434026CA34DC18A84B311ACF0", Sha(StateFile.Write(new NetworkState(Network, Parameters, Velocity))));
    }

    [Fact]
    public void Write_Mask_HasTheGoldenDigest() =>
        Assert.Equal("D1EDE360B27ECCC60FD67BB73F8F44A61F4CED7FDF6D9E015ED997C865A8FC5E", Sha(StateFile.Write(Mask)));

    [Fact]
    public void WriteTicket_StateAndMask_HasTheGoldenDigest() =>
        Assert.Equal("ECAF4DAE21CC92FFB98D3CA1B04FE3203057CB519F725EC987C3907B1BF58289", Sha(StateFile.WriteTicket(new NetworkState(Network, Parameters, Velocity), Mask)));

    [Fact]
    public void WriteTicket_Dense_IsTheStateWithoutVelocity() =>
        Assert.Equal(StateFile.Write(new NetworkState(Network, Parameters)), StateFile.WriteTicket(new NetworkState(Network, Parameters, Velocity), null));

    [Fact]
    public void ReadState_Written_ComesBackBitForBit()
    {
        float[] odd = [-0f, float.Epsilon, -float.MaxValue, .. Parameters[3..]];
        foreach (var state in new NetworkState[] { new(Network, odd), new(Network, Parameters, [new OptimiserSlot("velocity", odd)]) })
        {
            FloatBits.AssertEqual(state, StateFile.ReadState(Network, StateFile.Write(state)));
        }
    }

    [Fact]
    public void ReadParameters_OfAnyState_AreItsParametersBitForBit()
    {
        float[] odd = [-0f, float.Epsilon, -float.MaxValue, .. Parameters[3..]];
        foreach (var velocity in new[] { [], Velocity })
        {
            var state = new NetworkState(Network, odd, velocity);
            FloatBits.AssertEqual(state, state with { Values = StateFile.ReadParameters(Network, StateFile.Write(state)) });
        }
    }

    [Fact]
    public void ReadMask_Written_ComesBackBitForBit()
    {
        var read = StateFile.ReadMask(Network, StateFile.Write(Mask));

        Assert.Equal(Mask.Layers, read.Layers);
        Assert.Same(Network, read.Network);
    }

    [Fact]
    public void ReadState_OfAnotherNetwork_IsRefused()
    {
        var file = StateFile.Write(new NetworkState(Network, Parameters, Velocity));

        Assert.All(Others(), other => Assert.Throws<InvalidDataException>(() => StateFile.ReadState(other, file)));
    }

    [Fact]
    public void ReadState_VelocityOfSomeParametersOnly_IsRefused()
    {
        var entries = Safetensors.Read(StateFile.Write(new NetworkState(Network, Parameters, Velocity)));

        Assert.All([0, 3, 5, 7], count => Assert.Throws<InvalidDataException>(() => StateFile.ReadState(Network, Safetensors.Write([.. entries.Take(count)]))));
    }

    [Fact]
    public void ReadMask_OfAnotherNetwork_IsRefused()
    {
        var file = StateFile.Write(Mask);

        Assert.All(Others(), other => Assert.Throws<InvalidDataException>(() => StateFile.ReadMask(other, file)));
    }

    [Fact]
    public void ReadMask_UnusedBitSet_IsRefused()
    {
        var file = StateFile.Write(new WeightMask(Network, [[0b10110101, 0b10000], [0b01111110]]));

        Assert.Throws<InvalidDataException>(() => StateFile.ReadMask(Network, file));
    }

    [Fact]
    public void Read_StateAsMaskAndMaskAsState_IsRefused()
    {
        Assert.Throws<InvalidDataException>(() => StateFile.ReadMask(Network, StateFile.Write(new NetworkState(Network, Parameters))));
        Assert.Throws<InvalidDataException>(() => StateFile.ReadState(Network, StateFile.Write(Mask)));
    }

    // Other extents under the same names, the same sizes in other shapes, another name, one layer more or less.
    private static NetworkDescription[] Others() =>
    [
        MultilayerPerceptron.Of(3, 5, 2),
        MultilayerPerceptron.Of(30, 4, 2),
        MultilayerPerceptron.Of([new LinearLayer("other", 3, 4), new LinearLayer("fc2", 4, 2)]),
        MultilayerPerceptron.Of(3, 4),
        MultilayerPerceptron.Of(3, 4, 2, 2),
    ];

    private static string Sha(byte[] file) => Convert.ToHexString(SHA256.HashData(file));
}
