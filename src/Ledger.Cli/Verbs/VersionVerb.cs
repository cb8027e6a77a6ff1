using System.CommandLine;
using Ledger.Application.History;
using Ledger.Arithmetic;

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
                new { version = ProductVersion.Current, arithmetic = ArithmeticName.ExactF32 },
                () => session.Screen.Line($"ledger {ProductVersion.Current}, arithmetic {ArithmeticName.ExactF32}"));
            return Task.FromResult(ExitCodes.Done);
        });
        return verb;
    }
}
