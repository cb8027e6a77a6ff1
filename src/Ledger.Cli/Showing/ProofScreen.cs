using Ledger.Application.Proving;
using Ledger.Application.Sealing;
using Ledger.Cli.Screens;

namespace Ledger.Cli.Showing;

/// <summary>What a proof file shows.</summary>
internal static class ProofScreen
{
    /// <summary>Writes it.</summary>
    public static void Write(Screen screen, ProofAnswer answer)
    {
        screen.Line($"{answer.File}: {answer.Contradiction ?? "holds"}", answer.Holds ? Tone.Good : Tone.Bad);
        if (!answer.Holds)
        {
            return;
        }

        if (answer.Event is { } shown)
        {
            screen.Line($"  event   {shown.Alias}, {shown.Stream}, version {shown.Version} (position {answer.Position})");
            screen.Line($"          {shown.Body}");
        }

        foreach (var seal in answer.Seals)
        {
            Write(screen, seal);
        }

        if (answer.IsTrusted is null)
        {
            screen.Note($"Compare the key's fingerprint with the one that {answer.Seals[^1].Origin} published; --key does it for you.");
        }
    }

    private static void Write(Screen screen, SealedRoot seal)
    {
        screen.Line($"  sealed  {Numbers.Count(seal.Size, "event")} of {seal.Origin}, root {seal.Root}");
        screen.Line($"  key     {seal.Fingerprint}");
    }
}
