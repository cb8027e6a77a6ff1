using Ledger.Application.Bundles;
using Ledger.Application.Claims.Auditing;
using Ledger.Application.Claims.Reading;
using Ledger.Application.Claims.Registering;
using Ledger.Application.Experiments;
using Ledger.Application.Failures;
using Ledger.Application.Sealing;
using Ledger.Application.Specifications;
using Ledger.Application.Tests.Scenarios;
using Ledger.Events.Claims;
using Ledger.Events.Recorded;
using Ledger.Events.Seals;
using Ledger.Events.Specification;
using Ledger.Store.Contract;
using Ledger.Store.Sqlite;

namespace Ledger.Application.Tests.Claims;

/// <summary>Claims registered before their results, and seeds drawn from the seals over them.</summary>
public sealed class ClaimSeedTests : IDisposable
{
    private const string Text = """
        claims:
          - name: small
            text: Small is enough.
            of: tiny.0
            assert: {density: {round: 2, at_most: 99 %}}
        """;

    private static readonly IReadOnlyList<Application.Claims.Claim> Claims = ClaimReader.Parse(Text, "claim.yaml").Claims;
    private static readonly LoadedExperiment Experiment = TinyExperiment.Of(TinyExperiment.Specification) with { SeedClaim = "small" };

    private readonly Bench _bench = new();
    private readonly SealKey _key = SealKey.Create("lab.example/a");

    [Fact]
    public async Task Draw_ClaimNotRegistered_NamesTheCommand()
    {
        var missing = await Assert.ThrowsAsync<NotFoundException>(() => _bench.Send(new DrawSeed(Experiment, Records: true)));

        Assert.Contains("ledger claim register", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draw_NoSealOverTheClaim_NamesTheCommand()
    {
        await _bench.Run(TinyExperiment.Specification);
        await _bench.Send(new SealLedger(_key));
        await _bench.Send(new RegisterClaims(Claims));

        var missing = await Assert.ThrowsAsync<EvidenceMissingException>(() => _bench.Send(new DrawSeed(Experiment, Records: true)));

        Assert.Contains("ledger seal", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draw_TakesTheFirstSeal_AndRecordsItOnce()
    {
        await _bench.Send(new RegisterClaims(Claims));
        var seal = await _bench.Send(new SealLedger(_key));
        await _bench.Send(new SealLedger(_key));

        var drawn = await _bench.Send(new DrawSeed(Experiment, Records: true));
        var again = await _bench.Send(new DrawSeed(Experiment, Records: true));

        Assert.Equal(ClaimSeed.Of(Claims[0].Statement.Digest, seal.Checkpoint), drawn.Specification.Seed);
        Assert.Null(drawn.SeedClaim);
        Assert.Equal(drawn.Specification, again.Specification);
        var recorded = Assert.Single((await _bench.Send(new ShowClaim("small"))).Seeds);
        Assert.Equal(RunIdentity.Experiment(drawn.Specification), recorded.Experiment);
    }

    [Fact]
    public async Task Register_Twice_StaysWhereItStands()
    {
        var first = await _bench.Send(new RegisterClaims(Claims));
        await _bench.Run(TinyExperiment.Specification);

        Assert.Equal(first[0].Position, (await _bench.Send(new RegisterClaims(Claims)))[0].Position);
    }

    [Fact]
    public async Task Audit_RunWithADrawnSeed_SeesThatTheyFitTogether()
    {
        var answer = await AuditDrawn();

        Assert.Equal(ClaimVerdict.Holds, answer.Verdict);
        Assert.Equal((1L, 0), (answer.Age.Registered, answer.Age.Earlier));
        var seed = Assert.Single(answer.Seeds);
        Assert.True(seed is { IsOfThisClaim: true, IsSealHere: true, Trouble: null }, seed.Text);
    }

    [Fact]
    public async Task Audit_ClaimRegisteredAfterTheRun_TellsHowMuchWasThere()
    {
        await _bench.Run(TinyExperiment.Specification);
        await _bench.Send(new RegisterClaims(Claims));

        var age = (await Audit()).Age;

        Assert.Equal(age.Derivations, age.Earlier);
        Assert.True(age.Earlier > 10 && age.Oldest < age.Registered, age.Text);
    }

    // Another replicate's run was there, with the dense training that this run found and used: the run is younger than the claim, its lineage is not.
    [Fact]
    public async Task Audit_ClaimBetweenTheDenseTrainingAndTheRun_JudgesTheLineage()
    {
        var claim = Of(IdOf(rounds: 2));
        await _bench.Run(TinyExperiment.Specification.With(rounds: 1));
        await _bench.Send(new RegisterClaims(claim));
        await _bench.Run(TinyExperiment.Specification.With(rounds: 2));

        var answer = (await _bench.Send(new AuditClaims(claim))).Claims[0];

        Assert.InRange(answer.Age.Earlier, 1, answer.Age.Derivations - 1);
    }

    // The rule alone decides: an experiment whose seed somebody chose, and an event that says otherwise.
    [Fact]
    public async Task Audit_SeedThatTheSealDoesNotMake_IsTold()
    {
        await _bench.Send(new RegisterClaims(Claims));
        await _bench.Send(new SealLedger(_key));
        var drawn = await _bench.Send(new DrawSeed(Experiment, Records: false));
        using (var store = _bench.Open())
        {
            var seal = (await store.Seals())[0].Seal;
            var chosen = new SeedDrawn(RunIdentity.Experiment(TinyExperiment.Specification), TinyExperiment.Specification.Seed, Claims[0].Statement.Digest, 1, seal.Key.ToString(), seal.ToString());
            await store.Append(Events.Streams.StreamName.Of("claim", chosen.Claim), 1, [EventCatalogue.ToNew(chosen)]);
        }

        await _bench.Run(TinyExperiment.Specification);

        Assert.Contains($"make {drawn.Specification.Seed}", Assert.Single((await Audit()).Seeds).Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audit_OfABundle_KnowsTheClaimAndItsSeed()
    {
        await AuditDrawn();
        var path = Path.ChangeExtension(_bench.LedgerPath, ".bundle");
        await _bench.Send(new SealLedger(_key));
        await _bench.Send(new ExportRuns([], path));
        using var bundle = SqliteLedgerStore.Open(path, OpenMode.ReadOnly);
        using var other = new Bench();

        var report = await other.Send(new AuditClaims(Claims), around: _ => bundle);

        var answer = Assert.Single(report.Claims);
        Assert.Equal((ClaimVerdict.Holds, 0, false), (answer.Verdict, answer.Age.Earlier, report.Recorded));
        Assert.True(Assert.Single(answer.Seeds) is { IsSealHere: false, Trouble: null });
    }

    [Fact]
    public async Task Import_OfABundle_TakesClaimsLastAndOnce()
    {
        await AuditDrawn();
        var path = Path.ChangeExtension(_bench.LedgerPath, ".bundle");
        await _bench.Send(new ExportRuns([], path));
        using var bundle = SqliteLedgerStore.Open(path, OpenMode.ReadOnly);
        using var other = new Bench();
        await other.Send(new ImportBundle(bundle));
        await other.Send(new ImportBundle(bundle));

        var claim = Assert.Single(await other.Send(new ListClaims()));

        Assert.Single(claim.Seeds);
        Assert.Empty(claim.Audits);
        var answer = (await other.Send(new AuditClaims(Claims))).Claims[0];
        Assert.Equal(answer.Age.Derivations, answer.Age.Earlier);
        Assert.Equal(["tiny.0"], answer.Unconfirmed);
        Assert.Empty((await other.Send(new AuditClaims(Claims, ClaimLevel.Replay))).Claims[0].Contradictions);
        Assert.Empty((await other.Send(new AuditClaims(Claims))).Claims[0].Unconfirmed);
    }

    public void Dispose()
    {
        _key.Dispose();
        _bench.Dispose();
    }

    private async Task<ClaimAnswer> AuditDrawn()
    {
        await _bench.Send(new RegisterClaims(Claims));
        await _bench.Send(new SealLedger(_key));
        var drawn = await _bench.Send(new DrawSeed(Experiment, Records: true));
        await _bench.Send(new RunExperiment(drawn, [0], Jobs: 1));
        return await Audit();
    }

    private async Task<ClaimAnswer> Audit() => (await _bench.Send(new AuditClaims(Claims))).Claims[0];

    private static IReadOnlyList<Application.Claims.Claim> Of(string run) => ClaimReader.Parse(Text.Replace("tiny.0", run, StringComparison.Ordinal), "claim.yaml").Claims;

    private static string IdOf(int rounds) => Application.Addresses.ShortId.Of(RunIdentity.Run(RunIdentity.Experiment(TinyExperiment.Specification.With(rounds: rounds)), 0));
}
