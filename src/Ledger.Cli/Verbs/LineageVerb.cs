using System.CommandLine;
using Ledger.Application.Queries;
using Ledger.Cli.Showing;

namespace Ledger.Cli.Verbs;

/// <summary><c>ledger lineage ADDRESS</c>.</summary>
public sealed class LineageVerb : IVerb
{
    /// <inheritdoc/>
    public Command Build(Session session)
    {
        var address = AddressArgument.One();
        var verb = new Verb(
            "lineage",
            "Show which derivations led to a ticket, a state or a mask, back to the seed",
            "ledger lineage 2cstfvq3/8",
            "ledger lineage quick.0/2:mask",
            "ledger lineage quick.0:end --json")
        {
            address,
        };
        verb.SetAction(async (parse, cancellation) =>
        {
            using var ledger = session.Open();
            var graph = await ledger.Send(new TraceLineage(parse.GetRequiredValue(address)), cancellation);
            session.Screen.Answer(graph, () => session.Screen.Show(LineageTree.Of(graph)));
            return ExitCodes.Done;
        });
        return verb.Answering(typeof(LineageGraph));
    }
}
