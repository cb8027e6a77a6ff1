namespace Ledger.Cli.Answers;

/// <summary>How this machine and the ledger are.</summary>
/// <param name="Machine">The machine.</param>
/// <param name="Ledger">The ledger; absent if there is none.</param>
/// <param name="Store">Where it is, or would be.</param>
public sealed record DoctorAnswer(MachineHealth Machine, LedgerHealth? Ledger, string Store);

/// <summary>What computes here.</summary>
/// <param name="Version">Of the program.</param>
/// <param name="Runtime">Of .NET.</param>
/// <param name="System">The operating system.</param>
/// <param name="Processor">The kind of processor.</param>
/// <param name="Cores">Its cores.</param>
/// <param name="Device">The kernels in use.</param>
/// <param name="Flags">Instruction sets that matter here.</param>
/// <param name="IsFastExact">True if the fast kernels give the published bits.</param>
/// <param name="IsReferenceExact">True if the reference kernels do.</param>
public sealed record MachineHealth(
    string Version, string Runtime, string System, string Processor, int Cores, string Device, IReadOnlyList<string> Flags, bool IsFastExact, bool IsReferenceExact)
{
    /// <summary>True if all kernels give the published bits.</summary>
    public bool IsExact => IsFastExact && IsReferenceExact;
}

/// <summary>What is in the ledger, and what troubles it.</summary>
/// <param name="Location">Where it is.</param>
/// <param name="Bytes">How large.</param>
/// <param name="Events">How many events.</param>
/// <param name="Disputed">Histories that contradict each other.</param>
/// <param name="Refuted">Histories that were shown to be wrong.</param>
/// <param name="Trouble">Each of them, for people.</param>
public sealed record LedgerHealth(string Location, long Bytes, long Events, int Disputed, int Refuted, IReadOnlyList<string> Trouble);
