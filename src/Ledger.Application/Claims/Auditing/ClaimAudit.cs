using Ledger.Application.Addresses;
using Ledger.Application.Claims.Assertions;
using Ledger.Application.Claims.Figures;
using Ledger.Application.Claims.Subjects;
using Ledger.Events.Claims;
using Ledger.Events.Recorded;
using Ledger.Store.Contract;

namespace Ledger.Application.Claims.Auditing;

/// <summary>Answers one claim after another from the same ledgers.</summary>
internal sealed class ClaimAudit(AuditedLedgers ledgers, Recomputation recomputation)
{
    private static readonly ClaimAge Unknown = new(Registered: null, Oldest: null, 0, 0, 0);

    private readonly SubjectResolver _resolver = new(ledgers);
    private ClaimRegister? _register;

    /// <summary>What is so about a claim.</summary>
    public async Task<ClaimAnswer> Answer(Claim claim, ClaimLevel level, CancellationToken cancellation)
    {
        try
        {
            return await Check(claim, level, cancellation);
        }
        catch (Exception exception) when (exception is CorruptLedgerException or MalformedEventException)
        {
            return Altered(claim, level, exception.Message);
        }
    }

    /// <summary>The answer to a claim whose evidence was altered.</summary>
    public static ClaimAnswer Altered(Claim claim, ClaimLevel level, string what) =>
        new(claim.Statement.Digest, claim.Statement, level, ClaimVerdict.Tampered, [], [], what, Unknown, [], 0, [], []);

    private async Task<ClaimAnswer> Check(Claim claim, ClaimLevel level, CancellationToken cancellation)
    {
        var (statement, digest) = (claim.Statement, claim.Statement.Digest);
        _register ??= await ClaimRegister.Read((await ledgers.Here(cancellation)).Events, cancellation);
        var evidence = new Evidence(level, statement.Replicates, Path.GetDirectoryName(Path.GetFullPath(claim.File))!, _resolver, recomputation);
        var subject = await _resolver.Resolve(Address.ParseRound(statement.Of), statement.Replicates, cancellation);
        var answers = new List<AssertionAnswer>();
        foreach (var (assertion, stated) in claim.Assertions.Zip(statement.Assertions))
        {
            answers.Add(AssertionAnswer.Of(stated.Kind, await assertion.Check(subject, evidence, cancellation)));
        }

        var all = subject.Slots.Select(static slot => slot.Run).OfType<AuditedRun>().Concat(evidence.Used.Select(static used => used.Run)).DistinctBy(static run => (run.IsHere, run.Lineage.Run)).ToArray();
        var runs = all.Where(static run => run.IsHere).ToArray();
        return new ClaimAnswer(
            digest,
            statement,
            level,
            evidence.Contradictions.Count > 0 ? ClaimVerdict.Refuted : AuditReport.Worst(answers.Select(static answer => answer.Verdict)),
            answers,
            evidence.Contradictions,
            Altered: null,
            _register.AgeOf(digest, runs, all.Length - runs.Length),
            await _register.SeedsOf(digest, runs, cancellation),
            subject.Further,
            [.. runs.Where(static run => run.IsUnconfirmed).Select(static run => run.Label)],
            [.. evidence.Used.Select(static used => new AuditedTicket($"{used.Run.At(used.Round.Round)}:ticket", used.Round.Ticket)).Distinct()]);
    }
}
