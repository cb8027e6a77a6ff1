using System.CommandLine;
using Ledger.Application.Queries;
using Ledger.Cli.Lineages;
using Ledger.Cli.Showing;

namespace Ledger.Cli.Verbs;

/// <summary><c>ledger lineage ADDRESS</c>.</summary>
public sealed class LineageVerb : IVerb
{
    /// <inheritdoc/>
    public Command Build(Session session)
    {
        var address = AddressArgument.One();
        var mermaid = new Option<bool>("--mermaid") { Description = "In Mermaid's language" };
        var dot = new Option<bool>("--dot") { Description = "In the language of Graphviz" };
        var svg = new Option<bool>("--svg") { Description = "As a drawing" };
        var verb = new Verb(
            "lineage",
            "Show which derivations led to a ticket, a state or a mask, back to the seed",
            "ledger lineage 2cstfvq3/8",
            "ledger lineage quick.0/2:mask",
            "ledger lineage quick.0/3 --svg > lineage.svg",
            "ledger lineage quick.0:end --json")
        {
            address, mermaid, dot, svg,
        };
        verb.SetAction(async (parse, cancellation) =>
        {
            Func<DrawnLineage, string>[] forms =
            [
                .. parse.GetValue(mermaid) ? [LineageMermaid.Of] : Array.Empty<Func<DrawnLineage, string>>(),
                .. parse.GetValue(dot) ? [LineageDot.Of] : Array.Empty<Func<DrawnLineage, string>>(),
                .. parse.GetValue(svg) ? [LineageSvg.Of] : Array.Empty<Func<DrawnLineage, string>>(),
            ];
            if (forms.Length + (session.IsJson ? 1 : 0) > 1)
            {
                throw new UsageException("--mermaid, --dot, --svg and --json are different forms of the same answer: use one of them");
            }

            using var ledger = session.Open();
            var graph = await ledger.Send(new TraceLineage(parse.GetRequiredValue(address)), cancellation);
            session.Screen.Answer(graph, () => Write(session, graph, forms.SingleOrDefault()));
            return ExitCodes.Done;
        });
        return verb.Answering(typeof(LineageGraph));
    }

    private static void Write(Session session, LineageGraph graph, Func<DrawnLineage, string>? form)
    {
        if (form is null)
        {
            session.Screen.Show(LineageTree.Of(graph));
        }
        else
        {
            session.Screen.Line(form(DrawnLineage.Of(graph)).TrimEnd());
        }
    }
}
