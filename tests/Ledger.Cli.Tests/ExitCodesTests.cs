using FluentValidation;
using Ledger.Application.Failures;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Ledger.Training.Data;

namespace Ledger.Cli.Tests;

public sealed class ExitCodesTests
{
    private static readonly StoredEvent Stored = new(1, new StreamName("run-x"), 1, "unheard_of", ReadOnlyMemory<byte>.Empty, null, default(Digest));

    public static TheoryData<Exception, int> Failures => new()
    {
        { new DifferingResultException("x"), 1 },
        { new UsageException("x"), 2 },
        { new InvalidSpecificationException([]), 2 },
        { new ValidationException("x"), 2 },
        { new CorruptLedgerException("x"), 3 },
        { new MalformedEventException(Stored, new FormatException()), 3 },
        { new DataFileException("x", isMissing: false), 3 },
        { new NotFoundException("x"), 4 },
        { new LedgerNotFoundException("x"), 4 },
        { new WorkHeldException("x"), 5 },
        { new EvidenceMissingException("x"), 6 },
        { new DataFileException("x", isMissing: true), 6 },
        { new NewerLedgerException("x"), 7 },
        { new UnknownEventException(Stored), 7 },
        { new StoreUnreachableException("x"), 69 },
        { new KernelFaultException("x"), 70 },
        { new InvalidOperationException("x"), 70 },
        { new StoreWriteException("x"), 74 },
        { new IOException("x"), 74 },
        { new UnauthorizedAccessException("x"), 74 },
        { new OperationCanceledException(), 130 },
        { new InterruptedException("x"), 130 },
    };

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public void Of_Failure_GivesItsCode(Exception failure, int exit) => Assert.Equal(exit, ExitCodes.Of(failure));

    [Theory]
    [InlineData(ExitCodes.Done, ExitCodes.Done, ExitCodes.Done)]
    [InlineData(ExitCodes.Differs, ExitCodes.Done, ExitCodes.Differs)]
    [InlineData(ExitCodes.EvidenceMissing, ExitCodes.Differs, ExitCodes.EvidenceMissing, ExitCodes.NotFound)]
    [InlineData(ExitCodes.Corrupt, ExitCodes.Bug, ExitCodes.Corrupt, ExitCodes.Io)]
    public void MostSevere_SeveralCodes_IsNotTheGreatestNumber(int wanted, params int[] codes) => Assert.Equal(wanted, ExitCodes.MostSevere(codes));
}
