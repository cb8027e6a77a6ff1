using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Ledger.Store.Sqlite;

// Writes to a ledger until it is killed, and says after each acknowledged append how far its stream is.
// Arguments: the ledger file, the name of the stream; with the file alone it is brought up to date instead.
if (args is [var old])
{
    return SqliteLedgerStore.Migrate(old).Count;
}

using var store = SqliteLedgerStore.Open(args[0], OpenMode.Create);
var stream = new StreamName(args[1]);
for (var version = await store.VersionOf(stream); ;)
{
    var mask = await store.Put(BlobKind.Mask, BitConverter.GetBytes(version));
    await store.Append(StreamName.Of("mask", mask), 0, [EventCatalogue.ToNew(new MaskDrawn(Derivation.Of("draw_mask/1", "exact-f32/1", new { version }), mask, []))]);
    var steps = Enumerable.Range((int)version + 1, 1 + (int)(version % 97))
        .Select(step => EventCatalogue.ToNew(new StepTrained(step, 1f / step, step % 60, new Hex128((ulong)step, 0)))).ToList();
    if (await store.Append(stream, version, steps) is not AppendResult.Appended appended)
    {
        return 1;
    }

    version = appended.Version;
    Console.WriteLine(version);
}
