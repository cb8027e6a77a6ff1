using System.Text;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;

namespace Ledger.Store.Tests.Fixtures;

/// <summary>Events like those of a small experiment.</summary>
public static class Samples
{
    /// <summary>A stream name like real ones.</summary>
    public static StreamName Stream(string prefix, int number) => StreamName.Of(prefix, Digest.Of(BitConverter.GetBytes(number)));

    /// <summary>One training step; equal arguments give equal events.</summary>
    public static NewEvent Step(int step, float loss = 0.25f) =>
        EventCatalogue.ToNew(new StepTrained(step, loss, step % 60, new Hex128((ulong)step * 0x9E3779B97F4A7C15, (ulong)step)));

    /// <summary>Steps from one on.</summary>
    public static IReadOnlyList<NewEvent> Steps(int first, int count) => [.. Enumerable.Range(first, count).Select(static step => Step(step))];

    /// <summary>An event with metadata that its body names.</summary>
    public static NewEvent AttemptStarted()
    {
        var metadata = """{"host":"h","clock":"2000-01-01T00:00:00Z"}"""u8.ToArray();
        return EventCatalogue.ToNew(new AttemptStarted(Digest.Of("run"u8), "sample", Digest.Of(metadata)), metadata);
    }

    /// <summary>A mask drawn in a derivation of its own.</summary>
    public static NewEvent MaskDrawn(Digest mask) => EventCatalogue.ToNew(new MaskDrawn(
        Events.Derivations.Derivation.Of("draw_mask/1", "exact-f32/1", new { fraction = 0.2m }, ("state", Digest.Of("state"u8))),
        mask,
        [new LayerDensity("fc1.weight", 8, 10, 0.01f, 0)]));

    /// <summary>Canonical JSON of a megabyte with every kind of character.</summary>
    public static byte[] BigBody() => EventCatalogue.ToNew(new AttemptFailed(
        string.Concat(Enumerable.Repeat("ä\"\\\n\u0001\u007f\u2028😀𝔸'\t", 60_000)))).Body.ToArray() is var body && Encoding.UTF8.GetCharCount(body) > 500_000 ? body : throw new InvalidOperationException("too small");
}
