using Ledger.Store.Contract;
using SQLitePCL;

namespace Ledger.Store.Sqlite;

/// <summary>SQLite's result codes (sqlite.org/rescode.html) as the exceptions of the contract.</summary>
internal static class SqliteFault
{
    private const int ShortRead = raw.SQLITE_IOERR | (2 << 8);
    private const int CorruptFileSystem = raw.SQLITE_IOERR | (33 << 8);

    /// <summary>The exception for an extended result code.</summary>
    /// <param name="code">Extended result code.</param>
    /// <param name="found">SQLite's own words.</param>
    /// <param name="path">The ledger file.</param>
    /// <param name="inner">What it was wrapped in, if anything.</param>
    public static Exception Of(int code, string found, string path, Exception? inner = null) => (code & 0xFF) switch
    {
        _ when code is ShortRead or CorruptFileSystem => Corrupt(path, found, inner),
        raw.SQLITE_NOTADB => new CorruptLedgerException($"{path} is no ledger: {found}; name another file, or restore this one from a copy", inner),
        // A missing table or a broken constraint means that somebody else has edited the file: our own statements meet neither.
        raw.SQLITE_CORRUPT or raw.SQLITE_CONSTRAINT or raw.SQLITE_ERROR or raw.SQLITE_MISMATCH => Corrupt(path, found, inner),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_PROTOCOL => new StoreUnreachableException($"{path} is locked by another process ({found}): wait for it to finish, then run again", inner),
        raw.SQLITE_FULL => new StoreWriteException($"{path} cannot grow ({found}): free some space, then run again; what was acknowledged is kept", inner),
        raw.SQLITE_TOOBIG => new StoreWriteException($"{path}: SQLite holds no blob or text of this size ({found}): use a PostgreSQL store for states beyond 1 GB", inner),
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => new StoreWriteException($"{path} cannot be written ({found}): make the file and its folder writable, or choose another with --store", inner),
        raw.SQLITE_CANTOPEN => new StoreWriteException($"{path} cannot be opened ({found}): check that the file and its folder may be read and written", inner),
        raw.SQLITE_IOERR => new StoreWriteException($"{path}: reading or writing failed ({found}, code {code}): check the disk, then run again; what was acknowledged is kept", inner),
        _ => new InvalidOperationException($"{path}: {found} (code {code})", inner),
    };

    private static CorruptLedgerException Corrupt(string path, string found, Exception? inner) =>
        new($"{path} is damaged: {found}; `ledger verify` lists what is", inner);
}
