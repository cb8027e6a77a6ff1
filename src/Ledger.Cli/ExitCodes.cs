using System.Collections.Immutable;
using FluentValidation;
using Ledger.Application.Addresses;
using Ledger.Application.Failures;
using Ledger.Application.Rebuilds.Compact;
using Ledger.Events.Proofs;
using Ledger.Events.Recorded;
using Ledger.Store.Contract;
using Ledger.Training.Data;

namespace Ledger.Cli;

/// <summary>What the program's exit codes mean, and which failure gives which.</summary>
public static class ExitCodes
{
    /// <summary>Done, equal, holds.</summary>
    public const int Done = 0;

    /// <summary>Differs, refuted, diverged.</summary>
    public const int Differs = 1;

    /// <summary>Wrong usage or an invalid specification.</summary>
    public const int Usage = 2;

    /// <summary>A ledger, bundle or data file was altered or is damaged.</summary>
    public const int Corrupt = 3;

    /// <summary>What was named is not there.</summary>
    public const int NotFound = 4;

    /// <summary>Somebody else recorded something else, or works on it now.</summary>
    public const int Conflict = 5;

    /// <summary>Data or blobs that the answer needs are not here.</summary>
    public const int EvidenceMissing = 6;

    /// <summary>A newer version wrote this.</summary>
    public const int Newer = 7;

    /// <summary>The store cannot be reached now.</summary>
    public const int Unreachable = 69;

    /// <summary>A bug.</summary>
    public const int Bug = 70;

    /// <summary>Disk full, read-only or other trouble with input and output.</summary>
    public const int Io = 74;

    /// <summary>Stopped by the user.</summary>
    public const int Interrupted = 130;

    // What puts the ledger or every number in doubt, then what stops work for all, then what concerns one replicate.
    private static readonly ImmutableArray<int> BySeverity = [Interrupted, Corrupt, Bug, Io, Unreachable, Newer, Conflict, EvidenceMissing, NotFound, Usage, Differs, Done];

    /// <summary>Of several exit codes the most severe: interrupted, then 3, 70, 74, 69, 7, 5, 6, 4, 2, 1, 0.</summary>
    public static int MostSevere(IEnumerable<int> codes) => codes.MinBy(static code => BySeverity.IndexOf(code));

    /// <summary>The exit code of a failure.</summary>
    public static int Of(Exception exception) => exception switch
    {
        DifferingResultException => Differs,
        UsageException or InvalidSpecificationException or ValidationException or MalformedAddressException or AmbiguousAddressException or MalformedStoreAddressException => Usage,
        CorruptLedgerException or MalformedEventException or MalformedProofException or MalformedCompactException => Corrupt,
        DataFileException { IsMissing: false } => Corrupt,
        NotFoundException or LedgerNotFoundException => NotFound,
        WorkHeldException => Conflict,
        EvidenceMissingException or DataFileException => EvidenceMissing,
        LedgerConflictException or FileExistsException => Conflict,
        NewerLedgerException or OlderLedgerException or UnknownEventException => Newer,
        StoreUnreachableException => Unreachable,
        StoreWriteException or IOException or UnauthorizedAccessException => Io,
        OperationCanceledException => Interrupted,
        _ => Bug,
    };
}
