using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Events.Seals;
using Ledger.Events.Streams;
using Ledger.Tickets.Derivations;

namespace Ledger.Application.History;

/// <summary>Which stream records what.</summary>
public static class StreamNames
{
    /// <summary>The prefix of the streams that hold seals.</summary>
    public const string SealPrefix = "seal";

    /// <summary>The prefix of the streams that hold claims.</summary>
    public const string ClaimPrefix = "claim";

    /// <summary>The prefix of the streams that hold one kind of derivation.</summary>
    public static string PrefixOf(string kind) => kind switch
    {
        Kinds.Initialize => "init",
        Kinds.Train => "train",
        Kinds.State => "state",
        Kinds.DrawMask => "mask",
        Kinds.Rewind => "rewind",
        Kinds.Evaluate => "eval",
        _ => throw new ArgumentException($"derivation kind '{kind}' is unknown here", nameof(kind)),
    };

    /// <summary>The recorded history of a derivation.</summary>
    public static StreamName Of(string kind, DerivationKey key, int attempt) => StreamName.Of(PrefixOf(kind), key.Digest, attempt);

    /// <summary>What was found out about a derivation: disputes, refutations.</summary>
    public static StreamName Audit(DerivationKey key) => StreamName.Of("audit", key.Digest);

    /// <summary>What was found out about a run or a claim: replays, audits.</summary>
    public static StreamName Audit(Digest about) => StreamName.Of("audit", about);

    /// <summary>What a run did.</summary>
    public static StreamName Run(Digest run, int attempt = 1) => StreamName.Of("run", run, attempt);

    /// <summary>What an experiment is.</summary>
    public static StreamName Experiment(Digest experiment) => StreamName.Of("experiment", experiment);

    /// <summary>The seals that a key made.</summary>
    public static StreamName Seals(SealVerifier key) => StreamName.Of(SealPrefix, key.Digest);

    /// <summary>A claim, and the seeds that were drawn from it.</summary>
    public static StreamName Claim(Digest claim) => StreamName.Of(ClaimPrefix, claim);

    /// <summary>Who worked when and where.</summary>
    public static StreamName Attempt(Digest id) => StreamName.Of("attempt", id);
}
