using System.CommandLine;
using Ledger.Application.Differences;
using Ledger.Cli.Screens;

namespace Ledger.Cli.Verbs;

/// <summary><c>ledger diff A B</c>.</summary>
public sealed class DiffVerb : IVerb
{
    /// <inheritdoc/>
    public Command Build(Session session)
    {
        var a = new Argument<string>("A") { Description = "A run or round: RUN, RUN/round, FILE#RUN" };
        var b = new Argument<string>("B") { Description = "The one to compare it with" };
        var verb = new Verb(
            "diff",
            "Where two runs part: the first derivation that was asked for otherwise, or came out otherwise",
            "ledger diff quick.0 quick.1",
            "ledger diff quick.0 colleague.bundle#quick.0")
        {
            a, b,
        };
        verb.SetAction(async (parse, cancellation) =>
        {
            using var ledger = session.Open();
            var diff = await ledger.Send(new DiffLineages(parse.GetRequiredValue(a), parse.GetRequiredValue(b)), cancellation);
            session.Screen.Answer(diff, () => Write(session.Screen, diff));
            return diff.Difference is null ? ExitCodes.Done : ExitCodes.Differs;
        });
        return verb.Answering(typeof(LineageDiff));
    }

    private static void Write(Screen screen, LineageDiff diff)
    {
        if (diff.Difference is not { } difference)
        {
            screen.Line($"equal: {Numbers.Count(diff.Derivations, "derivation")}, every one of them");
            return;
        }

        screen.Line($"{Numbers.Count(diff.Derivations, "derivation")} equal, then {Headline(difference)}");
        screen.Line($"  {diff.A}  {difference.A}");
        screen.Line($"  {diff.B}  {difference.B}");
    }

    private static string Headline(LineageDifference difference) => difference.Cause switch
    {
        DifferenceCause.Key => $"round {difference.Round}, {difference.Kind}: {difference.What} differs",
        DifferenceCause.Bits => $"round {difference.Round}, {difference.Kind}: the same key, and {difference.What} differs: one of the two is wrong, `ledger replay` says which",
        _ => $"one goes on with round {difference.Round}, {difference.Kind}",
    };
}
