using Ledger.Events.Hashing;
using Ledger.Training.Data;

namespace Ledger.Application.Data;

/// <summary>A data set in memory with its data digest.</summary>
public sealed record LoadedData(DataSource Source, Digest Digest);
