using System.CommandLine;
using Ledger.Application.Queries;
using Ledger.Cli.History;

namespace Ledger.Cli.Verbs;

/// <summary><c>ledger metrics ADDRESS…</c>.</summary>
public sealed class MetricsVerb : IVerb
{
    /// <inheritdoc/>
    public Command Build(Session session)
    {
        var addresses = AddressArgument.Rounds();
        var csv = new Option<bool>("--csv") { Description = "Comma-separated values with a heading (RFC 4180); also without this option" };
        var every = new Option<int>("--every") { Description = "Only steps that this number divides", HelpName = "n", DefaultValueFactory = static _ => 1 };
        var evaluations = new Option<bool>("--evaluations") { Description = "The evaluations instead of the training steps" };
        var verb = new Verb(
            "metrics",
            $"Write training steps or evaluations as a table of numbers.\n  Steps: {StepCsv.Columns}\n  Evaluations: {EvaluationCsv.Columns}",
            "ledger metrics quick.0 --csv > quick.csv",
            "ledger metrics quick.0/0 quick.0/3 --csv --every 10",
            "ledger metrics quick.0 quick.1 --csv --evaluations")
        {
            addresses, csv, every, evaluations,
        };
        verb.SetAction(async (parse, cancellation) =>
        {
            using var ledger = session.Open();
            var named = parse.GetRequiredValue(addresses);
            if (parse.GetValue(evaluations))
            {
                var rows = await ledger.Send(new ReadEvaluations(named), cancellation);
                await new RowWriter(session.Screen).Write(rows.ToAsyncEnumerable(), EvaluationCsv.Columns, EvaluationCsv.Line, cancellation);
            }
            else
            {
                var rows = await ledger.Send(new ReadMetrics(named, parse.GetValue(every)), cancellation);
                await new RowWriter(session.Screen).Write(rows, StepCsv.Columns, StepCsv.Line, cancellation);
            }

            return ExitCodes.Done;
        });
        return verb.Answering(typeof(StepRow), typeof(EvaluationRow));
    }
}
