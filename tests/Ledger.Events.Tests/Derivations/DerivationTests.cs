using Ledger.Events.Derivations;
using Ledger.Events.Hashing;

namespace Ledger.Events.Tests.Derivations;

/// <summary>Keys of derivations: what changes them, and that old ones stay.</summary>
public sealed class DerivationTests
{
    private static readonly Digest State = Digest.Of("state"u8);
    private static readonly Digest Mask = Digest.Of("mask"u8);

    [Fact]
    public void Key_KnownDerivation_IsTheGoldenValue() =>
        Assert.Equal("50bb5cfee3e66b4cfb2bf79fb7bd4ab6c89a7ce43b2e4993b539f55f7e2a9e82", Sample(new Parameters(60, 0.1m)).Key.ToString());

    [Fact]
    public void Key_WithoutInputs_IsTheGoldenValue() =>
        Assert.Equal("2f444250ed96e0961d89b695317bba69b5d6a62656a26b525c40ace88b47a7ad", Derivation.Of("initialize/1", "exact-f32/1", new { network = "mlp:4-2", seed = 7UL }).Key.ToString());

    [Fact]
    public void Key_LaterParameterAtItsNeutralValue_IsTheOldKey() =>
        Assert.Equal(Sample(new Parameters(60, 0.1m)).Key, Sample(new LaterParameters(60, 0.1m, Smoothing: null)).Key);

    [Fact]
    public void Key_EmptyRole_IsTheKeyWithoutIt() =>
        Assert.Equal(
            Derivation.Of("train/1", "exact-f32/1", new Parameters(60, 0.1m), ("state", State)).Key,
            Derivation.Of("train/1", "exact-f32/1", new Parameters(60, 0.1m), ("state", State), ("mask", null)).Key);

    [Fact]
    public void Key_OrderOfRoles_DoesNotMatter() =>
        Assert.Equal(
            Derivation.Of("train/1", "exact-f32/1", new Parameters(60, 0.1m), ("mask", Mask), ("state", State)).Key,
            Sample(new Parameters(60, 0.1m)).Key);

    [Fact]
    public void Key_AnythingElse_Changes()
    {
        var key = Sample(new Parameters(60, 0.1m)).Key;

        Assert.NotEqual(key, Sample(new Parameters(61, 0.1m)).Key);
        Assert.NotEqual(key, Sample(new Parameters(60, 0.11m)).Key);
        Assert.NotEqual(key, Sample(new LaterParameters(60, 0.1m, "0.1")).Key);
        Assert.NotEqual(key, Derivation.Of("train/2", "exact-f32/1", new Parameters(60, 0.1m), ("state", State), ("mask", Mask)).Key);
        Assert.NotEqual(key, Derivation.Of("train/1", "exact-f32/2", new Parameters(60, 0.1m), ("state", State), ("mask", Mask)).Key);
        Assert.NotEqual(key, Derivation.Of("train/1", "exact-f32/1", new Parameters(60, 0.1m), ("state", Mask), ("mask", State)).Key);
    }

    [Fact]
    public void ParametersAs_TheirType_ComeBack()
    {
        var derivation = Sample(new Parameters(60, 0.1m));

        Assert.Equal(new Parameters(60, 0.1m), derivation.ParametersAs<Parameters>());
        Assert.Equal(State, derivation.Input("state"));
        Assert.Null(derivation.Input("teacher"));
    }

    private static Derivation Sample(object parameters) => Derivation.Of("train/1", "exact-f32/1", parameters, ("state", State), ("mask", Mask));

    private sealed record Parameters(int Batch, decimal Rate);

    private sealed record LaterParameters(int Batch, decimal Rate, string? Smoothing);
}
