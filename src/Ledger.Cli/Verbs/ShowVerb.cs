using System.CommandLine;
using Ledger.Application.Queries;
using Ledger.Cli.Showing;

namespace Ledger.Cli.Verbs;

/// <summary><c>ledger show ADDRESS</c>.</summary>
public sealed class ShowVerb : IVerb
{
    /// <inheritdoc/>
    public Command Build(Session session)
    {
        var address = AddressArgument.One();
        var verb = new Verb(
            "show",
            "Show a run, one of its rounds, or a round's state, mask or ticket",
            "ledger show 2cstfvq3",
            "ledger show quick.0/3",
            "ledger show quick.0/3:mask",
            "ledger show other.db#quick.0/3@100")
        {
            address,
        };
        verb.SetAction(async (parse, cancellation) =>
        {
            using var ledger = session.Open();
            var shown = await ledger.Send(new ShowAddress(parse.GetRequiredValue(address)), cancellation);
            session.Screen.Answer(shown, () => Write(session, shown));
            return ExitCodes.Done;
        });
        return verb.Answering(typeof(Shown.OfRun), typeof(Shown.OfRound), typeof(Shown.OfObject));
    }

    private static void Write(Session session, Shown shown)
    {
        switch (shown)
        {
            case Shown.OfRun run:
                new RunScreen(session.Screen).Write(run);
                break;
            case Shown.OfRound round:
                new RoundScreen(session.Screen).Write(round);
                break;
            case Shown.OfObject part:
                new ObjectScreen(session.Screen).Write(part);
                break;
        }
    }
}
