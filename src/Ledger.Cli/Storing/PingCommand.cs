using Ledger.Cli.Answers;
using Ledger.Cli.Screens;
using Ledger.Cli.Verbs;
using Ledger.Store;
using Ledger.Store.Contract;

namespace Ledger.Cli.Storing;

/// <summary><c>ledger store ping</c>.</summary>
internal static class PingCommand
{
    /// <summary>The command.</summary>
    public static Verb Build(Session session)
    {
        var verb = new Verb("ping", "Reach the store: what it is, how fast it answers, whether its tables are up to date", "ledger store ping", "ledger store ping --store postgres://ledger@db.example/lab");
        verb.SetAction((_, cancellation) => Ping(session, cancellation));
        return verb.Answering(typeof(PingAnswer));
    }

    private static async Task<int> Ping(Session session, CancellationToken cancellation)
    {
        var server = await LedgerStores.Describe(session.Store, cancellation);
        var (schema, trip) = await Reach(session, cancellation);
        session.Screen.Answer(
            new PingAnswer(session.Store.ToString(), server, trip?.TotalMilliseconds, schema is null, schema),
            () =>
            {
                session.Screen.Line($"store       {session.Store}");
                session.Screen.Line($"server      {server}");
                session.Screen.Line(trip is { } time ? $"round trip  {time.TotalMilliseconds:0.0} ms" : "round trip  not measured");
                session.Screen.Line($"schema      {schema ?? "up to date"}");
            });
        return schema is null ? ExitCodes.Done : ExitCodes.Newer;
    }

    /// <summary>What is wrong with the tables, or how long an answer takes.</summary>
    private static async Task<(string? Schema, TimeSpan? RoundTrip)> Reach(Session session, CancellationToken cancellation)
    {
        try
        {
            using var ledger = session.Open();
            await ledger.Store.LastPosition(cancellation);
            var clock = session.Surroundings.Clock;
            var began = clock.GetTimestamp();
            await ledger.Store.LastPosition(cancellation);
            return (null, clock.GetElapsedTime(began));
        }
        catch (Exception exception) when (exception is OlderLedgerException or NewerLedgerException)
        {
            return (exception.Message, null);
        }
    }
}
