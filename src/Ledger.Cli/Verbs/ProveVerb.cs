using System.CommandLine;
using System.Text;
using Ledger.Application.Proving;
using Ledger.Application.Sealing;
using Ledger.Cli.Data;
using Ledger.Cli.Showing;
using Ledger.Events.Proofs;
using MediatR;

namespace Ledger.Cli.Verbs;

/// <summary><c>ledger prove ADDRESS</c>.</summary>
public sealed class ProveVerb : IVerb
{
    /// <inheritdoc/>
    public Command Build(Session session)
    {
        var name = new Argument<string?>("EVENT") { Description = $"{EventResolver.Grammar}: a run's end, a round's ticket, a step, what made a mask or state, or any event", Arity = ArgumentArity.ZeroOrOne };
        var older = new Option<string?>("--consistency") { Description = "Prove instead that the ledger only grew since this seal: a file, or how many events a seal here covers", HelpName = "seal" };
        var key = KeyOption.Trusted("The public key of that seal, if this ledger does not know it");
        var output = new Option<string?>("--out", "-o") { Description = "The file to write. Default: stdout", HelpName = "file" };
        var verb = new Verb(
            "prove",
            "Write a proof that an event stood in the sealed ledger; ledger verify --proof checks it without the ledger",
            "ledger prove quick -o quick.proof",
            "ledger prove quick/2:mask -o mask.proof",
            "ledger prove quick/2@50",
            "ledger prove --consistency 2026-11.seal -o growth.proof")
        {
            name, older, key, output,
        };
        verb.SetAction((parse, cancellation) => Prove(session, Question(parse.GetValue(name), parse.GetValue(older), parse.GetValue(key)), parse.GetValue(output), cancellation));
        return verb.Answering(typeof(ProofAnswer));
    }

    private static IRequest<ProofFile> Question(string? name, string? older, string? key) => (name, older) switch
    {
        ({ } asked, null) => new ProveEvent(asked),
        (null, { } seal) => new ProveGrowth(seal, key is null ? null : TrustedKey.Read(key)),
        _ => throw new UsageException("prove needs either an event or --consistency SEAL"),
    };

    private static async Task<int> Prove(Session session, IRequest<ProofFile> question, string? output, CancellationToken cancellation)
    {
        if (output is not null)
        {
            NewFile.Check(output);
        }

        using var ledger = session.Open();
        var bytes = (await ledger.Send(question, cancellation)).ToBytes();
        if (output is null)
        {
            session.Screen.Line(Encoding.UTF8.GetString(bytes).TrimEnd('\n'));
            return ExitCodes.Done;
        }

        NewFile.Write(output, bytes);
        var answer = ProofAnswer.Of(output, trusted: null);
        session.Screen.Answer(answer, () => ProofScreen.Write(session.Screen, answer));
        return ExitCodes.Done;
    }
}
