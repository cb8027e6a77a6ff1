using System.CommandLine;

namespace Ledger.Cli.Verbs;

/// <summary>One verb of the program; adding one is a file like this and a line in <see cref="VerbCatalogue"/>.</summary>
public interface IVerb
{
    /// <summary>Its syntax and what it does. Must be cheap: every call builds every verb; work belongs into the action.</summary>
    Command Build(Session session);
}
