using System.CommandLine;
using Ledger.Application.Queries;
using Ledger.Cli.Answers;
using Ledger.Cli.History;
using Ledger.Events.Streams;

namespace Ledger.Cli.Verbs;

/// <summary><c>ledger log ADDRESS</c>.</summary>
public sealed class LogVerb : IVerb
{
    /// <inheritdoc/>
    public Command Build(Session session)
    {
        var address = AddressArgument.One();
        var type = new Option<string?>("--type") { Description = "Only events of these types, for example mask_drawn,ticket_drawn", HelpName = "aliases" };
        var round = new Option<int?>("--round") { Description = "Only events of this round", HelpName = "n" };
        var steps = StepsOption();
        var follow = new Option<bool>("--follow", "-f") { Description = "Go on with the events to come, until stopped" };
        var count = new Option<int?>("--number", "-n") { Description = "Only the last n events", HelpName = "n" };
        var verb = new Verb(
            "log",
            "List the events of a run in the order of their commits; training steps only where --steps or --type asks for them",
            "ledger log quick.0",
            "ledger log quick.0/3 --steps 1..20",
            "ledger log quick.0 --type mask_drawn,ticket_drawn --json",
            "ledger log quick.0 --follow --steps ..")
        {
            address, type, round, steps, follow, count,
        };
        verb.SetAction(async (parse, cancellation) =>
        {
            using var ledger = session.Open();
            var query = new ReadLog(Rounded(parse.GetRequiredValue(address), parse.GetValue(round)), Types(parse.GetValue(type)), parse.GetValue(steps), parse.GetValue(follow));
            var events = await ledger.Send(query, cancellation);
            await new LogWriter(session.Screen).Write(Last(events, parse.GetValue(count), query.IsFollowing), cancellation);
            return ExitCodes.Done;
        });
        return verb.Answering(typeof(EventAnswer));
    }

    private static string[]? Types(string? aliases) => aliases?.Split(',', StringSplitOptions.TrimEntries);

    private static string Rounded(string address, int? round) => round is null ? address : $"{address}/{round}";

    private static IAsyncEnumerable<StoredEvent> Last(IAsyncEnumerable<StoredEvent> events, int? count, bool isFollowing) =>
        count is not { } last ? events
        : isFollowing ? throw new UsageException("-n shows the last events, --follow those to come: use one of the two")
        : events.TakeLast(last);

    private static Option<StepRange?> StepsOption() => new("--steps")
    {
        Description = "Also training steps: 100..200, 100.., ..200, or .. for all; counted from the start of each round's training",
        HelpName = "a..b",
        CustomParser = static result =>
        {
            if (StepRange.Parse(result.Tokens[0].Value) is { } range)
            {
                return range;
            }

            result.AddError($"--steps is '{result.Tokens[0].Value}', wanted 100..200, 100.., ..200 or .. for all");
            return null;
        },
    };
}
