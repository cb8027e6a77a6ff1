using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;
using Ledger.Store;
using Ledger.Store.Contract;

// Writes to a ledger until it is killed, and says after each acknowledged append how far its stream is.
// Arguments: the address of the ledger, the name of the stream; with the address alone it is brought up to date instead.
var address = StoreAddress.Parse(args[0]);
if (args is [_])
{
    return LedgerStores.Migrate(address).Count;
}

using var store = LedgerStores.Open(address, OpenMode.Create);
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
