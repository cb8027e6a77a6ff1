using Ledger.Store.Contract;

namespace Ledger.Store.Tests.Contract;

/// <summary>How every store keeps read models.</summary>
public abstract class ReadModelStoreContract : LedgerStoreSuite
{
    private IReadModelStore Models => Store.Models;

    [Fact]
    public async Task Load_NothingKept_IsNull() => Assert.Null(await Models.Load("book", Cancellation));

    [Fact]
    public async Task Save_ThenLoad_IsWhatWasSaved()
    {
        await Save("other", 2, 5, "x");
        await Save("book", 1, 10, "ten");

        Assert.Equal((1, 10, "ten"), await Load("book"));
        Assert.Equal((2, 5, "x"), await Load("other"));
    }

    [Fact]
    public async Task Save_FartherOne_TakesItsPlace()
    {
        await Save("book", 1, 10, "ten");
        await Save("book", 1, 11, "eleven");

        Assert.Equal((1, 11, "eleven"), await Load("book"));
    }

    [Theory]
    [InlineData(9)]
    [InlineData(10)]
    public async Task Save_NotFartherThanAnotherProcess_ChangesNothing(int position)
    {
        await Second.Models.Save(new KeptModel("book", 1, 10, "ten"u8.ToArray()), Cancellation);

        await Save("book", 1, position, "late");

        Assert.Equal((1, 10, "ten"), await Load("book"));
    }

    [Fact]
    public async Task Save_AnotherForm_TakesItsPlaceWhereverItStands()
    {
        await Save("book", 1, 10, "ten");
        await Save("book", 2, 3, "three");

        Assert.Equal((2, 3, "three"), await Load("book"));
    }

    [Fact]
    public async Task Drop_Several_ForgetsThemAll()
    {
        await Save("book", 1, 10, "ten");
        await Save("other", 1, 10, "ten");

        await Models.Drop(Cancellation);

        Assert.Null(await Models.Load("book", Cancellation));
        Assert.Null(await Models.Load("other", Cancellation));
    }

    [Fact]
    public async Task Save_LargeOneOnAnEmptyLedger_ChangesNothingElse()
    {
        Assert.True(Models.IsWritable);
        await Models.Save(new KeptModel("book", 1, 1, new byte[5_000_000]), Cancellation);
        Reopen();

        Assert.Equal(5_000_000, (await Models.Load("book", Cancellation))!.Content.Length);
        Assert.Equal(0, await Store.LastPosition(Cancellation));
        Assert.Empty(await Store.Verify(cancellation: Cancellation).ToListAsync(Cancellation));
    }

    private Task Save(string name, int form, long position, string content) =>
        Models.Save(new KeptModel(name, form, position, System.Text.Encoding.UTF8.GetBytes(content)), Cancellation);

    private async Task<(int, long, string)> Load(string name)
    {
        var kept = (await Models.Load(name, Cancellation))!;
        return (kept.Form, kept.Position, System.Text.Encoding.UTF8.GetString(kept.Content.Span));
    }
}
