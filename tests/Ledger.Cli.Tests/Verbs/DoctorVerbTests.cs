using Ledger.Application.Diagnostics;
using Ledger.Application.Training;
using Ledger.Cli.Tests.Fixtures;

namespace Ledger.Cli.Tests.Verbs;

public sealed class DoctorVerbTests : IDisposable
{
    private readonly Tool _tool = new();

    [Fact]
    public void KernelCheck_ReferenceDevice_GivesThePublishedBits()
    {
        using var device = new CpuDevices(1).CreateReference();

        Assert.Equal((KernelCheck.PublishedDense, KernelCheck.PublishedTicket), (KernelCheck.Dense(device), KernelCheck.Ticket(device)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void KernelCheck_FastDevice_GivesThePublishedBits(int threads)
    {
        using var device = new CpuDevices(threads).CreateFast();

        Assert.True(KernelCheck.Holds(device));
    }

    [Fact]
    public async Task Doctor_SoundMachine_ExitsWith0AndMakesNoLedger()
    {
        var call = await _tool.Run("doctor");

        Assert.Equal(ExitCodes.Done, call.Exit);
        Assert.Contains("give the published bits", call.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(_tool.Store));
    }

    [Fact]
    public async Task Affected_VersionOfThisBuild_ListsWhatItComputed()
    {
        await _tool.Run("run", _tool.Experiment(), "--replicates", "0");

        var own = await _tool.Run("doctor", "--affected", Ledger.Application.History.ProductVersion.Current, "--json");
        var other = await _tool.Run("doctor", "--affected", "9.9", "--json");

        var affected = own.Json.GetProperty("affected").EnumerateArray().ToList();
        Assert.Equal(15, affected.Count);
        Assert.Equal(
            [(1, 5), (6, 30), (1, 25), (1, 25)],
            affected.Where(static derivation => derivation.TryGetProperty("toStep", out _)).Select(static derivation => (derivation.GetProperty("fromStep").GetInt32(), derivation.GetProperty("toStep").GetInt32())));
        Assert.Equal(0, other.Json.GetProperty("affected").GetArrayLength());
    }

    public void Dispose() => _tool.Dispose();
}
