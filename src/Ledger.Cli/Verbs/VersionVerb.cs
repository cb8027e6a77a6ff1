using System.CommandLine;
using Ledger.Application.History;
using Ledger.Arithmetic;
using Ledger.Cli.Answers;

namespace Ledger.Cli.Verbs;

/// <summary><c>ledger version</c>.</summary>
public sealed class VersionVerb : IVerb
{
    /// <inheritdoc/>
    public Command Build(Session session)
    {
        var verb = new Verb("version", "Show the version and the arithmetic it computes in", "ledger version");
        verb.SetAction((_, _) =>
        {
            session.Screen.Answer(
                new VersionAnswer(ProductVersion.Current, ArithmeticName.ExactF32),
                () => session.Screen.Line($"ledger {ProductVersion.Current}, arithmetic {ArithmeticName.ExactF32}"));
            return Task.FromResult(ExitCodes.Done);
        });
        return verb.Answering(typeof(VersionAnswer));
    }
}
