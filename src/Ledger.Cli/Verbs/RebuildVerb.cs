using System.CommandLine;
using Ledger.Cli.Answers;
using Ledger.Cli.Rebuilding;

namespace Ledger.Cli.Verbs;

/// <summary><c>ledger rebuild ADDRESS</c>, <c>ledger rebuild FILE.compact</c>.</summary>
public sealed class RebuildVerb : IVerb
{
    /// <inheritdoc/>
    public Command Build(Session session)
    {
        var address = AddressArgument.One();
        var options = new RebuildOptions();
        var verb = new Verb(
            "rebuild",
            "Write a ticket (or :mask, :start, :end, @step) as a file whose SHA-256 is the digest in the ledger",
            "ledger rebuild quick/3",
            "ledger rebuild quick/3:mask --out mask.safetensors",
            "ledger rebuild quick/2@50 --plan",
            "ledger rebuild quick/3 --layout torch",
            "ledger rebuild quick/3 --format compact --out quick.compact",
            "ledger rebuild quick.compact")
        {
            address,
        };
        options.AddTo(verb);
        verb.SetAction((parse, cancellation) =>
        {
            var text = parse.GetRequiredValue(address);
            var request = options.Read(parse);
            return RebuildFromCompact.IsMeant(text) ? RebuildFromCompact.Run(session, text, request, cancellation) : RebuildFromLedger.Run(session, text, request, cancellation);
        });
        return verb.Answering(typeof(RebuiltAnswer), typeof(RebuildPlanAnswer), typeof(CompactAnswer));
    }
}
