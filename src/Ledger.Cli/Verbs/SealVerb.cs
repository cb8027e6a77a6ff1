using System.CommandLine;
using System.Text;
using Ledger.Application.Sealing;
using Ledger.Cli.Answers;
using Ledger.Cli.Data;
using Ledger.Cli.Screens;
using Ledger.Events.Seals;
using Ledger.Store.Contract;

namespace Ledger.Cli.Verbs;

/// <summary><c>ledger seal</c>, <c>ledger seal init|ls</c>.</summary>
public sealed class SealVerb : IVerb
{
    /// <inheritdoc/>
    public Command Build(Session session)
    {
        var key = Key();
        var output = new Option<string?>("--out", "-o") { Description = "Write the seal to this file, to be kept elsewhere: it shows later whether history was rewritten", HelpName = "file" };
        var verb = new Verb(
            "seal",
            "Sign the Merkle root over all events, so that later changes can be shown",
            "ledger seal",
            "ledger seal -o 2026-11.seal",
            "ledger seal init --name lab.example/tickets",
            "ledger seal ls")
        {
            key, output, Init(session), List(session),
        };
        verb.SetAction((parse, cancellation) => Seal(session, parse.GetValue(key) ?? session.SealKeyPath, parse.GetValue(output), cancellation));
        return verb.Answering(typeof(SealAnswer));
    }

    private static async Task<int> Seal(Session session, string keyPath, string? output, CancellationToken cancellation)
    {
        if (output is not null)
        {
            NewFile.Check(output);
        }

        using var key = SealKeyFile.Read(keyPath);
        using var ledger = session.Open(OpenMode.Existing);
        var report = await ledger.Send(new SealLedger(key), cancellation);
        if (output is not null)
        {
            NewFile.Write(output, Encoding.UTF8.GetBytes(report.Checkpoint));
        }

        session.Screen.Answer(
            new SealAnswer(report.Location, report.Sealed.Origin, report.Sealed.Size, report.Sealed.Root, report.Sealed.Fingerprint, report.Citation, report.Checkpoint, output),
            () => Write(session.Screen, report, output));
        return ExitCodes.Done;
    }

    private static void Write(Screen screen, SealReport report, string? output)
    {
        screen.Line($"sealed   {Numbers.Count(report.Sealed.Size, "event")} of {report.Sealed.Origin}");
        screen.Line($"root     {report.Sealed.Root}");
        screen.Line($"key      {report.Sealed.Fingerprint}");
        screen.Line($"to cite  {report.Citation}");
        screen.Line(output is null ? $"The seal; kept elsewhere, it shows later whether these events were changed:\n\n{report.Checkpoint.TrimEnd('\n')}" : $"written  {output}: keep it elsewhere, then it shows later whether these events were changed");
    }

    private static Verb Init(Session session)
    {
        var key = Key();
        var name = new Option<string?>("--name") { Description = $"The ledger's name in its seals: {SealName.Rule}. Default: made from the key", HelpName = "origin" };
        var verb = new Verb("init", "Make the key that seals this ledger: one key for one ledger, kept outside it, never overwritten", "ledger seal init", "ledger seal init --key ~/keys/tickets.pem --name lab.example/tickets") { key, name };
        verb.SetAction((parse, _) =>
        {
            var path = parse.GetValue(key) ?? session.SealKeyPath;
            using var made = Create(parse.GetValue(name));
            SealKeyFile.Write(made, path);
            session.Screen.Answer(
                new SealKeyAnswer(made.Origin, made.Public.Fingerprint, path, SealKeyFile.PublicPath(path)),
                () => Write(session.Screen, made, path));
            return Task.FromResult(ExitCodes.Done);
        });
        return verb.Answering(typeof(SealKeyAnswer));
    }

    private static void Write(Screen screen, SealKey key, string path)
    {
        screen.Line($"name         {key.Origin}");
        screen.Line($"fingerprint  {key.Public.Fingerprint}");
        screen.Line($"public key   {SealKeyFile.PublicPath(path)}: publish it, or its fingerprint");
        screen.Line($"private key  {path}: who has it can seal in your name; keep a copy, it cannot be made again");
    }

    private static Verb List(Session session)
    {
        var verb = new Verb("ls", "List the seals that the ledger keeps", "ledger seal ls");
        verb.SetAction(async (_, cancellation) =>
        {
            using var ledger = session.Open();
            var seals = await ledger.Send(new ListSeals(), cancellation);
            session.Screen.Answer(
                new SealsAnswer([.. seals.Select(static recorded => new ListedSeal(recorded.Stream, recorded.Version, recorded.Position, SealedRoot.Of(recorded.Seal), recorded.Seal.IsSigned, recorded.Seal.ToString()))]),
                () => Write(session.Screen, seals));
            return ExitCodes.Done;
        });
        return verb.Answering(typeof(SealsAnswer));
    }

    private static void Write(Screen screen, IReadOnlyList<RecordedSeal> seals)
    {
        if (seals.Count == 0)
        {
            screen.Line("No seals yet: ledger seal makes one.");
            return;
        }

        foreach (var (origin, size, root, fingerprint) in seals.Select(static recorded => SealedRoot.Of(recorded.Seal)))
        {
            screen.Line($"{Numbers.Count(size, "event"),16}  root {root.ToShortString()}  {origin}  {fingerprint}");
        }
    }

    private static SealKey Create(string? name)
    {
        try
        {
            return SealKey.Create(name);
        }
        catch (FormatException exception)
        {
            throw new UsageException($"--name: {exception.Message}");
        }
    }

    private static Option<string?> Key() => new("--key")
    {
        Description = "The private key's file. Default: ledger/seal.pem in the user's configuration folder",
        HelpName = "file",
    };
}
