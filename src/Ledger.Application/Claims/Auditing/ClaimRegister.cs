using Ledger.Application.Addresses;
using Ledger.Application.Claims.Subjects;
using Ledger.Application.History;
using Ledger.Application.Sealing;
using Ledger.Events.Claims;
using Ledger.Events.Hashing;
using Ledger.Events.Merkle;
using Ledger.Events.Recorded;
using Ledger.Events.Seals;

namespace Ledger.Application.Claims.Auditing;

/// <summary>The claims that a ledger has registered, and the seeds that were drawn from them.</summary>
internal sealed class ClaimRegister
{
    private readonly CheckedEvents _events;
    private readonly Dictionary<Digest, long> _registered = [];
    private readonly List<SeedDrawn> _seeds = [];

    private ClaimRegister(CheckedEvents events) => _events = events;

    /// <summary>Reads the streams of all claims.</summary>
    public static async Task<ClaimRegister> Read(CheckedEvents events, CancellationToken cancellation)
    {
        var register = new ClaimRegister(events);
        await foreach (var stream in events.StreamsStartingWith($"{StreamNames.ClaimPrefix}-", cancellation))
        {
            await foreach (var stored in events.ReadStream(stream, 1, cancellation))
            {
                switch (EventCatalogue.Read(stored))
                {
                    case ClaimRegistered registered:
                        register._registered.TryAdd(registered.Claim.Digest, stored.Position);
                        break;
                    case SeedDrawn drawn:
                        register._seeds.Add(drawn);
                        break;
                }
            }
        }

        return register;
    }

    /// <summary>How old a claim is beside the derivations of some runs.</summary>
    /// <param name="claim">The claim's digest.</param>
    /// <param name="runs">Those of this ledger.</param>
    /// <param name="elsewhere">How many lie in other ledgers.</param>
    public ClaimAge AgeOf(Digest claim, IReadOnlyList<AuditedRun> runs, int elsewhere)
    {
        var positions = runs.SelectMany(static run => run.Lineage.Rounds).SelectMany(static round => round.Derivations).Select(static link => link.Stream).Distinct()
            .Select(stream => _events.BeginningOf(stream)).OfType<long>().ToArray();
        long? registered = _registered.TryGetValue(claim, out var position) ? position : null;
        return new ClaimAge(registered, positions.Length > 0 ? positions.Min() : null, positions.Count(derived => derived < registered), positions.Length, elsewhere);
    }

    /// <summary>How the seeds of the runs' experiments were drawn; nothing of those that were simply chosen.</summary>
    public async Task<IReadOnlyList<SeedAnswer>> SeedsOf(Digest claim, IReadOnlyList<AuditedRun> runs, CancellationToken cancellation)
    {
        var answers = new List<SeedAnswer>();
        foreach (var run in runs.DistinctBy(static run => run.Lineage.Experiment))
        {
            if (_seeds.Find(seed => seed.Experiment == run.Lineage.Experiment) is { } drawn)
            {
                var seals = await _events.Seals(cancellation);
                var isSealHere = seals.Any(recorded => recorded.Seal.ToString() == drawn.Checkpoint);
                var trouble = Trouble(drawn, run.Specification.Seed) ?? (isSealHere ? await OfThisLedger(drawn, seals, cancellation) : null);
                answers.Add(new SeedAnswer(ShortId.Of(drawn.Experiment), drawn.Claim.ToShortString(), drawn.Claim == claim, isSealHere, trouble));
            }
        }

        return answers;
    }

    /// <summary>What does not fit by itself, whichever ledger it is in.</summary>
    private static string? Trouble(SeedDrawn drawn, ulong seed)
    {
        if (drawn.Seed != seed || ClaimSeed.Of(drawn.Claim, drawn.Checkpoint) != seed)
        {
            return $"claim and seal make {ClaimSeed.Of(drawn.Claim, drawn.Checkpoint)}, the experiment has {seed}";
        }

        if (!TryRead(drawn, out var seal) || !seal.IsSigned)
        {
            return "the seal is not signed by its key";
        }

        return seal.Checkpoint.Size < drawn.Registered ? $"the seal covers {seal.Checkpoint.Size} events, the claim was registered at position {drawn.Registered}" : null;
    }

    /// <summary>What does not fit in the ledger that keeps the seal: it must be of its events, and the first one over the claim.</summary>
    private async Task<string?> OfThisLedger(SeedDrawn drawn, IReadOnlyList<RecordedSeal> seals, CancellationToken cancellation)
    {
        var (_, size, root) = Seal.Parse(drawn.Checkpoint, drawn.Key).Checkpoint;
        if (await _events.LastPosition(cancellation) < size || await new MerkleTree(_events.Store).Root(size, cancellation) != root)
        {
            return $"the first {size} events are not those that the seal covers";
        }

        if (!_registered.TryGetValue(drawn.Claim, out var position) || position != drawn.Registered)
        {
            return $"the claim was not registered at position {drawn.Registered}";
        }

        var first = seals.First(recorded => recorded.Seal.IsSigned && recorded.Seal.Checkpoint.Size >= position);
        return first.Seal.ToString() == drawn.Checkpoint ? null : $"the first seal over the claim stands at position {first.Position}, the seed was drawn from a later one";
    }

    private static bool TryRead(SeedDrawn drawn, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Seal? seal)
    {
        try
        {
            seal = Seal.Parse(drawn.Checkpoint, drawn.Key);
            return true;
        }
        catch (FormatException)
        {
            seal = null;
            return false;
        }
    }
}
