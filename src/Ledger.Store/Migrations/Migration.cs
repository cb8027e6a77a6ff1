using Ledger.Events.Hashing;

namespace Ledger.Store.Migrations;

/// <summary>One numbered change of a store's tables, a file in <c>migrations/</c>; once published it is never edited.</summary>
/// <param name="Number">From 1 without gaps.</param>
/// <param name="Name">For example <c>0002_tree</c>.</param>
/// <param name="Sql">What it does.</param>
/// <param name="Checksum">SHA-256 of the file.</param>
public sealed record Migration(int Number, string Name, string Sql, Digest Checksum);
